//! Which profile of a file is which here.

use std::collections::HashMap;

use rusqlite::{Connection, OptionalExtension, params};

use super::file::{FileProfile, ProgressFile};
use super::reading::TransferError;
use crate::store::profiles;

/// The id here of each profile of the file, by its id there. A profile that is not here yet is made, unless `is_left_out`; one
/// that goes `into` a profile of another id leaves its own as an alias.
pub(super) fn resolve(
    db: &Connection,
    file: &ProgressFile,
    into: Option<&str>,
    is_left_out: impl Fn(&FileProfile) -> bool,
) -> Result<HashMap<String, String>, TransferError> {
    if into.is_some() && file.profiles.len() > 1 {
        return Err(TransferError::Several(file.profiles.len()));
    }
    let mut here = HashMap::new();
    for profile in file.profiles.iter().filter(|profile| !is_left_out(profile)) {
        let id = match (known(db, profile)?, into) {
            (Some(id), None) => id,
            (Some(id), Some(name)) if profiles::id(db, name)?.as_deref() == Some(&id) => id,
            (Some(id), Some(_)) => {
                let here = db.query_row("SELECT name FROM profile WHERE id = ?", [id], |row| row.get(0))?;
                return Err(TransferError::KnownAs { name: profile.name.clone(), here });
            }
            (None, Some(name)) => match profiles::id(db, name)? {
                Some(id) => id,
                None => new(db, &profile.id, name)?,
            },
            (None, None) if profiles::id(db, &profile.name)?.is_some() => {
                return Err(TransferError::SameName(profile.name.clone()));
            }
            (None, None) => new(db, &profile.id, &profile.name)?,
        };
        for alias in std::iter::once(&profile.id).chain(&profile.aliases).filter(|alias| **alias != id) {
            db.execute("INSERT OR IGNORE INTO profile_alias VALUES (?, ?)", params![alias, id])?;
        }
        here.insert(profile.id.clone(), id);
    }
    Ok(here)
}

/// The profile here that has one of its ids, as its own or as an alias.
fn known(db: &Connection, profile: &FileProfile) -> rusqlite::Result<Option<String>> {
    let own =
        "SELECT id FROM profile WHERE id = ?1 UNION ALL SELECT profile FROM profile_alias WHERE alias = ?1 LIMIT 1";
    for id in std::iter::once(&profile.id).chain(&profile.aliases) {
        if let Some(found) = db.prepare_cached(own)?.query_row([id], |row| row.get(0)).optional()? {
            return Ok(Some(found));
        }
    }
    Ok(None)
}

fn new(db: &Connection, id: &str, name: &str) -> rusqlite::Result<String> {
    db.execute("INSERT INTO profile VALUES (?, ?)", params![id, name])?;
    Ok(id.to_owned())
}
