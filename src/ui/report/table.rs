//! Tables of a report: numbers at the right; the widest column of words takes what room is left and wraps.

use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::ReportSetter;
use crate::pages::{DataTable, Value};

/// Cells between two columns.
const GAP: usize = 2;
/// Narrower, a column of words is no text.
const NARROWEST: usize = 16;

/// A table under its title; a element a row where its columns do not fit.
pub(super) fn set(table: &DataTable, setter: &ReportSetter<'_>) -> Vec<Line<'static>> {
    let mut lines = setter.wrapped(&table.title, "", setter.theme.dim);
    match widths(table, setter.width) {
        Some(widths) => {
            let head: Vec<Value> = table.head.iter().enumerate().map(|(at, text)| like(table, at, text)).collect();
            lines.extend(row(&head, &widths, setter, true));
            lines.extend(table.rows.iter().flat_map(|cells| row(cells, &widths, setter, false)));
        }
        None => lines.extend(table.rows.iter().flat_map(|cells| element(table, cells, setter))),
    }
    lines
}

/// The head of a column stands as its cells do.
fn like(table: &DataTable, at: usize, text: &str) -> Value {
    let is_number = table.rows.first().and_then(|row| row.get(at)).is_some_and(|cell| matches!(cell, Value::Number(_)));
    if is_number { Value::Number(text.to_owned()) } else { Value::Words(text.to_owned()) }
}

/// The width of each column; `None` when they do not fit.
fn widths(table: &DataTable, width: usize) -> Option<Vec<usize>> {
    let widest =
        |at: usize| table.rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.words().width()).max().unwrap_or(0);
    let mut widths: Vec<usize> = table.head.iter().enumerate().map(|(at, head)| widest(at).max(head.width())).collect();
    let whole = widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1);
    let over = whole.saturating_sub(width);
    if over > 0 {
        let longest = widths.iter_mut().max()?;
        *longest = longest.checked_sub(over).filter(|&left| left >= NARROWEST)?;
    }
    Some(widths)
}

fn row(cells: &[Value], widths: &[usize], setter: &ReportSetter<'_>, head: bool) -> Vec<Line<'static>> {
    let set: Vec<Vec<String>> = cells.iter().zip(widths).map(|(cell, &width)| wrapped(cell, width)).collect();
    let tall = set.iter().map(Vec::len).max().unwrap_or(0);
    let style = if head { setter.theme.strong } else { setter.theme.text };
    let line = |n: usize| {
        let part = |(cell, &width): (&Vec<String>, &usize)| cell.get(n).cloned().unwrap_or_else(|| " ".repeat(width));
        let parts: Vec<String> = set.iter().zip(widths).map(part).collect();
        Line::from(Span::styled(parts.join(&" ".repeat(GAP)).trim_end().to_owned(), style))
    };
    (0..tall).map(line).collect()
}

/// A cell in lines of just `width`.
fn wrapped(cell: &Value, width: usize) -> Vec<String> {
    let text = cell.words();
    let pad = |line: &str| " ".repeat(width.saturating_sub(line.width()));
    let right = matches!(cell, Value::Number(_));
    let set = |line: std::borrow::Cow<'_, str>| {
        if right { format!("{}{line}", pad(&line)) } else { format!("{line}{}", pad(&line)) }
    };
    textwrap::wrap(&text, width.max(1)).into_iter().map(set).collect()
}

/// A row by itself: its first cell, then each number behind the head of its column.
fn element(table: &DataTable, cells: &[Value], setter: &ReportSetter<'_>) -> Vec<Line<'static>> {
    let cell = |(head, cell): (&String, &Value)| match cell {
        Value::Number(text) => format!("{head}: {text}"),
        Value::Words(_) | Value::Team(_) => cell.words(),
    };
    let rest: Vec<String> = table.head.iter().zip(cells).skip(1).map(cell).collect();
    let name = cells.first().map(Value::words).unwrap_or_default();
    let mut lines = setter.wrapped(&name, "", setter.theme.strong);
    lines.extend(setter.wrapped(&rest.join("; "), "  ", setter.theme.text));
    lines
}
