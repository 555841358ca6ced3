//! What follows from what was done in class.

use rusqlite::{Connection, params};

use super::{Entry, insert};
use crate::study::event::EventKind;

/// Enters drills, sheets and what was kept for them.
pub(super) fn apply(db: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    let Entry { id, at_ms, profile, course, .. } = *entry;
    match entry.what {
        EventKind::DrillStarted { .. } => {
            insert(db, "INSERT INTO drill VALUES (?, ?, ?, ?)", params![id, profile, course, at_ms])
        }
        EventKind::DrillEntered { run, .. } => {
            insert(db, "INSERT INTO drill_entry VALUES (?, ?, ?, ?)", params![id, profile, course, run.0])
        }
        EventKind::SheetEntered { .. } => {
            insert(db, "INSERT INTO sheet VALUES (?, ?, ?, ?)", params![id, profile, course, at_ms])
        }
        EventKind::TeamsKept { name, .. } => keep(db, entry, "teams", &name.folded()),
        EventKind::PlanKept { name, .. } => keep(db, entry, "plan", &name.folded()),
        _ => Ok(()),
    }
}

/// Keeps something under a name, in place of what had it.
pub(super) fn keep(db: &Connection, entry: &Entry, kind: &str, name: &str) -> rusqlite::Result<()> {
    let Entry { id, profile, course, .. } = *entry;
    insert(
        db,
        "DELETE FROM kept WHERE profile = ? AND course = ? AND kind = ? AND name = ?",
        params![profile, course, kind, name],
    )?;
    insert(db, "INSERT INTO kept VALUES (?, ?, ?, ?, ?)", params![id, profile, course, kind, name])
}
