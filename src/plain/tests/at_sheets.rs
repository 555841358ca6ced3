//! Typing in what was answered on paper.

use super::paper_answer::{Penned, read};
use super::*;
use crate::store::EnteredSheet;
use crate::study::item::{Item, letter};
use crate::study::sheet::{MOST_VERSIONS, sheets};

/// All eight questions of the lesson, nine points.
fn paper() -> PaperSpec {
    PaperSpec { length: 8, only: vec![], ..exam(&[]) }
}

/// What is typed for a sheet without a mistake, ahead of it the name and the version.
fn perfect(name: &str, version: usize) -> String {
    let sheet = &sheets(&COURSE, &paper(), 4)[version];
    let answers = sheet.items.iter().map(Item::key_on_paper);
    [name.to_owned(), sheet.version.to_string()].into_iter().chain(answers).collect::<Vec<_>>().join("|")
}

impl Bench {
    fn enter(&mut self, script: &str) -> Outcome {
        let entry = SheetEntry { spec: paper(), sheets: sheets(&COURSE, &paper(), 4), class: None };
        self.run(script, |session| enter(session, entry))
    }

    fn sheets(&self) -> Vec<EnteredSheet> {
        self.store.sheets(&paper()).unwrap()
    }
}

fn shown(question: &str) -> Item {
    Paper::draw(&COURSE, only(&[question])).items.remove(0)
}

fn penned(question: &str, line: &str) -> Result<Penned, String> {
    read(&shown(question), line)
}

/// What `line` is as an answer to `question`, places as letters given as the author's numbers.
fn answer(question: &str, line: &str) -> Response {
    match penned(question, line) {
        Ok(Penned::Answer(answer)) => answer,
        other => panic!("{line}: {other:?}"),
    }
}

/// The letters under which `question` shows what the author wrote in the order `wanted`.
fn lettered(question: &str, wanted: &[usize]) -> Vec<char> {
    places(question, wanted).into_iter().map(|at| letter(at - 1).to_ascii_lowercase()).collect()
}

#[test]
fn the_letters_of_the_key_earn_every_point_of_every_question_in_every_version() {
    let course = Course::builtin().unwrap();
    let length = course.outlines().iter().map(|o| o.questions).sum();
    for seed in 0..4 {
        for sheet in sheets(&course, &PaperSpec { lessons: vec![], length, seed, ..paper() }, MOST_VERSIONS) {
            for item in &sheet.items {
                let key = item.key_on_paper();
                let Ok(Penned::Answer(answer)) = read(item, &key) else { panic!("{} {key}", item.question) };
                let score = item.grade(&answer);
                assert!(
                    (score.share() - 1.0).abs() < 1e-9,
                    "{} in {} with seed {seed}: {key}",
                    item.question,
                    sheet.version
                );
            }
        }
    }
}

#[test]
fn a_sheet_is_one_event_with_its_score() {
    let mut bench = Bench::new();
    assert_eq!(
        bench.enter(&format!("{}|{}|", perfect("Ana", 1), perfect("Ben", 2).replace("|C|", "|c|"))),
        Outcome::Done
    );
    bench.heard("Sheets with 8 questions, seed 7.");
    bench.heard("Ana: 9 of 9 points.");
    bench.heard("Ben: 9 of 9 points.");
    bench.heard("2 sheets of this paper typed in so far.");
    let sheets = bench.sheets();
    assert_eq!(
        sheets.iter().map(|s| (s.person.as_str(), s.version, s.answers.len())).collect::<Vec<_>>(),
        [("Ana", 'B', 8), ("Ben", 'C', 8)]
    );
    bench.enter("");
    bench.heard("Already entered: Ana, Ben.");
}

#[test]
fn blanks_are_no_answers_and_earn_nothing() {
    let mut bench = Bench::new();
    bench.enter("Ana|A|||||||||");
    bench.heard("Ana: 0 of 9 points.");
    assert!(bench.sheets()[0].answers.iter().all(|a| a.answer == Response::Blank));
}

#[test]
fn a_sheet_that_was_left_is_offered_again_and_goes_on() {
    let all = perfect("Ana", 1);
    let typed: Vec<&str> = all.split('|').collect();
    let mut bench = Bench::new();
    // The name, the version and three answers; then the program is ended.
    assert_eq!(bench.enter(&typed[..5].join("|")), Outcome::Left);
    assert_eq!(bench.enter("n|"), Outcome::Done);
    bench.heard("The sheet of Ana (version B) was left after 3 of 8 answers.");
    bench.enter(&format!("y|{}|", typed[5..].join("|")));
    bench.heard("Ana: 9 of 9 points.");
    assert_eq!(bench.sheets()[0].answers.len(), 8);
    assert!(bench.store.begun_sheets(&paper()).unwrap().is_empty(), "it is whole");
}

#[test]
fn what_was_left_can_be_given_up_or_typed_anew() {
    let mut bench = Bench::new();
    bench.enter("Ana|A|a|q");
    bench.enter("Ben|A|a|q");
    bench.enter(&format!("x|n|{}|", perfect("Ben", 2)));
    assert!(bench.store.begun_sheets(&paper()).unwrap().is_empty());
    assert_eq!(bench.sheets().len(), 1);
}

#[test]
fn a_sheet_that_was_not_finished_is_not_there() {
    for script in ["Ana|A|||", "Ana|A|||q", "Ana", "Ana|q"] {
        let mut bench = Bench::new();
        assert_eq!(bench.enter(script), Outcome::Left, "{script}");
        assert!(bench.sheets().is_empty());
    }
    let mut bench = Bench::new();
    assert_eq!(bench.enter(&format!("{}|Ben|A|||", perfect("Ana", 0))), Outcome::Left);
    assert_eq!(bench.sheets().len(), 1);
}

#[test]
fn the_same_name_again_replaces_what_was_entered() {
    let mut bench = Bench::new();
    bench.enter(&format!("{}|ana|A|||||||||", perfect("Ana", 0)));
    bench.heard("Ana is already entered; this replaces it.");
    bench.heard("1 sheet of this paper typed in so far.");
    assert_eq!(bench.sheets().iter().map(|s| s.answers[0].score.points).collect::<Vec<_>>(), [0.0]);
}

#[test]
fn a_name_or_version_that_cannot_be_is_asked_for_again() {
    let mut bench = Bench::new();
    let answers = perfect("", 0).split_once("|A|").unwrap().1.to_owned();
    bench.enter(&format!("{}|Ana|E|7|a|{answers}|", "A".repeat(61)));
    bench.heard("this name has 61 characters: a person's name has at most 60.");
    bench.heard("Type the large letter at the top of the sheet. Version (A to D): Type the large letter");
    bench.heard("Ana: 9 of 9 points.");
}

#[test]
fn a_sheet_goes_in_one_line_and_is_corrected_and_deleted() {
    let mut bench = Bench::new();
    let answers = perfect("", 1).split_once("|B|").unwrap().1.replace('|', " / ");
    bench.enter(&format!("Ana; B; {answers}|Ben|B {answers}||"));
    bench.heard("Ana: 9 of 9 points.");
    bench.heard("Ben: 9 of 9 points.");
    bench.enter("Ana; B; a b|Ana; Z; a||");
    bench.heard("There are 8 questions, and 2 answers in this line.");
    bench.heard("“Z” is no version");
    bench.enter("Ana|1=-|Ben|delete|Ben|delete|u||");
    bench.heard("The sheet of Ben is deleted.");
    bench.heard("Ben is not entered.");
    let sheets = bench.sheets();
    assert_eq!((sheets.len(), &sheets[0].answers[0].answer), (1, &Response::Blank));
}

#[test]
fn two_ticks_where_one_was_asked_for_are_kept_and_earn_nothing() {
    let two = answer("choice", "a+b");
    assert!(matches!(&two, Response::Marked(of) if of.len() == 2), "{two:?}");
    assert!(shown("choice").grade(&two).points.abs() < 1e-9);
}

#[test]
fn u_goes_back_a_question_then_to_the_version_then_to_the_name() {
    let mut bench = Bench::new();
    bench.enter(&format!("Anna|B||u|u|u|{}|", perfect("Ana", 0)));
    bench.heard("Ana: 9 of 9 points.");
    assert_eq!(bench.sheets().iter().map(|s| (s.person.as_str(), s.version)).collect::<Vec<_>>(), [("Ana", 'A')]);
}

#[test]
fn letters_may_run_together() {
    let [a, b] = lettered("several", &[0, 1])[..] else { panic!() };
    for line in [format!("{a}{b}"), format!("{b} {a}"), format!("{a}, {b}").to_uppercase()] {
        assert_eq!(answer("several", &line), Response::Marked(vec![0, 1]), "{line}");
    }
    let order: String = lettered("order", &[0, 2, 1]).into_iter().collect();
    assert_eq!(answer("order", &order), Response::Sorted(vec![0, 2, 1]));
}

#[test]
fn a_join_may_lack_a_letter_or_have_one_twice_as_on_paper() {
    let [a, b, c] = lettered("match", &[0, 1, 2])[..] else { panic!() };
    for line in [
        format!("{a}{b}{c}"),
        format!("{a} {b} {c}"),
        format!("1{a} 3{c} 2{b}"),
        format!("1{a},2{b},3{c}").to_uppercase(),
    ] {
        assert_eq!(answer("match", &line), Response::Joined(vec![Some(0), Some(1), Some(2)]), "{line}");
    }
    for line in [format!("{a}-{c}"), format!("1{a} 3{c}"), format!("1={a}, 3={c}"), format!("3{c} 1{a} 2-")] {
        assert_eq!(answer("match", &line), Response::Joined(vec![Some(0), None, Some(2)]), "{line}");
    }
    assert_eq!(answer("match", &format!("{b}{b}{c}")), Response::Joined(vec![Some(1), Some(1), Some(2)]));
}

#[test]
fn what_cannot_be_read_is_told_and_asked_again() {
    let wrong = [
        ("choice", "e", "Type one letter from a to c"),
        ("choice", "ab", "Type one letter from a to c"),
        ("several", "az", "Type the letters that are ticked, from a to e"),
        ("truth", "x", "Type t for true or f for false"),
        ("match", "ab", "Type 3 letters from a to d, from top to bottom"),
        ("match", "4a", "Type 3 letters"),
        ("match", "1", "Type 3 letters"),
        ("match", "abz", "Type 3 letters"),
        ("match", "1é", "Type 3 letters"),
        ("order", "ab", "Type every letter from a to c once"),
        ("order", "aab", "Type every letter"),
        ("classify", "4", "Type one letter from a to c"),
    ];
    for (question, line, told) in wrong {
        let said = penned(question, line).unwrap_err();
        assert!(said.starts_with(told) && said.ends_with("; Enter alone for no answer."), "{question} {line}: {said}");
    }
}

#[test]
fn words_that_are_answers_are_no_commands() {
    assert_eq!(answer("typed", "Q"), Response::typed("Q"));
    assert_eq!(penned("typed", "u"), Ok(Penned::Back));
    assert_eq!(penned("order", "quit"), Ok(Penned::Leave));
    assert_eq!(answer("several", "skip"), Response::Blank);
}
