//! What the columns of a list hold.

use super::table::ListRow;
use crate::study::names::PersonName;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// First and last name together.
    Name,
    First,
    Last,
    Class,
    SchoolId,
    Email,
    /// Extra time in per cent.
    ExtraTime,
    LargePrint,
    Ignored,
}

/// How columns are called, without case, signs and blanks.
const HEADS: [(Column, &[&str]); 8] = [
    (
        Column::Name,
        &[
            "name",
            "names",
            "fullname",
            "displayname",
            "student",
            "studentname",
            "pupil",
            "pupilname",
            "learner",
            "person",
            "participant",
            "schüler",
            "schülerin",
            "schülername",
            "nomcomplet",
            "élève",
            "nombrecompleto",
            "nombreyapellidos",
            "imięinazwisko",
            "uczeń",
            "alumno",
            "nomecompleto",
            "naam",
            "namn",
            "navn",
        ],
    ),
    (
        Column::First,
        &[
            "firstname",
            "first",
            "givenname",
            "given",
            "forename",
            "vorname",
            "rufname",
            "prénom",
            "prenom",
            "nombre",
            "imię",
            "voornaam",
            "förnamn",
        ],
    ),
    (
        Column::Last,
        &[
            "lastname",
            "last",
            "surname",
            "familyname",
            "family",
            "nachname",
            "familienname",
            "zuname",
            "nomdefamille",
            "nom",
            "apellido",
            "apellidos",
            "nazwisko",
            "cognome",
            "achternaam",
            "efternamn",
        ],
    ),
    (
        Column::Class,
        &[
            "class",
            "classname",
            "group",
            "section",
            "form",
            "set",
            "klasse",
            "klassegruppe",
            "classe",
            "groupe",
            "clase",
            "grupo",
            "klasa",
            "gruppe",
        ],
    ),
    (
        Column::SchoolId,
        &[
            "sisuserid",
            "studentid",
            "idnumber",
            "schoolid",
            "pupilid",
            "admissionnumber",
            "matrikelnummer",
            "upn",
            "id",
            "number",
            "no",
            "nr",
            "nummer",
            "username",
        ],
    ),
    (Column::Email, &["email", "emailaddress", "mail", "emailadresse", "courriel", "correo"]),
    (Column::ExtraTime, &["extratime", "extratimepercent", "moretime", "zeitzuschlag", "tierstemps"]),
    (Column::LargePrint, &["largeprint", "largetype", "bigprint", "großdruck"]),
];

/// Why columns were not recognised, and what they hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it cannot be told which column holds the names. The first row is: {}", .0.join(" | "))]
pub struct ColumnsUnknown(pub Vec<String>);

impl Column {
    /// The column called `head`.
    #[must_use]
    pub fn named(head: &str) -> Option<Self> {
        let bare: String = head.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect();
        if matches!(head.trim(), "-" | "_") || bare == "ignore" {
            return Some(Self::Ignored);
        }
        HEADS.into_iter().find(|(_, names)| names.contains(&bare.as_str())).map(|(column, _)| column)
    }
}

/// Which columns `rows` have, and how many rows stand above the first person.
pub(super) fn recognised(rows: &[ListRow]) -> Result<(Vec<Column>, usize), ColumnsUnknown> {
    if let Some(found) = rows.iter().take(3).enumerate().find_map(|(at, row)| Some((by_head(&row.cells)?, at + 1))) {
        return Ok(found);
    }
    let wide = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    if wide <= 1 {
        return Ok((vec![Column::Name], 0));
    }
    let by_content: Vec<Column> = (0..wide).map(|at| by_content(rows, at)).collect();
    let names: Vec<usize> = (0..wide).filter(|&at| by_content[at] == Column::Name).collect();
    match names[..] {
        [_] => Ok((by_content, 0)),
        // “Nowak, Anna” on every line is one name written the other way round.
        [0, 1] if wide == 2 && rows.iter().all(|row| row.cells.len() == 2) && is_last_first(rows) => {
            Ok((vec![Column::Last, Column::First], 0))
        }
        _ => Err(ColumnsUnknown(rows.first().map(|row| row.cells.clone()).unwrap_or_default())),
    }
}

/// Whether the second cells stood behind a blank, as in running text.
fn is_last_first(rows: &[ListRow]) -> bool {
    rows.iter().all(|row| row.spaced)
}

/// Columns by what the row of their heads says, if it has one for names.
fn by_head(cells: &[String]) -> Option<Vec<Column>> {
    let mut columns: Vec<Column> = cells.iter().map(|cell| Column::named(cell).unwrap_or(Column::Ignored)).collect();
    let has = |columns: &[Column], wanted| columns.contains(&wanted);
    if !has(&columns, Column::Name) {
        match (has(&columns, Column::First), has(&columns, Column::Last)) {
            (false, false) => return None,
            (true, true) => {}
            // One of the two alone is the whole name.
            (first, _) => {
                let lone = if first { Column::First } else { Column::Last };
                columns.iter_mut().filter(|c| **c == lone).for_each(|c| *c = Column::Name);
            }
        }
    } else if has(&columns, Column::First) && has(&columns, Column::Last) {
        columns.iter_mut().filter(|c| **c == Column::Name).for_each(|c| *c = Column::Ignored);
    }
    keep_first(&mut columns);
    Some(columns)
}

/// Of two columns that hold the same, the first counts.
fn keep_first(columns: &mut [Column]) {
    for at in 1..columns.len() {
        if columns[..at].contains(&columns[at]) {
            columns[at] = Column::Ignored;
        }
    }
}

fn by_content(rows: &[ListRow], at: usize) -> Column {
    let cells = || rows.iter().filter_map(|row| row.cells.get(at)).filter(|cell| !cell.is_empty());
    let all = |is: &dyn Fn(&String) -> bool| cells().count() > 0 && cells().all(is);
    if cells().count() == 0 {
        Column::Ignored
    } else if all(&|cell| cell.contains('@')) {
        Column::Email
    } else if all(&|cell| cell.chars().any(|c| c.is_ascii_digit())) {
        // “8b”, “12/4”: not a name, and a class only where a few stand for all.
        let is_class = all(&|cell| cell.chars().any(char::is_alphabetic) && cell.chars().count() <= 6);
        if is_class { Column::Class } else { Column::SchoolId }
    } else if cells().all(|cell| PersonName::new(cell).is_ok()) {
        Column::Name
    } else {
        Column::Ignored
    }
}
