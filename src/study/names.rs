//! Names from outside, made safe once at the door: what is behind it can be drawn, sorted and exported as it is.
//!
//! A [`Name`] is in normal form C, holds no control, formatting, separator, private or surrogate character and only
//! single blanks, and is neither empty nor longer than a board has room for. Joiners are formatting characters: they
//! go, and an emoji that was glued together falls into its parts.

use serde::{Deserialize, Deserializer, Serialize, de};
use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

mod person;

pub use person::{MAX_PERSON_GRAPHEMES, PersonName, told_apart};

/// Most characters, as people count them, in a name.
pub const MAX_GRAPHEMES: usize = 20;
/// Most columns of a terminal that a name takes.
pub const MAX_COLUMNS: usize = 24;
/// Most code points in one character: enough for Vietnamese and Hebrew, not for a stack that covers its neighbours.
pub const MAX_MARKS: usize = 4;

/// A name that has passed the door.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Name(String);

/// Why a name was not taken, said to the person who typed it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NameError {
    #[error("this name has no visible characters: write at least one letter")]
    Empty,
    #[error("this name has {graphemes} characters: {MAX_GRAPHEMES} fit on the board")]
    TooLong { graphemes: usize },
    #[error("this name is {columns} columns wide: {MAX_COLUMNS} fit on the board")]
    TooWide { columns: usize },
    #[error("this name has {graphemes} characters: a person's name has at most {MAX_PERSON_GRAPHEMES}")]
    PersonTooLong { graphemes: usize },
    #[error("one character of this name has {code_points} code points: at most {MAX_MARKS} can be drawn")]
    Stacked { code_points: usize },
    #[error("“{0}” is already there: add a letter to tell the two apart")]
    Taken(Name),
}

impl Name {
    /// # Errors
    /// Says what is wrong when nothing is left of `raw`, or more than the board can show.
    pub fn new(raw: &str) -> Result<Self, NameError> {
        let name = drawable(raw)?;
        let (graphemes, columns) = (name.graphemes(true).count(), name.width());
        if graphemes > MAX_GRAPHEMES {
            Err(NameError::TooLong { graphemes })
        } else if columns > MAX_COLUMNS {
            Err(NameError::TooWide { columns })
        } else {
            Ok(Self(name))
        }
    }

    /// A name unlike every one of `others`, whatever the case.
    ///
    /// # Errors
    /// As [`Name::new`], and when the name is taken.
    pub fn among<'a>(raw: &str, others: impl IntoIterator<Item = &'a Self>) -> Result<Self, NameError> {
        let name = Self::new(raw)?;
        let folded = name.folded();
        match others.into_iter().find(|other| other.folded() == folded) {
            Some(other) => Err(NameError::Taken(other.clone())),
            None => Ok(name),
        }
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the two differ in case only.
    #[must_use]
    pub fn is_like(&self, other: &Self) -> bool {
        self.folded() == other.folded()
    }

    /// The name as it is compared: without case. Lower, upper, lower is full case folding (Unicode 3.13, D144) but
    /// for the dotless i, which it takes for an i; between two names on one board that is as well.
    #[must_use]
    pub fn folded(&self) -> String {
        folded(&self.0)
    }
}

impl std::fmt::Display for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(&self.0)
    }
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::new(&String::deserialize(from)?).map_err(de::Error::custom)
    }
}

/// What is left of `raw` when it is cleaned, if it can be drawn.
fn drawable(raw: &str) -> Result<String, NameError> {
    let name = cleaned(raw);
    if name.width() == 0 {
        return Err(NameError::Empty);
    }
    let code_points = name.graphemes(true).map(|g| g.chars().count()).max().unwrap_or(0);
    if code_points > MAX_MARKS { Err(NameError::Stacked { code_points }) } else { Ok(name) }
}

fn folded(name: &str) -> String {
    let lower = name.nfd().flat_map(char::to_lowercase);
    lower.flat_map(char::to_uppercase).flat_map(char::to_lowercase).nfc().collect()
}

/// Blanks first, so that a tab parts two words before it is stripped; normal form last, since stripping can bring
/// a letter and its accent together.
fn cleaned(raw: &str) -> String {
    let blanks = raw.chars().map(|c| if c.is_whitespace() { ' ' } else { c });
    let kept: String = blanks.filter(|&c| !is_stripped(c)).nfc().collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_stripped(c: char) -> bool {
    use GeneralCategory as G;
    matches!(
        c.general_category(),
        G::Control | G::Format | G::LineSeparator | G::ParagraphSeparator | G::PrivateUse | G::Surrogate
    )
}

#[cfg(test)]
mod tests;
