//! A timeline: dates on the left, events on the right of a rail.

use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

use super::compose::{entry, run, words};
use crate::course::model::Dated;
use crate::ui::theme::Theme;

/// The height up to which the events stand apart.
const AIRY: usize = 14;

/// `events` from top to bottom.
pub(super) fn timeline(events: &[Dated], theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let column = events.iter().map(|e| words(&e.when).width()).max().unwrap_or(0);
    let rail = run(format!("{:column$}  │  ", ""), theme.dim);
    let drawn: Vec<Vec<Line<'static>>> = events.iter().map(|e| event(e, column, &rail, theme, width)).collect();
    let height: usize = drawn.iter().map(|lines| lines.len() + 1).sum();
    if height > AIRY + 1 || width <= rail.width() {
        return drawn.concat();
    }
    drawn.join(&run(format!("{:column$}  │", ""), theme.dim))
}

fn event(event: &Dated, column: usize, rail: &Line<'static>, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let when = words(&event.when);
    let mut first = run(format!("{}{when}  ", " ".repeat(column - when.width())), theme.strong);
    first.extend(run("●  ", theme.accent));
    entry(&first, rail, &words(&event.what), theme.text, width)
}
