//! What an author slipped at where a file cannot be read: the reader stumbles later, at something that is right.

use std::ops::Range;

use ron::error::Error as Ron;

use super::literals::{Literal, literals};

/// Where the slip is, what it is, and what to do.
type Slip = (Range<usize>, String, String);

/// The slip behind the error `code` that the reader gave at the byte `at` of `text`, where it can be told.
pub(super) fn cause(text: &str, at: usize, code: &Ron) -> Option<Slip> {
    if matches!(code, Ron::Message(_) | Ron::NoSuchStructField { .. } | Ron::NoSuchEnumVariant { .. }) {
        return None;
    }
    let strings = literals(text);
    quotation_mark(text, at, &strings).or_else(|| bracket(text, &strings))
}

/// A text ends where words go on: a mark within it was not escaped, or the one before was not closed.
fn quotation_mark(text: &str, at: usize, strings: &[Literal]) -> Option<Slip> {
    let ended = strings.iter().rev().find(|s| s.span.end <= at && text[s.span.end..at].trim().is_empty())?;
    let rest = text[ended.span.end..].trim_start_matches([' ', '\t']);
    let line = rest.lines().next().unwrap_or_default();
    let word = line.len() - line.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_').len();
    let after = line[word..].trim_start();
    let is_field = word > 0 && (after.starts_with(':') && !after.starts_with("::") || after.starts_with('('));
    let goes_on = line.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '?' | '!' | '\'' | '-' | ';'));
    if !goes_on || is_field {
        return None;
    }
    let written = &text[ended.span.clone()];
    let opened = line_of(text, ended.span.start);
    if written.contains('\n') && !written.starts_with('r') {
        let message = "this text is not closed in its line, and ends at the next quotation mark".to_owned();
        let first = ended.span.start..ended.span.start + written.find('\n').unwrap_or(written.len());
        return Some((first, message, format!("close the text of line {opened} with a quotation mark; {ESCAPE}")));
    }
    let mark = ended.span.end - 1..ended.span.end;
    Some((mark, "a quotation mark ends the text here, and words go on behind it".to_owned(), ESCAPE.to_owned()))
}

const ESCAPE: &str = "inside \"…\" write \\\" or “…”, or put the whole text between r#\" and \"#";

/// The first bracket that closes another kind than was opened, or one that is never closed.
fn bracket(text: &str, strings: &[Literal]) -> Option<Slip> {
    let mut open: Vec<(usize, char)> = Vec::new();
    for (at, c) in signs(text, strings) {
        let closes = match c {
            '(' | '[' | '{' => {
                open.push((at, c));
                continue;
            }
            ')' => '(',
            ']' => '[',
            _ => '{',
        };
        let Some((opened, sign)) = open.pop() else {
            let message = format!("`{c}` closes nothing");
            return Some((at..at + 1, message, "take it out, or look above for a bracket closed too early".to_owned()));
        };
        if sign != closes {
            let (line, end) = (line_of(text, opened), closing(sign));
            let message = format!("`{c}` stands where the `{sign}` of line {line} is still open");
            return Some((at..at + 1, message, format!("close the `{sign}` of line {line} with `{end}` before it")));
        }
    }
    let (opened, sign) = open.pop()?;
    let message = format!("this `{sign}` is not closed before the file ends");
    Some((
        opened..opened + 1,
        message,
        format!("close it with `{}`, or look for another further down that is not", closing(sign)),
    ))
}

fn closing(sign: char) -> char {
    match sign {
        '(' => ')',
        '[' => ']',
        _ => '}',
    }
}

/// The brackets of `text` outside strings and comments, with their places.
fn signs<'a>(text: &'a str, strings: &'a [Literal]) -> impl Iterator<Item = (usize, char)> + 'a {
    let mut next = 0;
    let mut skip = 0;
    text.char_indices().filter(move |&(at, c)| {
        while strings.get(next).is_some_and(|s| s.span.end <= at) {
            next += 1;
        }
        if at >= skip && strings.get(next).is_none_or(|s| at < s.span.start) {
            let rest = &text[at..];
            if rest.starts_with("//") {
                skip = at + rest.find('\n').unwrap_or(rest.len());
            } else if rest.starts_with("/*") {
                skip = at + rest.find("*/").map_or(rest.len(), |end| end + 2);
            }
        }
        let in_string = strings.get(next).is_some_and(|s| s.span.contains(&at));
        !in_string && at >= skip && "()[]{}".contains(c)
    })
}

fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

#[cfg(test)]
mod tests {
    use crate::course::model::{Bank, Lesson};
    use crate::course::read::read;

    /// The place of the error in the bank `text`, and what it says.
    #[track_caller]
    fn said(text: &str) -> (usize, usize, String) {
        let finding = read::<Bank>("quizzes/01.ron", text).unwrap_err();
        (finding.place.line, finding.place.column, format!("{}: {}", finding.message, finding.help))
    }

    #[track_caller]
    fn slip(text: &str, line: usize, column: usize, words: &str) {
        let (at, across, said) = said(text);
        assert_eq!((at, across), (line, column), "{said}");
        assert!(said.contains(words), "{said}");
    }

    fn bank(card: &str) -> String {
        format!("Bank(\n    lesson: \"l\",\n    cards: [\n        Card(id: \"c\", face: {card}),\n    ],\n)\n")
    }

    #[test]
    fn a_quotation_mark_within_a_text_is_named() {
        slip(
            &bank(r#"Basic(front: "Who said "yes" first?", back: "A pilot.")"#),
            4,
            52,
            "a quotation mark ends the text here",
        );
        slip(
            &bank(r#"Basic(front: "The "Rule", who made it?", back: "A pilot.")"#),
            4,
            47,
            "a quotation mark ends the text here",
        );
        slip(&bank("Basic(front: \"Who steers?, back: \"A pilot.\")"), 4, 62, "a quotation mark ends the text here");
        slip(
            &bank("Basic(\n front: \"Who steers?,\n back: \"A pilot.\")"),
            5,
            9,
            "this text is not closed in its line",
        );
    }

    #[test]
    fn brackets_are_named_where_they_stand() {
        slip(
            &bank(r#"Basic(front: "Who?", back: "A pilot.")"#).replace("    ],\n", ""),
            5,
            1,
            "the `[` of line 3 is still open",
        );
        slip(&bank(r#"Basic(front: "Who?", back: "A pilot.""#), 5, 5, "the `(` of line 4 is still open");
        slip(
            bank(r#"Basic(front: "Who?", back: "A pilot.")"#).trim_end().trim_end_matches(')'),
            1,
            5,
            "not closed before the file ends",
        );
        slip(&(bank(r#"Basic(front: "(Who?]", back: "A pilot.")"#) + ")"), 7, 1, "closes nothing");
    }

    #[test]
    fn a_missing_comma_is_a_missing_comma() {
        let (line, _, said) = said(&bank("Basic(front: \"Who?\"\n  back: \"A pilot.\")"));
        assert!(line == 5 && said.contains("comma"), "{line}: {said}");
        assert!(read::<Lesson>("lessons/01.ron", "Lesson(id: \"l\" title: \"T\")").unwrap_err().help.contains("comma"));
    }
}
