//! Giving an answer, having it explained, and taking it back.

use super::{Quiz, State};
use crate::study::event::EventKind;
use crate::study::item::Response;
use crate::study::quiz::{Given, Mode};
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::scroll::Scroll;

impl Quiz {
    pub(super) fn submit(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let (State::Answering(draft), Some(item)) = (&self.state, self.item()) else { return Vec::new() };
        if let Some(answer) = draft.response(item) {
            self.give(answer, context)
        } else {
            self.notice = Some(draft.missing());
            Vec::new()
        }
    }

    pub(super) fn give(&mut self, answer: Response, context: &Context<'_>) -> Vec<Effect> {
        let Some(item) = self.item() else { return Vec::new() };
        let took_ms = context.clock.ms_since(self.since);
        let score = item.grade(&answer);
        let saved = EventKind::Answered {
            run: self.run,
            question: item.question.clone(),
            objective: item.objective.clone(),
            lesson: item.lesson.clone(),
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
        self.state = State::Explained;
        self.scroll = Scroll::default();
        self.keep_in_sight(context);
    }

    pub(super) fn take_back(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let Some(event) = self.last else {
            self.notice = Some("Only the answer just given can be taken back.");
            return Vec::new();
        };
        self.sitting.take_back();
        let since = self.since;
        self.enter(context.clock.now);
        self.since = since;
        vec![Effect::Save(EventKind::Undone { event })]
    }
}
