//! The keys of a scenario in each of its states, and what they do.

use super::{Phase, ScenarioScreen};
use crate::study::scenario::Trace;
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::Context;
use crate::ui::effect::{Effect, Place};
use crate::ui::input::InputEvent;
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{BACKSPACE, ENTER, ESC, LEFT, SPACE, digits, letters};
use crate::ui::pager::{self, Scrolled};
use crate::ui::scroll::Scroll;

impl Keyed for ScenarioScreen {
    fn bindings(&self, _: &Context<'_>) -> Vec<Binding<Self>> {
        let order = self.session.shown();
        let trace = self.session.play().trace(&order.shown);
        let options = options(self.state, &trace);
        let mut table = match self.state {
            Phase::Opening => Self::opening(),
            Phase::Choosing { .. } => Self::choosing("choose", options),
            Phase::Reasoning { .. } => Self::reasoning(options),
            Phase::Outcome => Self::outcome(),
            Phase::Rewinding { .. } => return Self::rewinding(options),
            Phase::Debrief => Self::debrief(),
        };
        table.extend([
            Binding::new("r", "rewind", &[Char('r')], Self::rewind).when(!trace.steps.is_empty()),
            Binding::pages("scroll", Self::scroll_page).quiet(),
            Binding::new("Esc", "leave", &[ESC], |_, _| Effect::Back),
        ]);
        table
    }
}

impl ScenarioScreen {
    fn opening() -> Vec<Binding<Self>> {
        vec![Binding::<Self>::new("⏎", "start", &[ENTER, SPACE], |s, _| s.begin()).once(), pager::lines()]
    }

    /// The keys of a choice of `n`, which `does` names.
    fn choosing(does: &str, n: usize) -> Vec<Binding<Self>> {
        let shown = if n > 1 { format!("1-{n}") } else { n.to_string() };
        vec![
            Binding::picks(&shown, does, digits(n), Self::pick).and_picks(letters(n), Self::pick),
            Binding::up_down("move", Self::step).quiet(),
            Binding::new("⏎", "continue", &[ENTER], Self::accept).once(),
        ]
    }

    fn reasoning(n: usize) -> Vec<Binding<Self>> {
        let mut table = Self::choosing("reason", n);
        table.push(Binding::new("←", "another choice", &[LEFT, BACKSPACE], Self::choose_again));
        table
    }

    fn outcome() -> Vec<Binding<Self>> {
        vec![Binding::new("⏎", "next", &[ENTER, SPACE, Char('n')], Self::next).once(), pager::lines().quiet()]
    }

    fn rewinding(n: usize) -> Vec<Binding<Self>> {
        let mut table = Self::choosing("decision", n);
        table.push(Binding::new("Esc", "stay", &[ESC], Self::next));
        table
    }

    fn debrief() -> Vec<Binding<Self>> {
        vec![
            pager::lines().quiet(),
            Binding::<Self>::new("space", "page", &[SPACE], |s, context| s.scroll_page(true, context)),
            Binding::new("o", "lesson", &[Char('o')], Self::open_lesson),
            Binding::<Self>::new("a", "again", &[Char('a')], |s, _| s.start_again()),
        ]
    }
}

impl Scrolled for ScenarioScreen {
    fn scroll(&mut self) -> &mut Scroll {
        &mut self.scroll
    }

    fn total(&self, context: &Context<'_>) -> usize {
        self.lines(context).len()
    }
}

impl ScenarioScreen {
    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        let InputEvent::Key(key) = input else { return Vec::new() };
        self.notice = None;
        let effects = self.press(*key, context).unwrap_or_default();
        self.keep_in_sight(context);
        effects
    }

    fn pick(&mut self, at: usize, _: &Context<'_>) {
        self.set_cursor(at);
    }

    fn step(&mut self, by: isize, _: &Context<'_>) {
        let order = self.session.shown();
        let of = options(self.state, &self.session.play().trace(&order.shown));
        let to = match self.cursor() {
            None if by < 0 => of.saturating_sub(1),
            None => 0,
            Some(at) => (at + of).saturating_add_signed(by) % of.max(1),
        };
        self.set_cursor(to);
    }

    fn choose_again(&mut self, _: &Context<'_>) {
        if let Phase::Reasoning { choice, .. } = self.state {
            self.go(Phase::Choosing { cursor: Some(choice) });
        }
    }

    fn rewind(&mut self, _: &Context<'_>) {
        let steps = self.session.play().trace(&self.session.shown().shown).steps.len();
        self.go(Phase::Rewinding { cursor: steps.saturating_sub(1) });
    }

    fn open_lesson(&mut self, _: &Context<'_>) -> Effect {
        let lesson = self.session.shown().shown.lesson.clone();
        Effect::Open(Place::Lesson { lesson, section: None })
    }

    fn start_again(&self) -> Effect {
        Effect::Replace(Place::Scenario { scenario: self.scenario.clone(), anew: true })
    }
}

/// How many things there are to pick from.
fn options(state: Phase, trace: &Trace<'_>) -> usize {
    match state {
        Phase::Choosing { .. } => trace.scene().map_or(0, |s| s.choices.len()),
        Phase::Reasoning { choice, .. } => {
            trace.scene().and_then(|s| s.choices.get(choice)).map_or(0, |c| c.reasons.len())
        }
        Phase::Rewinding { .. } => trace.steps.len(),
        Phase::Opening | Phase::Outcome | Phase::Debrief => 0,
    }
}
