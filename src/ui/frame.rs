//! The frame every screen sits in: one header line, a reading column centred in the terminal, one footer line of keys.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::keys::KeyHint;
use super::theme::Theme;

/// Cells of the reading column at most: longer lines tire the eye.
pub const COLUMN: u16 = 76;
/// Cells of a list at most: the eye must find the way from its left to its right.
const LIST: u16 = 140;
/// Cells beside the reading column, at least and at most, and between the two.
const MARGIN: (u16, u16) = (47, 60);
const GAP: u16 = 3;
/// Below this size one line asks for a larger window.
pub const SMALLEST: (u16, u16) = (60, 18);

/// What the header says: where am I (left), how far (right).
#[derive(Clone, Debug, Default)]
pub struct Header {
    pub place: Vec<Span<'static>>,
    pub progress: Vec<Span<'static>>,
}

/// What stands around a screen's body.
pub struct Surround<'a> {
    pub header: Header,
    pub hints: &'a [KeyHint],
    pub width: Width,
}

/// How wide a screen is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Width {
    /// The reading column.
    #[default]
    Reading,
    /// A reading column of at most so many cells.
    Text(u16),
    /// The same and, in a wide terminal, a margin for what belongs to the text.
    Spread(u16),
    /// What is looked through, not read: as wide as its rows are of use.
    List,
    /// The whole terminal: for what is read from the last row of a classroom.
    Wall,
}

/// The part of `area` a screen draws its body in; of a spread, the reading column.
#[must_use]
pub fn body(area: Rect, width: Width) -> Rect {
    let column = column(area, width);
    let wide = if let Width::Spread(text) = width { column.width.min(text) } else { column.width };
    Rect { y: area.y + 2.min(area.height), height: area.height.saturating_sub(4), width: wide, ..column }
}

/// The margin of a spread, where the terminal has room for one.
#[must_use]
pub fn margin(area: Rect, width: Width) -> Option<Rect> {
    let Width::Spread(_) = width else { return None };
    let body = body(area, width);
    let left = column(area, width).width.checked_sub(body.width + GAP)?;
    Some(Rect { x: body.right() + GAP, width: left, ..body })
}

/// The column of that width over the whole height.
#[must_use]
pub fn column(area: Rect, width: Width) -> Rect {
    let room = area.width.saturating_sub(4);
    let most = match width {
        Width::Reading => COLUMN,
        Width::Text(most) => most,
        Width::Spread(text) if room >= text.saturating_add(GAP + MARGIN.0) => text.saturating_add(GAP + MARGIN.1),
        Width::Spread(text) => text,
        Width::List => LIST,
        Width::Wall => u16::MAX,
    };
    let width = room.min(most);
    Rect { x: area.x + (area.width - width) / 2, width, ..area }
}

/// Whether anything can be drawn in `area`.
#[must_use]
pub fn fits(area: Rect) -> bool {
    area.width >= SMALLEST.0 && area.height >= SMALLEST.1
}

/// The one line said in a window that is too small.
pub fn too_small(frame: &mut Frame<'_>, area: Rect) {
    let text = format!(
        "ninetracks needs {} × {} cells, this window has {} × {}.",
        SMALLEST.0, SMALLEST.1, area.width, area.height
    );
    for (row, line) in textwrap::wrap(&text, usize::from(area.width.max(1))).into_iter().enumerate() {
        let y = area.y.saturating_add(u16::try_from(row).unwrap_or(u16::MAX));
        if y < area.bottom() {
            frame.buffer_mut().set_stringn(area.x, y, line, usize::from(area.width), ratatui::style::Style::new());
        }
    }
}

/// Draws header, rule and footer; returns the body.
pub fn draw(buffer: &mut Buffer, area: Rect, theme: &Theme, around: Surround<'_>) -> Rect {
    let Surround { header, hints, width } = around;
    let column = column(area, width);
    let right = Line::from(header.progress);
    let wide = u16::try_from(right.width()).unwrap_or(column.width).min(column.width);
    let place = fitted(header.place, usize::from(column.width.saturating_sub(wide + 2)));
    buffer.set_line(column.x, area.y, &place, column.width);
    buffer.set_line(column.right() - wide, area.y, &right, wide);
    if area.height > 3 {
        let y = area.bottom() - 2;
        let rule = "─".repeat(usize::from(column.width));
        buffer.set_string(column.x, y, rule, theme.dim);
        buffer.set_line(column.x, y + 1, &footer(hints, theme, usize::from(column.width)), column.width);
    }
    body(area, width)
}

/// Says `text` in place of the footer.
pub(super) fn say_in_footer(
    buffer: &mut Buffer,
    (area, width): (Rect, Width),
    text: &str,
    style: ratatui::style::Style,
) {
    let column = column(area, width);
    let y = area.bottom().saturating_sub(1);
    let line = format!("{:<width$}", cut(text, usize::from(column.width)), width = usize::from(column.width));
    // Nothing of the keys that stood there.
    buffer.set_string(column.x, y, line, ratatui::style::Style::reset().patch(style));
}

/// `spans` cut to `width` cells with an ellipsis.
#[must_use]
pub fn fitted(spans: Vec<Span<'static>>, width: usize) -> Line<'static> {
    let line = Line::from(spans);
    if line.width() <= width {
        return line;
    }
    let mut left = width.saturating_sub(1);
    let mut kept = Vec::new();
    for span in line.spans {
        let text = cut(&span.content, left);
        left -= text.width();
        let whole = text.len() == span.content.len();
        kept.push(Span::styled(if whole { text } else { format!("{text}…") }, span.style));
        if !whole {
            break;
        }
    }
    Line::from(kept)
}

/// `text`, or as much of it as fits `width` cells with an ellipsis.
#[must_use]
pub fn shortened(text: &str, width: usize) -> String {
    if text.width() <= width {
        text.to_owned()
    } else {
        format!("{}…", cut(text, width.saturating_sub(1)).trim_end())
    }
}

/// The front of `text` that fits `width` cells.
#[must_use]
pub fn cut(text: &str, width: usize) -> String {
    let mut wide = 0;
    let fits = |c: &char| {
        wide += unicode_width::UnicodeWidthChar::width(*c).unwrap_or(0);
        wide <= width
    };
    text.chars().take_while(fits).collect()
}

/// The keys that fit; how to leave and `?` for help, where the screen has them, are always there, at the end.
fn footer(hints: &[KeyHint], theme: &Theme, width: usize) -> Line<'static> {
    let (help, others): (Vec<&KeyHint>, Vec<&KeyHint>) =
        hints.iter().filter(|h| h.foot).partition(|h| h.does == "help" || h.keys == "Esc" || h.does == "quit");
    let wide = |h: &KeyHint| h.keys.width() + 1 + h.does.width() + 3;
    let mut left = width.saturating_sub(help.iter().map(|h| wide(h)).sum::<usize>());
    let mut shown = Vec::new();
    for hint in others {
        if wide(hint) > left {
            break;
        }
        left -= wide(hint);
        shown.push(hint);
    }
    let spans = shown
        .into_iter()
        .chain(help)
        .flat_map(|h| [Span::styled(h.keys.clone(), theme.focus), Span::styled(format!(" {}   ", h.does), theme.dim)]);
    Line::from(spans.collect::<Vec<_>>())
}

/// All of `area` but the row of keys.
#[must_use]
pub fn above_footer(area: Rect) -> Rect {
    Rect { height: area.height.saturating_sub(1), ..area }
}

/// A rectangle of at most this size in the middle of `area`.
#[must_use]
pub fn centred(area: Rect, width: u16, height: u16) -> Rect {
    let (width, height) = (width.min(area.width), height.min(area.height));
    Rect { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2, width, height }
}
