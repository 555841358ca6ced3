//! The meters: a name, a bar, a number, and by how much it changed.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::course::model::{Meter, Scenario};
use crate::pages::Level;
use crate::pages::debrief::levels;
use crate::ui::doc::DocBuilder;
use crate::ui::theme::Theme;

/// Cells of one meter with the gap after it.
const CELL: usize = 37;

/// Two beside each other where there is room.
pub fn draw(setter: &mut DocBuilder<'_>, scenario: &Scenario, now: &[i16], before: &[i16]) {
    set(setter, &levels(scenario, now, before));
}

/// The same, of levels that are worked out.
pub fn set(setter: &mut DocBuilder<'_>, levels: &[Level]) {
    let all: Vec<Vec<Span<'static>>> = levels.iter().map(|level| one(setter.theme, level)).collect();
    let beside = if setter.width >= 2 * CELL { 2 } else { 1 };
    setter.lines(all.chunks(beside).map(|row| Line::from(row.concat())).collect::<Vec<_>>());
}

fn one(theme: &Theme, Level { meter, level, change }: &Level) -> Vec<Span<'static>> {
    let filled = usize::try_from((*level).clamp(0, Meter::MOST)).unwrap_or(0);
    let empty = usize::try_from(Meter::MOST).unwrap_or(0) - filled;
    let (text, style) = match *change {
        0 => (String::new(), theme.dim),
        up if up > 0 => (format!("+{up}"), theme.right),
        down => (format!("−{}", -down), theme.wrong),
    };
    let spans = vec![
        Span::styled(format!("{meter:<17}"), theme.text),
        Span::styled("■".repeat(filled), theme.accent),
        Span::styled("□".repeat(empty), theme.dim),
        Span::styled(format!(" {level:>2} "), theme.strong),
    ];
    let wide: usize = spans.iter().map(Span::width).sum();
    let pad = " ".repeat(CELL.saturating_sub(wide + text.width()));
    spans.into_iter().chain([Span::styled(text, style), Span::raw(pad)]).collect()
}
