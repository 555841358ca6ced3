//! The keys of a quiz: while answering, over the reasons and before handing in, and what each does.

use super::{Quiz, State};
use crate::study::item::Response;
use crate::study::quiz::Mode;
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::input::InputEvent;
use crate::ui::keys::{self, Binding, Chord, ENTER, ESC, KeyHint, LEFT, PAGE_DOWN, PAGE_UP, RIGHT, TAB};
use crate::ui::question;

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
    fn bindings(&self) -> Vec<Binding<Act>> {
        let exam = self.session.sitting().mode() == Mode::Exam;
        let leave = Binding::new("Esc", "leave", &[ESC], Act::Leave);
        let pages =
            Binding::each("PgUp PgDn", "scroll", vec![(PAGE_UP, Act::Page(false)), (PAGE_DOWN, Act::Page(true))])
                .quiet();
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
            State::Explained => vec![
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

    pub fn hints(&self, _: &Context<'_>) -> Vec<KeyHint> {
        keys::hints(self.bindings())
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        if self.session.sitting().time_is_up(context.clock.now) {
            return self.finish();
        }
        match input {
            InputEvent::Keys(_) | InputEvent::Wake => {}
            InputEvent::Paste(text) => {
                if let State::Answering(draft) = &mut self.state {
                    draft.paste(text);
                }
            }
            InputEvent::Key(key) => {
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
            Act::Skip => return self.give(Response::Passed, context),
            Act::Next => return self.next(context),
            Act::TakeBack => return self.take_back(),
            Act::Flag => self.session.toggle_flag(),
            Act::Reasons => self.reasons = !self.reasons,
            Act::Page(down) => self.page(down, context),
            Act::Go(by) => self.go(by, context),
            Act::Section => return self.section(),
            Act::HandIn => return self.finish(),
            Act::Leave => return vec![Effect::Back],
        }
        Vec::new()
    }
}
