//! A course on its way into another format: the banks that go, and how its texts are set.

use super::fidelity::{ItemFate, Transfer};
use super::markup;
use crate::course::Course;
use crate::course::attribution::Attribution;
use crate::course::markdown;
use crate::course::model::{Ask, Card, Face, Id, Judged, Question, Text};
use crate::print::rich;

/// What is written.
#[derive(Debug)]
pub struct Outgoing<'a> {
    pub course: &'a Course,
    pub banks: Vec<OutgoingBank<'a>>,
}

/// A lesson's cards and questions.
#[derive(Debug)]
pub struct OutgoingBank<'a> {
    pub title: String,
    pub cards: Vec<&'a Card>,
    pub questions: Vec<&'a Question>,
}

/// An option of whichever kind of question: its words, what it earns of 100, and what is said to it.
pub(super) struct OutgoingOption {
    pub html: String,
    pub words: String,
    pub percent: u8,
    pub feedback: Option<String>,
}

impl Outgoing<'_> {
    /// A text as HTML, cited works as names and years, terms as words.
    pub(super) fn html(&self, text: &str) -> String {
        let html = rich::html(self.course, text).into_string();
        // One paragraph needs no mark of its own.
        match html.strip_prefix("<p>").and_then(|rest| rest.strip_suffix("</p>")) {
            Some(one) if !one.contains("<p>") => one.to_owned(),
            _ => html,
        }
    }

    /// A text as words in lines.
    pub(super) fn words(text: &str) -> String {
        markdown::plain(text)
    }

    pub(super) fn optional_html(&self, text: Option<&Text>) -> String {
        text.map_or_else(String::new, |text| self.html(text.as_str()))
    }

    /// Name, licence, authors, and where the course is from, in a line.
    #[must_use]
    pub fn attribution(&self) -> String {
        Attribution::of(self.course.about()).words()
    }

    /// The options of a question that is answered by picking; none of one that is not.
    pub(super) fn options(&self, ask: &Ask) -> Vec<OutgoingOption> {
        let of = |option: &Judged| OutgoingOption {
            html: self.html(option.text().as_str()),
            words: Self::words(option.text().as_str()),
            percent: option.percent(),
            feedback: option.feedback().map(|text| self.html(text.as_str())),
        };
        if let Ask::Classify { scheme, key, defensible, why_not } = ask {
            return self.categories(scheme, |category: &Id| match category {
                it if it == key => (100, None),
                it if defensible.contains(it) => (50, None),
                it => {
                    (0, why_not.iter().find(|why| why.0.as_str() == it.as_str()).map(|why| self.html(why.1.as_str())))
                }
            });
        }
        ask.options().iter().map(of).collect()
    }

    fn categories(&self, scheme: &Id, of: impl Fn(&Id) -> (u8, Option<String>)) -> Vec<OutgoingOption> {
        let Some(scheme) = self.course.scheme(scheme) else { return Vec::new() };
        let option = |category: &crate::course::model::Category| {
            let (percent, feedback) = of(&category.key);
            let text = category.option.as_ref().unwrap_or(&category.name).as_str();
            OutgoingOption { html: self.html(text), words: Self::words(text), percent, feedback }
        };
        scheme.categories.iter().map(option).collect()
    }
}

/// Names an item of a course in a report.
pub(super) fn fate(id: &Id, text: &str, fate: Transfer) -> ItemFate {
    ItemFate { at: None, item: format!("{id} ({})", markup::short(text)), fate }
}

/// Kept, or what is not as it was.
pub(super) fn kept(changed: Vec<String>) -> Transfer {
    if changed.is_empty() { Transfer::Kept } else { Transfer::Changed(changed) }
}

/// The text of a card's front, for reports.
pub(super) fn front(face: &Face) -> &str {
    match face {
        Face::Basic { front, .. } | Face::TwoWay { front, .. } => front.as_str(),
        Face::Cloze(text) => text.as_str(),
    }
}
