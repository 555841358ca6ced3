//! Hands per option, before and after arguing, side by side.

use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::pages::words::percent;
use crate::ui::meter;
use crate::ui::theme::Theme;

/// Cells of one bar at most.
const BAR: usize = 60;
/// Cells of the label and of the number.
const LABEL: usize = 7;
const NUMBER: usize = 11;

/// `first ████ 12 · 43 %   second ██████ 20 · 71 %` for the option `of`; the second vote alone when there was no other.
#[must_use]
pub(super) fn line(
    first: Option<&[u32]>,
    second: Option<&[u32]>,
    of: usize,
    theme: &Theme,
    width: usize,
) -> Line<'static> {
    let bar = (width.saturating_sub(3) / 2).saturating_sub(LABEL + NUMBER + 1).min(BAR);
    let vote = |hands: Option<&[u32]>, label: &str, style: Style| match hands {
        Some(hands) => one(hands, of, (label, style), bar, theme),
        None => Vec::new(),
    };
    let mut spans = vote(first, "first", theme.partly);
    if !spans.is_empty() && second.is_some() {
        spans.push(Span::raw("   "));
    }
    spans.extend(vote(second, "second", theme.accent));
    Line::from(spans)
}

fn one(hands: &[u32], of: usize, (label, style): (&str, Style), room: usize, theme: &Theme) -> Vec<Span<'static>> {
    let all: u32 = hands.iter().sum();
    let here = hands.get(of).copied().unwrap_or(0);
    let share = if all == 0 { 0.0 } else { f64::from(here) / f64::from(all) };
    let filled = meter::filled(share, room);
    let number = format!("{here} · {}", percent(share));
    vec![
        Span::styled(format!("{label:<LABEL$}"), theme.dim),
        Span::styled("█".repeat(filled), style),
        Span::styled("░".repeat(room - filled), theme.dim),
        Span::styled(format!(" {number:<NUMBER$}"), theme.text),
    ]
}
