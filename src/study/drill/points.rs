//! Points, exact: whole hundredths, so that a sum is the sum of its parts whatever the order.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, Neg};

use serde::{Deserialize, Serialize};

/// Hundredths of a point; below zero where wrong answers cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Points(pub i64);

impl Points {
    pub const ZERO: Self = Self(0);

    #[must_use]
    pub const fn whole(points: u32) -> Self {
        Self(points as i64 * 100)
    }

    /// As a number.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "hundredths of points, far below 2^52")]
    pub fn as_f64(self) -> f64 {
        self.0 as f64 / 100.0
    }

    /// `part` of `of` of these points, rounded to a hundredth, halves up; nothing when `of` is 0.
    #[must_use]
    pub fn part(self, part: u64, of: u64) -> Self {
        let (part, of) = (i128::from(part), i128::from(of));
        let rounded = (i128::from(self.0) * part * 2 + of).div_euclid((of * 2).max(1));
        if of == 0 { Self::ZERO } else { i64::try_from(rounded).map_or(Self::ZERO, Self) }
    }
}

impl Add for Points {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Neg for Points {
    type Output = Self;
    fn neg(self) -> Self {
        Self(-self.0)
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Self>>(all: I) -> Self {
        all.fold(Self::ZERO, Add::add)
    }
}

/// `3`, `2.5`, `-0.33`.
impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = (self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100);
        match (rest, rest % 10) {
            (0, _) => f.pad(&format!("{sign}{whole}")),
            (_, 0) => f.pad(&format!("{sign}{whole}.{}", rest / 10)),
            _ => f.pad(&format!("{sign}{whole}.{rest:02}")),
        }
    }
}
