//! What is right, in the letters of a sheet, and how an answer scores.

use std::collections::BTreeMap;

use crate::course::Course;
use crate::course::model::{Kind, Text};
use crate::study::item::{Alternative, Distractor, Item, Key, Revealed, Rows, TypedRow};
use crate::study::score::Verdict;

/// The answer in words, a line each, as the course's Markdown behind a letter or number: `("c", "Track Two …")`.
pub(in crate::print) fn words(course: &Course, item: &Item) -> Vec<(String, String)> {
    let small = |label: char| label.to_ascii_lowercase();
    match Revealed::new(course, item, &Key::Author, None).rows {
        Rows::Options(rows) => {
            let right = rows.iter().enumerate().filter(|(_, row)| row.verdict == Some(Verdict::Right));
            let mark = |place| if item.truth_at(place).is_some() { String::new() } else { letter(item, place) };
            right.map(|(place, row)| (mark(place), row.text.to_string())).collect()
        }
        Rows::Pairs(rows) => (1..)
            .zip(&rows)
            .map(|(n, row)| (format!("{n}{}", small(row.label)), format!("{}: {}", row.premise, row.partner)))
            .collect(),
        Rows::Sorted(rows) => {
            rows.iter().map(|row| (small(row.label).to_string(), format!("{} ({})", row.text, row.date))).collect()
        }
        Rows::Typed(rows) => {
            let accepted = |texts: &[Text]| texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(" / ");
            let label = |row: &TypedRow| row.label.as_ref().map_or_else(String::new, |label| format!("{label}: "));
            rows.iter().map(|row| (String::new(), format!("{}{}", label(row), accepted(&row.accepted)))).collect()
        }
    }
}

/// The letter of a place as it is printed.
pub(in crate::print) fn letter(item: &Item, place: usize) -> String {
    item.label_at(place).to_ascii_lowercase().to_string()
}

/// What else was foreseen, with the author's word on it as the course's Markdown: `("b earns half", "It is near.")`,
/// `("Not c", "It is far.")`. Letters are those on the sheet; where words are written, it is the word.
pub(super) fn others(item: &Item) -> Vec<(String, Option<String>)> {
    let mark = |of: Option<usize>, text: &Text| {
        of.and_then(|of| item.place(of)).map_or_else(|| text.to_string(), |place| letter(item, place))
    };
    let earns = |(of, it): (Option<usize>, &Alternative)| {
        let lead = format!("{} earns {}", mark(of, &it.text), it.credit.in_words());
        (of.map(|of| item.place(of)), lead, it.reason.as_ref().map(ToString::to_string))
    };
    let not = |it: Distractor| {
        let lead = format!("Not {}", mark(it.of, &it.text));
        Some((it.of.map(|of| item.place(of)), lead, Some(it.reason?.to_string())))
    };
    let mut all: Vec<_> = item.form.earning_a_part().map(earns).collect();
    all.extend(item.form.distractors().into_iter().filter_map(not));
    all.sort_by_key(|(place, ..)| *place);
    all.into_iter().map(|(_, lead, why)| (lead, why)).collect()
}

/// How each kind is marked that can earn a part of its points or be written in more than one way; in the order of the kinds.
pub(super) fn rules<'a>(items: impl IntoIterator<Item = &'a Item>) -> Vec<(&'static str, &'static str)> {
    let mut rules: BTreeMap<Kind, &str> = BTreeMap::new();
    for (kind, rule) in items.into_iter().filter_map(|item| Some((item.kind, item.form.rule()?))) {
        // One rule a kind: the one that says all.
        let said = rules.entry(kind).or_insert(rule);
        if rule.len() > said.len() {
            *said = rule;
        }
    }
    rules.into_iter().map(|(kind, rule)| (kind.name(), rule)).collect()
}
