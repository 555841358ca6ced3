//! How a lesson opens and closes.

use super::text::{self, inline};
use super::wording::count;
use super::{Console, PlainError};
use crate::course::Course;
use crate::course::model::Lesson;

/// Title, summary and objectives; when it goes on at a later section, only where.
pub fn opening(console: &mut Console<'_>, course: &Course, lesson: &Lesson, start: usize) -> Result<(), PlainError> {
    console.say(&format!("Lesson {}: {}", course.number(&lesson.id), lesson.title))?;
    if start > 0 {
        return console.say(&format!("Going on at §{} of {}.", start + 1, lesson.sections.len()));
    }
    text::say(console, course, lesson.summary.as_str())?;
    let before: Vec<String> = lesson.requires.iter().map(|l| course.title(l)).collect();
    let needs = if before.is_empty() { String::new() } else { format!(" It builds on: {}.", before.join("; ")) };
    console.say(&format!("About {} minutes, {}.{needs}", lesson.minutes, count(lesson.sections.len(), "section")))?;
    console.say("Afterwards you can:")?;
    lesson.objectives.iter().try_for_each(|o| console.say_after("- ", &inline(course, o.text.as_str())))
}

/// What belongs to the lesson, and its terms with their meanings: there is no pop-up to look them up in.
pub fn closing(console: &mut Console<'_>, course: &Course, lesson: &Lesson) -> Result<(), PlainError> {
    console.gap()?;
    console.say("That was the lesson.")?;
    if let Some(outline) = course.outline(&lesson.id) {
        console.say(&format!(
            "To it belong {} and {}.",
            count(outline.cards.len(), "card"),
            count(outline.questions, "question")
        ))?;
    }
    if !lesson.terms.is_empty() {
        console.say("Terms:")?;
    }
    lesson
        .terms
        .iter()
        .try_for_each(|t| console.say_after("- ", &format!("{}: {}", t.term, inline(course, t.meaning.as_str()))))
}
