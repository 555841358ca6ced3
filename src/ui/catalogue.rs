//! Which courses there are to open. A screen lists and asks; whoever opened the app knows where they are and opens them.

use std::fmt::Debug;
use std::path::PathBuf;

use crate::course::Course;
use crate::course::model::Id;
use crate::store::Learner;

/// A course that can be opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListedCourse {
    BuiltIn,
    Folder(PathBuf),
    /// One that was added, by its name.
    Added(Id),
}

/// What is told of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueEntry {
    pub course: ListedCourse,
    pub title: String,
    /// Where it is from, its version and its licence.
    pub about: String,
    /// What progress in it is kept under; `None` when the course cannot be read.
    pub progress: Option<Id>,
}

/// Knows the courses of this computer.
pub trait CourseCatalogue: Debug + Send + Sync {
    /// Those that can be opened. Asked for only when they are to be shown.
    fn entries(&self) -> Vec<CatalogueEntry>;

    /// Opens one, for the same learner.
    ///
    /// # Errors
    /// Says why it cannot be opened.
    fn open(&self, course: &ListedCourse) -> Result<(Course, Learner), String>;
}

/// Where there is no other course.
#[derive(Debug)]
pub struct NoCatalogue;

impl CourseCatalogue for NoCatalogue {
    fn entries(&self) -> Vec<CatalogueEntry> {
        Vec::new()
    }

    fn open(&self, _: &ListedCourse) -> Result<(Course, Learner), String> {
        Err("there is no other course".to_owned())
    }
}
