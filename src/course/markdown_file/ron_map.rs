//! RON text while it is told, and where each part of it was written.

use std::ops::Range;

use super::lines::{FieldLines, words};
use crate::course::ron_text::delimiters;

/// Where the parts of a RON text were written.
#[derive(Clone, Debug, Default)]
pub(in crate::course) struct RonMap {
    /// In the order of the RON text.
    pieces: Vec<MapPiece>,
}

/// So many bytes of RON as they stand in the source; none for what was put in beside them.
#[derive(Clone, Copy, Debug)]
struct MapPiece {
    ron: usize,
    source: usize,
    length: usize,
}

impl RonMap {
    /// Where the bytes `span` of the RON text were written.
    pub(in crate::course) fn source(&self, span: Range<usize>) -> Range<usize> {
        let start = self.place(span.start);
        start..self.place(span.end).max(start)
    }

    fn place(&self, at: usize) -> usize {
        let behind = self.pieces.partition_point(|piece| piece.ron <= at);
        let Some(piece) = behind.checked_sub(1).map(|at| self.pieces[at]) else { return 0 };
        piece.source + (at - piece.ron).min(piece.length)
    }
}

/// RON text under way.
pub(super) struct RonBuilder<'a> {
    pub source: &'a str,
    pub text: String,
    pub map: RonMap,
}

impl<'a> RonBuilder<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self { source, text: String::new(), map: RonMap::default() }
    }

    /// What follows is put in at this place of the source.
    pub(super) fn at(&mut self, source: usize) {
        self.map.pieces.push(MapPiece { ron: self.text.len(), source, length: 0 });
    }

    pub(super) fn put(&mut self, words: &str) {
        self.text.push_str(words);
    }

    /// What stands in the source, as it is.
    pub(super) fn copy(&mut self, span: Range<usize>) {
        self.map.pieces.push(MapPiece { ron: self.text.len(), source: span.start, length: span.len() });
        self.text.push_str(&self.source[span]);
    }

    /// A string of RON.
    pub(super) fn string(&mut self, passage: &[Range<usize>]) {
        let (open, close) = delimiters(&words(self.source, passage));
        if let Some(first) = passage.first() {
            self.at(first.start);
        }
        self.put(&open);
        for (n, line) in passage.iter().enumerate() {
            if n > 0 {
                self.put("\n");
            }
            self.copy(line.clone());
        }
        self.put(&close);
    }

    /// `name: ` and a string.
    pub(super) fn field(&mut self, name: &str, passage: &FieldLines) {
        self.put(name);
        self.put(": ");
        self.string(passage);
    }

    /// `, name: ["a", "b"]` of a list with commas.
    pub(super) fn list(&mut self, name: &str, value: &Range<usize>) {
        self.put(name);
        self.put(": [");
        let mut at = value.start;
        for (n, part) in self.source[value.clone()].split(',').enumerate() {
            if n > 0 {
                self.put(", ");
            }
            let id = at..at + part.len();
            self.string(std::slice::from_ref(&id));
            at += part.len() + 1;
        }
        self.put("]");
    }
}
