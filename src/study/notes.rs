//! Notes and bookmarks that a learner sets on the sections of lessons.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::event::EventKind;
use crate::course::Course;
use crate::course::model::Id;
use crate::course::spelling;

/// Most characters of a note.
pub const LONGEST_NOTE: usize = 2000;

/// What was set on a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SectionMark {
    /// A note in place of the one before; an empty one takes it away.
    Note(String),
    /// A bookmark, or none any more.
    Bookmark(bool),
}

/// What a learner keeps on a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SectionNotes {
    pub lesson: Id,
    pub section: Id,
    /// Empty without a note.
    pub note: String,
    pub has_bookmark: bool,
    /// When it was changed last.
    pub at: Timestamp,
}

impl SectionNotes {
    /// Whether anything is kept.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.has_bookmark || !self.note.is_empty()
    }

    /// The title of the section, or its id where the course has it no more.
    #[must_use]
    pub fn title<'a>(&'a self, course: &'a Course) -> &'a str {
        let section = course.lesson(&self.lesson).and_then(|l| l.sections.iter().find(|s| s.id == self.section));
        section.map_or(self.section.as_str(), |section| section.title.as_str())
    }

    /// The number of the section in its lesson, from 1; `None` where the course has it no more.
    #[must_use]
    pub fn number(&self, course: &Course) -> Option<usize> {
        let lesson = course.lesson(&self.lesson)?;
        lesson.sections.iter().position(|s| s.id == self.section).map(|at| at + 1)
    }

    /// Whether note and title hold all `words`, as a search reads them.
    #[must_use]
    pub fn holds(&self, course: &Course, words: &str) -> bool {
        let text = spelling::plain(&format!("{} {}", self.note, self.title(course)));
        let words = spelling::plain(words);
        !words.trim().is_empty() && words.split_whitespace().all(|word| text.contains(word))
    }

    /// What takes all of it away.
    #[must_use]
    pub fn removed(&self) -> Vec<EventKind> {
        let note = (!self.note.is_empty()).then(|| SectionMark::Note(String::new()));
        let bookmark = self.has_bookmark.then_some(SectionMark::Bookmark(false));
        note.into_iter().chain(bookmark).map(|mark| self.marked(mark)).collect()
    }

    /// What sets all of it again.
    #[must_use]
    pub fn restored(&self) -> Vec<EventKind> {
        let note = (!self.note.is_empty()).then(|| SectionMark::Note(self.note.clone()));
        let bookmark = self.has_bookmark.then_some(SectionMark::Bookmark(true));
        note.into_iter().chain(bookmark).map(|mark| self.marked(mark)).collect()
    }

    fn marked(&self, mark: SectionMark) -> EventKind {
        EventKind::SectionMarked { lesson: self.lesson.clone(), section: self.section.clone(), mark }
    }
}

/// In the order of the course; what it no longer has comes last.
pub fn in_course_order(course: &Course, notes: &mut [SectionNotes]) {
    notes.sort_by_key(|it| {
        let at = it.number(course);
        (at.is_none(), course.position(&it.lesson), at, it.section.clone())
    });
}

/// All of it as Markdown: a heading for each lesson and section, then the note.
#[must_use]
pub fn as_markdown(course: &Course, notes: &[SectionNotes]) -> String {
    let mut text = format!("# Notes on {}\n", course.about().title);
    let mut lesson = None;
    for it in notes {
        if lesson != Some(&it.lesson) {
            text.push_str(&format!("\n## {} {}\n", course.number(&it.lesson), course.title(&it.lesson)));
            lesson = Some(&it.lesson);
        }
        let mark = if it.has_bookmark { " (bookmark)" } else { "" };
        text.push_str(&format!("\n### {}{mark}\n", it.title(course)));
        if !it.note.is_empty() {
            text.push_str(&format!("\n{}\n", it.note));
        }
    }
    text
}
