//! What a learner types at a card.

use super::session::Session;
use super::{PlainError, answer_line};
use crate::course::model::Id;
use crate::study::memory::{Grade, Outcomes};

/// What a line asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reply {
    /// An empty line: turn the card or, where nothing is left to show, end.
    Next,
    Grade(Grade),
    Undo,
    /// One more round, for practice.
    More,
}

/// Asks until `read` knows the line. `! note` flags `card`, of this id and lesson.
pub(super) fn ask(
    session: &mut Session<'_>,
    prompt: &str,
    read: fn(&str) -> Option<Reply>,
    card: Option<(&Id, &Id)>,
) -> Result<Reply, PlainError> {
    loop {
        let line = session.ask_or_look_up(prompt)?;
        if let (Some(note), Some((card, lesson))) = (answer_line::flagged(&line), card) {
            session.flag(card, lesson, note)?;
            continue;
        }
        let line = line.to_lowercase();
        match read(&line) {
            _ if matches!(line.as_str(), "q" | "quit") => return Err(PlainError::Left),
            Some(reply) => return Ok(reply),
            None => session.say("That is not one of these.")?,
        }
    }
}

/// At the front, and when nothing is left to show.
pub(super) fn going_on(line: &str) -> Option<Reply> {
    if line.is_empty() { Some(Reply::Next) } else { undo(line) }
}

/// When the day's cards are done.
pub(super) fn ending(line: &str) -> Option<Reply> {
    if matches!(line, "m" | "more") { Some(Reply::More) } else { going_on(line) }
}

/// At the back. Only a grade grades: an empty line too many must not.
pub(super) fn grading(line: &str) -> Option<Reply> {
    let grade = match line {
        "1" | "again" => Grade::Again,
        "2" | "hard" => Grade::Hard,
        "3" | "good" => Grade::Good,
        "4" | "easy" => Grade::Easy,
        _ => return undo(line),
    };
    Some(Reply::Grade(grade))
}

fn undo(line: &str) -> Option<Reply> {
    matches!(line, "u" | "undo").then_some(Reply::Undo)
}

/// The grades and how long each lets the card rest: "1 again (1 min)  2 hard (6 min)  …".
pub(super) fn grades(outcomes: &Outcomes) -> String {
    let line = |(n, grade): (usize, Grade)| {
        format!("{} {} ({})", n + 1, format!("{grade:?}").to_lowercase(), outcomes.of(grade).wait)
    };
    Grade::ALL.into_iter().enumerate().map(line).collect::<Vec<_>>().join("  ")
}
