//! Courses of others, kept by name.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use crate::course::model::Id;

/// Longest name of an added course; what is kept under a name has more in it, and is an id.
pub const LONGEST_NAME: usize = 48;

/// What to do with added courses.
#[derive(Clone, Debug, Subcommand)]
pub enum CourseCommand {
    /// Copy a course from a folder or a .zip into the data folder, once it was checked
    Add(AddArgs),
    /// List the added courses
    List {
        /// Print as JSON: one array of objects
        #[arg(long)]
        json: bool,
    },
    /// Remove the copy of an added course; what was learnt in it is kept
    Remove {
        #[arg(value_parser = course_name)]
        name: Id,
    },
}

/// Which course is copied, and what it is called.
#[derive(Args, Clone, Debug)]
pub struct AddArgs {
    /// The course folder, or a .zip of it
    #[arg(value_name = "PATH", value_hint = clap::ValueHint::AnyPath)]
    pub source: PathBuf,
    /// What --course and home call it [default: its id]
    #[arg(long, value_name = "NAME", value_parser = course_name)]
    pub name: Option<Id>,
    /// Put it in the place of the course that has its name or id; progress is kept
    #[arg(long)]
    pub replace: bool,
}

/// A course that is written otherwise.
#[derive(Args, Clone, Debug)]
pub struct ConvertArgs {
    /// The course folder, or the name of an added course; it stays as it is
    #[arg(value_hint = clap::ValueHint::DirPath)]
    pub dir: PathBuf,
    /// What its lessons, cards and questions are written in
    #[arg(long, value_enum)]
    pub to: CourseText,
    /// The new folder
    #[arg(long, value_name = "DIR", value_hint = clap::ValueHint::DirPath)]
    pub into: PathBuf,
}

/// What lessons and banks are written in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CourseText {
    Markdown,
    Ron,
}

impl CourseText {
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Markdown => "Markdown",
            Self::Ron => "RON",
        }
    }
}

fn course_name(raw: &str) -> Result<Id, String> {
    let name = Id::new(raw)?;
    if raw.starts_with('.') || raw.len() > LONGEST_NAME {
        return Err(format!("a name has at most {LONGEST_NAME} characters and does not begin with a point"));
    }
    Ok(name)
}
