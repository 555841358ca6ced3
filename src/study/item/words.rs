//! Responses and keys in letters and in words, without marks and citations.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use unicode_segmentation::UnicodeSegmentation;

use super::credit::Credit;
use super::form::{Form, OptionSet};
use super::{Item, Key, Response};
use crate::course::markdown::plain;
use crate::course::model::Text;
use crate::course::model::text::defused;
use crate::study::names::MAX_MARKS;
use crate::study::score::Verdict;

/// Most characters of a typed answer that are shown in one line.
const LONGEST: usize = 120;

/// Text that somebody typed, fit to be shown in one line: nothing that steers, no stacks, no endless word.
#[must_use]
pub fn tamed(text: &str) -> String {
    let safe = defused(text).replace(['\n', '\u{200c}', '\u{200d}'], " ");
    let sign = |g: &str| g.chars().take(MAX_MARKS).collect::<String>();
    let shown: String = safe.graphemes(true).take(LONGEST).map(sign).collect();
    let rest = if safe.graphemes(true).nth(LONGEST).is_some() { "…" } else { "" };
    format!("{}{rest}", shown.trim())
}

impl Item {
    /// The option, partner or thing with the author's number `of`, in words.
    #[must_use]
    pub fn option_words(&self, of: usize) -> String {
        self.form.text(of).map(words).unwrap_or_default()
    }

    /// A response in letters: `B`, `A, C`, `1C 2A`, or what was typed.
    #[must_use]
    pub fn in_letters(&self, response: &Response) -> String {
        match response {
            Response::Picked(of) => self.label(*of).to_string(),
            Response::Marked(of) if of.is_empty() => "none".to_owned(),
            Response::Marked(of) => join(self.labels(of), ", "),
            Response::Joined(partners) => {
                let pair = |(i, of): (usize, &Option<usize>)| format!("{}{}", i + 1, self.partner(*of));
                join(partners.iter().enumerate().map(pair), " ")
            }
            Response::Sorted(order) => join(order.iter().map(|&of| self.label(of)), " "),
            Response::Typed(typed) => join(typed.iter().map(|text| format!("“{}”", defused(text).trim())), ", "),
            Response::Passed => "passed".to_owned(),
            Response::Blank => "no answer".to_owned(),
        }
    }

    /// The same for a cell of a table: `B`, `A C`, `C A`, `1991`; `–` for none.
    #[must_use]
    pub fn in_marks(&self, response: &Response) -> String {
        match response {
            Response::Picked(of) => self.label(*of).to_string(),
            Response::Marked(of) if !of.is_empty() => join(of.iter().map(|&of| self.label(of)), " "),
            Response::Joined(partners) => join(partners.iter().map(|of| self.partner(*of)), " "),
            Response::Sorted(order) => join(order.iter().map(|&of| self.label(of)), " "),
            Response::Typed(typed) => join(typed.iter().map(|text| tamed(text)), "; "),
            Response::Marked(_) | Response::Passed | Response::Blank => "–".to_owned(),
        }
    }

    /// A response in words.
    #[must_use]
    pub fn in_words(&self, response: &Response) -> String {
        match response {
            Response::Picked(of) => self.option_words(*of),
            Response::Marked(of) if !of.is_empty() => join(of.iter().map(|&of| self.option_words(of)), "; "),
            Response::Joined(partners) => self.pairs_in_words(partners),
            Response::Sorted(order) => join(order.iter().map(|&of| self.option_words(of)), " → "),
            Response::Typed(typed) => join(typed.iter().map(|text| tamed(text)), "; "),
            Response::Passed => "passed".to_owned(),
            Response::Marked(_) | Response::Blank => "no answer".to_owned(),
        }
    }

    fn pairs_in_words(&self, partners: &[Option<usize>]) -> String {
        let Form::Join { premises, .. } = &self.form else { return "no answer".to_owned() };
        let pair = |(premise, of): (&Text, &Option<usize>)| {
            format!("{} – {}", words(premise), of.map_or_else(|| "nothing".to_owned(), |of| self.option_words(of)))
        };
        join(premises.iter().zip(partners).map(pair), "; ")
    }

    /// The key that stands, in words.
    #[must_use]
    pub fn key_in_words(&self, key: &Key) -> String {
        match key {
            Key::Author => self.authors_key(),
            Key::AnyOf(keys) => join(keys.iter().map(|key| self.in_words(key)), "; or "),
            Key::Everything => "every answer counts as right".to_owned(),
            Key::Void => "void: does not count".to_owned(),
        }
    }

    /// The author's key in words, with what earns half.
    #[must_use]
    pub fn authors_key(&self) -> String {
        match &self.form {
            Form::PickOne { options, .. } | Form::PickMany { options } => {
                let full = options.iter().filter(|o| o.credit == Credit::FULL).map(|o| words(&o.text));
                let part = options.iter().filter(|o| o.credit.verdict() == Verdict::Partly);
                let part = part.map(|o| format!("{} for {}", o.credit.in_words(), words(&o.text)));
                join(full.chain(part), "; ")
            }
            Form::Join { premises, .. } => self.pairs_in_words(&(0..premises.len()).map(Some).collect::<Vec<_>>()),
            Form::Sort { things } => {
                join(things.iter().map(|it| format!("{} ({})", words(&it.text), words(&it.date))), " → ")
            }
            Form::Type { gaps } => {
                join(gaps.iter().filter_map(|gap| gap.accepted().next()).map(|it| words(&it.text)), "; ")
            }
        }
    }

    /// The author's key as short as it can be ticked off on paper: `c`, `a d`, `true`, `1c 2a 3d`, `b d a c`, or the word
    /// itself.
    #[must_use]
    pub fn key_on_paper(&self) -> String {
        let small = |of: usize| self.label(of).to_ascii_lowercase();
        match &self.form {
            Form::PickOne { options, pool: OptionSet::Truth } => {
                let right = options.iter().filter(|o| o.credit == Credit::FULL);
                join(right.map(|o| o.text.as_str().to_lowercase()), " ")
            }
            Form::PickOne { .. } | Form::PickMany { .. } => join(self.on_paper_with(Credit::FULL), " "),
            Form::Join { premises, .. } => join((0..premises.len()).map(|of| format!("{}{}", of + 1, small(of))), " "),
            Form::Sort { things } => join((0..things.len()).map(small), " "),
            Form::Type { gaps } => join(gaps.iter().filter_map(|gap| gap.accepted().next()).map(|it| &it.text), "; "),
        }
    }

    /// What earns a part, most first, by its letter or as it is typed: `half: b d`, `25 %: helmsman`.
    #[must_use]
    pub fn part_marks_on_paper(&self) -> Vec<String> {
        let mut parts: BTreeMap<Reverse<Credit>, Vec<String>> = BTreeMap::new();
        for (of, it) in self.form.earning_a_part() {
            let mark = of.map_or_else(|| words(&it.text), |of| self.label(of).to_ascii_lowercase().to_string());
            parts.entry(Reverse(it.credit)).or_default().push(mark);
        }
        for marks in parts.values_mut() {
            marks.sort();
        }
        parts
            .into_iter()
            .map(|(Reverse(credit), marks)| format!("{}: {}", credit.in_words(), marks.join(" ")))
            .collect()
    }

    fn on_paper_with(&self, credit: Credit) -> Vec<char> {
        let with = |&&of: &&usize| self.form.options().get(of).is_some_and(|o| o.credit == credit);
        self.order.iter().filter(with).map(|&of| self.label(of).to_ascii_lowercase()).collect()
    }

    /// In the order shown.
    fn labels(&self, of: &[usize]) -> Vec<char> {
        let mut labels: Vec<char> = of.iter().map(|&of| self.label(of)).collect();
        labels.sort_unstable();
        labels
    }

    fn partner(&self, of: Option<usize>) -> char {
        of.map_or('–', |of| self.label(of))
    }
}

fn words(text: &Text) -> String {
    plain(text.as_str())
}

fn join(parts: impl IntoIterator<Item = impl ToString>, between: &str) -> String {
    parts.into_iter().map(|part| part.to_string()).collect::<Vec<_>>().join(between)
}
