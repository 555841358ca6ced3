//! A lesson on the screen: steps of reading with recall stops between them, links that open a pop-up, and the
//! learner's place kept by section.

mod page;
mod popup;
mod steps;

use std::cell::RefCell;
use std::collections::HashSet;
use std::rc::Rc;

use jiff::Timestamp;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::{Input, library};
use crate::course::Course;
use crate::course::markdown::Link;
use crate::course::model::{Id, Lesson, Question};
use crate::store::{Store, StoreError};
use crate::study::answer::Answer;
use crate::study::event::Happening;
use crate::study::grading;
use crate::study::quiz::{Given, Item};
use crate::ui::context::Context;
use crate::ui::doc::Doc;
use crate::ui::effect::{Effect, Place};
use crate::ui::frame::Header;
use crate::ui::keys::{
    self, BACK_TAB, BACKSPACE, Binding, Chord, DOWN, END, ENTER, ESC, HOME, Hint, LEFT, PAGE_DOWN, PAGE_UP, RIGHT, SPACE, TAB, UP,
};
use crate::ui::meter;
use crate::ui::question::{self, Draft, Drawn, View};
use crate::ui::scroll::Scroll;
use crate::ui::window;
use steps::Step;

/// A lesson being read.
pub struct LessonScreen {
    lesson: Id,
    steps: Vec<Step>,
    at: usize,
    scroll: Scroll,
    /// The link that Tab has reached on this page.
    link: Option<usize>,
    popup: Option<Link>,
    asking: Option<Box<Asking>>,
    /// Recall stops that were answered or passed before.
    recalled: HashSet<Id>,
    read: HashSet<Id>,
    /// The track the wheel is turned to, when it was turned.
    wheel: Option<u8>,
    /// Where and how often the learner is told something.
    notice: Option<&'static str>,
    set: RefCell<Option<(PageKey, Rc<Doc>)>>,
}

/// What a set page depends on.
type PageKey = (usize, usize, Option<u8>);

/// A recall stop.
struct Asking {
    draft: Draft,
    given: Option<Given>,
    since: Timestamp,
}

#[derive(Clone, Copy)]
enum Act {
    On,
    Back,
    Line(isize),
    Page(bool),
    Top,
    End,
    Section(isize),
    Link(isize),
    Follow,
    /// Opens the library at what the pop-up is about.
    Uses,
    Turn(u8),
    Draft(question::Act),
    Skip,
    Cards,
    Quiz,
    Close,
    Leave,
}

impl LessonScreen {
    /// Opens a lesson at `section`, or where it was left. `None` when it cannot be read.
    pub fn open(store: &Store, course: &Course, id: &Id, section: Option<&Id>) -> Result<Option<(Self, Vec<Effect>)>, StoreError> {
        let Some(lesson) = course.lesson(id) else { return Ok(None) };
        let kept = match section {
            Some(section) => Some(section.clone()),
            None => store.place_in(id)?,
        };
        let steps = steps::of(lesson);
        let at = kept
            .and_then(|s| steps::first_of(lesson, &steps, &s))
            .filter(|&at| section.is_some() || !steps::is_first_section(&steps, at))
            .unwrap_or(0);
        let mut screen = Self {
            lesson: id.clone(),
            at: 0,
            steps,
            scroll: Scroll::default(),
            link: None,
            popup: None,
            asking: None,
            recalled: store.recalled(id)?,
            read: store.sections_read()?.remove(id).unwrap_or_default(),
            wheel: None,
            notice: None,
            set: RefCell::new(None),
        };
        let effects = screen.go(at, course, None);
        Ok(Some((screen, effects)))
    }

    fn course_lesson<'a>(&self, course: &'a Course) -> Option<&'a Lesson> {
        course.lesson(&self.lesson)
    }

    fn step(&self) -> Step {
        self.steps.get(self.at).copied().unwrap_or(Step::Closing)
    }

    /// Moves to the step `to`; coming to another section is saved.
    fn go(&mut self, to: usize, course: &Course, now: Option<Timestamp>) -> Vec<Effect> {
        let before = now.map(|_| self.step().section());
        self.at = to.min(self.steps.len().saturating_sub(1));
        (self.scroll, self.link, self.popup, self.notice, self.wheel) = (Scroll::default(), None, None, None, None);
        self.asking = self.ask(course, now);
        let section = self.step().section();
        let moved = before != Some(section) || now.is_none();
        let came = section.filter(|_| moved).and_then(|s| self.section_id(course, s));
        came.map(|section| Effect::Save(Happening::Came { lesson: self.lesson.clone(), section })).into_iter().collect()
    }

    fn section_id(&self, course: &Course, section: usize) -> Option<Id> {
        self.course_lesson(course)?.sections.get(section).map(|s| s.id.clone())
    }

    fn ask(&self, course: &Course, now: Option<Timestamp>) -> Option<Box<Asking>> {
        let Step::Recall { section, block } = self.step() else { return None };
        let id = steps::recall_at(self.course_lesson(course)?, section, block)?;
        let (lesson, question) = course.question(id)?;
        let draft = Draft::new(question, &Item::alone(lesson, question));
        Some(Box::new(Asking { draft, given: None, since: now.unwrap_or(Timestamp::UNIX_EPOCH) }))
    }

    fn question<'a>(&self, course: &'a Course) -> Option<&'a Question> {
        self.asking.as_ref().and_then(|a| course.question(&a.draft.question)).map(|(_, q)| q)
    }

    pub fn is_typing(&self) -> bool {
        self.asking.as_ref().is_some_and(|a| a.given.is_none() && a.draft.is_typing())
    }

    fn bindings(&self) -> Vec<Binding<Act>> {
        let leave = Binding::new("Esc", "leave", &[ESC], Act::Leave);
        if self.popup.is_some() {
            let links = Binding::each("Tab", "next link", vec![(TAB, Act::Link(1)), (BACK_TAB, Act::Link(-1))]);
            let uses = Binding::new("o", "where it is used", &[Chord::Char('o')], Act::Uses);
            return vec![Binding::new("Esc", "close", &[ESC, ENTER, SPACE, Chord::Char('q')], Act::Close), links, uses];
        }
        match &self.asking {
            Some(asking) if asking.given.is_none() => self.asking_bindings(asking, leave),
            _ => self.reading_bindings(leave),
        }
    }

    fn asking_bindings(&self, asking: &Asking, leave: Binding<Act>) -> Vec<Binding<Act>> {
        let mut table: Vec<Binding<Act>> = asking.draft.bindings().into_iter().map(|b| b.map(Act::Draft)).collect();
        if asking.draft.is_typing() {
            table.push(Binding::new("Tab", "skip", &[TAB], Act::Skip));
        } else {
            table.push(Binding::new("s", "skip", &[Chord::Char('s'), TAB], Act::Skip));
            table.push(Binding::new("←", "read again", &[LEFT, BACKSPACE], Act::Back));
        }
        table.push(leave);
        table
    }

    fn reading_bindings(&self, leave: Binding<Act>) -> Vec<Binding<Act>> {
        let lines = vec![(UP, Act::Line(-1)), (DOWN, Act::Line(1)), (Chord::Char('k'), Act::Line(-1)), (Chord::Char('j'), Act::Line(1))];
        let pages = vec![
            (PAGE_UP, Act::Page(false)),
            (PAGE_DOWN, Act::Page(true)),
            (HOME, Act::Top),
            (Chord::Char('g'), Act::Top),
            (END, Act::End),
            (Chord::Char('G'), Act::End),
        ];
        let on = if self.link.is_some() {
            Binding::new("⏎", "look it up", &[ENTER], Act::Follow)
        } else {
            Binding::new("space", "read on", &[SPACE, ENTER, RIGHT, Chord::Char('l')], Act::On)
        };
        let mut table = vec![on];
        if self.link.is_some() {
            table.push(Binding::new("space", "read on", &[SPACE, RIGHT, Chord::Char('l')], Act::On));
        }
        table.push(Binding::new("←", "back", &[LEFT, BACKSPACE, Chord::Char('b'), Chord::Char('h')], Act::Back));
        table.push(Binding::each("↑↓", "scroll", lines));
        if self.asking.is_none() {
            table.push(Binding::each("Tab", "terms and sources", vec![(TAB, Act::Link(1)), (BACK_TAB, Act::Link(-1))]));
            let turn = keys::picks(9, true, false, |i| Act::Turn(u8::try_from(i).unwrap_or(0) + 1));
            let wheel = Binding::each("1-9", "turn the wheel", turn);
            table.push(if matches!(self.step(), Step::Text { wheel: true, .. }) { wheel } else { wheel.quiet() });
        }
        table.push(
            Binding::each("n p", "next, previous section", vec![(Chord::Char('n'), Act::Section(1)), (Chord::Char('p'), Act::Section(-1))])
                .quiet(),
        );
        table.push(Binding::each("PgUp PgDn", "page", pages).quiet());
        let closing = matches!(self.step(), Step::Closing);
        let cards = Binding::new("c", "its cards", &[Chord::Char('c')], Act::Cards);
        let quiz = Binding::new("q", "a quiz on it", &[Chord::Char('q')], Act::Quiz);
        table.extend(if closing { [cards, quiz] } else { [cards.quiet(), quiz.quiet()] });
        table.push(leave);
        table
    }

    pub fn hints(&self, _: &Context<'_>) -> Vec<Hint> {
        keys::hints(self.bindings())
    }

    pub fn handle(&mut self, input: &Input, context: &Context<'_>) -> Vec<Effect> {
        match input {
            Input::Keys(_) | Input::Wake => Vec::new(),
            Input::Paste(text) => {
                if let Some(asking) = self.asking.as_mut().filter(|a| a.given.is_none()) {
                    asking.draft.paste(text);
                }
                Vec::new()
            }
            Input::Key(key) => {
                self.notice = None;
                if let Some(act) = keys::action(&self.bindings(), *key) {
                    return self.act(act, context);
                }
                if let Some(asking) = self.asking.as_mut().filter(|a| a.given.is_none()) {
                    asking.draft.type_key(*key);
                }
                Vec::new()
            }
        }
    }

    fn act(&mut self, act: Act, context: &Context<'_>) -> Vec<Effect> {
        match act {
            Act::On => return self.on(context),
            Act::Back => return self.back(context),
            Act::Line(by) => self.scroll_by(context, |s, total, height| s.by(by, total, height)),
            Act::Page(true) => self.page_down(context),
            Act::Page(false) => self.scroll_by(context, |s, total, height| s.page(false, total, height)),
            Act::Top => self.scroll = Scroll::default(),
            Act::End => self.scroll_by(context, |s, total, height| s.by(isize::MAX, total, height)),
            Act::Section(by) => return self.turn_to_section(by, context),
            Act::Link(by) => self.next_link(by, context),
            Act::Follow => self.popup = self.link.and_then(|l| self.page(context).links.get(l).map(|d| d.link.clone())),
            Act::Uses => return self.popup.as_ref().and_then(library::place_of).map(Effect::Open).into_iter().collect(),
            Act::Turn(to) => self.turn(to),
            Act::Draft(question::Act::Submit) => return self.submit(context),
            Act::Draft(act) => self.draft(act, context),
            Act::Skip => return self.give(Answer::Skipped, context),
            Act::Cards => return vec![Effect::Open(Place::Cards { lesson: Some(self.lesson.clone()) })],
            Act::Quiz => return vec![Effect::Open(Place::QuizSetup { lessons: vec![self.lesson.clone()] })],
            Act::Close => self.popup = None,
            Act::Leave => return vec![Effect::Back],
        }
        Vec::new()
    }

    fn turn(&mut self, to: u8) {
        if matches!(self.step(), Step::Text { wheel: true, .. }) {
            self.wheel = Some(to);
        }
    }

    fn draft(&mut self, act: question::Act, context: &Context<'_>) {
        if let Some(asking) = &mut self.asking {
            asking.draft.act(act);
        }
        self.keep_in_sight(context);
    }

    fn scroll_by(&mut self, context: &Context<'_>, by: impl Fn(&mut Scroll, usize, usize)) {
        let total = self.total(context);
        by(&mut self.scroll, total, context.height());
    }

    fn total(&self, context: &Context<'_>) -> usize {
        self.drawn_question(context).map_or_else(|| self.page(context).lines.len(), |d| d.doc.lines.len())
    }

    /// A page down or, at its end, the next step. A section that was read to its end is saved.
    fn on(&mut self, context: &Context<'_>) -> Vec<Effect> {
        if !self.scroll.at_end(self.total(context), context.height()) {
            self.page_down(context);
            self.link = None;
            return Vec::new();
        }
        if self.at + 1 >= self.steps.len() {
            return vec![Effect::Back];
        }
        let mut effects = self.finish_section(context, self.at + 1);
        effects.extend(self.go(self.at + 1, context.course, Some(context.clock.now)));
        effects
    }

    fn page_down(&mut self, context: &Context<'_>) {
        let together = if self.asking.is_none() { self.page(context).together.clone() } else { Vec::new() };
        self.scroll_by(context, |s, total, height| s.page_keeping(&together, total, height));
    }

    fn finish_section(&mut self, context: &Context<'_>, next: usize) -> Vec<Effect> {
        let (here, there) = (self.step().section(), self.steps.get(next).and_then(|s| s.section()));
        let Some(section) = here.filter(|_| here != there).and_then(|s| self.section_id(context.course, s)) else { return Vec::new() };
        if !self.read.insert(section.clone()) {
            return Vec::new();
        }
        vec![Effect::Save(Happening::Read { lesson: self.lesson.clone(), section })]
    }

    fn back(&mut self, context: &Context<'_>) -> Vec<Effect> {
        if self.scroll.top > 0 && self.asking.is_none() {
            self.scroll_by(context, |s, total, height| s.page(false, total, height));
            return Vec::new();
        }
        if self.at == 0 {
            return Vec::new();
        }
        let effects = self.go(self.at - 1, context.course, Some(context.clock.now));
        if self.asking.is_none() {
            self.scroll_by(context, |s, total, height| s.by(isize::MAX, total, height));
        }
        effects
    }

    fn turn_to_section(&mut self, by: isize, context: &Context<'_>) -> Vec<Effect> {
        let to = steps::neighbour(&self.steps, self.at, by);
        if to == self.at { Vec::new() } else { self.go(to, context.course, Some(context.clock.now)) }
    }

    /// The next link in sight, or the next one of the page, scrolled into sight.
    fn next_link(&mut self, by: isize, context: &Context<'_>) {
        let page = self.page(context);
        let Some(last) = page.links.len().checked_sub(1) else {
            self.notice = Some("There is no term or source on this page.");
            return;
        };
        let height = context.height();
        let top = self.scroll.drawn(page.lines.len(), height);
        let first_seen = page.links.iter().position(|l| l.parts.iter().any(|(line, _)| *line >= top)).unwrap_or(last);
        let next = match self.link {
            None => first_seen,
            Some(at) if by < 0 => at.checked_sub(1).unwrap_or(last),
            Some(at) => {
                if at >= last {
                    0
                } else {
                    at + 1
                }
            }
        };
        self.link = Some(next);
        if self.popup.is_some() {
            self.popup = Some(page.links[next].link.clone());
        }
        if let Some((line, _)) = page.links[next].parts.first() {
            self.scroll.top = top;
            self.scroll.show(*line, line + 1, height);
        }
    }

    fn submit(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let Some(asking) = &self.asking else { return Vec::new() };
        if let Some(answer) = asking.draft.answer() {
            self.give(answer, context)
        } else {
            self.notice = Some(asking.draft.missing());
            Vec::new()
        }
    }

    fn give(&mut self, answer: Answer, context: &Context<'_>) -> Vec<Effect> {
        let Some(question) = self.question(context.course) else { return Vec::new() };
        let score = grading::grade(question, &answer);
        let id = question.id.clone();
        let skipped = answer == Answer::Skipped;
        if let Some(asking) = &mut self.asking {
            let took_ms = u32::try_from(context.clock.now.duration_since(asking.since).as_millis().max(0)).unwrap_or(u32::MAX);
            asking.given = Some(Given { answer: answer.clone(), score, took_ms });
        }
        let again = skipped && !self.recalled.insert(id.clone());
        self.recalled.insert(id.clone());
        let save = Effect::Save(Happening::Recalled { lesson: self.lesson.clone(), question: id, answer, score });
        if skipped {
            let mut effects: Vec<Effect> = if again { Vec::new() } else { vec![save] };
            effects.extend(self.finish_section(context, self.at + 1));
            effects.extend(self.go(self.at + 1, context.course, Some(context.clock.now)));
            return effects;
        }
        self.scroll = Scroll::default();
        self.keep_in_sight(context);
        vec![save]
    }

    fn keep_in_sight(&mut self, context: &Context<'_>) {
        if let Some(drawn) = self.drawn_question(context) {
            self.scroll.show(drawn.focus.start, drawn.focus.end, context.height());
        }
    }

    fn drawn_question(&self, context: &Context<'_>) -> Option<Drawn> {
        let asking = self.asking.as_ref()?;
        let question = self.question(context.course)?;
        let view = View { course: context.course, theme: context.theme, width: context.width() };
        Some(question::draw(view, question, &asking.draft, asking.given.as_ref(), false))
    }

    /// The page of this step, set once per width.
    fn page(&self, context: &Context<'_>) -> Rc<Doc> {
        let key = (self.at, context.width(), self.wheel);
        if let Some((known, doc)) = &*self.set.borrow()
            && *known == key
        {
            return Rc::clone(doc);
        }
        let doc = Rc::new(page::set(context, &self.lesson, &self.steps, self.at, self.wheel));
        *self.set.borrow_mut() = Some((key, Rc::clone(&doc)));
        doc
    }

    pub fn header(&self, context: &Context<'_>) -> Header {
        let theme = context.theme;
        let place = vec![
            Span::styled(format!("{} · ", context.course.number(&self.lesson)), theme.dim),
            Span::styled(context.course.title(&self.lesson), theme.strong),
        ];
        let sections = context.course.outline(&self.lesson).map_or(0, |o| o.sections.len());
        let progress = match self.step().section() {
            Some(section) => format!("§{} of {sections}", section + 1),
            None if self.at == 0 => format!("{sections} sections"),
            None => "read".to_owned(),
        };
        Header { place, progress: vec![Span::styled(progress, theme.dim)] }
    }

    pub fn draw(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        self.progress_line(frame, area, context);
        if let Some(drawn) = self.drawn_question(context) {
            self.draw_question(frame, area, context, drawn);
        } else {
            let page = self.page(context);
            window::draw(frame, area, &page.lines, self.scroll);
            window::draw_more(frame, area, page.lines.len(), self.scroll, context.theme);
            if let Some(link) = self.link.and_then(|l| page.links.get(l)) {
                window::mark_link(frame, area, &link.parts, page.lines.len(), self.scroll);
            }
        }
        if let Some(notice) = self.notice {
            let y = area.bottom().saturating_sub(1);
            frame.buffer_mut().set_line(
                area.x,
                y,
                &Line::styled(format!("{notice:<width$}", width = usize::from(area.width)), context.theme.partly),
                area.width,
            );
        }
        if let Some(link) = &self.popup {
            popup::draw(frame, area, context, link);
        }
    }

    fn draw_question(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>, drawn: Drawn) {
        window::draw(frame, area, &drawn.doc.lines, self.scroll);
        window::draw_more(frame, area, drawn.doc.lines.len(), self.scroll, context.theme);
        if let Some((line, column)) = drawn.caret {
            let row = line.saturating_sub(self.scroll.drawn(drawn.doc.lines.len(), usize::from(area.height)));
            let (x, y) = (u16::try_from(column).unwrap_or(0), u16::try_from(row).unwrap_or(0));
            frame.set_cursor_position((area.x + x.min(area.width.saturating_sub(1)), area.y + y.min(area.height.saturating_sub(1))));
        }
    }

    /// How much of the lesson lies behind, as a line under the header.
    fn progress_line(&self, frame: &mut Frame<'_>, area: Rect, context: &Context<'_>) {
        let Some(y) = area.y.checked_sub(1) else { return };
        let width = usize::from(area.width);
        #[expect(clippy::cast_precision_loss, reason = "steps of a lesson")]
        let share = self.at as f64 / self.steps.len().saturating_sub(1).max(1) as f64;
        let filled = meter::filled(share, width);
        frame.buffer_mut().set_string(area.x, y, "━".repeat(filled), context.theme.accent);
        frame.buffer_mut().set_string(area.x + u16::try_from(filled).unwrap_or(0), y, "─".repeat(width - filled), context.theme.dim);
    }
}
