//! What an author slipped at where a file cannot be read: the reader stumbles later, at something that is right.

mod brackets;
mod names;
mod quotes;
mod signs;
mod values;
mod words;

use std::ops::Range;

use ron::error::Error as Ron;

use super::literals::{Literal, literals};
use super::model::text::defused;

/// Where the slip is, what it is, and what to do.
#[derive(Debug)]
pub(super) struct Slip {
    pub span: Range<usize>,
    pub message: String,
    pub help: String,
}

impl Slip {
    fn new(span: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { span, message: defused(&message.into()), help: defused(&help.into()) }
    }
}

/// Where the reader stumbled, and at what.
struct Stumble<'a> {
    text: &'a str,
    code: &'a Ron,
    /// The bytes that the reader names.
    span: Range<usize>,
    /// The first byte from there on that is neither a blank nor in a comment.
    here: usize,
    strings: Vec<Literal>,
}

/// The slip behind the error `code` that the reader gave at the bytes `span` of `text`.
pub(super) fn cause(text: &str, span: Range<usize>, code: &Ron) -> Slip {
    let it = Stumble { text, code, here: behind_blanks(text, span.start), span, strings: literals(text) };
    let looks = [names::look, signs::blank, quotes::raw, quotes::typographic, quotes::mark, quotes::unquoted];
    let then = [quotes::unclosed, signs::stray, brackets::look, signs::comma, values::run_on, values::decimals];
    let last = [values::bare, signs::missing_comma];
    looks.iter().chain(&then).chain(&last).find_map(|look| look(&it)).unwrap_or_else(|| words::of(&it))
}

/// The first byte from `at` on that is neither a blank nor in a comment.
fn behind_blanks(text: &str, mut at: usize) -> usize {
    loop {
        let rest = &text[at..];
        at += rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_whitespace()).len();
        match &text[at..] {
            rest if rest.starts_with("//") => at += rest.find('\n').unwrap_or(rest.len()),
            rest if rest.starts_with("/*") => at += rest.find("*/").map_or(rest.len(), |end| end + 2),
            _ => return at,
        }
    }
}

fn is_of_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

impl Stumble<'_> {
    /// What stands before, without blanks at its end.
    fn before(&self) -> &str {
        self.text[..self.span.start.min(self.here)].trim_end()
    }

    /// What is left to read.
    fn rest(&self) -> &str {
        &self.text[self.here..]
    }

    /// The name of the field whose value begins here: of `minutes: `.
    fn field(&self) -> Option<&str> {
        last_word(self.before().strip_suffix(':')?.trim_end())
    }

    /// The string that begins here.
    fn string(&self) -> Option<&Literal> {
        self.strings.iter().find(|s| s.span.start == self.here)
    }

    fn line_of(&self, at: usize) -> usize {
        self.text[..at].matches('\n').count() + 1
    }
}

/// The name at the end of `text`.
fn last_word(text: &str) -> Option<&str> {
    Some(&text[text.trim_end_matches(is_of_name).len()..]).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests;
