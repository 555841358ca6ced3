//! A sign before each text that a spreadsheet would run as a formula, and texts without it again.

use unicode_normalization::UnicodeNormalization;

/// What stands before a text that is none of a formula's.
const GUARD: char = '\'';

/// `cell` with a `'` before everything in it that a spreadsheet would run. Where the separator is a semicolon a program
/// splits cells at those within them, quoted or not, and at line ends: what follows one counts like a cell.
#[must_use]
pub fn guarded(cell: &str) -> String {
    let mut safe = String::with_capacity(cell.len());
    if begins_blank(cell) {
        safe.push(GUARD);
    }
    for part in cell.split_inclusive(is_split) {
        if is_run(part) {
            safe.push(GUARD);
        }
        safe.push_str(part);
    }
    safe
}

/// What [`guarded`] was given.
#[must_use]
pub fn unguarded(cell: &str) -> String {
    let cell = cell.strip_prefix(GUARD).filter(|rest| begins_blank(rest)).unwrap_or(cell);
    let bare = |part: &'_ str| part.strip_prefix(GUARD).filter(|rest| is_run(rest)).unwrap_or(part).to_owned();
    cell.split_inclusive(is_split).map(bare).collect()
}

fn is_split(c: char) -> bool {
    matches!(c, ';' | '；' | '\t' | '\n' | '\r')
}

/// Whether a cell begins, guards aside, with a sign that some programs leave out before they look for a formula.
fn begins_blank(cell: &str) -> bool {
    cell.trim_start_matches(GUARD).starts_with(['\t', '\r'])
}

/// Whether a spreadsheet takes `part` for a formula: it begins with one of four signs, in any width, blanks, quotation marks
/// and guards aside. A plain number is none: `-0.5`.
fn is_run(part: &str) -> bool {
    let part = part.trim_end_matches(is_split);
    let bare = part.trim_start_matches(|c: char| c.is_whitespace() || c == '"' || c == GUARD);
    let Some(first) = bare.chars().next() else { return false };
    first.nfkc().next().is_some_and(|c| matches!(c, '=' | '+' | '-' | '\u{2212}' | '@')) && !is_number(bare.trim_end())
}

fn is_number(text: &str) -> bool {
    text.parse::<f64>().is_ok() && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | '+' | 'e' | 'E'))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn no_cell_is_run_by_a_spreadsheet() {
        for cell in [
            "=1+1",
            "+1+1",
            "-1+1",
            "@SUM(A1)",
            "\tx",
            "\rx",
            "\t=1",
            "＝1+1",
            "＋1",
            "－a",
            "−1+1",
            "＠SUM(A1)",
            "﹦1",
            "  =1+1",
            "\u{a0}=1",
            "\"=1+1",
            "'=1",
            "-inf",
            "+nan",
            "-1 -1",
        ] {
            let safe = guarded(cell);
            assert!(safe.starts_with(GUARD) && safe != cell && unguarded(&safe) == cell, "{cell:?}: {safe:?}");
        }
        for plain in ["-0.5", "+3", "-1e5", "Ana", "'tis", "left = right, a-b; c@d", "2; -3; 4"] {
            assert_eq!((guarded(plain), unguarded(plain)), (plain.to_owned(), plain.to_owned()));
        }
    }

    #[test]
    fn no_part_of_a_cell_is_run_where_semicolons_split() {
        for (cell, safe) in [
            ("Ana;=1+1;Ben", "Ana;'=1+1;Ben"),
            ("Ana; ＝1+1", "Ana;' ＝1+1"),
            ("a；=1", "a；'=1"),
            ("a\n=1+1", "a\n'=1+1"),
            ("\t=1", "'\t'=1"),
        ] {
            assert_eq!((guarded(cell).as_str(), unguarded(safe).as_str()), (safe, cell));
        }
    }

    proptest! {
        #[test]
        fn what_is_guarded_is_read_back(cell in "[-=+@'\"a1.;\t\r\n ＝]{0,8}") {
            prop_assert_eq!(unguarded(&guarded(&cell)), cell);
        }
    }
}
