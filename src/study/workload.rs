//! What a desired retention costs: the reviews of the days to come, simulated with the learner's own cards and memory.

mod simulated;

use serde::Serialize;

use self::simulated::SimulatedDeck;
use super::memory::{CardState, Settings};
use super::queue::Limits;
use super::session::ReviewRules;
use super::time::StudyDay;

/// Percents of retention that are held side by side.
pub const RETENTIONS: [u32; 8] = [80, 83, 85, 87, 90, 92, 95, 97];

/// Days of the two stretches that are told.
pub const MONTH: usize = 30;
pub const QUARTER: usize = 90;

/// The same cards give the same workload.
const SEED: u64 = 1;

/// What a simulation starts from.
#[derive(Clone, Debug, PartialEq)]
pub struct WorkloadStart {
    pub today: StudyDay,
    /// The cards that were seen.
    pub seen: Vec<CardState>,
    /// Number of cards that were not.
    pub unseen: usize,
    pub rules: ReviewRules,
}

/// What a desired retention costs.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Workload {
    pub retention_percent: u32,
    /// Reviews a day over the next 30 and 90 days, beside the first showings of new cards.
    pub reviews_a_day_over_30_days: f64,
    pub reviews_a_day_over_90_days: f64,
    /// Whether it is what is set.
    pub is_set: bool,
}

/// The workload at each of [`RETENTIONS`] and at `percent`, which is set, the least first. However many are due, all are
/// reviewed; new cards are begun as the limit says. `None` when `is_cancelled` says so.
#[must_use]
pub fn workloads(start: &WorkloadStart, percent: u32, is_cancelled: &dyn Fn() -> bool) -> Option<Vec<Workload>> {
    let mut percents = RETENTIONS.to_vec();
    percents.push(percent);
    percents.sort_unstable();
    percents.dedup();
    let one = |at: u32| (!is_cancelled()).then(|| workload(start, at, at == percent));
    percents.into_iter().map(one).collect()
}

fn workload(start: &WorkloadStart, percent: u32, is_set: bool) -> Workload {
    #[expect(clippy::cast_precision_loss, reason = "a percentage")]
    let retention = percent as f32 / 100.0;
    let scheduling = Settings { retention, ..start.rules.scheduling.clone() };
    let limits = Limits { reviews_per_day: u32::MAX, ..start.rules.limits };
    let mut deck = SimulatedDeck::new(&start.seen, start.unseen, scheduling, SEED);
    let days: Vec<u32> = (0..QUARTER).map(|ahead| deck.study(day_after(start.today, ahead), limits).reviews).collect();
    let mean = |days: &[u32]| {
        #[expect(clippy::cast_precision_loss, reason = "numbers of days")]
        let of = days.len() as f64;
        days.iter().map(|n| f64::from(*n)).sum::<f64>() / of
    };
    Workload {
        retention_percent: percent,
        reviews_a_day_over_30_days: mean(&days[..MONTH]),
        reviews_a_day_over_90_days: mean(&days),
        is_set,
    }
}

fn day_after(today: StudyDay, ahead: usize) -> StudyDay {
    today.plus(i32::try_from(ahead).unwrap_or(i32::MAX))
}

#[cfg(test)]
mod tests;
