//! Putting a question and waiting for an answer that can be read.

use super::answer_line::{self, Line};
use super::look_up::{self, LookUp};
use super::text;
use super::{Console, PlainError};
use crate::course::Course;
use crate::course::model::Text;
use crate::study::item::{Item, OptionSet, Posed, Task, letter};

/// Says the stem and what can be picked, then asks until the line can be read. The end of input leaves.
pub(super) fn ask(
    console: &mut Console<'_>,
    course: &Course,
    item: &Item,
    looking_up: LookUp,
) -> Result<Line, PlainError> {
    let posed = item.posed(1, 1);
    show(console, course, &posed)?;
    let prompt = posed.in_lines();
    loop {
        let Some(line) = console.ask(&prompt)? else { return Ok(Line::Leave) };
        if let Some(words) = look_up::asked_for(&line).filter(|_| !item.accepts_as_typed(&line)) {
            match looking_up {
                LookUp::On => look_up::answer(console, course, words)?,
                LookUp::Off => console.say(look_up::OFF)?,
            }
            continue;
        }
        match answer_line::read(item, &line) {
            Ok(read) => return Ok(read),
            Err(what_to_type) => console.say(&what_to_type)?,
        }
    }
}

/// The stem, and what can be picked in the paper's order.
fn show(console: &mut Console<'_>, course: &Course, posed: &Posed) -> Result<(), PlainError> {
    text::say(console, course, posed.stem.as_str())?;
    if let Some(picture) = &posed.picture {
        text::say_picture(console, course, picture)?;
    }
    console.gap()?;
    let mut numbered = |texts: &[Text]| {
        (1..)
            .zip(texts)
            .try_for_each(|(n, it)| console.say_after(&format!("{n}. "), &text::inline(course, it.as_str())))
    };
    match &posed.task {
        // The prompt names both.
        Task::PickOne { pool: OptionSet::Truth, .. } | Task::Type { .. } => Ok(()),
        Task::PickOne { options, .. } | Task::PickMany { options } => numbered(options),
        Task::Sort { things } => numbered(things),
        Task::Join { premises, partners } => {
            numbered(premises)?;
            let spare = partners.len() > premises.len();
            console.say(if spare { "Partners, at least one left over:" } else { "Partners:" })?;
            (0..).zip(partners).try_for_each(|(place, it)| {
                let front = format!("{}. ", letter(place).to_ascii_lowercase());
                console.say_after(&front, &text::inline(course, it.as_str()))
            })
        }
    }
}
