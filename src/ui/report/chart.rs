//! Charts as rows of elements, their numbers always beside them.

use ratatui::style::Style;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::ReportSetter;
use crate::pages::{BarChart, BarRow, ChartBar, Fill, Scale, TeamMark};
use crate::ui::meter;

/// Cells of a bar at most.
const LONGEST: usize = 30;
/// Cells for the mark of a row.
const MARK: usize = 5;

/// A chart under its title.
pub(super) fn set(bars: &BarChart, setter: &ReportSetter<'_>) -> Vec<Line<'static>> {
    let mut lines = setter.wrapped(&bars.drawn_title(), "", setter.theme.dim);
    let room = Widths::of(bars, setter.width);
    lines.extend(bars.rows.iter().flat_map(|row| set_row(bars, row, &room, setter)));
    lines
}

/// Cells for the labels, and for the bars beside them.
struct Widths {
    labels: usize,
    bars: usize,
}

impl Widths {
    fn of(bars: &BarChart, width: usize) -> Self {
        let longest = bars.rows.iter().map(|row| label(row).width()).max().unwrap_or(0);
        let numbers = bars.rows.iter().flat_map(|row| &row.bars).map(|bar| bar.said.width() + 2).max().unwrap_or(0);
        let labels = longest.min(if numbers == 0 { width.saturating_sub(MARK + 2) } else { width / 2 });
        Self { labels, bars: width.saturating_sub(MARK + labels + 2 + numbers).min(LONGEST) }
    }
}

fn label(row: &BarRow) -> String {
    let tag = row.tag.as_ref().map(|tag| format!(" ✓ {tag}")).unwrap_or_default();
    row.team.as_ref().map_or_else(|| format!("{}{tag}", row.label), TeamMark::words)
}

fn set_row(bars: &BarChart, row: &BarRow, room: &Widths, setter: &ReportSetter<'_>) -> Vec<Line<'static>> {
    let label = label(row);
    let mut labels = if room.labels == 0 { Vec::new() } else { textwrap::wrap(&label, room.labels) }.into_iter();
    let mut drawn = row.bars.iter();
    let mut lines = Vec::new();
    let before_and_after = row.bars.len() > 1;
    for n in 0.. {
        let (words, bar) = (labels.next(), drawn.next());
        if n > 0 && words.is_none() && bar.is_none() {
            break;
        }
        let mark = if n == 0 { row.mark.as_str() } else { "" };
        let words = words.unwrap_or_default();
        let pad = if bar.is_some() { (room.labels + 2).saturating_sub(words.width()) } else { 0 };
        let pad = " ".repeat(pad);
        let style = if row.tag.is_some() { setter.theme.strong } else { setter.theme.text };
        let mut spans = vec![
            Span::styled(format!("{mark:>3}  "), setter.theme.strong),
            Span::styled(format!("{words}{pad}"), style),
        ];
        spans.extend(bar.into_iter().flat_map(|bar| set_bar(bar, bars.scale, room.bars, before_and_after, setter)));
        lines.push(Line::from(spans));
    }
    lines
}

/// The elements of a bar and its number. Before and after, the first is hollow and the second full, without a rest.
fn set_bar(
    bar: &ChartBar,
    scale: Scale,
    longest: usize,
    before_and_after: bool,
    setter: &ReportSetter<'_>,
) -> Vec<Span<'static>> {
    let theme = setter.theme;
    let filled = meter::filled(bar.share.abs(), longest);
    let style = if bar.fill == Fill::Light { theme.dim } else { theme.accent };
    let rest = longest - filled.min(longest);
    let said = Span::styled(format!("  {}", bar.said), theme.text);
    match (scale, before_and_after) {
        _ if bar.fill == Fill::Absent => vec![Span::raw(" ".repeat(longest)), said],
        (Scale::Signed, _) => signed(bar, longest, style).into_iter().chain([said]).collect(),
        (Scale::Share, true) => {
            let element = if bar.fill == Fill::Hollow { "□" } else { "■" };
            vec![Span::styled(element.repeat(filled), style), Span::raw(" ".repeat(rest)), said]
        }
        (Scale::Share, false) => {
            vec![Span::styled("■".repeat(filled), style), Span::styled("□".repeat(rest), theme.dim), said]
        }
    }
}

/// From the middle to the right, or to the left below 0.
fn signed(bar: &ChartBar, longest: usize, style: Style) -> Vec<Span<'static>> {
    let half = longest.saturating_sub(1) / 2;
    let filled = meter::filled(bar.share.abs(), half);
    let (elements, rest) = ("■".repeat(filled), " ".repeat(half - filled));
    let (left, right) = if bar.share < 0.0 {
        (format!("{rest}{elements}"), " ".repeat(half))
    } else {
        (" ".repeat(half), format!("{elements}{rest}"))
    };
    vec![Span::styled(left, style), Span::raw("│"), Span::styled(right, style)]
}

/// How many there are in each class: a row a class, without the empty ones at both ends.
pub(super) fn columns(title: &str, columns: &[(String, usize)], setter: &ReportSetter<'_>) -> Vec<Line<'static>> {
    let mut lines = setter.wrapped(title, "", setter.theme.dim);
    let first = columns.iter().position(|c| c.1 > 0).unwrap_or(0);
    let last = columns.iter().rposition(|c| c.1 > 0).map_or(0, |at| at + 1);
    let most = columns.iter().map(|c| c.1).max().unwrap_or(0).max(1);
    // A element a person, as long as that fits.
    let wide = |n: usize| if most <= LONGEST { n } else { (n * LONGEST).div_ceil(most) };
    let row = |(class, n): &(String, usize)| {
        let elements = Span::styled("■".repeat(wide(*n)), setter.theme.accent);
        Line::from(vec![Span::raw(format!("  {class:>6}  ")), elements, Span::raw(format!("  {n}"))])
    };
    lines.extend(columns.get(first..last).unwrap_or_default().iter().map(row));
    lines
}
