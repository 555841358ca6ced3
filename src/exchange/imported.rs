//! What came of a file.

use jiff::Timestamp;

use super::fidelity::Fidelity;
use crate::course::model::Bank;
use crate::course::outline::CardKey;
use crate::study::memory::Grade;

/// Everything that was found in a file.
#[derive(Clone, Debug)]
pub struct ImportedItems {
    /// In the order in which their categories came; none is empty.
    pub banks: Vec<Bank>,
    /// Pictures and sounds that came with the items.
    pub media: Vec<MediaFile>,
    /// How cards were graded where they come from, the oldest first.
    pub reviews: Vec<PastReview>,
    /// Texts that are neither card nor question.
    pub notes: Vec<String>,
    pub fidelity: Fidelity,
}

/// A picture or a sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MediaFile {
    /// Its name, without a folder.
    pub name: String,
    pub bytes: Vec<u8>,
}

/// The folder of a course that they are kept in.
pub const MEDIA: &str = "media";

impl MediaFile {
    /// `None` where `name` is not a file's alone: a folder, something hidden, what a terminal would not show.
    #[must_use]
    pub(super) fn new(name: &str, bytes: Vec<u8>) -> Option<Self> {
        let is_file = !name.is_empty() && !name.starts_with('.') && name.len() <= 200;
        let is_plain = !name.contains(['/', '\\', ':']) && !name.chars().any(char::is_control);
        (is_file && is_plain).then(|| Self { name: name.to_owned(), bytes })
    }
}

/// A card's review in another program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastReview {
    pub card: CardKey,
    pub at: Timestamp,
    pub grade: Grade,
    pub took_ms: u32,
}
