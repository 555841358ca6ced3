//! Help: every key of the screen it is opened on, from the same table.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Clear, Padding, Paragraph, Widget};

use crate::ui::context::Context;
use crate::ui::frame::centred;
use crate::ui::keys::KeyHint;

/// Draws the keys over the screen, and says where.
pub fn draw(frame: &mut Frame<'_>, context: &Context<'_>, hints: &[KeyHint]) -> Rect {
    let theme = context.theme;
    let row = |keys: &str, does: &str| {
        Line::from(vec![Span::styled(format!("{keys:>12}  "), theme.focus), Span::styled(does.to_owned(), theme.text)])
    };
    let mut lines: Vec<Line<'_>> = hints.iter().filter(|h| h.does != "help").map(|h| row(&h.keys, &h.does)).collect();
    lines.push(Line::default());
    lines.push(row("Ctrl-C", "quit at once; no answer is lost"));
    lines.push(row("Ctrl-Z", "suspend; fg brings it back"));
    let area = centred(context.area, 60, u16::try_from(lines.len() + 4).unwrap_or(u16::MAX));
    Clear.render(area, frame.buffer_mut());
    let title = Span::styled(" Keys on this screen ", theme.strong);
    let block = Block::bordered()
        .border_type(BorderType::Rounded)
        .border_style(theme.dim)
        .title(title)
        .padding(Padding::vertical(1));
    let within = block.inner(area);
    Paragraph::new(lines).block(block).render(area, frame.buffer_mut());
    within
}
