//! What a team said, and what it earns by the key that stands in this room.

use serde::{Deserialize, Serialize};

use super::input::Ruling;
use crate::study::item::{Credit, Item, Key, Response};

/// What a team said: a response that was entered, or the teacher's word on one that was spoken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Said {
    Entered(Response),
    Ruled(Ruling),
}

impl Said {
    /// The response, when one was entered; a pass is one too.
    #[must_use]
    pub fn entered(&self) -> Option<&Response> {
        match self {
            Self::Entered(response) => Some(response),
            Self::Ruled(_) => None,
        }
    }

    /// What it earns. A teacher's ruling stands unless the question is void or everything counts.
    #[must_use]
    pub fn credit(&self, item: &Item, key: &Key) -> Credit {
        match (self, key) {
            (Self::Entered(response), key) => key.credit(item, response),
            (Self::Ruled(_), Key::Void) => Credit::NONE,
            (Self::Ruled(_), Key::Everything) => Credit::FULL,
            (Self::Ruled(ruling), Key::Author | Key::AnyOf(_)) => ruling.credit(),
        }
    }

    /// By the letters shown: `B`, `A, C`, `1C 2A`, or what was typed.
    #[must_use]
    pub fn in_letters(&self, item: &Item) -> String {
        match self {
            Self::Entered(response) => item.in_letters(response),
            Self::Ruled(Ruling::Right) => "ruled right".to_owned(),
            Self::Ruled(Ruling::Half) => "ruled half right".to_owned(),
            Self::Ruled(Ruling::Wrong) => "ruled wrong".to_owned(),
        }
    }

    /// For a cell of a table.
    #[must_use]
    pub fn in_marks(&self, item: &Item) -> String {
        match self {
            Self::Entered(response) => item.in_marks(response),
            Self::Ruled(Ruling::Right) => "right".to_owned(),
            Self::Ruled(Ruling::Half) => "half".to_owned(),
            Self::Ruled(Ruling::Wrong) => "wrong".to_owned(),
        }
    }

    /// In words.
    #[must_use]
    pub fn in_words(&self, item: &Item) -> String {
        match self {
            Self::Entered(response) => item.in_words(response),
            Self::Ruled(Ruling::Right) => "spoken, taken as right".to_owned(),
            Self::Ruled(Ruling::Half) => "spoken, taken as half right".to_owned(),
            Self::Ruled(Ruling::Wrong) => "spoken, taken as wrong".to_owned(),
        }
    }

    pub(super) fn is_attempt(&self) -> bool {
        self.entered().is_none_or(Response::is_answer)
    }
}

impl Ruling {
    fn credit(self) -> Credit {
        match self {
            Self::Right => Credit::FULL,
            Self::Half => Credit::HALF,
            Self::Wrong => Credit::NONE,
        }
    }
}
