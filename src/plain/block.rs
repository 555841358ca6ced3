//! What stands in a section of a lesson, in words.

use super::{Console, PlainError, figure, text};
use crate::course::Course;
use crate::course::model::{Block, Section};

/// Says everything in `section` but its recall stops.
pub(super) fn say_section(console: &mut Console<'_>, course: &Course, section: &Section) -> Result<(), PlainError> {
    for block in section.body.iter().filter(|block| !matches!(block, Block::Recall(_))) {
        console.gap()?;
        say(console, course, block)?;
    }
    Ok(())
}

/// Says `block`. Of a recall stop nothing: it is asked.
pub(super) fn say(console: &mut Console<'_>, course: &Course, block: &Block) -> Result<(), PlainError> {
    match block {
        Block::Text(it) => text::say(console, course, it.as_str()),
        Block::Table(it) => text::say_table(console, course, it),
        Block::Figure(it) => figure::say(console, course, it),
        Block::Disagree(it) => text::say_disagreement(console, course, it),
        Block::Picture(it) => text::say_picture(console, course, it),
        Block::Recall(_) => Ok(()),
    }
}
