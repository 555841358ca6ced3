//! Help: every key of the screen it is opened on, from the same table.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Clear, Padding, Paragraph, Widget};
use unicode_width::UnicodeWidthStr;

use crate::ui::context::Context;
use crate::ui::frame::centred;
use crate::ui::keys::KeyHint;

/// Cells of one column of keys, of two, and rows around them.
const NARROW: u16 = 60;
const WIDE: u16 = 78;
const AROUND: u16 = 4;
/// Cells for a key where there is one column, and between two.
const KEY: usize = 12;
const BETWEEN: usize = 2;

/// The second half of `lines` beside the first, where there is no room below it.
fn in_two_columns(mut lines: Vec<Line<'_>>) -> Vec<Line<'_>> {
    let right = lines.split_off(lines.len().div_ceil(2));
    let first = lines.iter().map(Line::width).max().unwrap_or(0) + BETWEEN;
    let mut right = right.into_iter();
    for line in &mut lines {
        let pad = first.saturating_sub(line.width());
        line.spans.push(Span::raw(" ".repeat(pad)));
        line.spans.extend(right.next().unwrap_or_default().spans);
    }
    lines
}

/// Draws the keys over the screen, and says where.
pub fn draw(frame: &mut Frame<'_>, context: &Context<'_>, hints: &[KeyHint]) -> Rect {
    let theme = context.theme;
    let mut rows: Vec<(&str, &str)> =
        hints.iter().filter(|h| h.does != "help").map(|h| (&h.keys[..], &h.does[..])).collect();
    rows.extend([("", ""), ("Ctrl-C", "quit at once; no answer is lost"), ("Ctrl-Z", "suspend; fg brings it back")]);
    let room = usize::from(context.area.height.saturating_sub(AROUND)).max(1);
    let is_long = rows.len() > room;
    let widest = rows.iter().map(|(keys, _)| keys.width()).max().unwrap_or(0);
    let cells = if is_long { widest + 1 } else { KEY };
    let row = |(keys, does): &(&str, &str)| {
        let pad = " ".repeat(cells.saturating_sub(keys.width()));
        Line::from(vec![
            Span::styled(format!("{pad}{keys}  "), theme.focus),
            Span::styled((*does).to_owned(), theme.text),
        ])
    };
    let lines = rows.iter().map(row).collect();
    let (lines, width) = if is_long { (in_two_columns(lines), WIDE) } else { (lines, NARROW) };
    let area = centred(context.area, width, u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(AROUND));
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
