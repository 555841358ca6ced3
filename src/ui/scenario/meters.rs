//! The meters: a name, a bar, a number, and by how much it changed.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::course::model::{Meter, Scenario};
use crate::ui::doc::Setter;
use crate::ui::theme::Theme;

/// Cells of one meter with the gap after it.
const CELL: usize = 37;

/// Two beside each other where there is room.
pub fn draw(setter: &mut Setter<'_>, scenario: &Scenario, levels: &[i16], before: &[i16]) {
    let all: Vec<Vec<Span<'static>>> = scenario
        .meters
        .iter()
        .zip(levels.iter().zip(before))
        .map(|(meter, (&level, &before))| one(setter.theme, meter, level, level - before))
        .collect();
    let beside = if setter.width >= 2 * CELL { 2 } else { 1 };
    setter.lines(all.chunks(beside).map(|row| Line::from(row.concat())).collect::<Vec<_>>());
}

fn one(theme: &Theme, meter: &Meter, level: i16, change: i16) -> Vec<Span<'static>> {
    let filled = usize::try_from(level.clamp(0, Meter::MOST)).unwrap_or(0);
    let empty = usize::try_from(Meter::MOST).unwrap_or(0) - filled;
    let (text, style) = match change {
        0 => (String::new(), theme.dim),
        up if up > 0 => (format!("+{up}"), theme.right),
        down => (format!("−{}", -down), theme.wrong),
    };
    let spans = vec![
        Span::styled(format!("{:<17}", meter.name.as_str()), theme.text),
        Span::styled("■".repeat(filled), theme.accent),
        Span::styled("□".repeat(empty), theme.dim),
        Span::styled(format!(" {level:>2} "), theme.strong),
    ];
    let wide: usize = spans.iter().map(Span::width).sum();
    let pad = " ".repeat(CELL.saturating_sub(wide + text.width()));
    spans.into_iter().chain([Span::styled(text, style), Span::raw(pad)]).collect()
}
