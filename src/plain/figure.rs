//! Figures in words: the caption, the sentence that says it all, and what was drawn as a list.

use super::text::{cited, inline};
use super::{Console, PlainError};
use crate::course::Course;
use crate::course::model::Figure;
use crate::pages::figure::lines;

/// Says `figure`.
pub(super) fn say(console: &mut Console<'_>, course: &Course, figure: &Figure) -> Result<(), PlainError> {
    console.say(&format!("Figure: {}{}", inline(course, figure.caption.as_str()), cited(course, &figure.cite)))?;
    console.say(&inline(course, figure.says.as_str()))?;
    for (marker, line) in lines(course, &figure.drawing) {
        console.say_after(&marker, &line)?;
    }
    Ok(())
}
