//! Comma-separated values for spreadsheets (RFC 4180), safe to open: no cell that came from outside becomes a formula.

use crate::course::formula_guard::guarded;

/// Rows as CSV.
#[must_use]
pub fn table<R, C>(rows: R) -> String
where
    R: IntoIterator<Item = C>,
    C: IntoIterator<Item = String>,
{
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for row in rows {
        // Writing into memory cannot fail.
        let _ = writer.write_record(row.into_iter().map(|cell| guarded(&cell)));
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(cell: &str) -> String {
        table([[cell.to_owned()]]).trim_end().to_owned()
    }

    #[test]
    fn no_cell_is_run_by_a_spreadsheet() {
        assert_eq!(one("=1+1"), "'=1+1");
        assert_eq!(one("a\n=1+1"), "\"a\n'=1+1\"");
    }

    #[test]
    fn other_cells_are_as_they_are() {
        assert_eq!(one("Ana"), "Ana");
        assert_eq!(one("a,\"b\"\nc"), "\"a,\"\"b\"\"\nc\"");
    }
}
