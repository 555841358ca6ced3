//! A finding: what is wrong in a course, where, and what to do. Made by reading and by checking.

use std::ops::Range;

use super::model::text::{defused, in_one_line};

/// Most bytes of a line that are kept on either side of what is meant, and of it.
const NEAR: usize = 2000;

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The course cannot be used as it is: `check` fails.
    Error,
    /// Worth a look: counted, but `check` passes.
    Warning,
}

/// Where a finding stands: a file, and a span of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// Relative to the course folder, with forward slashes.
    pub path: String,
    /// Counted from 1; 0 when the whole file is meant.
    pub line: usize,
    /// In characters, counted from 1.
    pub column: usize,
    /// The line itself, defused; of a very long one what is near.
    pub source: String,
    /// The part of `source` that is meant, in bytes.
    pub span: Range<usize>,
}

impl Location {
    /// The place of `span` (bytes) in the file's `text`. A span over several lines is cut at the first line's end.
    #[must_use]
    pub fn new(path: &str, text: &str, span: Range<usize>) -> Self {
        let line = text[..floor(text, span.start)].matches('\n').count() + 1;
        Self::in_line(path, text, line, span)
    }

    /// The same, where the number of the line is known.
    #[must_use]
    pub(super) fn in_line(path: &str, text: &str, line: usize, span: Range<usize>) -> Self {
        let start = floor(text, span.start);
        let line_start = text[..start].rfind('\n').map_or(0, |i| i + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |i| start + i);
        let end = floor(text, span.end).clamp(start, line_end);
        // Of a line without end only what is near is kept: a whole course may stand in one line.
        let from = ceiling(text, line_start.max(start.saturating_sub(NEAR)));
        let end = end.min(floor(text, start.saturating_add(NEAR)));
        let to = line_end.min(floor(text, end.saturating_add(NEAR)));
        let before = defused(&text[from..start]);
        let inside = defused(&text[start..end]);
        let source = format!("{before}{inside}{}", defused(text[end..to].trim_end_matches('\r')));
        Self {
            path: in_one_line(path),
            line,
            column: text[line_start..start].chars().count() + 1,
            span: before.len()..before.len() + inside.len(),
            source,
        }
    }

    /// A whole file.
    #[must_use]
    pub fn file(path: &str) -> Self {
        Self { path: in_one_line(path), line: 0, column: 0, source: String::new(), span: 0..0 }
    }
}

impl std::fmt::Display for Location {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.line == 0 { f.write_str(&self.path) } else { write!(f, "{}:{}:{}", self.path, self.line, self.column) }
    }
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub severity: Severity,
    /// The rule's name, as authors write it in `waive`.
    pub rule: &'static str,
    pub place: Location,
    pub message: String,
    /// What to do.
    pub help: String,
}

impl Finding {
    #[must_use]
    pub fn error(rule: &'static str, place: Location, message: impl Into<String>) -> Self {
        Self { severity: Severity::Error, rule, place, message: message.into(), help: String::new() }
    }

    #[must_use]
    pub fn warning(rule: &'static str, place: Location, message: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, ..Self::error(rule, place, message) }
    }

    /// Whether a file, or a part of one, could not be read at all.
    #[must_use]
    pub fn is_unreadable(&self) -> bool {
        matches!(self.rule, "file" | "format")
    }

    #[must_use]
    pub fn help(self, help: impl Into<String>) -> Self {
        Self { help: help.into(), ..self }
    }
}

fn ceiling(text: &str, at: usize) -> usize {
    (at..text.len()).find(|&i| text.is_char_boundary(i)).unwrap_or(text.len())
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
