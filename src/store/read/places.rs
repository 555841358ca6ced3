//! Where the learner is in the lessons.

use std::collections::{HashMap, HashSet};

use rusqlite::params;

use super::{id, json};
use crate::course::model::Id;
use crate::store::{Store, StoreError};
use crate::study::event::{EventKind, PagePlace};
use crate::study::quiz::Given;

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

    /// The page of `lesson` the learner read last, and its section.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn page_in(&self, lesson: &Id) -> Result<Option<(Id, PagePlace)>, StoreError> {
        let sql = "SELECT body FROM event WHERE id =
                     (SELECT event FROM came WHERE profile = ? AND course = ? AND lesson = ? ORDER BY event DESC LIMIT 1)";
        let [profile, course] = self.me();
        let event = self.first(sql, params![profile, course, lesson.as_str()], |row| json::<EventKind>(row, 0))?;
        let page =
            |what| if let EventKind::SectionOpened { section, at, .. } = what { Some((section, at)) } else { None };
        Ok(event.and_then(page))
    }

    /// The recall stops of `lesson` that were answered or passed, with the latest answer to each.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn recalled(&self, lesson: &Id) -> Result<HashMap<Id, Given>, StoreError> {
        let sql = "SELECT e.body FROM recalled r JOIN event e ON e.id = r.event
                   WHERE r.profile = ? AND r.course = ? AND r.lesson = ? ORDER BY r.event";
        let [profile, course] = self.me();
        let events: Vec<EventKind> = self.all(sql, params![profile, course, lesson.as_str()], |row| json(row, 0))?;
        let stop = |what| match what {
            EventKind::Recalled { question, answer, score, .. } => {
                Some((question, Given { answer, score, took_ms: 0, certainty: None }))
            }
            _ => None,
        };
        Ok(events.into_iter().filter_map(stop).collect())
    }
}
