//! Backups: a copy a day of the last seven days on which something was saved, and one of what a restore replaced.

use std::io;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use rusqlite::{Connection, MAIN_DB, OpenFlags};

use super::examine::is_whole;
use super::{FILE, Store, StoreError, copy, migrate};

/// Days of which a backup is kept, and how many copies of what was replaced.
const KEPT: usize = 7;

/// A copy of the database.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    pub place: PathBuf,
    /// The day on which it was made.
    pub date: Date,
    /// Of all profiles.
    pub events: u64,
}

/// What stands in the names of the files before the day.
const DAILY: &str = "day-";
const REPLACED: &str = "replaced-";

/// Whether a copy with this tag in its name is a backup.
pub(super) fn is_backup(tag: &str) -> bool {
    [DAILY, REPLACED].iter().any(|front| tag.strip_prefix(front).is_some_and(|rest| date_of(rest).is_some()))
}

fn date_of(rest: &str) -> Option<Date> {
    rest.get(..10)?.parse().ok()
}

/// Copies the database in `folder`, unless there is none, it was copied on this day already, or nothing was saved since the
/// newest copy. The oldest goes when there are more than seven.
///
/// # Errors
/// When it cannot be read, or the copy not be written.
pub fn back_up(folder: &Path, today: Date) -> Result<Option<PathBuf>, StoreError> {
    let place = folder.join(FILE);
    if !place.is_file() || named(&place, today).exists() {
        return Ok(None);
    }
    let sqlite = |e| StoreError::from_sqlite(&place, e);
    let db = Connection::open_with_flags(&place, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(sqlite)?;
    let newest = backups(folder).map_err(|why| StoreError::from_io(folder, &why))?.into_iter().next();
    let last = last_event(&db).map_err(sqlite)?;
    let is_copied =
        |backup: &Backup| read_only(&backup.place).and_then(|db| last_event(&db)).is_ok_and(|it| it == last);
    if last.is_none() || newest.as_ref().is_some_and(is_copied) {
        return Ok(None);
    }
    let made = named(&place, today);
    match copy::made(&db, &place)?.put_new(&made) {
        // Another window was first.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(None),
        done => done.map_err(|why| StoreError::from_io(&made, &why))?,
    }
    thin_out(folder, DAILY);
    Ok(Some(made))
}

fn named(place: &Path, date: Date) -> PathBuf {
    place.with_file_name(format!("progress.{DAILY}{date}.db"))
}

fn last_event(db: &Connection) -> rusqlite::Result<Option<i64>> {
    db.query_row("SELECT max(id) FROM event", [], |row| row.get(0))
}

fn read_only(place: &Path) -> rusqlite::Result<Connection> {
    Connection::open_with_flags(place, OpenFlags::SQLITE_OPEN_READ_ONLY)
}

/// Removes all but the newest. What cannot be removed stays until the next time.
fn thin_out(folder: &Path, front: &str) {
    for old in of_kind(folder, front).unwrap_or_default().into_iter().skip(KEPT) {
        let _ = std::fs::remove_file(old);
    }
}

/// The files of a kind, the newest first.
fn of_kind(folder: &Path, front: &str) -> io::Result<Vec<PathBuf>> {
    let start = format!("progress.{front}");
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let tag = name.strip_prefix(&start).and_then(|rest| rest.strip_suffix(".db"));
        if tag.is_some_and(|rest| date_of(rest).is_some()) {
            found.push(path);
        }
    }
    found.sort_unstable();
    found.reverse();
    Ok(found)
}

/// The daily backups in `folder` that are whole, the newest first.
///
/// # Errors
/// When the folder cannot be listed.
pub fn backups(folder: &Path) -> io::Result<Vec<Backup>> {
    let backup = |place: PathBuf| {
        let name = place.file_name()?.to_string_lossy().into_owned();
        let date = date_of(name.strip_prefix("progress.")?.strip_prefix(DAILY)?)?;
        let count = |db: Connection| db.query_row("SELECT count(*) FROM event", [], |row| row.get::<_, i64>(0));
        let events = read_only(&place).and_then(count).ok().filter(|_| is_whole(&place))?;
        Some(Backup { place, date, events: events.unsigned_abs() })
    };
    Ok(of_kind(folder, DAILY)?.into_iter().filter_map(backup).collect())
}

impl Store {
    /// Goes back to a backup. What was there until now is kept beside it; gives its place.
    ///
    /// # Errors
    /// When either cannot be read or written; then nothing is changed.
    pub fn restore(&mut self, backup: &Backup, today: Date) -> Result<PathBuf, StoreError> {
        let kept = self.keep_before(today)?;
        let restored = self.db.restore(MAIN_DB, &backup.place, None::<fn(rusqlite::backup::Progress)>);
        restored.map_err(|e| self.trouble(e))?;
        migrate::to_latest(&mut self.db, &self.place, &migrate::all())?;
        self.find_profile()?;
        Ok(kept)
    }

    /// Keeps a copy of the whole database, before much of it changes at once.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn keep_before(&self, today: Date) -> Result<PathBuf, StoreError> {
        let kept = copy::keep(&self.db, &self.place, &format!("{REPLACED}{today}"))?;
        if let Some(folder) = self.place.parent() {
            thin_out(folder, REPLACED);
        }
        Ok(kept)
    }
}
