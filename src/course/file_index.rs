//! Where the lines of a file begin and where ids stand in it, found in one pass, so that thousands of findings are
//! placed without reading the file thousands of times.

use std::collections::HashMap;
use std::ops::Range;

use super::model::Id;

#[derive(Clone, Debug, Default)]
pub(super) struct FileIndex {
    /// The first byte of each line.
    lines: Vec<usize>,
    ids: HashMap<Box<str>, IdPlaces>,
    /// Where a name is given to an item, in order: `id: "…"`, `point: "…"`.
    items: Vec<usize>,
}

/// The places of one `"id"`, without its quotation marks.
#[derive(Clone, Debug)]
struct IdPlaces {
    first: Range<usize>,
    /// Where it is given to an item, first and last.
    given: Option<(Range<usize>, Range<usize>)>,
    /// Whether the first place is one where it is given by `id:`.
    is_given_first: bool,
}

impl FileIndex {
    pub(super) fn of(text: &str) -> Self {
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let mut index = Self { lines, ..Self::default() };
        for (open, _) in text.match_indices('"') {
            let inside = &text[open + 1..];
            let fits = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_');
            let length = inside.bytes().take(Id::MAX_BYTES + 1).take_while(|&b| fits(b)).count();
            if length > 0 && inside.as_bytes().get(length) == Some(&b'"') {
                index.id(&inside[..length], open + 1..open + 1 + length, text[..open].trim_end());
            }
        }
        index
    }

    fn id(&mut self, id: &str, at: Range<usize>, before: &str) {
        let by_id = before.ends_with("id:");
        let is_given = by_id || before.ends_with("point:");
        if is_given {
            self.items.push(at.start);
        }
        match self.ids.get_mut(id) {
            None => {
                let given = is_given.then(|| (at.clone(), at.clone()));
                self.ids.insert(id.into(), IdPlaces { first: at, given, is_given_first: by_id });
            }
            Some(known) if is_given => {
                let first = known.given.take().map_or_else(|| at.clone(), |(first, _)| first);
                known.given = Some((first, at));
            }
            Some(_) => {}
        }
    }

    /// The place where the item `id` is named, or the first of `"id"`.
    pub(super) fn item(&self, id: &str) -> Option<Range<usize>> {
        let places = self.ids.get(id)?;
        Some(places.given.as_ref().map_or_else(|| places.first.clone(), |(first, _)| first.clone()))
    }

    /// The last place where `id` is given to an item.
    pub(super) fn last_item(&self, id: &str) -> Option<Range<usize>> {
        self.ids.get(id)?.given.as_ref().map(|(_, last)| last.clone())
    }

    /// Where the item ends that begins at `start`: where the next one is named, or with the file.
    pub(super) fn end_of_item(&self, start: usize) -> Option<usize> {
        self.items.get(self.items.partition_point(|&at| at <= start)).copied()
    }

    /// The ids that `id:` gives to something where they first stand.
    pub(super) fn given_ids(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().filter(|(_, places)| places.is_given_first).map(|(id, _)| &**id)
    }

    /// The number of the line that holds the byte `at`, from 1.
    pub(super) fn line(&self, at: usize) -> usize {
        self.lines.partition_point(|&start| start <= at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "(lesson: \"b\", a: [\"a\"],\n Card(id: \"a\"),\n Card(id:\n  \"b\"), Card(id: \"a\"))";

    #[test]
    fn an_item_is_where_it_is_named() {
        let index = FileIndex::of(TEXT);
        let line = |place: Option<Range<usize>>| place.map(|p| (index.line(p.start), TEXT[p].to_owned()));
        assert_eq!(line(index.item("a")), Some((2, "a".into())));
        assert_eq!(line(index.item("b")), Some((4, "b".into())));
        assert_eq!(line(index.last_item("a")), Some((4, "a".into())));
        assert_eq!(index.item("c"), None);
        assert!(index.given_ids().next().is_none(), "both stand elsewhere first");
    }

    #[test]
    fn an_item_ends_where_the_next_is_named() {
        let index = FileIndex::of(TEXT);
        let first = index.item("a").unwrap().start;
        assert_eq!(index.end_of_item(first), Some(index.item("b").unwrap().start));
        assert_eq!(index.end_of_item(index.last_item("a").unwrap().start), None);
    }
}
