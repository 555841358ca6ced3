//! Each kind answered right and wrong, and what cannot be read.

use super::*;

/// Answers `question` with `line` and expects it to be saved as `answer` and to be told `words`.
#[track_caller]
fn answered(question: &str, line: &str, answer: Response, words: &str) {
    let mut bench = Bench::new();
    bench.quiz(line, only(&[question]));
    bench.heard(words);
    assert_eq!(bench.answers(), [(question.to_owned(), answer)]);
}

/// Answers `question` with `line`, expects to be told `words` and to be asked again.
#[track_caller]
fn unread(question: &str, line: &str, words: &str) {
    let mut bench = Bench::new();
    assert_eq!(bench.quiz(line, only(&[question])), Outcome::Left);
    bench.heard(words);
    assert_eq!(bench.answers(), []);
}

fn numbers(places: &[usize]) -> String {
    places.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// Premises in order, each joined to the partner the author wrote at that position.
fn pairs(partners: &[usize]) -> String {
    let letter = |place: usize| char::from(b'a' + u8::try_from(place - 1).unwrap());
    let joined =
        places("match", partners).into_iter().enumerate().map(|(i, place)| format!("{}{}", i + 1, letter(place)));
    joined.collect::<Vec<_>>().join(" ")
}

#[test]
fn a_choice_is_a_number_or_a_letter() {
    answered("choice", "2", Response::Picked(1), "Right. The article came out in 1981. (Montville 1981; lesson 1 §1)");
    answered(
        "choice",
        "C",
        Response::Picked(2),
        "Wrong. That year brought five tracks. The answer is 2. 1981 The article",
    );
    unread("choice", "4", "Type one number from 1 to 3.");
    unread("choice", "0", "Type one number from 1 to 3.");
    unread("choice", "1981", "Type one number from 1 to 3.");
}

#[test]
fn several_are_numbers_apart_by_blanks_or_commas() {
    answered("several", "2, 1,2", Response::Marked(vec![0, 1]), "Right. Two years fit.");
    answered(
        "several",
        "1",
        Response::Marked(vec![0]),
        "Partly: 0.5 of 1. Applies too: 2. 1982 Points: the right options picked, less the wrong ones, as a share of all that apply. Two years fit.",
    );
    answered(
        "several",
        "a c",
        Response::Marked(vec![0, 2]),
        "Wrong. Applies too: 2. 1982 Does not apply: 3. 1983 Nothing came out then.",
    );
    unread("several", "1 9", "Type one or more numbers from 1 to 5");
    unread("several", ",", "Type one or more numbers from 1 to 5");
}

#[test]
fn true_and_false_are_words_letters_or_numbers() {
    for line in ["f", "False", "2"] {
        answered("truth", line, Response::Picked(1), "Right. It binds nobody. (lesson 1 §3)");
    }
    for line in ["t", "TRUE", "1"] {
        answered("truth", line, Response::Picked(0), "Wrong. It is false. It binds nobody.");
    }
    unread("truth", "perhaps", "Type t for true or f for false.");
}

#[test]
fn a_matching_joins_numbers_to_letters() {
    answered("match", &pairs(&[0, 1, 2]), Response::Joined(vec![Some(0), Some(1), Some(2)]), "Right. By capacity.");
    let wrong = pairs(&[0, 1, 3]).replace(' ', ", ");
    answered(
        "match",
        &wrong,
        Response::Joined(vec![Some(0), Some(1), Some(3)]),
        "Partly: 0.67 of 1. 3. adviser: Track 1.5. You matched: Track Nine. That is the media.",
    );
    unread("match", "1a 2b", "Match every item: 3 has no partner yet.");
    unread("match", "1a 2a 3b", "Each number and each letter can be used once.");
    unread("match", "1a 1b 3c", "Each number and each letter can be used once.");
    unread("match", "1a 2b 9c", "The items are 1 to 3.");
    unread("match", "1a 2b 3z", "The partners are a to d.");
    unread("match", "abc", "Type pairs of a number and a letter");
    unread("match", "1a 99999999999999999999b", "Type pairs of a number and a letter");
}

#[test]
fn an_ordering_is_all_numbers_in_order() {
    answered(
        "order",
        &numbers(&places("order", &[0, 1, 2])),
        Response::Sorted(vec![0, 1, 2]),
        "Right. 1. 1981: the name 2. 1991: five tracks",
    );
    answered(
        "order",
        &numbers(&places("order", &[2, 1, 0])),
        Response::Sorted(vec![2, 1, 0]),
        "Wrong. 1. 1981: the name (you: 3) 2. 1991: five tracks 3.",
    );
    unread("order", "1 2", "Type all numbers from 1 to 3, each once");
    unread("order", "1 2 2", "Type all numbers from 1 to 3, each once");
}

#[test]
fn a_typed_answer_is_the_line_itself() {
    answered(
        "typed",
        "montville",
        Response::typed("montville"),
        "Right. With Davidson. (Montville 1981; McDonald 2003; lesson 1 §1)",
    );
    answered(
        "typed",
        "Montvile",
        Response::typed("Montvile"),
        "Right. Accepted, with one slip forgiven. The answer is Montville.",
    );
    answered("typed", "mcdonald", Response::typed("mcdonald"), "Wrong. He extended it. The answer is Montville.");
    answered("typed", "\u{1b}[2J", Response::typed("\u{fffd}[2J"), "Wrong.");
}

#[test]
fn what_the_author_accepts_is_an_answer_before_it_is_a_command() {
    answered("typed", "q", Response::typed("q"), "Right.");
    answered("strict", "s", Response::typed("s"), "Wrong.");
    answered("strict", "skip", Response::Passed, "Skipped. The answer is Geneva.");
    unread("strict", "q", "Left after 0 answers of 1.");
}

#[test]
fn a_case_goes_on_a_track() {
    answered("classify", "2", Response::Picked(1), "Right. Officials, privately.");
    answered("classify", "3", Response::Picked(2), "Partly: 1 of 2. The answer is 2. Track 1.5");
    answered(
        "classify",
        "1",
        Response::Picked(0),
        "Wrong. They do not speak for their states. The answer is 2. Track 1.5",
    );
}

#[test]
fn an_empty_line_skips_and_the_key_is_told() {
    for line in ["", "s", "Skip"] {
        answered("choice", line, Response::Passed, "Skipped. The answer is 2. 1981");
    }
    answered("match", "", Response::Passed, "Skipped. 1. minister: Track One. 2. citizen: Track Two.");
}

#[test]
fn an_unread_answer_is_asked_again() {
    answered(
        "choice",
        "x|2",
        Response::Picked(1),
        "Type one number from 1 to 3. Type a number from 1 to 3; s skips, q leaves. Right.",
    );
}
