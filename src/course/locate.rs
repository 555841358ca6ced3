//! Finding an item of a file again by its id, so that checks across files can point at a line.

use std::ops::Range;

use super::files::File;
use super::finding::Location;
use super::model::Id;

/// The place of the item `id` in `file`: of its `id: "…"`, or of any `"…"` that holds it, or the whole file.
#[must_use]
pub fn item(file: &File, id: &Id) -> Location {
    file.index().item(id.as_str()).map_or_else(|| file.whole(), |span| at(file, span))
}

/// The first `token` at or after the item `within`, or the item itself.
#[must_use]
pub fn token(file: &File, within: Option<&Id>, token: &str) -> Location {
    let from = within.and_then(|id| file.index().item(id.as_str())).map_or(0, |span| span.start);
    match file.text[from..].find(token) {
        Some(found) => at(file, from + found..from + found + token.len()),
        None => within.map_or_else(|| file.whole(), |id| item(file, id)),
    }
}

/// The first of `tokens` that stands within the item `id`, before the next one is named; or the item itself.
#[must_use]
pub fn in_item(file: &File, id: &Id, tokens: &[&str]) -> Location {
    let Some(span) = file.index().item(id.as_str()) else { return file.whole() };
    let end = file.index().end_of_item(span.start).unwrap_or(file.text.len());
    let found = tokens.iter().find_map(|token| {
        let from = span.start + file.text[span.start..end].find(token)?;
        Some(from..from + token.len())
    });
    at(file, found.unwrap_or(span))
}

/// The last `token` within the item `id`, or the item itself.
#[must_use]
pub fn last_in_item(file: &File, id: &Id, token: &str) -> Location {
    let Some(span) = file.index().item(id.as_str()) else { return file.whole() };
    let end = file.index().end_of_item(span.start).unwrap_or(file.text.len());
    let found = file.text[span.start..end].rfind(token).map(|at| span.start + at..span.start + at + token.len());
    at(file, found.unwrap_or(span))
}

/// The last item that the name `id` is given to.
#[must_use]
pub fn last_item(file: &File, id: &Id) -> Location {
    let last = file.index().last_item(id.as_str());
    last.map_or_else(|| file.whole(), |span| at(file, span))
}

/// The bytes `span` of `file`.
#[must_use]
pub fn at(file: &File, span: Range<usize>) -> Location {
    file.place(span)
}
