//! A lesson as lines: section by section, with its recall stops.

use super::answer_line::Line;
use super::error::ended;
use super::look_up::LookUp;
use super::session::Session;
use super::{Outcome, PlainError, block, feedback, pages, question, text};
use crate::course::model::{Block, Id, Lesson};
use crate::study::event::PagePlace;
use crate::study::item::Item;
use crate::study::session::ReadingRecord;

/// Reads the lesson `id` out, from the section where it was left. With `pauses`, for a person at a terminal, it waits
/// between sections.
///
/// # Errors
/// When there is no such lesson, something could not be saved, or a line not be read or written.
pub fn learn(session: Session<'_>, id: &Id, pauses: bool) -> Result<Outcome, PlainError> {
    let lesson = session.course.lesson(id).ok_or_else(|| PlainError::NoLesson(id.clone()))?;
    let kept = session.store.place_in(id)?;
    let read = session.store.sections_read()?.remove(id).unwrap_or_default();
    let record = ReadingRecord::new(id.clone(), read, session.store.recalled(id)?);
    let again = lesson.sections.iter().all(|s| record.has_read(&s.id));
    // Lines cannot be turned back: a lesson that was read whole begins anew.
    let kept = kept.filter(|_| !again);
    let start = kept.and_then(|k| lesson.sections.iter().position(|s| s.id == k)).unwrap_or(0);
    ended(Reading { session, lesson, record, pauses, again }.run(start))
}

/// A lesson being read.
struct Reading<'a> {
    session: Session<'a>,
    lesson: &'a Lesson,
    record: ReadingRecord,
    pauses: bool,
    /// The lesson was read whole before: then its recall stops are asked anew.
    again: bool,
}

impl Reading<'_> {
    fn run(mut self, start: usize) -> Result<Outcome, PlainError> {
        pages::opening(&mut self.session.console, self.session.course, self.lesson, start)?;
        if start == 0 {
            self.pause()?;
        }
        for at in start..self.lesson.sections.len() {
            self.section(at)?;
            if at + 1 < self.lesson.sections.len() {
                self.pause()?;
            }
            self.finish_section(at)?;
        }
        pages::closing(&mut self.session.console, self.session.course, self.lesson, &self.record)?;
        Ok(Outcome::Done)
    }

    fn pause(&mut self) -> Result<(), PlainError> {
        if !self.pauses {
            return Ok(());
        }
        self.session.gap()?;
        let line = self.session.ask_or_look_up("Press Enter to read on; q leaves.")?;
        if matches!(line.to_lowercase().as_str(), "q" | "quit") { Err(PlainError::Left) } else { Ok(()) }
    }

    /// Says a section. Coming to it is saved: it is the place to come back to.
    fn section(&mut self, at: usize) -> Result<(), PlainError> {
        let section = &self.lesson.sections[at];
        self.session.save(&self.session.now(), self.record.came(section.id.clone(), PagePlace::default()))?;
        self.session.gap()?;
        self.session.say(&format!("§{} of {}: {}", at + 1, self.lesson.sections.len(), section.title))?;
        for block in &section.body {
            self.session.gap()?;
            self.block(block)?;
        }
        Ok(())
    }

    /// Going on from a section for the first time is what counts as having read it.
    fn finish_section(&mut self, at: usize) -> Result<(), PlainError> {
        if let Some(read) = self.record.finish(self.lesson.sections[at].id.clone()) {
            self.session.save(&self.session.now(), read)?;
        }
        Ok(())
    }

    fn block(&mut self, block: &Block) -> Result<(), PlainError> {
        match block {
            Block::Recall(id) => self.recall(id),
            said => block::say(&mut self.session.console, self.session.course, said),
        }
    }

    /// Stops for a question. One that the course does not have is passed without a word, as on the screen.
    fn recall(&mut self, id: &Id) -> Result<(), PlainError> {
        let course = self.session.course;
        let Some((lesson, question)) = course.practice_question(id) else { return Ok(()) };
        let item = Item::alone(course, lesson, question);
        let since = self.session.now().now;
        if let Some(given) = self.record.answered(id).filter(|_| !self.again) {
            self.session.say(&format!("Recall ({}), answered before", item.kind.name()))?;
            text::say(&mut self.session.console, course, item.stem.as_str())?;
            return feedback::say(&mut self.session.console, course, &item, Some(given));
        }
        self.session.say(&format!("Recall ({})", item.kind.name()))?;
        let answer = loop {
            match question::ask(&mut self.session.console, course, &item, LookUp::On)? {
                Line::Leave => return Err(PlainError::Left),
                Line::Answer(answer) => break answer,
                Line::Flag(note) => self.session.flag(&item.question, &item.lesson, &note)?,
                Line::Why => self.session.say("It asks for what was just read.")?,
            }
        };
        let now = self.session.now();
        let (given, recalled) = self.record.recall(course, &item, answer, now.ms_since(since));
        for what in recalled {
            self.session.save(&now, what)?;
        }
        if !given.answer.is_answer() {
            return Ok(());
        }
        feedback::say(&mut self.session.console, course, &item, Some(&given))
    }
}
