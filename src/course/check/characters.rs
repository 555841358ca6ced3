//! Characters that could steer a terminal or hide text, named where they stand: as they are, as an escape of RON, or as
//! a character reference that Markdown decodes.

use std::collections::HashSet;
use std::ops::Range;

use crate::course::Course;
use crate::course::files::File;
use crate::course::finding::Finding;
use crate::course::literals::{Literal, literals};
use crate::course::model::text::{UNSAFE_IN_TEXT, is_unsafe, name_of};
use crate::course::{locate, markdown};

const RULE: &str = "character";

/// Longest character reference that is looked at, in bytes: HTML has none that is longer.
const LONGEST: usize = 40;

pub(super) fn check(course: &Course) -> Vec<Finding> {
    // A file that cannot be read for one of them has been told already.
    let place = |f: &Finding| (f.place.path.clone(), f.place.line, f.place.column);
    let told: HashSet<_> = course.problems().iter().map(place).collect();
    course.files().iter().flat_map(file).filter(|f| !told.contains(&place(f))).collect()
}

fn file(file: &File) -> Vec<Finding> {
    let strange = |c: char| c != '\n' && c != '\r' && is_unsafe(c);
    if !file.text.contains(['&', '\\']) && !file.text.chars().any(strange) {
        return Vec::new();
    }
    let all = literals(&file.text);
    all.iter().flat_map(|literal| string(file, literal)).chain(between(file, &all)).collect()
}

fn string<'a>(file: &'a File, literal: &'a Literal) -> impl Iterator<Item = Finding> + 'a {
    let written = literal
        .all_unsafe()
        .filter(|(_, at)| !is_line_end(&file.text, at))
        .map(|(c, at)| Finding::error(RULE, locate::at(file, at), format!("{} {UNSAFE_IN_TEXT}", name_of(c))));
    let decoded = references(&literal.text).into_iter().map(|(c, at)| {
        let place = locate::at(file, literal.place(at));
        let message = format!("this stands for {}, which is not allowed in text", name_of(c));
        Finding::error(RULE, place, message).help("remove it; in code, between backquotes, it is shown as written")
    });
    written.chain(decoded)
}

/// Whether a carriage return belongs to a line end of the file.
fn is_line_end(text: &str, at: &Range<usize>) -> bool {
    text[at.start..].starts_with("\r\n")
}

/// The character references of `text` that Markdown makes unsafe characters of.
fn references(text: &str) -> Vec<(char, Range<usize>)> {
    if !text.contains('&') || !markdown::decodes_to_unsafe(text) {
        return Vec::new();
    }
    let candidate = |(at, _): (usize, &str)| {
        let length = text.as_bytes()[at..].iter().take(LONGEST).position(|&b| b == b';')? + 1;
        let c = markdown::decoded_reference(&text[at..at + length])?;
        is_unsafe(c).then_some((c, at..at + length))
    };
    text.match_indices('&').filter_map(candidate).collect()
}

/// Such characters outside of strings: in a comment they show an author other lines than are there.
fn between(file: &File, literals: &[Literal]) -> Vec<Finding> {
    let mut strings = literals.iter().map(|l| l.span.clone()).peekable();
    let mut found = Vec::new();
    for (at, c) in file.text.char_indices().filter(|&(_, c)| !matches!(c, '\n' | '\r' | '\t') && is_unsafe(c)) {
        while strings.next_if(|s| s.end <= at).is_some() {}
        if (at == 0 && c == '\u{feff}') || strings.peek().is_some_and(|s| s.contains(&at)) {
            continue;
        }
        let place = locate::at(file, at..at + c.len_utf8());
        let message = format!("{} is outside the texts, where an editor may hide it or what follows", name_of(c));
        found.push(Finding::warning(RULE, place, message).help("remove it"));
    }
    found
}
