//! What a learner answered.

use serde::{Deserialize, Serialize};

pub use super::score::{Score, Verdict, points};

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
