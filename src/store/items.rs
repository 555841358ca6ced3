//! What was asked is kept, so that no later course changes it. A question that is asked again, to another person or in
//! another quiz, is kept once: events name it by its hash, with the order in which its options stood.

use std::collections::BTreeSet;

use rusqlite::{Connection, OptionalExtension, params, types::Type};
use serde_json::{Value, json};

use super::{Run, Store, StoreError, short_body};
use crate::course::Course;
use crate::course::model::Id;
use crate::study::chance::fnv;
use crate::study::event::{EventId, EventKind};
use crate::study::item::{Item, Response};
use crate::study::quiz::{Mode, Paper, PaperSpec};
use crate::study::score::Score;

/// A paper that was taken, as far as it is still known.
#[derive(Clone, Debug, PartialEq)]
pub struct TakenPaper {
    pub paper: Paper,
    /// Version 0.1.0 logged only how a paper was drawn, and this course draws another.
    pub is_changed: bool,
}

/// Questions whose wording or key is not the course's any more, though the id is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reworded(pub Vec<Id>);

/// The events that hold questions.
const HOLDERS: [&str; 4] = ["Started", "SheetEntered", "PaperMade", "Answered"];

/// The JSON of an event as the log keeps it, with its questions put apart.
pub(super) fn body(db: &Connection, what: &EventKind) -> rusqlite::Result<String> {
    let failed = |e: serde_json::Error| rusqlite::Error::ToSqlConversionFailure(e.into());
    let holds_items = match what {
        EventKind::QuizStarted { .. } | EventKind::SheetEntered { .. } | EventKind::PaperMade { .. } => true,
        EventKind::Answered { items, .. } => !items.is_empty(),
        _ => false,
    };
    if !holds_items {
        return short_body::json(what).map_err(failed);
    }
    let mut value = serde_json::to_value(what).map_err(failed)?;
    for item in items_in(&mut value).into_iter().flatten() {
        let order = item.get_mut("order").map(Value::take);
        let text = item.to_string();
        let hash = hash(&text);
        db.prepare_cached("INSERT OR IGNORE INTO item VALUES (?, ?)")?.execute(params![hash, text])?;
        *item = json!({ "item": hash, "order": order });
    }
    Ok(value.to_string())
}

pub(super) fn items_in(value: &mut Value) -> Option<&mut Vec<Value>> {
    let holder = HOLDERS.into_iter().find(|key| value.get(key).is_some())?;
    value.get_mut(holder)?.get_mut("items")?.as_array_mut()
}

pub(super) fn hash(text: &str) -> String {
    format!("{:016x}", fnv(text.as_bytes()))
}

/// What a question is kept by: its whole JSON but for the order of its options.
fn fingerprint(item: &Item) -> Option<String> {
    let mut value = serde_json::to_value(item).ok()?;
    value.get_mut("order").map(Value::take);
    Some(hash(&value.to_string()))
}

/// The question that is kept as `text`, its options in this order.
pub(super) fn whole_item(text: &str, order: &Value) -> serde_json::Result<Item> {
    let mut whole: Value = serde_json::from_str(text)?;
    whole["order"] = order.clone();
    serde_json::from_value(whole)
}

/// The questions of an event; none where it holds none.
fn items(db: &Connection, body: &str) -> rusqlite::Result<Vec<Item>> {
    let failed = |e: serde_json::Error| rusqlite::Error::FromSqlConversionFailure(0, Type::Text, e.into());
    let mut value: Value = serde_json::from_str(body).map_err(failed)?;
    let Some(kept) = items_in(&mut value) else { return Ok(Vec::new()) };
    let item = |kept: &Value| {
        let hash = kept.get("item").and_then(Value::as_str).unwrap_or_default();
        let text: String =
            db.prepare_cached("SELECT body FROM item WHERE hash = ?")?.query_row([hash], |row| row.get(0))?;
        whole_item(&text, &kept["order"]).map_err(failed)
    };
    kept.iter().map(item).collect()
}

impl Store {
    /// The paper of a quiz as it was taken; from an entry of 0.1.0, as `course` draws it.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn taken_paper(&self, course: &Course, run: &Run) -> Result<TakenPaper, StoreError> {
        let mut items = self.asked(run.id)?;
        // There the questions stand with the answers.
        let is_adaptive = run.paper.mode == Mode::Adaptive;
        for answer in if is_adaptive { self.answers(run.id)? } else { Vec::new() } {
            items.extend(self.asked(answer.event)?);
        }
        if is_adaptive || !items.is_empty() {
            return Ok(TakenPaper { paper: Paper { spec: run.paper.clone(), items }, is_changed: false });
        }
        let answers = self.answers(run.id)?;
        let answers = answers.iter().map(|a| (&a.question, &a.answer, a.score));
        Ok(redrawn(course, &run.paper, answers))
    }

    /// The questions that an event holds: a quiz that began, a sheet that was entered.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub(super) fn asked(&self, event: EventId) -> Result<Vec<Item>, StoreError> {
        let sql = "SELECT body FROM event WHERE id = ?";
        let body: Option<String> =
            self.db.query_row(sql, [event.0], |row| row.get(0)).optional().map_err(|e| self.trouble(e))?;
        body.map_or(Ok(Vec::new()), |body| items(&self.db, &body).map_err(|e| self.trouble(e)))
    }

    /// Questions that were asked in other words, or with another key, than `course` has now under the same id.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn reworded(&self, course: &Course) -> Result<Reworded, StoreError> {
        let kept: Vec<(String, Option<String>)> = self.all("SELECT hash, body FROM item ORDER BY hash", [], |row| {
            let body: Value = super::projection::from_json(row.get_ref(1)?.as_str()?)?;
            Ok((row.get(0)?, body.get("question").and_then(Value::as_str).map(str::to_owned)))
        })?;
        let mut reworded: Vec<Id> =
            kept.into_iter().filter_map(|(hash, id)| other_wording(course, &hash, &id?)).collect();
        reworded.sort();
        reworded.dedup();
        Ok(Reworded(reworded))
    }
}

/// The question `id`, when the course has it in another wording than the one kept as `hash`.
fn other_wording(course: &Course, hash: &str, id: &str) -> Option<Id> {
    let (lesson, question) = course.question(&Id::new(id).ok()?)?;
    let now = fingerprint(&Item::written(course, lesson, question))?;
    (now != hash).then(|| question.id.clone())
}

/// Whether two papers ask the same questions in the same words, in whatever order.
pub(super) fn is_worded_alike(one: &[Item], other: &[Item]) -> bool {
    let prints = |items: &[Item]| items.iter().map(fingerprint).collect::<BTreeSet<_>>();
    prints(one) == prints(other)
}

/// The paper that `course` draws, held against the `answers` that were given: when one is to a question that is not on
/// it, or would earn something else, the course has changed.
pub(super) fn redrawn<'a>(
    course: &Course,
    spec: &PaperSpec,
    mut answers: impl Iterator<Item = (&'a Id, &'a Response, Score)>,
) -> TakenPaper {
    let paper = Paper::draw(course, spec.clone());
    let fits = |(question, answer, score): (&Id, &Response, Score)| {
        let item = paper.items.iter().find(|item| &item.question == question);
        item.is_some_and(|item| earns(item, answer, score))
    };
    let is_changed = paper.items.len() != spec.length || !answers.all(fits);
    TakenPaper { paper, is_changed }
}

/// Whether `answer` to `item` earns the share that was logged.
pub(super) fn earns(item: &Item, answer: &Response, logged: Score) -> bool {
    (item.grade(answer).share() - logged.share()).abs() < 1e-9
}
