//! A spectrum: a line from pole to pole, numbers for what stands on it, their names, and why each stands there.

use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

use super::compose::{blank, entry, padded, run, words};
use crate::course::model::{Placed, Text};
use crate::ui::theme::Theme;

/// Under this width the list stands alone.
const NARROWEST: usize = 30;
/// Rows of labels: two above the line, two below.
const ROWS: [Row; 4] = [Row::Above(0), Row::Below(0), Row::Above(1), Row::Below(1)];

/// A row of labels, counted away from the line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Row {
    Above(usize),
    Below(usize),
}

/// A label that has found its place.
struct Label {
    text: String,
    row: Row,
    from: usize,
    /// The cell of its number.
    tick: usize,
}

/// The line between `poles` with `items` on it, and their list.
pub(super) fn spectrum(poles: (&Text, &Text), items: &[Placed], theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let ends = ends(poles, theme, width);
    if width < NARROWEST || ends.width() > width {
        return list(poles, items, theme, width);
    }
    let ticks = ticks(items, width);
    let named: Vec<String> = items.iter().map(|i| words(&i.label)).collect();
    // Without room for the names, the list has them by their numbers.
    let labels = placed(&named, &ticks, width).unwrap_or_default();
    let mut lines = vec![ends];
    lines.extend(drawn(&labels, &ticks, theme, width));
    lines.push(Line::default());
    lines.extend(reasons(items, theme, width));
    lines
}

/// The first cell of each number on the line: what would stand on another's number or touch it moves to the right, or to the
/// left at the end of the line.
fn ticks(items: &[Placed], width: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..items.len()).collect();
    order.sort_by_key(|&n| items[n].at);
    let wide = |n: usize| (n + 1).to_string().len();
    let mut ticks = vec![0; items.len()];
    let mut free = 1;
    for &n in &order {
        ticks[n] = cell(items[n].at, width).max(free);
        free = ticks[n] + wide(n) + 1;
    }
    let mut end = width - 1;
    for &n in order.iter().rev() {
        ticks[n] = ticks[n].min(end.saturating_sub(wide(n)));
        end = ticks[n].saturating_sub(1);
    }
    ticks
}

/// The cell of a place from 0 to 100; the ends of the line stay free.
fn cell(at: u8, width: usize) -> usize {
    1 + (usize::from(at.min(100)) * (width - 3) + 50) / 100
}

/// The labels on rows where none touches another or another's stem; nothing when they do not fit.
fn placed(names: &[String], ticks: &[usize], width: usize) -> Option<Vec<Label>> {
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by_key(|&n| ticks[n]);
    let mut labels: Vec<Label> = Vec::new();
    for n in order {
        let wide = names[n].width();
        let from = ticks[n].saturating_sub(wide / 2).min(width.checked_sub(wide)?);
        let at = |row| Label { text: names[n].clone(), row, from, tick: ticks[n] };
        let free = ROWS.into_iter().map(at).find(|new| labels.iter().all(|known| apart(known, new)))?;
        labels.push(free);
    }
    Some(labels)
}

fn apart(a: &Label, b: &Label) -> bool {
    let clear = |of: &Label, column: usize| column + 1 < of.from || column > of.from + of.text.width();
    match (a.row, b.row) {
        _ if a.row == b.row => b.from >= a.from + a.text.width() + 2 || a.from >= b.from + b.text.width() + 2,
        (Row::Above(i), Row::Above(j)) | (Row::Below(i), Row::Below(j)) => {
            if i < j {
                clear(a, b.tick)
            } else {
                clear(b, a.tick)
            }
        }
        _ => true,
    }
}

fn ends((left, right): (&Text, &Text), theme: &Theme, width: usize) -> Line<'static> {
    let (left, right) = (format!("← {}", words(left)), format!("{} →", words(right)));
    let gap = width.saturating_sub(right.width() + left.width());
    run(format!("{left}{}{right}", " ".repeat(gap.max(1))), theme.focus)
}

/// The rows of labels that are in use, and the line with its ticks between them.
fn drawn(labels: &[Label], ticks: &[usize], theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let above = (0..2).rev().map(Row::Above);
    let below = (0..2).map(Row::Below);
    let used = |row: &Row| labels.iter().any(|l| l.row == *row);
    let mut lines: Vec<Line<'static>> = above.filter(used).map(|r| label_row(labels, r, theme)).collect();
    lines.push(scale(ticks, theme, width));
    lines.extend(below.filter(used).map(|r| label_row(labels, r, theme)));
    lines
}

fn scale(ticks: &[usize], theme: &Theme, width: usize) -> Line<'static> {
    let mut line = Line::default();
    let mut column = 0;
    while column < width {
        let number = ticks.iter().position(|&tick| tick == column).map(|n| (n + 1).to_string());
        let (mark, style) = match number {
            Some(number) => (number, theme.focus),
            None if column == 0 => ("├".to_owned(), theme.dim),
            None if column + 1 == width => ("┤".to_owned(), theme.dim),
            None => ("─".to_owned(), theme.dim),
        };
        column += mark.width();
        line.extend(run(mark, style));
    }
    line
}

/// The labels of `row`, and the stems of those that stand farther from the line.
fn label_row(labels: &[Label], row: Row, theme: &Theme) -> Line<'static> {
    let passes = |l: &&Label| matches!((row, l.row), (Row::Above(0), Row::Above(1)) | (Row::Below(0), Row::Below(1)));
    let stems = labels.iter().filter(passes).map(|l| (l.tick, "│".to_owned(), theme.dim));
    let here = labels.iter().filter(|l| l.row == row).map(|l| (l.from, l.text.clone(), theme.text));
    let mut parts: Vec<_> = stems.chain(here).collect();
    parts.sort_by_key(|(from, ..)| *from);
    let mut line = Line::default();
    for (from, text, style) in parts {
        line.extend(run(" ".repeat(from.saturating_sub(line.width())), style));
        line.extend(run(text, style));
    }
    line
}

fn reasons(items: &[Placed], theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let column = items.iter().map(|i| words(&i.label).width()).max().unwrap_or(0) + 2;
    let digits = items.len().to_string().len();
    let item = |(n, item): (usize, &Placed)| {
        let mut first = run(format!("{:>digits$} ", n + 1), theme.focus);
        first.extend(run(padded(&words(&item.label), column), theme.strong));
        entry(&first, &blank(first.width()), &words(&item.why), theme.text, width)
    };
    items.iter().enumerate().flat_map(item).collect()
}

fn list((left, right): (&Text, &Text), items: &[Placed], theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let pole = |text: &Text| entry(&run("• ", theme.accent), &blank(2), &words(text), theme.focus, width);
    [pole(left), reasons(items, theme, width), pole(right)].concat()
}
