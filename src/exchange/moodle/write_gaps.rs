//! Several gaps as answers that are embedded in the text.

use std::ops::Range;

use maud::{PreEscaped, html};

use crate::course::model::{Blank, Text};
use crate::exchange::outgoing::{Outgoing, bare_words, note_once};

/// The text of a question as HTML, its gaps in it: where it has a mark for each, `___ (1)` or `___ (1: end / bight)`, there;
/// or else in a list behind it.
pub(super) fn stem(course: &Outgoing<'_>, stem: &Text, gaps: &[Blank], changed: &mut Vec<String>) -> String {
    let text = course.html(stem.as_str());
    if let Some(text) = in_text(course, &text, gaps, changed) {
        return text;
    }
    note_once(changed, "its gaps are answers behind their labels");
    let list = html! {
        ul {
            @for gap in gaps {
                li { (Outgoing::words(gap.label.as_str())) ": " (PreEscaped(typed(course, gap, changed))) }
            }
        }
    };
    let is_block = text.starts_with('<') && text.ends_with('>');
    let text = if is_block { text } else { format!("<p>{text}</p>") };
    text + &list.into_string()
}

fn in_text(course: &Outgoing<'_>, text: &str, gaps: &[Blank], changed: &mut Vec<String>) -> Option<String> {
    let (mut whole, mut end) = (String::new(), 0);
    for (n, gap) in gaps.iter().enumerate() {
        let (place, shown) = mark(text, n + 1).filter(|(place, _)| place.start >= end)?;
        whole.push_str(&text[end..place.start]);
        whole.push_str(&if shown.is_empty() { typed(course, gap, changed) } else { chosen(course, gap, &shown)? });
        end = place.end;
    }
    let is_numbered = gaps.iter().enumerate().all(|(n, gap)| gap.label.as_str() == format!("gap {}", n + 1));
    if !is_numbered {
        note_once(changed, "the labels of its gaps are left out");
    }
    Some(whole + &text[end..])
}

/// Where the mark of the `n`-th gap stands in a text as HTML, and what may be chosen there.
fn mark(text: &str, n: usize) -> Option<(Range<usize>, Vec<&str>)> {
    let head = format!("___ ({n}");
    let start = text.find(&head)?;
    let rest = &text[start + head.len()..];
    let (shown, _) = rest.split_once(')')?;
    let end = start + head.len() + shown.len() + 1;
    let options = match shown.strip_prefix(": ") {
        Some(options) => options.split(" / ").collect(),
        None if shown.is_empty() => Vec::new(),
        None => return None,
    };
    Some((start..end, options))
}

/// `{1:SHORTANSWER:=end~%50%tail#Nearly.}`.
fn typed(course: &Outgoing<'_>, gap: &Blank, changed: &mut Vec<String>) -> String {
    let foreseen = foreseen(gap).into_iter().map(|(percent, words, said)| {
        let words = bare_words(words.as_str(), changed).replace('*', "\\*");
        answer(course, percent, &html! { (words) }.into_string(), said)
    });
    format!("{{1:SHORTANSWER:{}}}", foreseen.collect::<Vec<_>>().join("~"))
}

/// `{1:MULTICHOICE:%100%end~%0%bight}`; `None` where an answer is not among what may be chosen.
fn chosen(course: &Outgoing<'_>, gap: &Blank, shown: &[&str]) -> Option<String> {
    let all: Vec<_> =
        foreseen(gap).into_iter().map(|(percent, words, said)| (percent, course.html(words.as_str()), said)).collect();
    if all.iter().any(|(_, words, _)| !shown.contains(&&words[..])) {
        return None;
    }
    let option = |words: &&str| match all.iter().find(|(_, known, _)| known == words) {
        Some((percent, words, said)) => answer(course, *percent, words, *said),
        None => answer(course, 0, words, None),
    };
    Some(format!("{{1:MULTICHOICE:{}}}", shown.iter().map(option).collect::<Vec<_>>().join("~")))
}

/// Each answer that was foreseen: what it earns of 100, its words, and what is said to it.
fn foreseen(gap: &Blank) -> Vec<(u8, &Text, Option<&Text>)> {
    let accept = gap.accept.iter().map(|words| (100, words, None));
    let partly = gap.partly.iter().map(|part| (part.1, &part.0, part.2.as_ref()));
    accept.chain(partly).chain(gap.rivals.iter().map(|rival| (0, &rival.0, Some(&rival.1)))).collect()
}

fn answer(course: &Outgoing<'_>, percent: u8, words: &str, said: Option<&Text>) -> String {
    let said = said.map_or_else(String::new, |said| format!("#{}", escaped(&course.html(said.as_str()))));
    format!("%{percent}%{}{said}", escaped(words))
}

/// Takes the meaning from the signs that part answers.
fn escaped(words: &str) -> String {
    words.chars().fold(String::new(), |mut text, c| {
        if matches!(c, '}' | '#' | '~' | '\\') {
            text.push('\\');
        }
        text.push(c);
        text
    })
}
