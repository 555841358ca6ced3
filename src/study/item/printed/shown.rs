//! What a question prints before it is answered, in words.

use std::collections::HashSet;

use crate::course::check::item_text::{NUMBERS, content, line, names};
use crate::course::model::Text;
use crate::study::item::{Form, Item, OptionSet};

pub(super) struct PrintedText {
    /// The stem, and each option, partner or thing to sort.
    pub(super) lines: Vec<ShownLine>,
    /// The words of all lines that carry meaning.
    pub(super) content: HashSet<String>,
    /// The words of the stem that carry meaning.
    pub(super) stem: HashSet<String>,
    /// The words with a capital within a sentence.
    pub(super) names: HashSet<String>,
}

/// One line of it.
pub(super) struct ShownLine {
    /// Its words between blanks, so that `contains(" whole words ")` holds for whole words.
    pub(super) text: String,
    pub(super) content: HashSet<String>,
    /// Whether it names a category of a scheme, as every question of the scheme does.
    pub(super) is_category: bool,
}

impl PrintedText {
    pub(super) fn of(item: &Item) -> Self {
        let printed: Vec<&str> = match &item.form {
            Form::PickOne { options, .. } | Form::PickMany { options } => {
                options.iter().map(|o| o.text.as_str()).collect()
            }
            Form::Join { premises, partners } => {
                premises.iter().chain(partners.iter().map(|p| &p.text)).map(Text::as_str).collect()
            }
            Form::Sort { things } => things.iter().map(|t| t.text.as_str()).collect(),
            Form::Type { gaps } => gaps.iter().filter_map(|g| g.label.as_ref()).map(Text::as_str).collect(),
        };
        let noun = match item.form.pool() {
            OptionSet::Shared(noun) => Some(content(noun.as_str())),
            OptionSet::Own | OptionSet::Truth => None,
        };
        let stem = item.stem.as_str();
        let first = ShownLine { text: line(stem), content: content(stem).into_iter().collect(), is_category: false };
        let lines: Vec<ShownLine> =
            std::iter::once(first).chain(printed.into_iter().map(|t| option(t, noun.as_deref()))).collect();
        Self {
            content: lines.iter().flat_map(|l| l.content.iter().cloned()).collect(),
            stem: content(stem).into_iter().collect(),
            names: names(stem),
            lines,
        }
    }
}

/// A line behind the stem. What its category is called, and its number, are no part of what it says: "Track Three: business".
fn option(text: &str, noun: Option<&[String]>) -> ShownLine {
    let said = |w: &String| {
        let is_number = NUMBERS.contains(&w.as_str()) || w.starts_with(|c: char| c.is_ascii_digit());
        noun.is_none_or(|noun| !noun.contains(w) && !is_number)
    };
    ShownLine {
        text: line(text),
        content: content(text).into_iter().filter(said).collect(),
        is_category: noun.is_some(),
    }
}
