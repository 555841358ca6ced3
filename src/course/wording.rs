//! How sources and errors are said to learners: the same words on the screen and in lines.

use super::Course;
use super::model::Id;

/// Who says so, two works at most, and where it is taught: `McDonald 1991`, `lesson 7 §2`.
#[must_use]
pub fn sources(course: &Course, cite: &[Id], lesson: &Id, section: Option<&Id>) -> Vec<String> {
    let works = cite.iter().take(2).map(|c| course.short_name(c));
    let place = course.outline(lesson).and_then(|o| o.sections.iter().position(|s| Some(&s.id) == section));
    let taught = place.map(|at| format!("lesson {} §{}", course.number(lesson), at + 1));
    works.chain(taught).collect()
}

/// What went wrong as a sentence: a capital at its front, a stop at its end.
#[must_use]
pub fn sentence(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}{}", chars.as_str(), if text.ends_with('.') { "" } else { "." })
}
