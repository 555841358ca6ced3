//! An off-screen buffer: drawn on with dots and text, then read out as lines.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Style};
use ratatui::text::{Line, Span};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Writes `text` from the cell (`column`, `row`) on; what would stand outside is left out.
pub(super) fn write(buffer: &mut Buffer, column: i32, row: i32, text: &str, style: Style) {
    let mut column = column;
    for sign in text.graphemes(true) {
        let wide = i32::try_from(sign.width()).unwrap_or(1);
        for (n, symbol) in (0..wide).zip(std::iter::once(sign).chain(std::iter::repeat(""))) {
            set(buffer, column + n, row, symbol, style);
        }
        column += wide;
    }
}

/// A dotted line from one cell to another: a dot a row or, where it is flat, one in two cells; only where nothing stands yet,
/// and not beside either end.
#[expect(clippy::cast_possible_truncation, reason = "cells of a screen")]
pub(super) fn dots(buffer: &mut Buffer, from: (i32, i32), to: (i32, i32), (dot, style): (&str, Style)) {
    let (across, down) = (to.0 - from.0, to.1 - from.1);
    let steps = down.abs().max(across.abs() / 2);
    for step in 1..steps {
        let share = f64::from(step) / f64::from(steps);
        let along = |start: i32, by: i32| start + (f64::from(by) * share).round() as i32;
        let (x, y) = (along(from.0, across), along(from.1, down));
        let is_beside = |(column, row): (i32, i32)| y == row && (x - column).abs() < 2;
        let is_free = at(buffer, x, y).is_some_and(|cell| cell.symbol() == " ");
        if is_free && !is_beside(from) && !is_beside(to) {
            set(buffer, x, y, dot, style);
        }
    }
}

fn set(buffer: &mut Buffer, column: i32, row: i32, symbol: &str, style: Style) {
    if let Some(cell) = at(buffer, column, row) {
        *cell = Cell::default();
        cell.set_symbol(symbol).set_style(style);
    }
}

fn at(buffer: &mut Buffer, column: i32, row: i32) -> Option<&mut Cell> {
    buffer.cell_mut((u16::try_from(column).ok()?, u16::try_from(row).ok()?))
}

/// The rows of `buffer`, each cell's style without the colours it does not set.
pub(super) fn lines(buffer: &Buffer) -> Vec<Line<'static>> {
    let wide = usize::from(buffer.area.width).max(1);
    buffer.content.chunks(wide).map(row).collect()
}

fn row(cells: &[Cell]) -> Line<'static> {
    let end = cells.iter().rposition(|c| !c.symbol().trim().is_empty()).map_or(0, |at| at + 1);
    let mut spans: Vec<Span<'static>> = Vec::new();
    for cell in &cells[..end] {
        let style = style(cell);
        match spans.last_mut() {
            Some(last) if last.style == style => last.content.to_mut().push_str(cell.symbol()),
            _ => spans.push(Span::styled(cell.symbol().to_owned(), style)),
        }
    }
    Line::from(spans)
}

fn style(cell: &Cell) -> Style {
    let style = Style::new().add_modifier(cell.modifier);
    if cell.fg == Color::Reset { style } else { style.fg(cell.fg) }
}
