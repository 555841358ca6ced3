//! Drills in class, what was kept for others, and answers typed in from paper.

use jiff::Timestamp;
use rusqlite::params;

use super::{json, moment};
use crate::store::{Store, StoreError};
use crate::study::event::{EventId, Happening, RunId, SheetAnswer};
use crate::study::names::Name;
use crate::study::quiz::PaperSpec;
use crate::study::room::{Entry, Plan, Room, Setup, Team};

/// A drill as it was logged.
#[derive(Clone, Debug, PartialEq)]
pub struct LoggedDrill {
    pub run: RunId,
    /// Counted from 1, the learner's first drill; it never changes.
    pub number: usize,
    pub started: Timestamp,
    pub setup: Setup,
    /// Oldest first.
    pub entries: Vec<Entry>,
}

/// A drill in a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DrillLine {
    pub run: RunId,
    pub number: usize,
    pub started: Timestamp,
}

/// Something kept under a name.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept<T> {
    /// Taking it back forgets what was kept.
    pub event: EventId,
    pub name: Name,
    pub what: T,
}

/// The sheet of a person, typed in.
#[derive(Clone, Debug, PartialEq)]
pub struct EnteredSheet {
    pub event: EventId,
    pub at: Timestamp,
    pub paper: PaperSpec,
    pub person: Name,
    pub version: char,
    pub answers: Vec<SheetAnswer>,
}

impl LoggedDrill {
    /// The room that the log leads to.
    #[must_use]
    pub fn room(&self) -> Room {
        Room::fold(self.setup.clone(), &self.entries)
    }
}

impl Store {
    /// Every drill of this profile, oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn drills(&self) -> Result<Vec<DrillLine>, StoreError> {
        let sql = "SELECT event, at_ms FROM drill WHERE profile = ? AND course = ? ORDER BY event";
        let found: Vec<(RunId, Timestamp)> = self.all(sql, self.me(), |row| Ok((EventId(row.get(0)?), moment(row, 1)?)))?;
        Ok((1..).zip(found).map(|(number, (run, started))| DrillLine { run, number, started }).collect())
    }

    /// The drill `wanted` with all that was done in it, if it is this profile's.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn drill(&self, wanted: RunId) -> Result<Option<LoggedDrill>, StoreError> {
        let Some(DrillLine { run, number, started }) = self.drills()?.into_iter().find(|d| d.run == wanted) else { return Ok(None) };
        let setup = self.first("SELECT body FROM event WHERE id = ?", [run.0], |row| json(row, 0))?;
        let Some(Happening::DrillStarted { setup }) = setup else { return Ok(None) };
        let sql = "SELECT body FROM event JOIN drill_entry ON drill_entry.event = event.id
                   WHERE drill_entry.profile = ? AND drill_entry.course = ? AND run = ? ORDER BY event.id";
        let [profile, course] = self.me();
        let entries: Vec<Happening> = self.all(sql, params![profile, course, run.0], |row| json(row, 0))?;
        let entry = |what| if let Happening::DrillEntered { entry, .. } = what { Some(entry) } else { None };
        Ok(Some(LoggedDrill { run, number, started, setup: *setup, entries: entries.into_iter().filter_map(entry).collect() }))
    }

    /// The latest drill.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn last_drill(&self) -> Result<Option<LoggedDrill>, StoreError> {
        self.drills()?.last().map_or(Ok(None), |line| self.drill(line.run))
    }

    /// Teams kept, by name.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn kept_teams(&self) -> Result<Vec<Kept<Vec<Team>>>, StoreError> {
        self.kept("teams", |what| if let Happening::TeamsKept { name, teams } = what { Some((name, teams)) } else { None })
    }

    /// Plans kept, by name.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn kept_plans(&self) -> Result<Vec<Kept<Plan>>, StoreError> {
        self.kept("plan", |what| if let Happening::PlanKept { name, plan } = what { Some((name, *plan)) } else { None })
    }

    fn kept<T>(&self, kind: &str, of: impl Fn(Happening) -> Option<(Name, T)>) -> Result<Vec<Kept<T>>, StoreError> {
        let sql = "SELECT event.id, event.body FROM event JOIN kept ON kept.event = event.id
                   WHERE kept.profile = ? AND kept.course = ? AND kept.kind = ? ORDER BY kept.name";
        let [profile, course] = self.me();
        let all: Vec<(i64, Happening)> = self.all(sql, params![profile, course, kind], |row| Ok((row.get(0)?, json(row, 1)?)))?;
        Ok(all.into_iter().filter_map(|(id, what)| of(what).map(|(name, what)| Kept { event: EventId(id), name, what })).collect())
    }

    /// The sheets of `paper` that were typed in, by whichever profile; the latest of each person, oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn sheets(&self, paper: &PaperSpec) -> Result<Vec<EnteredSheet>, StoreError> {
        let of_paper = self.all_sheets()?.into_iter().filter(|s| s.paper.asks_the_same_as(paper));
        let mut sheets: Vec<EnteredSheet> = Vec::new();
        for sheet in of_paper {
            sheets.retain(|s| !s.person.is_like(&sheet.person));
            sheets.push(sheet);
        }
        Ok(sheets)
    }

    /// Every sheet that was typed in, oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn all_sheets(&self) -> Result<Vec<EnteredSheet>, StoreError> {
        let sql = "SELECT event.id, event.at_ms, event.body FROM event JOIN sheet ON sheet.event = event.id
                   WHERE sheet.course = ? ORDER BY event.id";
        let all: Vec<_> = self.all(sql, [self.me()[1]], |row| Ok((EventId(row.get(0)?), moment(row, 1)?, json(row, 2)?)))?;
        let sheet = |(event, at, what)| match what {
            Happening::SheetEntered { paper, person, version, answers } => {
                Some(EnteredSheet { event, at, paper, person, version, answers })
            }
            _ => None,
        };
        Ok(all.into_iter().filter_map(sheet).collect())
    }
}
