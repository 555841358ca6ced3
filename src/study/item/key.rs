//! The key to an item as it stands: the author's, or one that a teacher has mended.

use serde::{Deserialize, Serialize};

use super::credit::Credit;
use super::form::{Form, Gap};
use super::grading::{as_set, in_authors_turn};
use super::{Item, Response};

/// What counts as right.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Key {
    /// The author's key.
    #[default]
    Author,
    /// Each of these responses, and no other, earns all.
    AnyOf(Vec<Response>),
    /// Every response earns all.
    Everything,
    /// The question does not count.
    Void,
}

impl Key {
    /// What `response` to `item` earns; a pass earns nothing whatever the key.
    #[must_use]
    pub fn credit(&self, item: &Item, response: &Response) -> Credit {
        match self {
            _ if !response.is_answer() => Credit::NONE,
            Self::Void => Credit::NONE,
            Self::Everything => Credit::FULL,
            Self::Author => item.form.credit(response),
            Self::AnyOf(keys) if keys.iter().any(|key| is_same(item, key, response)) => Credit::FULL,
            Self::AnyOf(_) => Credit::NONE,
        }
    }

    /// What the option with the author's number `of` is by this key; `None` when the question does not count.
    #[must_use]
    pub fn option(&self, item: &Item, of: usize) -> Option<Credit> {
        match self {
            Self::Void => None,
            Self::Everything => Some(Credit::FULL),
            Self::AnyOf(keys) if keys.iter().any(|key| key.takes(of)) => Some(Credit::FULL),
            Self::AnyOf(_) => Some(Credit::NONE),
            Self::Author => Some(item.form.options().get(of).map_or(Credit::NONE, |o| o.credit)),
        }
    }

    /// This key with `response` as right too; partly right ones then earn nothing.
    #[must_use]
    pub fn with(&self, item: &Item, response: Response) -> Self {
        let mut keys = match self {
            Self::AnyOf(keys) => keys.clone(),
            Self::Author | Self::Everything | Self::Void => item.form.right(),
        };
        if !keys.iter().any(|key| is_same(item, key, &response)) {
            keys.push(response);
        }
        Self::AnyOf(keys)
    }

    /// Whether the key can be laid to `item`: responses of its form, at least one.
    #[must_use]
    pub fn fits(&self, item: &Item) -> bool {
        match self {
            Self::AnyOf(keys) => !keys.is_empty() && keys.iter().all(|key| item.form.allows(key)),
            Self::Author | Self::Everything | Self::Void => true,
        }
    }
}

/// Whether `response` to `item` is the `key`: words in any spelling that is taken for it, marks in any order.
fn is_same(item: &Item, key: &Response, response: &Response) -> bool {
    if let (Some((key, typed)), Form::Type { gaps }) = (key.as_typed().zip(response.as_typed()), &item.form) {
        let same = |((gap, key), words): ((&Gap, &String), &String)| gap.is_key(key, words);
        return key.len() == typed.len() && gaps.iter().zip(key).zip(typed).all(same);
    }
    if let Some((key, marked)) = key.as_marked().zip(response.as_marked()) {
        return as_set(key) == as_set(marked);
    }
    if let (Some((key, sorted)), Form::Sort { things }) = (key.as_sorted().zip(response.as_sorted()), &item.form) {
        return in_authors_turn(things, key) == in_authors_turn(things, sorted);
    }
    key == response
}
