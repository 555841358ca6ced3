//! What responses earn.

use unicode_normalization::UnicodeNormalization;

use super::*;
use crate::course::model::Text;
use crate::study::item::form::Ranked;

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
fn steps_that_say_the_same_may_stand_in_either_place() {
    let step = |text: &str| Ranked { text: Text::new(text).unwrap(), date: Text::new("then").unwrap() };
    let form = Form::Sort { things: vec![step("stir"), step("heat"), step("stir"), step("cool")] };
    for seen_alike in [[0, 1, 2, 3], [2, 1, 0, 3]] {
        assert_eq!(form.credit(&Response::Sorted(seen_alike.to_vec())), Credit::FULL, "{seen_alike:?}");
    }
    assert!(form.credit(&Response::Sorted(vec![1, 0, 2, 3])) < Credit::FULL);
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

#[test]
fn only_what_is_there_can_be_answered() {
    let allowed = |kind: Kind, response: Response| written(kind).form.allows(&response);
    for (kind, response, is) in [
        (Kind::Choice, Response::Picked(3), true),
        (Kind::Choice, Response::Picked(4), false),
        (Kind::Choice, Response::Marked(vec![0]), false),
        (Kind::Several, Response::Marked(vec![4, 0]), true),
        (Kind::Several, Response::Marked(vec![0, 5]), false),
        (Kind::Match, Response::Joined(vec![Some(4), None, Some(0), Some(1)]), true),
        (Kind::Match, Response::Joined(vec![Some(5), None, Some(0), Some(1)]), false),
        (Kind::Match, Response::Joined(vec![Some(0); 3]), false),
        (Kind::Order, Response::Sorted(vec![3, 2, 1, 0]), true),
        (Kind::Order, Response::Sorted(vec![3, 2, 1, 1]), false),
        (Kind::Order, Response::Sorted(vec![3, 2, 1]), false),
        (Kind::Order, Response::Sorted(vec![3, 2, 1, 0, 0]), false),
        (Kind::Typed, Response::typed("x"), true),
        (Kind::Typed, Response::typed("  "), false),
        (Kind::Typed, Response::Typed(vec!["x".into(), "y".into()]), false),
        (Kind::Choice, Response::Passed, false),
    ] {
        assert_eq!(allowed(kind, response.clone()), is, "{response:?}");
        let key = Key::AnyOf(vec![response]);
        assert_eq!(key.fits(&written(kind)), is, "{key:?}");
    }
    assert!(!Key::AnyOf(Vec::new()).fits(&written(Kind::Choice)), "a key has an answer");
}

#[test]
fn the_rule_is_said_where_a_part_can_be_earned() {
    let says = |form: &Form, words: &str| form.rule().is_some_and(|rule| rule.contains(words));
    assert_eq!(written(Kind::Choice).form.rule(), None);
    assert!(says(&written(Kind::Classify).form, "that option earns that part"));
    assert!(says(&written(Kind::Several).form, "divided by the number") && !says(&written(Kind::Several).form, "half"));
    assert!(says(&written(Kind::Match).form, "share of pairs"));
    assert!(says(&written(Kind::Order).form, "side by side"));
    assert!(says(&written(Kind::Typed).form, "one slip") && !says(&written(Kind::Typed).form, "each gap"));
    let Form::Type { mut gaps } = written(Kind::Typed).form else { panic!("no words are typed") };
    gaps.push(gaps[0].clone());
    assert!(says(&Form::Type { gaps }, "each gap counts alike"));
    let Form::PickMany { mut options } = written(Kind::Several).form else { panic!("not several") };
    options[2].credit = Credit::HALF;
    assert!(says(&Form::PickMany { options }, "counts as that part"));
}

#[test]
fn another_key_takes_its_answers_and_no_other() {
    let item = written(Kind::Choice);
    let key = Key::Author.with(&item, Response::Picked(2));
    let credits = [0, 1, 2, 3].map(|of| key.credit(&item, &Response::Picked(of)));
    assert_eq!(credits, [Credit::FULL, Credit::NONE, Credit::FULL, Credit::NONE]);
    assert_eq!(key.with(&item, Response::Picked(2)), key, "an answer is in it once");
    assert_eq!(Key::Everything.credit(&item, &Response::Passed), Credit::NONE);
}
