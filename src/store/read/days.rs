//! What was done day by day.

use rusqlite::params;

use crate::store::{Store, StoreError};
use crate::study::queue::DayCounts;
use crate::study::study_time::StudyTime;
use crate::study::time::StudyDay;

/// A day on which something was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayTotals {
    pub day: StudyDay,
    pub counts: DayCounts,
    /// Time from event to event without breaks of over five minutes, in minutes, rounded.
    pub minutes: u32,
}

/// The reviews of one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReviewDay {
    pub day: StudyDay,
    /// Cards seen for the first time.
    pub new: u32,
    /// Showings within the steps.
    pub steps: u32,
    /// Reviews of cards that were due on a day, and how many of them were not forgotten: true retention is their ratio.
    pub reviews: u32,
    pub remembered: u32,
}

/// Reviews of all days: about as many as a fit learns from, and at hand.
pub(in crate::store) fn reviews_of(totals: &[DayTotals]) -> usize {
    totals.iter().map(|day| day.counts.reviews as usize).sum()
}

impl Store {
    /// What was done on `day`: what the limits count.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn day_counts(&self, day: StudyDay) -> Result<DayCounts, StoreError> {
        let sql = "SELECT new, reviews FROM day WHERE profile = ? AND course = ? AND day = ?";
        let [profile, course] = self.me();
        let counts = self.first(sql, params![profile, course, day.0], |row| {
            Ok(DayCounts { new: row.get(0)?, reviews: row.get(1)? })
        })?;
        Ok(counts.unwrap_or_default())
    }

    /// The time studied on `day`.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn study_time(&self, day: StudyDay) -> Result<StudyTime, StoreError> {
        let sql = "SELECT active_ms, last_ms FROM day WHERE profile = ? AND course = ? AND day = ?";
        let [profile, course] = self.me();
        let time = self.first(sql, params![profile, course, day.0], |row| {
            Ok(StudyTime { active_ms: row.get(0)?, last_ms: Some(row.get(1)?) })
        })?;
        Ok(time.unwrap_or_default())
    }

    /// The days on which anything was done, ascending: for streaks.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn study_days(&self) -> Result<Vec<StudyDay>, StoreError> {
        let sql = "SELECT day FROM day WHERE profile = ? AND course = ? ORDER BY day";
        self.all(sql, self.me(), |row| row.get(0).map(StudyDay))
    }

    /// The days on which anything was done, ascending, with their totals.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn day_totals(&self) -> Result<Vec<DayTotals>, StoreError> {
        let sql = "SELECT day, new, reviews, (active_ms + 30000) / 60000 FROM day WHERE profile = ? AND course = ? ORDER BY day";
        self.all(sql, self.me(), |row| {
            let counts = DayCounts { new: row.get(1)?, reviews: row.get(2)? };
            Ok(DayTotals { day: StudyDay(row.get(0)?), counts, minutes: row.get(3)? })
        })
    }

    /// The reviews that still count of the days after `after`, day by day, ascending: an index leads to them, however many
    /// there are from before.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn review_days(&self, after: StudyDay) -> Result<Vec<ReviewDay>, StoreError> {
        let sql = "SELECT day, sum(stage = 0), sum(stage IN (1, 2)), sum(stage = 3), sum(stage = 3 AND grade > 1)
                   FROM review WHERE learner = (SELECT id FROM learner WHERE profile = ? AND course = ?) AND day > ? GROUP BY day ORDER BY day";
        let [profile, course] = self.me();
        self.all(sql, params![profile, course, after.0], |row| {
            let (new, steps, reviews, remembered) = (row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?);
            Ok(ReviewDay { day: StudyDay(row.get(0)?), new, steps, reviews, remembered })
        })
    }
}
