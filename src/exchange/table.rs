//! Rows and columns: CSV, tab-separated text, spreadsheets, Kahoot!'s template. Columns are known by their heads; without
//! known heads two columns are the sides of a card.

mod answers;
mod columns;
mod sheet;
mod write;

pub use columns::NamedColumns;
pub(super) use sheet::written;

use self::answers::AnswerCells;
use self::columns::{ColumnPlan, ColumnRole, by_heads};
use super::card_draft::CardDraft;
use super::fidelity::SourcePlace;
use super::intake::{Intake, QuestionDraft, SourceItem};
use super::{FormatReader, decode, markup, separated};
use crate::course::formula_guard::unguarded;

/// Text whose cells are parted by a sign; by the one its first line holds most often when none is given.
pub(super) struct Separated(pub Option<char>);

/// A spreadsheet, of which the first sheet with rows is read.
pub(super) struct Spreadsheet;

/// A row and its number in the source.
type SourceRow = (usize, Vec<String>);

impl FormatReader for Separated {
    fn read(&self, bytes: &[u8], intake: &mut Intake) -> Result<(), String> {
        let text = decode(bytes);
        let (said, body) = said_separator(&text);
        let first = body.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let most = [',', ';', '\t', '|'].into_iter().max_by_key(|sign| first.matches(*sign).count()).unwrap_or(',');
        let sign = said.or(self.0.filter(|sign| first.contains(*sign) && most != ';')).unwrap_or(most);
        let above = usize::from(said.is_some());
        let mut rows = Vec::new();
        for row in separated::rows(body, sign) {
            if row.is_torn {
                let at = SourcePlace { line: above + row.line, column: 1 };
                intake.dropped(at, &row.cells.join(" "), separated::TORN);
            } else {
                rows.push((above + row.line, row.cells.iter().map(|cell| unguarded(cell)).collect()));
            }
        }
        read_rows(rows, intake)
    }
}

/// The sign of a line such as `sep=;`, which spreadsheets write first, and what follows it.
fn said_separator(text: &str) -> (Option<char>, &str) {
    let (line, rest) = text.split_once('\n').unwrap_or((text, ""));
    let sign = line
        .trim_end_matches([',', ';'])
        .get(..4)
        .filter(|head| head.eq_ignore_ascii_case("sep="))
        .and_then(|_| line[4..].chars().next());
    sign.map_or((None, text), |sign| (Some(sign), rest))
}

impl FormatReader for Spreadsheet {
    fn read(&self, bytes: &[u8], intake: &mut Intake) -> Result<(), String> {
        read_rows(sheet::read(bytes)?, intake)
    }
}

fn read_rows(rows: Vec<SourceRow>, intake: &mut Intake) -> Result<(), String> {
    let plan = match intake.columns() {
        Some(named) => Some(named.plan(&rows)?),
        None => by_heads(&rows),
    };
    let Some(ColumnPlan { columns, skipped }) = plan else {
        for (line, cells) in rows {
            pair(line, &cells, intake);
        }
        return Ok(());
    };
    let rows: Vec<SourceRow> = rows.into_iter().skip(skipped).collect();
    let is_numbered = answers::are_numbers(&columns, &rows);
    for (line, cells) in rows {
        if cells.iter().any(|cell| !cell.trim().is_empty()) {
            ColumnedRow { line, columns: &columns, cells: &cells, is_numbered }.read(intake);
        }
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
                let list = rest.iter().map(|cell| cell.as_str()).collect::<Vec<_>>().join(", ");
                found.changed.push(format!("its other cells are left out, since the table has no heads: {list}"));
            }
            let (front, back) = (words(front, intake), words(back, intake));
            intake.card(at, found, CardDraft::Basic { front, back });
        }
    }
}

/// A row whose columns are known.
struct ColumnedRow<'a> {
    line: usize,
    columns: &'a [ColumnRole],
    cells: &'a [String],
    /// Right answers are numbers of options.
    is_numbered: bool,
}

impl ColumnedRow<'_> {
    fn filled(&self) -> impl Iterator<Item = (&ColumnRole, &str)> {
        let both = self.columns.iter().zip(self.cells.iter().map(|cell| cell.trim()));
        both.filter(|(_, cell)| !cell.is_empty())
    }

    fn all(&self, role: &ColumnRole) -> Vec<&str> {
        self.filled().filter(|(its, _)| *its == role).map(|(_, cell)| cell).collect()
    }

    fn first(&self, role: &ColumnRole) -> Option<&str> {
        self.all(role).first().copied()
    }

    fn read(&self, intake: &mut Intake) {
        let at = SourcePlace { line: self.line, column: 1 };
        let mut found = SourceItem {
            id: self.first(&ColumnRole::Id).map(str::to_owned),
            tags: self.tags(),
            ..SourceItem::default()
        };
        for (column, _) in self.filled() {
            if let ColumnRole::Unknown(head) = column {
                found.changed.push(format!("the column “{head}” is left out"));
            }
        }
        let beyond = self.cells.iter().skip(self.columns.len()).filter(|cell| !cell.trim().is_empty()).count();
        if beyond > 0 {
            found.changed.push(format!("cells beyond the last column are left out ({beyond})"));
        }
        if let Some(lesson) = self.first(&ColumnRole::Lesson) {
            intake.category(lesson);
        }
        if let Some(stem) = self.first(&ColumnRole::Question) {
            return self.question(at, stem, found, intake);
        }
        let Some(front) = self.first(&ColumnRole::Front) else {
            let missing = if self.columns.contains(&ColumnRole::Question) { "its question" } else { "its front" };
            return intake.dropped(at, &self.cells.join(" "), format!("{missing} is empty"));
        };
        let front = words(front, intake);
        let back = self.back(&mut found, intake);
        intake.card(at, found, CardDraft::Basic { front, back });
    }

    fn tags(&self) -> Vec<String> {
        let cells = self.all(&ColumnRole::Tags);
        let tags = cells.iter().flat_map(|tags| tags.split([',', ';', ' ']));
        tags.map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty()).collect()
    }

    fn question(&self, at: SourcePlace, stem: &str, mut found: SourceItem, intake: &mut Intake) {
        if self.first(&ColumnRole::Time).is_some() {
            found.changed.push("its time limit is left out: a drill's clock is the same for all".to_owned());
        }
        let sides = [ColumnRole::Front, ColumnRole::Back].iter().filter(|role| self.first(role).is_some()).count();
        if sides > 0 {
            found.changed.push("a question has no front and no back: they are left out".to_owned());
        }
        let mut draft = QuestionDraft {
            stem: words(stem, intake),
            explain: self.first(&ColumnRole::Explain).map_or_else(String::new, |explain| words(explain, intake)),
            points: self.points(&mut found.changed),
            ..QuestionDraft::default()
        };
        let of = |role: &ColumnRole| {
            let cells = self.columns.iter().zip(self.cells).filter(move |(its, _)| *its == role);
            cells.map(|(_, cell)| cell.trim()).collect::<Vec<_>>()
        };
        let answers = AnswerCells {
            options: of(&ColumnRole::Option),
            wrong: self.all(&ColumnRole::Wrong),
            correct: self.first(&ColumnRole::Correct).unwrap_or_default(),
            is_numbered: self.is_numbered,
        };
        let ask = answers.ask(&mut found, &mut draft);
        intake.question(at, found, draft, ask);
    }

    fn points(&self, changed: &mut Vec<String>) -> u8 {
        let Some(written) = self.first(&ColumnRole::Points) else { return 1 };
        let points = written.trim_end_matches(".0").parse::<u8>().ok().filter(|points| (1..=100).contains(points));
        points.unwrap_or_else(|| {
            changed.push(format!("its points, {written}, are no whole number from 1 to 100: it has one"));
            1
        })
    }

    fn back(&self, found: &mut SourceItem, intake: &mut Intake) -> String {
        let mut back = self.first(&ColumnRole::Back).map_or_else(String::new, |back| words(back, intake));
        for (column, cell) in self.filled() {
            match column {
                ColumnRole::MoreBack(head) => {
                    let label = head.split_once(':').map_or("", |(_, language)| language);
                    let label = if label.is_empty() { String::new() } else { format!("{label}: ") };
                    let more = format!("\n\n{label}{}", words(cell, intake));
                    back.push_str(if back.is_empty() { more.trim_start() } else { &more });
                }
                ColumnRole::Picture => {
                    let file = words_of(cell, &mut Vec::new());
                    found.changed.push(format!("its picture is left out: {}", markup::short(&file)));
                }
                _ => (),
            }
        }
        back
    }
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
