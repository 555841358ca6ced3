//! Giving an answer, having it explained, and taking it back.

use super::{Quiz, State};
use crate::study::answer::Answer;
use crate::study::quiz::Mode;
use crate::study::session::AnswerRefused;
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::scroll::Scroll;

impl Quiz {
    pub(super) fn submit(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let State::Answering(draft) = &self.state else { return Vec::new() };
        if let Some(answer) = draft.answer() {
            self.give(answer, context)
        } else {
            self.notice = Some(draft.missing());
            Vec::new()
        }
    }

    pub(super) fn give(&mut self, answer: Answer, context: &Context<'_>) -> Vec<Effect> {
        let answered = match self.session.answer(context.course, answer, context.clock) {
            Ok(answered) => answered,
            Err(AnswerRefused::TimeIsUp) => return self.finish(),
            Err(AnswerRefused::NotAsked) => return Vec::new(),
        };
        match self.session.sitting().mode() {
            Mode::Practice => self.explain(context),
            Mode::Exam => self.on(context),
        }
        vec![Effect::Save(answered)]
    }

    fn explain(&mut self, context: &Context<'_>) {
        if let State::Answering(draft) = &self.state {
            self.state = State::Explained(draft.clone());
        }
        self.scroll = Scroll::default();
        self.keep_in_sight(context);
    }

    pub(super) fn take_back(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let Some(undone) = self.session.take_back() else {
            self.notice = Some("Only the answer just given can be taken back.");
            return Vec::new();
        };
        self.show(context.course);
        vec![Effect::Save(undone)]
    }
}
