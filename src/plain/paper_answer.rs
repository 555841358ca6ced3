//! Reading an answer off a sheet: letters as they stand there. What a person left blank or wrote twice on paper is typed
//! in as it is, where the screen would ask again.

use super::answer_line::{self, Line};
use crate::study::item::{Item, Response};

/// What a typed line means.
#[derive(Debug, PartialEq)]
pub(super) enum Penned {
    Answer(Response),
    /// Back to the question before.
    Back,
    Leave,
}

/// Reads `line` as the answer to `item` on a sheet.
///
/// # Errors
/// Says what to type when it cannot be read.
pub(super) fn read(item: &Item, line: &str) -> Result<Penned, String> {
    if line.eq_ignore_ascii_case("u") && !item.accepts_as_typed(line) {
        return Ok(Penned::Back);
    }
    match answer_line::command(item, line) {
        Some(Line::Leave) => Ok(Penned::Leave),
        Some(Line::Answer(_)) => Ok(Penned::Answer(Response::Blank)),
        Some(Line::Flag(_)) | None => item.read_pen(line).map(Penned::Answer),
    }
}
