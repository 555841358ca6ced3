//! Classes, what drills are called, the papers that were made and the questions that were chosen.

use std::collections::HashMap;

use jiff::Timestamp;
use rusqlite::params;

use super::{json, moment};
use crate::course::model::Id;
use crate::store::projection::class::{CLASS, LABEL, PAPER, PAPER_KEY, QUESTIONS, origin_words};
use crate::store::{Kept, Store, StoreError};
use crate::study::class::{ClassId, DrillLabel, PaperLabel, SchoolClass};
use crate::study::event::{EventId, EventKind, RunId};
use crate::study::item::{Item, Key};
use crate::study::names::Name;
use crate::study::quiz::{PaperOrigin, PaperSpec};

/// A paper whose sheets were written.
#[derive(Clone, Debug, PartialEq)]
pub struct MadePaper {
    pub event: EventId,
    /// Counted from 1 in the order of making; it never changes.
    pub number: usize,
    pub at: Timestamp,
    pub paper: PaperSpec,
    pub label: PaperLabel,
    pub versions: u8,
    /// What codes of a homework are made with; `None` for sheets.
    pub home: Option<u64>,
    /// In the order of version A.
    pub items: Vec<Item>,
}

impl Store {
    /// The teacher's classes by name; a class belongs to every course.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn classes(&self) -> Result<Vec<Kept<SchoolClass>>, StoreError> {
        let sql = "SELECT event.id, event.body FROM event JOIN kept ON kept.event = event.id
                   WHERE kept.profile = ? AND kept.kind = ? ORDER BY event.id";
        let all: Vec<(i64, Option<EventKind>)> =
            self.all(sql, params![self.me()[0], CLASS], |row| Ok((row.get(0)?, json(row, 1).ok())))?;
        let mut latest: HashMap<ClassId, Kept<SchoolClass>> = HashMap::new();
        for (id, what) in all {
            if let Some(EventKind::ClassKept { class }) = what {
                latest.insert(class.id.clone(), Kept { event: EventId(id), name: class.name.clone(), what: *class });
            }
        }
        let mut classes: Vec<Kept<SchoolClass>> = latest.into_values().collect();
        classes.sort_by_key(|class| (class.name.folded(), class.event));
        Ok(classes)
    }

    /// The class that is called so.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn class_called(&self, name: &Name) -> Result<Option<Kept<SchoolClass>>, StoreError> {
        Ok(self.classes()?.into_iter().find(|class| class.name.is_like(name)))
    }

    /// The class with this id, if there still is one.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn class_with(&self, id: Option<&ClassId>) -> Result<Option<SchoolClass>, StoreError> {
        let Some(id) = id else { return Ok(None) };
        Ok(self.classes()?.into_iter().find(|class| class.what.id == *id).map(|class| class.what))
    }

    /// What is said of each drill of this profile.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn drill_labels(&self) -> Result<HashMap<RunId, DrillLabel>, StoreError> {
        let all = self.kept_bodies(LABEL)?;
        let label = |(event, _, what)| match what {
            EventKind::DrillStarted { label, .. } => Some((event, label)),
            EventKind::DrillLabelled { run, label } => Some((run, label)),
            _ => None,
        };
        Ok(all.into_iter().filter_map(label).collect())
    }

    /// The papers whose sheets were written by this profile, the oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn made_papers(&self) -> Result<Vec<MadePaper>, StoreError> {
        let mut made = Vec::new();
        for (number, (event, at, what)) in (1..).zip(self.kept_bodies(PAPER)?) {
            let EventKind::PaperMade { paper, label, versions, home, .. } = what else { continue };
            let items = self.asked(event)?;
            made.push(MadePaper { event, number, at, paper, label, versions, home, items });
        }
        Ok(made)
    }

    /// The keys that were mended of `paper`, by question.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn paper_keys(&self, paper: &PaperSpec) -> Result<HashMap<Id, Key>, StoreError> {
        let origin = origin_words(paper);
        let key = |(_, _, what)| match what {
            EventKind::PaperRekeyed { paper, question, key } if origin_words(&paper) == origin => Some((question, key)),
            _ => None,
        };
        Ok(self.kept_bodies(PAPER_KEY)?.into_iter().filter_map(key).collect())
    }

    /// The questions whose key turned out wrong, each with the paper it stood on.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(in crate::store) fn rekeyed_questions(&self) -> Result<Vec<(PaperOrigin, Id)>, StoreError> {
        let question = |(_, _, what)| match what {
            EventKind::PaperRekeyed { paper, question, .. } => Some((paper.origin(), question)),
            _ => None,
        };
        Ok(self.kept_bodies(PAPER_KEY)?.into_iter().filter_map(question).collect())
    }

    /// Questions that were chosen one by one and kept under a name.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn kept_questions(&self) -> Result<Vec<Kept<Vec<Id>>>, StoreError> {
        let kept = |(event, _, what)| match what {
            EventKind::QuestionsKept { name, questions } => Some(Kept { event, name, what: questions }),
            _ => None,
        };
        let mut all: Vec<Kept<Vec<Id>>> = self.kept_bodies(QUESTIONS)?.into_iter().filter_map(kept).collect();
        all.sort_by_key(|kept| kept.name.folded());
        Ok(all)
    }

    /// What was kept as `kind`, the oldest first. What cannot be read is passed over.
    fn kept_bodies(&self, kind: &str) -> Result<Vec<(EventId, Timestamp, EventKind)>, StoreError> {
        let sql = "SELECT event.id, event.at_ms, event.body FROM event JOIN kept ON kept.event = event.id
                   WHERE kept.profile = ? AND kept.course = ? AND kept.kind = ? ORDER BY event.id";
        let [profile, course] = self.me();
        let all: Vec<(i64, Timestamp, Option<EventKind>)> =
            self.all(sql, params![profile, course, kind], |row| Ok((row.get(0)?, moment(row, 1)?, json(row, 2).ok())))?;
        Ok(all.into_iter().filter_map(|(id, at, what)| Some((EventId(id), at, what?))).collect())
    }
}
