//! A report as the program writes it, read back: JSON with all its words, or a table of items.

use std::path::Path;

use anyhow::Context as _;
use serde_json::Value;

use crate::course::model::text::named_path;
use crate::study::report::evidence::{ItemEvidence, OptionEvidence};

/// Bytes of a report that are read at most.
const LONGEST: u64 = 64 * 1024 * 1024;

const WANTED: &str = "write one with `ninetracks report --json --out FILE`, or `--csv items`";

/// The questions of the report in `file`.
///
/// # Errors
/// When it cannot be read, or is no report.
pub(super) fn report(file: &Path) -> anyhow::Result<Vec<ItemEvidence>> {
    use std::io::Read as _;
    let named = named_path(file);
    let mut text = String::new();
    let opened = std::fs::File::open(file).with_context(|| format!("cannot open the report {named}"))?;
    opened
        .take(LONGEST)
        .read_to_string(&mut text)
        .with_context(|| format!("cannot read the report {named}: {WANTED}"))?;
    let text = text.trim_start_matches('\u{feff}');
    let items = if text.trim_start().starts_with('{') { of_json(text) } else { of_table(text) };
    items.with_context(|| format!("{named} is no report of a drill or a paper: {WANTED}"))
}

fn of_json(text: &str) -> anyhow::Result<Vec<ItemEvidence>> {
    let report: Value = serde_json::from_str(text)?;
    let questions = report["questions"].as_array().context("it has no questions")?;
    anyhow::ensure!(report["report"].is_string(), "it does not say what it reports");
    let attempts = report["attempts"].as_u64();
    Ok(questions.iter().filter_map(|q| question(q, attempts)).collect())
}

/// A question of a test or, without `attempts`, of a drill.
fn question(it: &Value, attempts: Option<u64>) -> Option<ItemEvidence> {
    let number = |value: &Value| value.as_f64().or_else(|| value["value"].as_f64());
    let count = |value: &Value| value.as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
    let is_unused = |mark: &Value| it["unused_distractors"].as_array().is_some_and(|unused| unused.contains(mark));
    let option = |it: &Value| OptionEvidence {
        mark: it["mark"].as_str().unwrap_or_default().to_owned(),
        is_unused: is_unused(&it["mark"]),
        text: it["text"].as_str().map(str::to_owned),
        is_key: it["right"].as_bool().unwrap_or(false),
        earns: it["right"].as_bool().unwrap_or(false) || it["part"].is_string(),
        count: count(&it["count"]),
    };
    Some(ItemEvidence {
        id: it["id"].as_str()?.to_owned(),
        answers: attempts.map_or_else(|| count(&it["answers_counted"]), |n| usize::try_from(n).unwrap_or(0)),
        counted: it["fate"].as_str().is_none_or(|fate| fate == "counted"),
        facility: number(&it["facility"]),
        discrimination: number(&it["discrimination_index"]),
        options: it["options"].as_array().into_iter().flatten().map(option).collect(),
    })
}

/// The first table that has columns `id` and `facility`.
fn of_table(text: &str) -> anyhow::Result<Vec<ItemEvidence>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
    let records = reader.records().collect::<Result<Vec<_>, _>>()?;
    let has = |record: &csv::StringRecord, name| record.iter().any(|cell| cell == name);
    let head = records.iter().position(|r| has(r, "id") && has(r, "facility")).context("it has no table of items")?;
    let names = &records[head];
    let rows = records[head + 1..].iter().take_while(|row| row.len() == names.len());
    Ok(rows.filter_map(|row| row_of(names, row)).collect())
}

fn row_of(names: &csv::StringRecord, row: &csv::StringRecord) -> Option<ItemEvidence> {
    let cell = |name: &str| names.iter().position(|known| known == name).and_then(|at| row.get(at)).unwrap_or_default();
    let number = |name: &str| cell(name).parse::<f64>().ok();
    let count = |name: &&str| cell(name).parse::<usize>().unwrap_or(0);
    let answers = ["right", "partly right", "wrong", "passed", "blank"].iter().map(count).sum();
    let is_drill = names.iter().any(|name| name == "counted");
    let mut options: Vec<OptionEvidence> = cell("chosen").split("; ").filter_map(option_of).collect();
    for option in &mut options {
        // In a drill not everybody could choose; its JSON says who could.
        option.is_unused = !is_drill && option.count == 0;
    }
    Some(ItemEvidence {
        id: Some(cell("id")).filter(|id| !id.is_empty())?.to_owned(),
        answers,
        counted: !is_drill || cell("counted") == "yes",
        facility: number("facility"),
        discrimination: number("discrimination index %"),
        options,
    })
}

/// `B=12*`, where a star stands for the key.
fn option_of(text: &str) -> Option<OptionEvidence> {
    let (mark, count) = text.split_once('=')?;
    let is_key = count.ends_with('*');
    let count = count.trim_end_matches('*').parse().ok()?;
    Some(OptionEvidence { mark: mark.to_owned(), earns: is_key, is_key, count, ..OptionEvidence::default() })
}
