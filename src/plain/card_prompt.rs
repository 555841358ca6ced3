//! What a learner types at a card.

use super::session::Session;
use super::{PlainError, answer_line};
use crate::course::model::Id;
use crate::study::memory::{Grade, Outcomes};

/// What a line asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reply {
    /// An empty line: turn the card or, where nothing is left to show, end.
    Next,
    /// An answer that is typed before the card is turned.
    Answer(String),
    Grade(Grade),
    /// The card is not to be shown until it is taken up by hand.
    Suspend,
    /// The card is not to be shown until tomorrow.
    Bury,
    Undo,
    /// One more round, for practice.
    More,
}

/// Reads a line as it was typed; `None` when it says nothing here.
pub(super) type Reading = fn(&str) -> Option<Reply>;

/// Asks until `read` knows the line. `! note` flags `card`, of this id and lesson.
pub(super) fn ask(
    session: &mut Session<'_>,
    prompt: &str,
    read: Reading,
    card: Option<(&Id, &Id)>,
) -> Result<Reply, PlainError> {
    loop {
        let line = session.ask_or_look_up(prompt)?;
        if let (Some(note), Some((card, lesson))) = (answer_line::flagged(&line), card) {
            session.flag(card, lesson, note)?;
            continue;
        }
        match read(&line) {
            _ if matches!(&line.to_lowercase()[..], "q" | "quit") => return Err(PlainError::Left),
            Some(reply) => return Ok(reply),
            None => session.say("That is not one of these.")?,
        }
    }
}

/// At the front.
pub(super) fn turning(line: &str) -> Option<Reply> {
    going_on(line).or_else(|| hold(line))
}

/// At the front, where the answer is typed: what is no command is the answer.
pub(super) fn answering(line: &str) -> Option<Reply> {
    turning(line).or_else(|| Some(Reply::Answer(line.to_owned())))
}

/// When the day's cards are done.
pub(super) fn ending(line: &str) -> Option<Reply> {
    if matches!(&line.to_lowercase()[..], "m" | "more") { Some(Reply::More) } else { going_on(line) }
}

/// At the back. Only a grade grades: an empty line too many must not.
pub(super) fn grading(line: &str) -> Option<Reply> {
    let grade = match &line.to_lowercase()[..] {
        "1" | "again" => Grade::Again,
        "2" | "hard" => Grade::Hard,
        "3" | "good" => Grade::Good,
        "4" | "easy" => Grade::Easy,
        other => return undo(other).or_else(|| hold(other)),
    };
    Some(Reply::Grade(grade))
}

fn going_on(line: &str) -> Option<Reply> {
    if line.is_empty() { Some(Reply::Next) } else { undo(line) }
}

fn undo(line: &str) -> Option<Reply> {
    matches!(&line.to_lowercase()[..], "u" | "undo").then_some(Reply::Undo)
}

fn hold(line: &str) -> Option<Reply> {
    match &line.to_lowercase()[..] {
        "s" | "suspend" => Some(Reply::Suspend),
        "b" | "bury" => Some(Reply::Bury),
        _ => None,
    }
}

/// The grades and how long each lets the card rest: "1 again (1 min)  2 hard (6 min)  …".
pub(super) fn grades(outcomes: &Outcomes) -> String {
    let line = |(n, grade): (usize, Grade)| {
        format!("{} {} ({})", n + 1, format!("{grade:?}").to_lowercase(), outcomes.of(grade).wait)
    };
    Grade::ALL.into_iter().enumerate().map(line).collect::<Vec<_>>().join("  ")
}
