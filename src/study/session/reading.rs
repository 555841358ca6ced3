//! A lesson being read: the sections that were read to their end, and the recall stops that were answered or passed.

use std::collections::{HashMap, HashSet};

use crate::course::Course;
use crate::course::model::Id;
use crate::study::event::{EventKind, PagePlace};
use crate::study::item::{Item, Response};
use crate::study::missed::request_cards;
use crate::study::quiz::Given;
use crate::study::score::Verdict;

/// What is known of a learner and a lesson.
#[derive(Clone, Debug)]
pub struct ReadingRecord {
    lesson: Id,
    read: HashSet<Id>,
    recalled: HashMap<Id, Given>,
}

/// How the recall stops of a lesson were answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RecallCount {
    pub stops: usize,
    pub answered: usize,
    /// Earned all their points.
    pub right: usize,
}

impl ReadingRecord {
    /// The record of `lesson`: sections read before, and recall stops answered or passed before.
    #[must_use]
    pub fn new(lesson: Id, read: HashSet<Id>, recalled: HashMap<Id, Given>) -> Self {
        Self { lesson, read, recalled }
    }

    /// Whether this section was read to its end.
    #[must_use]
    pub fn has_read(&self, section: &Id) -> bool {
        self.read.contains(section)
    }

    /// The learner read as far as this page of a section: the place to come back to.
    #[must_use]
    pub fn came(&self, section: Id, at: PagePlace) -> EventKind {
        EventKind::SectionOpened { lesson: self.lesson.clone(), section, at }
    }

    /// The learner went on from a section, which counts as having read it. `None` when it was read before.
    #[must_use]
    pub fn finish(&mut self, section: Id) -> Option<EventKind> {
        self.read.insert(section.clone()).then(|| EventKind::SectionRead { lesson: self.lesson.clone(), section })
    }

    /// The latest answer to a recall stop. `None` as long as it has none, or was passed.
    #[must_use]
    pub fn answered(&self, question: &Id) -> Option<&Given> {
        self.recalled.get(question).filter(|given| given.answer.is_answer())
    }

    /// How the recall stops `questions` were answered.
    pub fn count<'a>(&self, questions: impl Iterator<Item = &'a Id>) -> RecallCount {
        questions.fold(RecallCount::default(), |count, question| {
            let given = self.answered(question);
            RecallCount {
                stops: count.stops + 1,
                answered: count.answered + usize::from(given.is_some()),
                right: count.right + usize::from(given.is_some_and(|g| g.score.verdict() == Verdict::Right)),
            }
        })
    }

    /// Grades `answer` to a recall stop. A stop that is passed after something else says nothing new: then nothing is to be
    /// saved. A stop that was missed asks for the cards on it.
    #[must_use]
    pub fn recall(&mut self, course: &Course, item: &Item, answer: Response, took_ms: u32) -> (Given, Vec<EventKind>) {
        let given = Given { score: item.grade(&answer), answer, took_ms, certainty: None };
        if !given.answer.is_answer() && self.recalled.contains_key(&item.question) {
            return (given, Vec::new());
        }
        self.recalled.insert(item.question.clone(), given.clone());
        let recalled = EventKind::Recalled {
            lesson: self.lesson.clone(),
            question: item.question.clone(),
            answer: given.answer.clone(),
            score: given.score,
        };
        let is_missed = given.answer.is_answer() && given.score.verdict() != Verdict::Right;
        let missed: Vec<Id> = is_missed.then(|| item.question.clone()).into_iter().collect();
        let request = request_cards(course, &missed);
        (given, [recalled].into_iter().chain(request).collect())
    }
}
