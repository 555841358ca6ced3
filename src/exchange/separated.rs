//! Rows of text whose cells are parted by a sign, with or without quotation marks around them.

/// A row and where it begins.
pub(super) struct SeparatedRow {
    /// Its first line, from 1.
    pub line: usize,
    pub cells: Vec<String>,
    /// A quotation mark in it is never closed: its cells are what was read up to the end of its line.
    pub is_torn: bool,
}

/// What is missing in a row that is torn.
pub(super) const TORN: &str = "a quotation mark at the beginning of a cell is not closed";

/// How many times the length of a text is read at most, reading again behind marks that are not closed.
const MOST_READINGS: usize = 50;

/// The rows of `text`. One with a quotation mark that is not closed ends with its line, so that the rest is read.
pub(super) fn rows(text: &str, sign: char) -> Vec<SeparatedRow> {
    let (mut rows, mut from, mut before, mut read) = (Vec::new(), 0, 0, 0);
    while from < text.len() {
        let is_strict = read / text.len() < MOST_READINGS;
        let Some(row) = next_torn(&text[from..], (sign, before, is_strict), &mut rows) else { break };
        read += row.end;
        let raw = &text[from + row.start..];
        let line = raw.lines().next().unwrap_or_default();
        rows.push(SeparatedRow { line: before + row.line, cells: vec![line.to_owned()], is_torn: true });
        (from, before) = (from + row.start + (line.len() + 1).min(raw.len()), before + row.line);
    }
    rows
}

/// Where a row stands in a text, in bytes, and its first line.
struct RowPlace {
    start: usize,
    end: usize,
    line: usize,
}

/// Reads rows up to the first that is torn.
fn next_torn(
    text: &str,
    (sign, before, is_strict): (char, usize, bool),
    rows: &mut Vec<SeparatedRow>,
) -> Option<RowPlace> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(u8::try_from(sign).unwrap_or(b','))
        .from_reader(text.as_bytes());
    let whole = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
    let mut record = csv::StringRecord::new();
    // A text is never badly encoded.
    while reader.read_record(&mut record).unwrap_or(false) {
        let (line, start) = record.position().map_or((1, 0), |at| (whole(at.line()), whole(at.byte())));
        let end = whole(reader.position().byte()).min(text.len());
        let raw = text.get(start..end).unwrap_or_default();
        // The reader counts empty lines before a row to it.
        let bare = raw.trim_start_matches('\n');
        let skipped = raw.len() - bare.len();
        let line = line + skipped;
        if is_strict && bare.trim_end().contains('\n') && is_torn(bare, sign) {
            return Some(RowPlace { start: start + skipped, end, line });
        }
        rows.push(SeparatedRow {
            line: before + line,
            cells: record.iter().map(str::to_owned).collect(),
            is_torn: false,
        });
    }
    None
}

/// Whether a cell between quotation marks has no end, or goes on behind it.
fn is_torn(row: &str, sign: char) -> bool {
    let mut chars = row.trim_end_matches('\n').chars().peekable();
    let mut is_start = true;
    while let Some(c) = chars.next() {
        if !(c == '"' && is_start) {
            is_start = c == sign || c == '\n';
            continue;
        }
        // To the mark that closes the cell; two side by side stand for one.
        loop {
            match (chars.next(), chars.peek()) {
                (None, _) => return true,
                (Some('"'), Some('"')) => _ = chars.next(),
                (Some('"'), Some(next)) if *next != sign && *next != '\n' => return true,
                (Some('"'), _) => break,
                (Some(_), _) => (),
            }
        }
        is_start = false;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_that_is_not_closed_takes_one_line_alone() {
        let all = rows("a,b\n\"open,c\nd,e\n\n\"f \"\"g\"\"\nh\",i\n", ',');
        let told: Vec<_> = all.iter().map(|row| (row.line, &row.cells[..], row.is_torn)).collect();
        let is = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            told,
            [
                (1, &is(&["a", "b"])[..], false),
                (2, &is(&["\"open,c"])[..], true),
                (3, &is(&["d", "e"])[..], false),
                (5, &is(&["f \"g\"\nh", "i"])[..], false),
            ]
        );
    }
}
