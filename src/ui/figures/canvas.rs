//! An off-screen buffer: drawn on with ratatui's canvas and with text, then read out as lines.

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use ratatui::symbols::Marker;
use ratatui::text::{Line, Span};
use ratatui::widgets::Widget;
use ratatui::widgets::canvas::{Canvas, Shape};

/// How fine a shape is drawn. Braille would be finer, but many terminal fonts have none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Grain {
    /// A dot a cell.
    Dots,
    /// Quarters of a cell.
    Quarters,
}

/// `shape` drawn in `columns` by `rows` cells, seen within the bounds of `x` and `y`.
pub(super) fn drawn(
    shape: &impl Shape,
    grain: Grain,
    (columns, rows): (u16, u16),
    [x, y]: [[f64; 2]; 2],
    style: Style,
) -> Buffer {
    let marker = if grain == Grain::Dots { Marker::Dot } else { Marker::Quadrant };
    let area = Rect::new(0, 0, columns, rows);
    let mut buffer = Buffer::empty(area);
    Canvas::default().marker(marker).x_bounds(x).y_bounds(y).paint(|c| c.draw(shape)).render(area, &mut buffer);
    for cell in &mut buffer.content {
        if cell.symbol() == "•" {
            cell.set_symbol("·");
        }
        // The canvas paints in its own colour; the theme decides here.
        (cell.fg, cell.bg) = (Color::Reset, Color::Reset);
        cell.set_style(style);
    }
    buffer
}

/// Writes `text` from the cell (`column`, `row`) on; what would stand outside is left out.
pub(super) fn write(buffer: &mut Buffer, column: i32, row: i32, text: &str, style: Style) {
    for (n, c) in (0..).zip(text.chars()) {
        let at = (u16::try_from(column + n), u16::try_from(row));
        if let (Ok(x), Ok(y)) = at
            && let Some(cell) = buffer.cell_mut((x, y))
        {
            *cell = Cell::default();
            cell.set_char(c).set_style(style);
        }
    }
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
