//! Reading a typed answer, or that there is none.

use crate::study::item::{Item, Response};

/// What a line means.
#[derive(Debug, PartialEq)]
pub(super) enum Line {
    Answer(Response),
    Leave,
    /// A note for the author on the question that was answered last.
    Flag(String),
    /// Why this question is asked.
    Why,
}

/// Reads `line` as an answer to `item` in the order shown.
///
/// # Errors
/// Says what to type when it cannot be read.
pub(super) fn read(item: &Item, line: &str) -> Result<Line, String> {
    if let Some(note) = flagged(line).filter(|_| !item.accepts_as_typed(line)) {
        return Ok(Line::Flag(note.to_owned()));
    }
    command(item, line).map_or_else(|| item.read_line(line).map(Line::Answer), Ok)
}

/// Passing and leaving. Where words are typed, a single letter may be the answer and so may any word the author accepts.
pub(super) fn command(item: &Item, line: &str) -> Option<Line> {
    if item.accepts_as_typed(line) {
        return None;
    }
    match line.to_lowercase().as_str() {
        "" | "skip" => Some(Line::Answer(Response::Passed)),
        "s" if !item.form.is_typed() => Some(Line::Answer(Response::Passed)),
        "q" | "quit" => Some(Line::Leave),
        "why" => Some(Line::Why),
        _ => None,
    }
}

/// The note of a line that flags: `! two options are right`.
pub(super) fn flagged(line: &str) -> Option<&str> {
    line.strip_prefix('!').map(str::trim)
}
