//! The week before an examination.

use super::*;
use crate::study::memory::ForgettingCurve;

/// A card of this stability that was seen five days ago and is due so many days ahead.
fn seen(stability_days: f32, due_in: i32) -> CardState {
    let memory = Memory { stability_days, difficulty: 5.0 };
    let last = StudyDay(TODAY - 5);
    CardState::Review { memory, last, due: StudyDay(TODAY + due_in), lapses: 0, reviews: 3 }
}

#[test]
fn before_an_examination_the_likeliest_to_be_forgotten_come_first() {
    let cards = [("a", seen(9.0, -1)), ("b", seen(3.0, 0)), ("c", seen(6.0, 0)), ("d", seen(20.0, 3))];
    let beyond = ["e", "f", "g"].map(|key| (key, seen(4.0, 30)));
    let sure = ("h", seen(400.0, 30));
    let mut table = Table::of(&[&cards[..], &beyond[..], &[sure]].concat());
    let on = |table: &Table, day: i32| {
        let day = ExaminationAhead { day: StudyDay(day), curve: ForgettingCurve::default(), retention: 0.9 };
        Table { examination: Some(day), keys: table.keys.clone(), states: table.states.clone(), ..Table::of(&[]) }
    };
    // Of the three beyond it that will not be known, two days share: two today.
    let shown = on(&table, TODAY + 2).shown(Grade::Good);
    assert_eq!((&shown[0][..], shown.len()), ("b", 5));
    assert!(shown[1..3].iter().all(|key| "efg".contains(&key[..])) && shown[3..] == ["c", "a"], "{shown:?}");
    for past in [TODAY + 8, TODAY, TODAY - 1] {
        assert_eq!(on(&table, past).shown(Grade::Good)[0], "a", "as without one");
    }
    assert_eq!(table.shown(Grade::Good)[0], "a");
}
