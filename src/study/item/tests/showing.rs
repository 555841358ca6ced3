//! What is shown before and after the answer.

use super::*;
use crate::study::score::Verdict;

/// The form with the credits of its options turned round.
fn other_key(item: &Item) -> Item {
    let mut form = item.form.clone();
    let turn = |options: &mut Vec<Alternative>| {
        for option in options {
            option.credit = if option.credit == Credit::NONE { Credit::FULL } else { Credit::NONE };
            (option.reason, option.gloss) = (None, None);
        }
    };
    match &mut form {
        Form::PickOne { options, .. } | Form::PickMany { options } => turn(options),
        Form::Join { partners, .. } => partners.iter_mut().for_each(|p| p.reason = None),
        Form::Sort { things } => things.iter_mut().for_each(|t| t.date = t.text.clone()),
        Form::Type { gaps } => gaps.iter_mut().for_each(|gap| turn(&mut gap.answers)),
    }
    Item { form, explain: Some(Text::new("Another reason.").unwrap()), ..item.clone() }
}

#[test]
fn nothing_that_is_posed_depends_on_the_key() {
    for kind in Kind::ALL {
        let item = turned(kind);
        let other = other_key(&item);
        assert_ne!(item, other);
        let posed = item.posed(1, 7);
        assert_eq!(posed, other.posed(1, 7), "{kind:?}");
        let words = |p: &Posed| (p.on_screen(), p.in_lines(), p.on_wall(), p.on_paper());
        assert_eq!(words(&posed), words(&other.posed(1, 7)), "{kind:?}");
        assert_eq!(item.how_to_spell(), other.how_to_spell(), "{kind:?}");
        assert_eq!(item.pen_hint(), other.pen_hint(), "{kind:?}");
    }
}

#[test]
fn labels_are_those_of_the_place_but_for_true_and_false() {
    let labels = |kind| turned(kind).posed(1, 1).lettered().map(|(label, _)| label).collect::<String>();
    assert_eq!(labels(Kind::Choice), "ABCD");
    assert_eq!(labels(Kind::TrueFalse), "TF");
    assert_eq!(labels(Kind::Classify), "ABC");
    assert_eq!(labels(Kind::Typed), "");
    assert_eq!(turned(Kind::Choice).label(0), 'D');
}

#[test]
fn a_defensible_option_is_partly_right() {
    let item = written(Kind::Classify);
    let Rows::Options(rows) = revealed(&item, &Response::Picked(1)).rows else { panic!("no options") };
    let verdicts: Vec<_> = rows.iter().map(|r| r.verdict.unwrap()).collect();
    assert_eq!(verdicts, [Verdict::Wrong, Verdict::Partly, Verdict::Right]);
    assert!(rows[1].taken && rows[1].why.is_none() && rows[0].why.is_some());
    assert_eq!(revealed(&item, &Response::Picked(1)).appraisal.sentence(), "Partly: 0.5 of 1.");
}

#[test]
fn four_ways_of_earning_nothing_are_kept_apart() {
    let item = written(Kind::Choice);
    let told = |response: Option<&Response>| Revealed::new(&COURSE, &item, &Key::Author, response).appraisal.sentence();
    assert_eq!(told(None), "No answer.");
    assert_eq!(told(Some(&Response::Blank)), "No answer.");
    assert_eq!(told(Some(&Response::Passed)), "Skipped.");
    assert_eq!(told(Some(&Response::Picked(1))), "Wrong.");
}

#[test]
fn a_mended_key_marks_the_options() {
    let item = turned(Kind::Choice);
    let told = |key: &Key| {
        let Rows::Options(rows) = Revealed::new(&COURSE, &item, key, None).rows else { panic!("no options") };
        rows.iter().map(|r| r.verdict).collect::<Vec<_>>()
    };
    let (right, wrong) = (Some(Verdict::Right), Some(Verdict::Wrong));
    assert_eq!(told(&Key::Author), [wrong, wrong, wrong, right]);
    assert_eq!(told(&Key::AnyOf(vec![Response::Picked(3)])), [right, wrong, wrong, wrong]);
    assert_eq!(told(&Key::Everything), [right; 4]);
    assert_eq!(told(&Key::Void), [None; 4]);
}

#[test]
fn what_was_put_instead_is_told() {
    let joined = Response::Joined(vec![Some(0), Some(4), None, Some(3)]);
    let Rows::Pairs(rows) = revealed(&written(Kind::Match), &joined).rows else { panic!("no pairs") };
    let reason = rows[1].instead.as_ref().and_then(|(_, why)| why.as_ref()).map(Text::as_str);
    assert_eq!(reason, Some("Nobody here sings."));
    assert!(rows[0].verdict == Verdict::Right && rows[2].verdict == Verdict::Wrong && rows[2].instead.is_none());
    let sorted = Response::Sorted(vec![1, 0, 2, 3]);
    let Rows::Sorted(rows) = revealed(&written(Kind::Order), &sorted).rows else { panic!("nothing sorted") };
    assert_eq!(rows.iter().map(|r| r.instead).collect::<Vec<_>>(), [Some(1), Some(0), None, None]);
    let Rows::Typed(rows) = revealed(&written(Kind::Typed), &Response::typed("1990")).rows else { panic!("no gap") };
    assert_eq!(rows[0].note(), Some("That is the popular date."));
}
