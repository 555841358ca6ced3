//! Reading the file: line by line, within limits, and nothing of it is believed that would not be written.

use std::collections::{HashMap, HashSet};
use std::io::{self, BufRead, Read as _};

use jiff::Timestamp;
use serde_json::Value;

use super::file::{FileEvent, FileLine, FileLog, FileProfile, NAME, ProgressFile, VERSION};
use super::log::LogEntry;
use crate::course::model::Id;
use crate::course::model::text::in_one_line;
use crate::store::StoreError;
use crate::store::append::kind;
use crate::store::items::{hash, whole_item};
use crate::study::event::EventKind;
use crate::study::memory::CardState;
use crate::study::score::Score;

/// Most bytes of a line: a drill holds its questions whole.
const LONGEST_LINE: u64 = 8 << 20;
/// Most lines, some hundred times a diligent learner's life.
const MOST_LINES: usize = 20_000_000;
/// Days that a study day may lie off its moment's day: places on earth and the hour at which a day begins.
const DAYS_OFF: i64 = 2;
const DAY_MS: i64 = 86_400_000;

/// Why progress could not be brought in.
#[derive(Debug, thiserror::Error)]
pub enum TransferError {
    #[error("line {line}: {why}")]
    Line { line: usize, why: String },
    #[error("it is no file of progress. `ninetracks export --progress --out FILE` writes one")]
    Foreign,
    #[error(
        "it was written by a newer ninetracks (format {found}, this program reads up to {VERSION}): install the newer version"
    )]
    Newer { found: u32 },
    #[error("its end is missing, so that something was lost on the way: copy it again")]
    Torn,
    #[error("it cannot be read: {0}")]
    Input(io::Error),
    #[error(
        "its profile “{0}” was begun on another computer, and there is a “{0}” here too. If both are the same learner, say so with \
         --as {0}; to keep them apart, give it another name with --as NAME"
    )]
    SameName(String),
    #[error("its profile “{name}” is “{here}” here already: leave out --as")]
    KnownAs { name: String, here: String },
    #[error("--as is for files of one profile; this one has {0}")]
    Several(usize),
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error(transparent)]
    Database(#[from] rusqlite::Error),
}

/// What was read so far.
#[derive(Default)]
struct ProgressReader {
    file: ProgressFile,
    profiles: HashSet<String>,
    hashes: HashMap<String, usize>,
    /// Place in the file's logs, by profile and course.
    logs: HashMap<(String, String), usize>,
    events: usize,
    is_ended: bool,
}

impl ProgressFile {
    /// Reads a file.
    ///
    /// # Errors
    /// Says in which line something is wrong, and what.
    pub fn read(from: &mut dyn BufRead) -> Result<Self, TransferError> {
        let mut reader = ProgressReader::default();
        let mut line = Vec::new();
        for number in 1..=MOST_LINES {
            line.clear();
            let n = from.take(LONGEST_LINE + 1).read_until(b'\n', &mut line).map_err(TransferError::Input)?;
            if n == 0 {
                return if reader.is_ended {
                    Ok(reader.file)
                } else if number == 1 {
                    Err(TransferError::Foreign)
                } else {
                    Err(TransferError::Torn)
                };
            }
            let wrong = |why: String| TransferError::Line { line: number, why: in_one_line(&why) };
            if n as u64 > LONGEST_LINE {
                return Err(if number == 1 { TransferError::Foreign } else { wrong("it is too long".to_owned()) });
            }
            let parsed = serde_json::from_slice::<FileLine>(&line);
            if number == 1 {
                check_format(parsed.ok())?;
                continue;
            }
            let parsed = parsed.map_err(|why| {
                if line.ends_with(b"\n") { wrong(format!("it cannot be read: {why}")) } else { TransferError::Torn }
            })?;
            if reader.is_ended {
                return Err(wrong("it stands after the end".to_owned()));
            }
            reader.take(parsed).map_err(wrong)?;
        }
        Err(TransferError::Line { line: MOST_LINES, why: "there are too many lines".to_owned() })
    }
}

fn check_format(first: Option<FileLine>) -> Result<(), TransferError> {
    match first {
        Some(FileLine::Format { name, version, .. }) if name == NAME && version <= VERSION => Ok(()),
        Some(FileLine::Format { name, version, .. }) if name == NAME => Err(TransferError::Newer { found: version }),
        _ => Err(TransferError::Foreign),
    }
}

impl ProgressReader {
    fn take(&mut self, line: FileLine) -> Result<(), String> {
        match line {
            FileLine::Format { .. } => Err("only the first line says what the file is".to_owned()),
            FileLine::Profile(profile) => self.profile(profile),
            FileLine::Forgotten(mark) => {
                check_id(&mark.id)?;
                self.file.forgotten.push(mark);
                Ok(())
            }
            FileLine::Item { hash: named, body } => self.item(named, &body),
            FileLine::Event(event) => self.event(event),
            FileLine::End { events } if events == self.events => {
                self.is_ended = true;
                Ok(())
            }
            FileLine::End { events } => {
                Err(format!("there are {} events, not the {events} that were written", self.events))
            }
        }
    }

    fn profile(&mut self, profile: FileProfile) -> Result<(), String> {
        Id::new(&profile.name)?;
        std::iter::once(&profile.id).chain(&profile.aliases).try_for_each(|id| check_id(id))?;
        if !self.profiles.insert(profile.id.clone()) {
            return Err("the profile stands twice".to_owned());
        }
        self.file.profiles.push(profile);
        Ok(())
    }

    fn item(&mut self, named: String, body: &Value) -> Result<(), String> {
        let text = body.to_string();
        if hash(&text) != named {
            return Err("the question is not the one that it says it is: the line was changed".to_owned());
        }
        self.hashes.insert(named.clone(), self.file.items.len());
        self.file.items.push((named, text));
        Ok(())
    }

    fn event(&mut self, event: FileEvent) -> Result<(), String> {
        let FileEvent { n, profile, course, at_ms, day, kind: named, body } = event;
        if !self.profiles.contains(&profile) {
            return Err("no profile with this id stands before it".to_owned());
        }
        Timestamp::from_millisecond(at_ms).map_err(|_| "the time is none".to_owned())?;
        if (i64::from(day) - at_ms.div_euclid(DAY_MS)).abs() > DAYS_OFF {
            return Err("the study day is far from the time".to_owned());
        }
        // As the log is read: a review has no names of its fields.
        let text = body.to_string();
        let what: EventKind = serde_json::from_str(&text).map_err(|why| format!("the event cannot be read: {why}"))?;
        if kind(&what) != named {
            return Err(format!("the event is a “{}”, not a “{named}”", kind(&what)));
        }
        check_numbers(&what)?;
        let entry = LogEntry { id: n, at_ms, day, kind: named, body: text };
        if entry.refers_to() != what.belongs_to().map(|event| event.0) {
            return Err("what it belongs to cannot be told".to_owned());
        }
        self.check_items(&entry, &body)?;
        let next = self.file.logs.len();
        let course = course.to_string();
        let at = *self.logs.entry((profile.clone(), course.clone())).or_insert(next);
        if at == next {
            self.file.logs.push(FileLog { profile, course, entries: Vec::new() });
        }
        let log = &mut self.file.logs[at].entries;
        if log.last().is_some_and(|last| last.id >= n) {
            return Err("its number is not above that of the event before it".to_owned());
        }
        log.push(entry);
        self.events += 1;
        Ok(())
    }

    /// Every question of a paper stands in the file, and its options can be shown in the order that is said.
    fn check_items(&self, entry: &LogEntry, body: &Value) -> Result<(), String> {
        let mut body = body.clone();
        let kept = if entry.item_hashes().is_empty() { None } else { crate::store::items::items_in(&mut body) };
        for kept in kept.into_iter().flatten() {
            let named = kept.get("item").and_then(Value::as_str).unwrap_or_default();
            let at = self.hashes.get(named).ok_or("a question of it does not stand before it")?;
            let item = whole_item(&self.file.items[*at].1, &kept["order"])
                .map_err(|why| format!("a question cannot be read: {why}"))?;
            if !item.is_whole() {
                return Err("the options of a question do not stand each once in its order".to_owned());
            }
        }
        Ok(())
    }
}

/// Ids of profiles and marks are drawn or counted by the program.
fn check_id(id: &str) -> Result<(), String> {
    let is_id = id.len() == 16 && id.bytes().all(|c| c.is_ascii_hexdigit() && !c.is_ascii_uppercase());
    if is_id { Ok(()) } else { Err("the id is not one of ninetracks: 16 digits and letters from a to f".to_owned()) }
}

fn check_numbers(what: &EventKind) -> Result<(), String> {
    let is_score = |s: &Score| {
        s.of.is_finite()
            && (0.0..=1e6).contains(&s.of)
            && s.points.is_finite()
            && s.points.abs() <= s.of.max(1e-9) + 1e-9
    };
    let is_state = |state: &CardState| {
        state
            .memory()
            .is_none_or(|m| m.stability_days.is_finite() && m.stability_days > 0.0 && m.difficulty.is_finite())
    };
    let is_sound = match what {
        EventKind::Recalled { score, .. }
        | EventKind::Answered { score, .. }
        | EventKind::ScenarioMoved { score, .. }
        | EventKind::ScenarioEnded { score, .. } => is_score(score),
        EventKind::Reviewed { before, after, .. } => is_state(before) && is_state(after),
        _ => true,
    };
    if is_sound { Ok(()) } else { Err("its points or its intervals are out of all bounds".to_owned()) }
}
