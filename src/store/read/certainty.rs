//! How certain answers were, and which questions return for it.

use std::collections::{BTreeMap, HashMap};

use rusqlite::params;

use super::id;
use crate::course::model::Id;
use crate::store::projection::level_number;
use crate::store::{Store, StoreError};
use crate::study::certainty::{AnswerDay, Certainty, returns_on};
use crate::study::event::{EventId, RunId};
use crate::study::score::Score;
use crate::study::time::StudyDay;

impl Store {
    /// How certain the answers of a quiz were, where that was asked.
    pub(super) fn certainties(&self, run: RunId) -> Result<HashMap<EventId, Certainty>, StoreError> {
        let sql = "SELECT event, level FROM certainty
                   WHERE event IN (SELECT event FROM answer WHERE profile = ? AND course = ? AND run = ?)";
        let [profile, course] = self.me();
        let levels: Vec<(EventId, Certainty)> =
            self.all(sql, params![profile, course, run.0], |row| Ok((EventId(row.get(0)?), level(row.get(1)?))))?;
        Ok(levels.into_iter().collect())
    }

    /// The number of answers that were given with each certainty, and what they earned.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn calibration(&self) -> Result<Vec<(Certainty, usize, Score)>, StoreError> {
        let sql = "SELECT level, count(*), sum(iif(of > 0, points / of, 0)) FROM certainty
                   WHERE profile = ? AND course = ? GROUP BY level ORDER BY level";
        self.all(sql, self.me(), |row| {
            let n: u32 = row.get(1)?;
            let score = Score { points: row.get(2)?, of: f64::from(n) };
            Ok((level(row.get(0)?), usize::try_from(n).unwrap_or(usize::MAX), score))
        })
    }

    /// The questions that were answered with certainty and wrong, each with the day on which it is to be asked again, the first
    /// due first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn returning_questions(&self) -> Result<Vec<(StudyDay, Id)>, StoreError> {
        let sql = "SELECT answer.question, event.day, certainty.level = ?3 AND certainty.points <= 0 FROM answer
                   JOIN event ON event.id = answer.event LEFT JOIN certainty ON certainty.event = answer.event
                   WHERE answer.profile = ?1 AND answer.course = ?2 AND answer.question IN
                     (SELECT question FROM certainty WHERE profile = ?1 AND course = ?2 AND level = ?3 AND points <= 0)
                   ORDER BY answer.event";
        let [profile, course] = self.me();
        let sure = level_number(Certainty::High);
        let answers: Vec<(Id, AnswerDay)> = self.all(sql, params![profile, course, sure], |row| {
            let is_error: Option<bool> = row.get(2)?;
            Ok((id(row, 0)?, (StudyDay(row.get(1)?), is_error.unwrap_or(false))))
        })?;
        let mut by_question: BTreeMap<Id, Vec<AnswerDay>> = BTreeMap::new();
        for (question, answer) in answers {
            by_question.entry(question).or_default().push(answer);
        }
        let mut due: Vec<(StudyDay, Id)> =
            by_question.into_iter().filter_map(|(question, answers)| Some((returns_on(&answers)?, question))).collect();
        due.sort();
        Ok(due)
    }
}

/// The table lets no other number in.
fn level(number: u8) -> Certainty {
    match number {
        1 => Certainty::Low,
        2 => Certainty::Middle,
        _ => Certainty::High,
    }
}
