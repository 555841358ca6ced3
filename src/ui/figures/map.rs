//! The world map of cases: a grid of dots for the land, a pin of one cell for each case. It never stands alone: its list names
//! every case it marks, by the number that the case has in the whole course.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

use super::compose::{behind, blank, clipped, entry, padded, run, words, wrapped};
use super::pins::{self, Numbered};
use super::{canvas, land};
use crate::course::Course;
use crate::course::model::{Case, Id};
use crate::ui::theme::Theme;

/// Under this width nobody would recognise the continents: the list stands alone.
const NARROWEST: usize = 44;
/// The widest in a text, so that the list of a few cases stands below it on a screen of 24 rows; see [`rows`].
const IN_TEXT: usize = 76;

/// The rows of a map of so many columns: a cell is twice as high as it is wide.
#[must_use]
pub fn rows(columns: u16) -> u16 {
    columns * 11 / 76
}

/// The map of `cases`, with their numbers, and their list.
#[must_use]
pub fn map(course: &Course, theme: &Theme, width: usize, cases: &[Id]) -> Vec<Line<'static>> {
    of_cases(&known(course, cases), theme, width)
}

/// The map alone, as wide as `width`; nothing under 44 cells. Only for beside its list: the pins have no numbers, the one
/// that is `selected` has its name.
#[must_use]
pub fn map_only(
    course: &Course,
    theme: &Theme,
    width: usize,
    cases: &[Id],
    selected: Option<&Id>,
) -> Vec<Line<'static>> {
    drawn(&known(course, cases), theme, width, selected, false)
}

/// The cases of these ids, in the order of the course.
fn known<'a>(course: &'a Course, ids: &[Id]) -> Vec<Numbered<'a>> {
    let all = course.cases().iter().zip(1..).map(|(case, no)| Numbered { no, case });
    all.filter(|it| ids.contains(&it.case.id)).collect()
}

pub(super) fn of_cases(cases: &[Numbered<'_>], theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let mut lines = drawn(cases, theme, width.min(IN_TEXT), None, true);
    if !lines.is_empty() {
        lines.push(Line::default());
    }
    lines.extend(list(cases, theme, width));
    clipped(lines, width)
}

pub(super) fn drawn(
    cases: &[Numbered<'_>],
    theme: &Theme,
    width: usize,
    selected: Option<&Id>,
    numbered: bool,
) -> Vec<Line<'static>> {
    if width < NARROWEST || !cases.iter().any(|it| it.case.has_place()) {
        return Vec::new();
    }
    let columns = u16::try_from(width).unwrap_or(u16::MAX);
    let mut buffer = world((columns, rows(columns)), theme);
    pins::draw(&mut buffer, cases, theme, selected, numbered);
    canvas::lines(&buffer)
}

/// The land as dots, one a cell.
fn world(size: (u16, u16), theme: &Theme) -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, size.0, size.1));
    for (row, column) in (0..size.1).flat_map(|row| (0..size.0).map(move |column| (row, column))) {
        if land::is_land((column, row), size) {
            canvas::write(&mut buffer, column.into(), row.into(), "·", theme.dim);
        }
    }
    buffer
}

/// Number, title, place and years of each case: in columns where all fit, else one after the other or below.
fn list(cases: &[Numbered<'_>], theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let titles = cases.iter().map(|it| words(&it.case.title).width()).max().unwrap_or(0);
    let places = cases.iter().map(|it| place(it.case).width()).max().unwrap_or(0);
    let titles = if 5 + titles + 2 + places <= width { titles } else { 0 };
    cases.iter().flat_map(|it| item(*it, titles, theme, width)).collect()
}

fn place(case: &Case) -> String {
    format!("{}, {}", words(&case.place), words(&case.years))
}

fn item(it: Numbered<'_>, titles: usize, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let mut first = run("● ", theme.focus);
    first.extend(run(format!("{:>2} ", it.no), theme.focus));
    let name = padded(&words(&it.case.title), titles);
    if first.width() + name.width() + 2 + place(it.case).width() <= width {
        first.extend(run(name, theme.text));
        first.extend(run(format!("  {}", place(it.case)), theme.dim));
        return vec![first];
    }
    let named = entry(&first, &blank(5), &words(&it.case.title), theme.text, width);
    let below = behind(&blank(5), &blank(5), wrapped(&place(it.case), theme.dim, width.saturating_sub(5)));
    [named, below].concat()
}
