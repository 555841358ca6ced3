//! Help: what the screen is for, every key of it, from the same table, and what its signs mean.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Paragraph, Widget};
use unicode_width::UnicodeWidthStr;

use super::purpose::Purpose;
use crate::ui::boxed::{self, ENDS, SIDES};
use crate::ui::context::Context;
use crate::ui::figures::beside;
use crate::ui::frame::{self, centred, fitted};
use crate::ui::keys::KeyHint;

/// Cells of one column of keys, of two.
const NARROW: u16 = 60;
const WIDE: u16 = 78;
/// Rows of the footer.
const FOOT: u16 = 2;
/// Cells for a key where there is one column, and between two columns.
const KEY: usize = 12;
const BETWEEN: usize = 2;

/// What works while the help is open, for the footer.
#[must_use]
pub fn hints() -> Vec<KeyHint> {
    vec![KeyHint::new("any key", "close the help")]
}

/// A key as it is shown, and what it does.
type Row = (String, String);

/// Draws the help over the screen, and says where it begins.
pub fn draw(frame: &mut Frame<'_>, context: &Context<'_>, purpose: Purpose, hints: &[KeyHint]) -> Rect {
    let room = usize::from(context.area.height.saturating_sub(ENDS + FOOT));
    let rows = rows(hints);
    let (lines, width) = lines(context, purpose, &rows, room);
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(ENDS);
    let above = frame::above_footer(context.area);
    let place = centred(above, width, height);
    boxed::quieten(frame.buffer_mut(), above, context.theme);
    let within = boxed::draw(frame.buffer_mut(), place, " Keys on this screen ", context.theme);
    Paragraph::new(lines).render(within, frame.buffer_mut());
    // Its first line: signs that are explained below are no marks.
    Rect { height: within.height.min(2), ..within }
}

fn rows(hints: &[KeyHint]) -> Vec<Row> {
    let keys = |hint: &KeyHint| [hint.keys.as_str(), &hint.letters].join(" ").trim_end().to_owned();
    let mut rows: Vec<Row> =
        hints.iter().filter(|hint| hint.does != "help").map(|hint| (keys(hint), hint.does.clone())).collect();
    let always = [("", ""), ("Ctrl-C", "quit; no answer is lost"), ("Ctrl-Z", "suspend; fg brings it back")];
    rows.extend(always.map(|(keys, does)| (keys.to_owned(), does.to_owned())));
    rows
}

/// The lines and how wide they are drawn: in one column of keys or, where that does not fit, in two; what the signs mean,
/// and then what the screen is for, stand only where there is room.
fn lines(context: &Context<'_>, purpose: Purpose, rows: &[Row], room: usize) -> (Vec<Line<'static>>, u16) {
    let theme = context.theme;
    let whole = |width: u16, is_wide: bool| {
        let width = width.min(context.area.width);
        let cells = usize::from(width.saturating_sub(SIDES));
        let keys = if is_wide { in_two_columns(context, rows, cells) } else { column(context, rows, KEY) };
        [paragraph(purpose.what, width, theme.text), keys, paragraph(purpose.signs, width, theme.dim)]
    };
    let narrow = whole(NARROW, false);
    if let Some(lines) = apart(&narrow, room) {
        return (lines, NARROW);
    }
    let wide = whole(WIDE, true);
    let fitting = apart(&wide, room).or_else(|| apart(&wide[..2], room));
    (fitting.unwrap_or_else(|| wide[1].clone()), WIDE)
}

/// `parts` with a blank line between those that say something and around them, if so many rows hold them.
fn apart(parts: &[Vec<Line<'static>>], room: usize) -> Option<Vec<Line<'static>>> {
    let mut lines = vec![Line::default()];
    for part in parts.iter().filter(|part| !part.is_empty()) {
        lines.extend(part.iter().cloned());
        lines.push(Line::default());
    }
    (lines.len() <= room).then_some(lines)
}

fn paragraph(text: &str, width: u16, style: Style) -> Vec<Line<'static>> {
    if text.is_empty() {
        return Vec::new();
    }
    let lines = textwrap::wrap(text, usize::from(width.saturating_sub(SIDES + 2)));
    lines.into_iter().map(|line| Line::styled(format!(" {line}"), style)).collect()
}

/// A line a key, which ends at the same cell in all.
fn column(context: &Context<'_>, rows: &[Row], cells: usize) -> Vec<Line<'static>> {
    let row = |(keys, does): &Row| {
        Line::from(vec![
            Span::styled(format!("{}{keys}  ", " ".repeat(cells.saturating_sub(keys.width()))), context.theme.focus),
            Span::styled(does.clone(), context.theme.text),
        ])
    };
    rows.iter().map(row).collect()
}

/// The second half of `rows` beside the first; what does not fit so many cells ends with an ellipsis.
fn in_two_columns(context: &Context<'_>, rows: &[Row], cells: usize) -> Vec<Line<'static>> {
    let (left, right) = rows.split_at(rows.len().div_ceil(2));
    let tight = |rows: &[Row]| {
        let widest = rows.iter().map(|(keys, _)| keys.width()).max().unwrap_or(0);
        column(context, rows, widest + 1)
    };
    let left = tight(left);
    let first = left.iter().map(Line::width).max().unwrap_or(0) + BETWEEN;
    beside(&left, first, &tight(right)).into_iter().map(|line| fitted(line.spans, cells)).collect()
}
