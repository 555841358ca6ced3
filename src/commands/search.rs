//! `ninetracks search`: words in everything that the course holds.

use std::io::Write as _;

use serde_json::json;

use super::{Ended, environment, output};
use crate::cli::Global;
use crate::course::Course;
use crate::course::search::Hit;
use crate::course::wording::count;
use crate::study::notes::SectionNotes;

/// Most that are printed as lines; JSON has all.
const MOST_LINES: usize = 40;

/// # Errors
/// When there is no course.
pub(super) fn run(global: &Global, words: &[String], as_json: bool) -> anyhow::Result<Ended> {
    let course = environment::course(global)?;
    let hits = course.search().find(&words.join(" "), if as_json { usize::MAX } else { MOST_LINES });
    let mut notes = noted(global, &course)?;
    notes.retain(|it| it.holds(&course, &words.join(" ")));
    if as_json {
        let noted = notes.iter().map(|it| note_object(&course, it));
        output::json(&hits.first.iter().map(|&hit| object(&course, hit)).chain(noted).collect::<Vec<_>>())?;
        return Ok(Ended::Done);
    }
    let mut out = output::results();
    for &hit in &hits.first {
        let (entry, line) = (course.search().entry(hit), course.search().line(hit));
        let place = Some(entry.place(&course)).filter(|place| !place.is_empty());
        writeln!(
            out,
            "{}: {}{}",
            entry.kind.name(),
            entry.title,
            place.map_or_else(String::new, |p| format!(" ({p})"))
        )?;
        if line != entry.title {
            writeln!(out, "  {line}")?;
        }
    }
    for it in &notes {
        writeln!(out, "note: {}\n  {}", it.title(&course), it.note)?;
    }
    match hits.total - hits.first.len() {
        _ if hits.is_empty() && !notes.is_empty() => {}
        _ if hits.is_empty() => output::note("Nothing in the course holds all of these words."),
        0 => {}
        more => output::note(format_args!("{} more: add a word, or print all with --json", count(more, "hit"))),
    }
    Ok(Ended::Done)
}

/// The learner's notes; none where there is no progress yet, so that a search makes no file.
fn noted(global: &Global, course: &Course) -> anyhow::Result<Vec<SectionNotes>> {
    if !environment::data_folder(global).is_ok_and(|folder| folder.join(crate::store::FILE).exists()) {
        return Ok(Vec::new());
    }
    // A search needs no progress: what cannot be read is said by the commands that do.
    Ok(environment::store(global, course).and_then(|store| super::notes::kept(&store, course)).unwrap_or_default())
}

fn note_object(course: &Course, it: &SectionNotes) -> serde_json::Value {
    json!({
        "kind": "note", "id": it.section, "title": it.title(course), "line": it.note,
        "lesson": it.lesson, "section": it.section,
    })
}

fn object(course: &Course, hit: Hit) -> serde_json::Value {
    let entry = course.search().entry(hit);
    json!({
        "kind": entry.kind.name(), "id": entry.id, "title": entry.title, "line": course.search().line(hit),
        "lesson": entry.lesson, "section": entry.section,
    })
}
