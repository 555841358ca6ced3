//! Where the terminal's cursor stands while nothing is typed: on what has the focus, so that screen readers and magnifiers
//! follow it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;

/// Marks before the thing that is chosen.
const MARKS: [&str; 2] = ["▸", "◆"];

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
