//! What the kind of a question demands of whoever answers it.

use crate::course::Course;
use crate::course::model::Ask;

/// What an answer takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Demand {
    /// To recognise one of so many.
    OneOf(usize),
    /// To join what belongs together.
    Pairs,
    /// To find several, to put in order, or to recall words.
    Several,
}

impl Demand {
    #[must_use]
    pub fn of(course: &Course, ask: &Ask) -> Self {
        match ask {
            Ask::TrueFalse(_) => Self::OneOf(2),
            Ask::Choice(options) => Self::OneOf(options.len()),
            Ask::Classify { scheme, .. } => Self::OneOf(course.scheme(scheme).map_or(0, |it| it.categories.len())),
            Ask::Match { .. } => Self::Pairs,
            Ask::Several(_) | Ask::Order(_) | Ask::Typed { .. } => Self::Several,
        }
    }
}
