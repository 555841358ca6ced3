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
    if found < 0 || found == 0 && has_tables(db).map_err(sqlite)? {
        return Err(StoreError::Foreign { place: place.to_owned(), what: "another program wrote it" });
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

fn has_tables(db: &Connection) -> rusqlite::Result<bool> {
    db.query_row("SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table')", [], |row| row.get(0))
}

pub(super) fn version(db: &Connection) -> rusqlite::Result<i64> {
    db.query_row("PRAGMA user_version", [], |row| row.get(0))
}
