//! What a learner answered.

use serde::{Deserialize, Serialize, Serializer};

/// An answer to an item, by its form. Numbers count as the author wrote, so that the log means the same whatever the
/// shuffle was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "super::stored::StoredResponse")]
pub enum Response {
    /// The option picked.
    Picked(usize),
    /// The options marked.
    Marked(Vec<usize>),
    /// For each premise the partner joined to it.
    Joined(Vec<Option<usize>>),
    /// The things as sorted.
    Sorted(Vec<usize>),
    /// What was typed into each gap.
    Typed(#[serde(serialize_with = "one_or_more")] Vec<String>),
    /// Somebody chose not to answer.
    Passed,
    /// The place for the answer was left empty, on paper.
    Blank,
}

/// One gap is written as its words alone, as it always was.
fn one_or_more<S: Serializer>(typed: &[String], to: S) -> Result<S::Ok, S::Error> {
    match typed {
        [one] => one.serialize(to),
        more => more.serialize(to),
    }
}

impl Response {
    /// Words typed into the only gap.
    #[must_use]
    pub fn typed(words: impl Into<String>) -> Self {
        Self::Typed(vec![words.into()])
    }

    /// Whether anything was answered: a pass and an empty place are none.
    #[must_use]
    pub fn is_answer(&self) -> bool {
        !matches!(self, Self::Passed | Self::Blank)
    }

    /// Whether it takes the option with the author's number `of`.
    #[must_use]
    pub fn takes(&self, of: usize) -> bool {
        self.options().contains(&of)
    }

    /// The options it takes, each once, ascending; none where it is how things are joined, sorted or typed.
    #[must_use]
    pub fn options(&self) -> Vec<usize> {
        let mut taken = match self {
            Self::Picked(of) => vec![*of],
            Self::Marked(of) => of.clone(),
            Self::Joined(_) | Self::Sorted(_) | Self::Typed(_) | Self::Passed | Self::Blank => Vec::new(),
        };
        taken.sort_unstable();
        taken.dedup();
        taken
    }

    pub(super) fn as_picked(&self) -> Option<usize> {
        if let Self::Picked(of) = self { Some(*of) } else { None }
    }

    pub(super) fn as_marked(&self) -> Option<&[usize]> {
        if let Self::Marked(of) = self { Some(of) } else { None }
    }

    pub(super) fn as_joined(&self) -> Option<&[Option<usize>]> {
        if let Self::Joined(partners) = self { Some(partners) } else { None }
    }

    pub(super) fn as_sorted(&self) -> Option<&[usize]> {
        if let Self::Sorted(order) = self { Some(order) } else { None }
    }

    pub(super) fn as_typed(&self) -> Option<&[String]> {
        if let Self::Typed(words) = self { Some(words) } else { None }
    }
}
