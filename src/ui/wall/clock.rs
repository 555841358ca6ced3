//! The clock in big digits.

use ratatui::style::Style;
use tui_big_text::PixelSize;

use super::big_text::cells;
use super::canvas::{CellGrid, digit};
use crate::ui::meter;
use crate::ui::theme::Theme;

/// From here on the clock says that it is nearly over.
const LAST_MS: u64 = 5_000;

/// The clock's digits, and the room kept for them.
pub(super) struct Countdown {
    text: String,
    last: bool,
    size: PixelSize,
    pub width: u16,
}

impl Countdown {
    /// `limit_ms` is the longest that it will show, so that its place does not change as it runs.
    #[must_use]
    pub(super) fn new(left_ms: u64, limit_ms: u64, room: u16, large: bool) -> Self {
        let last = left_ms <= LAST_MS;
        let sign = if last { "!" } else { "" };
        let digits = cells(said(limit_ms.max(left_ms)).chars().count().max(2));
        let sizes: &[PixelSize] =
            if large { &[PixelSize::Full, PixelSize::HalfHeight] } else { &[PixelSize::HalfHeight] };
        let fits = |size: &&PixelSize| digit(**size).0 * digits <= room;
        let size = sizes.iter().find(fits).copied().unwrap_or(PixelSize::Quadrant);
        Self { text: format!("{sign}{}", said(left_ms)), last, size, width: digit(size).0 * digits }
    }

    #[cfg(test)]
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Draws the digits at the right edge from row `y` on. Near the end they change colour and get a sign before them.
    pub(super) fn draw(&self, sheet: &mut CellGrid, y: u16, theme: &Theme, stands: bool) {
        let style: Style = match (self.last, stands) {
            (_, true) => theme.dim,
            (true, false) => theme.wrong,
            (false, false) => theme.strong,
        };
        let wide = digit(self.size).0 * cells(self.text.chars().count());
        sheet.digits((sheet.width().saturating_sub(wide), y), &self.text, style, self.size);
    }
}

/// Whole seconds, begun ones counted: `20`, `1:40`.
fn said(ms: u64) -> String {
    match ms.div_ceil(1000) {
        s if s < 100 => s.to_string(),
        s => meter::clock(s),
    }
}
