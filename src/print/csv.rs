//! Comma-separated values for spreadsheets (RFC 4180), safe to open: no cell that came from outside becomes a formula.

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

/// `cell` behind a `'` when a spreadsheet would run it. A plain number is left alone: `-0.5` is no formula.
fn guarded(cell: &str) -> String {
    let runs = cell.starts_with(['=', '+', '-', '@', '\t', '\r']) && cell.parse::<f64>().is_err();
    if runs { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(cell: &str) -> String {
        table([[cell.to_owned()]]).trim_end().to_owned()
    }

    #[test]
    fn no_cell_is_run_by_a_spreadsheet() {
        for cell in ["=1+1", "+1+1", "-1+1", "@SUM(A1)", "\tx", "\rx"] {
            assert!(one(cell).trim_start_matches('"').starts_with('\''), "{cell:?}: {}", one(cell));
        }
        assert_eq!(one("-0.5"), "-0.5");
        assert_eq!(one("Ana"), "Ana");
        assert_eq!(one("a,\"b\"\nc"), "\"a,\"\"b\"\"\nc\"");
    }
}
