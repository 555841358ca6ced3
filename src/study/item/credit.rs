//! A part of a question's points.

use serde::{Deserialize, Serialize};

use crate::study::score::{Verdict, whole_percent};

/// Parts in a whole: divisible by 1 to 12, so that a third of three points is one point.
const PARTS: u16 = 27_720;

/// The part of a question's points that an option or an answer earns, from none to all. Written as a share of 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "f64", into = "f64")]
pub struct Credit(u16);

impl Credit {
    pub const NONE: Self = Self(0);
    pub const HALF: Self = Self(PARTS / 2);
    pub const FULL: Self = Self(PARTS);

    /// From a share; what is outside 0 to 1 is the nearest of both.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to 0 to PARTS")]
    pub fn from_share(share: f64) -> Self {
        Self((share.clamp(0.0, 1.0) * f64::from(PARTS)).round() as u16)
    }

    /// `part` of `whole`; nothing of nothing.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "counts of options, far below 2^52")]
    pub fn of_counts(part: usize, whole: usize) -> Self {
        if whole == 0 { Self::NONE } else { Self::from_share(part as f64 / whole as f64) }
    }

    /// 0 to 1.
    #[must_use]
    pub fn share(self) -> f64 {
        f64::from(self.0) / f64::from(PARTS)
    }

    /// The part and the whole, in whole numbers.
    #[must_use]
    pub fn parts(self) -> (u64, u64) {
        (u64::from(self.0), u64::from(PARTS))
    }

    /// A part in words: `half`, `25 %`.
    #[must_use]
    pub fn in_words(self) -> String {
        if self == Self::HALF { "half".to_owned() } else { format!("{} %", whole_percent(self.share())) }
    }

    #[must_use]
    pub fn verdict(self) -> Verdict {
        match self {
            Self::FULL => Verdict::Right,
            Self::NONE => Verdict::Wrong,
            _ => Verdict::Partly,
        }
    }
}

impl From<f64> for Credit {
    fn from(share: f64) -> Self {
        Self::from_share(share)
    }
}

impl From<Credit> for f64 {
    fn from(credit: Credit) -> Self {
        credit.share()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_told_in_numbers_and_in_words() {
        assert_eq!(Credit::HALF.parts(), (13_860, 27_720));
        assert_eq!(Credit::of_counts(1, 3).parts(), (9_240, 27_720));
        assert_eq!((Credit::HALF.in_words(), Credit::from_share(0.25).in_words()), ("half".into(), "25 %".into()));
    }
}
