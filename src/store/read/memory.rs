//! What is known of a learner's memory, and the reviews it is known from.

use rusqlite::{Row, params};

use super::cards::{grade, stage};
use super::json;
use crate::course::Course;
use crate::store::{Store, StoreError};
use crate::study::event::{EventId, EventKind};
use crate::study::memory::fit::MemoryFit;
use crate::study::memory::{CardState, MemoryParameters, ReviewEntry, ReviewHistory};
use crate::study::session::ReviewRules;
use crate::study::time::StudyDay;
use crate::study::workload::WorkloadStart;

/// What a fit is kept as.
pub(in crate::store) const FIT: &str = "memory fit";

impl Store {
    /// The latest fit, or reset.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn memory_fit(&self) -> Result<Option<MemoryFit>, StoreError> {
        let sql = "SELECT event.body FROM kept JOIN event ON event.id = kept.event
                   WHERE kept.profile = ? AND kept.course = ? AND kept.kind = ?";
        let [profile, course] = self.me();
        let found = self.first(sql, params![profile, course, FIT], |row| json(row, 0))?;
        Ok(found.and_then(fit_of))
    }

    /// The parameters that hold.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn memory_parameters(&self) -> Result<MemoryParameters, StoreError> {
        Ok(self.memory_fit()?.and_then(|fit| fit.parameters).unwrap_or_default())
    }

    /// Every fit and reset with its number in the log, the latest first.
    pub(super) fn memory_fits(&self) -> Result<Vec<(EventId, MemoryFit)>, StoreError> {
        let sql = "SELECT event.id, event.body FROM event
                   WHERE learner = (SELECT id FROM learner WHERE profile = ? AND course = ?) AND kind = 'memory-fitted'
                   ORDER BY event.id DESC";
        let all: Vec<(EventId, EventKind)> =
            self.all(sql, self.me(), |row| Ok((EventId(row.get(0)?), json(row, 1)?)))?;
        Ok(all.into_iter().filter_map(|(id, what)| Some((id, fit_of(what)?))).collect())
    }

    /// The reviews that still count, as the model learns from them: in the order of their days, which that of the log is not
    /// where two machines' progress was joined.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn review_history(&self) -> Result<ReviewHistory, StoreError> {
        let sql = "SELECT card, day, grade, stage FROM review
                   WHERE learner = (SELECT id FROM learner WHERE profile = ? AND course = ?) ORDER BY day, event";
        let entries: Vec<ReviewEntry> = self.all(sql, self.me(), review_entry)?;
        Ok(ReviewHistory::new(entries))
    }

    /// What the workload to come is simulated from: the cards of `course` as they stand.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn workload_start(
        &self,
        course: &Course,
        today: StudyDay,
        mut rules: ReviewRules,
    ) -> Result<WorkloadStart, StoreError> {
        let states = self.card_states()?;
        rules.scheduling.parameters = self.memory_parameters()?;
        let cards = || course.outlines().iter().flat_map(|outline| &outline.cards);
        let seen: Vec<CardState> =
            cards().filter_map(|key| states.get(key)).filter(|state| !state.is_new()).copied().collect();
        Ok(WorkloadStart { today, unseen: cards().count() - seen.len(), seen, rules })
    }
}

fn fit_of(what: EventKind) -> Option<MemoryFit> {
    if let EventKind::MemoryFitted(fit) = what { Some(fit) } else { None }
}

/// The columns card, day, grade and stage of a review.
pub(in crate::store) fn review_entry(row: &Row) -> rusqlite::Result<ReviewEntry> {
    let day = StudyDay(row.get(1)?);
    Ok(ReviewEntry { card: row.get(0)?, day, grade: grade(row.get(2)?), stage: stage(row.get(3)?) })
}
