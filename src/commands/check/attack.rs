//! `ninetracks check --attack`: what a reader scores who never read the lessons, and which items gave it away.

use std::io::Write;

use serde_json::{Value, json};

use super::super::{Ended, output};
use super::counted;
use crate::cli::CheckArgs;
use crate::course::Course;
use crate::course::finding::Location;
use crate::course::locate;
use crate::course::model::Id;
use crate::study::attack::{Attack, AttackRow, AttackVerdict, AttackedKind, Giveaway};

pub(in crate::commands) fn run(course: &Course, args: &CheckArgs) -> anyhow::Result<Ended> {
    let attack = Attack::on(course);
    if args.json {
        let rows: Vec<Value> = attack.rows.iter().map(|row| as_value(course, row)).collect();
        let whole = json!({ "course": course.about().id, "fails": attack.fails(), "rows": rows });
        output::read_or_not(output::json(&whole))?;
    } else {
        if args.all || attack.fails() {
            output::read_or_not(table(course, &attack, &mut output::results()))?;
        }
        output::note(summary(&attack));
    }
    Ok(if attack.fails() { Ended::Failed } else { Ended::Done })
}

/// "3 of 87 strategies beat chance. 40 had too few items to show anything."
fn summary(attack: &Attack) -> String {
    let with = |verdict| attack.rows.iter().filter(|r| r.verdict == verdict).count();
    let few = match with(AttackVerdict::TooFew) {
        0 => String::new(),
        n => format!(" {n} had too few items to show 15 points; they do not count as passed."),
    };
    let all = counted(attack.rows.len(), "row");
    match with(AttackVerdict::Fails) {
        0 => format!("Without knowledge of the lessons, guessing does no better than chance in {all}.{few}"),
        n => format!("Without knowledge of the lessons, guessing beats chance in {n} of {all}.{few}"),
    }
}

const HEAD: [&str; 7] = ["kind", "strategy", "score", "chance", "p", "corrected", "verdict"];

/// A line for each row, and under those that fail what to change and which items gave it away.
fn table(course: &Course, attack: &Attack, out: &mut impl Write) -> std::io::Result<()> {
    let cells: Vec<[String; 7]> =
        std::iter::once(HEAD.map(str::to_owned)).chain(attack.rows.iter().map(cells)).collect();
    let width = |at: usize| cells.iter().map(|c| c[at].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..HEAD.len()).map(width).collect();
    for (at, cells) in cells.iter().enumerate() {
        writeln!(out, "{}", line(cells, &widths))?;
        let row = at.checked_sub(1).map(|at| &attack.rows[at]);
        if let Some(row) = row.filter(|r| r.verdict == AttackVerdict::Fails) {
            writeln!(out, "    to change: {}", row.change)?;
            for item in &row.items {
                writeln!(out, "    {} {}", place(course, row.kind, item, &item.item), named(item))?;
            }
        }
    }
    Ok(())
}

fn cells(row: &AttackRow) -> [String; 7] {
    [
        row.kind.name().to_owned(),
        row.strategy.clone(),
        format!("{} of {}", row.score, row.of),
        format!("{:.1}", row.chance),
        probability(row.p),
        probability(row.corrected),
        row.verdict.name().to_owned(),
    ]
}

fn probability(p: f64) -> String {
    if p < 0.0001 { "<.0001".to_owned() } else { format!("{p:.4}").trim_start_matches('0').to_owned() }
}

/// Words on the left, numbers on the right of their columns.
fn line(cells: &[String; 7], widths: &[usize]) -> String {
    let cell = |(at, text): (usize, &String)| {
        let gap = " ".repeat(widths[at].saturating_sub(text.chars().count()));
        if (2..6).contains(&at) { format!("{gap}{text}") } else { format!("{text}{gap}") }
    };
    cells.iter().enumerate().map(cell).collect::<Vec<_>>().join("  ").trim_end().to_owned()
}

fn named(item: &Giveaway) -> String {
    match &item.by {
        Some(by) => format!("{} (printed by {by})", item.item),
        None => item.item.to_string(),
    }
}

/// Where an item stands. Scenes and choices have ids of their own only within their scenario.
fn place(course: &Course, kind: AttackedKind, item: &Giveaway, id: &Id) -> Location {
    let of_scenario = matches!(kind, AttackedKind::ScenarioReasons | AttackedKind::ScenarioChoices);
    let needed = format!("\"{}\"", if of_scenario { &item.within } else { id });
    let mut files = course.files().iter().filter(|f| {
        f.path.starts_with("quizzes/scenarios/") == of_scenario
            && f.path.starts_with("quizzes/")
            && f.text.contains(&needed)
    });
    let places = files.by_ref().map(|f| locate::item(f, id));
    let is_item = |place: &Location| {
        let before = place.source.get(..place.span.start).unwrap_or("");
        before.trim_end_matches('"').trim_end().ends_with("id:")
    };
    places.into_iter().find(is_item).unwrap_or_else(|| Location::file("quizzes"))
}

fn as_value(course: &Course, row: &AttackRow) -> Value {
    let item = |it: &Giveaway| {
        let place = place(course, row.kind, it, &it.item);
        json!({ "id": it.item, "within": it.within, "by": it.by, "path": place.path, "line": place.line, "column": place.column })
    };
    let shown = row.verdict == AttackVerdict::Fails || row.verdict == AttackVerdict::Prevented;
    let items: Vec<Value> = if shown { row.items.iter().map(item).collect() } else { Vec::new() };
    json!({
        "kind": row.kind.name(), "strategy": row.strategy, "score": row.score, "of": row.of, "chance": row.chance, "p": row.p,
        "corrected": row.corrected, "verdict": row.verdict.name(), "change": row.change, "items": items,
    })
}
