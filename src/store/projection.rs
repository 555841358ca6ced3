//! What follows from an event: the tables beside the log.

mod card;
pub(super) mod class;
mod memory;

use rusqlite::{Connection, OptionalExtension, params};

use super::placement::{COUNTS, DECLINED};
use super::read::flags::FLAG;
use crate::study::certainty::Certainty;
use crate::study::event::EventKind;
use crate::study::notes::SectionMark;
use crate::study::quiz::Mode;
use crate::study::study_time::BREAK_MS;
use crate::study::time::StudyDay;

/// An event as it stands in the log.
pub(super) struct Entry<'a> {
    pub id: i64,
    pub at_ms: i64,
    pub day: StudyDay,
    /// Number of `profile` and `course` in the log.
    pub learner: i64,
    pub profile: &'a str,
    pub course: &'a str,
    pub what: &'a EventKind,
}

/// Reads the body of an event.
pub(super) fn read_body(body: &str) -> rusqlite::Result<EventKind> {
    from_json(body)
}

/// Reads a column of JSON; a failure is an error of the column.
pub(super) fn from_json<T: serde::de::DeserializeOwned>(text: &str) -> rusqlite::Result<T> {
    serde_json::from_str(text)
        .map_err(|e| rusqlite::Error::FromSqlConversionFailure(0, rusqlite::types::Type::Text, e.into()))
}

pub(super) fn to_json<T: serde::Serialize>(value: &T) -> rusqlite::Result<String> {
    serde_json::to_string(value).map_err(|e| rusqlite::Error::ToSqlConversionFailure(e.into()))
}

/// Enters what follows from `entry`, which must be later than all that was entered before.
#[expect(clippy::too_many_lines, reason = "one arm a kind of event")]
pub(super) fn apply(db: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    if is_in_class(db, entry)? {
        return Ok(());
    }
    if entry.what.is_study() {
        count_day(db, entry)?;
    }
    let Entry { id, at_ms, profile, course, .. } = *entry;
    match entry.what {
        EventKind::SectionOpened { lesson, section, .. } => insert(
            db,
            "INSERT INTO came VALUES (?, ?, ?, ?, ?)",
            params![id, profile, course, lesson.as_str(), section.as_str()],
        ),
        EventKind::SectionRead { lesson, section } => insert(
            db,
            "INSERT INTO read VALUES (?, ?, ?, ?, ?)",
            params![id, profile, course, lesson.as_str(), section.as_str()],
        ),
        EventKind::Recalled { lesson, question, score, .. } => insert(
            db,
            "INSERT INTO recalled VALUES (?, ?, ?, ?, ?, ?, ?)",
            params![id, profile, course, lesson.as_str(), question.as_str(), score.points, score.of],
        ),
        EventKind::Reviewed { .. } => card::review(db, entry),
        EventKind::QuizStarted { paper, .. } => {
            // Adaptive practice aims at a share of right answers: that is no score of the lesson.
            let lesson = match (&paper.lessons[..], &paper.only[..]) {
                ([lesson], []) if paper.mode != Mode::Adaptive => Some(lesson.as_str()),
                _ => None,
            };
            insert(
                db,
                "INSERT INTO run VALUES (?, ?, ?, ?, ?, ?)",
                params![id, profile, course, at_ms, lesson, to_json(paper)?],
            )
        }
        EventKind::Answered { .. } => answer(db, entry),
        EventKind::QuizEnded { run, done } => {
            insert(db, "INSERT INTO ending VALUES (?, ?, ?, ?, ?, ?)", params![id, profile, course, run.0, at_ms, done])
        }
        EventKind::ScenarioStarted { scenario, .. } => insert(
            db,
            "INSERT INTO play VALUES (?, ?, ?, ?, ?)",
            params![id, profile, course, at_ms, scenario.as_str()],
        ),
        EventKind::ScenarioMoved { run, made, score } => insert(
            db,
            "INSERT INTO play_move VALUES (?, ?, ?, ?, ?, ?, ?)",
            params![id, profile, course, run.0, to_json(made)?, score.points, score.of],
        ),
        EventKind::ScenarioEnded { run, ending, score } => insert(
            db,
            "INSERT INTO play_end VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            params![id, profile, course, run.0, at_ms, ending.as_str(), score.points, score.of],
        ),
        EventKind::DrillStarted { .. }
        | EventKind::DrillEntered { .. }
        | EventKind::SheetEntered { .. }
        | EventKind::TeamsKept { .. }
        | EventKind::PlanKept { .. }
        | EventKind::ClassKept { .. }
        | EventKind::DrillLabelled { .. }
        | EventKind::PaperMade { .. }
        | EventKind::PaperRekeyed { .. }
        | EventKind::QuestionsKept { .. } => class::apply(db, entry),
        EventKind::PlacementDeclined { half } => class::keep(db, entry, DECLINED, half.words()),
        EventKind::ItemFlagged { item, .. } => class::keep(db, entry, FLAG, item.as_str()),
        EventKind::CardsRequested { cards } => {
            cards.iter().try_for_each(|card| card::request(db, entry, &card.to_string()))
        }
        EventKind::CardsHeld { cards, hold } => cards.iter().try_for_each(|card| card::hold(db, entry, card, *hold)),
        EventKind::CardsReset { cards } => {
            cards.iter().try_for_each(|card| card::make_new(db, entry, &card.to_string()))
        }
        EventKind::MemoryFitted(fit) => memory::fitted(db, entry, fit),
        // Asked of the log itself, and seldom.
        EventKind::SheetBegun { .. } | EventKind::SeatsEntered { .. } => Ok(()),
        EventKind::SectionMarked { lesson, section, mark } => {
            let (kind, text) = match mark {
                SectionMark::Note(text) => ("note", &text[..]),
                SectionMark::Bookmark(on) => ("bookmark", if *on { "set" } else { "" }),
            };
            insert(
                db,
                "INSERT INTO note VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                params![id, profile, course, at_ms, kind, lesson.as_str(), section.as_str(), text],
            )
        }
        EventKind::Undone { event } => undo(db, entry, event.0),
    }
}

/// Whether it belongs to a quiz that was taken before a class: that is in the log and nowhere else.
fn is_in_class(db: &Connection, entry: &Entry) -> rusqlite::Result<bool> {
    let run = match entry.what {
        EventKind::QuizStarted { paper, .. } => return Ok(paper.mode == Mode::InClass),
        EventKind::Answered { run, .. } | EventKind::QuizEnded { run, .. } => run.0,
        _ => return Ok(false),
    };
    db.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM event WHERE id = ? AND json_valid(body) AND body ->> '$.Started.paper.mode' = 'InClass')",
    )?
    .query_row([run], |row| row.get(0))
}

fn insert(db: &Connection, sql: &str, values: impl rusqlite::Params) -> rusqlite::Result<()> {
    db.prepare_cached(sql)?.execute(values).map(|_| ())
}

fn answer(db: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    let EventKind::Answered { run, question, objective, lesson, answer, score, took_ms, certainty, .. } = entry.what
    else {
        return Ok(());
    };
    let (lesson, objective, question) = (lesson.as_str(), objective.as_str(), question.as_str());
    let (id, profile, course, answer) = (entry.id, entry.profile, entry.course, to_json(answer)?);
    insert(
        db,
        "INSERT INTO answer VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        params![id, profile, course, run.0, lesson, objective, question, answer, score.points, score.of, took_ms],
    )?;
    if let Some(level) = certainty {
        insert(
            db,
            "INSERT INTO certainty VALUES (?, ?, ?, ?, ?, ?, ?)",
            params![id, profile, course, question, level_number(*level), score.points, score.of],
        )?;
    }
    set_latest(db, entry, lesson, question)
}

/// Finds the latest answer to `question` anew. Its objective may be another than that of the one before. A placement test
/// is not counted.
fn set_latest(db: &Connection, entry: &Entry, lesson: &str, question: &str) -> rusqlite::Result<()> {
    let question = params![entry.profile, entry.course, lesson, question];
    insert(db, "DELETE FROM latest WHERE profile = ? AND course = ? AND lesson = ? AND question = ?", question)?;
    insert(
        db,
        &format!(
            "INSERT INTO latest SELECT profile, course, lesson, objective, question, event, points, of FROM answer
             WHERE profile = ? AND course = ? AND lesson = ? AND question = ? AND {COUNTS}
             ORDER BY event DESC LIMIT 1"
        ),
        question,
    )
}

/// Time studied is the time since the last event of the day, unless that was a break, and at least what the answer took.
fn count_day(db: &Connection, entry: &Entry) -> rusqlite::Result<()> {
    let took = match entry.what {
        EventKind::Reviewed { took_ms, .. } | EventKind::Answered { took_ms, .. } => i64::from(*took_ms).min(BREAK_MS),
        _ => 0,
    };
    insert(
        db,
        "INSERT INTO day VALUES (?1, ?2, ?3, 1, 0, 0, ?5, ?4)
         ON CONFLICT DO UPDATE SET events = events + 1, last_ms = max(last_ms, ?4),
           active_ms = active_ms + max(?5, iif(?4 - last_ms BETWEEN 0 AND ?6, ?4 - last_ms, 0))",
        params![entry.profile, entry.course, entry.day.0, entry.at_ms, took, BREAK_MS],
    )
}

/// Takes event `target` back, when it is the same learner's and still counts. Taking back is itself final.
fn undo(db: &Connection, entry: &Entry, target: i64) -> rusqlite::Result<()> {
    let kind: Option<String> = db
        .prepare_cached("SELECT kind FROM event WHERE id = ? AND learner = ?")?
        .query_row([target, entry.learner], |row| row.get(0))
        .optional()?;
    let sql = match kind.as_deref() {
        Some("came") => "DELETE FROM came WHERE event = ?",
        Some("read") => "DELETE FROM read WHERE event = ?",
        Some("recalled") => "DELETE FROM recalled WHERE event = ?",
        Some("section-marked") => "DELETE FROM note WHERE event = ?",
        Some("started") => "DELETE FROM run WHERE event = ?",
        Some("ended") => "DELETE FROM ending WHERE event = ?",
        Some("scenario-started") => "DELETE FROM play WHERE event = ?",
        Some("scenario-moved") => "DELETE FROM play_move WHERE event = ?",
        Some("scenario-ended") => "DELETE FROM play_end WHERE event = ?",
        Some("drill-started") => "DELETE FROM drill WHERE event = ?",
        Some("drill-entered") => "DELETE FROM drill_entry WHERE event = ?",
        Some("sheet-entered") => "DELETE FROM sheet WHERE event = ?",
        Some(
            "teams-kept" | "plan-kept" | "placement-declined" | "class-kept" | "drill-labelled" | "paper-made"
            | "paper-rekeyed" | "questions-kept",
        ) => "DELETE FROM kept WHERE event = ?",
        Some("answered") => return undo_answer(db, entry, target),
        Some("reviewed") => return card::undo_review(db, entry, target),
        _ => return Ok(()),
    };
    insert(db, sql, [target])
}

fn undo_answer(db: &Connection, entry: &Entry, target: i64) -> rusqlite::Result<()> {
    insert(db, "DELETE FROM certainty WHERE event = ?", [target])?;
    let gone: Option<(String, String)> = db
        .prepare_cached("DELETE FROM answer WHERE event = ? RETURNING lesson, question")?
        .query_row([target], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    gone.map_or(Ok(()), |(lesson, question)| set_latest(db, entry, &lesson, &question))
}

/// As the table numbers the levels.
pub(super) fn level_number(level: Certainty) -> u8 {
    match level {
        Certainty::Low => 1,
        Certainty::Middle => 2,
        Certainty::High => 3,
    }
}
