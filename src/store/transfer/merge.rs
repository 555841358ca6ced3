//! A file of progress brought into the database: each event once, in the order of both logs, cards scheduled as if all had
//! happened here, and nothing of what was forgotten on either side.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use rusqlite::{Connection, params};

use super::file::{FileProfile, ForgottenMark, ProgressFile, forgotten};
use super::interleaving::{Origin, Stamp, interleaved};
use super::log::{LogEntry, identities, load};
use super::profiles::resolve;
use super::reading::TransferError;
use super::rescheduling::{MergedEntry, rescheduled};
use crate::store::append::learner_number;
use crate::store::forget::{erase_profile, mark};
use crate::store::profiles::aliases_of;
use crate::store::{Store, StoreError, rebuild};
use crate::study::memory::Settings;

/// How progress is brought in.
#[derive(Clone, Debug)]
pub struct MergeOptions {
    /// The profile here that the file's one profile goes into.
    pub into: Option<String>,
    /// How cards that were reviewed on both sides are scheduled anew.
    pub scheduling: Settings,
    /// Otherwise only what would come of it is told.
    pub commit: bool,
}

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Events that were not here.
    pub new: usize,
    /// Events that were here already.
    pub known: usize,
    /// Events of the file that were forgotten here.
    pub left_out: usize,
    /// Events here that were forgotten where the file comes from.
    pub erased: usize,
    /// Reviews whose interval was computed anew.
    pub rescheduled: usize,
    /// Backups that went because they held what was erased.
    pub files: Vec<String>,
}

impl Store {
    /// Brings `file` in. What is here already is not doubled, however often it is brought in.
    ///
    /// # Errors
    /// When it is not clear whose progress it is, or it cannot be saved; then nothing is changed.
    pub fn merge(
        &mut self,
        file: &ProgressFile,
        options: &MergeOptions,
        now: Timestamp,
    ) -> Result<Merged, TransferError> {
        let place = self.place.clone();
        let told = |error| match error {
            TransferError::Database(e) => TransferError::Store(StoreError::from_sqlite(&place, e)),
            other => other,
        };
        if options.commit {
            self.empty_wal()?;
            self.db.execute_batch("PRAGMA secure_delete = ON").map_err(|e| told(e.into()))?;
        }
        let tx = self.db.transaction().map_err(|e| told(e.into()))?;
        let mut merge = Merge { db: &tx, scheduling: options.scheduling.clone(), now, merged: Merged::default() };
        merge.bring_in(file, options.into.as_deref()).map_err(told)?;
        let mut merged = merge.merged;
        if !options.commit {
            return Ok(merged);
        }
        tx.commit().map_err(|e| told(e.into()))?;
        if merged.erased > 0 {
            merged.files = self.sweep()?;
        }
        self.find_profile()?;
        Ok(merged)
    }
}

/// A merge within one transaction.
struct Merge<'a> {
    db: &'a Connection,
    scheduling: Settings,
    now: Timestamp,
    merged: Merged,
}

/// Marks that one side has and the other has not: what they stand for goes there.
struct Marks(HashSet<String>);

impl Marks {
    fn of(ours: &[ForgottenMark], without: &[ForgottenMark]) -> Self {
        let known: HashSet<&str> = without.iter().map(|mark| &mark.id[..]).collect();
        Self(ours.iter().map(|mark| &mark.id[..]).filter(|id| !known.contains(id)).map(str::to_owned).collect())
    }

    /// Takes from `log` what was forgotten, and what belongs to it. `ids` are those that the profile has anywhere.
    fn leave_out(&self, log: &mut Vec<LogEntry>, ids: &[String], course: &str) -> usize {
        let before = log.len();
        let mut gone: HashSet<i64> = HashSet::new();
        log.retain(|entry| {
            let is_marked = ids.iter().any(|id| self.0.contains(&mark(id, course, &entry.kind, entry.at_ms)));
            let stays = !is_marked && entry.refers_to().is_none_or(|target| !gone.contains(&target));
            if !stays {
                gone.insert(entry.id);
            }
            stays
        });
        before - log.len()
    }
}

impl Merge<'_> {
    fn bring_in(&mut self, file: &ProgressFile, into: Option<&str>) -> Result<(), TransferError> {
        // What follows from the log is made anew at the end.
        self.db.execute_batch("PRAGMA defer_foreign_keys = ON")?;
        let here = forgotten(self.db)?;
        let (forgotten_there, forgotten_here) = (Marks::of(&file.forgotten, &here), Marks::of(&here, &file.forgotten));
        let is_gone =
            |it: &FileProfile| std::iter::once(&it.id).chain(&it.aliases).any(|id| forgotten_here.0.contains(id));
        self.erase_profiles(&forgotten_there)?;
        let ids = resolve(self.db, file, into, is_gone)?;
        for log in file.logs.iter().filter(|log| !ids.contains_key(&log.profile)) {
            self.merged.left_out += log.entries.len();
        }
        let mut logs: HashMap<[String; 2], (String, Vec<LogEntry>)> = HashMap::new();
        for log in &file.logs {
            if let Some(id) = ids.get(&log.profile) {
                logs.insert([id.clone(), log.course.clone()], (log.profile.clone(), log.entries.clone()));
            }
        }
        for who in self.learners()? {
            logs.entry(who).or_default();
        }
        for ([profile, course], (there, mut incoming)) in logs {
            let ids = [vec![profile.clone(), there], aliases_of(self.db, &profile)?].concat();
            let mut local = load(self.db, [&profile, &course])?;
            let all: Vec<i64> = local.iter().map(|entry| entry.id).collect();
            self.merged.erased += forgotten_there.leave_out(&mut local, &ids, &course);
            self.merged.left_out += forgotten_here.leave_out(&mut incoming, &ids, &course);
            if !incoming.is_empty() || all.len() > local.len() {
                self.one_log([&profile, &course], &all, &local, &incoming)?;
            }
        }
        self.keep_beside(file)?;
        if self.merged.new + self.merged.erased + self.merged.rescheduled > 0 {
            self.db.execute("DELETE FROM glance", [])?;
            rebuild::replay(self.db)?;
        }
        Ok(())
    }

    /// Profiles that were forgotten where the file comes from.
    fn erase_profiles(&mut self, there: &Marks) -> rusqlite::Result<()> {
        let ids: Vec<String> =
            self.db.prepare("SELECT id FROM profile")?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
        for id in ids {
            let all = [vec![id.clone()], aliases_of(self.db, &id)?].concat();
            if all.iter().any(|id| there.0.contains(id)) {
                self.merged.erased += erase_profile(self.db, &id, self.now)?;
            }
        }
        Ok(())
    }

    fn learners(&self) -> rusqlite::Result<Vec<[String; 2]>> {
        let who = |row: &rusqlite::Row| Ok([row.get(0)?, row.get(1)?]);
        self.db.prepare("SELECT profile, course FROM learner")?.query_map([], who)?.collect()
    }

    /// Makes one log of two. `all` are the numbers of all events that are here, those that go among them.
    fn one_log(
        &mut self,
        who: [&str; 2],
        all: &[i64],
        local: &[LogEntry],
        incoming: &[LogEntry],
    ) -> rusqlite::Result<()> {
        let stamps = |log: &[LogEntry]| -> Vec<Stamp> {
            let stamp = |(identity, entry): (u64, &LogEntry)| Stamp { identity, at_ms: entry.at_ms };
            identities(log).into_iter().zip(log).map(stamp).collect()
        };
        let order = interleaved(&stamps(local), &stamps(incoming));
        self.count(&order);
        let merged = merged_entries(&order, local, incoming);
        let anew = rescheduled(&merged, &self.scheduling)?;
        self.merged.rescheduled += anew.len();
        self.write(who, (all, &order), &merged, &anew)
    }

    fn count(&mut self, order: &[Origin]) {
        for origin in order {
            match origin {
                Origin::First(_) => {}
                Origin::Second(_) => self.merged.new += 1,
                Origin::Both(..) => self.merged.known += 1,
            }
        }
    }

    /// Events that stand where they stood keep their numbers; all after the first that does not get new ones, above all that
    /// were ever given, so that no open window takes one for another.
    fn write(
        &self,
        who: [&str; 2],
        (all, order): (&[i64], &[Origin]),
        merged: &[MergedEntry<'_>],
        anew: &HashMap<usize, String>,
    ) -> rusqlite::Result<()> {
        let is_here = |origin: &Origin| !matches!(origin, Origin::Second(_));
        let kept = merged.iter().zip(order).zip(all);
        let kept = kept.take_while(|((it, origin), id)| is_here(origin) && it.entry.id == **id).count();
        let learner = learner_number(self.db, who)?;
        let last: i64 = self.db.query_row("SELECT coalesce(max(id), 0) FROM event", [], |row| row.get(0))?;
        for id in &all[kept..] {
            self.db.prepare_cached("DELETE FROM event WHERE id = ?")?.execute([id])?;
        }
        let number = |at: usize| {
            if at < kept { merged[at].entry.id } else { last + 1 + i64::try_from(at - kept).unwrap_or(0) }
        };
        for (at, it) in merged.iter().enumerate() {
            let body = match (anew.get(&at), it.entry.refers_to()) {
                (Some(body), _) => body.clone(),
                (None, _) if at < kept => continue,
                // What it belongs to is not there: it must not come to belong to something else.
                (None, Some(_)) => it.entry.body_referring_to(it.target.map_or(0, number)),
                (None, None) => it.entry.body.clone(),
            };
            if at < kept {
                self.db.prepare_cached("UPDATE event SET body = ? WHERE id = ?")?.execute(params![body, number(at)])?;
                continue;
            }
            let LogEntry { at_ms, day, kind, .. } = it.entry;
            self.db
                .prepare_cached("INSERT INTO event (id, at_ms, day, learner, kind, body) VALUES (?, ?, ?, ?, ?, ?)")?
                .execute(params![number(at), at_ms, day, learner, kind, body])?;
        }
        Ok(())
    }

    /// Questions as they were asked, and marks of what was forgotten.
    fn keep_beside(&self, file: &ProgressFile) -> rusqlite::Result<()> {
        for (hash, body) in &file.items {
            self.db.prepare_cached("INSERT OR IGNORE INTO item VALUES (?, ?)")?.execute(params![hash, body])?;
        }
        for ForgottenMark { id, kind, at_ms } in &file.forgotten {
            let keep = "INSERT OR IGNORE INTO forgotten VALUES (?, ?, ?)";
            self.db.prepare_cached(keep)?.execute(params![id, kind, at_ms])?;
        }
        Ok(())
    }
}

fn merged_entries<'a>(order: &[Origin], local: &'a [LogEntry], incoming: &'a [LogEntry]) -> Vec<MergedEntry<'a>> {
    // Where each number of either log leads to.
    let (mut here, mut there) = (HashMap::new(), HashMap::new());
    let mut merged: Vec<MergedEntry<'a>> = Vec::with_capacity(order.len());
    for (at, origin) in order.iter().enumerate() {
        let (entry, target, is_disputed) = match *origin {
            Origin::First(one) => (&local[one], target(&local[one], &here), false),
            Origin::Second(other) => (&incoming[other], target(&incoming[other], &there), false),
            Origin::Both(one, other) => {
                let is_disputed = local[one].kind == "reviewed" && !is_same(&local[one].body, &incoming[other].body);
                (&local[one], target(&local[one], &here), is_disputed)
            }
        };
        match *origin {
            Origin::First(_) => drop(here.insert(entry.id, at)),
            Origin::Second(_) => drop(there.insert(entry.id, at)),
            Origin::Both(_, other) => {
                here.insert(entry.id, at);
                there.insert(incoming[other].id, at);
            }
        }
        merged.push(MergedEntry { entry, target, is_disputed });
    }
    merged
}

fn target(entry: &LogEntry, places: &HashMap<i64, usize>) -> Option<usize> {
    places.get(&entry.refers_to()?).copied()
}

/// Whether two bodies say the same, however they are written.
fn is_same(one: &str, other: &str) -> bool {
    use crate::store::projection::read_body;
    one == other || read_body(one).ok() == read_body(other).ok()
}
