//! The answers that are on disk.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde_json::Value;

/// The bodies of the log's events, in order; none before there is a log.
fn events(data: &Path) -> Vec<Value> {
    let file = data.join(ninetracks::store::FILE);
    let Ok(db) = rusqlite::Connection::open_with_flags(file, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY) else {
        return Vec::new();
    };
    let Ok(mut rows) = db.prepare("SELECT body FROM event ORDER BY id") else { return Vec::new() };
    let bodies = rows.query_map([], |row| row.get::<_, String>(0)).unwrap();
    bodies.map(|body| serde_json::from_str(&body.unwrap()).unwrap()).collect()
}

/// What was answered, in words that a player can tell as well, sorted: each answer as often as it is in the log.
pub(super) fn answers(data: &Path) -> Vec<String> {
    let (mut found, mut sheets) = (Vec::new(), BTreeMap::new());
    let (mut exams, mut asked, mut held_up) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut question = 0;
    for (at, event) in events(data).iter().enumerate() {
        let (kind, body) = event.as_object().and_then(|e| e.iter().next()).unwrap();
        match &kind[..] {
            // Its fields stand in order: card, grade, what was before and after, and the time it took.
            "Reviewed" => found.push(format!("card {}", body[1].as_str().unwrap())),
            "Started" if body["paper"]["mode"] == "Exam" => drop(exams.insert(at + 1)),
            "Answered" => {
                let run = body["run"].as_u64().unwrap();
                assert!(asked.insert((run, body["question"].to_string())), "twice in the log: {event}");
                let medium = if exams.contains(&usize::try_from(run).unwrap()) { "exam" } else { "quiz" };
                let how = if body["answer"] == "Passed" { "passed" } else { "right" };
                found.push(format!("{medium} {how}"));
            }
            "SheetBegun" | "SheetEntered" => {
                let person = format!("paper {} {}", body["paper"]["seed"], body["person"].as_str().unwrap());
                sheets.insert(person, body["answers"].as_array().unwrap().clone());
            }
            "DrillStarted" => {
                question = 0;
                held_up.clear();
            }
            "DrillEntered" => match &body["entry"]["what"] {
                Value::Object(what) if what.contains_key("Asked") => question += 1,
                Value::Object(what) if what.contains_key("Answered") => {
                    let team = what["Answered"]["team"].as_u64().unwrap();
                    assert!(held_up.insert((question, team)), "twice in the log: {event}");
                    found.push(format!("drill {question} {team}"));
                }
                _ => {}
            },
            _ => {}
        }
    }
    for (person, answers) in sheets {
        let how = |answer: &Value| if answer["answer"] == "Blank" { "blank" } else { "given" };
        found.extend(answers.iter().enumerate().map(|(at, answer)| format!("{person} {} {}", at + 1, how(answer))));
    }
    found.sort();
    found
}

/// Whether the last quiz was left with questions to answer.
pub(super) fn is_unfinished(data: &Path, questions: usize) -> bool {
    let events = events(data);
    let Some(begun) = events.iter().rposition(|e| e.get("Started").is_some()) else { return false };
    events[begun..].iter().filter(|e| e.get("Answered").is_some()).count() < questions
}

/// Whether a drill was begun that is not at its end.
pub(super) fn is_drill_open(data: &Path) -> bool {
    let events = events(data);
    events.iter().any(|e| e.get("DrillStarted").is_some()) && !crate::drill::log(data).room().is_over()
}

/// Number of people whose sheet of the paper with `seed` was begun.
pub(super) fn people(data: &Path, seed: u32) -> usize {
    let sheet = |e: &Value| ["SheetBegun", "SheetEntered"].iter().find_map(|kind| e.get(*kind).cloned());
    let events = events(data);
    let of_paper = events.iter().filter_map(sheet).filter(|sheet| sheet["paper"]["seed"] == seed);
    of_paper.map(|sheet| sheet["person"].to_string()).collect::<BTreeSet<_>>().len()
}
