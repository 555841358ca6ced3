//! How a lesson opens and closes.

use super::{Console, PlainError, passage};
use crate::course::Course;
use crate::course::model::Lesson;
use crate::pages::lesson as pages;
use crate::study::session::ReadingRecord;

/// Title, summary and objectives; when it goes on at a later section, only where.
pub(super) fn opening(
    console: &mut Console<'_>,
    course: &Course,
    lesson: &Lesson,
    start: usize,
) -> Result<(), PlainError> {
    console.say(&format!("Lesson {}: {}", course.number(&lesson.id), lesson.title))?;
    if start > 0 {
        return console.say(&format!("Continuing at §{} of {}.", start + 1, lesson.sections.len()));
    }
    passage::say(console, course, &pages::opening(course, lesson))
}

/// What belongs to the lesson, and its terms with their meanings: there is no pop-up to look them up in.
pub(super) fn closing(
    console: &mut Console<'_>,
    course: &Course,
    lesson: &Lesson,
    record: &ReadingRecord,
) -> Result<(), PlainError> {
    passage::say(console, course, &pages::closing(course, lesson, record))
}
