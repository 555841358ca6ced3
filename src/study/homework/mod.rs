//! A paper that pupils do at home: a file that the program opens there, and the code that comes back.
//!
//! ```text
//!  teacher ── Homework, a file ──► pupil: takes it as a quiz
//!     ▲                               │
//!     └── code: name and answers ─────┘
//! ```
//! The file holds the questions whole, keys included, so that the pupil is told why: it is for practice, not for marks. A code
//! proves that it was made for this file and not changed on the way; it does not prove who made it.

mod code;
mod pack;

use serde::{Deserialize, Serialize};

pub use code::{CodeError, HandedOut, Returned, code, read_code};

use super::item::Item;
use super::names::Name;
use super::quiz::{Paper, PaperSpec, paper_code};
use crate::course::model::Id;

/// The form of the file that this program writes.
pub const FORMAT: u8 = 1;

/// What is handed out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Homework {
    /// The form of the file.
    pub homework: u8,
    pub course: Id,
    /// What the teacher calls it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Name>,
    /// Whose it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<Name>,
    /// What its codes are made with.
    pub token: u64,
    pub paper: PaperSpec,
    /// In the order in which they are asked.
    pub items: Vec<Item>,
}

/// Why a file is no homework.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HomeworkError {
    #[error("this is no homework that ninetracks wrote: {0}")]
    NotHomework(String),
    #[error("this homework was written by a later version (form {0}): update ninetracks")]
    Newer(u8),
    #[error("this homework has no questions")]
    Empty,
    #[error("question {0} of this homework is damaged: ask for the file again")]
    Broken(usize),
}

impl Homework {
    /// Reads a file.
    ///
    /// # Errors
    /// Says why it is no homework.
    pub fn read(text: &str) -> Result<Self, HomeworkError> {
        #[derive(Deserialize)]
        struct Form {
            homework: u8,
        }
        let wrong = |why: serde_json::Error| HomeworkError::NotHomework(why.to_string());
        let Form { homework } = serde_json::from_str(text).map_err(wrong)?;
        if homework != FORMAT {
            return Err(HomeworkError::Newer(homework));
        }
        let read: Self = serde_json::from_str(text).map_err(wrong)?;
        match read.items.iter().position(|item| !item.is_whole()) {
            Some(at) => Err(HomeworkError::Broken(at + 1)),
            None if read.items.is_empty() => Err(HomeworkError::Empty),
            None => Ok(read),
        }
    }

    /// As it is written.
    #[must_use]
    pub fn to_file(&self) -> String {
        // Types without maps and with text as keys cannot fail to be written.
        format!("{}\n", serde_json::to_string(self).unwrap_or_default())
    }

    /// The quiz that it is.
    #[must_use]
    pub fn quiz(&self) -> Paper {
        let length = self.items.len();
        Paper { spec: PaperSpec { length, ..self.paper.clone() }, items: self.items.clone() }
    }

    /// What tells it from other papers.
    #[must_use]
    pub fn paper_code(&self) -> String {
        paper_code(&self.items)
    }
}

#[cfg(test)]
mod tests;
