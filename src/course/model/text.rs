//! The two kinds of string an author can write: an [`Id`] and a [`Text`]. Both are checked while they are
//! read, so nothing behind this door ever holds a control character or a malformed id.

use std::borrow::Cow;
use std::cell::Cell;
use std::fmt;
use std::ops::Range;
use std::path::Path;

use serde::{Deserialize, Deserializer, Serialize, de};
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// How an error ends that names an unsafe character of a text.
pub const UNSAFE_IN_TEXT: &str = "is not allowed in text: remove it";

/// Most characters of a word. Scripts that write no blanks between words have no such limit.
pub const LONGEST_WORD: usize = 1000;

/// How an error ends that speaks of a word that is too long.
pub const WORD_TOO_LONG: &str = "part it with blanks";

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
        if raw.bytes().all(|b| matches!(b, b'-' | b'.' | b'_')) {
            return Err("an id has a letter or a digit".to_owned());
        }
        // All that fits is ASCII, so the bytes say whether it fits; only a message needs the character.
        match raw.bytes().position(|b| !fits(b)).and_then(|at| raw[at..].chars().next()) {
            Some(c) => Err(format!("an id may contain letters a to z, digits, `-`, `.` and `_`, not {}", name_of(c))),
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
        // What is packed was read, and checked, when the program was built; to check it again costs a tenth of the start.
        let packed = !from.is_human_readable() && !IS_CHECKED.get();
        let raw = String::deserialize(from)?;
        if packed { Ok(Self(raw)) } else { Self::new(raw).map_err(de::Error::custom) }
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
        if let Some(c) = first_unsafe(&raw) {
            return Err(format!("{} {UNSAFE_IN_TEXT}", name_of(c)));
        }
        if long_word(&raw).is_some() {
            return Err(format!("a word of this text has more than {LONGEST_WORD} characters: {WORD_TOO_LONG}"));
        }
        Ok(Self(raw))
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
        let packed = !from.is_human_readable() && !IS_CHECKED.get();
        let raw = String::deserialize(from)?;
        if packed { Ok(Self(raw)) } else { Self::new(raw).map_err(de::Error::custom) }
    }
}

thread_local! {
    static IS_CHECKED: Cell<bool> = const { Cell::new(false) };
}

/// Decodes what did not come out of the program itself: ids and texts are looked at as when they are read from a file.
pub fn checked<T>(decode: impl FnOnce() -> T) -> T {
    IS_CHECKED.set(true);
    let decoded = decode();
    IS_CHECKED.set(false);
    decoded
}

/// Letters and signs to Unicode of which nothing is seen: fillers of Hangul and Khmer.
fn is_filler(c: char) -> bool {
    matches!(c, '\u{115f}' | '\u{1160}' | '\u{3164}' | '\u{ffa0}' | '\u{17b4}' | '\u{17b5}')
}

/// Whether `c` has no width, or only that of a blank: joiners, marks of direction, fillers, the empty sign of Braille.
#[must_use]
pub fn draws_nothing(c: char) -> bool {
    is_filler(c)
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{2069}')
        || matches!(c, '\u{feff}' | '\u{fe00}'..='\u{fe0f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{2800}' | '\u{e0100}'..='\u{e01ef}')
}

/// Whether `c` could move the cursor, hide text or turn its direction: controls (but the line feed),
/// formatting characters (but the joiners some scripts need and the signs that are seen), line and paragraph
/// separators, private use.
#[must_use]
pub fn is_unsafe(c: char) -> bool {
    use GeneralCategory as G;
    if c.is_ascii() {
        return c != '\n' && c.is_ascii_control();
    }
    if is_filler(c) {
        return true;
    }
    !matches!(c, '\u{200c}' | '\u{200d}')
        && !is_seen_format(c)
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

/// The first unsafe character. Most texts have no letter beyond ASCII, and none is then looked up.
fn first_unsafe(text: &str) -> Option<char> {
    if text.bytes().all(|b| matches!(b, b' '..=b'~' | b'\n')) {
        return None;
    }
    text.chars().find(|&c| is_unsafe(c))
}

/// Where the first word of `text` stands that is too long, in bytes.
#[must_use]
pub fn long_word(text: &str) -> Option<Range<usize>> {
    if text.len() <= LONGEST_WORD {
        return None;
    }
    let (mut start, mut length) = (0, 0);
    for (at, c) in text.char_indices() {
        if c.is_whitespace() || parts_words(c) {
            (start, length) = (at + c.len_utf8(), 0);
        } else {
            length += 1;
        }
        if length > LONGEST_WORD {
            return Some(start..at + c.len_utf8());
        }
    }
    None
}

/// Whether a line may end at `c` although no blank stands there: Thai, Lao, Burmese, Khmer, Tibetan; Chinese, Japanese,
/// Korean; pictures.
fn parts_words(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{109f}' | '\u{1780}'..='\u{17ff}' | '\u{1950}'..='\u{1aaf}' | '\u{2e80}'..='\u{d7ff}'
        | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{1f000}'..)
}

/// `raw` with every unsafe character shown as U+FFFD: for quoting a file that did not pass the door.
#[must_use]
pub fn defused(raw: &str) -> String {
    raw.chars().map(|c| if is_unsafe(c) { '\u{fffd}' } else { c }).collect()
}

/// `text` as it may leave the program in lines and files: as [`defused`], but tabs stay.
#[must_use]
pub fn outgoing(text: &str) -> Cow<'_, str> {
    let stays = |c: char| c == '\t' || !is_unsafe(c);
    if text.chars().all(stays) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|c| if stays(c) { c } else { '\u{fffd}' }).collect())
}

/// A whole document as it may leave the program: as [`outgoing`], but a byte order mark in front stays, which tells a
/// spreadsheet how to read it.
#[must_use]
pub fn outgoing_document(text: &str) -> String {
    match text.strip_prefix(BYTE_ORDER_MARK) {
        Some(rest) => format!("{BYTE_ORDER_MARK}{}", outgoing(rest)),
        None => outgoing(text).into_owned(),
    }
}

const BYTE_ORDER_MARK: char = '\u{feff}';

/// `raw` defused and in one line: for names from outside within a sentence.
#[must_use]
pub fn in_one_line(raw: &str) -> String {
    defused(raw).replace('\n', "\u{fffd}")
}

/// `path` within a sentence.
#[must_use]
pub fn named_path(path: &Path) -> String {
    in_one_line(&path.to_string_lossy())
}

/// JSON as it may leave the program: whoever decodes it finds no unsafe character either.
#[must_use]
pub fn outgoing_json(json: &str) -> Cow<'_, str> {
    if !json.contains('\\') {
        return outgoing(json);
    }
    let mut safe = String::with_capacity(json.len());
    let mut rest = json;
    while let Some(at) = rest.find('\\') {
        safe.push_str(&rest[..at]);
        let (escape, after) = rest[at..].split_at(escape_length(&rest[at..]));
        let is_control = matches!(escape.as_bytes().get(1), Some(b'b' | b'f' | b'r' | b'u'));
        safe.push_str(if is_control { "\u{fffd}" } else { escape });
        rest = after;
    }
    safe.push_str(rest);
    Cow::Owned(outgoing(&safe).into_owned())
}

/// Bytes of the escape that `json` begins with. What writes our JSON escapes no other character by its number than
/// controls.
fn escape_length(json: &str) -> usize {
    let length = if json.as_bytes().get(1) == Some(&b'u') { 6 } else { 2 };
    if json.is_char_boundary(length) { length } else { json.len() }
}

/// Formatting characters that are drawn: the signs that span a number or end a verse in Arabic, Syriac and Kaithi
/// (`Prepended_Concatenation_Mark` of the Unicode Character Database).
fn is_seen_format(c: char) -> bool {
    matches!(
        c,
        '\u{600}'..='\u{605}'
            | '\u{6dd}'
            | '\u{70f}'
            | '\u{890}'..='\u{891}'
            | '\u{8e2}'
            | '\u{110bd}'
            | '\u{110cd}'
    )
}

pub(crate) fn name_of(c: char) -> String {
    if c.is_ascii_graphic() { format!("`{c}`") } else { format!("the character U+{:04X}", c as u32) }
}
