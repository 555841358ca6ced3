//! Adding to the log.

use rusqlite::{Connection, OptionalExtension, params};

use super::projection::{self, Entry};
use super::{Store, StoreError, items, profiles};
use crate::study::event::{Event, EventId, EventKind, RunId};
use crate::study::time::StudyDay;

impl Store {
    /// Adds `event` to the log and to what follows from it. When this returns, it is on disk. `day` is the study day it
    /// happened on, where the learner was.
    ///
    /// # Errors
    /// When it could not be saved; then nothing was. An entry of a drill that went on elsewhere is
    /// [`StoreError::Overtaken`]; a file that is no longer in its place, [`StoreError::Displaced`].
    pub fn append(&mut self, event: &Event, day: StudyDay) -> Result<EventId, StoreError> {
        let (mine, name) = (self.profile.clone(), self.who.profile.clone());
        let (profile, id) = self.append_to(event, day, |db| match &mine[..] {
            "" => profiles::id_or_new(db, &name).map(Some),
            mine => profiles::if_there(db, mine),
        })?;
        self.profile = profile;
        Ok(id)
    }

    /// The same for another profile of the course: a teacher's drill reaches the cards of those who sat in it.
    ///
    /// # Errors
    /// As [`Self::append`].
    pub fn append_for(&mut self, name: &str, event: &Event, day: StudyDay) -> Result<EventId, StoreError> {
        if name == self.who.profile {
            return self.append(event, day);
        }
        self.append_to(event, day, |db| profiles::id_or_new(db, name).map(Some)).map(|(_, id)| id)
    }

    /// Adds `events` with their study days, all or none: what was learnt elsewhere.
    ///
    /// # Errors
    /// As [`Self::append`].
    pub fn append_all(&mut self, events: &[(Event, StudyDay)]) -> Result<(), StoreError> {
        self.stay_in_place()?;
        let place = &self.place;
        let sqlite = |e| StoreError::from_sqlite(place, e);
        let tx = self.db.transaction().map_err(sqlite)?;
        let profile = profiles::id_or_new(&tx, &self.who.profile).map_err(sqlite)?;
        for (event, day) in events {
            write(&tx, [&profile, self.who.course.as_str()], event, *day).map_err(sqlite)?;
        }
        tx.commit().map_err(sqlite)?;
        self.profile = profile;
        Ok(())
    }

    /// Gives the ids of the profile that `find` finds or makes, and of the event.
    fn append_to(
        &mut self,
        event: &Event,
        day: StudyDay,
        find: impl FnOnce(&Connection) -> rusqlite::Result<Option<String>>,
    ) -> Result<(String, EventId), StoreError> {
        self.stay_in_place()?;
        let place = &self.place;
        let sqlite = |e| StoreError::from_sqlite(place, e);
        let tx = self.db.transaction().map_err(sqlite)?;
        let Some(profile) = find(&tx).map_err(sqlite)? else {
            return Err(StoreError::ProfileGone { name: self.who.profile.clone() });
        };
        let learner = [&profile, self.who.course.as_str()];
        if is_overtaken(&tx, learner, &event.what).map_err(sqlite)? {
            return Err(StoreError::Overtaken);
        }
        let id = write(&tx, learner, event, day).map_err(sqlite)?;
        tx.commit().map_err(sqlite)?;
        Ok((profile, id))
    }
}

/// Whether another window went on with the drill since the entry was made ready. A drill that began in a database set
/// aside is not known here, and has no other window.
fn is_overtaken(db: &Connection, [profile, course]: [&str; 2], what: &EventKind) -> rusqlite::Result<bool> {
    let EventKind::DrillEntered { run, after, .. } = what else { return Ok(false) };
    if entered_last(db, *run, [profile, course])? == after.checked_sub(1) && *after > 1 {
        return Ok(false);
    }
    let entries: Option<i64> = db
        .prepare_cached(
            "SELECT (SELECT count(*) FROM drill_entry WHERE profile = ?2 AND course = ?3 AND run = ?1) FROM drill WHERE event = ?1",
        )?
        .query_row(params![run.0, profile, course], |row| row.get(0))
        .optional()?;
    Ok(entries.is_some_and(|n| usize::try_from(n) != Ok(*after)))
}

/// After how many others the last entry of `run` was made, so that a long drill need not be counted at each. Early releases
/// did not say: then it is none.
fn entered_last(db: &Connection, run: RunId, [profile, course]: [&str; 2]) -> rusqlite::Result<Option<usize>> {
    let body: Option<String> = db
        .prepare_cached(
            "SELECT body FROM event WHERE id =
               (SELECT max(event) FROM drill_entry WHERE profile = ? AND course = ? AND run = ?)",
        )?
        .query_row(params![profile, course, run.0], |row| row.get(0))
        .optional()?;
    // One that cannot be read says nothing either.
    let what = body.and_then(|body| projection::read_body(&body).ok());
    Ok(if let Some(EventKind::DrillEntered { after, .. }) = what { Some(after) } else { None })
}

fn write(db: &Connection, [profile, course]: [&str; 2], event: &Event, day: StudyDay) -> rusqlite::Result<EventId> {
    let body = items::body(db, &event.what)?;
    let learner = learner_number(db, [profile, course])?;
    db.prepare_cached("INSERT INTO event (at_ms, day, learner, kind, body) VALUES (?, ?, ?, ?, ?)")?
        .execute(params![event.at.as_millisecond(), day.0, learner, kind(&event.what), body])?;
    let id = db.last_insert_rowid();
    // What was written is what counts: a rebuild reads the same text, so that it cannot come to other numbers.
    let what = projection::read_body(&body)?;
    let at_ms = event.at.as_millisecond();
    projection::apply(db, &Entry { id, at_ms, day, learner, profile, course, what: &what })?;
    Ok(EventId(id))
}

/// The number of a profile in a course, which is drawn at its first event.
pub(super) fn learner_number(db: &Connection, who: [&str; 2]) -> rusqlite::Result<i64> {
    let known = db
        .prepare_cached("SELECT id FROM learner WHERE profile = ? AND course = ?")?
        .query_row(who, |row| row.get(0))
        .optional()?;
    let new = "INSERT INTO learner (profile, course) VALUES (?, ?) RETURNING id";
    known.map_or_else(|| db.prepare_cached(new)?.query_row(who, |row| row.get(0)), Ok)
}

/// What the log calls what happened at the seats of a drill.
pub(super) const SEATS: &str = "seats-entered";

/// What the log calls it.
pub(super) fn kind(what: &EventKind) -> &'static str {
    match what {
        EventKind::SectionOpened { .. } => "came",
        EventKind::SectionRead { .. } => "read",
        EventKind::Recalled { .. } => "recalled",
        EventKind::Reviewed { .. } => "reviewed",
        EventKind::QuizStarted { .. } => "started",
        EventKind::Answered { .. } => "answered",
        EventKind::QuizEnded { .. } => "ended",
        EventKind::ScenarioStarted { .. } => "scenario-started",
        EventKind::ScenarioMoved { .. } => "scenario-moved",
        EventKind::ScenarioEnded { .. } => "scenario-ended",
        EventKind::DrillStarted { .. } => "drill-started",
        EventKind::DrillEntered { .. } => "drill-entered",
        EventKind::SeatsEntered { .. } => SEATS,
        EventKind::SheetBegun { .. } => "sheet-begun",
        EventKind::SheetEntered { .. } => "sheet-entered",
        EventKind::TeamsKept { .. } => "teams-kept",
        EventKind::PlanKept { .. } => "plan-kept",
        EventKind::ClassKept { .. } => "class-kept",
        EventKind::DrillLabelled { .. } => "drill-labelled",
        EventKind::PaperMade { .. } => "paper-made",
        EventKind::PaperRekeyed { .. } => "paper-rekeyed",
        EventKind::QuestionsKept { .. } => "questions-kept",
        EventKind::PlacementDeclined { .. } => "placement-declined",
        EventKind::ItemFlagged { .. } => "item-flagged",
        EventKind::CardsRequested { .. } => "wanted",
        EventKind::CardsHeld { .. } => "cards-held",
        EventKind::CardsReset { .. } => "cards-reset",
        EventKind::MemoryFitted(_) => "memory-fitted",
        EventKind::SectionMarked { .. } => "section-marked",
        EventKind::Undone { .. } => "undone",
    }
}
