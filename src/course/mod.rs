//! What authors write: plain types, reading, checking. Knows no learner, no screen, no database.
//!
//! ```text
//! files ──► read ──► model          markdown_file, authored   lessons and banks in Markdown, told as RON
//!             │        │            outline   what lists need without the lessons themselves
//!             │        │            markdown  text with [@references] and [[terms]]
//!             └► finding ◄── check  report    findings as a compiler shows them
//!                                   uses      where each term, work and case is used
//!                                   spelling  when two typed texts are the same answer
//!                                   open      a course from a folder, or the built-in one
//!                                   live      the same while its author writes it
//! ```

mod assemble;
pub mod attribution;
mod authored;
mod builtin;
mod cache;
pub mod check;
mod file_index;
mod file_text;
pub mod files;
pub mod finding;
pub mod formula_guard;
mod inside;
mod literals;
pub mod live;
pub mod locate;
mod lookup;
pub mod markdown;
pub mod markdown_file;
pub mod model;
mod open;
pub mod outline;
mod parallel;
pub mod pictures;
pub mod printed;
pub mod read;
pub mod report;
pub mod ron_text;
pub mod search;
mod slips;
pub mod spelling;
pub mod suggestion;
mod texts;
pub mod uses;
pub mod wording;

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

pub use builtin::{builtin_about, builtin_id, builtin_schemes, progress_id_in_folder};
pub use open::{OpenError, read_about};

use assemble::{Shelved, ShelvedScenario};
use files::File;
use finding::Finding;
use model::{About, Bank, Case, Category, Id, Lesson, Reference, Scenario, Scheme, Text, Wheel};
use outline::{LessonOutline, ScenarioOutline};
use pictures::{PictureError, Pictures};

/// From this number of lessons on they are found by a table, not one after the other.
const MANY_LESSONS: usize = 64;

/// A course, opened. What could be read is here; what could not is in [`Course::problems`].
pub struct Course {
    about: About,
    outlines: Vec<LessonOutline>,
    /// In the order of `outlines`.
    lessons: Vec<Shelved<Lesson>>,
    banks: Vec<Option<Shelved<Bank>>>,
    scenario_outlines: Vec<ScenarioOutline>,
    /// One for each file: the sides of all of them stand in the order of `scenario_outlines`.
    scenarios: Vec<ShelvedScenario>,
    references: Shelved<Vec<Reference>>,
    schemes: Shelved<Vec<Scheme>>,
    cases: Shelved<Vec<Case>>,
    problems: Vec<Finding>,
    files: Vec<File>,
    pictures: Pictures,
    /// Where it is not the course's own.
    progress_id: Option<Id>,
    /// Of lessons, where they are many.
    positions: OnceLock<HashMap<Id, usize>>,
    questions: OnceLock<HashMap<Id, (usize, usize)>>,
    uses: OnceLock<uses::Index>,
    search: OnceLock<search::SearchIndex>,
    printed: OnceLock<printed::Printed>,
}

impl Course {
    #[must_use]
    pub fn about(&self) -> &About {
        &self.about
    }

    /// Whose its words are, for whatever leaves the program.
    #[must_use]
    pub fn attribution(&self) -> attribution::Attribution {
        attribution::Attribution::of(&self.about)
    }

    /// Whether the course had something of this id once and gave it up.
    #[must_use]
    pub fn is_retired(&self, id: &Id) -> bool {
        self.about.retired.contains(id)
    }

    /// The lessons in the course's order.
    #[must_use]
    pub fn outlines(&self) -> &[LessonOutline] {
        &self.outlines
    }

    /// Whether enough questions are kept for a placement test: a pair in a lesson.
    #[must_use]
    pub fn has_placement(&self) -> bool {
        self.outlines.iter().any(|o| o.reserved >= 2)
    }

    /// Unreadable files: shown on the home screen. [`check`] finds more.
    #[must_use]
    pub fn problems(&self) -> &[Finding] {
        &self.problems
    }

    /// The folder that it was opened in; `None` for the built-in one.
    #[must_use]
    pub fn folder(&self) -> Option<&std::path::Path> {
        match &self.pictures {
            Pictures::BuiltIn => None,
            Pictures::Folder(root) => Some(root),
        }
    }

    /// The files as they were read.
    #[must_use]
    pub fn files(&self) -> &[File] {
        &self.files
    }

    /// The files in `folder` by the ids that they give; of two that give the same, the first.
    #[must_use]
    pub(crate) fn files_by_id(&self, folder: &str) -> HashMap<&str, &File> {
        let mut found = HashMap::new();
        for file in self.files.iter().filter(|f| f.path.starts_with(folder)) {
            for id in file.index().given_ids() {
                found.entry(id).or_insert(file);
            }
        }
        found
    }

    /// The bytes of a picture and its media type.
    ///
    /// # Errors
    /// When there is none of this name inside the course.
    pub fn picture(&self, file: &Text) -> Result<(Cow<'static, [u8]>, &'static str), PictureError> {
        self.pictures.read(file)
    }

    /// Position of a lesson in [`Course::outlines`].
    #[must_use]
    pub fn position(&self, lesson: &Id) -> Option<usize> {
        if self.outlines.len() < MANY_LESSONS {
            return self.outlines.iter().position(|o| &o.id == lesson);
        }
        let places = || self.outlines.iter().enumerate().rev().map(|(at, o)| (o.id.clone(), at)).collect();
        self.positions.get_or_init(places).get(lesson).copied()
    }

    #[must_use]
    pub fn outline(&self, lesson: &Id) -> Option<&LessonOutline> {
        self.position(lesson).map(|at| &self.outlines[at])
    }

    /// The lesson after this one; `None` after the last.
    #[must_use]
    pub fn next_lesson(&self, lesson: &Id) -> Option<&LessonOutline> {
        self.outlines.get(self.position(lesson)? + 1)
    }

    /// The number of the first lesson is 1.
    #[must_use]
    pub fn number(&self, lesson: &Id) -> usize {
        self.position(lesson).map_or(0, |i| i + 1)
    }

    #[must_use]
    pub fn lesson(&self, lesson: &Id) -> Option<&Lesson> {
        self.position(lesson).and_then(|i| self.lessons[i].get())
    }

    #[must_use]
    pub fn bank(&self, lesson: &Id) -> Option<&Bank> {
        self.position(lesson).and_then(|i| self.bank_at(i))
    }

    fn bank_at(&self, lesson: usize) -> Option<&Bank> {
        self.banks.get(lesson)?.as_ref()?.get()
    }

    /// Every lesson that can be read, in order.
    pub fn lessons(&self) -> impl Iterator<Item = &Lesson> {
        self.lessons.iter().filter_map(Shelved::get)
    }

    /// Every bank that can be read, in the order of the lessons.
    pub fn banks(&self) -> impl Iterator<Item = &Bank> {
        (0..self.banks.len()).filter_map(|i| self.bank_at(i))
    }

    /// Every side of every scenario, in the order of their files.
    #[must_use]
    pub fn scenario_outlines(&self) -> &[ScenarioOutline] {
        &self.scenario_outlines
    }

    /// Every side of every scenario that can be read, in order.
    pub fn scenarios(&self) -> impl Iterator<Item = &Scenario> {
        self.scenarios.iter().flat_map(ShelvedScenario::sides)
    }

    #[must_use]
    pub fn schemes(&self) -> &[Scheme] {
        self.schemes.get().map_or(&[], Vec::as_slice)
    }

    #[must_use]
    pub fn scheme(&self, id: &Id) -> Option<&Scheme> {
        self.schemes().iter().find(|s| &s.id == id)
    }

    /// The wheel and its spokes in their order; `None` for a course without one.
    #[must_use]
    pub fn wheel(&self) -> Option<(&Wheel, &[Category])> {
        let wheel = self.about.wheel.as_ref()?;
        let spokes = self.scheme(&wheel.scheme)?.categories.get(..)?;
        (2..=Wheel::MOST).contains(&spokes.len()).then_some((wheel, spokes))
    }

    #[must_use]
    pub fn cases(&self) -> &[Case] {
        self.cases.get().map_or(&[], Vec::as_slice)
    }

    /// Where each term, work and case is used. Made when it is first asked for.
    #[must_use]
    pub fn uses(&self) -> &uses::Index {
        self.uses.get_or_init(|| uses::Index::of(self))
    }

    /// Every word of the course, and where it stands. Made when it is first asked for.
    #[must_use]
    pub fn search(&self) -> &search::SearchIndex {
        self.search.get_or_init(|| search::SearchIndex::of(self))
    }
}

fn placeholder(text: &str) -> Text {
    Text::new(model::text::defused(text))
        .or_else(|_| Text::new("untitled"))
        .unwrap_or_else(|_| unreachable!("a word is a text"))
}
