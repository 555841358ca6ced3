//! Going through a scenario: what was decided, where that leads, how the meters stand, and what the reasons earned.
//! A play is the list of moves; everything else follows from it and the scenario.

pub(crate) mod shuffled;
mod trace;

use serde::{Deserialize, Serialize};

pub use shuffled::ShuffledScenario;
pub use trace::{ClassStep, ClassTrace, Step, Trace, follow};

use super::score::Score;
pub use crate::course::model::{At, Levels};
use crate::course::model::{Id, Reason, Scenario};

/// What a learner does in a scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Move {
    /// Takes `choice` in `scene`, for the reason at this position in the author's order.
    Decided { scene: Id, choice: Id, reason: usize },
    /// Goes back until this many decisions are left.
    Rewound { to: usize },
}

/// A scenario being played.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Play {
    /// The decisions that stand.
    path: Vec<Decision>,
    /// Every decision ever made, also those gone back on.
    made: Vec<Decision>,
    rewinds: usize,
}

#[derive(Clone, Debug, PartialEq)]
struct Decision {
    scene: Id,
    choice: Id,
    reason: usize,
}

impl Play {
    /// The play that `moves` make. Moves that the scenario no longer has are left out, with all after them.
    #[must_use]
    pub fn of(scenario: &Scenario, moves: impl IntoIterator<Item = Move>) -> Self {
        let mut play = Self::default();
        for made in moves {
            if !play.make(scenario, &made) {
                break;
            }
        }
        play
    }

    /// Makes a move. `false` when it cannot be made here: then nothing changed.
    pub fn make(&mut self, scenario: &Scenario, made: &Move) -> bool {
        match made {
            Move::Decided { scene, choice, reason } => self.decide(scenario, scene, choice, *reason),
            Move::Rewound { to } => self.rewind(*to),
        }
    }

    fn decide(&mut self, scenario: &Scenario, scene: &Id, choice: &Id, reason: usize) -> bool {
        let Some(At::Scene(here)) = self.trace(scenario).at else { return false };
        let known = here.choice(choice).is_some_and(|c| reason < c.reasons.len());
        if &here.id != scene || !known {
            return false;
        }
        let decision = Decision { scene: scene.clone(), choice: choice.clone(), reason };
        self.path.push(decision.clone());
        self.made.push(decision);
        true
    }

    fn rewind(&mut self, to: usize) -> bool {
        if to >= self.path.len() {
            return false;
        }
        self.path.truncate(to);
        self.rewinds += 1;
        true
    }

    /// Number of decisions that stand.
    #[must_use]
    pub fn len(&self) -> usize {
        self.path.len()
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.path.is_empty()
    }

    /// How often the learner went back.
    #[must_use]
    pub fn rewinds(&self) -> usize {
        self.rewinds
    }

    /// Follows the decisions from the first scene.
    #[must_use]
    pub fn trace<'a>(&self, scenario: &'a Scenario) -> Trace<'a> {
        let mut trace = Trace::start(scenario);
        for Decision { scene, choice, reason } in &self.path {
            if !trace.take(scenario, scene, choice, |c| c.reasons.get(*reason)) {
                break;
            }
        }
        trace
    }

    /// What the reasons of the standing decisions earned. Of a scene decided again after going back, the first reason counts:
    /// going back is for looking at other roads.
    #[must_use]
    pub fn score(&self, scenario: &Scenario) -> Score {
        let first = |scene: &Id| self.made.iter().find(|d| &d.scene == scene);
        let points =
            |d: &Decision| scenario.scene(&d.scene)?.choice(&d.choice)?.reasons.get(d.reason).map(|r| r.points);
        let of = |d: &Decision| {
            let points = first(&d.scene).and_then(points).unwrap_or(0);
            Score { points: f64::from(points.min(Reason::BEST)), of: f64::from(Reason::BEST) }
        };
        self.path.iter().map(of).sum()
    }
}

#[cfg(test)]
mod tests;
