//! What a figure draws, in words.

use super::prose::inline;
use crate::course::Course;
use crate::course::model::{Category, Drawing, FlowStep, Id, Node, Placed, Text};

/// A marker and what stands behind it.
pub type Entry = (String, String);

/// What is drawn, as a list: where bars, branches and steps stand is told in words.
pub fn lines(course: &Course, drawing: &Drawing) -> Vec<Entry> {
    let of = |text: &Text| inline(course, text.as_str());
    match drawing {
        Drawing::Wheel { .. } => spokes(course),
        Drawing::Spectrum { left, right, items } => spectrum(course, left, right, items),
        Drawing::Timeline(events) => {
            events.iter().map(|e| bullet(format!("{}: {}", of(&e.when), of(&e.what)))).collect()
        }
        Drawing::Flow(steps) => {
            steps.iter().enumerate().map(|(n, s)| (format!("{}. ", n + 1), flow_step(course, s))).collect()
        }
        Drawing::Tree(root) => branches(course, root, 0),
        Drawing::Pyramid(tiers) => tiers
            .iter()
            .enumerate()
            .map(|(n, t)| (format!("{}. ", n + 1), format!("{}: {}", of(&t.label), of(&t.who))))
            .collect(),
        Drawing::Bars { unit, bars } => {
            bars.iter().map(|b| bullet(format!("{}: {} {}", of(&b.label), b.value, of(unit)))).collect()
        }
        Drawing::Map(cases) => cases.iter().filter_map(|id| case(course, id)).map(bullet).collect(),
    }
}

fn spokes(course: &Course) -> Vec<Entry> {
    let of = |text: &Text| inline(course, text.as_str());
    let said = |spoke: &Category| spoke.phrase.as_ref().map_or_else(String::new, |p| format!(": {}", of(p)));
    let entry = |(no, spoke): (usize, &Category)| (format!("{no}. "), format!("{}{}", of(&spoke.name), said(spoke)));
    (1..).zip(course.wheel().map_or(&[][..], |(_, spokes)| spokes)).map(entry).collect()
}

fn bullet(line: String) -> Entry {
    ("- ".to_owned(), line)
}

fn spectrum(course: &Course, left: &Text, right: &Text, items: &[Placed]) -> Vec<Entry> {
    let of = |text: &Text| inline(course, text.as_str());
    let poles = (String::new(), format!("From 0, {}, to 100, {}:", of(left), of(right)));
    let placed = items.iter().map(|p| bullet(format!("at {}, {}: {}", p.at, of(&p.label), of(&p.why))));
    std::iter::once(poles).chain(placed).collect()
}

fn flow_step(course: &Course, step: &FlowStep) -> String {
    let of = |text: &Text| inline(course, text.as_str());
    let what = step.what.as_ref().map_or_else(String::new, |w| format!(": {}", of(w)));
    let breaks = step.breaks.as_ref().map_or_else(String::new, |b| format!(" (can break: {})", of(b)));
    format!("{}{what}{breaks}", of(&step.step))
}

/// A node and what is under it, each level two cells further in.
fn branches(course: &Course, node: &Node, depth: usize) -> Vec<Entry> {
    let own = (format!("{}- ", "  ".repeat(depth)), inline(course, node.label.as_str()));
    let under = node.under.iter().flat_map(|n| branches(course, n, depth + 1));
    std::iter::once(own).chain(under).collect()
}

fn case(course: &Course, id: &Id) -> Option<String> {
    let case = course.cases().iter().find(|c| &c.id == id)?;
    Some(format!("{}, {}, {}: {}", case.title, case.place, case.years, case.class))
}
