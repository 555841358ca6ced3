//! The entries of a RON file with their places: what a value is read from, and what is written over when it changes.

use std::ops::Range;

/// `name: value` in a group of brackets, in bytes of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Assignment {
    pub name: Range<usize>,
    pub value: Range<usize>,
    /// With the comma behind it.
    pub whole: Range<usize>,
}

/// A RON text whose strings and comments are blanked, so that what is left of it is its structure. Places stay as they are.
pub(super) struct Structure<'a> {
    text: &'a str,
    mask: Vec<u8>,
}

impl<'a> Structure<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, mask: masked(text) }
    }

    /// The inside of the outermost brackets.
    pub(super) fn outermost(&self) -> Option<Range<usize>> {
        self.inside(0..self.mask.len())
    }

    /// The inside of the brackets that `value` opens with, after a name such as `Settings`.
    pub(super) fn inside(&self, value: Range<usize>) -> Option<Range<usize>> {
        let is_open = |byte: &u8| matches!(byte, b'(' | b'{' | b'[');
        let open = value.start + self.mask[value.clone()].iter().position(is_open)?;
        let mut depth = 0_usize;
        for at in open..self.mask.len() {
            match self.mask[at] {
                b'(' | b'{' | b'[' => depth += 1,
                b')' | b'}' | b']' => {
                    depth -= 1;
                    if depth == 0 {
                        return Some(open + 1..at);
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// The entries of a group, by its inside.
    pub(super) fn entries(&self, inside: Range<usize>) -> Vec<Assignment> {
        let mut found = Vec::new();
        let (mut from, mut depth) = (inside.start, 0_usize);
        for at in inside.clone() {
            match self.mask[at] {
                b'(' | b'{' | b'[' => depth += 1,
                b')' | b'}' | b']' => depth = depth.saturating_sub(1),
                b',' if depth == 0 => {
                    found.extend(self.entry(from..at, at + 1));
                    from = at + 1;
                }
                _ => {}
            }
        }
        found.extend(self.entry(from..inside.end, inside.end));
        found
    }

    fn entry(&self, part: Range<usize>, end: usize) -> Option<Assignment> {
        let part = self.trimmed(part);
        let colon = part.start + self.mask[part.clone()].iter().position(|&byte| byte == b':')?;
        let whole = part.start..if end > part.end && self.mask.get(end - 1) == Some(&b',') { end } else { part.end };
        Some(Assignment { name: self.trimmed(part.start..colon), value: self.trimmed(colon + 1..part.end), whole })
    }

    fn trimmed(&self, part: Range<usize>) -> Range<usize> {
        let is_blank = |at: &usize| self.mask[*at].is_ascii_whitespace();
        let start = part.clone().find(|at| !is_blank(at)).unwrap_or(part.end);
        let end = part.rev().find(|at| !is_blank(at)).map_or(start, |at| at + 1);
        start..end.max(start)
    }

    /// What stands at `place`, without the quotation marks of a string.
    pub(super) fn word(&self, place: Range<usize>) -> String {
        let written = &self.text[place];
        if written.starts_with('"') || written.starts_with("r\"") || written.starts_with("r#") {
            return ron::from_str(written).unwrap_or_else(|_| written.to_owned());
        }
        written.to_owned()
    }
}

/// Comments as blanks, strings as letters.
fn masked(text: &str) -> Vec<u8> {
    let bytes = text.as_bytes();
    let mut mask = bytes.to_vec();
    let mut at = 0;
    while at < bytes.len() {
        let (end, with) = match bytes[at] {
            b'/' if bytes[at..].starts_with(b"//") => (find(text, at, "\n", 0), b' '),
            b'/' if bytes[at..].starts_with(b"/*") => (find(text, at + 2, "*/", 2), b' '),
            b'"' => (string_end(bytes, at), b'x'),
            b'r' if bytes[at..].starts_with(b"r\"") => (find(text, at + 2, "\"", 1), b'x'),
            b'r' if bytes[at..].starts_with(b"r#\"") => (find(text, at + 3, "\"#", 2), b'x'),
            _ => {
                at += 1;
                continue;
            }
        };
        mask[at..end].fill(with);
        at = end;
    }
    mask
}

fn find(text: &str, from: usize, end: &str, and: usize) -> usize {
    text.get(from..).and_then(|rest| rest.find(end)).map_or(text.len(), |at| from + at + and)
}

fn string_end(bytes: &[u8], open: usize) -> usize {
    let mut at = open + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    bytes.len()
}
