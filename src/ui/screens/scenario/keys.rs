//! The keys of a scenario in each of its states, and what they do.

use super::{ScenarioScreen, State};
use crate::study::scenario::Trace;
use crate::ui::context::Context;
use crate::ui::effect::{Effect, Place};
use crate::ui::keys::{self, BACKSPACE, Binding, Chord, ENTER, ESC, Hint, LEFT, PAGE_DOWN, PAGE_UP, SPACE};
use crate::ui::screens::Input;

#[derive(Clone, Copy)]
enum Act {
    Begin,
    Move(isize),
    Pick(usize),
    Accept,
    OtherChoice,
    Next,
    Rewind,
    Lesson,
    Again,
    Line(isize),
    Page(bool),
    Cancel,
    Leave,
}

impl ScenarioScreen {
    fn bindings(&self, trace: &Trace<'_>) -> Vec<Binding<Act>> {
        let leave = Binding::new("Esc", "leave", &[ESC], Act::Leave);
        let pages =
            Binding::each("PgUp PgDn", "scroll", vec![(PAGE_UP, Act::Page(false)), (PAGE_DOWN, Act::Page(true))])
                .quiet();
        let lines = keys::up_down(Act::Line(-1), Act::Line(1));
        let moves = keys::up_down(Act::Move(-1), Act::Move(1));
        let choose = |does: &str, n: usize| {
            let shown = if n > 1 { format!("1-{n}") } else { n.to_string() };
            vec![
                Binding::each(&shown, does, keys::picks(n, true, true, Act::Pick)),
                Binding::each("↑↓", "move", moves.clone()).quiet(),
                Binding::new("⏎", "go on", &[ENTER], Act::Accept),
            ]
        };
        let options = options(self.state, trace);
        let mut table = match self.state {
            State::Opening => {
                vec![Binding::new("⏎", "begin", &[ENTER, SPACE], Act::Begin), Binding::each("↑↓", "scroll", lines)]
            }
            State::Choosing { .. } => choose("choose", options),
            State::Reasoning { .. } => {
                let mut table = choose("reason", options);
                table.push(Binding::new("←", "another choice", &[LEFT, BACKSPACE], Act::OtherChoice));
                table
            }
            State::Outcome => {
                vec![
                    Binding::new("⏎", "next", &[ENTER, SPACE, Chord::Char('n')], Act::Next),
                    Binding::each("↑↓", "scroll", lines).quiet(),
                ]
            }
            State::Rewinding { .. } => {
                let mut table = choose("decision", options);
                table.push(Binding::new("Esc", "stay", &[ESC], Act::Cancel));
                return table;
            }
            State::Debrief => vec![
                Binding::each("↑↓", "scroll", lines).quiet(),
                Binding::each(
                    "space",
                    "page",
                    vec![(SPACE, Act::Page(true)), (PAGE_DOWN, Act::Page(true)), (PAGE_UP, Act::Page(false))],
                ),
                Binding::new("o", "lesson", &[Chord::Char('o')], Act::Lesson),
                Binding::new("a", "again", &[Chord::Char('a')], Act::Again),
            ],
        };
        if !trace.steps.is_empty() {
            table.push(Binding::new("r", "rewind", &[Chord::Char('r')], Act::Rewind));
        }
        table.extend([pages, leave]);
        table
    }

    pub fn hints(&self, context: &Context<'_>) -> Vec<Hint> {
        self.scenario(context).map_or_else(Vec::new, |s| keys::hints(self.bindings(&self.session.play().trace(s))))
    }

    pub fn handle(&mut self, input: &Input, context: &Context<'_>) -> Vec<Effect> {
        let (Input::Key(key), Some(scenario)) = (input, self.scenario(context)) else { return Vec::new() };
        self.notice = None;
        let trace = self.session.play().trace(scenario);
        let Some(act) = keys::action(&self.bindings(&trace), *key) else { return Vec::new() };
        match act {
            Act::Begin => return self.begin(),
            Act::Move(by) => self.step(by, options(self.state, &trace)),
            Act::Pick(at) => self.set_cursor(at),
            Act::Accept => return self.accept(scenario, &trace),
            Act::OtherChoice => {
                if let State::Reasoning { choice, .. } = self.state {
                    self.go(State::Choosing { cursor: Some(choice) });
                }
            }
            Act::Next => self.next(&trace),
            Act::Rewind => self.go(State::Rewinding { cursor: trace.steps.len().saturating_sub(1) }),
            Act::Cancel => self.next(&trace),
            Act::Lesson => return vec![Effect::Open(Place::Lesson { lesson: scenario.lesson.clone(), section: None })],
            Act::Again => {
                return vec![Effect::Replace(Place::Scenario { scenario: self.scenario.clone(), anew: true })];
            }
            Act::Line(by) => self.scroll.by(by, self.lines(context).len(), context.height()),
            Act::Page(down) => self.scroll.page(down, self.lines(context).len(), context.height()),
            Act::Leave => return vec![Effect::Back],
        }
        self.keep_in_sight(context);
        Vec::new()
    }
}

/// How many things there are to pick from.
fn options(state: State, trace: &Trace<'_>) -> usize {
    match state {
        State::Choosing { .. } => trace.scene().map_or(0, |s| s.choices.len()),
        State::Reasoning { choice, .. } => {
            trace.scene().and_then(|s| s.choices.get(choice)).map_or(0, |c| c.reasons.len())
        }
        State::Rewinding { .. } => trace.steps.len(),
        State::Opening | State::Outcome | State::Debrief => 0,
    }
}
