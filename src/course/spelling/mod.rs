//! When two texts that somebody types are the same answer. Author's keys, learners' answers and `check` go through this
//! one pipeline, whose steps `docs/course-format.md` lists for authors:
//!
//! ```text
//! text ──signs──► one form of each sign ──tokens──► words, numbers, signs that count
//!                                                      │
//!                letters  case, accents, strokes   ◄───┤
//!                readings articles, number words   ◄───┘
//! ```

mod formula;
mod language;
mod letters;
mod numeral;
mod quantity;
mod readings;
mod signs;
mod tokens;

#[cfg(test)]
mod tests;

pub use language::Language;
pub use letters::{is_alphabetic_script, plain};
pub use quantity::Quantity;

/// A text as an answer: what it says, without what does not matter in writing it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelling {
    /// The words, numbers and signs, as they may be read: the first keeps most of what was written. Never empty.
    readings: Vec<Vec<String>>,
}

impl Spelling {
    #[must_use]
    pub fn new(text: &str, language: Language) -> Self {
        let read = |text: &str| readings::of(&tokens::tokens(text, language), language);
        let mut readings = read(text);
        let others = [signs::without_hyphens(text), signs::without_gaps(text)];
        for reading in others.iter().flatten().flat_map(|text| read(text)) {
            if !readings.contains(&reading) {
                readings.push(reading);
            }
        }
        Self { readings }
    }

    /// Whether nothing was written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.closest().is_empty()
    }

    /// The reading that keeps most of what was written: articles stand.
    #[must_use]
    pub fn closest(&self) -> &[String] {
        self.readings.first().map_or(&[], Vec::as_slice)
    }

    /// Every reading, the closest first.
    pub fn readings(&self) -> impl Iterator<Item = &[String]> {
        self.readings.iter().map(Vec::as_slice)
    }

    /// Whether both are the same to the letter, but for case, accents and the form of signs and numbers.
    #[must_use]
    pub fn is_closely(&self, other: &Self) -> bool {
        self.closest() == other.closest()
    }

    /// Whether both can be read as the same.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        self.readings.iter().any(|reading| other.readings.contains(reading))
    }
}
