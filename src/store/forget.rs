//! Forgetting, the one designed exception to a log that is only added to: rows go, copies of the database go, and what
//! is left where they were is a mark without a name, so that joining two files cannot bring them back.

mod erase;
mod scrub;

use std::collections::HashMap;

use jiff::Timestamp;
use rusqlite::{Connection, params};

use self::scrub::Scrubber;
use super::projection::{read_body, to_json};
use super::rebuild::DERIVED;
use super::{Store, StoreError, profiles};
use crate::study::chance::fnv;
use crate::study::class::{ClassId, SchoolClass};
use crate::study::event::EventKind;
use crate::study::names::{Name, PersonName};

/// What can be forgotten.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Forgettable {
    /// All that a learner did, in every course, and the learner's name wherever a class was taught.
    Profile(String),
    /// A drill of this profile in this course, by its number.
    Drill(usize),
    /// A person of a class: sheets go, drills and kept teams keep what was done under another name.
    Pupil(PersonName),
    /// Teams that were kept under this name, and the class called so: its list, its sheets, and the names of its people in what it
    /// played.
    Class(Name),
}

/// What was erased.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Erased {
    /// Entries of the log that are gone.
    pub events: usize,
    /// Entries of the log in which a name was overwritten.
    pub rewritten: usize,
    /// Files that are gone: copies from before a new schema, and damaged ones.
    pub files: Vec<String>,
}

impl Erased {
    /// What was erased, in a line.
    #[must_use]
    pub fn words(&self) -> String {
        let names = if self.rewritten > 0 {
            format!(" The name was replaced in {}.", entries(self.rewritten))
        } else {
            String::new()
        };
        format!("Erased: {}.{names}", entries(self.events))
    }
}

fn entries(n: usize) -> String {
    if n == 1 { "1 log entry".to_owned() } else { format!("{n} log entries") }
}

impl Store {
    /// Forgets `what`. When this returns, no file of the folder holds it any more.
    ///
    /// # Errors
    /// When there is no such thing, when another window is at work, or when it cannot be done; then nothing is changed,
    /// unless the error is about a file beside the database.
    pub fn forget(&mut self, what: &Forgettable, now: Timestamp) -> Result<Erased, StoreError> {
        let drill = if let Forgettable::Drill(number) = what { Some(self.numbered_drill(*number)?) } else { None };
        // A log that cannot be emptied now would keep what is about to go.
        self.empty_wal()?;
        let (place, course) = (self.place.clone(), self.who.course.clone());
        let sqlite = |e| StoreError::from_sqlite(&place, e);
        self.db.execute_batch("PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY").map_err(sqlite)?;
        let tx = self.db.transaction().map_err(sqlite)?;
        let mut eraser = Eraser { db: &tx, now, erased: Erased::default() };
        match (what, drill) {
            (Forgettable::Profile(name), _) => {
                let Some(id) = profiles::id(&tx, name).map_err(sqlite)? else {
                    return Err(StoreError::NoProfile {
                        name: name.clone(),
                        known: profiles::names(&tx).map_err(sqlite)?,
                    });
                };
                eraser.profile(&id).map_err(sqlite)?;
                if let Ok(name) = PersonName::new(name) {
                    eraser.pupil(&name).map_err(sqlite)?;
                }
            }
            (Forgettable::Pupil(name), _) => eraser.pupil(name).map_err(sqlite)?,
            (Forgettable::Class(name), _) => eraser.class(name).map_err(sqlite)?,
            (Forgettable::Drill(_), run) => {
                eraser.drill([&self.profile, course.as_str()], run.unwrap_or_default()).map_err(sqlite)?;
            }
        }
        let mut erased = eraser.erased;
        if erased == Erased::default() {
            return Err(StoreError::NothingToForget);
        }
        tx.commit().map_err(sqlite)?;
        erased.files = self.sweep()?;
        self.find_profile()?;
        Ok(erased)
    }

    /// Sees to it that what was deleted is in no file any more. Gives the names of copies that went.
    pub(super) fn sweep(&self) -> Result<Vec<String>, StoreError> {
        self.db.execute_batch("VACUUM").map_err(|e| self.trouble(e))?;
        self.empty_wal()?;
        self.erase_copies()
    }

    fn numbered_drill(&self, number: usize) -> Result<i64, StoreError> {
        let drills = self.drills()?;
        let found = drills.iter().find(|d| d.number == number).map(|d| d.run.0);
        found.ok_or(StoreError::NothingToForget)
    }
}

/// Erases all that a profile did, within a transaction. Gives the number of events.
pub(super) fn erase_profile(db: &Connection, id: &str, now: Timestamp) -> rusqlite::Result<usize> {
    let mut eraser = Eraser { db, now, erased: Erased::default() };
    eraser.profile(id)?;
    Ok(eraser.erased.events)
}

/// Erases within one transaction, and counts.
struct Eraser<'a> {
    db: &'a Connection,
    now: Timestamp,
    erased: Erased,
}

impl Eraser<'_> {
    fn profile(&mut self, id: &str) -> rusqlite::Result<()> {
        let theirs = "learner IN (SELECT id FROM learner WHERE profile = ?)";
        self.db.execute(&format!("DELETE FROM review WHERE {theirs}"), [id])?;
        for table in DERIVED.iter().filter(|&&table| table != "review").chain(&["glance"]) {
            self.db.execute(&format!("DELETE FROM {table} WHERE profile = ?"), [id])?;
        }
        self.erased.events += self.db.execute(&format!("DELETE FROM event WHERE {theirs}"), [id])?;
        self.db.execute("DELETE FROM learner WHERE profile = ?", [id])?;
        self.db.execute("DELETE FROM profile WHERE id = ?", [id])?;
        for alias in profiles::aliases_of(self.db, id)? {
            self.mark(&alias, "profile")?;
        }
        self.db.execute("DELETE FROM profile_alias WHERE profile = ?", [id])?;
        self.mark(id, "profile")
    }

    /// A drill with all that was entered in it, and what was taken back of it.
    fn drill(&mut self, [profile, course]: [&str; 2], run: i64) -> rusqlite::Result<()> {
        let sql = "SELECT id FROM event WHERE id = ?1
                   UNION SELECT event FROM drill_entry WHERE run = ?1 AND profile = ?2 AND course = ?3
                   UNION SELECT id FROM event WHERE kind = 'drill-entered'
                     AND learner = (SELECT id FROM learner WHERE profile = ?2 AND course = ?3)
                     AND json_valid(body) AND json_extract(body, '$.DrillEntered.run') = ?1
                   UNION SELECT id FROM event WHERE kind = 'seats-entered'
                     AND learner = (SELECT id FROM learner WHERE profile = ?2 AND course = ?3)
                     AND json_valid(body) AND json_extract(body, '$.SeatsEntered.run') = ?1";
        let ids: Vec<i64> = self
            .db
            .prepare(sql)?
            .query_map(params![run, profile, course], |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        self.mark_event(run, "drill")?;
        ids.into_iter().try_for_each(|id| self.event(id))
    }

    fn class(&mut self, name: &Name) -> rusqlite::Result<()> {
        for (id, kind, body) in self.events_of_classes()? {
            if kind == "teams-kept" && scrub::is_kept_as(&body, name) {
                self.mark_event(id, "class")?;
                self.event(id)?;
            }
        }
        for class in self.classes_called(name)? {
            self.school_class(&class)?;
        }
        Ok(())
    }

    /// The classes of this name, as they were kept last.
    fn classes_called(&self, name: &Name) -> rusqlite::Result<Vec<SchoolClass>> {
        let mut latest: HashMap<ClassId, SchoolClass> = HashMap::new();
        for (_, kind, body) in self.events_of_classes()? {
            if kind == "class-kept"
                && let Ok(EventKind::ClassKept { class }) = read_body(&body)
            {
                latest.insert(class.id.clone(), *class);
            }
        }
        Ok(latest.into_values().filter(|class| class.name.is_like(name)).collect())
    }

    /// The list goes, and the sheets; drills stay, without the names of the people.
    fn school_class(&mut self, class: &SchoolClass) -> rusqlite::Result<()> {
        let (events, id) = (self.events_of_classes()?, class.id.as_str());
        let drills = scrub::drills_of(&events, id);
        for (event, kind, body) in &events {
            let is_list = kind == "class-kept" && scrub::has_class(body, "/ClassKept/class/id", id);
            let is_sheet = ["/SheetBegun/class", "/SheetEntered/class"].iter().any(|at| scrub::has_class(body, at, id));
            if is_list || is_sheet {
                self.mark_event(*event, if is_list { "class" } else { "sheet" })?;
                self.event(*event)?;
            }
        }
        for pupil in &class.pupils {
            for name in std::iter::once(&pupil.name).chain(&pupil.former) {
                self.scrub(name, |id, body| {
                    drills.contains(&id) || scrub::run_of(body).is_some_and(|run| drills.contains(&run))
                })?;
            }
        }
        Ok(())
    }

    /// Overwrites a name in the entries that `is_wanted`.
    fn scrub(&mut self, name: &PersonName, is_wanted: impl Fn(i64, &str) -> bool) -> rusqlite::Result<()> {
        let events = self.events_of_classes()?;
        let mut scrubber = Scrubber::new(name, events.iter().map(|(_, _, body)| &body[..]));
        for (id, _, body) in events.iter().filter(|(id, _, body)| is_wanted(*id, body)) {
            if let Some(body) = scrubber.scrub(body) {
                self.mark_event(*id, "name")?;
                self.rewrite(*id, &body)?;
            }
        }
        Ok(())
    }

    fn pupil(&mut self, name: &PersonName) -> rusqlite::Result<()> {
        self.leave_classes(name)?;
        let events = self.events_of_classes()?;
        let mut scrubber = Scrubber::new(name, events.iter().map(|(_, _, body)| &body[..]));
        for (id, kind, body) in &events {
            if matches!(kind.as_str(), "sheet-begun" | "sheet-entered") && scrub::is_sheet_of(body, name) {
                self.mark_event(*id, "sheet")?;
                self.event(*id)?;
            } else if let Some(body) = scrubber.scrub(body) {
                self.mark_event(*id, "name")?;
                self.rewrite(*id, &body)?;
            }
        }
        Ok(())
    }

    /// Takes a person off every list, with all that the list says of the person.
    fn leave_classes(&mut self, name: &PersonName) -> rusqlite::Result<()> {
        for (id, kind, body) in self.events_of_classes()? {
            if kind != "class-kept" {
                continue;
            }
            let Ok(EventKind::ClassKept { mut class }) = read_body(&body) else { continue };
            let before = class.pupils.len();
            class.pupils.retain(|pupil| !pupil.is_called(name));
            if class.pupils.len() < before {
                let body = to_json(&EventKind::ClassKept { class })?;
                self.mark_event(id, "name")?;
                self.rewrite(id, &body)?;
            }
        }
        Ok(())
    }

    /// All that names people of a class: number, kind, body.
    fn events_of_classes(&self) -> rusqlite::Result<Vec<(i64, String, String)>> {
        let sql = "SELECT id, kind, body FROM event
                   WHERE kind IN ('drill-started', 'drill-entered', 'seats-entered', 'sheet-begun', 'sheet-entered', 'teams-kept', 'plan-kept',
                                'class-kept', 'drill-labelled', 'paper-made', 'questions-kept')";
        self.db.prepare(sql)?.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect()
    }

    /// Deletes an event of a class, and what took it back.
    fn event(&mut self, id: i64) -> rusqlite::Result<()> {
        for table in ["drill", "drill_entry", "sheet", "kept"] {
            self.db.execute(&format!("DELETE FROM {table} WHERE event = ?"), [id])?;
        }
        let undone = "DELETE FROM event WHERE kind = 'undone' AND json_extract(body, '$.Undone.event') = ?";
        self.erased.events += self.db.execute(undone, [id])?;
        self.erased.events += self.db.execute("DELETE FROM event WHERE id = ?", [id])?;
        Ok(())
    }

    fn rewrite(&mut self, id: i64, body: &str) -> rusqlite::Result<()> {
        self.db.execute("UPDATE event SET body = ?2 WHERE id = ?1", params![id, body])?;
        if let Some(name) = scrub::kept_as(body) {
            self.db.execute("UPDATE kept SET name = ?2 WHERE event = ?1", params![id, name.folded()])?;
        }
        self.erased.rewritten += 1;
        Ok(())
    }

    fn mark_event(&self, id: i64, kind: &str) -> rusqlite::Result<()> {
        let sql = "SELECT profile, course, kind, at_ms FROM event JOIN learner ON learner.id = event.learner WHERE event.id = ?";
        let of = self.db.query_row(sql, [id], |row| {
            let text = |at| row.get_ref(at)?.as_str().map_err(rusqlite::Error::from);
            Ok(mark(text(0)?, text(1)?, text(2)?, row.get(3)?))
        })?;
        self.mark(&of, kind)
    }

    fn mark(&self, id: &str, kind: &str) -> rusqlite::Result<()> {
        let at = self.now.as_millisecond();
        self.db.execute("INSERT OR IGNORE INTO forgotten VALUES (?, ?, ?)", params![id, kind, at]).map(|_| ())
    }
}

/// What stands for an event that was forgotten: the same in every copy of the log, and nothing can be read from it.
pub(super) fn mark(profile: &str, course: &str, kind: &str, at_ms: i64) -> String {
    format!("{:016x}", fnv(format!("{profile}\n{course}\n{kind}\n{at_ms}").as_bytes()))
}
