//! How options, tracks, points and places are named to learners.

use super::text::inline;
use crate::course::Course;
use crate::course::model::{Ask, Id};
use crate::course::wording;

/// The text of the option, partner, event or track with the author's number `of`, as plain words.
pub fn option(course: &Course, ask: &Ask, of: usize) -> String {
    inline(course, &wording::option(course, ask, of))
}

/// Who says so and where it is taught: "(McDonald 1991; lesson 7 §2)".
pub fn source(course: &Course, cite: &[Id], lesson: &Id, section: Option<&Id>) -> String {
    format!("({})", wording::sources(course, cite, lesson, section).join("; "))
}

/// How `n` is counted: "1 question", "2 questions".
pub fn count(n: usize, one: &str) -> String {
    format!("{n} {one}{}", if n == 1 { "" } else { "s" })
}
