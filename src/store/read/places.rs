//! Where the learner is in the lessons.

use std::collections::{HashMap, HashSet};

use rusqlite::params;

use super::id;
use crate::course::model::Id;
use crate::store::{Store, StoreError};

impl Store {
    /// The lesson and section the learner came to last.
    ///
    /// # Errors
    /// When the database cannot be read; so with every question asked of it.
    pub fn last_place(&self) -> Result<Option<(Id, Id)>, StoreError> {
        let sql = "SELECT lesson, section FROM came WHERE profile = ? AND course = ? ORDER BY event DESC LIMIT 1";
        self.first(sql, self.me(), |row| Ok((id(row, 0)?, id(row, 1)?)))
    }

    /// The section of `lesson` the learner came to last.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn place_in(&self, lesson: &Id) -> Result<Option<Id>, StoreError> {
        let sql =
            "SELECT section FROM came WHERE profile = ? AND course = ? AND lesson = ? ORDER BY event DESC LIMIT 1";
        let [profile, course] = self.me();
        self.first(sql, params![profile, course, lesson.as_str()], |row| id(row, 0))
    }

    /// The sections read to the end, by lesson.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn sections_read(&self) -> Result<HashMap<Id, HashSet<Id>>, StoreError> {
        let sql = "SELECT DISTINCT lesson, section FROM read WHERE profile = ? AND course = ?";
        let read: Vec<(Id, Id)> = self.all(sql, self.me(), |row| Ok((id(row, 0)?, id(row, 1)?)))?;
        let mut by_lesson: HashMap<Id, HashSet<Id>> = HashMap::new();
        for (lesson, section) in read {
            by_lesson.entry(lesson).or_default().insert(section);
        }
        Ok(by_lesson)
    }

    /// The recall stops of `lesson` that were answered or passed.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn recalled(&self, lesson: &Id) -> Result<HashSet<Id>, StoreError> {
        let sql = "SELECT DISTINCT question FROM recalled WHERE profile = ? AND course = ? AND lesson = ?";
        let [profile, course] = self.me();
        self.all(sql, params![profile, course, lesson.as_str()], |row| id(row, 0))
    }
}
