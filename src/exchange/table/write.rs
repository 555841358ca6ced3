//! Cards and questions as rows: a column for each thing, the heads in the first row.

use super::{Separated, Spreadsheet, sheet, words_of};
use crate::course::formula_guard::guarded;
use crate::course::markdown::parse;
use crate::course::model::{Ask, Face, Id, Judged, Question, Text};
use crate::exchange::FormatWriter;
use crate::exchange::fidelity::{ItemFate, Transfer};
use crate::exchange::format::PackageWriter;
use crate::exchange::outgoing::{Extra, Outgoing, fate, front, kept, note_losses};

/// Most options that have a column.
const MOST_OPTIONS: usize = 10;

/// A row that is under way: what its columns hold.
#[derive(Default)]
struct TableRow {
    id: String,
    lesson: String,
    front: String,
    back: String,
    question: String,
    options: Vec<String>,
    correct: String,
    explanation: String,
    tags: String,
}

impl TableRow {
    fn cells(mut self) -> Vec<String> {
        self.options.resize(MOST_OPTIONS, String::new());
        let mut cells = vec![self.id, self.lesson, self.front, self.back, self.question];
        cells.append(&mut self.options);
        cells.extend([self.correct, self.explanation, self.tags]);
        cells
    }

    fn heads() -> Self {
        Self {
            id: "id".into(),
            lesson: "lesson".into(),
            front: "front".into(),
            back: "back".into(),
            question: "question".into(),
            options: (1..=MOST_OPTIONS).map(|n| format!("option {n}")).collect(),
            correct: "correct".into(),
            explanation: "explanation".into(),
            tags: "tags".into(),
        }
    }
}

impl FormatWriter for Separated {
    fn write(&self, course: &Outgoing<'_>, fates: &mut Vec<ItemFate>) -> String {
        let sign = u8::try_from(self.0.unwrap_or(',')).unwrap_or(b',');
        let mut table = csv::WriterBuilder::new().delimiter(sign).from_writer(Vec::new());
        for row in rows(course, fates) {
            // Writing to memory does not fail.
            let _ = table.write_record(row.iter().map(|cell| guarded(cell)));
        }
        String::from_utf8(table.into_inner().unwrap_or_default()).unwrap_or_default()
    }
}

impl PackageWriter for Spreadsheet {
    fn write(&self, course: &Outgoing<'_>, fates: &mut Vec<ItemFate>) -> Result<Vec<u8>, String> {
        sheet::written(course, "Questions and cards", &rows(course, fates), 0)
    }
}

fn rows(course: &Outgoing<'_>, fates: &mut Vec<ItemFate>) -> Vec<Vec<String>> {
    let mut rows = vec![TableRow::heads().cells()];
    for bank in &course.banks {
        for card in &bank.cards {
            let mut changed = Changes::default();
            let done = sides(&card.face, &mut changed).map(|(front, back)| {
                let (id, lesson) = (card.id.to_string(), bank.title.clone());
                rows.push(TableRow { id, lesson, front, back, tags: tags(&card.tags), ..TableRow::default() }.cells());
            });
            fates.push(fate(&card.id, front(&card.face), changed.fate(done)));
        }
        for question in &bank.questions {
            let mut changed = Changes::default();
            let done = row(course, question, &mut changed).map(|row| {
                rows.push(TableRow { lesson: bank.title.clone(), ..row }.cells());
            });
            fates.push(fate(&question.id, question.stem.as_str(), changed.fate(done)));
        }
    }
    rows
}

/// What a table has no place for.
#[derive(Default)]
struct Changes {
    what: Vec<String>,
    has_marks: bool,
}

impl Changes {
    /// `text` as it stands in a cell.
    fn cell(&mut self, text: &str) -> String {
        let cell = Outgoing::words(text);
        self.has_marks |= parse(&words_of(&cell, &mut Vec::new())) != parse(text);
        cell
    }

    fn note(&mut self, is_so: bool, what: &str) {
        if is_so {
            self.what.push(what.to_owned());
        }
    }

    fn fate(mut self, done: Result<(), String>) -> Transfer {
        self.note(self.has_marks, "marks and citations are left out");
        done.map_or_else(Transfer::Dropped, |()| kept(self.what))
    }
}

fn tags(tags: &[Id]) -> String {
    tags.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn sides(face: &Face, changed: &mut Changes) -> Result<(String, String), String> {
    let (front, back) = match face {
        Face::Basic { front, back } => (front, back),
        Face::TwoWay { front, back, .. } => {
            changed.note(true, "a table's cards are asked one way");
            (front, back)
        }
        Face::Cloze(_) => return Err("a table has no gaps".to_owned()),
    };
    Ok((changed.cell(front.as_str()), changed.cell(back.as_str())))
}

fn row(course: &Outgoing<'_>, question: &Question, changed: &mut Changes) -> Result<TableRow, String> {
    let (options, correct) = options(course, &question.ask, changed)?;
    note_losses(question, &[Extra::Explanation, Extra::Tags], &mut changed.what);
    Ok(TableRow {
        id: question.id.to_string(),
        question: changed.cell(question.stem.as_str()),
        options,
        correct,
        explanation: question.explain.as_ref().map_or_else(String::new, |explain| changed.cell(explain.as_str())),
        tags: tags(&question.tags),
        ..TableRow::default()
    })
}

/// The options in their columns, and which are right.
fn options(course: &Outgoing<'_>, ask: &Ask, changed: &mut Changes) -> Result<(Vec<String>, String), String> {
    match ask {
        Ask::TrueFalse(is_true) => {
            Ok((vec!["True".into(), "False".into()], if *is_true { "1".into() } else { "2".into() }))
        }
        Ask::Typed { accept, partly, rivals, gaps, number: None, .. } if gaps.is_empty() => {
            changed.note(!partly.is_empty(), "answers that earn a part are left out");
            changed.note(!rivals.is_empty(), "what is said to answers close by is left out");
            let words: Vec<String> = accept.iter().map(Text::as_str).map(|text| changed.cell(text)).collect();
            if words.iter().any(|word| word.contains(['|', ';'])) {
                return Err("an accepted answer has a sign that parts answers in a table".to_owned());
            }
            Ok((Vec::new(), words.join("|")))
        }
        Ask::Choice(all) | Ask::Several(all) => {
            changed.note(
                all.iter().any(|o| !matches!(o.percent(), 0 | 100)),
                "an option that earns a part counts as wrong",
            );
            let right = all.iter().filter(|o| o.is_right()).count();
            changed.note(matches!(ask, Ask::Several(_)) && right == 1, "with one right option it is a single choice");
            let words: Vec<String> = all.iter().map(|o| changed.cell(o.text().as_str())).collect();
            picked(words, all.iter().map(Judged::percent))
        }
        Ask::Classify { .. } => {
            changed.note(true, "what is defensible counts as wrong");
            let options = course.options(ask);
            let percents: Vec<u8> = options.iter().map(|o| o.percent).collect();
            picked(options.into_iter().map(|o| o.words).collect(), percents.into_iter())
        }
        Ask::Match { .. } | Ask::Order(_) | Ask::Typed { .. } => Err("a table has no columns for it".to_owned()),
    }
}

fn picked(options: Vec<String>, percents: impl Iterator<Item = u8>) -> Result<(Vec<String>, String), String> {
    if options.len() > MOST_OPTIONS {
        return Err(format!("it has {} options, and the table {MOST_OPTIONS} columns", options.len()));
    }
    let right: Vec<String> =
        (1..).zip(percents).filter(|(_, p)| *p == 100).map(|(n, _): (usize, _)| n.to_string()).collect();
    if right.is_empty() { Err("no option of it is right alone".to_owned()) } else { Ok((options, right.join(","))) }
}
