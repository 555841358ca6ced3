//! Looking at a database without changing it: for `ninetracks doctor`.
//!
//! Opening a database as usual makes it, changes its schema, or writes what a lost program left in its log. None of that
//! happens here.

use std::fs::{File, OpenOptions};
use std::io::{self, Read};
use std::path::Path;
use std::time::Duration;

use jiff::Timestamp;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, MAIN_DB, OpenFlags};

use super::open::quick_check;
use super::quarantine::with_suffix;
use super::{FILE, Learner, Store, StoreError, migrate};

/// How long another program may take to let go.
const PATIENCE: Duration = Duration::from_secs(1);

/// What was found where the database should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Examined {
    /// Nothing: it is made when it is first needed.
    None,
    /// Something that is no file.
    NoFile,
    Sound(Examination),
}

/// A database that can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Examination {
    pub bytes: u64,
    pub schema: SchemaVersion,
    /// Of all profiles and courses.
    pub events: u64,
    /// By name.
    pub profiles: Vec<String>,
    /// When the last event happened.
    pub newest: Option<Timestamp>,
}

/// The version of a database's schema beside the one this program knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SchemaVersion {
    /// Nothing was ever kept in it.
    Empty,
    Older {
        found: i64,
        known: i64,
    },
    Current(i64),
}

/// Examines the database in `folder` as a whole; slow on a large one. Nothing is made or changed.
///
/// # Errors
/// When it is damaged, held by another program, of a newer program, or may not be read and written.
pub fn examine(folder: &Path) -> Result<Examined, StoreError> {
    let place = &folder.join(FILE);
    let bytes = match std::fs::metadata(place) {
        Ok(found) if found.is_file() => found.len(),
        Ok(_) => return Ok(Examined::NoFile),
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Examined::None),
        Err(e) => return Err(refused(place, &e)),
    };
    let asleep = is_asleep(place)?;
    let examined = connect(place).and_then(|db| look(&db, place, bytes));
    // Opened by another window meanwhile, it may look damaged to one that reads past it.
    if asleep && matches!(examined, Err(StoreError::Damaged { .. })) && !is_asleep(place)? {
        return connect(place).and_then(|db| look(&db, place, bytes)).map(Examined::Sound);
    }
    examined.map(Examined::Sound)
}

impl Store {
    /// Opens the database in `folder` for questions only; nothing is made or changed. Let [`examine`] look at it first.
    ///
    /// # Errors
    /// When it cannot be opened.
    pub fn open_to_read(folder: &Path, who: Learner) -> Result<Self, StoreError> {
        let place = folder.join(FILE);
        let mut store = Self { db: connect(&place)?, who, profile: String::new(), place, file: None };
        store.find_profile()?;
        Ok(store)
    }
}

fn look(db: &Connection, place: &Path, bytes: u64) -> Result<Examination, StoreError> {
    let sqlite = |e| StoreError::from_sqlite(place, e);
    let schema = schema(db, place)?;
    quick_check(db, place)?;
    if schema == SchemaVersion::Empty {
        return Ok(Examination { bytes, schema, events: 0, profiles: Vec::new(), newest: None });
    }
    let events: i64 = db.query_row("SELECT count(*) FROM event", [], |row| row.get(0)).map_err(sqlite)?;
    Ok(Examination {
        bytes,
        schema,
        events: events.unsigned_abs(),
        profiles: profiles(db, schema).map_err(sqlite)?,
        newest: newest(db).map_err(sqlite)?,
    })
}

fn schema(db: &Connection, place: &Path) -> Result<SchemaVersion, StoreError> {
    let known = i64::try_from(migrate::all().len()).unwrap_or(i64::MAX);
    match migrate::version(db).map_err(|e| StoreError::from_sqlite(place, e))? {
        found if found > known => Err(StoreError::Newer { place: place.to_owned(), found, known }),
        found if !migrate::is_ours(db, found).map_err(|e| StoreError::from_sqlite(place, e))? => {
            Err(StoreError::of_another_program(place))
        }
        found if found == known => Ok(SchemaVersion::Current(found)),
        found if found > 0 => Ok(SchemaVersion::Older { found, known }),
        _ => Ok(SchemaVersion::Empty),
    }
}

/// Before version 4 a profile was its name.
fn profiles(db: &Connection, schema: SchemaVersion) -> rusqlite::Result<Vec<String>> {
    let sql = match schema {
        SchemaVersion::Older { found: ..4, .. } => "SELECT DISTINCT profile FROM event ORDER BY profile",
        SchemaVersion::Empty | SchemaVersion::Older { .. } | SchemaVersion::Current(_) => {
            "SELECT name FROM profile ORDER BY name"
        }
    };
    db.prepare(sql)?.query_map([], |row| row.get(0))?.collect()
}

fn newest(db: &Connection) -> rusqlite::Result<Option<Timestamp>> {
    use rusqlite::OptionalExtension;
    let sql = "SELECT at_ms FROM event ORDER BY id DESC LIMIT 1";
    let ms: Option<i64> = db.query_row(sql, [], |row| row.get(0)).optional()?;
    // A moment that no calendar has is as good as none.
    Ok(ms.and_then(|ms| Timestamp::from_millisecond(ms).ok()))
}

/// Opens what is there so that reading it leaves everything as it was.
fn connect(place: &Path) -> Result<Connection, StoreError> {
    let sqlite = |e| StoreError::from_sqlite(place, e);
    if is_asleep(place)? {
        // The connection never writes, so it is asked here.
        OpenOptions::new().write(true).open(place).map_err(|e| refused(place, &e))?;
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
        let address = address(place).map_err(|e| refused(place, &e))?;
        return Connection::open_with_flags(address, flags).map_err(sqlite);
    }
    if has_write_ahead_log(place)? {
        return awake(place);
    }
    let db = Connection::open_with_flags(place, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(sqlite)?;
    db.busy_timeout(PATIENCE).map_err(sqlite)?;
    Ok(db)
}

/// A database with a log beside it: another window has it open, or a program was lost. Whether it can be written is
/// asked, and the log is left as it is.
fn awake(place: &Path) -> Result<Connection, StoreError> {
    let ask = || {
        let db = Connection::open_with_flags(place, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        db.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        db.busy_timeout(PATIENCE)?;
        let read_only = db.is_readonly(MAIN_DB)?;
        if !read_only {
            db.execute_batch("BEGIN IMMEDIATE; ROLLBACK")?;
        }
        Ok((db, read_only))
    };
    match ask().map_err(|e| StoreError::from_sqlite(place, e))? {
        (_, true) => Err(StoreError::NotWritable { place: place.to_owned(), why: "it is read-only".into() }),
        (db, false) => Ok(db),
    }
}

/// Whether `place` is a database that can be read from its first page to its last.
pub(super) fn is_whole(place: &Path) -> bool {
    let looked_through = || {
        let db =
            Connection::open_with_flags(address(place)?, OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI);
        let said: rusqlite::Result<String> =
            db.and_then(|db| db.query_row("PRAGMA quick_check(1)", [], |row| row.get(0)));
        Ok::<bool, io::Error>(said.is_ok_and(|said| said == "ok"))
    };
    // An empty file is a sound database without tables.
    let holds_something = std::fs::metadata(place).is_ok_and(|found| found.len() > 0);
    holds_something && !with_suffix(place, "-journal").exists() && looked_through().unwrap_or(false)
}

/// Whether nobody has it open and everything is in the main file. Then it is read as if nothing could change it: a
/// usual connection would make a log and an index of it beside the file.
fn is_asleep(place: &Path) -> Result<bool, StoreError> {
    Ok(has_write_ahead_log(place)? && !with_suffix(place, "-wal").exists())
}

/// Whether the file says that it goes with a log: two bytes of its head.
/// See "File format version numbers" in <https://www.sqlite.org/fileformat.html>.
fn has_write_ahead_log(place: &Path) -> Result<bool, StoreError> {
    let mut head = Vec::new();
    let read = File::open(place).and_then(|file| file.take(20).read_to_end(&mut head));
    read.map_err(|e| refused(place, &e))?;
    Ok(head.get(18..20) == Some(&[2, 2]))
}

/// `place` as an address that says that nothing changes it.
fn address(place: &Path) -> io::Result<String> {
    let place = std::path::absolute(place)?;
    let escaped = |byte: &u8| match byte {
        b'\\' if cfg!(windows) => "/".to_owned(),
        b'/' | b':' | b'.' | b'-' | b'_' => char::from(*byte).to_string(),
        byte if byte.is_ascii_alphanumeric() => char::from(*byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    let path: String = place.as_os_str().as_encoded_bytes().iter().map(escaped).collect();
    let root = if path.starts_with('/') { "" } else { "/" };
    Ok(format!("file://{root}{path}?immutable=1"))
}

fn refused(place: &Path, why: &io::Error) -> StoreError {
    StoreError::NotWritable { place: place.to_owned(), why: why.to_string() }
}
