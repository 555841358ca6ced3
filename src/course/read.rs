//! From RON to plain types, with errors an author can act on.

use std::ops::Range;

use ron::Options;
use ron::error::{Position, SpannedError};
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::files::File;
use super::finding::{Finding, Location};
use super::slips;

/// Reads one file. `path` is how the file is named in messages.
///
/// # Errors
/// One finding with the line, the column and what to do.
pub fn read<T: DeserializeOwned>(path: &str, text: &str) -> Result<T, Box<Finding>> {
    let text = without_bom(text);
    read_placed(text, |span| Location::new(path, text, span))
}

/// Reads one file of a course.
///
/// # Errors
/// As [`read`].
pub(super) fn read_file<T: DeserializeOwned>(file: &File) -> Result<T, Box<Finding>> {
    if file.text.starts_with(BOM) {
        return read(&file.path, &file.text);
    }
    read_placed(&file.text, |span| file.place(span))
}

fn read_placed<T: DeserializeOwned>(
    text: &str,
    place: impl FnOnce(Range<usize>) -> Location,
) -> Result<T, Box<Finding>> {
    options().from_str(text).map_err(|error| Box::new(finding(text, &error, place)))
}

const BOM: char = '\u{feff}';

/// `text` without the byte order mark some editors put in front.
#[must_use]
pub fn without_bom(text: &str) -> &str {
    text.strip_prefix(BOM).unwrap_or(text)
}

fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

fn finding(text: &str, error: &SpannedError, place: impl FnOnce(Range<usize>) -> Location) -> Finding {
    let start = byte_at(text, error.span.start);
    let end = byte_at(text, error.span.end).max(start);
    let slip = slips::cause(text, start..end, &error.code);
    Finding::error("format", place(slip.span), slip.message).help(slip.help)
}

/// The byte offset of a position that counts lines and *characters* from 1.
fn byte_at(text: &str, at: Position) -> usize {
    let line_start: usize = text.split_inclusive('\n').take(at.line.saturating_sub(1)).map(str::len).sum();
    let line = &text[line_start.min(text.len())..];
    let in_line = line.char_indices().nth(at.col.saturating_sub(1)).map_or(line.len(), |(i, _)| i);
    line_start + in_line
}
