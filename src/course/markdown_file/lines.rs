//! The lines of a text and where they stand.

use std::ops::Range;

/// A line without its end.
#[derive(Clone, Copy, Debug)]
pub(super) struct SourceLine<'a> {
    pub start: usize,
    pub text: &'a str,
}

impl SourceLine<'_> {
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    pub(super) fn span(&self) -> Range<usize> {
        self.start..self.start + self.text.len()
    }

    /// What stands behind its first `n` bytes.
    pub(super) fn from(&self, n: usize) -> Range<usize> {
        self.start + n..self.start + self.text.len()
    }
}

pub(super) struct Lines<'a> {
    pub all: Vec<SourceLine<'a>>,
}

impl<'a> Lines<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let mut start = 0;
        let line = |whole: &'a str| {
            let line = SourceLine { start, text: whole.trim_end_matches('\n') };
            start += whole.len();
            line
        };
        Self { all: text.split_inclusive('\n').map(line).collect() }
    }
}

/// Lines of a text that is one field, as they are joined: empty ones part paragraphs.
pub(super) type FieldLines = Vec<Range<usize>>;

/// The words of `passage`.
pub(super) fn words(text: &str, passage: &[Range<usize>]) -> String {
    passage.iter().map(|line| &text[line.clone()]).collect::<Vec<_>>().join("\n")
}

/// What stands before and behind the first `mark` in `passage`.
pub(super) fn split(text: &str, passage: &[Range<usize>], mark: &str) -> Option<(FieldLines, FieldLines)> {
    let at = passage.iter().position(|line| text[line.clone()].contains(mark))?;
    let line = passage[at].clone();
    let found = line.start + text[line.clone()].find(mark)?;
    let mut before = passage[..at].to_vec();
    before.push(line.start..found);
    let mut behind = FieldLines::new();
    behind.push(found + mark.len()..line.end);
    behind.extend_from_slice(&passage[at + 1..]);
    Some((before, behind))
}
