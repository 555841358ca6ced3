//! What follows for a card: its state and schedule, the reviews, what was asked for and held back.

use rusqlite::{Connection, OptionalExtension, params};

use super::{Entry, insert, memory, read_body};
use crate::course::outline::CardKey;
use crate::study::event::EventKind;
use crate::study::memory::{CardState, Due, Stage};
use crate::study::queue::Hold;

pub(super) fn review(db: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    let EventKind::Reviewed { card, grade, before, after, took_ms } = entry.what else { return Ok(()) };
    let Entry { id, day, learner, .. } = *entry;
    let (card, stage) = (card.to_string(), stage_number(before.stage()));
    insert(
        db,
        "INSERT INTO review VALUES (?, ?, ?, ?, ?, ?, ?)",
        params![id, learner, card_number(db, &card)?, day.0, grade.number(), stage, took_ms],
    )?;
    insert(
        db,
        "UPDATE requested SET answered = ? WHERE profile = ? AND course = ? AND card = ? AND answered IS NULL",
        params![id, entry.profile, entry.course, card],
    )?;
    set_card(db, entry, &card, after)?;
    count_review(db, entry, day.0, stage, 1)
}

/// The number of a card's name, which is drawn when it is first reviewed.
fn card_number(db: &Connection, name: &str) -> rusqlite::Result<i64> {
    let known =
        db.prepare_cached("SELECT id FROM card_name WHERE name = ?")?.query_row([name], |row| row.get(0)).optional()?;
    known.map_or_else(
        || {
            db.prepare_cached("INSERT INTO card_name (name) VALUES (?) RETURNING id")?
                .query_row([name], |row| row.get(0))
        },
        Ok,
    )
}

fn set_card(db: &Connection, entry: &Entry, card: &str, state: &CardState) -> rusqlite::Result<()> {
    let step = if let CardState::Learning { step, .. } = state { Some(*step) } else { None };
    let (due_day, due_ms) = match state.due() {
        None => (None, None),
        Some(Due::On(day)) => (Some(day.0), None),
        Some(Due::At(moment)) => (None, Some(moment.as_millisecond())),
    };
    let (stability, difficulty) = state.memory().map(|m| (m.stability_days, m.difficulty)).unzip();
    let (stage, last) = (stage_number(state.stage()), state.last().map(|day| day.0));
    let (profile, course, lapses, reviews) = (entry.profile, entry.course, state.lapses(), state.reviews());
    insert(
        db,
        "REPLACE INTO card VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        params![profile, course, card, stage, step, stability, difficulty, last, due_day, due_ms, lapses, reviews],
    )
}

/// Counts a review of a card that stood at `stage` up or down.
fn count_review(db: &Connection, entry: &Entry, day: i32, stage: u8, by: i32) -> rusqlite::Result<()> {
    let (new, reviews) = match stage {
        0 => (by, 0),
        3 => (0, by),
        _ => return Ok(()),
    };
    insert(
        db,
        "UPDATE day SET new = new + ?4, reviews = reviews + ?5 WHERE profile = ?1 AND course = ?2 AND day = ?3",
        params![entry.profile, entry.course, day, new, reviews],
    )
}

pub(super) fn undo_review(db: &Connection, entry: &Entry, target: i64) -> rusqlite::Result<()> {
    let gone: Option<(i64, i32, u8)> = db
        .prepare_cached("DELETE FROM review WHERE event = ? RETURNING card, day, stage")?
        .query_row([target], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let Some((number, day, stage)) = gone else { return Ok(()) };
    count_review(db, entry, day, stage, -1)?;
    let card: String =
        db.prepare_cached("SELECT name FROM card_name WHERE id = ?")?.query_row([number], |row| row.get(0))?;
    let latest: Option<(i64, String)> = db
        .prepare_cached(
            "SELECT id, body FROM event WHERE id = (SELECT max(event) FROM review WHERE learner = ? AND card = ?)",
        )?
        .query_row([entry.learner, number], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    // Reviews from before a reset say nothing of the card any more.
    let reset = latest_reset(db, entry, &card)?;
    let latest = latest.filter(|(id, _)| reset.is_none_or(|reset| *id > reset));
    match latest.map(|(_, body)| read_body(&body)).transpose()? {
        Some(EventKind::Reviewed { after, .. }) => {
            set_card(db, entry, &card, &after)?;
            memory::refit_card(db, entry, number)?;
        }
        _ => make_new(db, entry, &card)?,
    }
    // The review answered a request: that is open again.
    let reopen = "UPDATE requested SET answered = NULL WHERE profile = ? AND course = ? AND answered = ?";
    insert(db, reopen, params![entry.profile, entry.course, target])?;
    want(db, entry, &card)
}

/// Number of the event that made the card new, the latest of them.
fn latest_reset(db: &Connection, entry: &Entry, card: &str) -> rusqlite::Result<Option<i64>> {
    let sql = "SELECT id, body FROM event WHERE learner = ? AND kind = 'cards-reset' ORDER BY id DESC";
    let mut found = db.prepare_cached(sql)?;
    let mut rows = found.query([entry.learner])?;
    while let Some(row) = rows.next()? {
        let body: String = row.get(1)?;
        if let EventKind::CardsReset { cards } = read_body(&body)?
            && cards.iter().any(|reset| reset.to_string() == card)
        {
            return row.get(0).map(Some);
        }
    }
    Ok(None)
}

pub(super) fn hold(db: &Connection, entry: &Entry, card: &CardKey, hold: Option<Hold>) -> rusqlite::Result<()> {
    let (profile, course, card) = (entry.profile, entry.course, card.to_string());
    let until = match hold {
        None => {
            let sql = "DELETE FROM card_hold WHERE profile = ? AND course = ? AND card = ?";
            return insert(db, sql, params![profile, course, card]);
        }
        Some(Hold::Suspended) => None,
        Some(Hold::Buried { until }) => Some(until.0),
    };
    insert(db, "REPLACE INTO card_hold VALUES (?, ?, ?, ?)", params![profile, course, card, until])
}

/// The card is new again.
pub(super) fn make_new(db: &Connection, entry: &Entry, card: &str) -> rusqlite::Result<()> {
    let sql = "DELETE FROM card WHERE profile = ? AND course = ? AND card = ?";
    insert(db, sql, params![entry.profile, entry.course, card])
}

/// A card is asked for, and stays so until it is answered.
pub(super) fn request(db: &Connection, entry: &Entry, card: &str) -> rusqlite::Result<()> {
    let Entry { id, profile, course, day, .. } = *entry;
    insert(db, "REPLACE INTO requested VALUES (?, ?, ?, ?, ?, NULL)", params![profile, course, card, id, day.0])?;
    want(db, entry, card)
}

/// A card that is asked for is due on that day or, when it was never shown, has a row and with it precedence over other
/// new ones.
fn want(db: &Connection, entry: &Entry, card: &str) -> rusqlite::Result<()> {
    let sql = "SELECT day FROM requested WHERE profile = ? AND course = ? AND card = ? AND answered IS NULL";
    let open = params![entry.profile, entry.course, card];
    let day: Option<i32> = db.prepare_cached(sql)?.query_row(open, |row| row.get(0)).optional()?;
    let Some(day) = day else { return Ok(()) };
    insert(
        db,
        "INSERT INTO card (profile, course, card, stage, lapses, reviews) VALUES (?1, ?2, ?3, 0, 0, 0)
         ON CONFLICT DO UPDATE SET due_day = min(due_day, ?4) WHERE stage = 3",
        params![entry.profile, entry.course, card, day],
    )
}

fn stage_number(stage: Stage) -> u8 {
    match stage {
        Stage::New => 0,
        Stage::Learning => 1,
        Stage::Relearning => 2,
        Stage::Review => 3,
    }
}
