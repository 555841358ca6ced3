//! A scenario being played: its moves, and what of them is to be saved.

use crate::course::model::Scenario;
use crate::study::event::{EventKind, RunId};
use crate::study::scenario::{Move, Play};

/// A play under way.
#[derive(Clone, Debug, Default)]
pub struct ScenarioSession {
    /// `None` until its start is saved.
    run: Option<RunId>,
    play: Play,
}

impl ScenarioSession {
    /// The play `run`, where it was left, and its end when only that was not saved: the program may have been stopped
    /// between the last decision and its end.
    #[must_use]
    pub fn resume(scenario: &Scenario, run: RunId, moves: impl IntoIterator<Item = Move>) -> (Self, Option<EventKind>) {
        let session = Self { run: Some(run), play: Play::of(scenario, moves) };
        let ended = session.ended(scenario);
        (session, ended)
    }

    /// The start, which is to be saved.
    #[must_use]
    pub fn start(scenario: &Scenario) -> EventKind {
        EventKind::ScenarioStarted { scenario: scenario.id.clone() }
    }

    /// The start was saved under this number.
    pub fn started(&mut self, run: RunId) {
        self.run = Some(run);
    }

    #[must_use]
    pub fn play(&self) -> &Play {
        &self.play
    }

    /// Makes a move. What is to be saved: the move, and the end when it leads to one; nothing when it cannot be made here.
    #[must_use]
    pub fn make(&mut self, scenario: &Scenario, made: Move) -> Vec<EventKind> {
        let (Some(run), true) = (self.run, self.play.make(scenario, &made)) else { return Vec::new() };
        let moved = EventKind::ScenarioMoved { run, made, score: self.play.score(scenario) };
        std::iter::once(moved).chain(self.ended(scenario)).collect()
    }

    fn ended(&self, scenario: &Scenario) -> Option<EventKind> {
        let ending = self.play.trace(scenario).ending()?.id.clone();
        Some(EventKind::ScenarioEnded { run: self.run?, ending, score: self.play.score(scenario) })
    }
}
