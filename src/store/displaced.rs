//! A database that is moved, replaced or deleted while it is open. The connection still holds the old file, in which
//! nothing that is saved would ever be found again.

use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OptionalExtension as _};

use super::open::{connect, make_folder};
use super::quarantine::{COMPANIONS, with_suffix};
use super::{Store, StoreError, copy};

/// Which file it is, as the system tells files apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FileIdentity {
    device: u64,
    inode: u64,
}

impl FileIdentity {
    /// Of the file at `place`; `None` where there is none, or the system does not say.
    pub(super) fn of(place: &Path) -> Option<Self> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt as _;
            let found = std::fs::metadata(place).ok()?;
            Some(Self { device: found.dev(), inode: found.ino() })
        }
        #[cfg(not(unix))]
        {
            let _ = place;
            None
        }
    }
}

impl Store {
    /// Makes sure that the file is still where it was opened. When it is not, all that was saved is brought to safety
    /// first, and the store goes on there.
    ///
    /// # Errors
    /// [`StoreError::Displaced`] says what happened and where it goes on; nothing was saved yet.
    pub(super) fn stay_in_place(&mut self) -> Result<(), StoreError> {
        if !self.is_displaced() {
            return Ok(());
        }
        let place = self.place.clone();
        let now = self.go_on_in_safety()?;
        Err(StoreError::Displaced { place, now })
    }

    fn is_displaced(&self) -> bool {
        self.file.is_some() && FileIdentity::of(&self.place) != self.file
    }

    fn go_on_in_safety(&mut self) -> Result<PathBuf, StoreError> {
        let place = self.place.clone();
        if let Some(folder) = place.parent() {
            make_folder(folder).map_err(|why| StoreError::NoFolder { place: folder.to_owned(), why })?;
        }
        self.leave_file();
        if place.exists() {
            // Another window may have put it back already.
            if let Ok(there) = connect(&place)
                && continues(&there, &self.db).unwrap_or(false)
            {
                self.take(there, place.clone());
                return Ok(place);
            }
        } else if self.put_back(&place)? {
            return Ok(place);
        }
        let kept = copy::keep(&self.db, &place, "kept")?;
        let db = connect(&kept).map_err(|e| StoreError::from_sqlite(&kept, e))?;
        self.take(db, kept.clone());
        Ok(kept)
    }

    /// Writes a whole copy to `place`, where nothing is; false when something came there meanwhile.
    fn put_back(&mut self, place: &Path) -> Result<bool, StoreError> {
        let made = copy::made(&self.db, place)?;
        // They belong to the file that is gone; beside another one SQLite would take them for its own.
        for companion in COMPANIONS {
            let _ = std::fs::remove_file(with_suffix(place, companion));
        }
        if made.put_new(place).is_err() {
            return Ok(false);
        }
        let db = connect(place).map_err(|e| StoreError::from_sqlite(place, e))?;
        self.take(db, place.to_owned());
        Ok(true)
    }

    fn take(&mut self, db: Connection, place: PathBuf) {
        self.db = db;
        self.file = FileIdentity::of(&place);
        self.place = place;
    }

    /// Brings what waits in the log into the file, wherever it is now, and sees to it that closing touches nothing that
    /// lies where it was: what has the log's name there may belong to another database.
    fn leave_file(&self) {
        let _ = self.db.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
        let _ = self.db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true);
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        if self.is_displaced() {
            self.leave_file();
        }
    }
}

/// Whether the log of `there` is that of `ours`, perhaps longer.
fn continues(there: &Connection, ours: &Connection) -> rusqlite::Result<bool> {
    let end = |db: &Connection, until: i64| {
        let sql = "SELECT count(*), max(id), (SELECT body FROM event WHERE id <= ?1 ORDER BY id DESC LIMIT 1) FROM event WHERE id <= ?1";
        db.query_row(sql, [until], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, Option<i64>>(1)?, row.get::<_, Option<String>>(2)?))
        })
        .optional()
    };
    let mine = end(ours, i64::MAX)?;
    let last = mine.as_ref().and_then(|(_, last, _)| *last).unwrap_or(0);
    Ok(end(there, last)? == mine)
}
