//! From a list to classes.

use std::collections::HashSet;

use super::columns::{Column, ColumnsUnknown, recognised};
use super::table::{ListRow, MAX_BYTES, MAX_ROWS, rows};
use super::{Needs, Pupil};
use crate::study::encoding::{decode, is_text};
use crate::study::names::{Name, NameError, PersonName};

/// What was read of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// By class, in the order of the list.
    pub sections: Vec<ClassSection>,
    pub refused: Vec<Refusal>,
}

/// A line that holds no name to be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {why}")]
pub struct Refusal {
    /// Counted from 1.
    pub line: usize,
    pub why: NameError,
}

/// The people of a list that belong to one class.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClassSection {
    /// `None` where the list has no column for it.
    pub class: Option<Name>,
    pub pupils: Vec<Pupil>,
}

/// Why a list was not read at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    #[error("this list has no names: write one name per line")]
    Empty,
    #[error("this list has {0} lines: at most {MAX_ROWS} can be read")]
    TooMany(usize),
    #[error("this list has {0} bytes: at most {MAX_BYTES} can be read")]
    TooBig(usize),
    #[error("this is no text: save the list as text (CSV or TXT)")]
    NotText,
    #[error(transparent)]
    Columns(#[from] ColumnsUnknown),
    #[error(
        "`{0}` is no column: write name, first, last, class, id, email, extra time, large print or - for each column"
    )]
    NoSuchColumn(String),
    #[error("the names need a column: write name, or first and last")]
    NoNames,
}

/// Reads what the teacher says of the columns: `last,first,-,class`.
///
/// # Errors
/// When one is not known, or none holds names.
pub fn read_columns(told: &[String]) -> Result<Vec<Column>, ImportError> {
    let column = |head: &String| Column::named(head).ok_or_else(|| ImportError::NoSuchColumn(head.clone()));
    let columns: Vec<Column> = told.iter().map(column).collect::<Result<_, _>>()?;
    let holds_names = |c: &Column| matches!(c, Column::Name | Column::First | Column::Last);
    if columns.iter().any(holds_names) { Ok(columns) } else { Err(ImportError::NoNames) }
}

/// Reads a list; `told` are its columns where they cannot be recognised. A line without a good name is left out with its reason.
///
/// # Errors
/// When the whole cannot be a list of people, or its columns cannot be told apart.
pub fn import(bytes: &[u8], told: Option<&[Column]>) -> Result<Imported, ImportError> {
    if bytes.len() > MAX_BYTES {
        return Err(ImportError::TooBig(bytes.len()));
    }
    let text = decode(bytes);
    if !is_text(&text) {
        return Err(ImportError::NotText);
    }
    let rows = rows(&text);
    if rows.len() > MAX_ROWS {
        return Err(ImportError::TooMany(rows.len()));
    }
    if rows.is_empty() {
        return Err(ImportError::Empty);
    }
    let (columns, above) = match told {
        Some(told) => (told.to_vec(), usize::from(rows.first().is_some_and(is_head))),
        None => recognised(&rows)?,
    };
    let mut imported = Imported::default();
    for row in &rows[above..] {
        imported.take(row, &columns);
    }
    if imported.sections.is_empty() && imported.refused.is_empty() { Err(ImportError::Empty) } else { Ok(imported) }
}

fn is_head(row: &ListRow) -> bool {
    row.cells.iter().filter(|cell| Column::named(cell).is_some_and(|c| c != Column::Ignored)).count() * 2
        > row.cells.len()
}

impl Imported {
    /// Everybody on the list, whatever the class; a second of the same name gets a number behind it.
    #[must_use]
    pub fn names(&self) -> Vec<PersonName> {
        let mut taken = HashSet::new();
        let all = self.sections.iter().flat_map(|section| &section.pupils);
        let apart = |pupil: &Pupil| {
            let name = pupil.name.unlike(&taken);
            taken.insert(name.folded());
            name
        };
        all.map(apart).collect()
    }

    fn take(&mut self, row: &ListRow, columns: &[Column]) {
        let pupil = pupil(row, columns);
        let class = cell(row, columns, Column::Class).filter(|class| !class.is_empty()).map(Name::new).transpose();
        match (pupil, class) {
            (Ok(pupil), Ok(class)) => self.put(class, pupil),
            (Err(why), _) | (_, Err(why)) => self.refused.push(Refusal { line: row.line, why }),
        }
    }

    fn put(&mut self, class: Option<Name>, pupil: Pupil) {
        let key = |class: &Option<Name>| class.as_ref().map(Name::folded);
        match self.sections.iter_mut().find(|section| key(&section.class) == key(&class)) {
            Some(section) => section.pupils.push(pupil),
            None => self.sections.push(ClassSection { class, pupils: vec![pupil] }),
        }
    }
}

fn cell<'a>(row: &'a ListRow, columns: &[Column], wanted: Column) -> Option<&'a str> {
    let at = columns.iter().position(|column| *column == wanted)?;
    row.cells.get(at).map(String::as_str)
}

fn pupil(row: &ListRow, columns: &[Column]) -> Result<Pupil, NameError> {
    let cell = |wanted| cell(row, columns, wanted).unwrap_or_default();
    let whole = match cell(Column::Name) {
        "" => format!("{} {}", cell(Column::First), cell(Column::Last)),
        // As schools' programs sort people.
        name => name.split_once(", ").map_or_else(|| name.to_owned(), |(last, first)| format!("{first} {last}")),
    };
    let needs = Needs {
        extra_time_percent: extra_time(cell(Column::ExtraTime)),
        large_print: matches!(
            cell(Column::LargePrint).to_lowercase().as_str(),
            "yes" | "y" | "x" | "1" | "true" | "ja" | "oui"
        ),
    };
    let plain = |text: &str| PersonName::new(text).map(|text| text.to_string()).unwrap_or_default();
    let (school_id, email) = (plain(cell(Column::SchoolId)), plain(cell(Column::Email)));
    Ok(Pupil { school_id, email, needs, ..Pupil::new(PersonName::new(&whole)?) })
}

/// Per cent in `25`, `25 %` and `0.25`; a bare yes is a quarter, as is usual.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 200")]
fn extra_time(cell: &str) -> u16 {
    let bare = cell.trim().trim_end_matches('%').trim().replace(',', ".");
    match bare.parse::<f64>() {
        Ok(share) if share > 0.0 && share < 1.0 => (share * 100.0).round() as u16,
        Ok(percent) if (1.0..=200.0).contains(&percent) => percent.round() as u16,
        Ok(_) => 0,
        Err(_) if matches!(bare.to_lowercase().as_str(), "yes" | "y" | "x" | "ja" | "oui") => 25,
        Err(_) => 0,
    }
}
