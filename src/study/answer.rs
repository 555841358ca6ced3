//! What a learner answered, and what it earned.

use serde::{Deserialize, Serialize};

/// An answer to a question. Numbers are positions in the author's order, so the log means the same whatever
/// the shuffle was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Answer {
    /// `Choice`: the option picked.
    Choice(usize),
    /// `Several`: the options picked, ascending.
    Several(Vec<usize>),
    TrueFalse(bool),
    /// `Match`: for each premise the partner joined to it: below the number of pairs a pair's partner, above it a spare.
    Match(Vec<Option<usize>>),
    /// `Order`: the events as sorted.
    Order(Vec<usize>),
    Typed(String),
    /// `Classify`: the position of the track in its scheme.
    Classify(usize),
    /// Passed over.
    Skipped,
}

/// Points earned out of points to be had.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Score {
    pub points: f64,
    pub of: f64,
}

impl Score {
    /// Earned share, 0 to 1.
    #[must_use]
    pub fn share(self) -> f64 {
        if self.of > 0.0 { self.points / self.of } else { 0.0 }
    }

    #[must_use]
    pub fn verdict(self) -> Verdict {
        match self.share() {
            s if s >= 1.0 => Verdict::Right,
            s if s > 0.0 => Verdict::Partly,
            _ => Verdict::Wrong,
        }
    }
}

impl std::iter::Sum for Score {
    fn sum<I: Iterator<Item = Self>>(scores: I) -> Self {
        scores.fold(Self { points: 0.0, of: 0.0 }, |a, b| Self { points: a.points + b.points, of: a.of + b.of })
    }
}

/// Points without needless decimals: 1, 0.5, 0.33.
#[must_use]
pub fn points(points: f64) -> String {
    let text = format!("{points:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// A score in a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Right,
    Partly,
    Wrong,
}
