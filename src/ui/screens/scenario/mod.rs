//! A scenario being played: a scene, a reason, what came of it, the next; going back; the debrief.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Input;
use crate::course::Course;
use crate::course::model::{Id, Scenario};
use crate::store::{Store, StoreError};
use crate::study::event::{EventId, Happening, RunId};
use crate::study::scenario::{Move, Play, Step, Trace};
use crate::ui::context::Context;
use crate::ui::effect::{Effect, Place};
use crate::ui::frame::Header;
use crate::ui::keys::{self, BACKSPACE, Binding, Chord, DOWN, ENTER, ESC, Hint, LEFT, PAGE_DOWN, PAGE_UP, SPACE, UP};
use crate::ui::scenario::{self as pages, View};
use crate::ui::scroll::Scroll;
use crate::ui::window;

/// A scenario on the screen.
pub struct ScenarioScreen {
    scenario: Id,
    run: Option<RunId>,
    play: Play,
    state: State,
    scroll: Scroll,
    /// Said when a key did nothing.
    notice: Option<&'static str>,
}

/// What the learner is at.
#[derive(Clone, Copy, Debug, PartialEq)]
enum State {
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
    /// Opens `scenario`: where it was left, or, with `anew` or when there is nothing to take up, at its opening page.
    pub fn open(store: &Store, course: &Course, scenario: &Id, anew: bool) -> Result<Option<(Self, Vec<Effect>)>, StoreError> {
        let Some(it) = course.scenario(scenario) else { return Ok(None) };
        let left = if anew { None } else { store.open_play(scenario)? };
        let mut screen = Self {
            scenario: scenario.clone(),
            run: None,
            play: Play::default(),
            state: State::Opening,
            scroll: Scroll::default(),
            notice: None,
        };
        let Some(left) = left else { return Ok(Some((screen, Vec::new()))) };
        screen.run = Some(left.run);
        screen.play = Play::of(it, left.moves);
        let ended = screen.play.trace(it).scene().is_none();
        screen.state = if ended { State::Debrief } else { State::Choosing { cursor: None } };
        // The program may have been stopped between the last decision and its end.
        let end = screen.ending(it);
        Ok(Some((screen, end.into_iter().collect())))
    }

    pub fn saved(&mut self, what: &Happening, id: EventId) {
        if matches!(what, Happening::ScenarioStarted { .. }) {
            self.run = Some(id);
        }
    }

    fn bindings(&self, trace: &Trace<'_>) -> Vec<Binding<Act>> {
        let leave = Binding::new("Esc", "leave", &[ESC], Act::Leave);
        let pages = Binding::each("PgUp PgDn", "scroll", vec![(PAGE_UP, Act::Page(false)), (PAGE_DOWN, Act::Page(true))]).quiet();
        let lines = vec![(UP, Act::Line(-1)), (DOWN, Act::Line(1)), (Chord::Char('k'), Act::Line(-1)), (Chord::Char('j'), Act::Line(1))];
        let moves = vec![(UP, Act::Move(-1)), (DOWN, Act::Move(1)), (Chord::Char('k'), Act::Move(-1)), (Chord::Char('j'), Act::Move(1))];
        let choose = |does: &str, n: usize| {
            let shown = if n > 1 { format!("1-{n}") } else { n.to_string() };
            vec![
                Binding::each(&shown, does, keys::picks(n, true, true, Act::Pick)),
                Binding::each("↑↓", "move", moves.clone()).quiet(),
                Binding::new("⏎", "go on", &[ENTER], Act::Accept),
            ]
        };
        let mut table = match self.state {
            State::Opening => vec![Binding::new("⏎", "begin", &[ENTER, SPACE], Act::Begin), Binding::each("↑↓", "scroll", lines)],
            State::Choosing { .. } => choose("choose", trace.scene().map_or(0, |s| s.choices.len())),
            State::Reasoning { choice, .. } => {
                let n = trace.scene().and_then(|s| s.choices.get(choice)).map_or(0, |c| c.reasons.len());
                let mut table = choose("reason", n);
                table.push(Binding::new("←", "another choice", &[LEFT, BACKSPACE], Act::OtherChoice));
                table
            }
            State::Outcome => {
                vec![Binding::new("⏎", "next", &[ENTER, SPACE, Chord::Char('n')], Act::Next), Binding::each("↑↓", "scroll", lines).quiet()]
            }
            State::Rewinding { .. } => {
                let mut table = choose("decision", trace.steps.len());
                table.push(Binding::new("Esc", "stay", &[ESC], Act::Cancel));
                return table;
            }
            State::Debrief => vec![
                Binding::each("↑↓", "scroll", lines).quiet(),
                Binding::each("space", "page", vec![(SPACE, Act::Page(true)), (PAGE_DOWN, Act::Page(true)), (PAGE_UP, Act::Page(false))]),
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
        self.scenario(context).map_or_else(Vec::new, |s| keys::hints(self.bindings(&self.play.trace(s))))
    }

    fn scenario<'a>(&self, context: &Context<'a>) -> Option<&'a Scenario> {
        context.course.scenario(&self.scenario)
    }

    pub fn handle(&mut self, input: &Input, context: &Context<'_>) -> Vec<Effect> {
        let (Input::Key(key), Some(scenario)) = (input, self.scenario(context)) else { return Vec::new() };
        self.notice = None;
        let trace = self.play.trace(scenario);
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
            Act::Again => return vec![Effect::Replace(Place::Scenario { scenario: self.scenario.clone(), anew: true })],
            Act::Line(by) => self.scroll.by(by, self.lines(context).len(), context.height()),
            Act::Page(down) => self.scroll.page(down, self.lines(context).len(), context.height()),
            Act::Leave => return vec![Effect::Back],
        }
        self.keep_in_sight(context);
        Vec::new()
    }

    fn go(&mut self, state: State) {
        (self.state, self.scroll) = (state, Scroll::default());
    }

    fn begin(&mut self) -> Vec<Effect> {
        self.go(State::Choosing { cursor: None });
        vec![Effect::Save(Happening::ScenarioStarted { scenario: self.scenario.clone() })]
    }

    fn next(&mut self, trace: &Trace<'_>) {
        self.go(if trace.scene().is_some() { State::Choosing { cursor: None } } else { State::Debrief });
    }

    fn cursor(&self) -> Option<usize> {
        match self.state {
            State::Choosing { cursor } | State::Reasoning { cursor, .. } => cursor,
            State::Rewinding { cursor } => Some(cursor),
            State::Opening | State::Outcome | State::Debrief => None,
        }
    }

    fn set_cursor(&mut self, to: usize) {
        match &mut self.state {
            State::Choosing { cursor } | State::Reasoning { cursor, .. } => *cursor = Some(to),
            State::Rewinding { cursor } => *cursor = to,
            State::Opening | State::Outcome | State::Debrief => {}
        }
    }

    fn step(&mut self, by: isize, of: usize) {
        let to = match self.cursor() {
            None if by < 0 => of.saturating_sub(1),
            None => 0,
            Some(at) => (at + of).saturating_add_signed(by) % of.max(1),
        };
        self.set_cursor(to);
    }

    fn accept(&mut self, scenario: &Scenario, trace: &Trace<'_>) -> Vec<Effect> {
        let Some(at) = self.cursor() else {
            self.notice = Some("Choose one first.");
            return Vec::new();
        };
        match (self.state, trace.scene()) {
            (State::Choosing { .. }, _) => self.go(State::Reasoning { choice: at, cursor: None }),
            (State::Reasoning { choice, .. }, Some(scene)) => {
                let Some(choice) = scene.choices.get(choice) else { return Vec::new() };
                let made = Move::Decided { scene: scene.id.clone(), choice: choice.id.clone(), reason: at };
                self.go(State::Outcome);
                return self.make(scenario, made);
            }
            (State::Rewinding { .. }, _) => {
                self.go(State::Choosing { cursor: None });
                return self.make(scenario, Move::Rewound { to: at });
            }
            _ => {}
        }
        Vec::new()
    }

    fn make(&mut self, scenario: &Scenario, made: Move) -> Vec<Effect> {
        let (true, Some(run)) = (self.play.make(scenario, &made), self.run) else { return Vec::new() };
        let moved = Effect::Save(Happening::ScenarioMoved { run, made, score: self.play.score(scenario) });
        std::iter::once(moved).chain(self.ending(scenario)).collect()
    }

    /// What is saved when the play is at an end.
    fn ending(&self, scenario: &Scenario) -> Option<Effect> {
        let ending = self.play.trace(scenario).ending()?.id.clone();
        Some(Effect::Save(Happening::ScenarioEnded { run: self.run?, ending, score: self.play.score(scenario) }))
    }

    fn page(&self, context: &Context<'_>) -> Option<pages::Page> {
        let scenario = self.scenario(context)?;
        let view = View { course: context.course, scenario, theme: context.theme, width: context.width() };
        let trace = self.play.trace(scenario);
        let whole = |doc| pages::Page { doc, focus: 0..0 };
        match self.state {
            State::Opening => Some(whole(pages::opening(view))),
            State::Choosing { cursor } => trace.scene().map(|s| pages::scene(view, &trace, s, cursor)),
            State::Reasoning { choice, cursor } => {
                trace.scene().and_then(|s| s.choices.get(choice)).map(|c| pages::reasons(view, &trace, c, cursor))
            }
            State::Outcome => trace.steps.last().map(|s: &Step<'_>| whole(pages::outcome(view, s))),
            State::Rewinding { cursor } => Some(pages::decisions(view, &trace, cursor)),
            State::Debrief => Some(whole(pages::debrief(view, &self.play))),
        }
    }

    fn lines(&self, context: &Context<'_>) -> Vec<Line<'static>> {
        let mut lines = self.page(context).map_or_else(Vec::new, |p| p.doc.lines);
        if let Some(notice) = self.notice {
            lines.push(Line::styled(notice, context.theme.partly));
        }
        lines
    }

    fn keep_in_sight(&mut self, context: &Context<'_>) {
        if let Some(page) = self.page(context).filter(|p| !p.focus.is_empty()) {
            self.scroll.show(page.focus.start, page.focus.end, context.height());
        }
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        let theme = context.theme;
        let Some(scenario) = self.scenario(context) else { return Header::default() };
        let place = vec![Span::styled("Scenario", theme.strong), Span::styled(format!(" · {}", scenario.title), theme.text)];
        let score = self.play.score(scenario);
        let decision = match self.state {
            State::Opening => format!("about {} min", scenario.minutes),
            State::Choosing { .. } | State::Reasoning { .. } => format!("decision {}", self.play.len() + 1),
            State::Outcome => format!("decision {}", self.play.len()),
            State::Rewinding { .. } => "rewind".to_owned(),
            State::Debrief => "debrief".to_owned(),
        };
        let mut progress = vec![Span::styled(decision, theme.text)];
        if score.of > 0.0 {
            progress.push(Span::styled(format!("  reasons {} of {}", score.points, score.of), theme.dim));
        }
        Header { place, progress }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let lines = self.lines(context);
        let mut scroll = self.scroll;
        if self.notice.is_some() {
            scroll.show(lines.len() - 1, lines.len(), usize::from(area.height));
        }
        window::draw(frame, area, &lines, scroll);
        window::draw_more(frame, area, lines.len(), scroll, context.theme);
    }
}

/// How many things there are to pick from.
fn options(state: State, trace: &Trace<'_>) -> usize {
    match state {
        State::Choosing { .. } => trace.scene().map_or(0, |s| s.choices.len()),
        State::Reasoning { choice, .. } => trace.scene().and_then(|s| s.choices.get(choice)).map_or(0, |c| c.reasons.len()),
        State::Rewinding { .. } => trace.steps.len(),
        State::Opening | State::Outcome | State::Debrief => 0,
    }
}

#[cfg(test)]
mod tests;
