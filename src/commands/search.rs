//! `ninetracks search`: words in everything that the course holds.

use std::io::Write as _;

use serde_json::json;

use super::{Ended, environment, output};
use crate::cli::Global;
use crate::course::Course;
use crate::course::search::Hit;
use crate::course::wording::count;

/// Most that are printed as lines; JSON has all.
const MOST_LINES: usize = 40;

/// # Errors
/// When there is no course.
pub(super) fn run(global: &Global, words: &[String], as_json: bool) -> anyhow::Result<Ended> {
    let course = environment::course(global)?;
    let hits = course.search().find(&words.join(" "), if as_json { usize::MAX } else { MOST_LINES });
    if as_json {
        output::json(&hits.first.iter().map(|&hit| object(&course, hit)).collect::<Vec<_>>())?;
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
    match hits.total - hits.first.len() {
        _ if hits.is_empty() => output::note("Nothing in the course holds all of these words."),
        0 => {}
        more => output::note(format_args!("{} more: add a word, or print all with --json", count(more, "hit"))),
    }
    Ok(Ended::Done)
}

fn object(course: &Course, hit: Hit) -> serde_json::Value {
    let entry = course.search().entry(hit);
    json!({
        "kind": entry.kind.name(), "id": entry.id, "title": entry.title, "line": course.search().line(hit),
        "lesson": entry.lesson, "section": entry.section,
    })
}
