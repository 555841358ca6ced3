//! `ninetracks check --statistics`: what a class's answers say of each question, at its place in the author's files.

mod read;

use std::collections::HashMap;
use std::io::Write;
use std::path::Path;

use serde_json::{Value, json};

use super::super::{Ended, output};
use super::counted;
use crate::course::Course;
use crate::course::files::File;
use crate::course::finding::Location;
use crate::course::locate;
use crate::course::model::Id;
use crate::study::report::evidence::{self, ItemEvidence};

/// # Errors
/// When the report cannot be read.
pub(super) fn run(course: &Course, report: &Path, as_json: bool) -> anyhow::Result<Ended> {
    let items = read::report(report)?;
    let files = course.files_by_id("quizzes/");
    let placed: Vec<PlacedItem<'_>> = items.iter().map(|item| PlacedItem::new(&files, item)).collect();
    if as_json {
        output::read_or_not(output::json(&placed.iter().map(PlacedItem::as_value).collect::<Vec<_>>()))?;
    } else {
        let mut out = output::results();
        output::read_or_not(placed.iter().try_for_each(|item| writeln!(out, "{}", item.in_words())))?;
        output::note(summed_up(&placed));
    }
    Ok(Ended::Done)
}

/// A question of the report and where it stands; `None` when the course has it no more.
struct PlacedItem<'a> {
    item: &'a ItemEvidence,
    place: Option<Location>,
    /// Of the options that nobody chose, as far as they are found.
    unused: Vec<Location>,
}

impl<'a> PlacedItem<'a> {
    fn new(files: &HashMap<&str, &File>, item: &'a ItemEvidence) -> Self {
        let found = files.get(item.id.as_str()).copied().zip(Id::new(item.id.as_str()).ok());
        let place = found.as_ref().map(|(file, id)| locate::item(file, id));
        let option = |text: &str| found.as_ref().map(|(file, id)| locate::in_item(file, id, &[text]));
        let unused = item.unused().filter_map(|o| option(o.text.as_deref()?));
        Self { item, unused: unused.filter(|at| Some(at) != place.as_ref()).collect(), place }
    }

    fn figures(&self) -> String {
        let it = self.item;
        let facility = it.facility.map_or("no facility".to_owned(), |f| format!("facility {f:.2}"));
        let discrimination = it.discrimination.map(|d| format!(", discrimination {d:.0} %")).unwrap_or_default();
        let void = if it.counted { "" } else { ", did not count" };
        format!("{facility}{discrimination}, {}{void}", counted(it.answers, "answer"))
    }

    fn in_words(&self) -> String {
        let place = self.place.as_ref().map_or_else(|| "no longer in the course".to_owned(), Location::to_string);
        let mut lines = vec![format!("{place} {}: {}", self.item.id, self.figures())];
        for observation in self.item.observations() {
            lines.push(format!("    {} {}", observation.words, observation.about.remedy()));
        }
        lines.extend(self.unused.iter().map(|at| format!("    nobody chose: {at}")));
        lines.join("\n")
    }

    fn as_value(&self) -> Value {
        let at = |place: &Location| json!({ "path": place.path, "line": place.line, "column": place.column });
        let told = self.item.observations().into_iter();
        let told = told.map(|o| json!({ "about": o.about, "words": o.words, "to_do": o.about.remedy() }));
        let place = self.place.as_ref();
        json!({
            "id": self.item.id, "path": place.map(|p| &p.path), "line": place.map(|p| p.line),
            "column": place.map(|p| p.column), "answers": self.item.answers, "counted": self.item.counted,
            "facility": self.item.facility, "discrimination_percent": self.item.discrimination,
            "unused_distractors": self.unused.iter().map(at).collect::<Vec<_>>(), "observations": told.collect::<Vec<_>>(),
        })
    }
}

/// "12 questions, 3 of them to look at, 1 no longer in the course."
fn summed_up(placed: &[PlacedItem<'_>]) -> String {
    let striking = placed.iter().filter(|p| !p.item.observations().is_empty()).count();
    let gone = placed.iter().filter(|p| p.place.is_none()).count();
    let gone = if gone == 0 { String::new() } else { format!(", {gone} no longer in the course") };
    let few = placed.iter().map(|p| p.item.answers).max().and_then(evidence::warning).unwrap_or_default();
    format!("{}, {striking} to look at{gone}. {few}", counted(placed.len(), "question")).trim_end().to_owned()
}

#[cfg(test)]
mod tests;
