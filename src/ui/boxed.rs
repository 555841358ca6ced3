//! A box over the screen: the help, the palette, what a term means, a note that is typed.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;
use ratatui::widgets::{Block, BorderType, Clear, Padding, Widget};

use super::theme::Theme;

/// Cells of a box beside what stands in it: its sides, and the air within.
pub(super) const SIDES: u16 = 4;
/// Rows above and below it.
pub(super) const ENDS: u16 = 2;

/// Draws an empty box at `place` and returns the room in it. A blank cell at either side keeps it apart from words that it
/// covers in part.
pub(super) fn draw(buffer: &mut Buffer, place: Rect, title: &'static str, theme: &Theme) -> Rect {
    let apart = Rect { x: place.x.saturating_sub(1), width: place.width.saturating_add(2), ..place };
    Clear.render(apart.intersection(buffer.area), buffer);
    let frame = Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(theme.accent)
        .padding(Padding::horizontal(1))
        .title(Span::styled(title, theme.strong));
    let inner = frame.inner(place);
    frame.render(place, buffer);
    inner
}

/// Quietens everything in `area`, over which a box is to stand that is about the whole screen.
pub(super) fn quieten(buffer: &mut Buffer, area: Rect, theme: &Theme) {
    buffer.set_style(area, Style::reset().patch(theme.dim));
}
