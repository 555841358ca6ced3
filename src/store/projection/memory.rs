//! What follows from a fit: how well each card is known, by the parameters that hold now. Intervals that were given stay.

use rusqlite::{Connection, OptionalExtension, params};

use super::{Entry, class, insert, read_body};
use crate::store::read::memory::{FIT, review_entry};
use crate::study::event::EventKind;
use crate::study::memory::fit::MemoryFit;
use crate::study::memory::{ReviewEntry, ReviewHistory};

/// Keeps a fit in place of the one before, and works the memory of every card out again.
pub(super) fn fitted(db: &Connection, entry: &Entry, fit: &MemoryFit) -> rusqlite::Result<()> {
    class::keep(db, entry, FIT, "")?;
    let sql = "SELECT card, day, grade, stage FROM review WHERE learner = ? ORDER BY day, event";
    let entries: Vec<ReviewEntry> =
        db.prepare_cached(sql)?.query_map([entry.learner], review_entry)?.collect::<rusqlite::Result<_>>()?;
    remember(db, entry, fit, entries)
}

/// A card is back where it stood after an earlier review: by the parameters that hold now, if any were fitted since.
pub(super) fn refit_card(db: &Connection, entry: &Entry, card: i64) -> rusqlite::Result<()> {
    let kept: Option<String> = db
        .prepare_cached(
            "SELECT event.body FROM kept JOIN event ON event.id = kept.event
             WHERE kept.profile = ? AND kept.course = ? AND kept.kind = ?",
        )?
        .query_row(params![entry.profile, entry.course, FIT], |row| row.get(0))
        .optional()?;
    let Some(EventKind::MemoryFitted(fit)) = kept.map(|body| read_body(&body)).transpose()? else { return Ok(()) };
    let sql = "SELECT card, day, grade, stage FROM review WHERE learner = ? AND card = ? ORDER BY day, event";
    let entries: Vec<ReviewEntry> =
        db.prepare_cached(sql)?.query_map([entry.learner, card], review_entry)?.collect::<rusqlite::Result<_>>()?;
    remember(db, entry, &fit, entries)
}

fn remember(db: &Connection, entry: &Entry, fit: &MemoryFit, entries: Vec<ReviewEntry>) -> rusqlite::Result<()> {
    let parameters = fit.parameters.clone().unwrap_or_default();
    for (card, memory) in ReviewHistory::new(entries).memories(&parameters) {
        insert(
            db,
            "UPDATE card SET stability = ?4, difficulty = ?5 WHERE profile = ?1 AND course = ?2 AND stage > 0
               AND card = (SELECT name FROM card_name WHERE id = ?3)",
            params![entry.profile, entry.course, card, memory.stability_days, memory.difficulty],
        )?;
    }
    Ok(())
}
