//! The keys of a lesson: while reading, at a recall stop and over a pop-up, and what each does.

use super::LessonScreen;
use super::asking::Asking;
use super::steps::Step;
use crate::study::item::Response;
use crate::ui::context::Context;
use crate::ui::effect::{Effect, Place};
use crate::ui::keys::{
    self, BACK_TAB, BACKSPACE, Binding, Chord, END, ENTER, ESC, HOME, Hint, LEFT, PAGE_DOWN, PAGE_UP, RIGHT, SPACE, TAB,
};
use crate::ui::question;
use crate::ui::screens::{Input, library};
use crate::ui::scroll::Scroll;

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
        let lines = keys::up_down(Act::Line(-1), Act::Line(1));
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
            Binding::each(
                "n p",
                "next, previous section",
                vec![(Chord::Char('n'), Act::Section(1)), (Chord::Char('p'), Act::Section(-1))],
            )
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
            Act::Uses => {
                return self.popup.as_ref().and_then(library::place_of).map(Effect::Open).into_iter().collect();
            }
            Act::Turn(to) => self.turn(to),
            Act::Draft(question::Act::Submit) => return self.submit(context),
            Act::Draft(act) => self.draft(act, context),
            Act::Skip => return self.give(Response::Passed, context),
            Act::Cards => return vec![Effect::Open(Place::Cards { lesson: Some(self.lesson.clone()) })],
            Act::Quiz => return vec![Effect::Open(Place::QuizSetup { lessons: vec![self.lesson.clone()] })],
            Act::Close => self.popup = None,
            Act::Leave => return vec![Effect::Back],
        }
        Vec::new()
    }
}
