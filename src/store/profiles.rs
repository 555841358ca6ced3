//! Who learns here: each profile has an id that never changes and a name that can.

use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

use super::{Store, StoreError};

/// A profile as `ninetracks profile list` shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Never changes, and says nothing of the person.
    pub id: String,
    pub name: String,
    /// Of all courses.
    pub events: u64,
    /// When the last of them happened.
    pub newest: Option<Timestamp>,
}

/// The id of the profile `name`; none before anything was saved for it.
pub(super) fn id(db: &Connection, name: &str) -> rusqlite::Result<Option<String>> {
    db.prepare_cached("SELECT id FROM profile WHERE name = ?")?.query_row([name], |row| row.get(0)).optional()
}

/// The same; makes the profile when there is none. Call it within a transaction.
pub(super) fn id_or_new(db: &Connection, name: &str) -> rusqlite::Result<String> {
    if let Some(id) = id(db, name)? {
        return Ok(id);
    }
    let new = "INSERT INTO profile VALUES (lower(hex(randomblob(8))), ?) RETURNING id";
    db.prepare_cached(new)?.query_row([name], |row| row.get(0))
}

/// `id`, unless that profile was forgotten.
pub(super) fn if_there(db: &Connection, id: &str) -> rusqlite::Result<Option<String>> {
    db.prepare_cached("SELECT id FROM profile WHERE id = ?")?.query_row([id], |row| row.get(0)).optional()
}

/// Ids that the profile has on other computers.
pub(super) fn aliases_of(db: &Connection, id: &str) -> rusqlite::Result<Vec<String>> {
    let sql = "SELECT alias FROM profile_alias WHERE profile = ? ORDER BY alias";
    db.prepare_cached(sql)?.query_map([id], |row| row.get(0))?.collect()
}

pub(super) fn names(db: &Connection) -> rusqlite::Result<Vec<String>> {
    db.prepare("SELECT name FROM profile ORDER BY name")?.query_map([], |row| row.get(0))?.collect()
}

impl Store {
    /// Every profile, by name.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn all_profiles(&self) -> Result<Vec<Profile>, StoreError> {
        let sql = "SELECT id, name, (SELECT count(*) FROM event JOIN learner ON learner.id = event.learner WHERE learner.profile = profile.id),
                     (SELECT max(at_ms) FROM event JOIN learner ON learner.id = event.learner WHERE learner.profile = profile.id)
                   FROM profile ORDER BY name";
        self.all(sql, [], |row| {
            let newest: Option<i64> = row.get(3)?;
            let newest = newest.and_then(|ms| Timestamp::from_millisecond(ms).ok());
            let events: i64 = row.get(2)?;
            Ok(Profile { id: row.get(0)?, name: row.get(1)?, events: events.unsigned_abs(), newest })
        })
    }

    /// Gives the profile `old` the name `new`.
    ///
    /// # Errors
    /// When there is no `old`, when a profile has the name `new`, or when it cannot be saved.
    pub fn rename_profile(&mut self, old: &str, new: &str) -> Result<(), StoreError> {
        let names = names(&self.db).map_err(|e| self.trouble(e))?;
        if !names.iter().any(|name| name == old) {
            return Err(StoreError::NoProfile { name: old.to_owned(), known: names });
        }
        if names.iter().any(|name| name == new) {
            return Err(StoreError::ProfileTaken { name: new.to_owned() });
        }
        self.db
            .execute("UPDATE profile SET name = ?2 WHERE name = ?1", params![old, new])
            .map_err(|e| self.trouble(e))?;
        if self.who.profile == old {
            new.clone_into(&mut self.who.profile);
        }
        Ok(())
    }
}
