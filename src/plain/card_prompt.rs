//! What a learner types at a card.

use super::{Console, PlainError};
use crate::study::memory::{Grade, Outcomes};

/// What a line asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    Turn,
    Grade(Grade),
    Undo,
    Leave,
}

/// Asks until `read` knows the line. The end of input leaves.
pub fn ask(console: &mut Console<'_>, prompt: &str, read: impl Fn(&str) -> Option<Wish>) -> Result<Wish, PlainError> {
    loop {
        let Some(line) = console.ask(prompt)? else { return Ok(Wish::Leave) };
        match read(&line.to_lowercase()) {
            Some(wish) => return Ok(wish),
            None => console.say("That is none of these.")?,
        }
    }
}

/// At the front.
pub fn turning(line: &str) -> Option<Wish> {
    if line.is_empty() { Some(Wish::Turn) } else { either_way(line) }
}

/// At the back. Only a grade grades: an empty line too many must not.
pub fn grading(line: &str) -> Option<Wish> {
    let grade = match line {
        "1" | "again" => Grade::Again,
        "2" | "hard" => Grade::Hard,
        "3" | "good" => Grade::Good,
        "4" | "easy" => Grade::Easy,
        _ => return either_way(line),
    };
    Some(Wish::Grade(grade))
}

/// When nothing is left to show.
pub fn ending(line: &str) -> Option<Wish> {
    if line.is_empty() { Some(Wish::Leave) } else { either_way(line) }
}

fn either_way(line: &str) -> Option<Wish> {
    match line {
        "u" | "undo" => Some(Wish::Undo),
        "q" | "quit" => Some(Wish::Leave),
        _ => None,
    }
}

/// The grades and how long each lets the card rest: "1 again (1 min)  2 hard (6 min)  …".
pub fn grades(outcomes: &Outcomes) -> String {
    let line = |(n, grade): (usize, Grade)| {
        format!("{} {} ({})", n + 1, format!("{grade:?}").to_lowercase(), outcomes.of(grade).wait)
    };
    Grade::ALL.into_iter().enumerate().map(line).collect::<Vec<_>>().join("  ")
}
