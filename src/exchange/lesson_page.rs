//! Lessons as a page for a browser. It is written, never read.

use super::FormatWriter;
use super::fidelity::{ItemFate, Transfer};
use super::outgoing::{Outgoing, OutgoingBank, fate, front};
use crate::course::model::{Id, Lesson};
use crate::print::lesson::{LessonPart, lessons};

/// Writes the page.
pub(super) struct LessonPage;

impl FormatWriter for LessonPage {
    fn write(&self, course: &Outgoing<'_>, fates: &mut Vec<ItemFate>) -> String {
        let parts: Vec<LessonPart<'_>> = course.banks.iter().filter_map(|bank| part(course, bank, fates)).collect();
        lessons(course.course, &parts)
    }
}

fn part<'a>(course: &Outgoing<'a>, bank: &OutgoingBank<'a>, fates: &mut Vec<ItemFate>) -> Option<LessonPart<'a>> {
    let lesson: Option<&Lesson> = Id::new(bank.id.as_str()).ok().and_then(|id| course.course.lesson(&id));
    let done = || match lesson {
        Some(_) => Transfer::Kept,
        None => Transfer::Dropped("it belongs to no lesson, and the page holds lessons".to_owned()),
    };
    fates.extend(bank.cards.iter().map(|card| fate(&card.id, front(&card.face), done())));
    fates.extend(bank.questions.iter().map(|question| fate(&question.id, question.stem.as_str(), done())));
    Some(LessonPart { lesson: lesson?, cards: bank.cards.clone(), questions: bank.questions.clone() })
}
