//! What a hostile examiner found in the first edition, found again: each score within two items, or as near as is said.

use std::path::Path;
use std::sync::LazyLock;

use ninetracks::course::Course;
use ninetracks::study::attack::{Attack, AttackVerdict};

static ATTACK: LazyLock<Attack> = LazyLock::new(|| {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/first-edition"));
    Attack::on(&Course::open(root).unwrap())
});

/// That the strategies whose names begin so come within `off` items of `score`, and what is made of them.
#[track_caller]
fn scores(kind: &str, strategy: &str, score: usize, off: usize, verdict: AttackVerdict) {
    let mut rows = ATTACK.rows.iter().filter(|r| r.kind.name() == kind && r.strategy.starts_with(strategy));
    let row = rows.next().unwrap_or_else(|| panic!("no row {kind}: {strategy}"));
    assert!(row.score.abs_diff(score) <= off, "{kind}: {} scored {} of {}", row.strategy, row.score, row.of);
    assert_eq!(row.verdict, verdict, "{kind}: {} with p = {}", row.strategy, row.p);
}

use AttackVerdict::{Fails, Passes, Prevented};

#[test]
fn choices_are_sound_on_the_surface_and_learned_from_each_other() {
    scores("choice", "the longest", 29, 2, Passes);
    scores("choice", "the shortest", 16, 2, Passes);
    scores("choice", "odd one out", 25, 2, Passes);
    scores("choice", "second in the file", 30, 2, Passes);
    scores("choice", "learned elsewhere, options without stems", 42, 2, Fails);
}

#[test]
fn statements_are_true_when_they_are_long_or_hold_a_number() {
    scores("true/false", "long ones are true", 37, 2, Fails);
    scores("true/false", "with a number: true", 10, 2, Fails);
}

#[test]
fn cases_are_classified_by_their_phrases_and_by_the_names_of_the_tracks() {
    scores("classify", "learned elsewhere (scheme “two”)", 30, 2, Fails);
    scores("classify", "most words of the category’s own description (scheme “nine”)", 13, 2, Fails);
}

#[test]
fn reasons_are_told_by_their_tone_and_length() {
    scores("scenario reasons", "learned elsewhere, options without stems", 34, 2, Fails);
    // By a list of words of our own: the examiner's is not known, and scored 23 of 29.
    scores("scenario reasons", "the most concessions", 23, 3, Fails);
    scores("scenario reasons", "the one with “I”", 9, 2, Fails);
    scores("scenario reasons", "the longest is the worst", 26, 2, Fails);
    scores("scenario reasons", "the longest", 6, 2, Passes);
}

/// The examiner knew which choice the literature favours, and counted 13 and about 11 of 15. Here two scenes have no best one.
#[test]
fn scenario_choices_are_told_by_length_and_place() {
    scores("scenario choices", "the longest", 13, 3, Fails);
    scores("scenario choices", "second in the file", 11, 2, Fails);
}

/// The examiner counted 58 of 60 and 43 of 56, by other seeds and a judgement of what gives an answer away.
#[test]
fn sheets_print_what_they_ask_for_where_nothing_keeps_items_apart() {
    scores("papers", "answers printed on sheets of ten, “five-tracks”", 58, 3, Prevented);
    scores("papers", "answers printed on sheets of ten, “nine-tracks-1”", 30, 2, Prevented);
    scores("papers", "answers printed on sheets of ten, as they are drawn", 0, 0, Passes);
}
