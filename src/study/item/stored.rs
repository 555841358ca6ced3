//! Items and responses as they stand on disk, also as earlier releases wrote them. Nothing is written in an old way.

use serde::Deserialize;

use super::draw::form;
use super::form::{Form, OptionSet};
use super::{Item, Response};
use crate::course::builtin_schemes;
use crate::course::model::{Bloom, Feedback, Id, Kind, Picture, Question, Text};
use crate::course::spelling::Language;

/// A response, by its form or, up to 0.1.0, by the kind of the question.
#[derive(Deserialize)]
pub(super) enum StoredResponse {
    #[serde(alias = "Choice", alias = "Classify")]
    Picked(usize),
    TrueFalse(bool),
    #[serde(alias = "Several")]
    Marked(Vec<usize>),
    #[serde(alias = "Match")]
    Joined(Vec<Option<usize>>),
    #[serde(alias = "Order")]
    Sorted(Vec<usize>),
    Typed(Words),
    #[serde(alias = "Skipped")]
    Passed,
    Blank,
}

#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum Words {
    One(String),
    More(Vec<String>),
}

impl From<StoredResponse> for Response {
    fn from(stored: StoredResponse) -> Self {
        match stored {
            StoredResponse::Picked(of) => Self::Picked(of),
            StoredResponse::TrueFalse(said) => Self::Picked(usize::from(!said)),
            StoredResponse::Marked(of) => Self::Marked(of),
            StoredResponse::Joined(of) => Self::Joined(of),
            StoredResponse::Sorted(of) => Self::Sorted(of),
            StoredResponse::Typed(Words::One(one)) => Self::typed(one),
            StoredResponse::Typed(Words::More(more)) => Self::Typed(more),
            StoredResponse::Passed => Self::Passed,
            StoredResponse::Blank => Self::Blank,
        }
    }
}

/// An item, or the question of a drill as 0.1.0 kept it: the author's question, with the order and the points of the drill.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum StoredItem {
    Item(Box<Fields>),
    Asked(Box<Asked>),
}

/// The fields of [`Item`].
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Fields {
    question: Id,
    lesson: Id,
    section: Option<Id>,
    objective: Id,
    level: Option<Bloom>,
    kind: Kind,
    stem: Text,
    form: Form,
    order: Vec<usize>,
    explain: Option<Text>,
    #[serde(default)]
    feedback: Feedback,
    #[serde(default)]
    picture: Option<Picture>,
    cite: Vec<Id>,
    points: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Asked {
    lesson: Id,
    question: Question,
    order: Vec<usize>,
    points: u32,
}

impl From<StoredItem> for Item {
    fn from(stored: StoredItem) -> Self {
        match stored {
            StoredItem::Item(it) => {
                let Fields {
                    question,
                    lesson,
                    section,
                    objective,
                    level,
                    kind,
                    stem,
                    form,
                    order,
                    explain,
                    feedback,
                    picture,
                    cite,
                    points,
                } = *it;
                Self {
                    question,
                    lesson,
                    section,
                    objective,
                    level,
                    kind,
                    stem,
                    form,
                    order,
                    explain,
                    feedback,
                    picture,
                    cite,
                    points,
                }
            }
            StoredItem::Asked(asked) => asked.item(),
        }
    }
}

impl Asked {
    /// True and false stood in no order then: they had but one. Of schemes there were those of the built-in course.
    fn item(self) -> Item {
        let form = form(&self.question.ask, Language::ENGLISH, |id| builtin_schemes().iter().find(|s| &s.id == id));
        let item = Item::with_form(self.lesson, &self.question, form);
        let order = if *item.form.pool() == OptionSet::Truth { item.order.clone() } else { self.order };
        Item { order, points: self.points, ..item }
    }
}
