//! Horizontal bars, each with its number: the length is never the only way to read it. Their unit stands in the caption.

use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

use super::compose::{entry, padded, run, words};
use crate::course::model::Bar;
use crate::ui::theme::Theme;

/// Fewer cells than this show no proportion.
const SHORTEST_SCALE: usize = 10;
/// More bars than this stand close together.
const MOST_APART: usize = 6;

/// `bars` on one scale from zero.
pub(super) fn bars(bars: &[Bar], theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let labels = bars.iter().map(|b| words(&b.label).width()).max().unwrap_or(0);
    let most = bars.iter().map(|b| b.value).max().unwrap_or(0).max(1);
    let scale = width.saturating_sub(labels + 2 + 2 + most.to_string().len());
    if scale < SHORTEST_SCALE { list(bars, theme, width) } else { drawn(bars, labels, most, scale, theme) }
}

fn drawn(bars: &[Bar], labels: usize, most: u32, scale: usize, theme: &Theme) -> Vec<Line<'static>> {
    let bar = |bar: &Bar| {
        let mut line = run(padded(&words(&bar.label), labels + 2), theme.text);
        line.extend(run("█".repeat(length(bar.value, most, scale)), theme.accent));
        line.extend(run(format!("  {}", bar.value), theme.strong));
        line
    };
    let lines: Vec<Vec<Line<'static>>> = bars.iter().map(|it| vec![bar(it)]).collect();
    if bars.len() > MOST_APART { lines.concat() } else { lines.join(&Line::default()) }
}

/// The cells of `value` when `most` takes `scale`; what is not nothing is seen.
fn length(value: u32, most: u32, scale: usize) -> usize {
    let (value, most, scale) = (u64::from(value), u64::from(most), scale as u64);
    let cells = (value * scale + most / 2) / most;
    usize::try_from(cells).unwrap_or(0).max(usize::from(value > 0))
}

fn list(bars: &[Bar], theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let item = |b: &Bar| {
        entry(&run(format!("{} ", b.value), theme.strong), &run("  ", theme.text), &words(&b.label), theme.text, width)
    };
    bars.iter().flat_map(item).collect()
}
