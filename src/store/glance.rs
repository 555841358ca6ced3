//! What home said last. It is asked for at every start, and answering it anew takes a dozen questions.
//!
//! Kept with the number of the learner's latest event, so that whatever is saved, here or in another window, makes it
//! old without anybody telling it.

use rusqlite::{OptionalExtension, params};

use super::{Store, StoreError};

impl Store {
    /// What [`Self::keep_glance`] kept under `key`, unless something was saved since.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn glance(&self, key: u64) -> Result<Option<Vec<u8>>, StoreError> {
        let sql = "SELECT body FROM glance WHERE profile = ?1 AND course = ?2 AND key = ?3
                     AND event = (SELECT max(event.id) FROM event JOIN learner ON learner.id = event.learner
                                  WHERE learner.profile = ?1 AND learner.course = ?2)";
        let [profile, course] = self.me();
        if profile.is_empty() {
            return Ok(None);
        }
        self.first(sql, params![profile, course, key.cast_signed()], |row| row.get(0))
    }

    /// Number of this learner's latest event; ask it in the same moment as what is to be kept. `None` before the first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn latest_event(&self) -> Result<Option<i64>, StoreError> {
        if self.profile.is_empty() {
            return Ok(None);
        }
        let sql = "SELECT max(id) FROM event WHERE learner = (SELECT id FROM learner WHERE profile = ? AND course = ?)";
        Ok(self.first(sql, self.me(), |row| row.get(0))?.flatten())
    }

    /// Keeps `body`, which is what the log says up to `event`, and tidies the database. It is no loss when it cannot be kept, and nobody waits
    /// for another window because of it.
    pub fn keep_glance(&self, key: u64, event: i64, body: &[u8]) {
        let [profile, course] = self.me();
        let _ = self.without_waiting(|db| {
            let there = "SELECT 1 FROM profile WHERE id = ?";
            if db.prepare_cached(there)?.query_row([profile], |_| Ok(())).optional()?.is_some() {
                db.prepare_cached("REPLACE INTO glance VALUES (?, ?, ?, ?, ?)")?.execute(params![
                    profile,
                    course,
                    event,
                    key.cast_signed(),
                    body
                ])?;
            }
            // Nobody waits for an answer now: what was saved since is brought into the database.
            db.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()))
        });
    }
}
