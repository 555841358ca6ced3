//! The parts of a course paired with their files, for checks that point at lines.

use std::collections::HashMap;

use crate::course::files::File;
use crate::course::finding::{Finding, Location};
use crate::course::model::{Bank, Fact, Id, Lesson, Scenario, Standard};
use crate::course::spelling::Language;
use crate::course::suggestion::closest;
use crate::course::{Course, locate, read};

/// Everything that can be read, with the file it came from.
pub(super) struct Survey<'a> {
    pub course: &'a Course,
    pub lessons: Vec<(&'a File, &'a Lesson)>,
    pub banks: Vec<(&'a File, Bank)>,
    /// As they are written, with all their sides.
    pub whole_scenarios: Vec<(&'a File, Scenario)>,
    /// Every side as it is played.
    pub scenarios: Vec<(&'a File, Scenario)>,
    pub facts: Vec<Fact>,
    /// Why the ledger of facts cannot be read.
    pub unread_facts: Option<Finding>,
    lesson_places: HashMap<Id, usize>,
    bank_places: HashMap<Id, usize>,
}

impl<'a> Survey<'a> {
    pub(super) fn of(course: &'a Course) -> Self {
        let files = course.files();
        let lesson_files = course.files_by_id("lessons/");
        let lessons: Vec<(&File, &Lesson)> =
            course.lessons().filter_map(|l| lesson_files.get(l.id.as_str()).map(|f| (*f, l))).collect();
        let direct = |f: &&File| f.path.strip_prefix("quizzes/").is_some_and(|p| !p.contains('/'));
        let bank = |f: &'a File| read::read_file(f).ok().map(|b| (f, b));
        let branching = |f: &&File| f.path.starts_with("quizzes/scenarios/");
        let scenario = |f: &'a File| read::read_file(f).ok().map(|s| (f, s));
        let whole: Vec<(&File, Scenario)> = files.iter().filter(branching).filter_map(scenario).collect();
        let sides = whole.iter().flat_map(|(f, s)| s.played().into_iter().map(|side| (*f, side)));
        let facts = files.iter().find(|f| f.path == "assets/facts.ron").map(read::read_file);
        let (facts, unread_facts) = match facts.transpose() {
            Ok(facts) => (facts, None),
            Err(why) => (None, Some(*why)),
        };
        let banks: Vec<(&File, Bank)> = files.iter().filter(direct).filter_map(bank).collect();
        Self {
            course,
            lesson_places: places(lessons.iter().map(|(_, l)| &l.id)),
            bank_places: places(banks.iter().map(|(_, b)| &b.lesson)),
            lessons,
            banks,
            scenarios: sides.collect(),
            whole_scenarios: whole,
            facts: facts.unwrap_or_default(),
            unread_facts,
        }
    }

    /// How much the course asks of itself: little, where what it says of itself cannot be read.
    pub(super) fn standard(&self) -> Standard {
        if self.is_broken("assets/course.ron") { Standard::Plain } else { self.course.about().standard }
    }

    /// Whether the file at `path` could not be read.
    pub(super) fn is_broken(&self, path: &str) -> bool {
        self.course.problems().iter().any(|problem| problem.place.path == path)
    }

    /// Whether the bank names a lesson that is not there, and needs one.
    pub(super) fn is_strayed(&self, bank: &Bank) -> bool {
        self.lesson(&bank.lesson).is_none() && !self.is_bank_alone(bank)
    }

    /// Whether the bank is one that needs no lesson. One whose items name what only a lesson has needs it, where there is
    /// a lesson whose id is close or that has no bank.
    pub(super) fn is_bank_alone(&self, bank: &Bank) -> bool {
        let cards = bank.cards.iter().any(|card| card.section.is_some());
        let is_tied = cards || bank.questions.iter().any(|q| q.section.is_some() || q.objective.is_some());
        let ids = || self.lessons.iter().map(|(_, lesson)| &lesson.id);
        let may_be_meant = closest(bank.lesson.as_str(), ids().map(Id::as_str)).is_some()
            || ids().any(|id| !self.bank_places.contains_key(id));
        self.standard() == Standard::Plain && !(is_tied && may_be_meant)
    }

    /// Whether only a part of the lesson could be read.
    pub(super) fn is_cut_short(&self, lesson: &Id) -> bool {
        self.lesson_places.get(lesson).is_some_and(|&at| self.is_broken(&self.lessons[at].0.path))
    }

    /// The language in which answers are typed.
    pub(in crate::course) fn language(&self) -> Language {
        Language::of_tag(self.course.about().language.as_str())
    }

    /// The file of `assets/` named `name`, if there is one.
    pub(super) fn asset(&self, name: &str) -> Option<&'a File> {
        self.course.files().iter().find(|f| f.path == name)
    }

    pub(super) fn lesson(&self, id: &Id) -> Option<&'a Lesson> {
        self.lesson_places.get(id).map(|&at| self.lessons[at].1)
    }

    pub(super) fn bank(&self, lesson: &Id) -> Option<&(&'a File, Bank)> {
        self.bank_places.get(lesson).map(|&at| &self.banks[at])
    }
}

/// The place of each id in its list; of two that are the same, the first.
fn places<'i>(ids: impl Iterator<Item = &'i Id>) -> HashMap<Id, usize> {
    let mut places = HashMap::new();
    for (at, id) in ids.enumerate() {
        places.entry(id.clone()).or_insert(at);
    }
    places
}

/// The place of `token` within the item `id` of `file`.
pub(super) fn place(file: &File, id: &Id, token: &str) -> Location {
    locate::token(file, Some(id), token)
}
