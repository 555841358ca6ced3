//! A lesson being read: the sections that were read to their end, and the recall stops that were answered or passed.

use std::collections::HashSet;

use crate::course::model::Id;
use crate::study::event::EventKind;
use crate::study::item::{Item, Response};
use crate::study::quiz::Given;

/// What is known of a learner and a lesson.
#[derive(Clone, Debug)]
pub struct ReadingRecord {
    lesson: Id,
    read: HashSet<Id>,
    recalled: HashSet<Id>,
}

impl ReadingRecord {
    /// The record of `lesson`: sections read before, and recall stops answered or passed before.
    #[must_use]
    pub fn new(lesson: Id, read: HashSet<Id>, recalled: HashSet<Id>) -> Self {
        Self { lesson, read, recalled }
    }

    /// Whether this section was read to its end.
    #[must_use]
    pub fn has_read(&self, section: &Id) -> bool {
        self.read.contains(section)
    }

    /// The learner came to a section: the place to come back to.
    #[must_use]
    pub fn came(&self, section: Id) -> EventKind {
        EventKind::SectionOpened { lesson: self.lesson.clone(), section }
    }

    /// The learner went on from a section, which counts as having read it. `None` when it was read before.
    #[must_use]
    pub fn finish(&mut self, section: Id) -> Option<EventKind> {
        self.read.insert(section.clone()).then(|| EventKind::SectionRead { lesson: self.lesson.clone(), section })
    }

    /// Grades `answer` to a recall stop. A stop that is passed a second time says nothing new: then nothing is to be saved.
    #[must_use]
    pub fn recall(&mut self, item: &Item, answer: Response, took_ms: u32) -> (Given, Option<EventKind>) {
        let given = Given { score: item.grade(&answer), answer, took_ms };
        let is_new = self.recalled.insert(item.question.clone());
        let recalled = (is_new || given.answer.is_answer()).then(|| EventKind::Recalled {
            lesson: self.lesson.clone(),
            question: item.question.clone(),
            answer: given.answer.clone(),
            score: given.score,
        });
        (given, recalled)
    }
}
