//! The shapes that tell teams apart, as one character and four rows high.

use crate::study::drill::Shape;

/// Columns of a shape drawn large; it has [`super::big_text::LETTER`] rows.
pub(super) const WIDE: u16 = 7;

/// The shape as one character, one cell wide.
#[must_use]
pub const fn sign(shape: Shape) -> &'static str {
    match shape {
        Shape::Circle => "●",
        Shape::Square => "■",
        Shape::Triangle => "▲",
        Shape::Diamond => "◆",
        Shape::Star => "★",
        Shape::Cross => "✚",
        Shape::Ring => "○",
        Shape::Bar => "▬",
    }
}

/// The shape drawn large, in blocks.
#[must_use]
pub(super) const fn large(shape: Shape) -> [&'static str; 4] {
    match shape {
        Shape::Circle => [" ▄███▄ ", "███████", "███████", " ▀███▀ "],
        Shape::Square => ["▄▄▄▄▄▄▄", "███████", "███████", "███████"],
        Shape::Triangle => ["   ▄   ", "  ███  ", " █████ ", "███████"],
        Shape::Diamond => ["  ▄█▄  ", "▄█████▄", "▀█████▀", "  ▀█▀  "],
        Shape::Star => ["   █   ", "▀█████▀", " ▄███▄ ", "▐▀   ▀▌"],
        Shape::Cross => ["  ███  ", "███████", "▀▀███▀▀", "  ███  "],
        Shape::Ring => [" ▄▀▀▀▄ ", "█     █", "█     █", " ▀▄▄▄▀ "],
        Shape::Bar => ["       ", "███████", "███████", "       "],
    }
}

/// Columns of [`TICK`].
pub(super) const TICK_WIDE: u16 = 7;

/// `✓` drawn as high as big letters.
pub(super) const TICK: [&str; 4] = ["     ▄▀", "    ▄▀ ", "▀▄ ▄▀  ", "  ▀    "];

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::*;

    #[test]
    fn signs_take_one_cell_and_large_ones_as_many_as_said() {
        for shape in Shape::ALL {
            assert_eq!(sign(shape).width(), 1, "{shape:?}");
            assert!(large(shape).iter().all(|row| row.width() == usize::from(WIDE)), "{shape:?}");
        }
    }
}
