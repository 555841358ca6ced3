//! The keys of a lesson: while reading, at a recall stop and over a pop-up, and what each does.

use super::LessonScreen;
use super::asking::Asking;
use super::steps::ReadingStep;
use crate::study::item::Response;
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::Context;
use crate::ui::copying;
use crate::ui::effect::{Effect, Place};
use crate::ui::input::InputEvent;
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{
    BACK_TAB, BACKSPACE, END, ENTER, ESC, HOME, LEFT, PAGE_DOWN, PAGE_UP, RIGHT, SPACE, TAB, digits, digits_of,
};
use crate::ui::pager::{self, Scrolled};
use crate::ui::screens::library;
use crate::ui::scroll::Scroll;

impl Keyed for LessonScreen {
    fn bindings(&self, context: &Context<'_>) -> Vec<Binding<Self>> {
        if self.book.is_typing() {
            return Self::noting();
        }
        if self.popup.is_some() {
            return Self::popup();
        }
        match &self.asking {
            Some(asking) if asking.given.is_none() => Self::recall(asking),
            _ => self.reading(context),
        }
    }
}

impl LessonScreen {
    fn popup() -> Vec<Binding<Self>> {
        vec![
            Binding::<Self>::new("Esc", "close", &[ESC, ENTER, SPACE], |s, _| s.popup = None),
            Binding::<Self>::new("Tab", "next link", &[TAB], |s, context| s.next_link(1, context))
                .and(&[BACK_TAB], |s, context| s.next_link(-1, context)),
            Binding::<Self>::new("y", "copy", &[Char('y')], Self::copy),
            Binding::<Self>::new("o", "where it is used", &[Char('o')], |s, _| s.open_in_library()),
        ]
    }

    fn recall(asking: &Asking) -> Vec<Binding<Self>> {
        let typing = asking.draft.is_typing();
        let skip = |s: &mut Self, context: &Context<'_>| s.give(Response::Passed, context);
        let mut table: Vec<Binding<Self>> =
            asking.draft.bindings().into_iter().map(|line| Binding::of_values(line, Self::edit_draft)).collect();
        table.extend([
            Binding::new("Tab", "skip", &[TAB], skip).once().when(typing && !asking.draft.uses_tab()),
            Binding::new("s", "skip", &[Char('s'), TAB], skip).once().when(!typing),
            Binding::new("←", "read again", &[LEFT, BACKSPACE], Self::back).when(!typing),
            Self::leave(),
        ]);
        table
    }

    fn leave() -> Binding<Self> {
        Binding::new("Esc", "leave", &[ESC], Self::leave_keeping)
    }

    fn reading(&self, context: &Context<'_>) -> Vec<Binding<Self>> {
        let on_link = self.link.is_some();
        let answered = self.asking.is_some();
        let closing = matches!(self.step(), ReadingStep::Closing);
        let in_section = self.step().section().is_some();
        let spokes = context.course.wheel().map_or(0, |(_, spokes)| spokes.len());
        let on_wheel = !answered && spokes > 0 && matches!(self.step(), ReadingStep::Text { wheel: true, .. });
        let turn = |s: &mut Self, at: usize, _: &Context<'_>| s.turn(at);
        let wheel = Binding::<Self>::picks(&digits_of(spokes), "turn the wheel", digits(spokes), turn).when(on_wheel);
        let next = context.course.next_lesson(&self.lesson).map(|outline| outline.id.clone());
        let has_next = closing && next.is_some();
        let next_lesson = move |_: &mut Self, _: &Context<'_>| {
            next.clone().map(|lesson| Effect::Replace(Place::Lesson { lesson, section: None }))
        };
        let cards = Binding::<Self>::new("c", "its cards", &[Char('c')], |s, _| s.review_cards());
        let quiz = Binding::<Self>::new("q", "a quiz on it", &[Char('q')], |s, _| s.choose_quiz());
        vec![
            Binding::new("⏎", "look it up", &[ENTER], Self::follow_link).when(on_link),
            Binding::<Self>::new("f", "flag for the author", &[Char('f')], |s, _| s.flag()).quiet().when(answered),
            Binding::new("space", "read on", &[SPACE, RIGHT, Char('l')], Self::on).when(on_link && !closing),
            Binding::new("space", "read on", &[SPACE, ENTER, RIGHT, Char('l')], Self::on)
                .once()
                .when(!on_link && answered),
            Binding::new("n", "next lesson", &[Char('n')], next_lesson).once().when(has_next),
            Binding::new("⏎", "lessons", &[SPACE, ENTER, RIGHT, Char('l')], Self::on).once().when(!on_link && closing),
            Binding::new("space", "read on", &[SPACE, ENTER, RIGHT, Char('l')], Self::on)
                .when(!on_link && !answered && !closing),
            Binding::<Self>::new("r", "answer again", &[Char('r')], Self::ask_again).once().quiet().when(answered),
            Binding::new("←", "back", &[LEFT, BACKSPACE, Char('b'), Char('h')], Self::back),
            pager::lines(),
            Binding::<Self>::new("Tab", "terms and sources", &[TAB], |s, context| s.next_link(1, context))
                .and(&[BACK_TAB], |s, context| s.next_link(-1, context))
                .when(!answered),
            wheel,
            Binding::<Self>::new("y", "copy the term or source", &[Char('y')], Self::copy).quiet().when(!answered),
            Binding::<Self>::new("n p", "next, previous section", &[Char('n')], |s, context| {
                s.turn_to_section(1, context)
            })
            .and(&[Char('p')], |s, context| s.turn_to_section(-1, context))
            .quiet(),
            Binding::<Self>::new("PgUp PgDn", "page", &[PAGE_UP], |s, context| s.scroll_page(false, context))
                .and(&[PAGE_DOWN], Self::page_down)
                .and(&[HOME, Char('g')], |s, _| s.scroll = Scroll::default())
                .and(&[END, Char('G')], |s, context| s.scroll_by(isize::MAX, context))
                .quiet(),
            Binding::new("e", "note", &[Char('e')], Self::start_note).when(in_section).quiet(),
            Binding::new("m", "bookmark", &[Char('m')], Self::turn_bookmark).when(in_section).quiet(),
            if closing { cards } else { cards.quiet() },
            if closing { quiz } else { quiz.quiet() },
            Self::leave(),
        ]
    }

    fn open_in_library(&self) -> Option<Effect> {
        self.popup.as_ref().and_then(library::place_of).map(Effect::Open)
    }

    /// Copies what the chosen link is about.
    fn copy(&mut self, context: &Context<'_>) -> Option<Effect> {
        let link = self.link.and_then(|at| self.page(context).links.get(at).map(|it| it.link.clone()));
        let copied = link.and_then(|link| copying::of_link(context.course, &link));
        if copied.is_none() {
            self.notice = Some("Tab goes to a term or a source that can be copied.");
        }
        copied
    }

    fn follow_link(&mut self, context: &Context<'_>) {
        self.popup = self.link.and_then(|l| self.page(context).links.get(l).map(|d| d.link.clone()));
        self.make_room(context);
    }

    fn review_cards(&self) -> Effect {
        Effect::Open(Place::Cards { lesson: Some(self.lesson.clone()) })
    }

    fn choose_quiz(&self) -> Effect {
        Effect::Open(Place::QuizSetup { lessons: vec![self.lesson.clone()] })
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        match input {
            InputEvent::Keys(_) | InputEvent::Wake => {}
            InputEvent::Paste(text) if self.book.is_typing() => self.paste_note(text),
            InputEvent::Paste(text) => {
                if let Some(asking) = self.asking.as_mut().filter(|a| a.given.is_none()) {
                    asking.draft.paste(text);
                }
            }
            InputEvent::Key(key) => {
                self.notice = None;
                self.settle(context);
                if let Some(effects) = self.press(*key, context) {
                    return effects;
                }
                if self.book.is_typing() {
                    self.type_note(*key);
                } else if let Some(asking) = self.asking.as_mut().filter(|a| a.given.is_none()) {
                    asking.draft.type_key(*key);
                }
            }
        }
        Vec::new()
    }
}

impl Scrolled for LessonScreen {
    fn scroll(&mut self) -> &mut Scroll {
        &mut self.scroll
    }

    fn total(&self, context: &Context<'_>) -> usize {
        self.drawn_question(context).map_or_else(|| self.page(context).lines.len(), |d| d.doc.lines.len())
    }
}
