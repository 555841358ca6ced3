//! Lessons and banks that are written in Markdown: each is told as RON, with a map of what came from where, and then read
//! like any other file, so that every error and every finding names the line and the column of the Markdown.
//!
//! ```text
//!  text ─► lines ─► blocks ─► document ─► lesson, section, item, question ─► ron_map   RON text, and where each part of it was written
//!            attributes: {#id key=value}                     │
//!                                                            ▼
//!  write ◄── comments, elements of RON text             read, check, locate
//! ```
//! docs/markdown.md says what an author writes. What has no short form stands as RON in a fence and is copied as it is.

mod attributes;
mod blocks;
mod document;
mod elements;
mod first_line;
mod item;
mod lesson;
mod lines;
mod question;
mod ron_map;
mod section;
mod write;
mod write_item;

use super::finding::{Finding, Location};
pub(super) use ron_map::RonMap;
pub use write::to_markdown;

use self::blocks::Blocks;
use self::document::Document;
use self::lines::Lines;

/// How the name of such a file ends.
pub(super) const ENDING: &str = "md";

/// Whether a file in `lessons/` or `quizzes/` is written so. A folder's README is not.
#[must_use]
pub fn is_named_so(name: &str) -> bool {
    let is_markdown = std::path::Path::new(name).extension().is_some_and(|end| end == ENDING);
    is_markdown && !name.eq_ignore_ascii_case("README.md")
}

/// Which part of a course a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CoursePart {
    /// A lesson; cards and questions in it are its bank.
    Lesson,
    Bank,
}

impl CoursePart {
    /// By the path in the course's folder.
    #[must_use]
    pub fn of_path(path: &str) -> Self {
        if path.starts_with("lessons/") { Self::Lesson } else { Self::Bank }
    }
}

/// RON text, and where its parts were written.
#[derive(Clone, Debug, Default)]
pub struct ToldPart {
    pub ron: String,
    pub(super) map: RonMap,
}

/// What a file in Markdown says.
#[derive(Clone, Debug)]
pub struct ToldFile {
    pub lesson: Option<ToldPart>,
    /// Of a lesson without cards and questions there is none.
    pub bank: Option<ToldPart>,
}

/// Tells the Markdown `text` as RON. `path` is how the file is named in messages.
///
/// # Errors
/// Every place that cannot be understood, and what to write.
pub fn to_ron(path: &str, text: &str, part: CoursePart) -> Result<ToldFile, Vec<Finding>> {
    let mut notes = Slips { path, text, found: Vec::new() };
    let lines = Lines::of(text);
    let blocks = Blocks::of(&lines, part, &mut notes);
    let document = Document::of(blocks, text, part, &mut notes);
    let told = document.told(text, part, &mut notes);
    if notes.found.is_empty() { Ok(told) } else { Err(notes.found) }
}

/// What an author slipped at.
struct Slips<'a> {
    path: &'a str,
    text: &'a str,
    found: Vec<Finding>,
}

impl Slips<'_> {
    fn add(&mut self, at: std::ops::Range<usize>, message: impl Into<String>, help: impl Into<String>) {
        let place = Location::new(self.path, self.text, at);
        self.found.push(Finding::error("format", place, message).help(help));
    }
}

#[cfg(test)]
mod tests;
