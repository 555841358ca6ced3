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

/// Two options ticked where one was asked for, `a+c`: kept as it stands, and worth nothing.
fn two_ticks(item: &Item, line: &str) -> Option<Response> {
    let picked = |letter: &str| {
        let Ok(Response::Picked(of)) = item.read_pen(letter.trim()) else { return None };
        Some(of)
    };
    let ticked: Vec<usize> = line.split('+').map(picked).collect::<Option<_>>()?;
    (ticked.len() > 1).then_some(Response::Marked(ticked))
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
        Some(Line::Flag(_) | Line::Why) | None => {
            two_ticks(item, line).map_or_else(|| item.read_pen(line), Ok).map(Penned::Answer)
        }
    }
}
