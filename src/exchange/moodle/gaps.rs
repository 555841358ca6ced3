//! Texts with gaps: embedded answers such as `{1:SHORTANSWER:=end~%50%tail#Nearly.}`, and `[[1]]` for a word that is chosen.
//! Each becomes a gap.

use super::node::XmlElement;
use super::read::{TextReader, answer_percent};
use crate::course::model::Ask;
use crate::exchange::intake::{QuestionDraft, SourceItem, Unasked};
use crate::exchange::markup;
use crate::exchange::outgoing::note_once;
use crate::exchange::typed::{self, NumberDraft, TypedDraft, near, parsed};

/// A gap: what may be chosen in it, in Markdown, and its answers.
struct SourceGap {
    shown: Vec<String>,
    answers: Vec<TypedDraft>,
    /// Of a gap for a number.
    numbers: Vec<NumberDraft>,
}

/// Stand around the number of a gap while a text is read.
const MARKS: [char; 2] = ['\u{e002}', '\u{e003}'];

fn token(n: usize) -> String {
    format!("{}{n}{}", MARKS[0], MARKS[1])
}

/// The question of a text whose answers are embedded in it.
pub(super) fn embedded(
    node: &XmlElement,
    found: &mut SourceItem,
    draft: &mut QuestionDraft,
    reader: &mut TextReader<'_>,
) -> Result<Ask, Unasked> {
    let Some(text) = node.child("questiontext") else { return Err("it has no text".into()) };
    let source = text.own_words();
    let (mut bare, mut gaps, mut weights, mut rest) = (String::new(), Vec::new(), Vec::new(), &source[..]);
    while let Some(Embedded { before, weight, kind, answers, after }) = next(rest) {
        bare.push_str(before);
        bare.push_str(&token(gaps.len()));
        gaps.push(gap(kind, answers, found, reader)?);
        weights.push(weight);
        rest = after;
    }
    bare.push_str(rest);
    if weights.iter().any(|weight| *weight != weights[0]) {
        found.changed.push("its gaps were weighed unevenly: here they count alike".to_owned());
    }
    draft.stem = reader.text(text, &bare);
    ask(gaps, draft, found)
}

/// An answer that is embedded in a text.
struct Embedded<'a> {
    before: &'a str,
    weight: u32,
    kind: &'a str,
    answers: &'a str,
    after: &'a str,
}

fn next(text: &str) -> Option<Embedded<'_>> {
    for (open, _) in text.match_indices('{') {
        let inner = &text[open + 1..];
        let digits = inner.chars().take_while(char::is_ascii_digit).count();
        let Some(rest) = inner[digits..].strip_prefix(':') else { continue };
        let Some((kind, answers)) = rest.split_once(':') else { continue };
        if kind.is_empty() || !kind.chars().all(|c| c.is_ascii_uppercase() || c == '_') {
            continue;
        }
        let end = unescaped(answers, '}').next()?;
        let weight = inner[..digits].parse().unwrap_or(1);
        return Some(Embedded {
            before: &text[..open],
            weight,
            kind,
            answers: &answers[..end],
            after: &answers[end + 1..],
        });
    }
    None
}

/// Where `sign` stands without a backslash before it.
fn unescaped(text: &str, sign: char) -> impl Iterator<Item = usize> {
    let mut is_escaped = false;
    text.char_indices().filter_map(move |(at, c)| {
        let is_here = c == sign && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        is_here.then_some(at)
    })
}

fn split_once(text: &str, sign: char) -> (&str, &str) {
    match unescaped(text, sign).next() {
        Some(at) => (&text[..at], &text[at + sign.len_utf8()..]),
        None => (text, ""),
    }
}

/// Without the backslashes that take the meaning from signs.
fn plain(text: &str) -> String {
    let mut chars = text.chars().peekable();
    let mut out = String::new();
    while let Some(c) = chars.next() {
        let is_mark = c == '\\'
            && chars.peek().is_some_and(|next| matches!(next, '}' | '#' | '~' | '/' | '"' | '\\' | '{' | '=' | ':'));
        if !is_mark {
            out.push(c);
        } else if let Some(next) = chars.next() {
            out.push(next);
        }
    }
    out
}

fn gap(kind: &str, answers: &str, found: &mut SourceItem, reader: &mut TextReader<'_>) -> Result<SourceGap, Unasked> {
    let is_typed = matches!(kind, "SHORTANSWER" | "SA" | "MW" | "SHORTANSWER_C" | "SAC" | "MWC");
    let is_number = matches!(kind, "NUMERICAL" | "NM");
    if matches!(kind, "SHORTANSWER_C" | "SAC" | "MWC") {
        note_once(&mut found.changed, CAPITALS);
    }
    let mut gap = SourceGap { shown: Vec::new(), answers: Vec::new(), numbers: Vec::new() };
    let ends: Vec<usize> = unescaped(answers, '~').chain([answers.len()]).collect();
    let mut start = 0;
    for end in ends {
        let raw = answers.get(start..end).unwrap_or_default().trim();
        start = end + 1;
        if raw.is_empty() {
            continue;
        }
        let (percent, raw) = answer_percent(raw);
        let (words, said) = split_once(raw, '#');
        let (words, said) = (plain(words), reader.fragment(&plain(said)));
        if is_number {
            gap.number(&words, percent, said)?;
        } else if is_typed {
            gap.answers.push(TypedDraft::with_wildcards(&decoded(&words), percent, said, &mut found.changed));
        } else {
            let shown = reader.fragment(&words);
            // A wrong one is wrong anyway; a word on it is kept.
            if percent > 0 || !said.is_empty() {
                gap.answers.push(TypedDraft { words: Some(shown.clone()), percent, feedback: said });
            }
            gap.shown.push(shown);
        }
    }
    let right = gap.answers.iter().filter(|answer| answer.percent > 0).count();
    if !is_typed && !is_number && (kind.starts_with("MULTIRESPONSE") || kind.starts_with("MR")) && right > 1 {
        note_once(&mut found.changed, "several answers of a gap are right together: here one of them is enough");
    }
    Ok(gap)
}

/// What is said where capitals counted.
pub(super) const CAPITALS: &str = "capitals counted in its answer: here they do not";

impl SourceGap {
    fn number(&mut self, words: &str, percent: i32, feedback: String) -> Result<(), Unasked> {
        if words.trim() == "*" {
            self.numbers.push(NumberDraft { target: None, percent, feedback: feedback.clone() });
            self.answers.push(TypedDraft { words: None, percent, feedback });
            return Ok(());
        }
        let (value, by) = words.split_once(':').unwrap_or((words, "0"));
        let target = near(parsed(value)?, parsed(by)?);
        let is_known =
            self.numbers.iter().any(|it| it.target.is_some_and(|t| t.shown().total_cmp(&target.shown()).is_eq()));
        self.numbers.push(NumberDraft { target: Some(target), percent, feedback: feedback.clone() });
        if !is_known {
            self.answers.push(TypedDraft { words: Some(markup::escaped(value)), percent, feedback });
        }
        Ok(())
    }
}

/// Plain words of a fragment of HTML.
fn decoded(fragment: &str) -> String {
    if fragment.contains(['&', '<']) {
        crate::course::markdown::plain(&markup::from_html(fragment, &mut Vec::new()))
    } else {
        fragment.to_owned()
    }
}

/// What a reader of the stem sees of a gap.
fn place(n: usize, gap: &SourceGap) -> String {
    let shown = if gap.shown.is_empty() { String::new() } else { format!(": {}", gap.shown.join(" / ")) };
    format!("\\_\\_\\_ ({}{shown})", n + 1)
}

fn ask(mut gaps: Vec<SourceGap>, draft: &mut QuestionDraft, found: &mut SourceItem) -> Result<Ask, Unasked> {
    for (n, gap) in gaps.iter().enumerate() {
        draft.stem = draft.stem.replace(&token(n), &place(n, gap));
    }
    if let [one] = &mut gaps[..]
        && !one.numbers.is_empty()
    {
        return typed::number(std::mem::take(&mut one.numbers), None, draft, &mut found.changed);
    }
    if gaps.iter().any(|gap| !gap.numbers.is_empty()) {
        note_once(&mut found.changed, "a number in a gap is compared as it is written, without its tolerance");
    }
    if let [one] = &mut gaps[..] {
        return typed::words(std::mem::take(&mut one.answers), draft, &mut found.changed);
    }
    let blank = |(n, gap): (usize, SourceGap)| typed::gap(&format!("gap {}", n + 1), gap.answers, &mut found.changed);
    typed::gaps(gaps.into_iter().enumerate().map(blank).collect::<Result<_, _>>()?)
}

/// The question of a text in which `[[1]]` stands for the first of `choices`; those of its group may be chosen.
pub(super) fn chosen(
    node: &XmlElement,
    choices: &str,
    found: &mut SourceItem,
    draft: &mut QuestionDraft,
    reader: &mut TextReader<'_>,
) -> Result<Ask, Unasked> {
    let Some(text) = node.child("questiontext") else { return Err("it has no text".into()) };
    let words: Vec<(String, String)> =
        node.all(choices).map(|choice| (choice.words("group"), reader.text(choice, &choice.own_words()))).collect();
    let source = text.own_words();
    let (mut bare, mut gaps, mut rest) = (String::new(), Vec::new(), &source[..]);
    while let Some((before, after)) = rest.split_once("[[") {
        let Some((number, next)) = after.split_once("]]") else { break };
        let Ok(n) = number.trim().parse::<usize>() else {
            bare.push_str(&rest[..before.len() + 2]);
            rest = after;
            continue;
        };
        let right = n.checked_sub(1).and_then(|at| words.get(at));
        let (group, word) = right.ok_or_else(|| format!("[[{n}]] in its text names none of its choices"))?;
        let shown = words.iter().filter(|(its, _)| its == group).map(|(_, word)| word.clone()).collect();
        let answer = TypedDraft { words: Some(word.clone()), percent: 100, feedback: String::new() };
        bare.push_str(before);
        bare.push_str(&token(gaps.len()));
        gaps.push(SourceGap { shown, answers: vec![answer], numbers: Vec::new() });
        rest = next;
    }
    bare.push_str(rest);
    found.changed.push("its words are typed here, not dragged or picked from a list".to_owned());
    draft.stem = reader.text(text, &bare);
    ask(gaps, draft, found)
}
