//! The file: a JSON object a line, so that it can be read as it comes and a torn one is noticed.

use std::borrow::Cow;
use std::io::{self, Write};

use jiff::Timestamp;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::log::{LogEntry, load};
use crate::course::model::Id;
use crate::course::model::text::is_unsafe;
use crate::store::profiles::aliases_of;
use crate::store::{Store, StoreError};

/// What the first line calls the file.
pub(super) const NAME: &str = "ninetracks-progress";
/// Raised when older programs could not read it any more.
pub(super) const VERSION: u32 = 1;

/// A line of the file: an object with one field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum FileLine {
    Format {
        name: String,
        version: u32,
        written: Timestamp,
        program: String,
    },
    Profile(FileProfile),
    Forgotten(ForgottenMark),
    /// A question as it was asked, without the order of its options.
    Item {
        hash: String,
        body: Value,
    },
    Event(FileEvent),
    /// The last line: how many events there were.
    End {
        events: usize,
    },
}

/// A profile by its id; the name can be another on each computer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileProfile {
    pub id: String,
    pub name: String,
    /// Ids that it had elsewhere.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// What was forgotten, without a name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct ForgottenMark {
    pub id: String,
    pub kind: String,
    pub at_ms: i64,
}

/// An event. What other events call it is `n`, which means something in this file alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct FileEvent {
    pub n: i64,
    pub profile: String,
    pub course: Id,
    pub at_ms: i64,
    pub day: i32,
    pub kind: String,
    pub body: Value,
}

/// What a file holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProgressFile {
    pub(super) profiles: Vec<FileProfile>,
    pub(super) forgotten: Vec<ForgottenMark>,
    /// By hash, each as JSON.
    pub(super) items: Vec<(String, String)>,
    pub(super) logs: Vec<FileLog>,
}

/// The log of a profile in a course, oldest first.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct FileLog {
    pub profile: String,
    pub course: String,
    pub entries: Vec<LogEntry>,
}

impl ProgressFile {
    /// Number of events.
    #[must_use]
    pub fn events(&self) -> usize {
        self.logs.iter().map(|log| log.entries.len()).sum()
    }

    /// Names of the profiles.
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        self.profiles.iter().map(|profile| &profile.name[..]).collect()
    }
}

/// Whose progress is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportScope {
    /// The store's profile, in every course.
    OwnProfile,
    Everyone,
}

impl Store {
    /// What a file of progress holds, as of one moment.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn progress_file(&self, scope: ExportScope) -> Result<ProgressFile, StoreError> {
        self.at_one_moment(|| self.whole_file(scope).map_err(|e| self.trouble(e)))
    }

    fn whole_file(&self, scope: ExportScope) -> rusqlite::Result<ProgressFile> {
        let db = &self.db;
        let is_wanted = |id: &str| scope == ExportScope::Everyone || id == self.profile;
        let all: Vec<(String, String)> = rows(db, "SELECT id, name FROM profile ORDER BY name")?;
        let mut file = ProgressFile { forgotten: forgotten(db)?, ..ProgressFile::default() };
        for (id, name) in all.into_iter().filter(|(id, _)| is_wanted(id)) {
            let aliases = aliases_of(db, &id)?;
            file.profiles.push(FileProfile { id, name, aliases });
        }
        for (profile, course) in rows(db, "SELECT profile, course FROM learner ORDER BY profile, course")? {
            if is_wanted(&profile) {
                let entries = load(db, [&profile, &course])?;
                file.logs.push(FileLog { profile, course, entries });
            }
        }
        let used = file.logs.iter().flat_map(|log| &log.entries).flat_map(LogEntry::item_hashes);
        let used: std::collections::BTreeSet<String> = used.collect();
        let items = rows(db, "SELECT hash, body FROM item ORDER BY hash")?;
        file.items = items.into_iter().filter(|(hash, _)| used.contains(hash)).collect();
        Ok(file)
    }
}

fn rows(db: &Connection, sql: &str) -> rusqlite::Result<Vec<(String, String)>> {
    db.prepare(sql)?.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
}

/// Every mark of what was forgotten here.
pub(super) fn forgotten(db: &Connection) -> rusqlite::Result<Vec<ForgottenMark>> {
    let mark = |row: &rusqlite::Row| Ok(ForgottenMark { id: row.get(0)?, kind: row.get(1)?, at_ms: row.get(2)? });
    db.prepare("SELECT id, kind, at_ms FROM forgotten ORDER BY id")?.query_map([], mark)?.collect()
}

impl ProgressFile {
    /// Writes the file.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, to: &mut dyn Write, now: Timestamp) -> io::Result<()> {
        let program = env!("CARGO_PKG_VERSION").to_owned();
        let mut put =
            |line: &FileLine| -> io::Result<()> { writeln!(to, "{}", escaped(&serde_json::to_string(line)?)) };
        put(&FileLine::Format { name: NAME.to_owned(), version: VERSION, written: now, program })?;
        self.profiles.iter().try_for_each(|it| put(&FileLine::Profile(it.clone())))?;
        self.forgotten.iter().try_for_each(|it| put(&FileLine::Forgotten(it.clone())))?;
        for (hash, body) in &self.items {
            put(&FileLine::Item { hash: hash.clone(), body: serde_json::from_str(body)? })?;
        }
        for log in &self.logs {
            let course = Id::new(&log.course).map_err(io::Error::other)?;
            for it in &log.entries {
                put(&FileLine::Event(FileEvent {
                    n: it.id,
                    profile: log.profile.clone(),
                    course: course.clone(),
                    at_ms: it.at_ms,
                    day: it.day,
                    kind: it.kind.clone(),
                    body: serde_json::from_str(&it.body)?,
                }))?;
            }
        }
        put(&FileLine::End { events: self.events() })
    }
}

/// JSON in which nothing unsafe stands as itself: such characters are within strings, and are written by their numbers.
fn escaped(json: &str) -> Cow<'_, str> {
    if !json.chars().any(is_unsafe) {
        return Cow::Borrowed(json);
    }
    let mut text = String::with_capacity(json.len());
    for c in json.chars() {
        if is_unsafe(c) {
            let mut units = [0; 2];
            c.encode_utf16(&mut units).iter().for_each(|unit| text.push_str(&format!("\\u{unit:04x}")));
        } else {
            text.push(c);
        }
    }
    Cow::Owned(text)
}
