//! The font of the big letters, set as print is: each letter takes the width it has. Set in columns of eight, as the
//! font comes, words fall apart and a third less fits on the wall.

use std::sync::LazyLock;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;
use tui_big_text::{BigText, PixelSize};

/// Pixels of a blank, and between two letters.
const BLANK: u16 = 4;
const BETWEEN: u16 = 1;

/// Four pixels of a cell: upper left, upper right, lower left, lower right.
const QUADRANTS: [char; 16] = [' ', '▘', '▝', '▀', '▖', '▌', '▞', '▛', '▗', '▚', '▐', '▜', '▄', '▙', '▟', '█'];

/// A letter: for each of eight rows its pixels, the left one lowest.
#[derive(Clone, Copy, Default)]
pub(super) struct Glyph {
    rows: [u8; 8],
    /// In pixels, without the gap that follows.
    pub width: u16,
}

static FONT: LazyLock<Vec<Glyph>> = LazyLock::new(|| ('\0'..='ÿ').map(Glyph::read).collect());

/// The glyph of a character up to `ÿ`.
#[must_use]
pub(super) fn glyph(c: char) -> Glyph {
    usize::try_from(u32::from(c)).ok().and_then(|at| FONT.get(at)).copied().unwrap_or_default()
}

impl Glyph {
    /// As the font draws it, without empty columns at either side.
    fn read(c: char) -> Self {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 8));
        let text = if c.is_control() { String::new() } else { c.to_string() };
        BigText::builder()
            .pixel_size(PixelSize::Full)
            .lines(vec![Line::from(text)])
            .build()
            .render(buffer.area, &mut buffer);
        let is_on = |x: u16, y: u16| buffer.cell((x, y)).is_some_and(|cell| cell.symbol() != " ");
        let mut rows = [0_u8; 8];
        for (y, row) in (0_u16..).zip(&mut rows) {
            *row = (0..8).filter(|&x| is_on(x, y)).map(|x| 1 << x).sum();
        }
        let all = rows.iter().fold(0, |all, row| all | row);
        if all == 0 {
            return Self { rows, width: BLANK };
        }
        let left = all.trailing_zeros();
        Self { rows: rows.map(|row| row >> left), width: u16::try_from(8 - left - all.leading_zeros()).unwrap_or(8) }
    }
}

/// Pixels of `text` in one line.
#[must_use]
pub(super) fn pixels(text: &str) -> u16 {
    text.chars().fold(0_u16, |wide, c| wide.saturating_add(glyph(c).width + BETWEEN)).saturating_sub(BETWEEN)
}

/// `text` as four rows of block characters.
#[must_use]
pub(super) fn rows(text: &str) -> [String; 4] {
    let columns = usize::from(pixels(text).div_ceil(2));
    let mut cells = vec![[0_usize; 4]; columns];
    let mut x = 0_u16;
    for glyph in text.chars().map(glyph) {
        for (y, row) in glyph.rows.into_iter().enumerate() {
            for column in (0..glyph.width).filter(|&column| row >> column & 1 == 1) {
                let at = x + column;
                if let Some(cell) = cells.get_mut(usize::from(at / 2)) {
                    cell[y / 2] |= 1 << (usize::from(at % 2) + 2 * (y % 2));
                }
            }
        }
        x = x.saturating_add(glyph.width + BETWEEN);
    }
    std::array::from_fn(|y| cells.iter().map(|cell| QUADRANTS[cell[y]]).collect())
}

#[cfg(test)]
mod tests {
    #[test]
    fn letters_take_the_width_they_have() {
        insta::assert_snapshot!(super::rows("Til 9g").map(|row| row.trim_end().to_owned()).join("\n"), @r"
        ▛█▜ ▀ ▜▌   ▟▀▙
         █ ▝█ ▐▌   ▜▄█▗▛▚▛
         █  █ ▐▌    ▗▛▝▙▟▌
        ▝▀▘▝▀▘▀▀   ▝▀ ▗▄▟▘
        ");
    }
}
