//! Questions that ask the same thing twice.

use std::collections::{HashMap, HashSet};

use super::item::{BankItem, WaivableFinding, questions};
use super::{rules, text};
use crate::course::check::survey::Survey;
use crate::course::model::{Ask, Question};

/// The shared part of two questions from which on they count as one. Tuned on the built-in course, where two cases
/// of one kind that differ on purpose in a single circumstance reach 0.31.
const ALIKE: f64 = 0.4;

/// Most earlier questions that one is held against, those first that share its rarest pairs of words.
const HELD_AGAINST: usize = 64;

pub(super) fn check<'a>(survey: &'a Survey<'_>) -> Vec<WaivableFinding<'a>> {
    let (items, sets): (Vec<BankItem<'a>>, Vec<HashSet<String>>) =
        questions(survey).map(|(item, q)| (item, shingles(q))).unzip();
    let mut earlier = Earlier { sets: ranked(&sets), with: HashMap::new() };
    let found = |(at, item): (usize, &BankItem<'a>)| {
        let (twin, share) = earlier.most_alike(at)?;
        let twin = items[twin];
        let message = format!(
            "this question shares {:.0} % of its words with `{}` in {}",
            share * 100.0,
            twin.id,
            twin.file.named()
        );
        (share >= ALIKE).then(|| {
            item.find_item(&rules::NEAR_DUPLICATE, message, "ask for something else, or remove one of the two")
                .and(twin.id)
        })
    };
    items.iter().enumerate().filter_map(found).collect()
}

/// Each set as numbers: the rarer a piece is in all sets, the smaller its number. Sorted.
fn ranked(sets: &[HashSet<String>]) -> Vec<Vec<usize>> {
    let mut in_sets: HashMap<&str, usize> = HashMap::new();
    for piece in sets.iter().flatten() {
        *in_sets.entry(piece).or_default() += 1;
    }
    let mut pieces: Vec<(usize, &str)> = in_sets.into_iter().map(|(piece, n)| (n, piece)).collect();
    pieces.sort_unstable();
    let numbers: HashMap<&str, usize> = pieces.into_iter().enumerate().map(|(at, (_, piece))| (piece, at)).collect();
    let set = |set: &HashSet<String>| {
        let mut set: Vec<usize> = set.iter().filter_map(|piece| numbers.get(piece.as_str()).copied()).collect();
        set.sort_unstable();
        set
    };
    sets.iter().map(set).collect()
}

/// The questions that were looked at, and which of them hold a piece.
struct Earlier {
    sets: Vec<Vec<usize>>,
    with: HashMap<usize, Vec<usize>>,
}

impl Earlier {
    /// The earlier question that shares most with the one at `at`, and how much; only one that shares enough is sure to be
    /// found. To share that much, two sets must have one of their rarest pieces in common (Bayardo, Ma & Srikant,
    /// "Scaling Up All Pairs Similarity Search", 2007).
    fn most_alike(&mut self, at: usize) -> Option<(usize, f64)> {
        let set = &self.sets[at];
        let telling = set.len() - needed(set.len()) + usize::from(!set.is_empty());
        let mut candidates: Vec<usize> = Vec::new();
        for piece in &set[..telling] {
            for &other in self.with.get(piece).into_iter().flatten() {
                if candidates.len() < HELD_AGAINST && !candidates.contains(&other) {
                    candidates.push(other);
                }
            }
            if candidates.len() >= HELD_AGAINST {
                break;
            }
        }
        candidates.sort_unstable();
        let share = |other: usize| (other, shared(&self.sets[other], set));
        let best = candidates.into_iter().map(share).max_by(|a, b| a.1.total_cmp(&b.1));
        for &piece in &set[..telling] {
            self.with.entry(piece).or_default().push(at);
        }
        best
    }
}

/// How many pieces of a set of `n` another must share to be alike.
fn needed(n: usize) -> usize {
    (1..=n).find(|&k| text::share(k, n) >= ALIKE).unwrap_or(n)
}

/// How much two sorted sets share, 0 to 1 (Jaccard 1901).
fn shared(a: &[usize], b: &[usize]) -> f64 {
    let both = a.iter().filter(|piece| b.binary_search(piece).is_ok()).count();
    text::share(both, a.len() + b.len() - both)
}

/// The pairs of neighbouring words in stem and key.
fn shingles(question: &Question) -> HashSet<String> {
    let mut found = text::shingles(&text::content(question.stem.as_str()), 2);
    found.extend(keys(&question.ask).into_iter().flat_map(|key| text::content(&key)));
    found
}

fn keys(ask: &Ask) -> Vec<String> {
    match ask {
        Ask::Choice(options) | Ask::Several(options) => {
            options.iter().filter(|o| o.is_right()).map(|o| o.text().to_string()).collect()
        }
        Ask::TrueFalse(_) => Vec::new(),
        Ask::Match { pairs, .. } => pairs.iter().map(|p| format!("{} {}", p.0, p.1)).collect(),
        Ask::Order(steps) => steps.iter().map(|s| s.0.to_string()).collect(),
        Ask::Typed { accept, .. } => accept.iter().take(1).map(ToString::to_string).collect(),
        Ask::Classify { key, .. } => vec![key.to_string()],
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::course::check::writing::tests::{found, numbered};

    fn both(one: &str, other: &str) -> Vec<&'static str> {
        found(&(numbered(1, one, "TrueFalse(true)") + &numbered(2, other, "TrueFalse(true)")))
    }

    #[test]
    fn what_two_sets_share_is_a_part_of_both_together() {
        assert!((shared(&[1, 2], &[2, 3]) - 1.0 / 3.0).abs() < 1e-9);
        assert!(shared(&[], &[]).abs() < 1e-9);
    }

    proptest! {
        /// As long as no more are held against each other than [`HELD_AGAINST`], the twin is the one that a search among
        /// all finds.
        #[test]
        fn no_twin_is_missed(sets in prop::collection::vec(prop::collection::hash_set("[a-f]{1,2}", 0..8), 0..40)) {
            let numbers = ranked(&sets);
            let mut earlier = Earlier { sets: numbers.clone(), with: HashMap::new() };
            for at in 0..sets.len() {
                let among_all = (0..at).map(|i| shared(&numbers[i], &numbers[at])).fold(0.0, f64::max);
                let found = earlier.most_alike(at).map_or(0.0, |(_, share)| share);
                if among_all >= ALIKE {
                    prop_assert!((found - among_all).abs() < 1e-9, "{found} for {among_all}");
                }
            }
        }
    }

    #[test]
    fn one_question_twice() {
        assert_eq!(
            both(
                "Fishers from both shores talk at sea in winter.",
                "The fishers from the two shores talk at sea in winter."
            ),
            ["near-duplicate"]
        );
    }

    #[test]
    fn two_questions_on_one_matter() {
        assert!(
            both("Fishers from both shores talk at sea.", "Fishers need a licence to talk on the shore.").is_empty()
        );
    }
}
