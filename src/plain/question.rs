//! Putting a question and waiting for an answer that can be read.

use super::answer_line::{self, Line};
use super::text;
use super::wording::option;
use super::{Console, PlainError};
use crate::course::Course;
use crate::course::model::{Ask, Pair, Question};
use crate::course::wording::letter;
use crate::study::quiz::Item;

/// Says the stem and what can be picked, then asks until the line can be read. The end of input leaves.
pub fn ask(console: &mut Console<'_>, course: &Course, question: &Question, item: &Item) -> Result<Line, PlainError> {
    show(console, course, question, item)?;
    let prompt = prompt(&question.ask, item.order.len());
    loop {
        let Some(line) = console.ask(&prompt)? else { return Ok(Line::Leave) };
        match answer_line::read(question, item, &line) {
            Ok(read) => return Ok(read),
            Err(what_to_type) => console.say(&what_to_type)?,
        }
    }
}

/// The stem, and what can be picked in the paper's order.
fn show(console: &mut Console<'_>, course: &Course, question: &Question, item: &Item) -> Result<(), PlainError> {
    text::say(console, course, question.stem.as_str())?;
    if let Some(picture) = &question.picture {
        text::say_picture(console, course, picture)?;
    }
    console.gap()?;
    let options = |console: &mut Console<'_>, letters: bool| {
        item.order.iter().enumerate().try_for_each(|(at, &of)| {
            let marker = if letters { format!("{}. ", letter(at)) } else { format!("{}. ", at + 1) };
            console.say_after(&marker, &option(course, &question.ask, of))
        })
    };
    match &question.ask {
        Ask::Choice(_) | Ask::Several(_) | Ask::Order(_) | Ask::Classify { .. } => options(console, false),
        Ask::TrueFalse(_) | Ask::Typed { .. } => Ok(()),
        Ask::Match { pairs, .. } => {
            for (at, Pair(premise, _)) in pairs.iter().enumerate() {
                console.say_after(&format!("{}. ", at + 1), &text::inline(course, premise.as_str()))?;
            }
            console.say("Partners, at least one to spare:")?;
            options(console, true)
        }
    }
}

fn prompt(ask: &Ask, n: usize) -> String {
    let what = match ask {
        Ask::Choice(_) | Ask::Classify { .. } => format!("Type a number from 1 to {n}"),
        Ask::Several(_) => format!("Type the numbers of all that apply, from 1 to {n}"),
        Ask::TrueFalse(_) => "True or false? Type t or f".to_owned(),
        Ask::Match { .. } => "Type pairs, such as 1a 2c 3b".to_owned(),
        Ask::Order(_) => "Type all numbers in order, from the first to the last".to_owned(),
        Ask::Typed { .. } => return "Type your answer; an empty line skips, quit leaves.".to_owned(),
    };
    format!("{what}; s skips, q leaves.")
}
