//! Making every table beside the log again, from the log.

use rusqlite::Connection;

use super::projection::{self, Entry};
use super::{Store, StoreError};
use crate::study::time::StudyDay;

/// Every table that follows from the log.
pub(super) const DERIVED: [&str; 21] = [
    "came",
    "read",
    "recalled",
    "review",
    "run",
    "answer",
    "latest",
    "ending",
    "card",
    "day",
    "play",
    "play_move",
    "play_end",
    "drill",
    "drill_entry",
    "sheet",
    "kept",
    "requested",
    "card_hold",
    "note",
    "certainty",
];

impl Store {
    /// Makes the tables beside the log again, for every learner. For mending, and after a change of what follows.
    ///
    /// # Errors
    /// When the log cannot be read or the tables not be written; then they stay as they were.
    pub fn rebuild(&mut self) -> Result<(), StoreError> {
        let place = &self.place;
        let sqlite = |e| StoreError::from_sqlite(place, e);
        let tx = self.db.transaction().map_err(sqlite)?;
        replay(&tx).map_err(sqlite)?;
        tx.commit().map_err(sqlite)
    }
}

pub(super) fn replay(db: &Connection) -> rusqlite::Result<()> {
    for table in DERIVED {
        db.execute(&format!("DELETE FROM {table}"), [])?;
    }
    let mut log = db.prepare("SELECT event.id, at_ms, day, profile, course, body, learner FROM event CROSS JOIN learner ON learner.id = event.learner ORDER BY event.id")?;
    let mut rows = log.query([])?;
    while let Some(row) = rows.next()? {
        let (profile, course): (String, String) = (row.get(3)?, row.get(4)?);
        let what = projection::read_body(row.get_ref(5)?.as_str()?)?;
        let (id, at_ms, day) = (row.get(0)?, row.get(1)?, StudyDay(row.get(2)?));
        projection::apply(
            db,
            &Entry { id, at_ms, day, learner: row.get(6)?, profile: &profile, course: &course, what: &what },
        )?;
    }
    Ok(())
}
