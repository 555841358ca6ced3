//! Where the terminal's cursor stands while nothing is typed: on what has the focus, so that screen readers and magnifiers
//! follow it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;

/// Marks before the thing that is chosen.
const MARKS: [&str; 2] = ["▸", "◆"];

/// Letters of a text that are enough to find it again.
const ENOUGH: usize = 12;

/// The cell of the focused thing on a wall, where letters of options and keys of teams are reversed: the line that is
/// `entered`, else what stands behind a mark.
#[must_use]
pub fn find_on_wall(buffer: &Buffer, area: Rect, entered: Option<&str>) -> Position {
    if let Some(at) = entered.and_then(|text| find_text(buffer, area, text)) {
        return at;
    }
    let rows = area.intersection(buffer.area).positions();
    let mark = rows.into_iter().find(|&at| buffer[at].symbol() == MARKS[0]);
    let behind = mark.map(|at| Rect { x: at.x, width: area.right().saturating_sub(at.x), y: at.y, height: 1 });
    find(buffer, behind.unwrap_or(area))
}

/// Where `text` begins, in whichever row; of a long one its beginning is looked for.
fn find_text(buffer: &Buffer, area: Rect, text: &str) -> Option<Position> {
    let letters: Vec<String> = text.chars().take(ENOUGH).map(String::from).collect();
    let area = area.intersection(buffer.area);
    let is_at = |at: &Position| {
        (at.x..area.right()).zip(&letters).filter(|(x, letter)| buffer[(*x, at.y)].symbol() == *letter).count()
            == letters.len()
    };
    area.positions().find(|at| !letters.is_empty() && is_at(at))
}

/// The cell of the focused thing in `area`: what is reversed, else what stands behind a mark, else the first sign.
#[must_use]
pub fn find(buffer: &Buffer, area: Rect) -> Position {
    let area = area.intersection(buffer.area);
    let first = |is: &dyn Fn(Position) -> bool| area.positions().find(|&at| is(at));
    let is_sign = |at: Position| !buffer[at].symbol().trim().is_empty();
    let is_mark = |at: Position| MARKS.contains(&buffer[at].symbol());
    let reversed = first(&|at| buffer[at].modifier.contains(Modifier::REVERSED) && is_sign(at));
    let behind = |mark: Position| {
        let row = (mark.x + 1..area.right()).map(|x| Position::new(x, mark.y));
        row.into_iter().find(|&at| is_sign(at)).unwrap_or(mark)
    };
    reversed.or_else(|| first(&is_mark).map(behind)).or_else(|| first(&is_sign)).unwrap_or(area.as_position())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_a_wall_it_is_the_line_that_is_entered_or_what_is_marked() {
        let mut buffer = Buffer::with_lines(["  A  one  ", "▸ Team 1  ", "Team 2: • "]);
        buffer[(2, 0)].modifier = Modifier::REVERSED;
        let body = Rect::new(0, 0, 10, 3);
        assert_eq!(find_on_wall(&buffer, body, Some("Team 2: •")), Position::new(0, 2));
        assert_eq!(find_on_wall(&buffer, body, Some("Team 3")), Position::new(2, 1));
        assert_eq!(find_on_wall(&buffer, Rect { height: 1, ..body }, None), Position::new(2, 0));
    }

    #[test]
    fn the_focus_is_reversed_or_marked_or_first() {
        let mut buffer = Buffer::with_lines(["head      ", "  one two ", "▸ three   "]);
        let body = Rect::new(0, 1, 10, 2);
        assert_eq!(find(&buffer, body), Position::new(2, 2));
        buffer[(6, 1)].modifier = Modifier::REVERSED;
        assert_eq!(find(&buffer, body), Position::new(6, 1));
        assert_eq!(find(&Buffer::with_lines(["", "  one"]), Rect::new(0, 0, 5, 2)), Position::new(2, 1));
        assert_eq!(find(&Buffer::empty(body), body), Position::new(0, 1));
    }
}
