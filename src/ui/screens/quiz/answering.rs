//! Giving an answer, having it explained, and taking it back.

use super::{Quiz, State};
use crate::study::certainty::{Certainty, CertaintyUse};
use crate::study::item::Response;
use crate::study::session::AnswerRefused;
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::scroll::Scroll;

impl Quiz {
    pub(super) fn submit(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let (State::Answering(draft), Some(item)) = (&mut self.state, self.session.item()) else { return Vec::new() };
        if let Some(answer) = draft.response(item) {
            self.weigh(answer, context)
        } else {
            self.notice = (!draft.advance()).then(|| draft.missing());
            Vec::new()
        }
    }

    /// Asks how certain the learner is, where that is wanted; otherwise the answer is given.
    fn weigh(&mut self, answer: Response, context: &Context<'_>) -> Vec<Effect> {
        let is_asked = context.preferences.settings.certainty() != CertaintyUse::Off && self.session.asks_certainty();
        match std::mem::replace(&mut self.state, State::HandIn) {
            State::Answering(draft) if is_asked => {
                self.state = State::Weighing(draft, answer);
                Vec::new()
            }
            before => {
                self.state = before;
                self.give(answer, None, context)
            }
        }
    }

    pub(super) fn weighed(&mut self, certainty: Certainty, context: &Context<'_>) -> Vec<Effect> {
        let State::Weighing(_, answer) = &self.state else { return Vec::new() };
        self.give(answer.clone(), Some(certainty), context)
    }

    /// Back to the answer, which can be changed.
    pub(super) fn reconsider(&mut self) {
        self.state = match std::mem::replace(&mut self.state, State::HandIn) {
            State::Weighing(draft, _) => State::Answering(draft),
            before => before,
        };
    }

    pub(super) fn give(
        &mut self,
        answer: Response,
        certainty: Option<Certainty>,
        context: &Context<'_>,
    ) -> Vec<Effect> {
        let answered = match self.session.answer(answer, certainty, context.clock) {
            Ok(answered) => answered,
            Err(AnswerRefused::TimeIsUp) => return self.finish(context),
            Err(AnswerRefused::NotAsked) => return Vec::new(),
        };
        if self.session.sitting().mode().tells_at_once() {
            self.explain(context);
        } else {
            self.on(context);
        }
        vec![Effect::Save(answered)]
    }

    fn explain(&mut self, context: &Context<'_>) {
        self.state = State::Explained;
        self.scroll = Scroll::default();
        self.keep_in_sight(context);
    }

    pub(super) fn take_back(&mut self) -> Vec<Effect> {
        let Some(undone) = self.session.take_back() else {
            self.notice = Some("Only the last answer can be undone.");
            return Vec::new();
        };
        self.show();
        vec![Effect::Save(undone)]
    }
}
