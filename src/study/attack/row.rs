//! What a strategy scored, against what chance alone would have.
//!
//! Chance differs from item to item, so the probability is the exact upper tail of Poisson's binomial distribution. Many
//! strategies are tried on one kind of item: Holm's correction (1979) holds the family-wise error within the kind. It does
//! not reach across kinds, so that a fault in one is not excused by the number of strategies tried on others.

use crate::course::check::odds::{at_least, expected};
use crate::course::model::Id;

/// A strategy that chance explains less often than this, after correction, gives something away.
const CERTAIN: f64 = 0.01;
/// One that scores [`PRACTICAL`] more than chance does already when chance explains it less often than this.
const SUSPECT: f64 = 0.05;
/// A tenth of the items.
const PRACTICAL: f64 = 0.10;
/// A row that could not show this much as [`SUSPECT`] says little.
const DETECTABLE: f64 = 0.15;
/// Guesses below which a tenth of the items is nothing to speak of.
const FEW: usize = 10;

/// A kind of item that is attacked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum AttackedKind {
    Choice,
    TrueFalse,
    Several,
    Classify,
    Match,
    Order,
    Typed,
    ScenarioReasons,
    ScenarioChoices,
    Papers,
}

impl AttackedKind {
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Choice => "choice",
            Self::TrueFalse => "true/false",
            Self::Several => "several",
            Self::Classify => "classify",
            Self::Match => "match",
            Self::Order => "order",
            Self::Typed => "typed",
            Self::ScenarioReasons => "scenario reasons",
            Self::ScenarioChoices => "scenario choices",
            Self::Papers => "papers",
        }
    }
}

/// A guess at an item.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Guess {
    pub(super) item: Id,
    /// The lesson or the scenario that it belongs to.
    pub(super) within: Id,
    pub(super) hit: bool,
    /// How likely chance alone hits.
    pub(super) chance: f64,
    /// What gave the item away, where that is another item.
    pub(super) by: Option<Id>,
}

impl Guess {
    pub(super) fn new(item: &Id, within: &Id, hit: bool, chance: f64) -> Self {
        Self { item: item.clone(), within: within.clone(), hit, chance, by: None }
    }
}

/// A strategy tried on all items on which it has something to say.
pub(super) struct Trial {
    pub(super) kind: AttackedKind,
    pub(super) strategy: String,
    /// What the author can do about it.
    pub(super) change: &'static str,
    /// Whether the program itself sees to it that nobody can use this: then it is reported, and does not fail.
    pub(super) is_prevented: bool,
    pub(super) guesses: Vec<Guess>,
}

/// A strategy's score.
#[derive(Clone, Debug, PartialEq)]
pub struct AttackRow {
    pub kind: AttackedKind,
    pub strategy: String,
    pub score: usize,
    /// Items on which the strategy had something to say.
    pub of: usize,
    /// What chance alone scores on average.
    pub chance: f64,
    /// How likely chance alone scores as much or more.
    pub p: f64,
    /// The same after correction for the other strategies on this kind.
    pub corrected: f64,
    pub verdict: AttackVerdict,
    pub change: &'static str,
    /// The items that it guessed.
    pub items: Vec<Giveaway>,
}

/// An item that was guessed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Giveaway {
    pub item: Id,
    /// The lesson or the scenario that it belongs to.
    pub within: Id,
    /// The item that printed its answer.
    pub by: Option<Id>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AttackVerdict {
    /// No better than chance, and 15 points would have been seen.
    Passes,
    /// No better than chance, but too few items to see 15 points: nothing is shown.
    TooFew,
    Fails,
    /// It would work, and the program prevents it.
    Prevented,
}

impl AttackVerdict {
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Passes => "passes",
            Self::TooFew => "too few",
            Self::Fails => "fails",
            Self::Prevented => "prevented",
        }
    }
}

/// The rows of `trials`, which stand by kind.
pub(super) fn judged(trials: Vec<Trial>) -> Vec<AttackRow> {
    let mut rows: Vec<AttackRow> = Vec::new();
    for same in trials.chunk_by(|a, b| a.kind == b.kind) {
        let chances: Vec<f64> = same.iter().map(probability).collect();
        rows.extend(same.iter().zip(&chances).zip(corrected(&chances)).map(|((t, &p), c)| row(t, p, c)));
    }
    rows
}

fn score(trial: &Trial) -> usize {
    trial.guesses.iter().filter(|g| g.hit).count()
}

fn chances(trial: &Trial) -> Vec<f64> {
    trial.guesses.iter().map(|g| g.chance).collect()
}

fn probability(trial: &Trial) -> f64 {
    at_least(score(trial), &chances(trial)).min(1.0)
}

/// Holm's step-down correction, in the order given.
fn corrected(p: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..p.len()).collect();
    order.sort_by(|&a, &b| p[a].total_cmp(&p[b]));
    let mut result = vec![1.0; p.len()];
    let mut least: f64 = 0.0;
    for (done, at) in order.into_iter().enumerate() {
        least = least.max((p[at] * number(p.len() - done)).min(1.0));
        result[at] = least;
    }
    result
}

fn row(trial: &Trial, p: f64, corrected: f64) -> AttackRow {
    let (score, chances) = (score(trial), chances(trial));
    let (of, chance) = (chances.len(), expected(&chances));
    let ahead = of >= FEW && number(score) - chance >= PRACTICAL * number(of) && p < SUSPECT;
    let beats = corrected < CERTAIN || ahead;
    let verdict = match (beats, trial.is_prevented, detects(&chances)) {
        (true, false, _) => AttackVerdict::Fails,
        (true, true, _) => AttackVerdict::Prevented,
        (false, _, true) => AttackVerdict::Passes,
        (false, _, false) => AttackVerdict::TooFew,
    };
    let giveaway = |g: &Guess| Giveaway { item: g.item.clone(), within: g.within.clone(), by: g.by.clone() };
    let mut items: Vec<Giveaway> = Vec::new();
    for it in trial.guesses.iter().filter(|g| g.hit).map(giveaway) {
        if !items.contains(&it) {
            items.push(it);
        }
    }
    AttackRow {
        kind: trial.kind,
        strategy: trial.strategy.clone(),
        score,
        of,
        chance,
        p,
        corrected,
        verdict,
        change: trial.change,
        items,
    }
}

/// Whether a score of [`DETECTABLE`] over chance would have been seen.
fn detects(chances: &[f64]) -> bool {
    let over = expected(chances) + DETECTABLE * number(chances.len());
    let hits = (0..=chances.len()).find(|&k| number(k) >= over - 1e-9);
    hits.is_some_and(|hits| at_least(hits, chances) < SUSPECT)
}

pub(super) fn number(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(a: f64, b: f64) {
        assert!((a - b).abs() < 1e-9, "{a} {b}");
    }

    #[test]
    fn holm_corrects_step_by_step_and_keeps_the_order() {
        let corrected = corrected(&[0.04, 0.01, 0.03]);
        near(corrected[1], 0.03);
        near(corrected[2], 0.06);
        near(corrected[0], 0.06);
    }

    #[test]
    fn fifteen_points_are_seen_in_a_hundred_thirds_and_not_in_ten() {
        assert!(detects(&[1.0 / 3.0; 100]));
        assert!(!detects(&[1.0 / 3.0; 10]));
    }

    fn verdict(hits: usize, of: usize, others: usize) -> AttackVerdict {
        let item = Id::new("q").unwrap_or_else(|why| panic!("{why}"));
        let trial = |hits: usize, of: usize| Trial {
            kind: AttackedKind::Choice,
            strategy: String::new(),
            change: "",
            is_prevented: false,
            guesses: (0..of).map(|at| Guess::new(&item, &item, at < hits, 0.25)).collect(),
        };
        let all = std::iter::once(trial(hits, of)).chain((0..others).map(|_| trial(25, 100))).collect();
        judged(all)[0].verdict
    }

    #[test]
    fn chance_passes_where_it_could_have_been_beaten() {
        assert_eq!(verdict(28, 110, 9), AttackVerdict::Passes);
        assert_eq!(verdict(2, 8, 9), AttackVerdict::TooFew);
    }

    #[test]
    fn what_is_certain_or_large_fails() {
        assert_eq!(verdict(8, 8, 9), AttackVerdict::Fails, "certain, few as they are");
        assert_eq!(verdict(40, 110, 9), AttackVerdict::Fails, "more than ten points");
        assert_eq!(verdict(3, 3, 9), AttackVerdict::TooFew, "three in a row are luck");
    }
}
