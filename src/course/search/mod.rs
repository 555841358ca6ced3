//! Finding words in everything a course holds.
//!
//! ```text
//!  course ──► entries    what can be found, its title and its lines      people    who wrote the works
//!                │
//!                ▼
//!             index      every word, and the lines it stands in          words     folding, slips
//!                │
//!  typed ──► query ──► hits, best first: an entry, its matching line, and what is to be marked
//! ```
//!
//! A typed word is found in every word that begins with it or, from three letters on, holds it; one that is found nowhere may be
//! misspelt. An entry is a hit when it holds all typed words.

mod entries;
mod index;
mod people;
mod query;
mod words;

pub use index::SearchIndex;
pub use query::{Hit, Hits};

use super::Course;
use super::model::Id;

/// What was found. Among hits that are alike, the first come first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FoundKind {
    Term,
    Lesson,
    Case,
    Person,
    Section,
    Scenario,
    Work,
    Card,
    Question,
}

impl FoundKind {
    /// Whether its title is a name. Of questions and cards it is a text; of works, a name and a year, which many share.
    fn is_named(self) -> bool {
        match self {
            Self::Term | Self::Lesson | Self::Case | Self::Person | Self::Section | Self::Scenario => true,
            Self::Work | Self::Card | Self::Question => false,
        }
    }

    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Term => "term",
            Self::Lesson => "lesson",
            Self::Case => "case",
            Self::Person => "person",
            Self::Section => "section",
            Self::Scenario => "scenario",
            Self::Work => "work",
            Self::Card => "card",
            Self::Question => "question",
        }
    }
}

/// Something that can be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchEntry {
    pub kind: FoundKind,
    /// An id of the course; of a person, what the name makes.
    pub id: String,
    /// Where it belongs; works, people and cases belong to no lesson.
    pub lesson: Option<Id>,
    pub section: Option<Id>,
    /// Of a person, the first work.
    pub work: Option<Id>,
    pub title: String,
}

impl SearchEntry {
    /// Where it belongs: `lesson 3 §2`; empty where it belongs to no lesson.
    #[must_use]
    pub fn place(&self, course: &Course) -> String {
        let Some(lesson) = &self.lesson else { return String::new() };
        let section =
            course.outline(lesson).and_then(|o| o.sections.iter().position(|s| Some(&s.id) == self.section.as_ref()));
        let section = section.map_or_else(String::new, |at| format!(" §{}", at + 1));
        format!("lesson {}{section}", course.number(lesson))
    }
}
