//! What responses earn.

use unicode_normalization::UnicodeNormalization;

use super::*;

#[track_caller]
fn earns(kind: Kind, response: Response, share: f64) {
    let score = written(kind).grade(&response);
    assert!((score.share() - share).abs() < 1e-9, "{response:?} earned {}", score.share());
}

#[test]
fn each_form_is_marked_by_its_rule() {
    earns(Kind::Choice, Response::Picked(0), 1.0);
    earns(Kind::Choice, Response::Picked(1), 0.0);
    earns(Kind::Choice, Response::Picked(9), 0.0);
    earns(Kind::Several, Response::Marked(vec![1, 0, 0]), 1.0);
    earns(Kind::Several, Response::Marked(vec![0]), 0.5);
    earns(Kind::Several, Response::Marked(vec![0, 2]), 0.0);
    earns(Kind::TrueFalse, Response::Picked(1), 1.0);
    earns(Kind::Match, Response::Joined(vec![Some(0), Some(2), None, Some(3)]), 0.5);
    earns(Kind::Order, Response::Sorted(vec![3, 0, 1, 2]), 2.0 / 3.0);
    earns(Kind::Order, Response::Sorted(vec![0, 1]), 0.0);
    earns(Kind::Typed, Response::typed("1991."), 1.0);
    earns(Kind::Typed, Response::typed("1990"), 0.0);
    earns(Kind::Classify, Response::Picked(2), 1.0);
    earns(Kind::Classify, Response::Picked(1), 0.5);
    earns(Kind::Classify, Response::Picked(0), 0.0);
}

#[test]
fn a_response_of_another_form_earns_nothing() {
    for kind in Kind::ALL {
        for response in [Response::Passed, Response::Blank] {
            earns(kind, response, 0.0);
        }
    }
    earns(Kind::Choice, Response::Marked(vec![0]), 0.0);
    earns(Kind::Several, Response::Picked(0), 0.0);
}

/// `words` as other keyboards and clipboards write them.
fn keyboards(words: &str) -> [String; 5] {
    let curly = words.replace('\'', "\u{2019}").replace('-', "\u{2010}");
    [words.nfd().collect(), words.to_uppercase(), words.to_lowercase(), curly, words.replace(' ', "\u{a0} ")]
}

#[test]
fn what_is_right_earns_all_and_is_allowed_also_with_a_key_that_takes_more() {
    let course = Course::builtin().unwrap();
    for (lesson, question) in course.banks().flat_map(|b| b.questions.iter().map(|q| (&b.lesson, q))) {
        let item = Item::written(&course, lesson, question);
        assert!(!item.form.right().is_empty(), "{}", item.question);
        for right in item.form.right() {
            let key = Key::Author.with(&item, right.clone());
            assert!(key.fits(&item), "{}", item.question);
            assert_eq!(key.credit(&item, &right), Credit::FULL, "{}", item.question);
            assert_eq!(Key::Author.credit(&item, &right), Credit::FULL, "{}", item.question);
            for typed in right.as_typed().into_iter().flatten().flat_map(|words| keyboards(words)) {
                assert_eq!(item.grade(&Response::typed(&typed)), item.grade(&right), "{typed}");
            }
        }
    }
}

#[test]
fn part_marks_and_gaps_are_marked_alike() {
    let third = Alternative {
        text: Text::new("about 1991").unwrap(),
        credit: Credit::of_counts(1, 3),
        reason: None,
        gloss: None,
    };
    let Form::Type { mut gaps } = written(Kind::Typed).form else { panic!("no words are typed") };
    gaps[0].answers.push(third);
    gaps.push(gaps[0].clone());
    let form = Form::Type { gaps };
    let credit = |a: &str, b: &str| form.credit(&Response::Typed(vec![a.to_owned(), b.to_owned()]));
    assert_eq!(credit("1991", "1991"), Credit::FULL);
    assert_eq!(credit("1991", "1990"), Credit::HALF);
    assert_eq!(credit("About 1991", "about 1991"), Credit::of_counts(1, 3));
}
