//! A question put into the words that hang on the wall; no word of it tells a right option from a wrong one.

use crate::course::Course;
use crate::course::markdown::plain;
use crate::course::model::{Ask, Kind};
use crate::course::wording;
use crate::study::drill::{Mode, Setup, Shown, letter};

/// What hangs there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Poster {
    /// `3 of 10`.
    pub number: String,
    /// What kind of question it is, and what it is worth.
    pub about: String,
    pub stem: String,
    /// What partners are joined to, numbered from 1.
    pub premises: Vec<String>,
    /// Lettered from A.
    pub options: Vec<String>,
}

impl Poster {
    #[must_use]
    pub fn of(shown: &Shown, course: &Course, setup: &Setup) -> Self {
        let worth = match (shown.points, setup.questions().map(|q| q.mode)) {
            (_, Some(Mode::Argue)) => String::new(),
            (0, _) => " · no points, just for talking".to_owned(),
            (1, _) => " · 1 point".to_owned(),
            (n, _) => format!(" · {n} points"),
        };
        Self {
            number: format!("{} of {}", shown.number, shown.of),
            about: format!("{}{worth}", how(shown.kind)),
            stem: plain(shown.stem.as_str()),
            premises: shown.premises.iter().map(|p| plain(p.as_str())).collect(),
            options: options(shown, course, setup),
        }
    }

    /// Texts with the signs in front of them: premises, then options.
    pub fn lettered(&self) -> impl Iterator<Item = (char, &str)> {
        self.options.iter().enumerate().map(|(i, text)| (letter(i), text.as_str()))
    }
}

fn how(kind: Kind) -> &'static str {
    match kind {
        Kind::Choice => "one is right",
        Kind::Several => "several may be right",
        Kind::TrueFalse => "true or false",
        Kind::Match => "join each number to a letter; some letters stay over",
        Kind::Order => "put the letters in order, first to last",
        Kind::Typed => "say it in a word or two",
        Kind::Classify => "which track?",
    }
}

fn options(shown: &Shown, course: &Course, setup: &Setup) -> Vec<String> {
    let scheme = shown.number.checked_sub(1).and_then(|at| match &setup.asked(at)?.question.ask {
        Ask::Classify { scheme, .. } => Some(scheme),
        _ => None,
    });
    match (shown.kind, scheme) {
        (Kind::TrueFalse, _) => vec!["True".to_owned(), "False".to_owned()],
        (Kind::Classify, Some(scheme)) => {
            shown.options.iter().map(|key| plain(&wording::category(course, scheme, key))).collect()
        }
        _ => shown.options.iter().map(|text| plain(text)).collect(),
    }
}
