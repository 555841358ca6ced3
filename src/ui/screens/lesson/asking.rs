//! A recall stop: a question between two pages of reading, answered or passed.

use jiff::Timestamp;

use super::LessonScreen;
use super::steps::{self, ReadingStep};
use crate::course::Course;
use crate::study::item::{Item, Response};
use crate::study::quiz::Given;
use crate::ui::context::Context;
use crate::ui::effect::{Effect, Place};
use crate::ui::question::{self, Draft, Drawn, View};
use crate::ui::scroll::Scroll;

/// A recall stop.
pub(super) struct Asking {
    item: Item,
    pub(super) draft: Draft,
    pub(super) given: Option<Given>,
    since: Timestamp,
}

impl LessonScreen {
    pub(super) fn ask(&self, course: &Course, now: Option<Timestamp>) -> Option<Box<Asking>> {
        let ReadingStep::Recall { section, block } = self.step() else { return None };
        let id = steps::recall_at(self.course_lesson(course)?, section, block)?;
        let (lesson, question) = course.practice_question(id)?;
        let item = Item::alone(course, lesson, question);
        let draft = Draft::new(&item);
        let given = self.record.answered(id).cloned();
        Some(Box::new(Asking { item, draft, given, since: now.unwrap_or(Timestamp::UNIX_EPOCH) }))
    }

    pub(super) fn takes_text(&self) -> bool {
        self.book.is_typing() || self.asking.as_ref().is_some_and(|a| a.given.is_none() && a.draft.is_typing())
    }

    /// What a key does to the answer while it is put together.
    pub(super) fn edit_draft(&mut self, act: question::Act, context: &Context<'_>) -> Vec<Effect> {
        if act == question::Act::Submit {
            return if context.press.may_act() { self.submit(context) } else { Vec::new() };
        }
        if let Some(asking) = &mut self.asking {
            asking.draft.act(act);
        }
        self.keep_in_sight(context);
        Vec::new()
    }

    fn submit(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let Some(asking) = &mut self.asking else { return Vec::new() };
        if let Some(answer) = asking.draft.response(&asking.item) {
            self.give(answer, context)
        } else {
            self.notice = (!asking.draft.advance()).then(|| asking.draft.missing());
            Vec::new()
        }
    }

    pub(super) fn give(&mut self, answer: Response, context: &Context<'_>) -> Vec<Effect> {
        let Some(asking) = &mut self.asking else { return Vec::new() };
        let took_ms = context.clock.ms_since(asking.since);
        let (given, recalled) = self.record.recall(context.course, &asking.item, answer, took_ms);
        let skipped = !given.answer.is_answer();
        asking.given = Some(given);
        // What the last page says of the stops.
        *self.set.borrow_mut() = None;
        let mut effects: Vec<Effect> = recalled.into_iter().map(Effect::Save).collect();
        if skipped {
            effects.extend(self.finish_section(context, self.at + 1));
            effects.extend(self.go(self.at + 1, context));
            return effects;
        }
        self.scroll = Scroll::default();
        self.keep_in_sight(context);
        effects
    }

    pub(super) fn flag(&self) -> Option<Effect> {
        let item = &self.asking.as_ref()?.item;
        Some(Effect::Open(Place::FlagForm { item: item.question.clone(), lesson: item.lesson.clone() }))
    }

    /// Puts the question anew.
    pub(super) fn ask_again(&mut self, context: &Context<'_>) {
        if let Some(asking) = &mut self.asking {
            (asking.draft, asking.given, asking.since) = (Draft::new(&asking.item), None, context.clock.now);
        }
        self.scroll = Scroll::default();
    }

    fn keep_in_sight(&mut self, context: &Context<'_>) {
        if let Some(drawn) = self.drawn_question(context) {
            self.scroll.show(drawn.focus.start, drawn.focus.end, context.height());
        }
    }

    pub(super) fn drawn_question(&self, context: &Context<'_>) -> Option<Drawn> {
        let asking = self.asking.as_ref()?;
        let view = View { course: context.course, theme: context.theme, width: context.width() };
        Some(match &asking.given {
            Some(given) => question::draw_revealed(view, &asking.item, Some(given), false),
            None => question::draw(view, &asking.item, &asking.draft),
        })
    }
}
