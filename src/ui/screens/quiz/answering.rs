//! Giving an answer, having it explained, and taking it back.

use super::{Quiz, State};
use crate::study::item::Response;
use crate::study::session::AnswerRefused;
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::scroll::Scroll;

impl Quiz {
    pub(super) fn submit(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let (State::Answering(draft), Some(item)) = (&mut self.state, self.session.item()) else { return Vec::new() };
        if let Some(answer) = draft.response(item) {
            self.give(answer, context)
        } else {
            self.notice = (!draft.advance()).then(|| draft.missing());
            Vec::new()
        }
    }

    pub(super) fn give(&mut self, answer: Response, context: &Context<'_>) -> Vec<Effect> {
        let answered = match self.session.answer(answer, context.clock) {
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
