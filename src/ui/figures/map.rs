//! The world map of cases. It never stands alone: its list names every case it marks.

use ratatui::buffer::Buffer;
use ratatui::text::Line;
use ratatui::widgets::canvas::{Map, MapResolution};

use super::canvas;
use super::compose::{behind, blank, clipped, entry, run, words, wrapped};
use crate::course::Course;
use crate::course::model::{Case, Id};
use crate::ui::theme::Theme;

/// Under this width nobody would recognise the coasts: the list stands alone.
const NARROWEST: usize = 44;
const WIDEST: usize = 66;
/// What is shown: all but the empty poles. With it, a cell shows as many degrees down as across, times two.
const LONGITUDES: [f64; 2] = [-170.0, 190.0];
const LATITUDES: [f64; 2] = [-56.0, 76.0];
/// Where a number goes when another stands on its place already.
const NEAR: [(i32, i32); 9] = [(0, 0), (2, 0), (-2, 0), (0, 1), (0, -1), (2, 1), (-2, -1), (4, 0), (-4, 0)];

/// The map of `cases` and their list; the one `selected` is marked, and its summary follows.
#[must_use]
pub fn map(course: &Course, theme: &Theme, width: usize, cases: &[Id], selected: Option<usize>) -> Vec<Line<'static>> {
    let known: Vec<Option<&Case>> = cases.iter().map(|id| course.cases().iter().find(|c| &c.id == id)).collect();
    of_cases(&known, theme, width, selected)
}

fn of_cases(cases: &[Option<&Case>], theme: &Theme, width: usize, selected: Option<usize>) -> Vec<Line<'static>> {
    let mut lines = Vec::new();
    if width >= NARROWEST {
        lines.extend(drawn(cases, theme, width.min(WIDEST), selected));
        lines.push(Line::default());
    }
    for (n, case) in cases.iter().enumerate() {
        lines.extend(case.iter().flat_map(|c| item(c, n, selected == Some(n), theme, width)));
    }
    if let Some(case) = selected.and_then(|n| cases.get(n).copied().flatten()) {
        lines.push(Line::default());
        lines.extend(behind(&blank(2), &blank(2), wrapped(&words(&case.summary), theme.text, width.saturating_sub(2))));
    }
    clipped(lines, width)
}

#[expect(clippy::cast_possible_truncation, reason = "at most 66 by 12 cells")]
fn drawn(cases: &[Option<&Case>], theme: &Theme, width: usize, selected: Option<usize>) -> Vec<Line<'static>> {
    let (columns, rows) = (width as u16, (width * 12 / WIDEST) as u16);
    let world = Map { resolution: MapResolution::High, ..Map::default() };
    let mut buffer = canvas::dots(&world, (columns, rows), LONGITUDES, LATITUDES, theme.dim);
    let mut taken: Vec<(i32, i32)> = Vec::new();
    // The selected one first: it alone must stand exactly where it belongs.
    let order = selected.into_iter().chain((0..cases.len()).filter(|&n| selected != Some(n)));
    for n in order {
        if let Some(case) = cases.get(n).copied().flatten() {
            mark(&mut buffer, case, n, selected == Some(n), &mut taken, theme);
        }
    }
    canvas::lines(&buffer)
}

/// Writes the number of `case`, beside its place when that is taken; the list has it in any case.
fn mark(buffer: &mut Buffer, case: &Case, n: usize, selected: bool, taken: &mut Vec<(i32, i32)>, theme: &Theme) {
    let (column, row) = cell(case, buffer.area.width, buffer.area.height);
    let free = |&(x, y): &(i32, i32)| taken.iter().all(|&(tx, ty)| ty != y || (tx - x).abs() > 1);
    let Some(place) = NEAR.into_iter().map(|(x, y)| (column + x, row + y)).find(free) else { return };
    taken.push(place);
    let mark = if selected { "◆".to_owned() } else { (n + 1).to_string() };
    canvas::write(buffer, place.0, place.1, &mark, theme.focus);
}

#[expect(clippy::cast_possible_truncation, reason = "a share of at most 66 cells")]
fn cell(case: &Case, columns: u16, rows: u16) -> (i32, i32) {
    let across = (case.longitude - LONGITUDES[0]).rem_euclid(360.0) / 360.0;
    let down = (LATITUDES[1] - case.latitude) / (LATITUDES[1] - LATITUDES[0]);
    ((across * f64::from(columns)) as i32, (down * f64::from(rows)) as i32)
}

fn item(case: &Case, n: usize, selected: bool, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let mut first = run(if selected { "◆ " } else { "  " }, theme.focus);
    first.extend(run(format!("{:>2} ", n + 1), theme.focus));
    let title = run(words(&case.title), if selected { theme.strong } else { theme.text });
    let where_and_when = format!("{}, {}", words(&case.place), words(&case.years));
    let one_line = first.width() + title.width() + 2 + unicode_width::UnicodeWidthStr::width(where_and_when.as_str()) <= width;
    if one_line {
        first.extend(title);
        first.extend(run(format!("  {where_and_when}"), theme.dim));
        return vec![first];
    }
    let mut lines = entry(&first, &blank(5), &words(&case.title), title.spans[0].style, width);
    lines.extend(entry(&blank(5), &blank(5), &where_and_when, theme.dim, width));
    lines
}
