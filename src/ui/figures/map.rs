//! The world map of cases. It never stands alone: its list names every case it marks.

use ratatui::buffer::Buffer;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::canvas::{Map, MapResolution};
use unicode_width::UnicodeWidthStr;

use super::canvas::{self, Grain};
use super::compose::{behind, blank, clipped, entry, padded, run, words, wrapped};
use crate::course::Course;
use crate::course::model::{Case, Id};
use crate::ui::theme::Theme;

/// Under this width nobody would recognise the coasts: the list stands alone.
const NARROWEST: usize = 44;
const WIDEST: usize = 66;
/// Under this width a map without its list has points instead of numbers.
const NUMBERED: usize = 60;
/// What is shown: all but the empty poles, cut where the Pacific is widest.
const LONGITUDES: [f64; 2] = [-170.0, 190.0];
const LATITUDES: [f64; 2] = [-56.0, 76.0];
/// Where a number goes when another stands on its place already.
const NEAR: [(i32, i32); 11] =
    [(0, 0), (2, 0), (-3, 0), (0, 1), (0, -1), (3, 1), (-3, -1), (3, -1), (-3, 1), (5, 0), (-5, 0)];

/// The map of `cases` and their list; the one `selected` is marked, and its summary follows.
#[must_use]
pub fn map(course: &Course, theme: &Theme, width: usize, cases: &[Id], selected: Option<usize>) -> Vec<Line<'static>> {
    of_cases(&known(course, cases), theme, width, selected)
}

/// The map alone, 12 rows high where `width` allows; nothing under 44 cells. Only for beside its list. Where the
/// numbers would crowd each other off their places, all but the selected case are points.
#[must_use]
pub fn map_only(
    course: &Course,
    theme: &Theme,
    width: usize,
    cases: &[Id],
    selected: Option<usize>,
) -> Vec<Line<'static>> {
    drawn(&known(course, cases), theme, width, selected, width >= NUMBERED)
}

/// The cases by their places in the list; one that is unknown keeps its number.
type Cases<'a> = [Option<&'a Case>];

fn known<'a>(course: &'a Course, cases: &[Id]) -> Vec<Option<&'a Case>> {
    cases.iter().map(|id| course.cases().iter().find(|c| &c.id == id)).collect()
}

pub(super) fn of_cases(cases: &Cases<'_>, theme: &Theme, width: usize, selected: Option<usize>) -> Vec<Line<'static>> {
    let mut lines = drawn(cases, theme, width, selected, true);
    if !lines.is_empty() {
        lines.push(Line::default());
    }
    lines.extend(list(cases, theme, width, selected));
    if let Some(case) = selected.and_then(|n| cases.get(n).copied().flatten()) {
        lines.push(Line::default());
        lines.extend(behind(&blank(2), &blank(2), wrapped(&words(&case.summary), theme.text, width.saturating_sub(2))));
    }
    clipped(lines, width)
}

#[expect(clippy::cast_possible_truncation, reason = "at most 66 by 12 cells")]
fn drawn(
    cases: &Cases<'_>,
    theme: &Theme,
    width: usize,
    selected: Option<usize>,
    numbered: bool,
) -> Vec<Line<'static>> {
    if width < NARROWEST || !cases.iter().flatten().any(|c| c.has_place()) {
        return Vec::new();
    }
    let columns = width.min(WIDEST);
    let world = Map { resolution: MapResolution::High, ..Map::default() };
    let mut buffer = canvas::drawn(
        &world,
        Grain::Quarters,
        (columns as u16, (columns * 12 / WIDEST) as u16),
        [LONGITUDES, LATITUDES],
        theme.dim,
    );
    if !numbered {
        points(cases, &mut buffer, theme, selected);
        return canvas::lines(&buffer);
    }
    let marks = marks(cases, &buffer, selected);
    // Room first, so that no number takes a digit from its neighbour.
    for (mark, column, row) in &marks {
        canvas::write(&mut buffer, column - 1, *row, &" ".repeat(mark.width() + 2), Style::new());
    }
    for (mark, column, row) in &marks {
        canvas::write(&mut buffer, *column, *row, mark, theme.focus);
    }
    canvas::lines(&buffer)
}

/// A point on each case, the selected one marked over what is near.
fn points(cases: &Cases<'_>, buffer: &mut Buffer, theme: &Theme, selected: Option<usize>) {
    let place = |case: &Case| cell(case, buffer.area.width, buffer.area.height);
    let all: Vec<(i32, i32)> = cases.iter().flatten().filter_map(|c| place(c)).collect();
    let chosen = selected.and_then(|n| cases.get(n).copied().flatten()).and_then(place);
    for (column, row) in all {
        canvas::write(buffer, column, row, "○", theme.text);
    }
    if let Some((column, row)) = chosen {
        canvas::write(buffer, column - 1, row, " ◆ ", theme.focus);
    }
}

/// The mark of each case with its column and row: beside the place when that is taken, left out when all around
/// is taken too. The list has every case.
fn marks(cases: &Cases<'_>, buffer: &Buffer, selected: Option<usize>) -> Vec<(String, i32, i32)> {
    let mut marks: Vec<(String, i32, i32)> = Vec::new();
    // The selected one first: it alone must stand exactly where it belongs.
    for n in selected.into_iter().chain((0..cases.len()).filter(|&n| selected != Some(n))) {
        let Some(case) = cases.get(n).copied().flatten() else { continue };
        let mark = if selected == Some(n) { "◆".to_owned() } else { (n + 1).to_string() };
        let Some((column, row)) = cell(case, buffer.area.width, buffer.area.height) else { continue };
        let free = |&(x, y): &(i32, i32)| {
            marks.iter().all(|(other, ox, oy)| *oy != y || x > ox + cells(other) || *ox > x + cells(&mark))
        };
        if let Some((x, y)) = NEAR.into_iter().map(|(x, y)| (column + x, row + y)).find(free) {
            marks.push((mark, x, y));
        }
    }
    marks
}

fn cells(mark: &str) -> i32 {
    i32::try_from(mark.width()).unwrap_or(0)
}

#[expect(clippy::cast_possible_truncation, reason = "a share of at most 66 cells")]
fn cell(case: &Case, columns: u16, rows: u16) -> Option<(i32, i32)> {
    let across = (case.longitude? - LONGITUDES[0]).rem_euclid(360.0) / 360.0;
    let down = (LATITUDES[1] - case.latitude?) / (LATITUDES[1] - LATITUDES[0]);
    Some(((across * f64::from(columns)) as i32, (down * f64::from(rows)) as i32))
}

/// Number, title, place and years of each case: in columns where all fit, else one after the other or below.
fn list(cases: &Cases<'_>, theme: &Theme, width: usize, selected: Option<usize>) -> Vec<Line<'static>> {
    let all = || cases.iter().copied().flatten();
    let titles = all().map(|c| words(&c.title).width()).max().unwrap_or(0);
    let places = all().map(|c| place(c).width()).max().unwrap_or(0);
    let titles = if 5 + titles + 2 + places <= width { titles } else { 0 };
    let numbered = cases.iter().enumerate().filter_map(|(n, case)| case.map(|c| (n, c)));
    numbered.flat_map(|(n, case)| item((n, case), selected == Some(n), titles, theme, width)).collect()
}

fn place(case: &Case) -> String {
    format!("{}, {}", words(&case.place), words(&case.years))
}

fn item((n, case): (usize, &Case), selected: bool, titles: usize, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let title = if selected { theme.strong } else { theme.text };
    let mut first = run(if selected { "◆ " } else { "  " }, theme.focus);
    first.extend(run(format!("{:>2} ", n + 1), theme.focus));
    let name = padded(&words(&case.title), titles);
    if first.width() + name.width() + 2 + place(case).width() <= width {
        first.extend(run(name, title));
        first.extend(run(format!("  {}", place(case)), theme.dim));
        return vec![first];
    }
    let named = entry(&first, &blank(5), &words(&case.title), title, width);
    [named, entry(&blank(5), &blank(5), &place(case), theme.dim, width)].concat()
}
