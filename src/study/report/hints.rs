//! What a teacher may want to look at, in words. A hint is no verdict: each says how much stands behind it.

use serde::Serialize;

use super::number;
use crate::study::statistics::{FEW, ItemFigures, too_few};

/// Facility under which a question is called very hard, and over which it tells nobody apart.
const HARD: f64 = 0.2;
const EASY: f64 = 0.95;

/// What the number of attempts allows; `None` from ten on.
pub(super) fn sample(attempts: usize) -> Option<String> {
    too_few(attempts).then(|| {
        let people = if attempts == 1 { "1 attempt".to_owned() } else { format!("{attempts} attempts") };
        format!("Too few to read: with {people}, one more person can change every figure. From {FEW} on they begin to mean something.")
    })
}

/// How far a share can be off with this many attempts; `None` under ten, where [`sample`] says more.
pub(super) fn precision(attempts: usize) -> Option<String> {
    // Two standard errors of a share at their widest: 2 · 0.5 / √S.
    let off = 100.0 / number(attempts.max(1)).sqrt();
    (!too_few(attempts)).then(|| {
        format!("With {attempts} attempts a share can be off by up to about {off:.0} percentage points by chance.")
    })
}

/// Something striking about a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Observation {
    pub about: Striking,
    pub words: String,
}

/// What is striking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Striking {
    /// Facility under 0.2.
    VeryHard,
    /// Facility over 0.95.
    VeryEasy,
    /// Negative discrimination.
    WrongWayRound,
    UnusedDistractors,
    /// Discrimination from 0 to under 20 %; told to authors only.
    TellsLittle,
    /// A wrong option was chosen more often than the key; told to authors only.
    KeyOutvoted,
}

/// What is striking about an item. `unused` names the distractors that nobody took.
pub(super) fn of_item(figures: &ItemFigures, unused: &[String], attempts: usize) -> Vec<Observation> {
    let from =
        if too_few(attempts) { format!("{attempts} attempts: may be chance") } else { format!("{attempts} attempts") };
    let hint = |holds: bool, about, words: String| holds.then_some(Observation { about, words });
    let facility = |holds: &dyn Fn(f64) -> bool| figures.facility.is_some_and(holds);
    let against = figures.discrimination_index.is_some_and(|d| d < 0.0);
    let marks = unused.join(", ");
    [
        hint(
            facility(&|f| f < HARD),
            Striking::VeryHard,
            format!("Very hard ({from}). Was it taught, and is the key right?"),
        ),
        hint(
            facility(&|f| f > EASY),
            Striking::VeryEasy,
            format!("Nearly everyone earned it ({from}). It cannot tell who knows more."),
        ),
        hint(
            against,
            Striking::WrongWayRound,
            format!("Those who did well elsewhere did worse here ({from}). Check the key first, then the wording."),
        ),
        hint(!unused.is_empty(), Striking::UnusedDistractors, format!("Nobody chose {marks} ({from}).")),
    ]
    .into_iter()
    .flatten()
    .collect()
}
