//! A quiz being taken: practice with feedback after each question, exam with feedback at the end.

use jiff::{SignedDuration, Timestamp};
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Input;
use crate::course::Course;
use crate::course::model::{Id, Question};
use crate::store::{Store, StoreError};
use crate::study::answer::{Answer, points};
use crate::study::event::{Event, EventId, Happening, RunId};
use crate::study::grading;
use crate::study::quiz::{Given, Mode, Paper, PaperSpec, Sitting};
use crate::ui::app::Opening;
use crate::ui::context::Context;
use crate::ui::effect::{Effect, Place};
use crate::ui::frame::Header;
use crate::ui::keys::{self, Binding, Chord, ENTER, ESC, Hint, LEFT, PAGE_DOWN, PAGE_UP, RIGHT, TAB};
use crate::ui::meter;
use crate::ui::question::{self, Draft, Drawn, View};
use crate::ui::scroll::Scroll;
use crate::ui::window;

/// A quiz on the screen.
pub struct Quiz {
    run: RunId,
    sitting: Sitting,
    state: State,
    since: Timestamp,
    scroll: Scroll,
    /// Said under the question when a key did nothing.
    notice: Option<&'static str>,
    /// The event of the answer on show, so that it can be taken back.
    last: Option<EventId>,
    /// Whether the reasons of all distractors are shown.
    reasons: bool,
}

/// What the learner is at.
enum State {
    Answering(Box<Draft>),
    /// Practice: the answer was given and is explained.
    Explained(Box<Draft>),
    /// Exam: every question was seen; handing in is asked for.
    HandIn,
}

#[derive(Clone, Copy)]
enum Act {
    Draft(question::Act),
    Next,
    TakeBack,
    Flag,
    Section,
    Reasons,
    Page(bool),
    /// Exam: to another question.
    Go(isize),
    Skip,
    HandIn,
    Leave,
}

impl Quiz {
    /// Starts a quiz. `None` when its lessons have no question.
    pub fn start(store: &mut Store, course: &Course, spec: PaperSpec, with: &Opening<'_>) -> Result<Option<Self>, StoreError> {
        let paper = Paper::draw(course, spec);
        if paper.items.is_empty() {
            return Ok(None);
        }
        // The log keeps the length that was really drawn, so that "4 of 10" is true where a bank holds fewer.
        let paper = Paper { spec: PaperSpec { length: paper.items.len(), ..paper.spec }, ..paper };
        let started = Event { at: with.clock.now, what: Happening::Started { paper: paper.spec.clone() } };
        let run = store.append(&started, with.clock.today())?;
        Ok(Some(Self::new(course, run, Sitting::new(paper, with.clock.now), with.clock.now)))
    }

    /// Takes up the quiz `run` where it was left.
    pub fn again(store: &mut Store, course: &Course, run: RunId, with: &Opening<'_>) -> Result<Option<Self>, StoreError> {
        let Some(known) = store.run(run)? else { return Ok(None) };
        let paper = Paper::draw(course, known.paper);
        let answers = store.answers(run)?;
        let given = |id: &Id| {
            let found = answers.iter().rev().find(|a| &a.question == id)?;
            Some(Given { answer: found.answer.clone(), score: found.score, took_ms: found.took_ms })
        };
        let given = paper.items.iter().map(|i| given(&i.question)).collect();
        let sitting = Sitting::resumed(paper, given, with.clock.now);
        Ok((!sitting.is_empty()).then(|| Self::new(course, run, sitting, with.clock.now)))
    }

    fn new(course: &Course, run: RunId, sitting: Sitting, now: Timestamp) -> Self {
        let mut quiz =
            Self { run, sitting, state: State::HandIn, since: now, scroll: Scroll::default(), notice: None, last: None, reasons: false };
        quiz.enter(course, now);
        quiz
    }

    fn question<'a>(&self, course: &'a Course) -> Option<&'a Question> {
        let item = self.sitting.paper.items.get(self.sitting.at())?;
        course.question(&item.question).map(|(_, q)| q)
    }

    /// Shows the current question, with the answer it has already.
    fn enter(&mut self, course: &Course, now: Timestamp) {
        let Some(question) = self.question(course) else { return };
        let draft = Draft::new(question, &self.sitting.paper.items[self.sitting.at()]);
        let given = self.sitting.given(self.sitting.at());
        let draft = Box::new(given.map_or(draft.clone(), |g| draft.with(&g.answer)));
        let explained = given.is_some() && self.sitting.mode() == Mode::Practice;
        self.state = if explained { State::Explained(draft) } else { State::Answering(draft) };
        (self.since, self.scroll, self.notice, self.last, self.reasons) = (now, Scroll::default(), None, None, false);
    }

    pub fn is_typing(&self) -> bool {
        matches!(&self.state, State::Answering(draft) if draft.is_typing())
    }

    pub fn saved(&mut self, what: &Happening, id: EventId) {
        match what {
            Happening::Answered { .. } => self.last = Some(id),
            Happening::Undone { .. } => self.last = None,
            _ => {}
        }
    }

    pub fn wake_at(&self, context: &Context<'_>) -> Option<Timestamp> {
        let left = self.sitting.left_s(context.clock.now)?;
        let limit_ms = i64::from(self.sitting.paper.spec.limit_s?) * 1000;
        let spent_ms = i64::try_from(self.sitting.elapsed_ms(context.clock.now)).ok()?;
        // Wake when the shown second changes.
        let until_ms = (limit_ms - spent_ms) - (i64::try_from(left).ok()? - 1) * 1000;
        context.clock.now.checked_add(SignedDuration::from_millis(until_ms.max(1))).ok()
    }

    fn bindings(&self) -> Vec<Binding<Act>> {
        let exam = self.sitting.mode() == Mode::Exam;
        let leave = Binding::new("Esc", "leave", &[ESC], Act::Leave);
        let pages = Binding::each("PgUp PgDn", "scroll", vec![(PAGE_UP, Act::Page(false)), (PAGE_DOWN, Act::Page(true))]).quiet();
        let go = Binding::each("←→", "other questions", vec![(LEFT, Act::Go(-1)), (RIGHT, Act::Go(1))]);
        match &self.state {
            State::Answering(draft) => {
                let mut table: Vec<Binding<Act>> = draft.bindings().into_iter().map(|b| b.map(Act::Draft)).collect();
                if draft.is_typing() {
                    table.push(Binding::new("Tab", "skip", &[TAB], Act::Skip));
                } else {
                    table.push(Binding::new("s", "skip", &[Chord::Char('s'), TAB], Act::Skip));
                    // A letter may be an answer: then the capital alone flags.
                    let shown = if draft.takes('f') { "F" } else { "f" };
                    table.push(Binding::new(shown, "flag", &[Chord::Char('f'), Chord::Char('F')], Act::Flag));
                    if exam {
                        table.push(go);
                    }
                }
                table.extend([pages, leave]);
                table
            }
            State::Explained(_) => vec![
                Binding::new("⏎", "next", &[ENTER, keys::SPACE, Chord::Char('n')], Act::Next),
                Binding::new("o", "open the section", &[Chord::Char('o')], Act::Section),
                Binding::new("w", "why the others", &[Chord::Char('w')], Act::Reasons),
                Binding::new("f", "flag", &[Chord::Char('f')], Act::Flag),
                Binding::new("u", "undo", &[Chord::Char('u')], Act::TakeBack),
                pages,
                leave,
            ],
            State::HandIn => vec![
                Binding::new("⏎", "hand in", &[ENTER], Act::HandIn),
                Binding::each("←", "back to the questions", vec![(LEFT, Act::Go(0))]),
                leave,
            ],
        }
    }

    pub fn hints(&self, _: &Context<'_>) -> Vec<Hint> {
        keys::hints(self.bindings())
    }

    pub fn handle(&mut self, input: &Input, context: &Context<'_>) -> Vec<Effect> {
        if self.sitting.time_is_up(context.clock.now) {
            return self.finish(true);
        }
        match input {
            Input::Keys(_) | Input::Wake => {}
            Input::Paste(text) => {
                if let State::Answering(draft) = &mut self.state {
                    draft.paste(text);
                }
            }
            Input::Key(key) => {
                self.notice = None;
                if let Some(act) = keys::action(&self.bindings(), *key) {
                    return self.act(act, context);
                }
                if let State::Answering(draft) = &mut self.state {
                    draft.type_key(*key);
                }
            }
        }
        Vec::new()
    }

    fn act(&mut self, act: Act, context: &Context<'_>) -> Vec<Effect> {
        match act {
            Act::Draft(question::Act::Submit) => return self.submit(context),
            Act::Draft(act) => {
                if let State::Answering(draft) = &mut self.state {
                    draft.act(act);
                }
                self.keep_in_sight(context);
            }
            Act::Skip => return self.give(Answer::Skipped, context),
            Act::Next => return self.next(context),
            Act::TakeBack => return self.take_back(context),
            Act::Flag => self.sitting.toggle_flag(),
            Act::Reasons => self.reasons = !self.reasons,
            Act::Page(down) => self.page(down, context),
            Act::Go(by) => self.go(by, context),
            Act::Section => return self.section(context),
            Act::HandIn => return self.finish(true),
            Act::Leave => return vec![Effect::Back],
        }
        Vec::new()
    }

    fn submit(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let State::Answering(draft) = &self.state else { return Vec::new() };
        if let Some(answer) = draft.answer() {
            self.give(answer, context)
        } else {
            self.notice = Some(draft.missing());
            Vec::new()
        }
    }

    fn give(&mut self, answer: Answer, context: &Context<'_>) -> Vec<Effect> {
        let Some(question) = self.question(context.course) else { return Vec::new() };
        let lesson = self.sitting.paper.items[self.sitting.at()].lesson.clone();
        let took_ms = u32::try_from(context.clock.now.duration_since(self.since).as_millis().max(0)).unwrap_or(u32::MAX);
        let score = grading::grade(question, &answer);
        let saved = Happening::Answered {
            run: self.run,
            question: question.id.clone(),
            objective: question.objective.clone(),
            lesson,
            answer: answer.clone(),
            score,
            took_ms,
        };
        self.sitting.give(Given { answer, score, took_ms });
        match self.sitting.mode() {
            Mode::Practice => self.explain(context),
            Mode::Exam => self.on(context),
        }
        vec![Effect::Save(saved)]
    }

    fn explain(&mut self, context: &Context<'_>) {
        if let State::Answering(draft) = &self.state {
            self.state = State::Explained(draft.clone());
        }
        self.scroll = Scroll::default();
        self.keep_in_sight(context);
    }

    /// Exam: to the next question without an answer, or to handing in.
    fn on(&mut self, context: &Context<'_>) {
        let n = self.sitting.len();
        let next = (1..=n).map(|d| (self.sitting.at() + d) % n).find(|&i| self.sitting.given(i).is_none());
        match next {
            Some(next) => {
                self.sitting.go(next);
                self.enter(context.course, context.clock.now);
            }
            None => self.state = State::HandIn,
        }
    }

    fn next(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let n = self.sitting.len();
        let Some(next) = (1..n).map(|d| (self.sitting.at() + d) % n).find(|&i| self.sitting.given(i).is_none()) else {
            return self.finish(true);
        };
        self.sitting.go(next);
        self.enter(context.course, context.clock.now);
        Vec::new()
    }

    fn go(&mut self, by: isize, context: &Context<'_>) {
        let to = self.sitting.at().checked_add_signed(by);
        match to {
            Some(to) if to < self.sitting.len() => {
                self.sitting.go(to);
                self.enter(context.course, context.clock.now);
            }
            Some(_) => self.state = State::HandIn,
            None => {}
        }
    }

    fn take_back(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let Some(event) = self.last else {
            self.notice = Some("Only the answer just given can be taken back.");
            return Vec::new();
        };
        self.sitting.take_back();
        let since = self.since;
        self.enter(context.course, context.clock.now);
        self.since = since;
        vec![Effect::Save(Happening::Undone { event })]
    }

    fn section(&self, context: &Context<'_>) -> Vec<Effect> {
        let Some((lesson, question)) = self.sitting.paper.items.get(self.sitting.at()).and_then(|i| context.course.question(&i.question))
        else {
            return Vec::new();
        };
        vec![Effect::Open(Place::Lesson { lesson: lesson.clone(), section: Some(question.section.clone()) })]
    }

    fn finish(&mut self, done: bool) -> Vec<Effect> {
        let results = Place::Results { run: self.run, sitting: Box::new(self.sitting.clone()) };
        vec![Effect::Save(Happening::Ended { run: self.run, done }), Effect::Replace(results)]
    }

    fn drawn(&self, context: &Context<'_>) -> Option<Drawn> {
        let question = self.question(context.course)?;
        let view = View { course: context.course, theme: context.theme, width: context.width() };
        match &self.state {
            State::Answering(draft) => Some(question::draw(view, question, draft, None, false)),
            State::Explained(draft) => Some(question::draw(view, question, draft, self.sitting.given(self.sitting.at()), self.reasons)),
            State::HandIn => None,
        }
    }

    fn keep_in_sight(&mut self, context: &Context<'_>) {
        if let Some(drawn) = self.drawn(context) {
            self.scroll.show(drawn.focus.start, drawn.focus.end, context.height());
        }
    }

    fn page(&mut self, down: bool, context: &Context<'_>) {
        let total = self.drawn(context).map_or(0, |d| d.doc.lines.len());
        self.scroll.page(down, total, context.height());
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        let theme = context.theme;
        let lessons = &self.sitting.paper.spec.lessons;
        let about = match lessons.as_slice() {
            [] => "the whole course".to_owned(),
            [one] => context.course.title(one),
            many => format!("{} lessons", many.len()),
        };
        let place = vec![Span::styled("Quiz", theme.strong), Span::styled(format!(" · {about}"), theme.text)];
        Header { place, progress: self.progress(context) }
    }

    fn progress(&self, context: &Context<'_>) -> Vec<Span<'static>> {
        let theme = context.theme;
        let sitting = &self.sitting;
        let flag = if sitting.flagged(sitting.at()) { "flagged  " } else { "" };
        let shown = (sitting.at() + 1).min(sitting.len());
        let mut spans = vec![Span::styled(flag, theme.partly), Span::styled(format!("{shown} of {}  ", sitting.len()), theme.text)];
        if context.area.width >= 90 || sitting.len() <= 10 {
            spans.push(Span::styled(meter::blocks(sitting.answered(), sitting.len(), 10), theme.accent));
        }
        if sitting.mode() == Mode::Practice {
            spans.push(Span::styled(
                format!(
                    "  {} {}",
                    points(sitting.score().points),
                    if (sitting.score().points - 1.0).abs() < 1e-9 { "point" } else { "points" }
                ),
                theme.dim,
            ));
        }
        let seconds = sitting.left_s(context.clock.now).unwrap_or_else(|| sitting.elapsed_ms(context.clock.now) / 1000);
        let style = if sitting.left_s(context.clock.now).is_some_and(|s| s <= 30) { theme.wrong } else { theme.dim };
        spans.push(Span::styled(
            format!("  {}{}", meter::clock(seconds), if sitting.paper.spec.limit_s.is_some() { " left" } else { "" }),
            style,
        ));
        spans
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let Some(drawn) = self.drawn(context) else {
            window::draw(frame, area, &self.hand_in_lines(context), Scroll::default());
            return;
        };
        let mut lines = drawn.doc.lines;
        if let Some(notice) = self.notice {
            lines.extend([Line::default(), Line::styled(notice, context.theme.partly)]);
        }
        let mut scroll = self.scroll;
        if self.notice.is_some() {
            scroll.show(lines.len() - 1, lines.len(), usize::from(area.height));
        }
        window::draw(frame, area, &lines, scroll);
        window::draw_more(frame, area, lines.len(), scroll, context.theme);
        if let Some((line, column)) = drawn.caret {
            let top = scroll.drawn(lines.len(), usize::from(area.height));
            let (x, y) = (u16::try_from(column).unwrap_or(0), u16::try_from(line.saturating_sub(top)).unwrap_or(0));
            frame.set_cursor_position((area.x + x.min(area.width.saturating_sub(1)), area.y + y.min(area.height.saturating_sub(1))));
        }
    }

    fn hand_in_lines(&self, context: &Context<'_>) -> Vec<Line<'static>> {
        let theme = context.theme;
        let sitting = &self.sitting;
        let skipped = sitting.all_given().iter().filter(|g| g.as_ref().is_none_or(|g| g.answer == Answer::Skipped)).count();
        let flagged: Vec<String> = (0..sitting.len()).filter(|&i| sitting.flagged(i)).map(|i| (i + 1).to_string()).collect();
        let mut lines = vec![
            Line::styled("Ready to hand in?", theme.strong),
            Line::default(),
            Line::raw(format!("{} of {} questions answered.", sitting.len() - skipped, sitting.len())),
        ];
        if !flagged.is_empty() {
            lines.push(Line::raw(format!("Flagged: {}.", flagged.join(", "))));
        }
        lines.extend([Line::default(), Line::styled("⏎ hands in. ← goes back; answers can still be changed.", theme.dim)]);
        lines
    }
}
