//! The scheduler against the published formulas, and what the program adds to them.

use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::*;

fn clock(day: i32) -> Clock {
    let noon = jiff::Timestamp::from_second(i64::from(day) * 86_400 + 43_200).unwrap();
    Clock::new(noon, TimeZone::UTC)
}

fn waits(o: &Outcomes) -> [String; 4] {
    Grade::ALL.map(|g| o.of(g).wait.to_string())
}

fn days(o: &Outcome) -> Option<u32> {
    if let Wait::Days(days) = o.wait { Some(days) } else { None }
}

#[test]
fn a_new_card_offers_its_steps() {
    let plain = Scheduler::new(Settings { fuzz: false, ..Settings::default() });
    let first = plain.outcomes(&CardState::New, &clock(100), 0);
    assert_eq!(waits(&first), ["1 min", "6 min", "10 min", "8 d"]);
    assert_eq!(waits(&plain.outcomes(&first.good.after, &clock(100), 0)), ["1 min", "10 min", "2 d", "4 d"]);
}

#[test]
fn a_lapse_goes_through_the_relearning_step() {
    let scheduler = Scheduler::default();
    let known = scheduler.outcomes(&CardState::New, &clock(100), 0).easy.after;
    let lapsed = scheduler.outcomes(&known, &clock(108), 1).again;
    assert_eq!((lapsed.wait, lapsed.after.lapses()), (Wait::Minutes(10), 1));
    let relearned = scheduler.outcomes(&lapsed.after, &clock(108), 2);
    assert_eq!((relearned.again.wait, relearned.hard.wait), (Wait::Minutes(10), Wait::Minutes(15)));
    assert!(days(&relearned.good).is_some_and(|d| d >= 1));
    assert_eq!(relearned.good.after.lapses(), 1);
}

#[test]
fn without_steps_every_grade_is_a_day_or_more() {
    let scheduler =
        Scheduler::new(Settings { learning_steps: vec![], relearning_steps: vec![], ..Settings::default() });
    let first = scheduler.outcomes(&CardState::New, &clock(100), 7);
    assert!(Grade::ALL.iter().all(|g| days(first.of(*g)).is_some_and(|d| d >= 1)));
    let lapsed = scheduler.outcomes(&first.easy.after, &clock(110), 7).again;
    assert_eq!(lapsed.after.lapses(), 1);
}

#[test]
fn the_same_seed_gives_the_same_interval() {
    let scheduler = Scheduler::default();
    let known = scheduler.outcomes(&CardState::New, &clock(100), 3).easy.after;
    assert_eq!(scheduler.outcomes(&known, &clock(110), 3), scheduler.outcomes(&known, &clock(110), 3));
}

#[test]
fn a_memory_that_is_no_number_starts_afresh() {
    let fresh = Scheduler::default().outcomes(&CardState::New, &clock(9), 0).good.after.memory();
    for (stability_days, difficulty) in [(f32::INFINITY, 5.0), (8.0, f32::NAN), (f32::NAN, f32::NAN)] {
        let memory = Memory { stability_days, difficulty };
        let (last, due) = (clock(1).today(), clock(9).today());
        let broken = CardState::Review { memory, last, due, lapses: 0, reviews: 1 };
        let after = Scheduler::default().outcomes(&broken, &clock(9), 0).good.after;
        assert_eq!(after.memory(), fresh, "{memory:?}");
    }
}

#[test]
fn only_a_longer_interval_must_stay_longer() {
    let memory = fsrs::MemoryState { stability: 10.0, difficulty: 5.0 };
    let least = |interval| longer_than(10, &ItemState { memory, interval });
    assert_eq!([9.0, 10.4, 10.6, 30.0].map(least), [1, 1, 11, 11]);
}

proptest! {
    /// Whatever the history, Good and Easy on the due day or later wait as long as the last time, or longer.
    #[test]
    fn good_never_shortens_an_interval(
        history in prop::collection::vec((0usize..4, 0i32..10), 0..40), seed: u64, late in 0i32..30,
    ) {
        let scheduler = Scheduler::default();
        let (mut state, mut day) = (CardState::New, 1000);
        for (n, (grade, late_by)) in history.into_iter().chain([(2, late)]).enumerate() {
            let planned = match state {
                CardState::Review { last, due, .. } => {
                    day = due.0 + late_by;
                    u32::try_from(due.since(last)).unwrap()
                }
                CardState::New | CardState::Learning { .. } => 0,
            };
            let outcomes = scheduler.outcomes(&state, &clock(day), seed ^ u64::try_from(n).unwrap());
            for grade in [Grade::Good, Grade::Easy] {
                prop_assert!(days(outcomes.of(grade)).is_none_or(|d| d >= planned), "{grade:?} after {planned}");
            }
            state = outcomes.of(Grade::ALL[grade]).after;
        }
    }

    /// Whatever the history, a passing grade of a due card waits longer than the one below it, and never too long.
    #[test]
    fn better_grades_wait_longer(history in prop::collection::vec((0usize..4, 0i32..400), 0..30), seed: u64) {
        let scheduler = Scheduler::default();
        let (mut state, mut day) = (CardState::New, 1000);
        for (grade, gap) in history {
            day += gap;
            let outcomes = scheduler.outcomes(&state, &clock(day), seed);
            let wait = [days(&outcomes.hard), days(&outcomes.good), days(&outcomes.easy)];
            for pair in wait.iter().flatten().collect::<Vec<_>>().windows(2) {
                prop_assert!(pair[0] < pair[1] || *pair[1] == 36_500);
            }
            prop_assert!(wait.iter().flatten().all(|d| (1..=36_500).contains(d)));
            state = outcomes.of(Grade::ALL[grade]).after;
            prop_assert!(state.stability_days().is_some_and(|s| s.is_finite() && s > 0.0));
        }
    }
}
