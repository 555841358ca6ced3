//! Rows and columns: CSV, tab-separated text, spreadsheets, Kahoot!'s template. Columns are known by their heads; without
//! known heads two columns are the sides of a card.

mod sheet;
mod write;

pub(super) use sheet::written;

use super::card_draft::CardDraft;
use super::fidelity::SourcePlace;
use super::intake::{Intake, QuestionDraft, SourceItem};
use super::options::{OptionDraft, picked, several, typed};
use super::{FormatReader, decode, markup};
use crate::course::formula_guard::unguarded;
use crate::course::model::Ask;

/// Text whose cells are parted by a sign; by the one its first line holds most often when none is given.
pub(super) struct Separated(pub Option<char>);

/// A spreadsheet, of which the first sheet with rows is read.
pub(super) struct Spreadsheet;

/// A row and its number in the source.
type SourceRow = (usize, Vec<String>);

impl FormatReader for Separated {
    fn read(&self, bytes: &[u8], intake: &mut Intake) -> Result<(), String> {
        let text = decode(bytes);
        let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let most = [',', ';', '\t', '|'].into_iter().max_by_key(|sign| first.matches(*sign).count()).unwrap_or(',');
        let sign = self.0.filter(|sign| first.contains(*sign)).unwrap_or(most);
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(u8::try_from(sign).unwrap_or(b','))
            .from_reader(text.as_bytes());
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|e| format!("it is no table: {e}"))?;
            let line = record.position().map_or(1, |at| usize::try_from(at.line()).unwrap_or(1));
            rows.push((line, record.iter().map(unguarded).collect()));
        }
        read_rows(rows, intake)
    }
}

impl FormatReader for Spreadsheet {
    fn read(&self, bytes: &[u8], intake: &mut Intake) -> Result<(), String> {
        read_rows(sheet::read(bytes)?, intake)
    }
}

/// What a column holds.
#[derive(Clone, Debug, PartialEq, Eq)]
enum ColumnRole {
    Id,
    Front,
    Back,
    /// It has no head: a number, or nothing.
    Nameless,
    /// Another back: another language, a remark.
    MoreBack(String),
    Picture,
    Tags,
    Lesson,
    Question,
    Option,
    Correct,
    Explain,
    Time,
    Unknown(String),
}

fn column(head: &str) -> ColumnRole {
    let head = head.trim();
    let name = head.to_lowercase();
    let starts = |words: &[&str]| words.iter().any(|word| name.starts_with(word));
    match &name[..] {
        "" | "#" | "no" | "nr" => ColumnRole::Nameless,
        "id" | "guid" => ColumnRole::Id,
        "front" | "term" | "word" | "vorderseite" => ColumnRole::Front,
        "back" | "definition" | "meaning" | "translation" | "rückseite" => ColumnRole::Back,
        "tags" | "tag" => ColumnRole::Tags,
        "lesson" | "category" | "deck" | "topic" | "chapter" => ColumnRole::Lesson,
        "image" | "picture" | "media" => ColumnRole::Picture,
        "explanation" | "explain" | "rationale" | "feedback" => ColumnRole::Explain,
        "info" | "remark" | "note" | "notes" | "hint" | "extra" => ColumnRole::MoreBack(head.to_owned()),
        _ if name.starts_with("term:") || name.starts_with("back:") => ColumnRole::MoreBack(head.to_owned()),
        _ if starts(&["question", "stem", "frage"]) => ColumnRole::Question,
        _ if starts(&["correct", "key", "right"]) => ColumnRole::Correct,
        _ if starts(&["option", "answer ", "answer", "choice", "distractor"]) => ColumnRole::Option,
        _ if starts(&["time"]) => ColumnRole::Time,
        _ => ColumnRole::Unknown(head.to_owned()),
    }
}

fn read_rows(rows: Vec<SourceRow>, intake: &mut Intake) -> Result<(), String> {
    let known = |cells: &[String]| {
        let columns: Vec<ColumnRole> = cells.iter().map(|cell| column(cell)).collect();
        let has = |one: &ColumnRole| columns.contains(one);
        let asks = has(&ColumnRole::Question) && (has(&ColumnRole::Option) || has(&ColumnRole::Correct));
        let is_card =
            has(&ColumnRole::Front) && columns.iter().any(|c| matches!(c, ColumnRole::Back | ColumnRole::MoreBack(_)));
        (asks || is_card).then_some(columns)
    };
    // Kahoot!'s template has its heads in the eighth row; others say a few words first.
    let head = rows.iter().take(20).position(|(_, cells)| known(cells).is_some());
    if let Some(head) = head {
        let columns = known(&rows[head].1).unwrap_or_default();
        for (line, cells) in rows.into_iter().skip(head + 1) {
            if cells.iter().any(|cell| !cell.trim().is_empty()) {
                row(line, &columns, &cells, intake);
            }
        }
        return Ok(());
    }
    for (line, cells) in rows {
        pair(line, &cells, intake);
    }
    Ok(())
}

/// A row without heads: front, back, perhaps tags.
fn pair(line: usize, cells: &[String], intake: &mut Intake) {
    let filled: Vec<&String> = cells.iter().filter(|cell| !cell.trim().is_empty()).collect();
    let at = SourcePlace { line, column: 1 };
    match &filled[..] {
        [] => (),
        [one] => intake.dropped(at, one, "it has one side only"),
        [front, back, rest @ ..] => {
            let mut found = SourceItem::default();
            if !rest.is_empty() {
                found
                    .changed
                    .push(format!("its other cells are left out, since the table has no heads: {}", list(rest)));
            }
            let (front, back) = (words(front, intake), words(back, intake));
            intake.card(at, found, CardDraft::Basic { front, back });
        }
    }
}

fn list(cells: &[&String]) -> String {
    cells.iter().map(|cell| cell.as_str()).collect::<Vec<_>>().join(", ")
}

fn row(line: usize, columns: &[ColumnRole], cells: &[String], intake: &mut Intake) {
    let at = SourcePlace { line, column: 1 };
    let filled = || columns.iter().zip(cells).filter(|(_, cell)| !cell.trim().is_empty());
    let all = |one: &ColumnRole| filled().filter(|(c, _)| *c == one).map(|(_, cell)| cell.trim()).collect::<Vec<_>>();
    let first = |one: &ColumnRole| all(one).first().map(|cell| (*cell).to_owned());
    let mut found = SourceItem { id: first(&ColumnRole::Id), ..SourceItem::default() };
    found.tags = all(&ColumnRole::Tags)
        .iter()
        .flat_map(|tags| tags.split([',', ';', ' ']))
        .map(|t| t.trim().to_owned())
        .filter(|t| !t.is_empty())
        .collect();
    for (column, _) in filled() {
        if let ColumnRole::Unknown(head) = column {
            found.changed.push(format!("the column “{head}” is left out"));
        }
    }
    if let Some(lesson) = first(&ColumnRole::Lesson) {
        intake.category(&lesson);
    }
    if let Some(stem) = first(&ColumnRole::Question) {
        if !all(&ColumnRole::Time).is_empty() {
            found.changed.push("its time limit is left out: a drill's clock is the same for all".to_owned());
        }
        let draft = QuestionDraft {
            stem: words(&stem, intake),
            explain: first(&ColumnRole::Explain).map_or_else(String::new, |explain| words(&explain, intake)),
            ..QuestionDraft::default()
        };
        let numbered: Vec<&str> =
            columns.iter().zip(cells).filter(|(c, _)| **c == ColumnRole::Option).map(|(_, cell)| cell.trim()).collect();
        let ask = asked(&numbered, &first(&ColumnRole::Correct).unwrap_or_default(), &mut found);
        return intake.question(at, found, draft, ask);
    }
    let Some(front) = first(&ColumnRole::Front) else {
        return intake.dropped(at, &cells.join(" "), "it has neither a question nor a front");
    };
    let mut back = first(&ColumnRole::Back).map_or_else(String::new, |back| words(&back, intake));
    for (column, cell) in filled() {
        match column {
            ColumnRole::MoreBack(head) => {
                let label = head.split_once(':').map_or("", |(_, language)| language);
                let label = if label.is_empty() { String::new() } else { format!("{label}: ") };
                let more = format!("\n\n{label}{}", words(cell, intake));
                back.push_str(if back.is_empty() { more.trim_start() } else { &more });
            }
            ColumnRole::Picture => {
                let file = words(cell, intake);
                found.changed.push(format!("its picture is left out: {}", markup::short(&file)));
            }
            _ => (),
        }
    }
    let front = words(&front, intake);
    intake.card(at, found, CardDraft::Basic { front, back });
}

fn words(cell: &str, intake: &mut Intake) -> String {
    let mut pictures = Vec::new();
    let text = words_of(cell, &mut pictures);
    intake.pictures(&pictures);
    text
}

/// Cells may hold HTML; most hold words.
fn words_of(cell: &str, pictures: &mut Vec<String>) -> String {
    if !cell.contains("</") && !cell.contains("/>") && !cell.contains("<br") && !cell.contains("<img") {
        return markup::escaped(cell);
    }
    markup::from_html(cell, pictures)
}

/// Options and which of them are right: by number, by letter, or in words. Without options the right words are typed.
fn asked(options: &[&str], correct: &str, found: &mut SourceItem) -> Result<Ask, String> {
    let filled = options.iter().filter(|o| !o.is_empty()).count();
    if correct.trim().is_empty() {
        return Err("no cell says which answer is right".to_owned());
    }
    if filled == 0 {
        let accept = correct.split(['|', ';']).map(|one| OptionDraft {
            text: markup::escaped(one.trim()),
            percent: 100,
            feedback: String::new(),
        });
        return Ok(typed(accept.collect(), &mut found.changed));
    }
    let is_whole = |n: usize| options.get(n).is_some_and(|o| !o.is_empty());
    let number = |one: &str| -> Option<usize> {
        let one = one.trim();
        let by_number = one.trim_end_matches(".0").parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        let letter = |c: char| (c.is_ascii_alphabetic()).then(|| (c.to_ascii_lowercase() as usize) - ('a' as usize));
        let by_letter = (one.chars().count() == 1).then(|| one.chars().next().and_then(letter)).flatten();
        let by_words = options.iter().position(|o| o.trim() == one);
        by_words.or(by_number).or(by_letter).filter(|&n| is_whole(n))
    };
    let right: Vec<usize> = match number(correct) {
        Some(one) => vec![one],
        None => correct
            .split([',', ';', '|', ' '])
            .filter(|one| !one.trim().is_empty())
            .map(number)
            .collect::<Option<_>>()
            .ok_or_else(|| format!("“{correct}” names none of its options"))?,
    };
    let drafts: Vec<OptionDraft> = options
        .iter()
        .enumerate()
        .filter(|(_, words)| !words.is_empty())
        .map(|(n, words)| OptionDraft {
            text: markup::escaped(words),
            percent: if right.contains(&n) { 100 } else { 0 },
            feedback: String::new(),
        })
        .collect();
    Ok(if right.len() > 1 { several(drafts, &mut found.changed) } else { picked(drafts, &mut found.changed) })
}
