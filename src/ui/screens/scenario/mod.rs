//! A scenario being played: a scene, a reason, what came of it, the next; going back; the debrief.

mod draw;
mod keys;

use crate::course::Course;
use crate::course::model::Id;
use crate::store::{Store, StoreError};
use crate::study::event::{EventId, EventKind};
use crate::study::scenario::Move;
use crate::study::session::ScenarioSession;
use crate::ui::context::{Context, Opening};
use crate::ui::effect::Effect;
use crate::ui::screens::lifecycle::{Before, Lifecycle};
use crate::ui::scroll::Scroll;

/// A scenario on the screen.
pub struct ScenarioScreen {
    scenario: Id,
    session: ScenarioSession,
    state: Phase,
    scroll: Scroll,
    /// Said when a key did nothing.
    notice: Option<&'static str>,
}

/// What the learner is at.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Phase {
    Opening,
    Choosing {
        cursor: Option<usize>,
    },
    Reasoning {
        choice: usize,
        cursor: Option<usize>,
    },
    /// What came of the last decision.
    Outcome,
    Rewinding {
        cursor: usize,
    },
    Debrief,
}

impl Lifecycle for ScenarioScreen {
    fn saved(&mut self, what: &EventKind, id: EventId) {
        if matches!(what, EventKind::ScenarioStarted { .. }) {
            self.session.started(id);
        }
    }

    fn reread(&mut self, before: Before<'_>, context: &Context<'_>, with: &Opening<'_>) -> Result<bool, StoreError> {
        let course = context.course;
        if before.course.scenario(&self.scenario) == course.scenario(&self.scenario) {
            return Ok(course.scenario(&self.scenario).is_some());
        }
        let opened = Self::open(before.store, course, (&self.scenario.clone(), self.state == Phase::Opening), with)?;
        let is_there = opened.is_some();
        if let Some((screen, _)) = opened {
            *self = screen;
        }
        Ok(is_there)
    }
}

impl ScenarioScreen {
    /// Opens `scenario`: where it was left, or, with `anew` or when there is nothing to take up, at its opening page.
    pub fn open(
        store: &Store,
        course: &Course,
        (scenario, anew): (&Id, bool),
        with: &Opening<'_>,
    ) -> Result<Option<(Self, Vec<Effect>)>, StoreError> {
        let Some(it) = course.scenario(scenario) else { return Ok(None) };
        let left = if anew { None } else { store.open_play(scenario)? };
        let (session, state, ended) = match left {
            None => (ScenarioSession::new(it, with.new_seed()), Phase::Opening, None),
            Some(left) => {
                let (session, ended) = ScenarioSession::resume(it, left);
                let over = session.play().trace(&session.shown().shown).scene().is_none();
                (session, if over { Phase::Debrief } else { Phase::Choosing { cursor: None } }, ended)
            }
        };
        let screen = Self { scenario: scenario.clone(), session, state, scroll: Scroll::default(), notice: None };
        Ok(Some((screen, ended.map(Effect::Save).into_iter().collect())))
    }

    fn go(&mut self, state: Phase) {
        (self.state, self.scroll) = (state, Scroll::default());
    }

    fn begin(&mut self) -> Vec<Effect> {
        self.go(Phase::Choosing { cursor: None });
        vec![Effect::Save(self.session.start())]
    }

    fn next(&mut self, _: &Context<'_>) {
        let goes_on = self.session.play().trace(&self.session.shown().shown).scene().is_some();
        self.go(if goes_on { Phase::Choosing { cursor: None } } else { Phase::Debrief });
    }

    fn cursor(&self) -> Option<usize> {
        match self.state {
            Phase::Choosing { cursor } | Phase::Reasoning { cursor, .. } => cursor,
            Phase::Rewinding { cursor } => Some(cursor),
            Phase::Opening | Phase::Outcome | Phase::Debrief => None,
        }
    }

    fn set_cursor(&mut self, to: usize) {
        match &mut self.state {
            Phase::Choosing { cursor } | Phase::Reasoning { cursor, .. } => *cursor = Some(to),
            Phase::Rewinding { cursor } => *cursor = to,
            Phase::Opening | Phase::Outcome | Phase::Debrief => {}
        }
    }

    fn accept(&mut self, _: &Context<'_>) -> Vec<Effect> {
        let order = self.session.shown();
        let Some(at) = self.cursor() else {
            self.notice = Some("Choose one first.");
            return Vec::new();
        };
        match (self.state, self.session.play().trace(&order.shown).scene()) {
            (Phase::Choosing { .. }, _) => self.go(Phase::Reasoning { choice: at, cursor: None }),
            (Phase::Reasoning { choice, .. }, Some(scene)) => {
                let Some(choice) = scene.choices.get(choice) else { return Vec::new() };
                let made = Move::Decided { scene: scene.id.clone(), choice: choice.id.clone(), reason: at };
                self.go(Phase::Outcome);
                return self.make(&made);
            }
            (Phase::Rewinding { .. }, _) => {
                self.go(Phase::Choosing { cursor: None });
                return self.make(&Move::Rewound { to: at });
            }
            _ => {}
        }
        Vec::new()
    }

    fn make(&mut self, made: &Move) -> Vec<Effect> {
        self.session.make(made).into_iter().map(Effect::Save).collect()
    }
}

#[cfg(test)]
mod tests;
