//! Fuzz: cards learned together should not come back together for ever. The ranges are Anki's.

use rand::RngExt;

use super::CardState;
use crate::course::outline::CardKey;
use crate::study::chance::{chance, fnv};

/// Days below which an interval is never moved.
const LEAST_DAYS: f64 = 2.5;

/// From, to, and the share of that stretch of the interval by which it may move either way, besides one day.
const RANGES: [(f64, f64, f64); 3] = [(2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, f64::MAX, 0.05)];

/// The seed of a card's next fuzz: new for every review, the same however often the outcomes are asked for.
#[must_use]
pub fn fuzz_seed(key: &CardKey, state: &CardState) -> u64 {
    fnv(format!("{key} {}", state.reviews()).as_bytes())
}

/// Where in its range an interval falls, 0 to below 1, by `seed`.
pub(super) fn place(seed: u64) -> f64 {
    chance(seed, "fuzz").random::<f64>()
}

/// A whole number of days near `interval`, at `place` of the range it may move in; never outside `least..=most`.
/// No place, no move: the nearest whole day.
pub(super) fn spread(interval: f64, place: Option<f64>, least: u32, most: u32) -> u32 {
    match place {
        Some(place) => within(range(interval, least, most), place),
        None => whole(held(interval, least, most).round()),
    }
}

/// The day at `place` of a range.
pub(super) fn within((lower, upper): (u32, u32), place: f64) -> u32 {
    (lower + whole(place * f64::from(upper - lower + 1))).min(upper)
}

/// The days that `interval` may become; none outside `least..=most`.
pub(super) fn range(interval: f64, least: u32, most: u32) -> (u32, u32) {
    bounds(held(interval, least, most), least.min(most), most)
}

fn held(interval: f64, least: u32, most: u32) -> f64 {
    interval.clamp(f64::from(least.min(most)), f64::from(most))
}

fn bounds(interval: f64, least: u32, most: u32) -> (u32, u32) {
    let reach = reach(interval);
    let lower = whole((interval - reach).round()).clamp(least, most);
    let upper = whole((interval + reach).round()).clamp(least, most);
    // Anki's rule: a range that a bound has squeezed to one day still gets a second day.
    if lower == upper && upper > 2 && upper < most { (lower, upper + 1) } else { (lower, upper) }
}

/// Days by which `interval` may move either way.
fn reach(interval: f64) -> f64 {
    if interval < LEAST_DAYS {
        return 0.0;
    }
    RANGES.iter().fold(1.0, |reach, (from, to, share)| reach + share * (interval.min(*to) - from).max(0.0))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the range first")]
fn whole(days: f64) -> u32 {
    days.clamp(0.0, f64::from(u32::MAX)) as u32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_ranges_are_ankis() {
        let range = |days| bounds(days, 1, 36_500);
        assert_eq!(range(2.4), (2, 2));
        assert_eq!(range(3.0), (2, 4));
        assert_eq!(range(10.0), (8, 12));
        assert_eq!(range(100.0), (93, 107));
        assert!(reach(2.4).abs() < 1e-9 && (reach(2.5) - 1.0).abs() < 1e-9);
    }

    #[test]
    fn a_range_squeezed_to_one_day_gets_a_second_where_there_is_room() {
        assert_eq!(bounds(10.0, 12, 36_500), (12, 13));
        assert_eq!(bounds(10.0, 12, 12), (12, 12));
    }

    #[test]
    fn the_place_goes_through_the_whole_range() {
        let days = [0.0, 0.3, 0.5, 0.7, 0.999].map(|place| spread(10.0, Some(place), 1, 36_500));
        assert_eq!(days, [8, 9, 10, 11, 12]);
    }

    #[test]
    fn every_card_and_every_review_has_a_place_of_its_own() {
        use crate::course::model::Id;
        use crate::course::outline::Side;
        use crate::study::memory::Memory;
        use crate::study::time::StudyDay;
        let key = |id: &str| CardKey { card: Id::new(id).unwrap(), side: Side::Front };
        let memory = Memory { stability_days: 3.0, difficulty: 5.0 };
        let (last, due) = (StudyDay(1), StudyDay(4));
        let seen = |reviews| CardState::Review { memory, last, due, lapses: 0, reviews };
        let places =
            [(key("a"), seen(1)), (key("a"), seen(2)), (key("b"), seen(1))].map(|(k, s)| place(fuzz_seed(&k, &s)));
        assert!(places.iter().all(|p| *p > 0.0 && *p < 1.0), "{places:?}");
        let apart = |a: f64, b: f64| (a - b).abs() > 1e-9;
        assert!(apart(places[0], places[1]) && apart(places[0], places[2]) && apart(places[1], places[2]));
    }

    proptest! {
        #[test]
        fn fuzz_stays_in_bounds(interval in 0.0..50_000.0f64, seed: u64, least in 1..100u32) {
            let days = spread(interval, Some(place(seed)), least, 36_500);
            prop_assert!((least..=36_500).contains(&days));
            let near = interval.clamp(f64::from(least), 36_500.0);
            prop_assert!((f64::from(days) - near).abs() <= reach(near) + 1.0);
        }

        #[test]
        fn short_intervals_are_not_moved(interval in 0.0..2.49f64, seed: u64) {
            prop_assert_eq!(spread(interval, Some(place(seed)), 1, 36_500), spread(interval, None, 1, 36_500));
        }
    }
}
