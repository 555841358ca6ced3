//! The database's schema, and bringing an older one up to it with a copy kept.

use std::path::Path;

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

use super::{StoreError, copy};

/// Every step, oldest first. A step that was released is never changed: add another.
pub(super) fn all() -> Vec<M<'static>> {
    [
        include_str!("schema/1.sql"),
        include_str!("schema/2.sql"),
        include_str!("schema/3.sql"),
        include_str!("schema/4.sql"),
        include_str!("schema/5.sql"),
        include_str!("schema/6.sql"),
    ]
    .map(M::up)
    .into()
}

/// Brings `db` up to the last of `steps`. An existing database is copied beside itself first, to
/// `progress.v<version>.db`.
pub(super) fn to_latest(db: &mut Connection, place: &Path, steps: &[M]) -> Result<(), StoreError> {
    let sqlite = |e| StoreError::from_sqlite(place, e);
    let known = i64::try_from(steps.len()).unwrap_or(i64::MAX);
    let found = version(db).map_err(sqlite)?;
    if found == known {
        return Ok(());
    }
    if found > known {
        return Err(StoreError::Newer { place: place.to_owned(), found, known });
    }
    if !is_ours(db, found).map_err(sqlite)? {
        return Err(StoreError::of_another_program(place));
    }
    if found > 0 {
        copy::keep(db, place, &format!("v{found}"))?;
    }
    match Migrations::from_slice(steps).to_latest(db) {
        // Another window may have made the step while this one was about to.
        Err(_) if version(db).is_ok_and(|now| now == known) => Ok(()),
        done => done.map_err(|e| StoreError::from_migration(place, e)),
    }
}

/// Whether `db`, which says that it has the form `version`, can be a database of this program: none, or one with a log.
pub(super) fn is_ours(db: &Connection, version: i64) -> rusqlite::Result<bool> {
    let sql = "SELECT count(*), count(*) FILTER (WHERE name = 'event') FROM sqlite_schema WHERE type = 'table'";
    let (tables, logs): (i64, i64) = db.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(if version == 0 { tables == 0 } else { version > 0 && logs == 1 })
}

pub(super) fn version(db: &Connection) -> rusqlite::Result<i64> {
    db.query_row("PRAGMA user_version", [], |row| row.get(0))
}
