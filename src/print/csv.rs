//! Comma-separated values for spreadsheets (RFC 4180), safe to open: no cell that came from outside becomes a formula.

use unicode_normalization::UnicodeNormalization;

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

/// `cell` with a `'` before everything in it that a spreadsheet would run. Where the separator is a semicolon a program
/// splits cells at those within them, quoted or not, and at line ends: what follows one counts like a cell.
pub(crate) fn guarded(cell: &str) -> String {
    let mut safe = String::with_capacity(cell.len());
    if cell.starts_with(['\t', '\r']) {
        safe.push('\'');
    }
    for part in cell.split_inclusive(is_split) {
        if is_run(part.trim_end_matches(is_split)) {
            safe.push('\'');
        }
        safe.push_str(part);
    }
    safe
}

/// `cell` without the marks that [`guarded`] sets: what was written comes back as it was.
pub(crate) fn unguarded(cell: &str) -> String {
    let cell = cell.strip_prefix('\'').filter(|rest| rest.starts_with(['\t', '\r'])).unwrap_or(cell);
    let bare = |part: &'_ str| -> String {
        let run = part.strip_prefix('\'').filter(|rest| is_run(rest.trim_end_matches(is_split)));
        run.unwrap_or(part).to_owned()
    };
    cell.split_inclusive(is_split).map(bare).collect()
}

/// Whether a program may part a cell here.
fn is_split(c: char) -> bool {
    matches!(c, ';' | '；' | '\t' | '\n' | '\r')
}

/// Whether a spreadsheet takes `part` for a formula: it begins with one of four signs, in any width, blanks and quotation
/// marks aside. A plain number is none: `-0.5`.
fn is_run(part: &str) -> bool {
    let bare = part.trim_start_matches(|c: char| c.is_whitespace() || c == '"');
    let Some(first) = bare.chars().next() else { return false };
    first.nfkc().next().is_some_and(|c| matches!(c, '=' | '+' | '-' | '\u{2212}' | '@')) && !is_number(bare.trim_end())
}

fn is_number(text: &str) -> bool {
    text.parse::<f64>().is_ok() && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '+' | 'e' | 'E'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(cell: &str) -> String {
        table([[cell.to_owned()]]).trim_end().to_owned()
    }

    #[test]
    fn no_cell_is_run_by_a_spreadsheet() {
        for cell in [
            "=1+1",
            "+1+1",
            "-1+1",
            "@SUM(A1)",
            "\tx",
            "\rx",
            "＝1+1",
            "＋1",
            "－a",
            "−1+1",
            "＠SUM(A1)",
            "﹦1",
            "  =1+1",
            "\u{a0}=1",
            "\"=1+1",
            "-inf",
            "+nan",
            "-1 -1",
        ] {
            assert!(one(cell).trim_start_matches('"').starts_with('\''), "{cell:?}: {}", one(cell));
        }
        for number in ["-0.5", "+3", "-1e5"] {
            assert_eq!(one(number), number);
        }
    }

    #[test]
    fn what_was_guarded_comes_back_as_it_was() {
        for cell in ["=1+1", "\tx", "-a; =b\n+c", "-0.5", "it's", "'tis", "a = b"] {
            assert_eq!(unguarded(&guarded(cell)), cell);
        }
    }

    #[test]
    fn no_part_of_a_cell_is_run_where_semicolons_split() {
        assert_eq!(one("Ana;=1+1;Ben"), "Ana;'=1+1;Ben");
        assert_eq!(one("Ana; ＝1+1"), "Ana;' ＝1+1");
        assert_eq!(one("a；=1"), "a；'=1");
        assert_eq!(one("a\n=1+1"), "\"a\n'=1+1\"");
        assert_eq!(one("2; -3; 4"), "2; -3; 4");
        assert_eq!(one("left = right, a-b; c@d"), "\"left = right, a-b; c@d\"");
    }

    #[test]
    fn other_cells_are_as_they_are() {
        assert_eq!(one("Ana"), "Ana");
        assert_eq!(one("a,\"b\"\nc"), "\"a,\"\"b\"\"\nc\"");
    }
}
