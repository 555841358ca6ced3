//! Spreadsheets as rows of words, and rows as a spreadsheet.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, Ods, Reader as _, Xlsx};
use quick_xml::Reader;
use quick_xml::events::Event;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format as CellFormat, Workbook};

use super::SourceRow;
use crate::exchange::archive::Archive;
use crate::exchange::outgoing::Outgoing;

/// Most columns that are read: a cell far out is an accident, or meant to fill the memory.
const MOST_COLUMNS: u32 = 256;

/// The rows of the first sheet that has any, with their numbers.
///
/// # Errors
/// When it is no spreadsheet, a torn one, or an empty one.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<SourceRow>, String> {
    let mut zip = Archive::open(bytes).map_err(|_| "it is no spreadsheet, or half of one")?;
    zip.try_all()?;
    let rows = if zip.has("xl/workbook.xml") {
        xlsx(bytes)?
    } else if zip.has("content.xml") {
        refuse_repetition(&zip.read("content.xml")?)?;
        ods(bytes)?
    } else {
        return Err("it is no spreadsheet".to_owned());
    };
    if rows.is_empty() { Err("no sheet of it has a row".to_owned()) } else { Ok(rows) }
}

/// Cells are taken one by one: a sheet whose last cell is far away would otherwise be all that lies between.
fn xlsx(bytes: &[u8]) -> Result<Vec<SourceRow>, String> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|e| format!("it is no spreadsheet: {e}"))?;
    for sheet in book.sheet_names() {
        let damaged = |e: &dyn std::fmt::Display| format!("the sheet “{sheet}” cannot be read: {e}");
        let mut cells = book.worksheet_cells_reader(&sheet).map_err(|e| damaged(&e))?;
        let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
        while let Some(cell) = cells.next_cell().map_err(|e| damaged(&e))? {
            let (row, column) = cell.get_position();
            let words = Data::from(cell.get_value().clone()).to_string();
            if column >= MOST_COLUMNS || words.is_empty() {
                continue;
            }
            let (cells, column) = (rows.entry(row).or_default(), column as usize);
            cells.resize(cells.len().max(column + 1), String::new());
            cells[column] = words;
        }
        if rows.values().flatten().any(|cell| !cell.trim().is_empty()) {
            return Ok(rows.into_iter().map(|(row, cells)| (row as usize + 1, cells)).collect());
        }
    }
    Ok(Vec::new())
}

/// Most filled cells of a sheet that says of cells how often they are repeated.
const MOST_CELLS: u64 = 2_000_000;

/// A cell and a row may be said to be repeated, so that a small file is a large sheet.
fn refuse_repetition(content: &[u8]) -> Result<(), String> {
    let text = String::from_utf8_lossy(content);
    let mut reader = Reader::from_str(&text);
    let (mut rows, mut cells) = (1, 0_u64);
    loop {
        let tag = match reader.read_event().map_err(|e| format!("it is no spreadsheet: {e}"))? {
            Event::Start(tag) | Event::Empty(tag) => tag,
            Event::Eof => return Ok(()),
            _ => continue,
        };
        let attribute = |key: &str| tag.attributes().flatten().find(|a| a.key.as_ref() == key);
        let repeated = |key: &str| attribute(key).and_then(|a| a.value.parse().ok()).unwrap_or(1);
        match tag.name().as_ref() {
            "table:table-row" => rows = repeated("table:number-rows-repeated"),
            "table:table-cell" if attribute("office:value-type").is_some() => {
                let of_row: u64 = repeated("table:number-columns-repeated");
                cells = cells.saturating_add(of_row.saturating_mul(rows));
            }
            _ => (),
        }
        if cells > MOST_CELLS {
            return Err(format!("its sheet has more than {MOST_CELLS} cells"));
        }
    }
}

fn ods(bytes: &[u8]) -> Result<Vec<SourceRow>, String> {
    let mut book: Ods<_> = Ods::new(Cursor::new(bytes)).map_err(|e| format!("it is no spreadsheet: {e}"))?;
    for sheet in book.sheet_names() {
        let range = book.worksheet_range(&sheet).map_err(|e| format!("the sheet “{sheet}” cannot be read: {e}"))?;
        let (first, _) = range.start().unwrap_or((0, 0));
        let words = |row: &[Data]| row.iter().map(ToString::to_string).collect::<Vec<_>>();
        let rows: Vec<SourceRow> =
            range.rows().enumerate().map(|(n, row)| (n + 1 + first as usize, words(row))).collect();
        if rows.iter().any(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty())) {
            return Ok(rows);
        }
    }
    Ok(Vec::new())
}

/// A spreadsheet of `rows`, whose row `head` (from 0) is set bold. Every cell is words: nothing in it is computed. Title and
/// licence stand in its properties.
///
/// # Errors
/// When there are more rows than a sheet can have, or a cell is too long for one.
pub(in crate::exchange) fn written(
    course: &Outgoing<'_>,
    name: &str,
    rows: &[Vec<String>],
    head: usize,
) -> Result<Vec<u8>, String> {
    let mut book = Workbook::new();
    let made = ExcelDateTime::from_timestamp(course.at.as_second()).map_err(|e| e.to_string())?;
    let about = DocProperties::new().set_title(course.course.about().title.as_str()).set_comment(course.attribution());
    book.set_properties(&about.set_creation_datetime(&made));
    let (bold, sheet) = (CellFormat::new().set_bold(), book.add_worksheet());
    sheet.set_name(name).map_err(|e| e.to_string())?;
    for (row, cells) in (0_u32..).zip(rows) {
        for (column, cell) in (0_u16..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
            let written = if row as usize == head {
                sheet.write_string_with_format(row, column, cell, &bold)
            } else {
                sheet.write_string(row, column, cell)
            };
            written.map_err(|e| format!("row {}: {e}", row + 1))?;
        }
    }
    book.save_to_buffer().map_err(|e| e.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::archive::packed;

    /// A sheet of one row, which is said to be repeated.
    fn ods_of(rows: u32, columns: u32) -> Vec<u8> {
        let content = format!(
            "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"a\">\
             <table:table-row table:number-rows-repeated=\"{rows}\"><table:table-cell office:value-type=\"string\" \
             table:number-columns-repeated=\"{columns}\"><text:p>x</text:p></table:table-cell></table:table-row></table:table>\
             </office:spreadsheet></office:body></office:document-content>"
        );
        let kind = "application/vnd.oasis.opendocument.spreadsheet";
        packed([("mimetype", kind.as_bytes()), ("content.xml", content.as_bytes())]).unwrap()
    }

    #[test]
    fn a_sheet_that_repeats_itself_without_end_is_refused() {
        assert!(read(&ods_of(1_000_000, 16_384)).unwrap_err().contains("more than 2000000 cells"));
        assert!(!read(&ods_of(2, 3)).is_err_and(|why| why.contains("cells")));
    }
}
