//! Opening a database: everything that would hinder saving is found here, not at the first answer.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rusqlite::{Connection, ErrorCode, MAIN_DB, TransactionBehavior};

use super::displaced::FileIdentity;
use super::{FILE, Learner, Store, StoreError, migrate};

/// How long one window waits for another's answer to be written.
const PATIENCE: Duration = Duration::from_secs(5);

/// Pages that the write-ahead log holds before an answer has to wait for it: some two thousand answers without coming home.
const MOST_PAGES_IN_LOG: i64 = 8000;

impl Store {
    /// Opens the database in `folder`, making both when missing.
    ///
    /// # Errors
    /// When the folder cannot be made or written, or the database is damaged, locked, or of a newer program.
    pub fn open(folder: &Path, who: Learner) -> Result<Self, StoreError> {
        make_folder(folder).map_err(|why| StoreError::NoFolder { place: folder.to_owned(), why })?;
        let place = folder.join(FILE);
        refuse_what_is_no_file(&place)?;
        make_private(folder, &place);
        let db = connect(&place).map_err(|e| StoreError::from_sqlite(&place, e))?;
        let file = FileIdentity::of(&place);
        let mut store = Self { db, who, profile: String::new(), place, file };
        store.refuse_read_only()?;
        migrate::to_latest(&mut store.db, &store.place, &migrate::all())?;
        store.try_writing().map_err(|e| store.trouble(e))?;
        store.find_profile()?;
        Ok(store)
    }

    /// A database that is forgotten when the program ends.
    ///
    /// # Errors
    /// When there is no memory for it.
    pub fn in_memory(who: Learner) -> Result<Self, StoreError> {
        let place = PathBuf::from("memory");
        let db = Connection::open_in_memory().map_err(|e| StoreError::from_sqlite(&place, e))?;
        let mut store = Self { db, who, profile: String::new(), place, file: None };
        store.db.set_transaction_behavior(TransactionBehavior::Immediate);
        migrate::to_latest(&mut store.db, &store.place, &migrate::all())?;
        Ok(store)
    }

    /// A copy in memory, to go on without saving.
    ///
    /// # Errors
    /// When the database cannot be read; then [`Self::in_memory`] is left.
    pub fn detached_copy(&self) -> Result<Self, StoreError> {
        let mut copy = Self::in_memory(self.who.clone())?;
        let backup = rusqlite::backup::Backup::new(&self.db, &mut copy.db).map_err(|e| self.trouble(e))?;
        backup.run_to_completion(i32::MAX, Duration::ZERO, None).map_err(|e| self.trouble(e))?;
        drop(backup);
        copy.find_profile()?;
        Ok(copy)
    }

    /// Reads the whole database for damage; slow on a large one.
    ///
    /// # Errors
    /// When something is wrong with it.
    pub fn check(&self) -> Result<(), StoreError> {
        quick_check(&self.db, &self.place)
    }

    /// Does something that may as well be left undone when another window is writing.
    pub(super) fn without_waiting<T>(
        &self,
        doing: impl FnOnce(&Connection) -> rusqlite::Result<T>,
    ) -> rusqlite::Result<T> {
        self.db.busy_timeout(Duration::ZERO)?;
        let done = doing(&self.db);
        self.db.busy_timeout(PATIENCE)?;
        done
    }

    /// `SQLite` opens a file it may not write for reading, and says nothing.
    fn refuse_read_only(&self) -> Result<(), StoreError> {
        if self.db.is_readonly(MAIN_DB).map_err(|e| self.trouble(e))? {
            return Err(StoreError::NotWritable { place: self.place.clone(), why: "it is read-only".into() });
        }
        Ok(())
    }

    fn try_writing(&self) -> rusqlite::Result<()> {
        self.db.execute_batch("BEGIN IMMEDIATE; ROLLBACK")
    }
}

pub(super) fn quick_check(db: &Connection, place: &Path) -> Result<(), StoreError> {
    let said: String =
        db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)).map_err(|e| StoreError::from_sqlite(place, e))?;
    if said == "ok" { Ok(()) } else { Err(StoreError::Damaged { place: place.to_owned(), why: said }) }
}

/// A pipe would be waited for without end, a device filled.
fn refuse_what_is_no_file(place: &Path) -> Result<(), StoreError> {
    let is_special = std::fs::metadata(place).is_ok_and(|found| !found.is_file() && !found.is_dir());
    if is_special { Err(StoreError::Foreign { place: place.to_owned(), what: "it is not a file" }) } else { Ok(()) }
}

pub(super) fn connect(place: &Path) -> rusqlite::Result<Connection> {
    let mut db = Connection::open(place)?;
    db.busy_timeout(PATIENCE)?;
    // A write lock from the start: a transaction that reads first and writes later could fail on another window's write.
    db.set_transaction_behavior(TransactionBehavior::Immediate);
    db.set_prepared_statement_cache_capacity(64);
    keep_a_write_ahead_log(&db)?;
    db.execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON")?;
    // Bringing the log into the database takes ten times as long as an answer: it is done at home and at the end.
    db.pragma_update(None, "wal_autocheckpoint", MOST_PAGES_IN_LOG)?;
    Ok(db)
}

/// Turns on the write-ahead log. `SQLite`'s busy timeout does not cover the one time this changes a file, so when two
/// windows make a database at once, this one tries again.
fn keep_a_write_ahead_log(db: &Connection) -> rusqlite::Result<()> {
    let started = Instant::now();
    loop {
        match db.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(())) {
            Err(e) if e.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) && started.elapsed() < PATIENCE => {
                std::thread::sleep(Duration::from_millis(5));
            }
            done => return done,
        }
    }
}

/// Makes `folder` and what it lies in, for the learner's eyes only.
pub(super) fn make_folder(folder: &Path) -> std::io::Result<()> {
    let mut maker = std::fs::DirBuilder::new();
    maker.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut maker, 0o700);
    maker.create(folder)
}

/// Name of the data folder unless another was chosen; one of this name is ours alone.
const OUR_FOLDER: &str = "ninetracks";

/// Sees to it that nobody else on the computer can read what a learner did. `SQLite` gives its log the rights of the
/// database. What belongs to somebody else, or to a file system without rights, stays as it is.
#[cfg(unix)]
fn make_private(folder: &Path, place: &Path) {
    use std::fs;
    use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
    let tighten = |path: &Path| {
        let Ok(found) = fs::metadata(path) else { return false };
        let mode = found.permissions().mode();
        let is_open = mode & 0o077 != 0;
        if is_open {
            let _ = fs::set_permissions(path, fs::Permissions::from_mode(mode & 0o7700));
        }
        is_open
    };
    if folder.file_name().is_some_and(|name| name == OUR_FOLDER) {
        tighten(folder);
    }
    let made = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(place);
    if made.is_err() && tighten(place) {
        let is_ours = |name: &str| name.starts_with("progress.");
        let all = fs::read_dir(folder).into_iter().flatten().flatten();
        all.filter(|e| e.file_name().to_str().is_some_and(is_ours)).for_each(|e| {
            tighten(&e.path());
        });
    }
}

#[cfg(not(unix))]
fn make_private(_: &Path, _: &Path) {}
