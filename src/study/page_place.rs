//! Where in a section a learner is.

use serde::{Deserialize, Serialize};

/// A page of a section. What it holds depends on the window, so it is told by what stands at its top.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PagePlace {
    /// The first block of the stretch of text between two recall stops, or the stop.
    pub block: usize,
    /// How far into that stretch the page begins, in ten thousandths.
    pub part: u16,
}

impl PagePlace {
    /// Whether it is the section's first page.
    #[must_use]
    pub fn is_start(&self) -> bool {
        *self == Self::default()
    }

    /// The page that begins at line `top` of `total`, in the stretch from `block`.
    #[must_use]
    pub fn at_line(block: usize, top: usize, total: usize) -> Self {
        let part = (top * WHOLE + total / 2) / total.max(1);
        Self { block, part: u16::try_from(part.min(WHOLE)).unwrap_or(0) }
    }

    /// The line of `total` at which it begins.
    #[must_use]
    pub fn line(self, total: usize) -> usize {
        (usize::from(self.part) * total + WHOLE / 2) / WHOLE
    }
}

/// Parts of a stretch of text.
const WHOLE: usize = 10_000;
