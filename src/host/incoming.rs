//! What pages send, and answers as they write them: by places on the device, which show what the wall shows.

use serde::Deserialize;
use serde_json::Value;

use crate::course::model::text::defused;
use crate::study::item::{Form, Item, Response};

/// Most characters of a typed answer that are kept.
const MOST_TYPED: usize = 200;

/// A frame from a page.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(tag = "t", rename_all = "lowercase")]
pub(super) enum FromPage {
    Join {
        #[serde(default)]
        code: String,
        #[serde(default)]
        name: Option<String>,
    },
    Back {
        #[serde(default)]
        secret: String,
    },
    Answer {
        q: usize,
        answer: Value,
    },
    Buzz {
        q: usize,
    },
    #[serde(other)]
    Unknown,
}

/// The answer to `item` that `value` writes; `None` when it is none.
pub(super) fn answer_to(item: &Item, value: &Value) -> Option<Response> {
    let shown = match &item.form {
        Form::PickOne { .. } => Response::Picked(place(value)?),
        Form::PickMany { .. } => Response::Marked(Some(places(value)?).filter(|marked| !marked.is_empty())?),
        Form::Join { .. } => Response::Joined(joined(value)?),
        Form::Sort { .. } => Response::Sorted(places(value)?),
        Form::Type { .. } => Response::Typed(words(value)?),
    };
    item.from_places(&shown).filter(|response| item.form.allows(response))
}

/// One of so many choices.
pub(super) fn choice(value: &Value, choices: usize) -> Option<Response> {
    place(value).filter(|&at| at < choices).map(Response::Picked)
}

/// `response` as a page writes it.
pub(super) fn written(item: &Item, response: &Response) -> Value {
    let at = |of: &usize| Value::from(item.place(*of));
    match response {
        Response::Picked(of) => at(of),
        Response::Marked(of) | Response::Sorted(of) => of.iter().map(at).collect(),
        Response::Joined(of) => of.iter().map(|of| of.as_ref().map_or(Value::Null, at)).collect(),
        Response::Typed(words) => words.iter().map(|words| Value::from(words.as_str())).collect(),
        Response::Passed | Response::Blank => Value::Null,
    }
}

fn place(value: &Value) -> Option<usize> {
    usize::try_from(value.as_u64()?).ok()
}

fn places(value: &Value) -> Option<Vec<usize>> {
    value.as_array()?.iter().map(place).collect()
}

fn joined(value: &Value) -> Option<Vec<Option<usize>>> {
    let one = |value: &Value| if value.is_null() { Some(None) } else { place(value).map(Some) };
    let all: Vec<Option<usize>> = value.as_array()?.iter().map(one).collect::<Option<_>>()?;
    all.iter().any(Option::is_some).then_some(all)
}

fn words(value: &Value) -> Option<Vec<String>> {
    let one = |value: &Value| {
        let text: String = value.as_str()?.chars().take(MOST_TYPED).collect();
        Some(defused(text.trim()))
    };
    value.as_array()?.iter().map(one).collect()
}
