//! Drawing the part of a text that is in sight.

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::text::Line;

use super::scroll::Scroll;
use super::theme::Theme;

/// Draws the lines of `lines` that `scroll` has in sight.
pub(super) fn draw(frame: &mut Frame<'_>, area: Rect, lines: &[Line<'static>], scroll: Scroll) {
    draw_until(frame, area, lines, scroll, lines.len());
}

/// The same, but nothing from line `foot` on.
pub(super) fn draw_until(frame: &mut Frame<'_>, area: Rect, lines: &[Line<'static>], scroll: Scroll, foot: usize) {
    let top = scroll.drawn(lines.len(), usize::from(area.height));
    for (line, y) in lines.iter().take(foot).skip(top).zip(area.top()..area.bottom()) {
        frame.buffer_mut().set_line(area.x, y, line, area.width);
    }
}

/// Says in the margin that there is more above or below.
pub(super) fn draw_more(frame: &mut Frame<'_>, area: Rect, total: usize, scroll: Scroll, theme: &Theme) {
    let top = scroll.drawn(total, usize::from(area.height));
    let x = area.right().min(frame.area().right().saturating_sub(1));
    if top > 0 {
        frame.buffer_mut().set_string(x, area.y, "↑", theme.dim);
    }
    if top + usize::from(area.height) < total && area.height > 0 {
        frame.buffer_mut().set_string(x, area.bottom() - 1, "↓", theme.dim);
    }
    mark_unread(frame, area, top, scroll, theme);
}

/// Marks in the margin the line at which the eye goes on after the turn of a page.
fn mark_unread(frame: &mut Frame<'_>, area: Rect, top: usize, scroll: Scroll, theme: &Theme) {
    let row = scroll.unread.filter(|_| top > 0).and_then(|line| line.checked_sub(top));
    let row = row.and_then(|row| u16::try_from(row).ok()).filter(|&row| row < area.height);
    let (Some(row), Some(x)) = (row, area.x.checked_sub(2)) else { return };
    let buffer = frame.buffer_mut();
    let is_empty = |y: &u16| (area.left()..area.right()).all(|x| buffer[(x, *y)].symbol() == " ");
    let first = (area.y + row..area.bottom()).find(|y| !is_empty(y)).unwrap_or(area.y + row);
    buffer.set_string(x, first, "▸", theme.accent);
}

/// Puts the cursor at `caret`, a line and a column of a text of `total` lines; it never leaves the area.
pub(super) fn set_caret(frame: &mut Frame<'_>, area: Rect, caret: (usize, usize), total: usize, scroll: Scroll) {
    let row = caret.0.saturating_sub(scroll.drawn(total, usize::from(area.height)));
    let (x, y) = (u16::try_from(caret.1).unwrap_or(0), u16::try_from(row).unwrap_or(0));
    frame.set_cursor_position((
        area.x + x.min(area.width.saturating_sub(1)),
        area.y + y.min(area.height.saturating_sub(1)),
    ));
}

/// Shows a link, which stands in `parts`, reversed where it is in sight.
pub(super) fn mark_link(
    frame: &mut Frame<'_>,
    area: Rect,
    parts: &[(usize, Range<usize>)],
    total: usize,
    scroll: Scroll,
) {
    let top = scroll.drawn(total, usize::from(area.height));
    for (line, columns) in parts {
        let Some(row) = line.checked_sub(top).and_then(|r| u16::try_from(r).ok()).filter(|&r| r < area.height) else {
            continue;
        };
        for column in columns.clone().filter_map(|c| u16::try_from(c).ok()).filter(|&c| c < area.width) {
            if let Some(cell) = frame.buffer_mut().cell_mut((area.x + column, area.y + row)) {
                cell.modifier.insert(Modifier::REVERSED);
            }
        }
    }
}
