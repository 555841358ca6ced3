//! Links, citations and formulas that are begun and not closed, or hold nothing.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::{OPTIONS, Unseen, source};

/// What of `text` is begun and not closed.
pub(super) fn unclosed(text: &str) -> Vec<Unseen> {
    if !text.contains("[[") && !text.contains("[@") && !text.contains('$') {
        return Vec::new();
    }
    let masked = without_code(&source(text));
    let mut found = Vec::new();
    for paragraph in masked.split("\n\n") {
        found.extend(begun(paragraph, "[[").filter_map(|at| link(&paragraph[at..])));
        found.extend(begun(paragraph, "[@").filter_map(|at| citation(&paragraph[at..])));
        found.extend(begun(paragraph, "$").find_map(|at| formula(&paragraph[at..])));
    }
    found
}

/// `text` with blanks for code and formulas, in which every sign is itself.
fn without_code(text: &str) -> String {
    let mut masked = text.to_owned();
    for (event, at) in pulldown_cmark::Parser::new_ext(text, OPTIONS).into_offset_iter() {
        let is_code = matches!(
            event,
            Event::Code(_) | Event::InlineMath(_) | Event::DisplayMath(_) | Event::Start(Tag::CodeBlock(_))
        );
        if is_code {
            blank(&mut masked, at);
        }
    }
    masked
}

fn blank(text: &mut String, at: Range<usize>) {
    let blanks: String = text[at.clone()].bytes().map(|b| if b == b'\n' { '\n' } else { '.' }).collect();
    text.replace_range(at, &blanks);
}

/// Where `mark` begins, no backslash before it.
fn begun<'a>(text: &'a str, mark: &'a str) -> impl Iterator<Item = usize> + 'a {
    text.match_indices(mark).map(|(at, _)| at).filter(|&at| !text[..at].ends_with(['\\', '[']))
}

fn id_at(text: &str) -> &str {
    &text[..text.len() - text.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || "-._".contains(c)).len()]
}

/// `text` begins with `[[`.
fn link(text: &str) -> Option<Unseen> {
    let rest = &text[2..];
    let id = id_at(rest);
    let to_next = rest.find("[[").unwrap_or(rest.len());
    match rest[..to_next].find("]]") {
        Some(end) => {
            let (term, words) = rest[..end].split_once('|').map_or((&rest[..end], None), |(a, b)| (a, Some(b)));
            let is_empty = term.trim().is_empty() || words.is_some_and(|words| words.trim().is_empty());
            is_empty.then(|| Unseen::EmptyLink(text[..end + 4].to_owned()))
        }
        // Lists of lists look alike: `[[a, b], [c, d]]`.
        None if id.starts_with(|c: char| c.is_ascii_alphabetic()) && !rest[id.len()..].starts_with(',') => {
            Some(Unseen::OpenLink(text[..2 + id.len()].to_owned()))
        }
        None => None,
    }
}

/// `text` begins with `[@`.
fn citation(text: &str) -> Option<Unseen> {
    let rest = &text[2..];
    let key = id_at(rest);
    let to_next = rest.find('[').unwrap_or(rest.len());
    match rest[..to_next].find(']') {
        Some(end) if rest[..end].trim().is_empty() => Some(Unseen::EmptyLink(text[..end + 3].to_owned())),
        None if !key.is_empty() => Some(Unseen::OpenLink(text[..2 + key.len()].to_owned())),
        Some(_) | None => None,
    }
}

/// `text` begins with a dollar sign that closes nothing. Prices and names of programs are no formulas.
fn formula(text: &str) -> Option<Unseen> {
    let rest = &text[1..];
    let begins = rest.starts_with(|c: char| c.is_alphabetic() || c == '\\');
    let has_command =
        rest.match_indices('\\').any(|(at, _)| rest[at + 1..].starts_with(|c: char| c.is_ascii_alphabetic()));
    let is_math = has_command || rest.contains('^') || rest.contains("_{");
    (begins && is_math).then(|| Unseen::OpenFormula(text.chars().take(20).collect()))
}

#[cfg(test)]
mod tests {
    use super::super::unseen;

    #[track_caller]
    fn words(text: &str) -> Vec<String> {
        unseen(text).iter().map(|found| found.words().to_owned()).collect()
    }

    #[test]
    fn what_is_begun_and_not_closed_is_found() {
        assert_eq!(words("A [[pilot] knows the way."), ["[[pilot"]);
        assert_eq!(words("A [[pilot knows [[b]]."), ["[[pilot"]);
        assert_eq!(words("So it is [@quay-1990 , they say."), ["[@quay-1990"]);
        assert_eq!(words("A [[pilot|]] and [[|words]] [@ ]."), ["[[pilot|]]", "[[|words]]", "[@ ]"]);
        assert_eq!(words(r"The speed is $c = \sqrt{g h} in water."), [r"$c = \sqrt{g h} in w"]);
        for sound in [
            "[[a]] [[a|b]] [@c; @d]",
            "A list [[a, b], [c, d]] of lists",
            "[[1, 2], [3, 4]]",
            "`[[x` and $a_1$",
            r"\[[x and \[@y",
            "It cost $5 or $6.",
            "export $HOME to all",
            "```\n[[x\n```",
        ] {
            assert!(words(sound).is_empty(), "{sound}: {:?}", words(sound));
        }
    }
}
