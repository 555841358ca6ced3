//! What is right, in the letters of a sheet, and how an answer scores.

use std::collections::BTreeMap;

use crate::course::Course;
use crate::course::model::{Kind, Text};
use crate::study::item::{Item, Key, Revealed, Rows};
use crate::study::score::Verdict;

/// The answer in words, a line each, as the course's Markdown behind a letter or number: `("c", "Track Two …")`.
pub(super) fn words(course: &Course, item: &Item) -> Vec<(String, String)> {
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
            rows.iter().map(|row| (String::new(), accepted(&row.accepted))).collect()
        }
    }
}

/// The letter of a place as it is printed.
pub(super) fn letter(item: &Item, place: usize) -> String {
    item.label_at(place).to_ascii_lowercase().to_string()
}

/// Why each wrong answer is wrong, as the course's Markdown: by the letter on the sheet or, where words are written, by the word.
pub(super) fn wrong(item: &Item) -> Vec<(String, String)> {
    let mut distractors = item.form.distractors();
    distractors.sort_by_key(|it| it.of.map(|of| item.place(of)));
    let mark = |of: Option<usize>, word: String| match of.and_then(|of| item.place(of)) {
        Some(place) => letter(item, place),
        None => word,
    };
    let told =
        distractors.into_iter().filter_map(|it| Some((mark(it.of, it.text.to_string()), it.reason?.to_string())));
    told.collect()
}

/// How each kind is marked that can earn a part of its points or be written in more than one way; in the order of the kinds.
pub(super) fn rules<'a>(items: impl IntoIterator<Item = &'a Item>) -> Vec<(&'static str, &'static str)> {
    let rules: BTreeMap<Kind, &str> =
        items.into_iter().filter_map(|item| Some((item.kind, item.form.rule()?))).collect();
    rules.into_iter().map(|(kind, rule)| (kind.name(), rule)).collect()
}
