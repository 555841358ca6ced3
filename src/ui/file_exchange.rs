//! Bringing questions in, writing them out, and taking courses of others, one step after the other. A screen shows a step
//! and asks for the next; whoever opened the app knows files and formats.

use std::fmt::Debug;
use std::path::PathBuf;

use super::catalogue::ListedCourse;
use crate::course::Course;
use crate::course::model::Id;
use crate::study::names::Name;

/// What a screen asks for. Without a folder, the one that the program was started in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExchangeRequest {
    /// Files that questions can be read from.
    ImportFrom(Option<PathBuf>),
    /// What would come of a file.
    TryImport(PathBuf),
    Import(PathBuf),
    /// What can be written: the course, a lesson, a saved set.
    ExportParts,
    /// Formats that it can be written in.
    ExportFormats(ExportPart),
    /// What a format would carry, by its name on the command line.
    TryExport(ExportPart, String),
    Export(ExportPart, String),
    /// Courses to take.
    AddFrom(Option<PathBuf>),
    Add(PathBuf),
}

/// What of a course is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportPart {
    Whole,
    Lesson(Id),
    /// A saved set of questions.
    Set(Name),
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExchangeStep {
    /// Something to choose from.
    Choice {
        /// Where this is.
        head: String,
        rows: Vec<ExchangeRow>,
        /// Said where there is nothing.
        nothing: &'static str,
        /// What leads one step up, and where to in words.
        up: Option<(&'static str, ExchangeRequest)>,
    },
    /// What would be done, and nothing is yet.
    Trial {
        head: String,
        lines: Vec<String>,
        /// What does it, and in which words.
        does: (&'static str, ExchangeRequest),
    },
    /// It is done.
    Done { head: String, lines: Vec<String>, opens: Option<ListedCourse> },
}

/// A file, a folder or a format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExchangeRow {
    pub name: String,
    /// What it is.
    pub aside: String,
    pub request: ExchangeRequest,
}

/// Performs the steps.
pub trait FileExchange: Debug + Send + Sync {
    /// # Errors
    /// Says what could not be read or written, and why.
    fn step(&self, request: &ExchangeRequest, course: &Course) -> Result<ExchangeStep, String>;
}

/// Where there is no folder to read or write.
#[derive(Debug)]
pub struct NoExchange;

impl FileExchange for NoExchange {
    fn step(&self, _: &ExchangeRequest, _: &Course) -> Result<ExchangeStep, String> {
        Err("there is no folder to read from or to write to".to_owned())
    }
}
