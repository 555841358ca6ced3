//! Addresses and DOIs on a drawn screen, as links that a terminal can open. The text stays as it is; where a link leads is
//! what is written there, so that none leads elsewhere than it says.

mod target;

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

use crate::course::Course;

/// A link on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScreenLink {
    /// The cells of its text; more than a row where it is broken.
    pub cells: Vec<Position>,
    /// Where it leads: an address of printable ASCII.
    pub target: String,
}

/// The links in `buffer`. An address that is broken over rows is put together where a work of `course` has it; another one
/// that may go on in the next row is left as text.
#[must_use]
pub fn find(buffer: &Buffer, course: &Course) -> Vec<ScreenLink> {
    let mut found: Vec<ScreenLink> = Vec::new();
    for row in buffer.area.top()..buffer.area.bottom() {
        let text = CellRow::new(buffer, row);
        let mut from = 0;
        while let Some(run) = text.address(from) {
            from = run.end;
            let is_taken = found.iter().any(|link| link.cells.contains(&Position::new(text.columns[run.start], row)));
            if !is_taken && let Some(link) = link(buffer, course, &text, row, run) {
                found.push(link);
            }
        }
    }
    found
}

/// A row of cells: its signs, and the column of each.
struct CellRow {
    signs: Vec<char>,
    columns: Vec<u16>,
}

impl CellRow {
    fn new(buffer: &Buffer, row: u16) -> Self {
        let cells = (buffer.area.left()..buffer.area.right()).map(|x| (x, buffer[(x, row)].symbol()));
        let (columns, signs) = cells.map(|(x, symbol)| (x, symbol.chars().next().unwrap_or(' '))).unzip();
        Self { signs, columns }
    }

    /// The next address from the sign `from` on.
    fn address(&self, from: usize) -> Option<Range<usize>> {
        let start = (from..self.signs.len()).find(|&at| self.begins(at))?;
        let end = (start..self.signs.len()).find(|&at| !target::may_hold(self.signs[at])).unwrap_or(self.signs.len());
        let text: String = self.signs[start..end].iter().collect();
        let whole = target::trimmed(&text).chars().count();
        Some(start..start + whole.max(1))
    }

    fn begins(&self, at: usize) -> bool {
        let is_start = at == 0 || !self.signs[at - 1].is_alphanumeric() && !matches!(self.signs[at - 1], '/' | '.');
        matches!(self.signs[at], 'h' | '1')
            && is_start
            && target::begins(&self.signs[at..self.signs.len().min(at + target::LONGEST_START)])
    }

    fn text(&self, run: &Range<usize>) -> String {
        self.signs[run.clone()].iter().collect()
    }

    /// The words of the row that begin at or before the sign `until`.
    fn words(&self, until: usize) -> impl Iterator<Item = Range<usize>> + '_ {
        let is_word = |at: usize| target::may_hold(self.signs[at]);
        let starts =
            (0..self.signs.len()).filter(move |&at| at <= until && is_word(at) && (at == 0 || !is_word(at - 1)));
        starts.map(move |from| from..(from..self.signs.len()).find(|&at| !is_word(at)).unwrap_or(self.signs.len()))
    }

    fn cells(&self, run: &Range<usize>, row: u16) -> impl Iterator<Item = Position> + '_ {
        self.columns[run.clone()].iter().map(move |&x| Position::new(x, row))
    }
}

fn link(buffer: &Buffer, course: &Course, text: &CellRow, row: u16, run: Range<usize>) -> Option<ScreenLink> {
    let shown = text.text(&run);
    let known = known(course, &shown);
    let cells: Vec<Position> = text.cells(&run, row).collect();
    for whole in known.iter().filter(|whole| whole.len() > shown.len()) {
        if let Some(rest) = rest_below(buffer, row, run.start, whole.strip_prefix(&shown)?) {
            return Some(ScreenLink { cells: [cells, rest].concat(), target: target::clean(whole)? });
        }
    }
    // What nobody knows may go on below.
    let is_whole = known.contains(&shown) || !goes_on(buffer, text, row, &run);
    is_whole.then(|| target::clean(&shown)).flatten().map(|target| ScreenLink { cells, target })
}

/// The cells below in which an address that began in the sign `start` goes on with `rest`, all of it.
fn rest_below(buffer: &Buffer, row: u16, start: usize, rest: &str) -> Option<Vec<Position>> {
    let (mut rest, mut cells, mut row) = (rest, Vec::new(), row + 1);
    while !rest.is_empty() {
        if row >= buffer.area.bottom() {
            return None;
        }
        let text = CellRow::new(buffer, row);
        let (run, left) = text.words(start).find_map(|word| {
            let shown = text.text(&word);
            let shared = shown.chars().zip(rest.chars()).take_while(|(a, b)| a == b).count();
            let (run, left) = (word.start..word.start + shared, rest.chars().skip(shared).collect::<String>());
            // A word that goes on otherwise is another one, unless it only ends a sentence.
            let is_it = shared > 0
                && (shared == shown.chars().count()
                    || left.is_empty() && target::trimmed(&shown).chars().count() <= shared);
            is_it.then_some((run, left.len()))
        })?;
        cells.extend(text.cells(&run, row));
        rest = &rest[rest.len() - left..];
        row += 1;
    }
    Some(cells)
}

/// Whether an address that ends its row may go on in the next one.
fn goes_on(buffer: &Buffer, text: &CellRow, row: u16, run: &Range<usize>) -> bool {
    const PANE: usize = 76;
    let is_blank = |signs: &[char]| signs.iter().all(|c| c.is_whitespace());
    let behind = &text.signs[run.end..text.signs.len().min(run.end + 4)];
    if !is_blank(behind) || row + 1 >= buffer.area.bottom() {
        return false;
    }
    let below = CellRow::new(buffer, row + 1);
    let pane = run.end.saturating_sub(PANE)..run.end.min(below.signs.len());
    !is_blank(below.signs.get(pane).unwrap_or(&[]))
}

/// The addresses and DOIs of the course's works that begin like `shown`.
fn known(course: &Course, shown: &str) -> Vec<String> {
    let of_text = |text: &str| {
        text.match_indices(shown)
            .map(|(at, _)| target::trimmed(target::run(&text[at..])).to_owned())
            .collect::<Vec<_>>()
    };
    let works = course.references().iter();
    works
        .flat_map(|work| {
            let address = work.address.iter().map(ToString::to_string).filter(|it| it.starts_with(shown));
            address.chain(of_text(work.full.as_str())).collect::<Vec<_>>()
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn course() -> Course {
        Course::builtin().unwrap()
    }

    /// The text and the target of each link in `lines`.
    fn links(lines: &[&str]) -> Vec<(String, String)> {
        let buffer = Buffer::with_lines(lines.to_vec());
        let shown = |link: &ScreenLink| link.cells.iter().map(|&at| buffer[at].symbol()).collect::<String>();
        find(&buffer, &course()).into_iter().map(|link| (shown(&link), link.target)).collect()
    }

    fn one(text: &str, target: &str) -> Vec<(String, String)> {
        vec![(text.to_owned(), target.to_owned())]
    }

    #[test]
    fn addresses_and_dois_are_links_and_their_stops_are_not() {
        let address = "https://example.org/a_(b)/c";
        assert_eq!(links(&["See (https://example.org/a_(b)/c). More."]), one(address, address));
        let doi = "10.1177/002234336900600301";
        assert_eq!(links(&["Journal. doi:10.1177/002234336900600301."]), one(doi, &format!("https://doi.org/{doi}")));
        assert_eq!(links(&["In 10.12 or 1995/10.1 and xhttps://a.b: none"]), []);
    }

    #[test]
    fn a_known_address_is_put_together_over_rows() {
        let whole = "https://www.beyondintractability.org/essay/multi-track_diplomacy/";
        let rows = ["| https://www.beyondintractability.org/ |", "| essay/multi-track_diplomacy/          |"];
        assert_eq!(links(&rows), one(whole, whole));
        let three = ["  https://www.beyondintractability.org/", "x essay/", "  multi-track_diplomacy/"];
        assert_eq!(links(&three), one(whole, whole));
    }

    #[test]
    fn what_may_go_on_below_is_no_link() {
        assert_eq!(links(&["https://example.org/a", "path"]), []);
        assert_eq!(links(&["https://example.org/a is one", "path"]).len(), 1);
        assert_eq!(links(&["https://example.org/a", ""]).len(), 1);
    }
}
