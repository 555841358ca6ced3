//! A lesson as lines: section by section, with its recall stops.

use std::collections::HashSet;

use super::answer_line::Line;
use super::error::quietly;
use super::feedback;
use super::session::Session;
use super::{Console, Outcome, PlainError, figure, pages, question, text};
use crate::course::Course;
use crate::course::model::{Block, Id, Lesson};
use crate::store::Store;
use crate::study::event::EventKind;
use crate::study::item::Item;
use crate::study::quiz::Given;
use crate::study::time::Clock;

/// Reads the lesson `id` out, from the section where it was left. With `pauses`, for a person at a terminal, it waits
/// between sections.
///
/// # Errors
/// When there is no such lesson, something could not be saved, or a line not be read or written.
pub fn learn(
    course: &Course,
    store: &mut Store,
    id: &Id,
    pauses: bool,
    clock: &dyn Fn() -> Clock,
    console: &mut Console<'_>,
) -> Result<Outcome, PlainError> {
    let lesson = course.lesson(id).ok_or_else(|| PlainError::NoLesson(id.clone()))?;
    let kept = store.place_in(id)?;
    let read = store.sections_read()?.remove(id).unwrap_or_default();
    let recalled = store.recalled(id)?;
    let start = start(lesson, kept.as_ref(), &read);
    let session = Session { course, store, clock, console };
    quietly(Reading { session, lesson, read, recalled, pauses }.through(start))
}

/// The section to go on at. A lesson that was read whole begins anew: lines cannot be turned back.
fn start(lesson: &Lesson, kept: Option<&Id>, read: &HashSet<Id>) -> usize {
    if lesson.sections.iter().all(|s| read.contains(&s.id)) {
        return 0;
    }
    kept.and_then(|k| lesson.sections.iter().position(|s| &s.id == k)).unwrap_or(0)
}

/// A lesson being read.
struct Reading<'a, 'c> {
    session: Session<'a, 'c>,
    lesson: &'a Lesson,
    read: HashSet<Id>,
    /// Recall stops that were answered or passed before.
    recalled: HashSet<Id>,
    pauses: bool,
}

/// Whether the learner goes on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Flow {
    On,
    Leave,
}

impl Reading<'_, '_> {
    fn through(mut self, start: usize) -> Result<Outcome, PlainError> {
        pages::opening(self.session.console, self.session.course, self.lesson, start)?;
        if start == 0 && self.pause()? == Flow::Leave {
            return Ok(Outcome::Left);
        }
        for at in start..self.lesson.sections.len() {
            if self.section(at)? == Flow::Leave {
                return Ok(Outcome::Left);
            }
            let is_last = at + 1 == self.lesson.sections.len();
            if !is_last && self.pause()? == Flow::Leave {
                return Ok(Outcome::Left);
            }
            self.finish_section(at)?;
        }
        pages::closing(self.session.console, self.session.course, self.lesson)?;
        Ok(Outcome::Done)
    }

    fn pause(&mut self) -> Result<Flow, PlainError> {
        if !self.pauses {
            return Ok(Flow::On);
        }
        self.session.console.gap()?;
        let line = self.session.console.ask("Press Enter to read on; q leaves.")?;
        let leaves = line.is_none_or(|l| matches!(l.to_lowercase().as_str(), "q" | "quit"));
        Ok(if leaves { Flow::Leave } else { Flow::On })
    }

    /// Says a section. Coming to it is saved: it is the place to come back to.
    fn section(&mut self, at: usize) -> Result<Flow, PlainError> {
        let section = &self.lesson.sections[at];
        let came = EventKind::SectionOpened { lesson: self.lesson.id.clone(), section: section.id.clone() };
        self.session.save(&(self.session.clock)(), came)?;
        self.session.console.gap()?;
        self.session.console.say(&format!("§{} of {}: {}", at + 1, self.lesson.sections.len(), section.title))?;
        for block in &section.body {
            self.session.console.gap()?;
            if self.block(block)? == Flow::Leave {
                return Ok(Flow::Leave);
            }
        }
        Ok(Flow::On)
    }

    /// Going on from a section for the first time is what counts as having read it.
    fn finish_section(&mut self, at: usize) -> Result<(), PlainError> {
        let section = self.lesson.sections[at].id.clone();
        if self.read.insert(section.clone()) {
            self.session
                .save(&(self.session.clock)(), EventKind::SectionRead { lesson: self.lesson.id.clone(), section })?;
        }
        Ok(())
    }

    fn block(&mut self, block: &Block) -> Result<Flow, PlainError> {
        let (course, console) = (self.session.course, &mut *self.session.console);
        match block {
            Block::Text(it) => text::say(console, course, it.as_str())?,
            Block::Table(it) => text::say_table(console, course, it)?,
            Block::Figure(it) => figure::say(console, course, it)?,
            Block::Disagree(it) => text::say_disagreement(console, course, it)?,
            Block::Recall(id) => return self.recall(id),
        }
        Ok(Flow::On)
    }

    /// Stops for a question. One that the course does not have is passed without a word, as on the screen.
    fn recall(&mut self, id: &Id) -> Result<Flow, PlainError> {
        let course = self.session.course;
        let Some((lesson, question)) = course.question(id) else { return Ok(Flow::On) };
        let item = Item::alone(course, lesson, question);
        let since = (self.session.clock)().now;
        self.session.console.say(&format!("Recall ({})", item.kind.name()))?;
        let answer = match question::ask(self.session.console, course, &item)? {
            Line::Leave => return Ok(Flow::Leave),
            Line::Answer(answer) => answer,
        };
        let now = (self.session.clock)();
        let given = Given { score: item.grade(&answer), took_ms: now.ms_since(since), answer };
        self.save_recall(&now, id, &given)?;
        if given.answer.is_answer() {
            feedback::say(self.session.console, course, &item, Some(&given))?;
        }
        Ok(Flow::On)
    }

    /// A stop passed for the second time says nothing new.
    fn save_recall(&mut self, now: &Clock, id: &Id, given: &Given) -> Result<(), PlainError> {
        let known = !self.recalled.insert(id.clone());
        if known && !given.answer.is_answer() {
            return Ok(());
        }
        let what = EventKind::Recalled {
            lesson: self.lesson.id.clone(),
            question: id.clone(),
            answer: given.answer.clone(),
            score: given.score,
        };
        self.session.save(now, what).map(|_| ())
    }
}
