//! A timeline: dates on the left, events on the right of a rail. Where all dates are known, the rail between them is to scale.

use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

use super::compose::{entry, run, words, wrapped};
use super::dates::{long, years};
use crate::course::model::Dated;
use crate::ui::theme::Theme;

/// The height up to which there is rail between the events.
const AIRY: usize = 15;
/// Rows of rail that are too few to show any proportion.
const FEWEST: usize = 3;

/// `events` from top to bottom.
pub(super) fn timeline(events: &[Dated], theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let column = events.iter().map(|e| words(&e.when).width()).max().unwrap_or(0);
    let rail = run(format!("{:column$}  │  ", ""), theme.dim);
    let drawn: Vec<Vec<Line<'static>>> = events.iter().map(|e| event(e, column, &rail, theme, width)).collect();
    let height: usize = drawn.iter().map(Vec::len).sum();
    if width <= rail.width() {
        return drawn.concat();
    }
    let heights: Vec<usize> = drawn.iter().map(Vec::len).collect();
    let scaled = years(&events.iter().map(|e| words(&e.when)).collect::<Vec<_>>())
        .and_then(|years| to_scale(&years, &heights, AIRY.saturating_sub(height)));
    let apart = usize::from(height + events.len() <= AIRY + 1);
    let (gaps, said) = scaled.map_or_else(|| (vec![apart; events.len()], None), |(gaps, row)| (gaps, Some(row)));
    let empty = run(format!("{:column$}  │", ""), theme.dim);
    let mut lines = Vec::new();
    for (n, event) in drawn.into_iter().enumerate() {
        lines.extend(event);
        let below = if n + 1 == events.len() { 0 } else { gaps.get(n).copied().unwrap_or(0) };
        lines.extend(std::iter::repeat_n(empty.clone(), below));
    }
    if let Some(row) = said {
        lines.push(Line::default());
        lines.extend(wrapped(&format!("The rail is to scale: a row is about {}.", long(row)), theme.dim, width));
    }
    lines
}

/// The rows of rail below each event when at most `spare` are left, and the years of a row. An event stands on a row of its
/// own, however near the next one is.
#[expect(clippy::cast_precision_loss, reason = "rows of a screen")]
fn to_scale(years: &[f64], heights: &[usize], spare: usize) -> Option<(Vec<usize>, f64)> {
    let gaps: Vec<f64> = years.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let total: f64 = gaps.iter().sum();
    let shortest = gaps.iter().copied().fold(f64::INFINITY, f64::min);
    // Dates that are equally far apart need no scale.
    if spare < FEWEST
        || total <= 0.0
        || gaps.iter().any(|gap| *gap < 0.0)
        || total / gaps.len() as f64 <= shortest * 1.05
    {
        return None;
    }
    let rows = |of: f64| -> Vec<usize> {
        gaps.iter().zip(heights).map(|(gap, &height)| whole(gap / of).saturating_sub(height)).collect()
    };
    // The more years a row is, the fewer rows there are.
    let most = spare + heights.iter().sum::<usize>();
    let found = (1..=most).rev().map(|n| total / n as f64).find(|&of| rows(of).iter().sum::<usize>() <= spare)?;
    Some((rows(found), found)).filter(|(gaps, _)| gaps.iter().sum::<usize>() >= FEWEST)
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows of a screen, not negative")]
fn whole(rows: f64) -> usize {
    rows.round() as usize
}

fn event(event: &Dated, column: usize, rail: &Line<'static>, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let when = words(&event.when);
    let mut first = run(format!("{}{when}  ", " ".repeat(column - when.width())), theme.strong);
    first.extend(run("●  ", theme.accent));
    entry(&first, rail, &words(&event.what), theme.text, width)
}
