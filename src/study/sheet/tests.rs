//! What a teacher relies on when the sheets are handed out.

use std::sync::LazyLock;

use super::*;
use crate::course::model::{Id, Kind};
use crate::study::quiz::Mode;

static COURSE: LazyLock<Course> = LazyLock::new(|| Course::builtin().unwrap());

fn spec(length: usize, seed: u64) -> PaperSpec {
    let lessons = COURSE.outlines()[..3].iter().map(|o| o.id.clone()).collect();
    PaperSpec { lessons, length, seed, mode: Mode::Exam, limit_s: None, only: vec![] }
}

fn drawn(length: usize, seed: u64) -> Vec<Sheet> {
    sheets(&COURSE, &spec(length, seed), MOST_VERSIONS)
}

fn questions(sheet: &Sheet) -> Vec<&Id> {
    sheet.items.iter().map(|i| &i.question).collect()
}

#[test]
fn version_a_is_the_paper_on_the_screen() {
    for seed in 0..20 {
        assert_eq!(drawn(10, seed)[0].items, Paper::draw(&COURSE, spec(10, seed)).items);
    }
}

#[test]
fn every_version_asks_the_same_questions_for_the_same_points() {
    let sheets = drawn(12, 7);
    assert_eq!(sheets.iter().map(|s| s.version).collect::<String>(), "ABCDEF");
    let sorted = |s: &Sheet| {
        let mut ids: Vec<Id> = questions(s).into_iter().cloned().collect();
        ids.sort();
        ids
    };
    assert!(sheets.iter().all(|s| sorted(s) == sorted(&sheets[0]) && s.points() == 12));
}

#[test]
fn the_same_seed_gives_the_same_sheets_and_another_seed_others() {
    assert_eq!(drawn(10, 7), drawn(10, 7));
    assert_ne!(drawn(10, 7), drawn(10, 8));
    assert_eq!(sheets(&COURSE, &spec(10, 7), 2), drawn(10, 7)[..2]);
}

#[test]
fn no_number_stands_for_the_same_question_on_two_sheets_side_by_side() {
    for (length, seed) in (0..20).flat_map(|seed| [(2, seed), (3, seed), (10, seed), (25, seed)]) {
        for pair in drawn(length, seed).windows(2) {
            let shared = questions(&pair[0]).into_iter().zip(questions(&pair[1])).filter(|(a, b)| a == b).count();
            assert_eq!(shared, 0, "{length} questions, seed {seed}, {} and {}", pair[0].version, pair[1].version);
        }
    }
}

#[test]
fn options_stand_in_another_order_in_each_version_but_numbers_and_tracks_in_their_own() {
    let all = drawn(usize::MAX, 7);
    let (mut turned, mut kept) = (0, 0);
    for item in &all[0].items {
        let orders: Vec<&Vec<usize>> =
            all[..4].iter().map(|s| &s.items.iter().find(|i| i.question == item.question).unwrap().order).collect();
        if matches!(item.kind, Kind::Classify | Kind::Typed | Kind::TrueFalse) || orders[0] == orders[1] {
            assert!(orders.windows(2).all(|w| w[0] == w[1]), "{}", item.question);
            kept += 1;
        } else {
            assert!((1..4).all(|v| !orders[..v].contains(&orders[v])), "{}", item.question);
            turned += 1;
        }
    }
    assert!(turned > 30 && kept > 10, "{turned} turned, {kept} kept");
}

#[test]
fn no_question_or_no_version_is_no_sheet_but_no_panic() {
    assert!(sheets(&COURSE, &spec(0, 1), 4).iter().all(|s| s.items.is_empty()));
    assert!(sheets(&COURSE, &spec(3, 1), 0).is_empty());
    assert_eq!(drawn(1, 1).len(), 6);
}
