//! What stands where. Numbers, dates and options that other questions share stand in their own order.

use super::form::{Alternative, Form, OptionSet, Ranked};
use super::grading::in_authors_turn;
use crate::study::chance::{Chance, shuffled};

impl Form {
    /// An order of what is shown.
    #[must_use]
    pub fn order(&self, chance: &mut Chance) -> Vec<usize> {
        match self {
            Self::PickOne { options, pool: OptionSet::Own } | Self::PickMany { options } => {
                natural_order(options).unwrap_or_else(|| shuffled(options.len(), chance))
            }
            Self::PickOne { options, pool: OptionSet::Truth | OptionSet::Shared(_) } => (0..options.len()).collect(),
            Self::Join { partners, .. } => shuffled(partners.len(), chance),
            Self::Sort { things } => disordered(things, chance),
            Self::Type { .. } => Vec::new(),
        }
    }
}

/// A shuffle that is not the answer itself.
fn disordered(things: &[Ranked], chance: &mut Chance) -> Vec<usize> {
    let mut order = shuffled(things.len(), chance);
    for _ in 1..things.len() {
        if !in_authors_turn(things, &order).is_sorted() {
            break;
        }
        order.rotate_left(1);
    }
    order
}

/// Numbers and dates stand in their natural order: shuffling them only costs time.
fn natural_order(options: &[Alternative]) -> Option<Vec<usize>> {
    let values: Option<Vec<f64>> = options.iter().map(|o| value(o.text.as_str())).collect();
    let values = values?;
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[a].total_cmp(&values[b]));
    Some(order)
}

/// The number a text consists of, or the year of a date; `None` for anything with more words than a date has.
fn value(text: &str) -> Option<f64> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let number = |w: &&str| {
        let size = w.trim_matches(|c: char| !c.is_ascii_digit()).parse::<f64>().ok()?;
        Some(if w.starts_with(['-', '\u{2212}', '\u{2013}']) { -size } else { size })
    };
    let numbers: Vec<f64> = words.iter().filter_map(number).collect();
    let others = words.len() - numbers.len();
    let plain = text.starts_with(|c: char| c.is_ascii_digit()) || others == 0;
    (others <= 1 && (plain || numbers.iter().any(|&n| n >= 1000.0))).then(|| numbers.last().copied()).flatten()
}
