//! Going through a paper: where the learner is, what was answered, how much time is left.

use jiff::Timestamp;

use super::{Mode, Paper};
use crate::course::model::Id;
use crate::study::certainty::{Certainty, certainty_score};
use crate::study::item::{Item, Response};
use crate::study::score::{Score, Verdict};

/// A paper being taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Sitting {
    pub paper: Paper,
    given: Vec<Option<Given>>,
    flagged: Vec<bool>,
    at: usize,
    /// When the learner began; moved forward by the time spent away when a sitting is taken up again.
    began: Timestamp,
}

/// An answer and what it earned.
#[derive(Clone, Debug, PartialEq)]
pub struct Given {
    pub answer: Response,
    pub score: Score,
    pub took_ms: u32,
    /// How certain the learner was, where that was asked.
    pub certainty: Option<Certainty>,
}

impl Sitting {
    #[must_use]
    pub fn new(paper: Paper, began: Timestamp) -> Self {
        let n = paper.items.len();
        Self { paper, given: vec![None; n], flagged: vec![false; n], at: 0, began }
    }

    /// Takes a sitting up again at the first question without an answer.
    #[must_use]
    pub fn resumed(paper: Paper, given: Vec<Option<Given>>, now: Timestamp) -> Self {
        let spent_ms: i64 = given.iter().flatten().map(|g| i64::from(g.took_ms)).sum();
        let began = now.checked_sub(jiff::SignedDuration::from_millis(spent_ms)).unwrap_or(now);
        let mut sitting = Self { given, ..Self::new(paper, began) };
        sitting.given.resize(sitting.paper.items.len(), None);
        sitting.at = sitting.given.iter().position(Option::is_none).unwrap_or(sitting.given.len().saturating_sub(1));
        sitting
    }

    #[must_use]
    pub fn mode(&self) -> Mode {
        self.paper.spec.mode
    }

    /// Position of the current question.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    #[must_use]
    pub fn len(&self) -> usize {
        self.paper.items.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.paper.items.is_empty()
    }

    #[must_use]
    pub fn given(&self, at: usize) -> Option<&Given> {
        self.given.get(at)?.as_ref()
    }

    /// Every answer by position.
    #[must_use]
    pub fn all_given(&self) -> &[Option<Given>] {
        &self.given
    }

    #[must_use]
    pub fn flagged(&self, at: usize) -> bool {
        self.flagged.get(at).copied().unwrap_or(false)
    }

    pub fn toggle_flag(&mut self) {
        if let Some(flag) = self.flagged.get_mut(self.at) {
            *flag = !*flag;
        }
    }

    pub fn give(&mut self, given: Given) {
        if let Some(slot) = self.given.get_mut(self.at) {
            *slot = Some(given);
        }
    }

    pub fn take_back(&mut self) -> Option<Given> {
        self.given.get_mut(self.at)?.take()
    }

    /// Adds a question to the paper and goes to it.
    pub(in crate::study) fn add(&mut self, item: Item) {
        self.at = self.paper.items.len();
        self.paper.items.push(item);
        self.given.push(None);
        self.flagged.push(false);
    }

    /// The same without the questions that have no answer: they were not asked for.
    #[must_use]
    pub(in crate::study) fn of_what_was_answered(mut self) -> Self {
        let is_answered: Vec<bool> = self.given.iter().map(Option::is_some).collect();
        let mut kept = is_answered.iter();
        self.paper.items.retain(|_| *kept.next().unwrap_or(&false));
        let mut kept = is_answered.iter();
        self.flagged.retain(|_| *kept.next().unwrap_or(&false));
        self.given.retain(Option::is_some);
        self.at = self.at.min(self.paper.items.len().saturating_sub(1));
        self
    }

    /// Moves to the question at `to`, if there is one.
    pub fn go(&mut self, to: usize) {
        if to < self.len() {
            self.at = to;
        }
    }

    #[must_use]
    pub fn is_last(&self) -> bool {
        self.at + 1 >= self.len()
    }

    #[must_use]
    pub fn answered(&self) -> usize {
        self.given.iter().flatten().count()
    }

    #[must_use]
    pub fn score(&self) -> Score {
        self.given.iter().flatten().map(|g| g.score).sum()
    }

    /// What was earned by certainty; `None` where no answer was given with one.
    #[must_use]
    pub fn certainty_score(&self) -> Option<Score> {
        let of: Vec<f64> = self.paper.items.iter().map(|item| f64::from(item.points)).collect();
        certainty_score(&self.given, &of)
    }

    /// The questions that did not earn all their points; those without an answer among them.
    #[must_use]
    pub fn missed(&self) -> Vec<Id> {
        let is_right = |given: &Option<Given>| given.as_ref().is_some_and(|g| g.score.verdict() == Verdict::Right);
        let asked = self.paper.items.iter().zip(&self.given);
        asked.filter(|(_, given)| !is_right(given)).map(|(item, _)| item.question.clone()).collect()
    }

    /// Milliseconds since the sitting began.
    #[must_use]
    pub fn elapsed_ms(&self, now: Timestamp) -> u64 {
        u64::try_from(now.duration_since(self.began).as_millis()).unwrap_or(0)
    }

    /// Seconds left of the limit, rounded up; `None` without a limit.
    #[must_use]
    pub fn left_s(&self, now: Timestamp) -> Option<u64> {
        let limit_ms = u64::from(self.paper.spec.limit_s?) * 1000;
        Some(limit_ms.saturating_sub(self.elapsed_ms(now)).div_ceil(1000))
    }

    #[must_use]
    pub fn time_is_up(&self, now: Timestamp) -> bool {
        self.left_s(now) == Some(0)
    }
}
