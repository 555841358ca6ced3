//! From RON to plain types, with errors an author can act on.

use ron::Options;
use ron::error::{Error as Ron, Position, SpannedError};
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;

use super::finding::{Finding, Location};
use super::literals::{Literal, literals};
use super::model::text::{UNSAFE_IN_TEXT, WORD_TOO_LONG};
use super::slips;

/// Reads one file. `path` is how the file is named in messages.
///
/// # Errors
/// One finding with the line, the column and what to do.
pub fn read<T: DeserializeOwned>(path: &str, text: &str) -> Result<T, Box<Finding>> {
    let text = without_bom(text);
    options().from_str(text).map_err(|error| Box::new(finding(path, text, &error)))
}

/// `text` without the byte order mark some editors put in front.
#[must_use]
pub fn without_bom(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

fn options() -> Options {
    Options::default().with_default_extension(Extensions::IMPLICIT_SOME)
}

/// Bytes of a very long word that are marked.
const MARKED: usize = 40;

fn finding(path: &str, text: &str, error: &SpannedError) -> Finding {
    let start = byte_at(text, error.span.start);
    let end = byte_at(text, error.span.end).max(start);
    if let Some((span, message, help)) = slips::cause(text, start, &error.code) {
        return Finding::error("format", Location::new(path, text, span), message).help(help);
    }
    let (message, help) = explain(&error.code);
    let (start, end) = match &error.code {
        // The reader stands behind the string; the author looks for the character.
        Ron::Message(why) if why.ends_with(UNSAFE_IN_TEXT) => {
            literals(text).iter().find_map(Literal::first_unsafe).map_or((start, end), |at| (at.start, at.end))
        }
        Ron::Message(why) if why.ends_with(WORD_TOO_LONG) => {
            literals(text).iter().find_map(Literal::long_word).map_or((start, end), |at| (at.start, at.start + MARKED))
        }
        _ => (start, end),
    };
    Finding::error("format", Location::new(path, text, start..end), message).help(help)
}

/// The byte offset of a position that counts lines and *characters* from 1.
fn byte_at(text: &str, at: Position) -> usize {
    let line_start: usize = text.split_inclusive('\n').take(at.line.saturating_sub(1)).map(str::len).sum();
    let line = &text[line_start.min(text.len())..];
    let in_line = line.char_indices().nth(at.col.saturating_sub(1)).map_or(line.len(), |(i, _)| i);
    line_start + in_line
}

fn explain(code: &Ron) -> (String, String) {
    let message = super::model::text::defused(&code.to_string());
    let help = match code {
        Ron::NoSuchStructField { expected, .. } => format!("the fields here are: {}", expected.join(", ")),
        Ron::NoSuchEnumVariant { expected, .. } => format!("write one of: {}", expected.join(", ")),
        Ron::MissingStructField { field, outer } => {
            let of = outer.as_ref().map_or(String::new(), |o| format!(" of `{o}`"));
            format!("add `{field}: …`{of} before this closing bracket")
        }
        Ron::DuplicateStructField { field, .. } => format!("`{field}` is written twice: keep one"),
        Ron::ExpectedString => "a text is written in quotation marks: \"…\"".into(),
        Ron::ExpectedStringEnd => "close the text with a quotation mark; inside it write \\\" or use r#\"…\"#".into(),
        Ron::ExpectedComma => "put a comma between the two".into(),
        Ron::ExpectedArray => "a list is written in square brackets: […]".into(),
        Ron::ExpectedArrayEnd => "close the list with `]`, or put a comma before this".into(),
        Ron::ExpectedStructLikeEnd => "close with `)`, or put a comma before this".into(),
        Ron::ExpectedMapColon => "write `name: value`".into(),
        Ron::Eof | Ron::UnclosedBlockComment => {
            "the file ends too early: a bracket or quotation mark further up is not closed".into()
        }
        Ron::TrailingCharacters => {
            "the file continues after its last closing bracket: remove the rest, or look for a bracket closed too early"
                .into()
        }
        Ron::ExceededRecursionLimit => "remove brackets: no course needs so many inside one another".into(),
        Ron::InvalidEscape(_) => "inside \"…\" write a backslash as \\\\, or use r\"…\"".into(),
        _ => "compare the lines around it with docs/course-format.md".into(),
    };
    (message, help)
}
