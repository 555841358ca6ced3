//! A learner's reviews as the model learns from them.

use std::collections::HashMap;

use fsrs::{FSRS, FSRSItem, FSRSReview, MemoryState};

use super::{Grade, Memory, MemoryParameters, Stage};
use crate::study::time::StudyDay;

/// A review in the log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReviewEntry {
    /// Any number that stands for the card.
    pub card: i64,
    pub day: StudyDay,
    pub grade: Grade,
    /// Where the card stood before.
    pub stage: Stage,
}

/// All reviews of a learner, card by card. A card that was made new again begins another history.
#[derive(Clone, Debug, Default)]
pub struct ReviewHistory {
    steps: Vec<ReviewStep>,
    /// The card of each history.
    cards: Vec<i64>,
}

/// A review and where it stands in its history.
#[derive(Clone, Copy, Debug)]
struct ReviewStep {
    history: usize,
    is_first: bool,
    review: FSRSReview,
}

impl ReviewStep {
    /// Whether it says something of memory over days: a card that came back on the same day does not.
    fn is_sample(&self) -> bool {
        !self.is_first && self.review.delta_t > 0
    }
}

impl ReviewHistory {
    /// Of all reviews, the oldest first. What is not known from its first review on is left out.
    #[must_use]
    pub fn new(entries: impl IntoIterator<Item = ReviewEntry>) -> Self {
        let mut whole = Self::default();
        let mut open: HashMap<i64, (usize, StudyDay)> = HashMap::new();
        for ReviewEntry { card, day, grade, stage } in entries {
            let is_first = stage == Stage::New;
            let before = open.get(&card).copied().filter(|_| !is_first);
            let history = match before {
                Some((history, _)) => history,
                None if is_first => {
                    whole.cards.push(card);
                    whole.cards.len() - 1
                }
                None => continue,
            };
            let days = before.map_or(0, |(_, last)| u32::try_from(day.since(last)).unwrap_or(0));
            whole.steps.push(ReviewStep {
                history,
                is_first,
                review: FSRSReview { rating: grade.number().into(), delta_t: days },
            });
            open.insert(card, (history, day));
        }
        whole
    }

    /// Number of reviews of cards that were seen a day before or longer ago.
    #[must_use]
    pub fn samples(&self) -> usize {
        self.steps.iter().filter(|step| step.is_sample()).count()
    }

    /// The first `most` samples as the optimizer wants them, each with the reviews before it, and the number of each history.
    pub(super) fn items(&self, most: usize) -> (Vec<FSRSItem>, Vec<i64>) {
        let mut reviews: Vec<Vec<FSRSReview>> = vec![Vec::new(); self.cards.len()];
        let (mut items, mut histories) = (Vec::with_capacity(most), Vec::with_capacity(most));
        for step in &self.steps {
            if items.len() == most {
                break;
            }
            let so_far = &mut reviews[step.history];
            so_far.push(step.review);
            if step.is_sample() {
                items.push(FSRSItem { reviews: so_far.clone() });
                histories.push(i64::try_from(step.history).unwrap_or(i64::MAX));
            }
        }
        (items, histories)
    }

    /// Of each sample the chance of recall that the model expects, and whether it was recalled.
    pub(super) fn expected(&self, parameters: &MemoryParameters) -> Vec<(f64, bool)> {
        let mut expected = Vec::new();
        self.follow(parameters, |step, before| {
            if let Some(before) = before.filter(|_| step.is_sample()) {
                let chance = parameters.curve().after_days(before, step.review.delta_t);
                expected.push((chance, step.review.rating > 1));
            }
        });
        expected
    }

    /// How each card stands after all of its reviews, by its number.
    #[must_use]
    pub fn memories(&self, parameters: &MemoryParameters) -> HashMap<i64, Memory> {
        let last = self.follow(parameters, |_, _| ());
        self.cards.iter().zip(last).filter_map(|(card, memory)| Some((*card, memory?.into()))).collect()
    }

    /// Tells `each` of every review and the memory before it; gives the memory after the last of each history.
    fn follow(
        &self,
        parameters: &MemoryParameters,
        mut each: impl FnMut(&ReviewStep, Option<MemoryState>),
    ) -> Vec<Option<MemoryState>> {
        let model = parameters.model();
        let mut memories: Vec<Option<MemoryState>> = vec![None; self.cards.len()];
        for step in &self.steps {
            let memory = &mut memories[step.history];
            each(step, *memory);
            *memory = after(&model, *memory, step.review).or(*memory);
        }
        memories
    }
}

/// The memory after a review; `None` where the model comes to no number.
fn after(model: &FSRS, before: Option<MemoryState>, review: FSRSReview) -> Option<MemoryState> {
    model.memory_state(FSRSItem { reviews: vec![review] }, before).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::memory::{CardState, Scheduler};
    use crate::study::time::Clock;

    fn entry(card: i64, day: i32, grade: Grade, stage: Stage) -> ReviewEntry {
        ReviewEntry { card, day: StudyDay(day), grade, stage }
    }

    #[test]
    fn a_sample_is_a_review_a_day_or_more_after_the_one_before() {
        let history = ReviewHistory::new([
            entry(7, 1, Grade::Good, Stage::New),
            entry(7, 1, Grade::Good, Stage::Learning),
            entry(8, 2, Grade::Good, Stage::Review),
            entry(7, 3, Grade::Again, Stage::Review),
            entry(7, 9, Grade::Good, Stage::New),
            entry(7, 12, Grade::Good, Stage::Review),
        ]);
        assert_eq!(history.samples(), 2);
        let (items, histories) = history.items(9);
        let days: Vec<Vec<u32>> = items.iter().map(|i| i.reviews.iter().map(|r| r.delta_t).collect()).collect();
        assert_eq!((days, histories), (vec![vec![0, 0, 2], vec![0, 3]], vec![0, 1]));
    }

    /// What is worked out from the log again is what the scheduler kept.
    #[test]
    fn memories_are_those_of_the_scheduler() {
        let scheduler = Scheduler::default();
        let (mut state, mut entries) = (CardState::New, Vec::new());
        for (day, grade) in
            [(10, Grade::Good), (10, Grade::Good), (12, Grade::Again), (12, Grade::Good), (20, Grade::Easy)]
        {
            entries.push(entry(3, day, grade, state.stage()));
            let noon = jiff::Timestamp::from_second(i64::from(day) * 86_400 + 43_200).unwrap();
            let clock = Clock::new(noon, jiff::tz::TimeZone::UTC);
            state = scheduler.outcomes(&state, &clock, 1).of(grade).after;
        }
        let memories = ReviewHistory::new(entries).memories(&MemoryParameters::default());
        assert_eq!(memories.get(&3).copied(), state.memory());
    }
}
