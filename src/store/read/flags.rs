//! Flags that learners set on questions and cards, for the author.

use jiff::Timestamp;
use rusqlite::params;

use super::moment;
use crate::course::model::Id;
use crate::store::projection::read_body;
use crate::store::{Store, StoreError};
use crate::study::event::EventKind;

/// What a flag is kept as, under the id of its item.
pub(in crate::store) const FLAG: &str = "item flag";

/// A flag, without the name of who set it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemFlag {
    pub item: Id,
    pub lesson: Id,
    /// Empty where nothing was written.
    pub note: String,
    pub at: Timestamp,
}

impl Store {
    /// The flags of everybody who learns here, the oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn flags(&self) -> Result<Vec<ItemFlag>, StoreError> {
        let sql = "SELECT event.at_ms, event.body FROM event JOIN kept ON kept.event = event.id
                   WHERE kept.course = ? AND kept.kind = ? ORDER BY event.id";
        let [_, course] = self.me();
        let rows: Vec<(Timestamp, String)> =
            self.all(sql, params![course, FLAG], |row| Ok((moment(row, 0)?, row.get(1)?)))?;
        Ok(rows.into_iter().filter_map(|(at, body)| flag(at, &body)).collect())
    }

    /// The note of this learner's flag on `item`; `None` where there is none.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn flag_on(&self, item: &Id) -> Result<Option<String>, StoreError> {
        let sql = "SELECT event.at_ms, event.body FROM event JOIN kept ON kept.event = event.id
                   WHERE kept.profile = ? AND kept.course = ? AND kept.kind = ? AND kept.name = ?";
        let [profile, course] = self.me();
        let here = params![profile, course, FLAG, item.as_str()];
        let row: Option<(Timestamp, String)> = self.first(sql, here, |row| Ok((moment(row, 0)?, row.get(1)?)))?;
        Ok(row.and_then(|(at, body)| flag(at, &body)).map(|flag| flag.note))
    }
}

/// `None` where it was removed, or cannot be read.
fn flag(at: Timestamp, body: &str) -> Option<ItemFlag> {
    match read_body(body).ok()? {
        EventKind::ItemFlagged { item, lesson, note } => Some(ItemFlag { item, lesson, note: note?, at }),
        _ => None,
    }
}
