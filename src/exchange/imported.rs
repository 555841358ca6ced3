//! What came of a file.

use std::collections::BTreeSet;

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
    /// Files that items show, as they are named in the source.
    pub pictures: BTreeSet<String>,
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

/// A card's review in another program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PastReview {
    pub card: CardKey,
    pub at: Timestamp,
    pub grade: Grade,
    pub took_ms: u32,
}
