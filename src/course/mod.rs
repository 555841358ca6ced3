//! What authors write: plain types, reading, checking. Knows no learner, no screen, no database.
//!
//! ```text
//! files ──► read ──► model          outline   what lists need without the lessons themselves
//!             │        │            markdown  text with [@references] and [[terms]]
//!             └► finding ◄── check  report    findings as a compiler shows them
//!                                   uses      where each term, work and case is used
//!                                   spelling  when two typed texts are the same answer
//! ```

mod assemble;
pub mod attribution;
mod builtin;
mod cache;
pub mod check;
mod file_index;
pub mod files;
pub mod finding;
mod inside;
mod literals;
pub mod locate;
mod lookup;
pub mod markdown;
pub mod model;
pub mod outline;
mod parallel;
pub mod pictures;
pub mod printed;
pub mod read;
pub mod report;
pub mod search;
mod slips;
pub mod spelling;
mod texts;
pub mod uses;
pub mod wording;

use std::borrow::Cow;
use std::collections::HashMap;
use std::path::Path;
use std::sync::OnceLock;

pub use builtin::builtin_schemes;

use assemble::{Assembler, SharedList, Shelved, ShelvedScenario};
use files::File;
use finding::{Finding, Location};
use model::{About, Bank, Case, Category, Id, Lesson, Reference, Scenario, Scheme, Text, Wheel};
use outline::{LessonOutline, Outline, ScenarioOutline};
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
    /// Of lessons, where they are many.
    positions: OnceLock<HashMap<Id, usize>>,
    questions: OnceLock<HashMap<Id, (usize, usize)>>,
    uses: OnceLock<uses::Index>,
    search: OnceLock<search::SearchIndex>,
    printed: OnceLock<printed::Printed>,
}

/// Why a folder is no course at all.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error(
        "cannot open the course in {folder}: {error}. Choose a folder that contains lessons/, quizzes/ and assets/."
    )]
    Folder { folder: String, error: std::io::Error },
    #[error(
        "there is no lesson to read in {folder}. A course needs at least one lesson file in lessons/ or, with `standard: Plain`, questions in quizzes/.{first}"
    )]
    NoLesson { folder: String, first: String },
    #[error(
        "{folder} holds no course: there is no assets/course.ron, no lesson in lessons/ and no bank in quizzes/ (files end in .ron). Write assets/course.ron with id, title, version, language and licence, and a lesson or, with `standard: Plain`, a bank; docs/course-format.md shows each."
    )]
    Empty { folder: String },
}

impl Course {
    /// The course that is built into the program.
    ///
    /// # Errors
    /// When the program was built without a readable lesson.
    pub fn builtin() -> Result<Self, OpenError> {
        Self::assemble("the built-in course", files::builtin(), Vec::new(), Some(files::builtin_outline()))
    }

    /// The course in the folder `root`.
    ///
    /// # Errors
    /// When the folder cannot be listed or holds no lesson that can be read.
    pub fn open(root: &Path) -> Result<Self, OpenError> {
        let named = model::text::named_path(root);
        let files::Found { files, unreadable } =
            files::folder(root).map_err(|error| OpenError::Folder { folder: named.clone(), error })?;
        let unread = |u: files::Unreadable| {
            Finding::error("file", Location::file(&u.path), format!("this cannot be read: {}", u.why))
                .help("a course’s files are regular files inside its folder, UTF-8 text of at most 4 MB, at most 5,000 in a folder")
        };
        let course = Self::assemble(&named, files, unreadable.into_iter().map(unread).collect(), None)?;
        Ok(Self { pictures: Pictures::Folder(root.to_owned()), ..course })
    }

    fn assemble(
        named: &str,
        files: Vec<File>,
        problems: Vec<Finding>,
        outline: Option<&[u8]>,
    ) -> Result<Self, OpenError> {
        let mut shelf = Assembler::sorted(&files, problems);
        let about = shelf.about(named);
        let ready: Outline = outline.and_then(|packed| postcard::from_bytes(packed).ok()).unwrap_or_default();
        let (lessons, banks, outlines) = shelf.lessons(&about, ready.lessons);
        if lessons.is_empty() && files.is_empty() && shelf.problems.len() == 1 {
            return Err(OpenError::Empty { folder: named.to_owned() });
        }
        if lessons.is_empty() {
            let cause = shelf.problems.iter().find(|p| p.rule == "format").or(shelf.problems.first());
            let first =
                cause.map_or(String::new(), |p| format!(" First problem: {}: {}; {}", p.place, p.message, p.help));
            return Err(OpenError::NoLesson { folder: named.to_owned(), first });
        }
        let (scenarios, scenario_outlines) = shelf.scenarios(ready.scenarios);
        Ok(Self {
            scenario_outlines,
            scenarios,
            references: shelf.list(SharedList::References),
            schemes: shelf.list(SharedList::Schemes),
            cases: shelf.list(SharedList::Cases),
            problems: sorted(shelf.problems),
            about,
            outlines,
            lessons,
            banks,
            files,
            pictures: Pictures::BuiltIn,
            positions: OnceLock::new(),
            questions: OnceLock::new(),
            uses: OnceLock::new(),
            search: OnceLock::new(),
            printed: OnceLock::new(),
        })
    }

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

/// In the order of the files: assets, lessons, quizzes.
fn sorted(mut problems: Vec<Finding>) -> Vec<Finding> {
    problems.sort_by(|a, b| (&a.place.path, a.place.line).cmp(&(&b.place.path, b.place.line)));
    problems
}

fn placeholder(text: &str) -> Text {
    Text::new(model::text::defused(text))
        .or_else(|_| Text::new("untitled"))
        .unwrap_or_else(|_| unreachable!("a word is a text"))
}
