//! How options, tracks, points and places are named to learners.

use crate::course::Course;
use crate::course::model::Id;
use crate::course::wording;

/// How `n` is counted: "1 question", "2 questions".
pub(super) fn count(n: usize, one: &str) -> String {
    format!("{n} {one}{}", if n == 1 { "" } else { "s" })
}

/// Who says so and where it is taught: "(McDonald 1991; lesson 7 §2)".
pub(super) fn source(course: &Course, cite: &[Id], lesson: &Id, section: Option<&Id>) -> String {
    format!("({})", wording::sources(course, cite, lesson, section).join("; "))
}
