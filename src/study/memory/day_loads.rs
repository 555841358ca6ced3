//! Load balance: of the days that fuzz allows, a card falls on the one with the least to do beside its neighbours.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use super::{CardState, Due, EasyDays};
use crate::study::time::StudyDay;

/// Days before and after a day that it is held against: a week with it in the middle, so that neither the days of the week
/// nor the decline of what is planned far ahead count.
const AROUND: i32 = 3;

/// How many cards are due on each day ahead.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayLoads(HashMap<StudyDay, u32>);

/// What an interval is moved by within its range: chance, and the load of the days ahead where that is known.
#[derive(Clone, Copy, Debug)]
pub struct Spreading<'a> {
    /// See [`super::fuzz_seed`].
    pub seed: u64,
    pub loads: Option<&'a DayLoads>,
}

impl From<u64> for Spreading<'_> {
    /// By chance alone.
    fn from(seed: u64) -> Self {
        Self { seed, loads: None }
    }
}

impl DayLoads {
    #[must_use]
    pub fn new<'a>(states: impl IntoIterator<Item = &'a CardState>) -> Self {
        let mut loads = Self::default();
        states.into_iter().for_each(|state| loads.add(state));
        loads
    }

    pub fn add(&mut self, state: &CardState) {
        if let Some(Due::On(day)) = state.due() {
            *self.0.entry(day).or_default() += 1;
        }
    }

    pub fn remove(&mut self, state: &CardState) {
        if let Some(Due::On(day)) = state.due()
            && let Some(load) = self.0.get_mut(&day)
        {
            *load = load.saturating_sub(1);
        }
    }

    /// The load of a day as if nothing else were to be done on it than on others.
    fn level(&self, day: StudyDay, easy: EasyDays) -> Option<f64> {
        let share = easy.on(day).share();
        (share > 0.0).then(|| f64::from(self.0.get(&day).copied().unwrap_or(0)) / share)
    }

    /// By how much a day after `today` stands out from the week around it; `None` when nothing is to be done on it.
    fn excess(&self, day: StudyDay, today: StudyDay, easy: EasyDays) -> Option<f64> {
        let level = self.level(day, easy)?;
        let week = (-AROUND..=AROUND).map(|by| day.plus(by)).filter(|day| *day > today);
        let levels: Vec<f64> = week.filter_map(|day| self.level(day, easy)).collect();
        #[expect(clippy::cast_precision_loss, reason = "at most seven")]
        let mean = levels.iter().sum::<f64>() / levels.len().max(1) as f64;
        Some(level - mean)
    }

    /// Of `days` from `today`, the one that stands out least. `place`, 0 to below 1, says where among equals the search
    /// begins. `None` when nothing is to be done on any of them.
    pub(super) fn lightest(
        &self,
        days: RangeInclusive<u32>,
        today: StudyDay,
        easy: EasyDays,
        place: f64,
    ) -> Option<u32> {
        let day = |days: u32| today.plus(i32::try_from(days).unwrap_or(i32::MAX));
        let mut open: Vec<(u32, f64)> =
            days.filter_map(|days| Some((days, self.excess(day(days), today, easy)?))).collect();
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            clippy::cast_precision_loss,
            reason = "a place among a few days"
        )]
        let first = (place * open.len() as f64) as usize;
        if first < open.len() {
            open.rotate_left(first);
        }
        open.into_iter().min_by(|a, b| a.1.total_cmp(&b.1)).map(|(days, _)| days)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::memory::Memory;

    const TODAY: StudyDay = StudyDay(100);

    fn due(days: i32) -> CardState {
        let memory = Memory { stability_days: 5.0, difficulty: 5.0 };
        CardState::Review { memory, last: TODAY, due: TODAY.plus(days), lapses: 0, reviews: 2 }
    }

    fn loads(of: &[i32]) -> DayLoads {
        DayLoads::new(&of.iter().map(|days| due(*days)).collect::<Vec<_>>())
    }

    fn lightest(loads: &DayLoads, place: f64) -> Option<u32> {
        loads.lightest(4..=6, TODAY, EasyDays::default(), place)
    }

    #[test]
    fn the_day_with_the_least_to_do_is_taken() {
        assert_eq!(lightest(&loads(&[4, 4, 5, 6, 6]), 0.9), Some(5));
        assert_eq!([0.0, 0.4, 0.9].map(|place| lightest(&loads(&[]), place)), [Some(4), Some(5), Some(6)]);
        let mut after = loads(&[4, 5, 6]);
        after.remove(&due(6));
        after.add(&due(5));
        assert_eq!(lightest(&after, 0.0), Some(6));
    }

    #[test]
    fn the_decline_of_what_is_planned_draws_no_card_to_later_days() {
        let falling: Vec<i32> =
            (1..=12).flat_map(|day| std::iter::repeat_n(day, usize::try_from(40 - 3 * day).unwrap())).collect();
        assert_eq!([0.0, 0.4, 0.9].map(|place| lightest(&loads(&falling), place)), [Some(4), Some(5), Some(6)]);
    }

    #[test]
    fn easy_days_get_half_or_nothing() {
        // Study day 100 was a Saturday: days 4 to 6 are Wednesday to Friday.
        let easy = |text: &str| text.parse::<EasyDays>().unwrap();
        let on = |of: &[i32], text: &str| loads(of).lightest(4..=6, TODAY, easy(text), 0.0);
        assert_eq!(on(&[4, 4, 4, 5, 5, 6, 6, 6], "Thu less"), Some(4));
        assert_eq!(on(&[4, 4, 6, 6], "Thu none"), Some(4));
        assert_eq!(on(&[], "Wed Thu Fri none"), None);
    }
}
