//! Drills in class, what was kept for others, and answers typed in from paper.

use std::collections::HashSet;

use jiff::Timestamp;
use rusqlite::params;

use super::{json, moment};
use crate::store::append::SEATS;
use crate::store::error::in_words;
use crate::store::{Store, StoreError};
use crate::study::class::ClassId;
use crate::study::drill::{Entry, Plan, Room, Setup, Team};
use crate::study::event::{EventId, EventKind, RunId, SheetAnswer};
use crate::study::live::SeatEntry;
use crate::study::names::{Name, PersonName};
use crate::study::quiz::PaperSpec;

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
    pub person: PersonName,
    pub class: Option<ClassId>,
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
        let found: Vec<(RunId, Timestamp)> =
            self.all(sql, self.me(), |row| Ok((EventId(row.get(0)?), moment(row, 1)?)))?;
        let all = (1..).zip(found).map(|(number, (run, started))| DrillLine { run, number, started });
        let labels = self.drill_labels()?;
        // The others keep their numbers.
        Ok(all.filter(|line| labels.get(&line.run).is_none_or(|label| !label.deleted)).collect())
    }

    /// The drill `wanted` with all that was done in it, if it is this profile's.
    ///
    /// # Errors
    /// When the database cannot be read, or this drill alone: [`StoreError::BrokenDrill`].
    pub fn drill(&self, wanted: RunId) -> Result<Option<LoggedDrill>, StoreError> {
        self.drills()?.into_iter().find(|d| d.run == wanted).map_or(Ok(None), |line| self.drill_of(line))
    }

    /// The drill of a line of [`Self::drills`].
    ///
    /// # Errors
    /// As [`Self::drill`].
    pub fn drill_of(&self, line: DrillLine) -> Result<Option<LoggedDrill>, StoreError> {
        let DrillLine { run, number, started } = line;
        let broken =
            |why: rusqlite::Error| StoreError::BrokenDrill { place: self.place.clone(), number, why: in_words(&why) };
        let setup = self.first("SELECT body FROM event WHERE id = ?", [run.0], |row| Ok(json(row, 0)))?;
        let Some(EventKind::DrillStarted { setup, .. }) = setup.transpose().map_err(broken)? else { return Ok(None) };
        let sql = "SELECT body FROM event JOIN drill_entry ON drill_entry.event = event.id
                   WHERE drill_entry.profile = ? AND drill_entry.course = ? AND run = ? ORDER BY event.id";
        let [profile, course] = self.me();
        let entries: Vec<rusqlite::Result<EventKind>> =
            self.all(sql, params![profile, course, run.0], |row| Ok(json(row, 0)))?;
        // Without one of its entries a drill would come to other scores.
        let entries: Vec<EventKind> = entries.into_iter().collect::<Result<_, _>>().map_err(broken)?;
        let entry = |what| if let EventKind::DrillEntered { entry, .. } = what { Some(entry) } else { None };
        Ok(Some(LoggedDrill {
            run,
            number,
            started,
            setup: *setup,
            entries: entries.into_iter().filter_map(entry).collect(),
        }))
    }

    /// What happened at the seats of the drill `run`, oldest first; nothing where the class had no devices.
    ///
    /// # Errors
    /// When the database cannot be read, or what was said at the seats: [`StoreError::BrokenDrill`].
    pub fn seat_entries(&self, run: RunId) -> Result<Vec<SeatEntry>, StoreError> {
        let sql = "SELECT body FROM event
                   WHERE learner = (SELECT id FROM learner WHERE profile = ? AND course = ?) AND kind = ? AND id > ?
                   ORDER BY id";
        let [profile, course] = self.me();
        let all: Vec<rusqlite::Result<EventKind>> =
            self.all(sql, params![profile, course, SEATS, run.0], |row| Ok(json(row, 0)))?;
        let number = || self.drills().ok()?.into_iter().find(|line| line.run == run).map(|line| line.number);
        let mut entries = Vec::new();
        for what in all {
            let what = what.map_err(|why| StoreError::BrokenDrill {
                place: self.place.clone(),
                number: number().unwrap_or_default(),
                why: in_words(&why),
            })?;
            if let EventKind::SeatsEntered { run: of, entries: more } = what
                && of == run
            {
                entries.extend(more);
            }
        }
        Ok(entries)
    }

    /// The latest drill.
    ///
    /// # Errors
    /// As [`Self::drill`].
    pub fn last_drill(&self) -> Result<Option<LoggedDrill>, StoreError> {
        self.drills()?.last().map_or(Ok(None), |&line| self.drill_of(line))
    }

    /// Teams kept, by name. What cannot be read is passed over, here and below: keeping it again mends it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn kept_teams(&self) -> Result<Vec<Kept<Vec<Team>>>, StoreError> {
        self.kept(
            "teams",
            |what| if let EventKind::TeamsKept { name, teams } = what { Some((name, teams)) } else { None },
        )
    }

    /// Plans kept, by name.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn kept_plans(&self) -> Result<Vec<Kept<Plan>>, StoreError> {
        self.kept("plan", |what| if let EventKind::PlanKept { name, plan } = what { Some((name, *plan)) } else { None })
    }

    fn kept<T>(&self, kind: &str, of: impl Fn(EventKind) -> Option<(Name, T)>) -> Result<Vec<Kept<T>>, StoreError> {
        let sql = "SELECT event.id, event.body FROM event JOIN kept ON kept.event = event.id
                   WHERE kept.profile = ? AND kept.course = ? AND kept.kind = ? ORDER BY kept.name";
        let [profile, course] = self.me();
        let all: Vec<(i64, Option<EventKind>)> =
            self.all(sql, params![profile, course, kind], |row| Ok((row.get(0)?, json(row, 1).ok())))?;
        let kept = |(id, what): (i64, Option<EventKind>)| {
            of(what?).map(|(name, what)| Kept { event: EventId(id), name, what })
        };
        Ok(all.into_iter().filter_map(kept).collect())
    }

    /// The sheets of `paper` that were typed in, by whichever profile; the latest of each person, oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn sheets(&self, paper: &PaperSpec) -> Result<Vec<EnteredSheet>, StoreError> {
        Ok(self.sheets_that_count()?.into_iter().filter(|sheet| sheet.paper.asks_the_same_as(paper)).collect())
    }

    /// Sheets of `paper` that were typed in in part, the latest of each person, oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn begun_sheets(&self, paper: &PaperSpec) -> Result<Vec<EnteredSheet>, StoreError> {
        let sql = "SELECT id, at_ms, body FROM event
                   WHERE learner IN (SELECT id FROM learner WHERE course = ?) AND kind IN ('sheet-begun', 'sheet-entered') ORDER BY id DESC";
        let all: Vec<_> =
            self.all(sql, [self.me()[1]], |row| Ok((EventId(row.get(0)?), moment(row, 1)?, json(row, 2).ok())))?;
        let mut decided = HashSet::new();
        let mut begun = Vec::new();
        for (event, at, what) in all {
            let (whose, sheet) = match what {
                Some(EventKind::SheetEntered { paper, person, .. }) => ((paper, person), None),
                Some(EventKind::SheetBegun { paper, person, class, version, answers }) => (
                    (paper.clone(), person.clone()),
                    Some(EnteredSheet { event, at, paper, person, class, version, answers }),
                ),
                _ => continue,
            };
            if whose.0.asks_the_same_as(paper) && decided.insert(whose.1.folded()) {
                begun.extend(sheet.filter(|sheet| !sheet.answers.is_empty()));
            }
        }
        begun.reverse();
        Ok(begun)
    }

    /// Every sheet that was typed in, oldest first. Those that cannot be read are passed over.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn all_sheets(&self) -> Result<Vec<EnteredSheet>, StoreError> {
        Ok(self.sheets_as_they_are()?.into_iter().flatten().collect())
    }

    /// The same without those that were typed in again: the last counts in place of the one before.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(in crate::store) fn sheets_that_count(&self) -> Result<Vec<EnteredSheet>, StoreError> {
        let mut people = HashSet::new();
        let mut sheets = self.all_sheets()?;
        sheets.reverse();
        sheets.retain(|sheet| people.insert((sheet.class.clone(), sheet.person.folded(), sheet.paper.origin())));
        sheets.reverse();
        Ok(sheets)
    }

    /// How many sheets were typed in that cannot be read any more.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn broken_sheets(&self) -> Result<usize, StoreError> {
        Ok(self.sheets_as_they_are()?.iter().filter(|sheet| sheet.is_none()).count())
    }

    fn sheets_as_they_are(&self) -> Result<Vec<Option<EnteredSheet>>, StoreError> {
        let sql = "SELECT event.id, event.at_ms, event.body FROM event JOIN sheet ON sheet.event = event.id
                   WHERE sheet.course = ? ORDER BY event.id";
        let all: Vec<_> =
            self.all(sql, [self.me()[1]], |row| Ok((EventId(row.get(0)?), moment(row, 1)?, json(row, 2).ok())))?;
        let sheet = |(event, at, what)| match what {
            Some(EventKind::SheetEntered { paper, person, class, version, answers, .. }) => {
                Some(EnteredSheet { event, at, paper, person, class, version, answers })
            }
            _ => None,
        };
        Ok(all.into_iter().map(sheet).collect())
    }
}
