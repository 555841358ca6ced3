//! A flaw of each kind is planted, and each is found.

use std::sync::LazyLock;

use ninetracks::course::Course;
use ninetracks::study::attack::{Attack, AttackRow, AttackVerdict};

use super::planted::course;

static FLAWED: LazyLock<Attack> = LazyLock::new(|| Attack::on(&Course::open(course(true).path()).unwrap()));

fn with(attack: &Attack, verdict: AttackVerdict) -> Vec<&AttackRow> {
    attack.rows.iter().filter(|r| r.verdict == verdict).collect()
}

/// That the strategy whose name begins so finds the flaw of its kind, in nearly every item, and says what to change.
#[track_caller]
fn is_found(kind: &str, strategy: &str) {
    let failing = with(&FLAWED, AttackVerdict::Fails);
    let names: Vec<String> = failing.iter().map(|r| format!("{}: {}", r.kind.name(), r.strategy)).collect();
    let row = failing.iter().find(|r| r.kind.name() == kind && r.strategy.starts_with(strategy));
    let row = row.unwrap_or_else(|| panic!("{kind}: {strategy} is not among {names:?}"));
    assert!(row.score * 10 >= row.of * 8, "{row:?}");
    assert!(!row.items.is_empty() && !row.change.is_empty());
}

#[test]
fn nothing_is_found_in_a_sound_course() {
    let attack = Attack::on(&Course::open(course(false).path()).unwrap());
    let failing = with(&attack, AttackVerdict::Fails);
    assert!(failing.is_empty(), "{failing:#?}");
    assert!(!attack.fails() && !with(&attack, AttackVerdict::Passes).is_empty());
}

#[test]
fn keys_that_are_longest() {
    is_found("choice", "the longest");
}

#[test]
fn keys_that_share_a_word_from_lesson_to_lesson() {
    is_found("several", "learned elsewhere");
}

#[test]
fn true_statements_with_years() {
    is_found("true/false", "with a number: true");
}

#[test]
fn cases_told_in_the_words_of_their_category() {
    is_found("classify", "most words of the category");
    is_found("classify", "learned elsewhere");
}

#[test]
fn partners_that_share_words() {
    is_found("match", "partners that share a word");
}

#[test]
fn years_in_what_is_sorted() {
    is_found("order", "by the numbers");
}

#[test]
fn answers_in_their_own_stem() {
    is_found("typed", "a word of the stem");
}

#[test]
fn reasons_that_concede() {
    is_found("scenario reasons", "the most concessions");
}

#[test]
fn scenario_choices_that_are_longest() {
    is_found("scenario choices", "the longest");
}

#[test]
fn an_item_that_prints_anothers_answer_is_reported_and_kept_apart() {
    let papers = with(&FLAWED, AttackVerdict::Prevented);
    assert!(papers.iter().any(|r| r.score > 0 && r.items.iter().all(|i| i.by.is_some())), "{papers:#?}");
    let drawn = FLAWED.rows.iter().find(|r| r.strategy.ends_with("as they are drawn")).unwrap();
    assert_eq!((drawn.score, drawn.verdict), (0, AttackVerdict::Passes));
}
