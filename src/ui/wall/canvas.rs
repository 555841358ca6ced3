//! A sheet to draw on that grows downwards: drawing is measuring, and what is too tall is shown in part.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::Line;
use ratatui::widgets::Widget;
use tui_big_text::{BigText, PixelSize};

use super::{big_text, glyph};

/// Rows no sheet grows beyond.
const MOST: u16 = 4_000;

#[derive(Clone)]
pub struct CellGrid {
    buffer: Buffer,
    /// The next free row.
    foot: u16,
}

impl CellGrid {
    pub fn new(width: u16) -> Self {
        Self { buffer: Buffer::empty(Rect::new(0, 0, width, 0)), foot: 0 }
    }

    pub fn width(&self) -> u16 {
        self.buffer.area.width
    }

    pub fn height(&self) -> u16 {
        self.foot
    }

    /// Empty rows.
    pub fn gap(&mut self, rows: u16) {
        self.need(self.foot.saturating_add(rows));
    }

    /// A row from column `x` on.
    pub fn line(&mut self, x: u16, line: &Line<'_>) {
        self.put(x, self.foot, line);
    }

    pub fn lines(&mut self, x: u16, lines: &[Line<'_>]) {
        for line in lines {
            self.line(x, line);
        }
    }

    /// A row that ends at the right edge.
    pub fn right(&mut self, y: u16, line: &Line<'_>) {
        self.put(self.width().saturating_sub(big_text::cells(line.width())), y, line);
    }

    /// A row in the middle.
    pub fn middle(&mut self, line: &Line<'_>) {
        self.line(self.width().saturating_sub(big_text::cells(line.width())) / 2, line);
    }

    /// `line` at a place of its own.
    pub fn put(&mut self, x: u16, y: u16, line: &Line<'_>) {
        self.need(y.saturating_add(1));
        if x < self.width() && y < self.foot {
            self.buffer.set_line(x, y, line, self.width() - x);
        }
    }

    /// A line of big letters at a place of its own.
    pub fn big(&mut self, x: u16, y: u16, text: &str, style: Style) {
        for (y, row) in (y..).zip(glyph::rows(text)) {
            self.put(x, y, &Line::styled(row, style));
        }
    }

    /// Crosses out the words of a row. Blocks of big letters take no stroke: where they have their middle, a line is drawn
    /// `through` the blanks between them.
    pub fn strike(&mut self, y: u16, style: Style, through: bool) {
        let row = Rect { y, height: 1.min(self.foot.saturating_sub(y)), ..self.buffer.area };
        let drawn: Vec<u16> = (0..row.width * row.height)
            .filter(|&x| self.buffer.cell((x, y)).is_some_and(|c| c.symbol() != " "))
            .collect();
        let (Some(&from), Some(&to)) = (drawn.first(), drawn.last()) else { return };
        for x in from..=to {
            let Some(cell) = self.buffer.cell_mut((x, y)) else { continue };
            if through && cell.symbol() == " " {
                cell.set_symbol("━");
            }
            cell.set_style(style.add_modifier(Modifier::CROSSED_OUT));
        }
    }

    /// Digits of the clock.
    pub fn digits(&mut self, (x, y): (u16, u16), text: &str, style: Style, size: PixelSize) {
        let (wide, high) = digit(size);
        self.need(y.saturating_add(high));
        let width = wide.saturating_mul(big_text::cells(text.chars().count()));
        let area = Rect { x, y, width, height: high }.intersection(self.buffer.area);
        if !area.is_empty() {
            BigText::builder()
                .pixel_size(size)
                .style(style)
                .lines(vec![Line::from(text)])
                .build()
                .render(area, &mut self.buffer);
        }
    }

    /// Another grid on this one.
    pub fn sheet(&mut self, x: u16, y: u16, other: &Self) {
        self.need(y.saturating_add(other.foot));
        let to = Rect { x, y, width: other.width(), height: other.foot }.intersection(self.buffer.area);
        other.paste(&mut self.buffer, to, 0);
    }

    /// Draws the rows from `top` on into `area`.
    pub fn paste(&self, buffer: &mut Buffer, area: Rect, top: u16) {
        let area = area.intersection(buffer.area);
        let rows = area.height.min(self.foot.saturating_sub(top));
        for y in 0..rows {
            for x in 0..area.width.min(self.width()) {
                if let (Some(to), Some(from)) =
                    (buffer.cell_mut((area.x + x, area.y + y)), self.buffer.cell((x, top + y)))
                {
                    *to = from.clone();
                }
            }
        }
    }

    fn need(&mut self, rows: u16) {
        self.foot = self.foot.max(rows.min(MOST));
        if self.buffer.area.height < self.foot {
            self.buffer.resize(Rect { height: self.foot, ..self.buffer.area });
        }
    }
}

/// Columns and rows of one digit.
pub(super) const fn digit(size: PixelSize) -> (u16, u16) {
    match size {
        PixelSize::Full => (8, 8),
        PixelSize::HalfHeight => (8, 4),
        _ => (4, 4),
    }
}
