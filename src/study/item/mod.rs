//! A question as it is asked, whole and without the course: what is asked, in which form, in which order, what is right
//! and why. Everything that asks, marks, shows or counts questions works on this; only [`draw`] knows the kinds in which
//! authors write, so that one more of them changes nothing elsewhere.
//!
//! ```text
//!  course ──draw──► Item ──► Posed      what may be shown before the answer: it has no place for a key
//!                    │  ▲
//!           Response ┤  └── stored      items and responses of earlier releases
//!                Key ┤
//!                    └─────► Revealed   rows, verdict, explanation, sources
//!
//!  form      the five ways to answer, with the credit of each option      order    what stands where
//!  gap       how typed words are taken     siblings  answers of other questions that a slip must not reach
//!  letters, lines, pen    answers as a teacher spells them, as a line, as a sheet of paper has them
//!  demand    what an answer takes, for who estimates how hard it is
//!  grading   what a response earns     words    responses and keys in letters and in words     prompt   how to answer
//! ```

mod credit;
mod demand;
mod draw;
mod form;
mod gap;
mod grading;
mod key;
mod letters;
mod lines;
mod order;
mod pen;
mod posed;
pub mod printed;
mod prompt;
mod response;
mod revealed;
mod siblings;
mod stored;
mod words;

#[cfg(test)]
pub(crate) mod tests;

use serde::{Deserialize, Serialize};

pub use credit::Credit;
pub use demand::Demand;
pub use form::{Alternative, AnswerMatch, Distractor, Form, Gap, NumberRange, OptionSet, Partner, Ranked};
pub use key::Key;
pub use letters::letter;
pub use posed::{Posed, Task};
pub use response::Response;
pub use revealed::{Appraisal, Headline, OptionRow, PairRow, Revealed, Rows, SortedRow, TypedRow};
pub use words::tamed;

use crate::course::markdown::plain;
use crate::course::model::{Bloom, Feedback, Id, Kind, Picture, Text};

/// A question as it is asked. Numbers of options, partners and the like count as the author wrote them, from 0.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "stored::StoredItem")]
pub struct Item {
    pub question: Id,
    pub lesson: Id,
    /// The section that teaches the answer.
    #[serde(default)]
    pub section: Option<Id>,
    /// The objective that it assesses or, where it names none, the lesson.
    pub objective: Id,
    #[serde(default)]
    pub level: Option<Bloom>,
    /// A label for statistics and headings; how the question is asked and marked is its form's.
    pub kind: Kind,
    pub stem: Text,
    pub form: Form,
    /// The author's number of what is shown at each place: options, partners (spare ones after the others) or things to sort.
    pub order: Vec<usize>,
    /// Why the key is right.
    #[serde(default)]
    pub explain: Option<Text>,
    /// What is said beside that, by how the answer came out.
    #[serde(default, skip_serializing_if = "is_empty")]
    pub feedback: Feedback,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<Picture>,
    pub cite: Vec<Id>,
    /// Most points that an answer earns; 0 where it is asked just for talking.
    pub points: u32,
}

fn is_empty(feedback: &Feedback) -> bool {
    *feedback == Feedback::default()
}

impl Item {
    /// Why the key is right, as Markdown; empty where the author does not say.
    #[must_use]
    pub fn explanation(&self) -> &str {
        self.explain.as_ref().map_or("", Text::as_str)
    }

    /// Whether its order has every option once: one that was read from elsewhere may not.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        let mut order = self.order.clone();
        order.sort_unstable();
        order.into_iter().eq(0..self.form.places())
    }

    /// The place at which the option with the author's number `of` is shown.
    #[must_use]
    pub fn place(&self, of: usize) -> Option<usize> {
        self.order.iter().position(|&o| o == of)
    }

    /// Texts of options, partners or things to sort, in the order shown.
    pub fn shown(&self) -> impl Iterator<Item = &str> {
        self.order.iter().map(|&of| self.form.text(of).map_or("", Text::as_str))
    }

    /// The options behind their letters, in the order shown; none where they are true and false.
    #[must_use]
    pub fn option_lines(&self) -> Vec<String> {
        if self.truth_at(0).is_some() {
            return Vec::new();
        }
        self.shown().enumerate().map(|(place, text)| format!("{}. {}", self.label_at(place), plain(text))).collect()
    }

    /// What stands beside the option with the author's number `of`, wherever options are lettered.
    #[must_use]
    pub fn label(&self, of: usize) -> char {
        self.place(of).map_or('?', |place| self.label_at(place))
    }

    /// Which of true and false stands at `place`, as it is written in a sentence; `None` where options are others.
    #[must_use]
    pub fn truth_at(&self, place: usize) -> Option<&'static str> {
        let names = ["true", "false"];
        names.get(place).copied().filter(|_| *self.form.pool() == OptionSet::Truth)
    }

    /// What stands beside the option at `place`: `A`, `B` …; `T` and `F` for true and false.
    #[must_use]
    pub fn label_at(&self, place: usize) -> char {
        self.form.pool().label(place)
    }
}
