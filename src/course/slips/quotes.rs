//! Quotation marks: missing, of another form, one too many within a text, or without their `#`.

use ron::error::Error as Ron;

use super::{Literal, Slip, Stumble};

const ESCAPE: &str = "inside \"…\" write \\\" or “…”, or put the whole text between r#\" and \"#";

/// A raw text that does not end as it begins.
pub(super) fn raw(it: &Stumble<'_>) -> Option<Slip> {
    let strings = it.strings.iter();
    for literal in strings {
        let written = &it.text[literal.span.clone()];
        let is_raw = written.starts_with("r#");
        let is_open = is_raw && !written.ends_with('#');
        let swallows = is_raw && ["(r#\"", " r#\"", "[r#\""].iter().any(|opening| written[2..].contains(opening));
        if is_open || swallows {
            let mark = plain_end(it.text, literal.span.start).unwrap_or(literal.span.start);
            let line = it.line_of(literal.span.start);
            let message = format!("the raw text of line {line} begins with r#\" and must end with \"#");
            return Some(Slip::new(mark..mark + 1, message, "write \"# where it ends"));
        }
        if !is_raw && it.text[literal.span.end..].starts_with('#') {
            let start = literal.span.start;
            let message = "a text that ends with \"# begins with r#\"";
            let help = "write r#\" at its beginning, or take the # away at its end";
            return Some(Slip::new(start..literal.span.end.min(start + 3), message, help));
        }
    }
    None
}

/// The first quotation mark of a raw text that looks like its end.
fn plain_end(text: &str, start: usize) -> Option<usize> {
    let opened = start + text[start..].find('"')? + 1;
    let is_end = |at: &usize| text[at + 1..].trim_start().starts_with([',', ')', ']']);
    text[opened..].match_indices('"').map(|(at, _)| opened + at).find(is_end)
}

/// Marks of print, or single ones, around a text.
pub(super) fn typographic(it: &Stumble<'_>) -> Option<Slip> {
    let mark = it.rest().chars().next().filter(|c| "“”„‟«»‹›‘’‚'`".contains(*c))?;
    let end = it.here + mark.len_utf8();
    let message = format!("a text stands between straight double quotation marks, not behind `{mark}`");
    Some(Slip::new(it.here..end, message, "write \"…\" around it"))
}

/// A text ends where words go on: a mark within it was not escaped, or the one before was not closed.
pub(super) fn mark(it: &Stumble<'_>) -> Option<Slip> {
    let text = it.text;
    let at = it.span.start;
    let ended = it.strings.iter().rev().find(|s| s.span.end <= at && text[s.span.end..at].trim().is_empty())?;
    let rest = text[ended.span.end..].trim_start_matches([' ', '\t']);
    let line = rest.lines().next().unwrap_or_default();
    let word = line.len() - line.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_').len();
    let after = line[word..].trim_start();
    let is_field = word > 0
        && (after.starts_with(':') && !after.starts_with("::") && !after.starts_with("://") || after.starts_with('('));
    let goes_on = line.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '?' | '!' | '\'' | '-'));
    if !goes_on || is_field || is_raw_start(line) {
        return None;
    }
    let written = &text[ended.span.clone()];
    let opened = it.line_of(ended.span.start);
    if written.contains('\n') && !written.starts_with('r') {
        let message = "this text is not closed in its line, and ends at the next quotation mark";
        let first = ended.span.start..ended.span.start + written.find('\n').unwrap_or(written.len());
        return Some(Slip::new(
            first,
            message,
            format!("close the text of line {opened} with a quotation mark; {ESCAPE}"),
        ));
    }
    let mark = ended.span.end - 1..ended.span.end;
    Some(Slip::new(mark, "a quotation mark ends the text here, and words go on behind it", ESCAPE))
}

fn is_raw_start(line: &str) -> bool {
    line.strip_prefix('r').is_some_and(|rest| rest.trim_start_matches('#').starts_with('"'))
}

/// A text that holds a line which looks like a field: it was not closed.
pub(super) fn unclosed(it: &Stumble<'_>) -> Option<Slip> {
    let is_field = |line: &str| {
        let bare = line.trim_start();
        let name = bare.len() - bare.trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '_').len();
        name > 0
            && bare[name..]
                .strip_prefix(": ")
                .is_some_and(|value| value.starts_with(['"', '[', '(']) || value.is_empty())
    };
    let plain = |literal: &&Literal| it.text[literal.span.clone()].starts_with('"');
    let open =
        it.strings.iter().filter(plain).find(|literal| it.text[literal.span.clone()].lines().skip(1).any(is_field))?;
    let written = &it.text[open.span.clone()];
    let first = open.span.start..open.span.start + written.find('\n').unwrap_or(written.len());
    let help = format!("close the text of line {} with a quotation mark; {ESCAPE}", it.line_of(open.span.start));
    Some(Slip::new(first, "this text is not closed in its line, and ends at the next quotation mark", help))
}

/// Words where a text is needed.
pub(super) fn unquoted(it: &Stumble<'_>) -> Option<Slip> {
    let rest = it.rest();
    let word = rest.len() - rest.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_').len();
    let is_words = rest.starts_with(char::is_alphabetic) && !rest[word..].trim_start().starts_with([':', '(']);
    if is_words { missing(it) } else { None }
}

/// Words, or something else, where a text is needed.
pub(super) fn missing(it: &Stumble<'_>) -> Option<Slip> {
    if *it.code != Ron::ExpectedString {
        return None;
    }
    let rest = it.rest();
    let long = rest.find([',', ')', ']', '\n', '"']).unwrap_or(rest.len());
    let value = rest[..long].trim_end();
    let span = it.here..it.here + value.len().max(1).min(rest.len());
    let field = it.field().map_or(String::new(), |field| format!("{field}: "));
    Some(match rest.chars().next() {
        Some('[') => {
            Slip::new(it.here..it.here + 1, "one text is needed here, not a list", format!("write {field}\"…\""))
        }
        Some('(') | None => Slip::new(span, "a text is needed here", format!("write {field}\"…\"")),
        _ if value == "None" => {
            Slip::new(span, "a text is needed here", "write it, or leave the field out if it may be left out")
        }
        _ => Slip::new(span, "a text stands between quotation marks", format!("write {field}\"{value}\"")),
    })
}
