//! The two kinds of string an author can write: an [`Id`] and a [`Text`]. Both are checked while they are
//! read, so nothing behind this door ever holds a control character or a malformed id.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, de};
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// A name written by hand and never reused: lower-case letters, digits, `-`, `.` and, in facts, capitals.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Id(String);

impl Id {
    /// Longest id in bytes; ids are typed by people and shown in one line.
    pub const MAX_BYTES: usize = 64;

    /// # Errors
    /// Says what is wrong with `raw` when it is no id.
    pub fn new(raw: impl Into<String>) -> Result<Self, String> {
        let raw = raw.into();
        let fits = |c: u8| c.is_ascii_alphanumeric() || matches!(c, b'-' | b'.' | b'_');
        if raw.is_empty() || raw.len() > Self::MAX_BYTES {
            return Err(format!("an id has 1 to {} characters", Self::MAX_BYTES));
        }
        // All that fits is ASCII, so the bytes say whether it fits; only a message needs the character.
        match raw.bytes().position(|b| !fits(b)).and_then(|at| raw[at..].chars().next()) {
            Some(c) => Err(format!("an id holds letters a to z, digits, `-`, `.` and `_`, not {}", name_of(c))),
            None => Ok(Self(raw)),
        }
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::borrow::Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::new(String::deserialize(from)?).map_err(de::Error::custom)
    }
}

/// Text a learner reads: Markdown with `[@reference]` and `[[term]]`. Never empty, never with a control or
/// formatting character, so it can be sent to a terminal as it is.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Text(String);

impl Text {
    /// # Errors
    /// Says which character may not stand in a text, or that the text is blank.
    pub fn new(raw: impl Into<String>) -> Result<Self, String> {
        let raw = raw.into();
        if raw.trim().is_empty() {
            return Err("this text is empty: write something or leave the field out".to_owned());
        }
        match raw.chars().find(|&c| is_unsafe(c)) {
            Some(c) => Err(format!("{} may not stand in a text: take it out", name_of(c))),
            None => Ok(Self(raw)),
        }
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::new(String::deserialize(from)?).map_err(de::Error::custom)
    }
}

/// Whether `c` could move the cursor, hide text or turn its direction: controls (but the line feed),
/// formatting characters (but the joiners some scripts need), line and paragraph separators, private use.
#[must_use]
pub fn is_unsafe(c: char) -> bool {
    use GeneralCategory as G;
    if c.is_ascii() {
        return c != '\n' && c.is_ascii_control();
    }
    !matches!(c, '\u{200c}' | '\u{200d}')
        && matches!(
            c.general_category(),
            G::Control
                | G::Format
                | G::LineSeparator
                | G::ParagraphSeparator
                | G::PrivateUse
                | G::Surrogate
                | G::Unassigned
        )
}

/// `raw` with every unsafe character shown as U+FFFD: for quoting a file that did not pass the door.
#[must_use]
pub fn defused(raw: &str) -> String {
    raw.chars().map(|c| if is_unsafe(c) { '\u{fffd}' } else { c }).collect()
}

fn name_of(c: char) -> String {
    if c.is_ascii_graphic() { format!("`{c}`") } else { format!("the character U+{:04X}", c as u32) }
}
