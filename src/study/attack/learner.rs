//! A small learner: naive Bayes over words and what can be seen of a text (multinomial, with Laplace's correction; Manning,
//! Raghavan & Schütze 2008, ch. 13). It reads the items of all other lessons with their keys, and is tried on this one.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::puzzle::Puzzle;
use super::row::{Guess, number};
use crate::course::model::Id;

/// What stands in a text, each thing once; sorted, so that sums come out alike everywhere.
pub(super) type Tokens = BTreeSet<String>;

/// What was read of texts of each class.
#[derive(Default)]
pub(super) struct NaiveBayes<C> {
    classes: BTreeMap<C, Class>,
    words: BTreeSet<String>,
}

#[derive(Default)]
struct Class {
    texts: usize,
    tokens: usize,
    counts: HashMap<String, usize>,
}

impl<C: Ord + Copy + Default> NaiveBayes<C> {
    pub(super) fn read(&mut self, class: C, tokens: &Tokens) {
        let it = self.classes.entry(class).or_default();
        it.texts += 1;
        it.tokens += tokens.len();
        for token in tokens {
            *it.counts.entry(token.clone()).or_default() += 1;
            self.words.insert(token.clone());
        }
    }

    /// The logarithm of how likely `class` and `tokens` go together, up to what all classes share.
    pub(super) fn score(&self, class: C, tokens: &Tokens) -> f64 {
        let all: usize = self.classes.values().map(|c| c.texts).sum();
        let Some(it) = self.classes.get(&class) else { return f64::NEG_INFINITY };
        let prior = (number(it.texts) + 1.0) / (number(all) + number(self.classes.len()));
        prior.ln() + self.likelihood(it, tokens)
    }

    /// The logarithm of how much more likely `tokens` are in the one class than in the other.
    pub(super) fn odds(&self, one: C, other: C, tokens: &Tokens) -> f64 {
        let of = |class| self.classes.get(&class).map_or(0.0, |it| self.likelihood(it, tokens));
        of(one) - of(other)
    }

    fn likelihood(&self, class: &Class, tokens: &Tokens) -> f64 {
        let all = number(class.tokens) + number(self.words.len());
        let known = tokens.iter().filter(|t| self.words.contains(*t));
        known.map(|t| ((number(class.counts.get(t).copied().unwrap_or(0)) + 1.0) / all).ln()).sum()
    }

    pub(super) fn classes(&self) -> impl Iterator<Item = C> {
        self.classes.keys().copied()
    }
}

/// A learner for each fold in turn, having `read` what is of all others, tried on each that is of it. Nothing where there is
/// but one fold.
pub(super) fn across_folds<'a, T, C: Ord + Copy + Default>(
    items: &'a [T],
    fold: impl Fn(&'a T) -> &'a Id,
    read: impl Fn(&mut NaiveBayes<C>, &T),
    guess: impl Fn(&NaiveBayes<C>, &T) -> Option<Guess>,
) -> Vec<Guess> {
    let folds: BTreeSet<&Id> = items.iter().map(&fold).collect();
    if folds.len() < 2 {
        return Vec::new();
    }
    let tried = |of: &Id| {
        let mut learner = NaiveBayes::default();
        items.iter().filter(|it| fold(it) != of).for_each(|it| read(&mut learner, it));
        items.iter().filter(|it| fold(it) == of).filter_map(|it| guess(&learner, it)).collect::<Vec<_>>()
    };
    folds.into_iter().flat_map(tried).collect()
}

/// Picks the option that looks most like a key of the other folds.
pub(super) fn picks(puzzles: &[Puzzle], tokens: fn(&Puzzle, usize) -> Tokens) -> Vec<Guess> {
    let seen: Vec<(&Puzzle, Vec<Tokens>)> =
        puzzles.iter().map(|p| (p, (0..p.options.len()).map(|at| tokens(p, at)).collect())).collect();
    across_folds(
        &seen,
        |(puzzle, _)| &puzzle.fold,
        |learner: &mut NaiveBayes<bool>, (puzzle, options)| {
            puzzle.keys.iter().zip(options).for_each(|(&key, tokens)| learner.read(key, tokens));
        },
        |learner, (puzzle, options)| {
            let scores: Vec<f64> = options.iter().map(|tokens| learner.odds(true, false, tokens)).collect();
            let pick = super::cue::single_best(&scores)?;
            Some(Guess::new(&puzzle.item, &puzzle.fold, puzzle.keys[pick], puzzle.chance()))
        },
    )
}
