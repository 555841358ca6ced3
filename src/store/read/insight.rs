//! What statistics ask beyond counts, each in a question of its own that an index answers.

use std::collections::HashMap;

use super::{id, json};
use crate::course::model::Id;
use crate::store::placement::COUNTS;
use crate::store::{Store, StoreError};
use crate::study::event::{EventId, EventKind};
use crate::study::memory::{ForgettingCurve, Grade, MemoryParameters, Stage};
use crate::study::score::Score;
use crate::study::time::StudyDay;

/// The latest reviews and answers that are looked at one by one.
const LATEST: &str = "1000";

/// A review of late.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LateReview {
    pub took_ms: u32,
    /// For a card that was due on a day: the chance of recall that was expected then, and whether it was recalled.
    pub recall: Option<(f64, bool)>,
}

/// A question that was missed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OftenMissed {
    pub question: Id,
    pub times: usize,
}

impl Store {
    /// What the latest answer to each question earned, by lesson and question.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn latest_scores(&self) -> Result<HashMap<(Id, Id), Score>, StoreError> {
        let sql = "SELECT lesson, question, points, of FROM latest WHERE profile = ? AND course = ?";
        let scores: Vec<_> = self.all(sql, self.me(), |row| {
            Ok(((id(row, 0)?, id(row, 1)?), Score { points: row.get(2)?, of: row.get(3)? }))
        })?;
        Ok(scores.into_iter().collect())
    }

    /// The five questions that were missed most often in quizzes, the worst first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn often_missed(&self) -> Result<Vec<OftenMissed>, StoreError> {
        let sql = format!(
            "SELECT question, sum(points < of) AS missed FROM answer WHERE profile = ? AND course = ? AND {COUNTS}
             GROUP BY lesson, question HAVING missed > 0 ORDER BY missed DESC, question LIMIT 5"
        );
        self.all(&sql, self.me(), |row| {
            let times: u32 = row.get(1)?;
            Ok(OftenMissed { question: id(row, 0)?, times: times as usize })
        })
    }

    /// The latest 1,000 reviews, the latest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn late_reviews(&self) -> Result<Vec<LateReview>, StoreError> {
        // What was expected of a review follows from the fit that held then.
        let fits = self.memory_fits()?;
        let curve = |review: EventId| {
            let held = fits.iter().find(|(fit, _)| *fit < review).and_then(|(_, fit)| fit.parameters.as_ref());
            held.map_or_else(ForgettingCurve::default, MemoryParameters::curve)
        };
        let sql = format!(
            "SELECT review.day, event.body, event.id FROM review JOIN event ON event.id = review.event
             WHERE review.learner = (SELECT id FROM learner WHERE profile = ? AND course = ?)
             ORDER BY review.day DESC, review.event DESC LIMIT {LATEST}"
        );
        let reviews: Vec<Option<LateReview>> = self.all(&sql, self.me(), |row| {
            let day = StudyDay(row.get(0)?);
            Ok(match json(row, 1)? {
                EventKind::Reviewed { grade, before, took_ms, .. } => {
                    let curve = curve(EventId(row.get(2)?));
                    let chance = curve.recall(&before, day).filter(|_| before.stage() == Stage::Review);
                    Some(LateReview { took_ms, recall: chance.map(|chance| (chance, grade != Grade::Again)) })
                }
                _ => None,
            })
        })?;
        Ok(reviews.into_iter().flatten().collect())
    }

    /// Milliseconds that the latest 1,000 answers in quizzes took.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn late_answer_times(&self) -> Result<Vec<u32>, StoreError> {
        let sql = format!(
            "SELECT took_ms FROM answer WHERE profile = ? AND course = ? AND {COUNTS} ORDER BY event DESC LIMIT {LATEST}"
        );
        self.all(&sql, self.me(), |row| row.get(0))
    }

    /// How many quizzes were begun.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn runs_begun(&self) -> Result<usize, StoreError> {
        let sql = "SELECT count(*) FROM run WHERE profile = ? AND course = ?";
        let begun: Option<u32> = self.first(sql, self.me(), |row| row.get(0))?;
        Ok(begun.unwrap_or(0) as usize)
    }

    /// The quiz with this number: the first that was begun is 1.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn run_numbered(&self, number: usize) -> Result<Option<crate::study::event::RunId>, StoreError> {
        let sql = "SELECT event FROM run WHERE profile = ? AND course = ? ORDER BY event LIMIT 1 OFFSET ?";
        let [profile, course] = self.me();
        let Some(before) = number.checked_sub(1).and_then(|n| i64::try_from(n).ok()) else { return Ok(None) };
        self.first(sql, rusqlite::params![profile, course, before], |row| Ok(crate::study::event::EventId(row.get(0)?)))
    }
}
