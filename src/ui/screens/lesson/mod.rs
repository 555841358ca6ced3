//! A lesson on the screen: steps of reading with recall stops between them, links that open a pop-up, and the
//! learner's place kept to the page.
//!
//! ```text
//!  steps     the lesson cut into steps
//!  keys      the keys of each state, and what they do
//!  asking    a recall stop
//!  links     from link to link
//!  noting    a note and a bookmark on the section
//!  page      a step set into lines
//!  place     the page to come back to
//!  reread    the lesson after its files have changed
//!  popup     what a link is about
//!  margin    the terms and works in sight, where there is room beside the text
//!  draw      all of it on the screen
//! ```

mod asking;
mod draw;
mod keys;
mod lifecycle;
mod links;
mod margin;
mod noting;
mod page;
mod place;
mod popup;
mod steps;

use std::cell::RefCell;
use std::rc::Rc;

use jiff::Timestamp;

use crate::course::Course;
use crate::course::markdown::Link;
use crate::course::model::{Id, Lesson};
use crate::store::{Store, StoreError};
use crate::study::event::PagePlace;
use crate::study::session::ReadingRecord;
use crate::ui::context::Context;
use crate::ui::doc::Doc;
use crate::ui::effect::Effect;
use crate::ui::pager::Scrolled as _;
use crate::ui::scroll::Scroll;
use asking::Asking;
use noting::Notebook;
use place::ReadingPlace;
use steps::ReadingStep;

/// A lesson being read.
pub struct LessonScreen {
    lesson: Id,
    steps: Vec<ReadingStep>,
    at: usize,
    scroll: Scroll,
    /// The link that Tab has reached on this page.
    link: Option<usize>,
    popup: Option<Link>,
    asking: Option<Box<Asking>>,
    record: ReadingRecord,
    place: ReadingPlace,
    /// The track the wheel is turned to, when it was turned.
    wheel: Option<u8>,
    /// Where and how often the learner is told something.
    notice: Option<&'static str>,
    book: Notebook,
    set: RefCell<Option<(PageKey, Rc<Doc>)>>,
}

/// What a set page depends on.
type PageKey = (usize, usize, Option<u8>);

impl LessonScreen {
    /// Opens a lesson at `section`, or where it was left. `None` when it cannot be read.
    pub fn open(
        store: &Store,
        course: &Course,
        id: &Id,
        section: Option<&Id>,
    ) -> Result<Option<(Self, Vec<Effect>)>, StoreError> {
        let Some(lesson) = course.lesson(id) else { return Ok(None) };
        let kept = match section {
            Some(section) => Some((section.clone(), PagePlace::default())),
            None => store.page_in(id)?,
        };
        let steps = steps::of(lesson);
        let at = kept.as_ref().and_then(|(s, page)| steps::holding(lesson, &steps, s, page.block)).unwrap_or(0);
        let is_here = store.last_place()?.is_some_and(|(lesson, _)| lesson == *id);
        let mut screen = Self {
            lesson: id.clone(),
            at: 0,
            steps,
            scroll: Scroll::default(),
            link: None,
            popup: None,
            asking: None,
            record: ReadingRecord::new(
                id.clone(),
                store.sections_read()?.remove(id).unwrap_or_default(),
                store.recalled(id)?,
            ),
            place: ReadingPlace::new(section.is_none(), is_here),
            wheel: None,
            notice: None,
            book: Notebook::new(id, store.notes()?),
            set: RefCell::new(None),
        };
        screen.step_to(at, course, None);
        screen.place.come_back(kept.map(|(_, page)| page).filter(|_| at > 0));
        Ok(Some((screen, Vec::new())))
    }

    fn course_lesson<'a>(&self, course: &'a Course) -> Option<&'a Lesson> {
        course.lesson(&self.lesson)
    }

    fn step(&self) -> ReadingStep {
        self.steps.get(self.at).copied().unwrap_or(ReadingStep::Closing)
    }

    /// Moves to the step `to`. For a reader it is the place to come back to; one who only looks something up keeps theirs.
    fn go(&mut self, to: usize, context: &Context<'_>) -> Vec<Effect> {
        self.step_to(to, context.course, Some(context.clock.now));
        self.keep_place(context)
    }

    fn step_to(&mut self, to: usize, course: &Course, now: Option<Timestamp>) {
        self.at = to.min(self.steps.len().saturating_sub(1));
        (self.scroll, self.link, self.popup, self.notice, self.wheel) = (Scroll::default(), None, None, None, None);
        self.asking = self.ask(course, now);
    }

    fn section_id(&self, course: &Course, section: usize) -> Option<Id> {
        self.course_lesson(course)?.sections.get(section).map(|s| s.id.clone())
    }

    /// Turns the wheel to the track at this place, from 0.
    fn turn(&mut self, at: usize) {
        if matches!(self.step(), ReadingStep::Text { wheel: true, .. }) {
            self.wheel = u8::try_from(at + 1).ok();
        }
    }

    /// A page down or, at its end, the next step. A section that was read to its end is saved.
    fn on(&mut self, context: &Context<'_>) -> Vec<Effect> {
        if !self.scroll.at_end(self.total(context), context.height()) {
            self.page_down(context);
            self.link = None;
            return self.keep_place(context);
        }
        if self.at + 1 >= self.steps.len() {
            return vec![Effect::Back];
        }
        let mut effects = self.finish_section(context, self.at + 1);
        self.place.read();
        effects.extend(self.go(self.at + 1, context));
        effects
    }

    fn page_down(&mut self, context: &Context<'_>) {
        let (together, total) = (self.together(context), self.total(context));
        self.scroll.page_keeping(&together, total, context.height());
    }

    fn together(&self, context: &Context<'_>) -> Vec<std::ops::Range<usize>> {
        if self.asking.is_none() { self.page(context).together.clone() } else { Vec::new() }
    }

    fn finish_section(&mut self, context: &Context<'_>, next: usize) -> Vec<Effect> {
        let (here, there) = (self.step().section(), self.steps.get(next).and_then(|s| s.section()));
        let Some(section) = here.filter(|_| here != there).and_then(|s| self.section_id(context.course, s)) else {
            return Vec::new();
        };
        self.record.finish(section).map(Effect::Save).into_iter().collect()
    }

    fn back(&mut self, context: &Context<'_>) -> Vec<Effect> {
        if self.scroll.top > 0 && self.asking.is_none() {
            self.scroll_page(false, context);
            return self.keep_place(context);
        }
        if self.at == 0 {
            return Vec::new();
        }
        self.step_to(self.at - 1, context.course, Some(context.clock.now));
        if self.asking.is_none() {
            self.scroll_by(isize::MAX, context);
        }
        self.keep_place(context)
    }

    fn turn_to_section(&mut self, by: isize, context: &Context<'_>) -> Vec<Effect> {
        let to = steps::neighbour(&self.steps, self.at, by);
        if to == self.at { Vec::new() } else { self.go(to, context) }
    }

    /// The page of this step, set once per width.
    fn page(&self, context: &Context<'_>) -> Rc<Doc> {
        let key = (self.at, context.width(), self.wheel);
        if let Some((known, doc)) = &*self.set.borrow()
            && *known == key
        {
            return Rc::clone(doc);
        }
        let doc = Rc::new(page::set(context, self, self.wheel));
        *self.set.borrow_mut() = Some((key, Rc::clone(&doc)));
        doc
    }
}
