//! Opening a course: the built-in one, or the files of a folder.

use std::path::Path;
use std::sync::OnceLock;

use super::assemble::{ABOUT, Assembler, SharedList};
use super::files::{self, File};
use super::finding::{Finding, Location};
use super::inside::Inside;
use super::outline::Outline;
use super::pictures::Pictures;
use super::{Course, model, read};

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
        let found =
            files::folder(root).map_err(|error| OpenError::Folder { folder: model::text::named_path(root), error })?;
        Self::from_found(root, found)
    }

    /// The course of what was found in the folder `root`.
    pub(super) fn from_found(root: &Path, found: files::Found) -> Result<Self, OpenError> {
        let files::Found { files, unreadable, slips } = found;
        let unread = |u: files::Unreadable| {
            Finding::error("file", Location::file(&u.path), format!("this cannot be read: {}", u.why)).help(u.help)
        };
        let problems = unreadable.into_iter().map(unread).chain(slips).collect();
        let course = Self::assemble(&model::text::named_path(root), files, problems, None)?;
        Ok(Self { pictures: Pictures::Folder(root.to_owned()), ..course })
    }

    pub(super) fn assemble(
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
            progress_id: None,
            positions: OnceLock::new(),
            questions: OnceLock::new(),
            uses: OnceLock::new(),
            search: OnceLock::new(),
            printed: OnceLock::new(),
        })
    }
}

/// What the course in the folder `root` says of itself, without reading the rest; `None` when that cannot be read.
#[must_use]
pub fn read_about(root: &Path) -> Option<model::About> {
    let bytes = Inside::of(root).ok()?.read(ABOUT, files::LONGEST).ok()?;
    read::read(ABOUT, &files::text(bytes).ok()?).ok()
}

/// In the order of the files: assets, lessons, quizzes.
fn sorted(mut problems: Vec<Finding>) -> Vec<Finding> {
    problems.sort_by(|a, b| (&a.place.path, a.place.line).cmp(&(&b.place.path, b.place.line)));
    problems
}
