//! A finding: what is wrong in a course, where, and what to do. Made by reading and by checking.

use std::ops::Range;

use super::model::text::defused;

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
    /// The line itself, defused.
    pub source: String,
    /// The part of `source` that is meant, in bytes.
    pub span: Range<usize>,
}

impl Location {
    /// The place of `span` (bytes) in the file's `text`. A span over several lines is cut at the first line's end.
    #[must_use]
    pub fn new(path: &str, text: &str, span: Range<usize>) -> Self {
        let start = floor(text, span.start);
        let line_start = text[..start].rfind('\n').map_or(0, |i| i + 1);
        let line_end = text[start..].find('\n').map_or(text.len(), |i| start + i);
        let end = floor(text, span.end).clamp(start, line_end);
        let before = defused(&text[line_start..start]);
        let inside = defused(&text[start..end]);
        let source = format!("{before}{inside}{}", defused(text[end..line_end].trim_end_matches('\r')));
        Self {
            path: defused(path),
            line: text[..start].matches('\n').count() + 1,
            column: before.chars().count() + 1,
            span: before.len()..before.len() + inside.len(),
            source,
        }
    }

    /// A whole file.
    #[must_use]
    pub fn file(path: &str) -> Self {
        Self { path: defused(path), line: 0, column: 0, source: String::new(), span: 0..0 }
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

    #[must_use]
    pub fn help(self, help: impl Into<String>) -> Self {
        Self { help: help.into(), ..self }
    }
}

fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
