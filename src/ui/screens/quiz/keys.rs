//! The keys of a quiz: while answering, over the reasons and before handing in, and what each does.

use super::{Quiz, State};
use crate::study::certainty::Certainty;
use crate::study::item::Response;
use crate::study::quiz::Mode;
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::input::InputEvent;
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{ENTER, ESC, LEFT, RIGHT, SPACE, TAB, digits};
use crate::ui::pager::Scrolled;
use crate::ui::question::{self, Draft};
use crate::ui::scroll::Scroll;

impl Keyed for Quiz {
    fn bindings(&self, _: &Context<'_>) -> Vec<Binding<Self>> {
        match &self.state {
            State::Answering(draft) => self.answering(draft),
            State::Weighing(..) => Self::weighing(),
            State::Explained => self.explained(),
            State::HandIn => vec![
                Binding::<Self>::new("⏎", "hand in", &[ENTER], |s, context| s.finish(context)).once(),
                Binding::<Self>::new("←", "back to the questions", &[LEFT], |s, context| s.go(0, context)),
                self.leave(),
            ],
        }
    }
}

impl Quiz {
    fn answering(&self, draft: &Draft) -> Vec<Binding<Self>> {
        let (typing, exam) = (draft.is_typing(), self.is_exam());
        let skip = |s: &mut Self, context: &Context<'_>| s.give(Response::Passed, None, context);
        // A letter may be an answer: then the capital alone flags.
        let flag = if draft.takes('f') { "F" } else { "f" };
        let mut table: Vec<Binding<Self>> =
            draft.bindings().into_iter().map(|line| Binding::of_values(line, Self::edit_draft)).collect();
        table.extend([
            Binding::new("Tab", "skip", &[TAB], skip).once().when(typing && !draft.uses_tab()),
            Binding::new("s", "skip", &[Char('s'), TAB], skip).once().when(!typing),
            self.why().when(!typing && self.is_adaptive() && !draft.takes('y')),
            // Adaptive practice never goes back to what was flagged.
            Binding::new(flag, "flag", &[Char('f'), Char('F')], Self::toggle_flag).when(!typing && !self.is_adaptive()),
            Binding::<Self>::new("←→", "other questions", &[LEFT], |s, context| s.go(-1, context))
                .and(&[RIGHT], |s, context| s.go(1, context))
                .when(!typing && exam),
            Binding::pages("scroll", Self::scroll_page).quiet(),
            self.leave(),
        ]);
        table
    }

    fn weighing() -> Vec<Binding<Self>> {
        vec![
            Binding::<Self>::picks("1-3", "how certain", digits(Certainty::ALL.len()), |s, at, context| {
                s.weighed(Certainty::ALL[at], context)
            })
            .once(),
            Binding::<Self>::new("Esc", "change the answer", &[ESC], |s, _| s.reconsider()),
        ]
    }

    fn explained(&self) -> Vec<Binding<Self>> {
        vec![
            Binding::new("⏎", "next", &[ENTER, SPACE, Char('n')], Self::next).once(),
            Binding::new("o", "open the section", &[Char('o')], Self::open_section),
            self.why().when(self.is_adaptive()),
            Binding::<Self>::new("w", "other options", &[Char('w')], |s, _| s.reasons = !s.reasons),
            Binding::new("f", "flag for the author", &[Char('f')], Self::flag_for_the_author).quiet(),
            Binding::<Self>::new("u", "undo", &[Char('u')], |s, _| s.take_back()),
            Binding::pages("scroll", Self::scroll_page).quiet(),
            self.leave(),
        ]
    }

    fn why(&self) -> Binding<Self> {
        Binding::<Self>::new("y", "why", &[Char('y')], |s, context| {
            s.choice = if s.choice.is_some() { None } else { s.session.why(context.course) };
        })
    }

    /// Adaptive practice is over when the learner has enough of it; a paper waits.
    fn leave(&self) -> Binding<Self> {
        if self.is_adaptive() {
            return Binding::<Self>::new("Esc", "end here", &[ESC], |s, context| s.finish(context)).once();
        }
        Binding::new("Esc", "leave", &[ESC], |_, _| Effect::Back)
    }

    fn is_adaptive(&self) -> bool {
        self.session.sitting().mode() == Mode::Adaptive
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        if self.session.sitting().time_is_up(context.clock.now) {
            return self.finish(context);
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
                if let Some(effects) = self.press(*key, context) {
                    return effects;
                }
                if let State::Answering(draft) = &mut self.state {
                    draft.type_key(*key);
                }
            }
        }
        Vec::new()
    }

    /// What a key does to the answer while it is put together.
    fn edit_draft(&mut self, act: question::Act, context: &Context<'_>) -> Vec<Effect> {
        if act == question::Act::Submit {
            return if context.press.may_act() { self.submit(context) } else { Vec::new() };
        }
        if let State::Answering(draft) = &mut self.state {
            draft.act(act);
        }
        self.keep_in_sight(context);
        Vec::new()
    }

    fn toggle_flag(&mut self, _: &Context<'_>) {
        self.session.toggle_flag();
    }
}

impl Scrolled for Quiz {
    fn scroll(&mut self) -> &mut Scroll {
        &mut self.scroll
    }

    fn total(&self, context: &Context<'_>) -> usize {
        self.drawn(context).map_or(0, |d| d.doc.lines.len())
    }
}
