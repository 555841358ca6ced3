//! Finding an item of a file again by its id, so that checks across files can point at a line.

use std::ops::Range;

use super::files::File;
use super::finding::Location;
use super::model::Id;

/// The place of the item `id` in `file`: of its `id: "…"`, or of any `"…"` that holds it, or the whole file.
#[must_use]
pub fn item(file: &File, id: &Id) -> Location {
    item_span(&file.text, id)
        .map_or_else(|| Location::file(&file.path), |span| Location::new(&file.path, &file.text, span))
}

/// The first `token` at or after the item `within`, or the item itself.
#[must_use]
pub fn token(file: &File, within: Option<&Id>, token: &str) -> Location {
    let from = within.and_then(|id| item_span(&file.text, id)).map_or(0, |span| span.start);
    match file.text[from..].find(token) {
        Some(at) => Location::new(&file.path, &file.text, from + at..from + at + token.len()),
        None => within.map_or_else(|| Location::file(&file.path), |id| item(file, id)),
    }
}

fn item_span(text: &str, id: &Id) -> Option<Range<usize>> {
    let quoted = format!("\"{id}\"");
    let mut any = None;
    for (at, _) in text.match_indices(&quoted) {
        let span = at + 1..at + quoted.len() - 1;
        if text[..at].trim_end().ends_with("id:") || text[..at].trim_end().ends_with("point:") {
            return Some(span);
        }
        any.get_or_insert(span);
    }
    any
}
