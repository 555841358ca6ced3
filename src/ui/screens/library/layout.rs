//! Where list, map and entry stand: side by side, or in a narrow window one above the other.

use ratatui::layout::Rect;

use crate::ui::figures::map_rows;
use crate::ui::frame;

/// The parts of the screen; one without rows is not drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Panes {
    pub list: Rect,
    pub map: Rect,
    pub entry: Rect,
}

/// Cells of the list beside an entry, and between the two.
const LIST: u16 = 28;
const GAP: u16 = 3;
/// A narrower body has the entry below its list.
const BESIDE: u16 = 70;
/// Cells an entry keeps before its list gets more than it needs at least; longer lines tire the eye.
const ENTRY: (u16, u16) = (52, frame::COLUMN);
/// The map's width where the window is low, and where it stands over both.
const SMALL_MAP: u16 = 44;
const WIDEST: u16 = 66;
/// From this height the map stands over both, as wide as it can be.
const TALL: u16 = 26;
/// From this width it stands over the entry, and the list has the whole height.
const WIDE: u16 = 120;
/// Rows that an entry keeps below it there.
const BELOW: u16 = 16;
/// Fewer rows than this are too few to read an entry in.
const READABLE: u16 = 6;

/// The parts in `body`: `map` when the shelf has one, `reading` while the entry has the keyboard. The names of the list have
/// `names` cells.
#[must_use]
pub(super) fn of(body: Rect, names: u16, map: bool, reading: bool) -> Panes {
    match (body.width, body.height) {
        (BESIDE.., TALL..) if map && body.width < WIDE => under_map(body, names),
        (BESIDE.., _) => beside(body, names, map),
        _ => stacked(body, map, reading),
    }
}

fn under_map(body: Rect, names: u16) -> Panes {
    let (above, below) = split(body, map_rows(body.width.min(WIDEST)));
    Panes { map: centred(above, WIDEST), ..beside(below, names, false) }
}

fn beside(body: Rect, names: u16, map: bool) -> Panes {
    let wide = names.min(body.width.saturating_sub(GAP + ENTRY.0)).max(LIST);
    let list = Rect { width: wide, ..body };
    let right = Rect { x: body.x + wide + GAP, width: body.width - wide - GAP, ..body };
    let entry = |area: Rect| Rect { width: area.width.min(ENTRY.1), ..area };
    let columns = if body.width < WIDE { right.width.min(WIDEST) } else { widest_map(right) };
    let rows = map_rows(columns);
    if map && right.height > rows + READABLE {
        let (map, below) = split(right, rows);
        return Panes { list, map: Rect { width: columns, ..map }, entry: entry(below) };
    }
    Panes { list, map: Rect::default(), entry: entry(right) }
}

/// The columns of the widest map that leaves room for an entry.
fn widest_map(right: Rect) -> u16 {
    let fits = |columns: &u16| map_rows(*columns) + BELOW <= right.height;
    (SMALL_MAP..=right.width).rev().find(fits).unwrap_or(SMALL_MAP).min(right.width)
}

/// While an entry is read, it has the whole window.
fn stacked(body: Rect, map: bool, reading: bool) -> Panes {
    if reading {
        return Panes { entry: body, ..Panes::default() };
    }
    let mut layout = Panes::default();
    let mut rest = body;
    let wide = if body.height < TALL { SMALL_MAP } else { WIDEST };
    if map && body.width >= SMALL_MAP && body.height > map_rows(wide.min(body.width)) + 3 {
        (layout.map, rest) = split(body, map_rows(wide.min(body.width)));
        layout.map = centred(layout.map, wide);
    }
    if rest.height < 2 * READABLE {
        return Panes { list: rest, ..layout };
    }
    let (list, entry) = split(rest, rest.height / 2);
    Panes { list, entry, ..layout }
}

/// The middle of `area`, at most `wide`.
fn centred(area: Rect, wide: u16) -> Rect {
    let width = area.width.min(wide);
    Rect { x: area.x + (area.width - width) / 2, width, ..area }
}

/// The upper `rows` of `area`, and what is left below an empty row.
fn split(area: Rect, rows: u16) -> (Rect, Rect) {
    let below = rows + 1;
    (Rect { height: rows, ..area }, Rect { y: area.y + below, height: area.height.saturating_sub(below), ..area })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_stays_within_its_body() {
        for (width, height) in (0..150).flat_map(|w| (0..60).map(move |h| (w, h))) {
            let body = Rect { x: 3, y: 2, width, height };
            for (map, reading) in [(false, false), (false, true), (true, false), (true, true)] {
                let Panes { list, map, entry } = of(body, 45, map, reading);
                for part in [list, map, entry].into_iter().filter(|p| p.area() > 0) {
                    assert_eq!(part.intersection(body), part, "{width}x{height}");
                }
            }
        }
    }

    #[test]
    fn the_smallest_window_has_map_and_list() {
        let layout = of(Rect { x: 2, y: 2, width: 56, height: 14 }, 45, true, false);
        assert_eq!((layout.map.height, layout.list.height, layout.entry.height), (6, 7, 0));
    }
}
