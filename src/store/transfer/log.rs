//! An event of a log, told apart from all others by what it says: numbers of events mean something in one database alone.

use std::collections::HashMap;

use rusqlite::{Connection, params};
use serde_json::Value;

use crate::store::items::items_in;
use crate::store::projection::read_body;
use crate::study::chance::fnv;
use crate::study::event::EventKind;

/// An event as it stands in a log.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct LogEntry {
    /// Its number in its own log.
    pub id: i64,
    pub at_ms: i64,
    pub day: i32,
    pub kind: String,
    /// JSON of [`EventKind`].
    pub body: String,
}

/// Where events say which event they belong to: the kind as it is written, and its field.
const REFERENCES: [[&str; 2]; 8] = [
    ["Answered", "run"],
    ["Ended", "run"],
    ["ScenarioMoved", "run"],
    ["ScenarioEnded", "run"],
    ["DrillEntered", "run"],
    ["SeatsEntered", "run"],
    ["DrillLabelled", "run"],
    ["Undone", "event"],
];

impl LogEntry {
    fn value(&self) -> Value {
        serde_json::from_str(&self.body).unwrap_or_else(|_| Value::String(self.body.clone()))
    }

    /// The number of the event that it belongs to.
    pub(super) fn refers_to(&self) -> Option<i64> {
        // Reviews are many, and belong to none.
        if self.kind == "reviewed" {
            return None;
        }
        reference(&mut self.value())?.as_i64()
    }

    /// Its body where the event that it belongs to has the number `of` now.
    pub(super) fn body_referring_to(&self, of: i64) -> String {
        let mut value = self.value();
        if let Some(reference) = reference(&mut value) {
            *reference = of.into();
        }
        value.to_string()
    }

    /// Hashes of the questions that it holds.
    pub(super) fn item_hashes(&self) -> Vec<String> {
        if !matches!(&self.kind[..], "started" | "sheet-entered" | "paper-made" | "answered") {
            return Vec::new();
        }
        let mut value = self.value();
        let items = items_in(&mut value).into_iter().flatten();
        items.filter_map(|item| Some(item.get("item")?.as_str()?.to_owned())).collect()
    }

    /// What it says, in words that no number of an event stands in; `target` stands for the event it belongs to.
    fn content(&self, target: Option<u64>) -> String {
        // How a card stood before and after is what a merge may compute anew.
        if self.kind == "reviewed"
            && let Ok(EventKind::Reviewed { card, grade, took_ms, .. }) = read_body(&self.body)
        {
            return format!("{card} {grade:?} {took_ms}");
        }
        let mut value = self.value();
        if let Some(reference) = reference(&mut value) {
            *reference = target.map_or(Value::Null, |target| format!("{target:016x}").into());
        }
        value.to_string()
    }
}

fn reference(value: &mut Value) -> Option<&mut Value> {
    let [kind, field] = REFERENCES.into_iter().find(|[kind, _]| value.get(kind).is_some())?;
    value.get_mut(kind)?.get_mut(field)
}

/// The log of a profile in a course, oldest first.
pub(super) fn load(db: &Connection, [profile, course]: [&str; 2]) -> rusqlite::Result<Vec<LogEntry>> {
    let sql = "SELECT event.id, at_ms, day, kind, body FROM event
               WHERE learner = (SELECT id FROM learner WHERE profile = ? AND course = ?) ORDER BY event.id";
    let entry = |row: &rusqlite::Row| {
        Ok(LogEntry { id: row.get(0)?, at_ms: row.get(1)?, day: row.get(2)?, kind: row.get(3)?, body: row.get(4)? })
    };
    db.prepare(sql)?.query_map(params![profile, course], entry)?.collect()
}

/// What tells each event of a log from every other, and is the same in every copy of that log: its kind, its time, what it
/// says, and where that is the same again, how often it was before.
pub(super) fn identities(log: &[LogEntry]) -> Vec<u64> {
    let mut of: HashMap<i64, u64> = HashMap::with_capacity(log.len());
    let mut times: HashMap<u64, u64> = HashMap::new();
    log.iter()
        .map(|entry| {
            let target = entry.refers_to().and_then(|target| of.get(&target).copied());
            let content = fnv(format!("{}\n{}\n{}", entry.kind, entry.at_ms, entry.content(target)).as_bytes());
            let before = times.entry(content).or_default();
            let identity = if *before == 0 { content } else { fnv(format!("{content:x} {before}").as_bytes()) };
            *before += 1;
            of.insert(entry.id, identity);
            identity
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::event::EventId;

    /// A kind of event that belongs to another and does not stand in the table would lose it in a merge.
    #[test]
    fn every_number_of_an_event_is_known() {
        let run = EventId(77);
        let id = |raw| crate::course::model::Id::new(raw).unwrap();
        let score = crate::study::score::Score { points: 0.0, of: 1.0 };
        let drill = crate::study::class::DrillLabel::default();
        for what in [
            EventKind::QuizEnded { run, done: true },
            EventKind::ScenarioEnded { run, ending: id("a"), score },
            EventKind::DrillLabelled { run, label: drill },
            EventKind::Undone { event: run },
        ] {
            let body = serde_json::to_string(&what).unwrap();
            let entry = LogEntry { id: 1, at_ms: 0, day: 0, kind: "any".into(), body };
            assert_eq!((entry.refers_to(), what.belongs_to()), (Some(77), Some(run)), "{what:?}");
            let moved: EventKind = serde_json::from_str(&entry.body_referring_to(5)).unwrap();
            assert_eq!(moved.belongs_to(), Some(EventId(5)));
        }
    }
}
