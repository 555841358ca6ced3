//! Fitting the schedule to a learner's reviews, and working out what a retention costs.

use std::time::Instant;

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use ninetracks::study::chance::chance;
use ninetracks::study::memory::fit::{FitControl, fit};
use ninetracks::study::memory::{CardState, ForgettingCurve, Grade, ReviewEntry, ReviewHistory, Scheduler};
use ninetracks::study::session::ReviewRules;
use ninetracks::study::time::Clock;
use ninetracks::study::workload::{WorkloadStart, workloads};
use rand::RngExt;

use crate::{Result, row};

const SIZES: [usize; 3] = [10_000, 100_000, 500_000];
/// Reviews of a card.
const OF_A_CARD: usize = 10;
/// A fit of 100,000 reviews takes less than this.
const LIMIT_MS: f64 = 1_000.0;

pub(crate) fn measure() -> Result<()> {
    let (mut fits, mut costs) = (None, None);
    for reviews in SIZES {
        let (entries, states, clock) = studied(reviews);
        let history = ReviewHistory::new(entries);
        let started = Instant::now();
        let found = fit(&history, &FitControl::default())?;
        let ms = started.elapsed().as_secs_f64() * 1000.0;
        let verdict = if reviews != 100_000 {
            ""
        } else if ms < LIMIT_MS {
            ", limit 1 s: ok"
        } else {
            ", limit 1 s: OVER"
        };
        row(&format!("a fit ({} samples{verdict})", found.reviews), reviews, ms, &mut fits);

        let start = WorkloadStart { today: clock.today(), seen: states, unseen: 1_000, rules: ReviewRules::default() };
        let started = Instant::now();
        let all = workloads(&start, 90, &|| false).map_or(0, |all| all.len());
        let ms = started.elapsed().as_secs_f64() * 1000.0;
        row(&format!("what {all} retentions cost ({} cards)", start.seen.len()), reviews, ms, &mut costs);
    }
    Ok(())
}

/// Reviews in the order of their days by a learner whose memory is the average one's, how the cards then stand, and when.
fn studied(reviews: usize) -> (Vec<ReviewEntry>, Vec<CardState>, Clock) {
    let scheduler = Scheduler::default();
    let mut chance = chance(1, "reviews");
    let mut clock = Clock::new(Timestamp::UNIX_EPOCH + SignedDuration::from_hours(12), TimeZone::UTC);
    let mut states = vec![CardState::New; reviews / OF_A_CARD];
    let mut waiting = std::collections::BTreeMap::from([(clock.today(), (0..states.len()).collect::<Vec<_>>())]);
    let mut entries = Vec::with_capacity(reviews);
    while entries.len() < reviews
        && let Some((day, cards)) = waiting.pop_first()
    {
        clock.now += SignedDuration::from_hours(24 * i64::from(day.since(clock.today())));
        for card in cards {
            let state = &mut states[card];
            while state.last() != Some(day) || matches!(state, CardState::Learning { .. }) {
                let recall = ForgettingCurve::default().recall(state, day).unwrap_or(0.7);
                let grade = if chance.random_bool(recall) { Grade::Good } else { Grade::Again };
                entries.push(ReviewEntry { card: i64::try_from(card).unwrap_or(0), day, grade, stage: state.stage() });
                *state = scheduler.outcomes(state, &clock, u64::try_from(entries.len()).unwrap_or(0)).of(grade).after;
            }
            if let CardState::Review { due, .. } = state {
                waiting.entry(*due).or_default().push(card);
            }
        }
    }
    entries.truncate(reviews);
    (entries, states, clock)
}
