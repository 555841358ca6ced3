//! A flow: steps joined by arrows, and beside each arrow what can break there.

use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

use super::compose::{behind, beside, blank, entry, padded, run, words, wrapped};
use crate::course::model::FlowStep;
use crate::ui::theme::Theme;

/// More boxes than this do not fit a screen of 24 rows: the steps stand without them.
const MOST_BOXES: usize = 4;
/// Narrower, boxes would leave no room to read in.
const NARROWEST: usize = 44;

/// `steps` from top to bottom.
pub(super) fn flow(steps: &[FlowStep], theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let names = steps.iter().map(|s| words(&s.step).width()).max().unwrap_or(0);
    let boxed = steps.len() <= MOST_BOXES && width >= NARROWEST && names + 4 <= width / 2;
    let draw = |step, last| {
        if boxed { in_box(step, last, names, theme, width) } else { on_line(step, last, names, theme, width) }
    };
    steps.iter().enumerate().flat_map(|(n, step)| draw(step, n + 1 == steps.len())).collect()
}

fn what(step: &FlowStep) -> String {
    step.what.as_ref().map(words).unwrap_or_default()
}

/// The step's name in a box, what happens beside it.
fn in_box(step: &FlowStep, last: bool, names: usize, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let told = wrapped(&what(step), theme.text, width.saturating_sub(names + 7));
    let height = told.len().max(1);
    let mut left = vec![run(format!("╭{}╮", "─".repeat(names + 2)), theme.dim)];
    left.push(inside(&words(&step.step), names, theme));
    left.extend((1..height).map(|_| inside("", names, theme)));
    let before = names.div_ceil(2);
    let after = names + 1 - before;
    let knot = if last { '─' } else { '┬' };
    left.push(run(format!("╰{}{knot}{}╯", "─".repeat(before), "─".repeat(after)), theme.dim));
    let mut lines = beside(&left, names + 7, &[vec![Line::default()], told].concat());
    lines.extend(below(step, last, (before + 1, names + 7), theme, width));
    lines
}

fn inside(name: &str, names: usize, theme: &Theme) -> Line<'static> {
    let mut line = run("│ ", theme.dim);
    line.extend(run(padded(name, names), theme.strong));
    line.extend(run(" │", theme.dim));
    line
}

/// Name and what happens on one line, the names in a column.
fn on_line(step: &FlowStep, last: bool, names: usize, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    // Where the names would take half of the width, everything else goes below them.
    let is_below = names * 2 > width;
    let column = if is_below { 2 } else { names + 3 };
    let rail = run(padded(if last { "" } else { "│" }, column), theme.dim);
    let first = run(padded(&words(&step.step), column), theme.strong);
    let mut lines = if is_below {
        let told = step
            .what
            .as_ref()
            .map(|what| behind(&rail, &rail, wrapped(&words(what), theme.text, width.saturating_sub(column))));
        [wrapped(&words(&step.step), theme.strong, width), told.unwrap_or_default()].concat()
    } else {
        entry(&first, &rail, &what(step), theme.text, width)
    };
    lines.extend(below(step, last, (0, column), theme, width));
    lines
}

/// Below a step: the arrow to the next one, at cell `at`, if there is one, and the break from cell `column` on.
fn below(step: &FlowStep, last: bool, (at, column): (usize, usize), theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let breaks = step.breaks.as_ref().map_or_else(Vec::new, |breaks| {
        let said = wrapped(&format!("breaks: {}", words(breaks)), theme.partly, width.saturating_sub(column + 2));
        behind(&run("✗ ", theme.wrong), &blank(2), said)
    });
    if last {
        return beside(&[], column, &breaks);
    }
    let rows = breaks.len().max(1);
    let shaft = |head| run(padded(&format!("{}{head}", " ".repeat(at)), column), theme.accent);
    let left: Vec<Line<'static>> = (1..=rows).map(|n| shaft(if n == rows { '↓' } else { '│' })).collect();
    beside(&left, column, &breaks)
}
