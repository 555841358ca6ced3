//! The order in which choices and reasons are shown. Authors put the best one where it comes to their mind, so the seed
//! of a play puts both in other places; what is logged counts in the author's order.

use std::collections::HashMap;

use super::Move;
use crate::course::model::{Id, Scenario};
use crate::study::chance::{chance, fnv, shuffled};

/// A scenario as it is shown in one play.
#[derive(Clone, Debug, PartialEq)]
pub struct ShuffledScenario {
    pub shown: Scenario,
    /// By choice: which of the author's reasons stands at each place.
    reasons: HashMap<Id, Vec<usize>>,
}

impl ShuffledScenario {
    /// `written` in the order of `seed`; without one, as plays of earlier releases have it, in the author's order.
    #[must_use]
    pub fn new(written: &Scenario, seed: Option<u64>) -> Self {
        let mut it = Self { shown: written.clone(), reasons: HashMap::new() };
        let Some(seed) = seed else { return it };
        for scene in &mut it.shown.scenes {
            scene.choices = taken(&scene.choices, &order(seed, &scene.id, scene.choices.len()));
            for choice in &mut scene.choices {
                let places = order(seed, &choice.id, choice.reasons.len());
                choice.reasons = taken(&choice.reasons, &places);
                it.reasons.insert(choice.id.clone(), places);
            }
        }
        it
    }

    /// A move as it is logged, of one that was made here.
    #[must_use]
    pub fn logged(&self, made: &Move) -> Move {
        self.counted(made, |places, at| places.get(at).copied())
    }

    /// A logged move as it is made here.
    #[must_use]
    pub fn made(&self, logged: &Move) -> Move {
        self.counted(logged, |places, of| places.iter().position(|&o| o == of))
    }

    /// What the other order does not have stays as it is: it is refused where the move is made.
    fn counted(&self, it: &Move, place: impl Fn(&[usize], usize) -> Option<usize>) -> Move {
        let mut it = it.clone();
        if let Move::Decided { choice, reason, .. } = &mut it
            && let Some(places) = self.reasons.get(choice)
        {
            *reason = place(places, *reason).unwrap_or(*reason);
        }
        it
    }
}

/// Numbers below `n` in an order that follows from `seed` and what is put in order.
pub(crate) fn order(seed: u64, of: &Id, n: usize) -> Vec<usize> {
    shuffled(n, &mut chance(seed ^ fnv(of.as_str().as_bytes()), "scenario"))
}

fn taken<T: Clone>(from: &[T], order: &[usize]) -> Vec<T> {
    order.iter().map(|&at| from[at].clone()).collect()
}
