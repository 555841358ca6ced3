//! What follows from what was done in class.

use rusqlite::{Connection, params};

use super::{Entry, insert};
use crate::study::event::EventKind;
use crate::study::quiz::PaperSpec;

/// Kinds of what is kept, beside `teams` and `plan`. A class is kept under its id, a label under the number of its drill.
pub(in crate::store) const CLASS: &str = "class";
pub(in crate::store) const LABEL: &str = "drill label";
pub(in crate::store) const PAPER: &str = "paper";
pub(in crate::store) const PAPER_KEY: &str = "paper key";
pub(in crate::store) const QUESTIONS: &str = "questions";

/// The same words for two papers that ask the same questions.
pub(in crate::store) fn origin_words(paper: &PaperSpec) -> String {
    format!("{:?}", paper.origin())
}

/// Enters drills, sheets and what was kept for them.
pub(super) fn apply(db: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    let Entry { id, at_ms, profile, course, .. } = *entry;
    match entry.what {
        EventKind::DrillStarted { label, .. } => {
            insert(db, "INSERT INTO drill VALUES (?, ?, ?, ?)", params![id, profile, course, at_ms])?;
            if label.is_none() { Ok(()) } else { keep(db, entry, LABEL, &id.to_string()) }
        }
        EventKind::DrillEntered { run, .. } => {
            insert(db, "INSERT INTO drill_entry VALUES (?, ?, ?, ?)", params![id, profile, course, run.0])
        }
        EventKind::SheetEntered { .. } => {
            insert(db, "INSERT INTO sheet VALUES (?, ?, ?, ?)", params![id, profile, course, at_ms])
        }
        EventKind::TeamsKept { name, .. } => keep(db, entry, "teams", &name.folded()),
        EventKind::PlanKept { name, .. } => keep(db, entry, "plan", &name.folded()),
        EventKind::ClassKept { class } => keep(db, entry, CLASS, class.id.as_str()),
        EventKind::DrillLabelled { run, .. } => keep(db, entry, LABEL, &run.0.to_string()),
        EventKind::PaperMade { .. } => keep(db, entry, PAPER, &id.to_string()),
        EventKind::PaperRekeyed { paper, question, .. } => {
            keep(db, entry, PAPER_KEY, &format!("{}\n{question}", origin_words(paper)))
        }
        EventKind::QuestionsKept { name, .. } => keep(db, entry, QUESTIONS, &name.folded()),
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
