//! What a teacher may want to look at, in words. A hint is no verdict: each says how much stands behind it.

use super::number;
use crate::study::statistics::{FEW, ItemFigures, too_few};

/// Facility under which a question is called very hard, and over which it tells nobody apart.
const HARD: f64 = 0.2;
const EASY: f64 = 0.95;

/// What the number of attempts allows; `None` from ten on.
pub(super) fn sample(attempts: usize) -> Option<String> {
    too_few(attempts).then(|| {
        let people = if attempts == 1 { "1 attempt".to_owned() } else { format!("{attempts} attempts") };
        format!("Too few to read: with {people} one more person can turn every figure round. From {FEW} on they begin to say something.")
    })
}

/// How far a share can be off with this many attempts; `None` under ten, where [`sample`] says more.
pub(super) fn precision(attempts: usize) -> Option<String> {
    // Two standard errors of a share at their widest: 2 · 0.5 / √S.
    let off = 100.0 / number(attempts.max(1)).sqrt();
    (!too_few(attempts))
        .then(|| format!("With {attempts} attempts a share can be off by up to about {off:.0} percentage points by chance."))
}

/// What is striking about an item. `unused` names the distractors that nobody took.
pub(super) fn of_item(figures: &ItemFigures, unused: &[String], attempts: usize) -> Vec<String> {
    let from = if too_few(attempts) { format!("{attempts} attempts, can be chance") } else { format!("{attempts} attempts") };
    let hard = figures.facility.filter(|&f| f < HARD).map(|_| format!("Very hard ({from}): was it taught, and is the key right?"));
    let easy =
        figures.facility.filter(|&f| f > EASY).map(|_| format!("Nearly everyone earned it ({from}): it cannot tell who knows more."));
    let against = figures
        .discrimination_index
        .filter(|&d| d < 0.0)
        .map(|_| format!("Those who did well elsewhere did worse here ({from}): check the key first, then the wording."));
    let idle = (!unused.is_empty() && attempts > 0).then(|| format!("Nobody took {} ({from}).", unused.join(", ")));
    [hard, easy, against, idle].into_iter().flatten().collect()
}
