//! What can be reported, in a list.

use std::collections::HashMap;
use std::io::Write as _;

use serde_json::json;

use crate::commands::{Ended, environment, output};
use crate::course::wording::count;
use crate::store::{DrillLine, SatPaper, Store, said_of_broken};
use crate::study::class::{ClassId, DrillLabel, SchoolClass};
use crate::study::event::RunId;

/// Drills and papers; with `class` only its drills.
///
/// # Errors
/// When progress cannot be read, or a line not be written.
pub(super) fn list(store: &Store, as_json: bool, class: Option<&SchoolClass>) -> anyhow::Result<Ended> {
    let (mut drills, labels) = (store.drills()?, store.drill_labels()?);
    let papers = if class.is_none() { store.sat_papers()? } else { Vec::new() };
    let names: HashMap<ClassId, String> =
        store.classes()?.into_iter().map(|class| (class.what.id.clone(), class.name.to_string())).collect();
    if let Some(class) = class {
        drills.retain(|d| labels.get(&d.run).is_some_and(|label| label.class.as_ref() == Some(&class.id)));
    }
    if let Some(said) = said_of_broken(store.broken_sheets()?) {
        output::note(format_args!("ninetracks: {said}"));
    }
    let labels = Labels { labels, names };
    if as_json {
        let drills: Vec<_> = drills.iter().map(|d| labels.json(d)).collect();
        let papers: Vec<_> = papers.iter().map(paper_json).collect();
        output::json(&json!({ "drills": drills, "papers": papers }))?;
        return Ok(Ended::Done);
    }
    let mut out = output::results();
    let zone = environment::clock().zone;
    let date = |at: jiff::Timestamp| at.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M").to_string();
    for drill in &drills {
        let about = labels.words(drill);
        writeln!(
            out,
            "drill {:<6} {}    ninetracks report {}{about}",
            drill.number,
            date(drill.started),
            drill.number
        )?;
    }
    for paper in &papers {
        let seed = paper.paper.seed;
        let is_alone = papers.iter().filter(|other| other.is_called(&seed.to_string())).count() == 1;
        let address = if is_alone { seed.to_string() } else { paper.code.clone() };
        writeln!(
            out,
            "paper {seed:<6} {}    ninetracks report --paper {address}    {}",
            date(paper.last),
            about(paper)
        )?;
    }
    if drills.is_empty() && papers.is_empty() {
        output::note(
            "There is nothing to report yet: `ninetracks drill` starts a drill, `ninetracks paper` writes sheets.",
        );
    }
    Ok(Ended::Done)
}

/// A paper among several that were meant: what to type, and what it is.
pub(super) fn candidate(paper: &SatPaper) -> String {
    let lessons = match paper.paper.lessons.len() {
        0 => "the whole course".to_owned(),
        _ => paper.paper.lessons.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
    };
    let taken = paper.last.strftime("%Y-%m-%d");
    format!("  ninetracks report --paper {}    {}, from {lessons}, last on {taken}", paper.code, about(paper))
}

/// `“Friday quiz”, 12 people, 10 questions`.
fn about(paper: &SatPaper) -> String {
    let name = paper.name.as_ref().map(|name| format!("“{name}”, ")).unwrap_or_default();
    format!("{name}{}, {}", count(paper.people, "person"), count(paper.paper.length, "question"))
}

fn paper_json(p: &SatPaper) -> serde_json::Value {
    json!({
        "seed": p.paper.seed, "number": p.number, "name": p.name, "code": p.code, "lessons": p.paper.lessons,
        "questions": p.paper.length, "people": p.people, "last": p.last.to_string(),
    })
}

/// What is said of drills.
struct Labels {
    labels: HashMap<RunId, DrillLabel>,
    names: HashMap<ClassId, String>,
}

impl Labels {
    fn of(&self, drill: &DrillLine) -> (Option<String>, Option<String>) {
        let label = self.labels.get(&drill.run);
        let class = label.and_then(|label| self.names.get(label.class.as_ref()?)).cloned();
        (label.and_then(|label| label.name.as_ref()).map(ToString::to_string), class)
    }

    fn words(&self, drill: &DrillLine) -> String {
        let (name, class) = self.of(drill);
        let said: Vec<String> = name.map(|name| format!("“{name}”")).into_iter().chain(class).collect();
        if said.is_empty() { String::new() } else { format!("    {}", said.join(", ")) }
    }

    fn json(&self, drill: &DrillLine) -> serde_json::Value {
        let (name, class) = self.of(drill);
        json!({ "drill": drill.number, "started": drill.started.to_string(), "name": name, "class": class })
    }
}
