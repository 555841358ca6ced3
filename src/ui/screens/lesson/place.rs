//! The page to come back to. It moves by reading only: whoever looks something up in a lesson keeps the place where they read.

use super::LessonScreen;
use super::steps::ReadingStep;
use crate::study::event::PagePlace;
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::pager::Scrolled as _;
use crate::ui::scroll::Scroll;

/// What becomes of the learner's place.
pub(super) struct ReadingPlace {
    /// Whether the lesson is read, not looked into.
    reading: bool,
    /// The step and the line that are kept; `None` when the place is in another lesson.
    kept: Option<(usize, usize)>,
    /// The page to open at, as soon as the window is known.
    opens_at: Option<PagePlace>,
}

impl ReadingPlace {
    pub(super) fn new(reading: bool, is_here: bool) -> Self {
        Self { reading, kept: is_here.then_some((0, 0)), opens_at: None }
    }

    /// From here on the lesson is read.
    pub(super) fn read(&mut self) {
        self.reading = true;
    }

    /// Opens at this page.
    pub(super) fn come_back(&mut self, page: Option<PagePlace>) {
        self.opens_at = page.filter(|page| page.part > 0);
    }
}

impl LessonScreen {
    /// The window over this step, also as long as nothing was pressed.
    pub(super) fn scrolled(&self, context: &Context<'_>) -> Scroll {
        self.place.opens_at.map_or(self.scroll, |page| Scroll::turned_to(page.line(self.total(context))))
    }

    /// To be called before anything is done to the window.
    pub(super) fn settle(&mut self, context: &Context<'_>) {
        self.scroll = self.scrolled(context);
        self.place.opens_at = None;
        if self.place.kept == Some((0, 0)) {
            self.place.kept = Some((self.at, self.scroll.top));
        }
    }

    /// Saves the page in sight as the place, when it is another than before.
    pub(super) fn keep_place(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let here = (self.at, self.scroll.top);
        if !self.place.reading || self.place.kept == Some(here) {
            return Vec::new();
        }
        let block = match self.step() {
            ReadingStep::Text { from, .. } => from,
            ReadingStep::Recall { block, .. } => block,
            ReadingStep::Opening | ReadingStep::Closing => return Vec::new(),
        };
        let Some(section) = self.step().section().and_then(|s| self.section_id(context.course, s)) else {
            return Vec::new();
        };
        self.place.kept = Some(here);
        let top = if self.asking.is_some() { 0 } else { self.scroll.top };
        vec![Effect::Save(self.record.came(section, PagePlace::at_line(block, top, self.total(context))))]
    }

    /// Leaves; lines that were scrolled since the last turn of a page count as well.
    pub(super) fn leave_keeping(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let mut effects = if self.place.kept.is_some() { self.keep_place(context) } else { Vec::new() };
        effects.push(Effect::Back);
        effects
    }
}
