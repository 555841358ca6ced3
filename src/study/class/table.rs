//! Rows of cells, as spreadsheets and schools' programs write them: with commas, semicolons or tabs.

use crate::course::formula_guard::unguarded;

/// Most bytes of a list: room for every name in two bytes a letter, and an end to a film opened by mistake.
pub const MAX_BYTES: usize = 256 * 1024;
/// Most rows that are read.
pub const MAX_ROWS: usize = 2000;

/// A row and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ListRow {
    /// Counted from 1.
    pub line: usize,
    /// Without blanks around them.
    pub cells: Vec<String>,
    /// Whether a blank stood before the second, as in “Nowak, Anna”.
    pub spaced: bool,
}

/// The rows of `text` that are not empty.
pub(super) fn rows(text: &str) -> Vec<ListRow> {
    let (skipped, separator, body) = match told_separator(text) {
        Some((separator, body)) => (1, separator, body),
        None => (0, separator(text), text),
    };
    // A single column is taken as it stands: a quotation mark there is a nickname's.
    let Some(separator) = separator else {
        let lines = (1 + skipped..).zip(body.lines());
        let row = |(line, text): (usize, &str)| ListRow {
            line,
            cells: vec![unguarded(unquoted(text.trim()))],
            spaced: false,
        };
        return lines.map(row).filter(|row| !row.cells[0].is_empty()).collect();
    };
    let mut reader =
        csv::ReaderBuilder::new().has_headers(false).flexible(true).delimiter(separator).from_reader(body.as_bytes());
    let read = reader.records().filter_map(Result::ok);
    let row = |record: csv::StringRecord| ListRow {
        line: record.position().and_then(|at| usize::try_from(at.line()).ok()).unwrap_or(0) + skipped,
        spaced: record.get(1).is_some_and(|cell| cell.starts_with(' ')),
        cells: record.iter().map(|cell| unguarded(cell.trim())).collect(),
    };
    read.map(row).filter(|row| row.cells.iter().any(|cell| !cell.is_empty())).collect()
}

fn unquoted(text: &str) -> &str {
    text.strip_prefix('"').and_then(|inner| inner.strip_suffix('"')).map_or(text, str::trim)
}

/// The separator that a first line `sep=;` names, as some spreadsheets write it.
fn told_separator(text: &str) -> Option<(Option<u8>, &str)> {
    let (first, body) = text.split_once('\n')?;
    let named = first.trim_end_matches('\r').trim_matches('"').strip_prefix("sep=")?;
    Some((named.bytes().next(), body))
}

/// What parts the cells: of the signs that stand in every line that has two cells or more, the one that gives the most cells.
fn separator(text: &str) -> Option<u8> {
    let lines: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(50).collect();
    let cells = |sign: u8| {
        let counts: Vec<usize> = lines.iter().map(|line| outside_quotes(line, sign)).collect();
        let with = counts.iter().filter(|&&n| n > 0).count();
        // A title above the table may have none.
        let enough = with * 10 >= lines.len() * 8 || with > 1 && lines.len() - with <= 2;
        (with > 0 && enough).then(|| counts.iter().max().copied().unwrap_or(0))
    };
    let found = [b'\t', b';', b','].into_iter().filter_map(|sign| Some((cells(sign)?, sign)));
    found.max_by_key(|(most, sign)| (*most, *sign != b',', *sign == b'\t')).map(|(_, sign)| sign)
}

fn outside_quotes(line: &str, sign: u8) -> usize {
    let mut quoted = false;
    let count = |byte: &u8| {
        quoted ^= *byte == b'"';
        !quoted && *byte == sign
    };
    line.as_bytes().iter().copied().filter(count).count()
}
