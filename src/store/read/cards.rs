//! How the cards stand, and what was answered.

use std::collections::HashMap;

use jiff::Timestamp;
use rusqlite::Row;

use super::{json, moment, parse};
use crate::course::outline::CardKey;
use crate::store::{Store, StoreError};
use crate::study::event::{EventId, EventKind};
use crate::study::memory::{CardState, Grade, Memory, Stage};
use crate::study::time::StudyDay;

/// A review that still counts.
#[derive(Clone, Debug, PartialEq)]
pub struct LoggedReview {
    pub event: EventId,
    pub at: Timestamp,
    pub day: StudyDay,
    pub card: CardKey,
    pub grade: Grade,
    /// Where the card stood before.
    pub stage: Stage,
    pub took_ms: u32,
}

/// The review that "undo" would take back.
#[derive(Clone, Debug, PartialEq)]
pub struct LastReview {
    pub event: EventId,
    pub at: Timestamp,
    pub card: CardKey,
    pub grade: Grade,
    /// What the card goes back to.
    pub before: CardState,
}

impl Store {
    /// How each card stands that was ever reviewed; those of cards the course no longer has included.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn card_states(&self) -> Result<HashMap<CardKey, CardState>, StoreError> {
        let sql = "SELECT card, stage, step, stability, difficulty, last, due_day, due_ms, lapses, reviews FROM card
                   WHERE profile = ? AND course = ?";
        // Counted first, so that the map is made large enough at once.
        let states: Vec<_> = self.all(sql, self.me(), |row| Ok((card(row, 0)?, state(row)?)))?;
        Ok(states.into_iter().collect())
    }

    /// The last review that was not taken back.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn last_review(&self) -> Result<Option<LastReview>, StoreError> {
        let sql = "SELECT id, at_ms, body FROM event WHERE id =
                     (SELECT event FROM review NOT INDEXED
                      WHERE learner = (SELECT id FROM learner WHERE profile = ? AND course = ?) ORDER BY event DESC LIMIT 1)";
        let found = self.first(sql, self.me(), |row| Ok((EventId(row.get(0)?), moment(row, 1)?, json(row, 2)?)))?;
        Ok(found.and_then(|(event, at, what)| match what {
            EventKind::Reviewed { card, grade, before, .. } => Some(LastReview { event, at, card, grade, before }),
            _ => None,
        }))
    }

    /// Every review that still counts, oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn review_log(&self) -> Result<Vec<LoggedReview>, StoreError> {
        let sql = "SELECT review.event, event.at_ms, review.day, card_name.name, grade, stage, took_ms FROM review
                   JOIN event ON event.id = review.event JOIN card_name ON card_name.id = review.card
                   WHERE review.learner = (SELECT id FROM learner WHERE profile = ? AND course = ?) ORDER BY review.event";
        self.all(sql, self.me(), |row| {
            Ok(LoggedReview {
                event: EventId(row.get(0)?),
                at: moment(row, 1)?,
                day: StudyDay(row.get(2)?),
                card: card(row, 3)?,
                grade: grade(row.get(4)?),
                stage: stage(row.get(5)?),
                took_ms: row.get(6)?,
            })
        })
    }
}

fn card(row: &Row, at: usize) -> rusqlite::Result<CardKey> {
    parse(row, at, str::parse)
}

/// The columns of [`Store::card_states`] after the first.
fn state(row: &Row) -> rusqlite::Result<CardState> {
    let stage = stage(row.get(1)?);
    if stage == Stage::New {
        return Ok(CardState::New);
    }
    let memory = Memory { stability_days: row.get(3)?, difficulty: row.get(4)? };
    let (last, lapses, reviews) = (StudyDay(row.get(5)?), row.get(8)?, row.get(9)?);
    Ok(if stage == Stage::Review {
        CardState::Review { memory, last, due: StudyDay(row.get(6)?), lapses, reviews }
    } else {
        CardState::Learning { step: row.get(2)?, memory, last, due: moment(row, 7)?, lapses, reviews }
    })
}

/// The table lets no other number in.
pub(super) fn grade(number: u8) -> Grade {
    match number {
        1 => Grade::Again,
        2 => Grade::Hard,
        3 => Grade::Good,
        _ => Grade::Easy,
    }
}

pub(super) fn stage(number: u8) -> Stage {
    match number {
        0 => Stage::New,
        1 => Stage::Learning,
        2 => Stage::Relearning,
        _ => Stage::Review,
    }
}
