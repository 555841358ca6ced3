//! Progress in figures.

use super::error::quietly;
use super::{Console, Outcome, PlainError, passage};
use crate::course::Course;
use crate::pages::statistics as pages;
use crate::study::progress::Progress;

/// Says what is known, what was done lately, and the quizzes.
///
/// # Errors
/// When a line cannot be written.
pub fn statistics(console: &mut Console<'_>, course: &Course, progress: &Progress) -> Result<Outcome, PlainError> {
    quietly(passage::say(console, course, &pages::passages(progress)).map(|()| Outcome::Done))
}
