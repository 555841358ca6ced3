//! A scenario being played: its moves, and what of them is to be saved.

use std::sync::Arc;

use crate::course::model::Scenario;
use crate::study::event::{EventKind, RunId};
use crate::study::scenario::{Move, Play, ShuffledScenario};

/// A play under way.
#[derive(Clone, Debug)]
pub struct ScenarioSession {
    /// `None` until its start is saved.
    run: Option<RunId>,
    /// `None` where 0.1.0 began it.
    seed: Option<u64>,
    order: Arc<ShuffledScenario>,
    play: Play,
}

/// A play that was begun before.
#[derive(Clone, Debug, PartialEq)]
pub struct BegunPlay {
    pub run: RunId,
    pub seed: Option<u64>,
    /// Oldest first.
    pub moves: Vec<Move>,
}

impl ScenarioSession {
    /// A play that begins: `seed` says in which order choices and reasons stand.
    #[must_use]
    pub fn new(written: &Scenario, seed: u64) -> Self {
        Self::with_seed(written, Some(seed))
    }

    fn with_seed(written: &Scenario, seed: Option<u64>) -> Self {
        Self { run: None, seed, order: Arc::new(ShuffledScenario::new(written, seed)), play: Play::default() }
    }

    /// A play where it was left, and its end when only that was not saved: the program may have been stopped between the
    /// last decision and its end.
    #[must_use]
    pub fn resume(written: &Scenario, begun: BegunPlay) -> (Self, Option<EventKind>) {
        let mut session = Self { run: Some(begun.run), ..Self::with_seed(written, begun.seed) };
        let made: Vec<Move> = begun.moves.iter().map(|logged| session.order.made(logged)).collect();
        session.play = Play::of(&session.order.shown, made);
        let ended = session.ended();
        (session, ended)
    }

    /// The start, which is to be saved.
    #[must_use]
    pub fn start(&self) -> EventKind {
        EventKind::ScenarioStarted { scenario: self.order.shown.id.clone(), seed: self.seed }
    }

    /// The start was saved under this number.
    pub fn started(&mut self, run: RunId) {
        self.run = Some(run);
    }

    /// The scenario as it is shown: with its choices and reasons in the order of this play.
    #[must_use]
    pub fn shown(&self) -> Arc<ShuffledScenario> {
        Arc::clone(&self.order)
    }

    #[must_use]
    pub fn play(&self) -> &Play {
        &self.play
    }

    /// Makes a move, counted as it is shown. What is to be saved: the move, and the end when it leads to one; nothing when
    /// it cannot be made here.
    #[must_use]
    pub fn make(&mut self, made: &Move) -> Vec<EventKind> {
        let (Some(run), true) = (self.run, self.play.make(&self.order.shown, made)) else { return Vec::new() };
        let score = self.play.score(&self.order.shown);
        let moved = EventKind::ScenarioMoved { run, made: self.order.logged(made), score };
        std::iter::once(moved).chain(self.ended()).collect()
    }

    fn ended(&self) -> Option<EventKind> {
        let ending = self.play.trace(&self.order.shown).ending()?.id.clone();
        Some(EventKind::ScenarioEnded { run: self.run?, ending, score: self.play.score(&self.order.shown) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::Course;
    use crate::course::model::{Id, Reason};
    use crate::study::event::EventId;

    fn written() -> Scenario {
        let course = Course::builtin().unwrap();
        course.scenario(&Id::new("island-dialogue").unwrap()).unwrap().clone()
    }

    /// Plays on to the end by the first choice shown and the reason that holds, and gives what was saved.
    fn play(session: &mut ScenarioSession) -> Vec<Move> {
        let mut saved = Vec::new();
        let order = session.shown();
        while let Some(scene) = session.play().trace(&order.shown).scene() {
            let choice = &scene.choices[0];
            let reason = choice.reasons.iter().position(|r| r.points == Reason::BEST).unwrap();
            let made = Move::Decided { scene: scene.id.clone(), choice: choice.id.clone(), reason };
            saved.extend(session.make(&made).into_iter().filter_map(|event| match event {
                EventKind::ScenarioMoved { made, .. } => Some(made),
                _ => None,
            }));
        }
        saved
    }

    fn began(seed: u64) -> ScenarioSession {
        let mut session = ScenarioSession::new(&written(), seed);
        session.started(EventId(1));
        session
    }

    #[test]
    fn choices_and_reasons_stand_in_every_place_by_some_seed() {
        let place = |seed: u64| {
            let shown = ScenarioSession::new(&written(), seed).shown();
            let (scene, first) = (&shown.shown.scenes[0], &written().scenes[0].choices[0]);
            let at = scene.choices.iter().position(|c| c.id == first.id).unwrap();
            (at, scene.choices[at].reasons.iter().position(|r| r.points == Reason::BEST).unwrap())
        };
        let places: std::collections::BTreeSet<_> = (0..100).map(place).collect();
        assert_eq!(places.len(), 9, "{places:?}");
        assert_eq!(place(5), place(5));
    }

    #[test]
    fn a_play_is_logged_in_the_authors_order_and_resumed_in_its_own() {
        let written = written();
        for seed in 0..20 {
            let mut session = began(seed);
            let moves = play(&mut session);
            let best = |made: &Move| match made {
                Move::Decided { scene, choice, reason } => {
                    written.scene(scene).and_then(|s| s.choice(choice)).map(|c| c.reasons[*reason].points)
                }
                Move::Rewound { .. } => None,
            };
            assert!(moves.iter().all(|made| best(made) == Some(Reason::BEST)), "seed {seed}");
            let begun = BegunPlay { run: EventId(1), seed: Some(seed), moves };
            let (resumed, _) = ScenarioSession::resume(&written, begun);
            assert_eq!(resumed.play(), session.play());
            assert_eq!(resumed.shown(), session.shown());
        }
    }

    #[test]
    fn a_play_of_an_earlier_release_keeps_the_authors_order() {
        let (scene, choice) = (&written().scenes[0], &written().scenes[0].choices[1]);
        let made = Move::Decided { scene: scene.id.clone(), choice: choice.id.clone(), reason: 2 };
        let begun = BegunPlay { run: EventId(1), seed: None, moves: vec![made] };
        let (resumed, _) = ScenarioSession::resume(&written(), begun);
        assert_eq!(resumed.shown().shown, written());
        assert_eq!(resumed.play().trace(&written()).steps[0].reason, &choice.reasons[2]);
    }
}
