//! A question put into the words that hang on the wall; no word of it tells a right option from a wrong one.

use crate::course::markdown::plain;
use crate::course::model::Text;
use crate::study::drill::{Mode, Setup};
use crate::study::item::Posed;

/// What hangs there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Poster {
    /// `3 of 10`.
    pub number: String,
    /// How to answer.
    pub how: String,
    /// What it is worth; `None` where hands are counted.
    pub worth: Option<String>,
    pub stem: String,
    /// What a picture shows, and its file: a terminal draws none.
    pub picture: Option<String>,
    /// What partners are joined to, numbered from 1.
    pub premises: Vec<String>,
    /// With the letters beside them.
    pub options: Vec<(char, String)>,
}

impl Poster {
    #[must_use]
    pub fn of(posed: &Posed, setup: &Setup) -> Self {
        let worth = match (posed.points, setup.questions().map(|q| q.mode)) {
            (_, Some(Mode::Argue)) => None,
            (0, _) => Some("no points, for discussion".to_owned()),
            (1, _) => Some("1 point".to_owned()),
            (n, _) => Some(format!("{n} points")),
        };
        let words = |text: &Text| plain(text.as_str());
        Self {
            number: format!("{} of {}", posed.number, posed.of),
            how: posed.on_wall(),
            worth,
            stem: words(&posed.stem),
            picture: posed.picture.as_ref().map(|it| format!("Picture: {} ({})", words(&it.alt), it.file)),
            premises: posed.premises().iter().map(words).collect(),
            options: posed.lettered().map(|(letter, text)| (letter, words(text))).collect(),
        }
    }

    /// How to answer, then what it is worth, with `between` in the middle.
    #[must_use]
    pub fn about(&self, between: &str) -> String {
        self.worth.as_ref().map_or_else(|| self.how.clone(), |worth| format!("{}{between}{worth}", self.how))
    }

    /// What partners are joined to, with the numbers in front of it.
    pub fn numbered(&self) -> impl Iterator<Item = (char, &str)> {
        ('1'..='9').zip(self.premises.iter().map(String::as_str))
    }

    /// Options with the letters in front of them.
    pub fn lettered(&self) -> impl Iterator<Item = (char, &str)> {
        self.options.iter().map(|(letter, text)| (*letter, text.as_str()))
    }
}
