//! Small measures: blocks, lines and clocks.

pub use crate::pages::words::clock;

/// `done` of `of` as filled and empty blocks, at most `most` of them.
#[must_use]
pub fn blocks(done: usize, of: usize, most: usize) -> String {
    let cells = of.min(most);
    let filled = (done.min(of) * cells).checked_div(of).unwrap_or(0);
    format!("{}{}", "■".repeat(filled), "□".repeat(cells - filled))
}

/// The part of `width` cells that `share` (0 to 1) fills.
#[must_use]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "widths of a screen"
)]
pub fn filled(share: f64, width: usize) -> usize {
    ((share.clamp(0.0, 1.0) * width as f64).round()) as usize
}
