//! Giving an answer, having it explained, and taking it back.

use super::{Quiz, State};
use crate::study::answer::Answer;
use crate::study::event::EventKind;
use crate::study::grading;
use crate::study::quiz::{Given, Mode};
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
        let Some(question) = self.question(context.course) else { return Vec::new() };
        let lesson = self.sitting.paper.items[self.sitting.at()].lesson.clone();
        let took_ms = context.clock.ms_since(self.since);
        let score = grading::grade(question, &answer);
        let saved = EventKind::Answered {
            run: self.run,
            question: question.id.clone(),
            objective: question.aim(&lesson).clone(),
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

    pub(super) fn take_back(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let Some(event) = self.last else {
            self.notice = Some("Only the answer just given can be taken back.");
            return Vec::new();
        };
        self.sitting.take_back();
        let since = self.since;
        self.enter(context.course, context.clock.now);
        self.since = since;
        vec![Effect::Save(EventKind::Undone { event })]
    }
}
