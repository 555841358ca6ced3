//! A lesson as a screen among others, and one that was written on while it was read.

use super::LessonScreen;
use super::steps::{self, ReadingStep};
use crate::course::Course;
use crate::store::StoreError;
use crate::ui::context::{Context, Opening};
use crate::ui::frame::{COLUMN, Width};
use crate::ui::screens::lifecycle::{Before, Lifecycle};

impl Lifecycle for LessonScreen {
    fn width(&self) -> Width {
        Width::Spread(COLUMN)
    }

    fn is_typing(&self) -> bool {
        self.takes_text()
    }

    fn reread(&mut self, before: Before<'_>, context: &Context<'_>, _: &Opening<'_>) -> Result<bool, StoreError> {
        Ok(self.go_on_in(before.course, context))
    }
}

impl LessonScreen {
    /// Goes on in the same section, on the same lines as far as there are so many. False when the lesson is gone.
    fn go_on_in(&mut self, before: &Course, context: &Context<'_>) -> bool {
        let Some(lesson) = context.course.lesson(&self.lesson) else { return false };
        if before.lesson(&self.lesson) == Some(lesson) {
            *self.set.borrow_mut() = None;
            return true;
        }
        let here = self.step();
        let section = here.section().and_then(|at| self.section_id(before, at));
        self.steps = steps::of(lesson);
        let last = self.steps.len().saturating_sub(1);
        self.at = match here {
            ReadingStep::Opening => 0,
            ReadingStep::Closing => last,
            ReadingStep::Text { from: block, .. } | ReadingStep::Recall { block, .. } => section
                .and_then(|id| steps::holding(lesson, &self.steps, &id, block))
                .unwrap_or_else(|| self.at.min(last)),
        };
        (self.link, self.popup, self.notice) = (None, None, None);
        self.asking = self.ask(context.course, Some(context.clock.now));
        *self.set.borrow_mut() = None;
        true
    }
}
