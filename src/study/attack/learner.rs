//! A small learner: naive Bayes over words and what can be seen of a text (multinomial, with Laplace's correction; Manning,
//! Raghavan & Schütze 2008, ch. 13). It reads the items of all other lessons with their keys, and is tried on this one.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::puzzle::Puzzle;
use super::row::{Guess, number};

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

/// Tries the learner on each fold in turn, having read all others, and picks the option that looks most like a key.
pub(super) fn picks(puzzles: &[Puzzle], tokens: fn(&Puzzle, usize) -> Tokens) -> Vec<Guess> {
    let seen: Vec<Vec<Tokens>> =
        puzzles.iter().map(|p| (0..p.options.len()).map(|at| tokens(p, at)).collect()).collect();
    let folds: BTreeSet<_> = puzzles.iter().map(|p| &p.fold).collect();
    if folds.len() < 2 {
        return Vec::new();
    }
    let mut guesses = Vec::new();
    for fold in folds {
        let mut learner = NaiveBayes::<bool>::default();
        for (puzzle, options) in puzzles.iter().zip(&seen).filter(|(p, _)| p.fold != *fold) {
            puzzle.keys.iter().zip(options).for_each(|(&key, tokens)| learner.read(key, tokens));
        }
        for (puzzle, options) in puzzles.iter().zip(&seen).filter(|(p, _)| p.fold == *fold) {
            let scores: Vec<f64> = options.iter().map(|tokens| learner.odds(true, false, tokens)).collect();
            let pick = super::cue::single_best(&scores);
            guesses.extend(pick.map(|at| Guess::new(&puzzle.item, &puzzle.fold, puzzle.keys[at], puzzle.chance())));
        }
    }
    guesses
}
