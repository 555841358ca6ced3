//! The wheel of a course: no category is above another, so they stand in a circle round a word. Lines run from the one it is
//! turned to to each of the others.

use std::f64::consts::TAU;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::Line;
use unicode_width::UnicodeWidthStr;

use super::canvas;
use super::compose::{beside, blank, clipped, entry, padded, run, words};
use crate::course::Course;
use crate::course::model::{Category, Detail, Wheel};
use crate::ui::theme::Theme;

/// Under this width the numbered list stands alone.
const NARROWEST: usize = 70;
/// Cells of the list beside the circle.
const LIST: usize = 44;
/// Rows of the circle: so many in a text, where a screen of 24 rows then shows what the spoke is as well, and at most where it
/// has a screen of its own.
pub const ROWS_IN_TEXT: u16 = 11;
const MOST_ROWS: u16 = 25;

/// The wheel turned to the spoke `at`, the list of all beside it, and what the spoke is; nothing for a course without a wheel.
/// The circle has `rows` where the width allows.
#[must_use]
pub fn wheel(course: &Course, theme: &Theme, (width, rows): (usize, u16), at: u8) -> Vec<Line<'static>> {
    course.wheel().map_or_else(Vec::new, |(wheel, spokes)| of_spokes(wheel, spokes, theme, (width, rows), at))
}

/// A spoke with its number, from 1.
#[derive(Clone, Copy)]
struct Spoke<'a> {
    no: u8,
    it: &'a Category,
}

pub(super) fn of_spokes(
    wheel: &Wheel,
    categories: &[Category],
    theme: &Theme,
    (width, rows): (usize, u16),
    at: u8,
) -> Vec<Line<'static>> {
    let rows = fitting(rows, width);
    let left = if width < NARROWEST { 0 } else { usize::from(rows) * 2 + 3 };
    let spokes: Vec<Spoke<'_>> = categories.iter().zip(1..).map(|(it, no)| Spoke { no, it }).collect();
    let names = spokes.iter().map(|s| words(s.short()).width()).max().unwrap_or(0);
    let lead = wheel.lead.as_ref().map_or(String::new(), |lead| format!("{lead} "));
    let mut list: Vec<Line<'static>> =
        spokes.iter().flat_map(|s| item(*s, s.no == at, (names, &lead), theme, width - left)).collect();
    let Some(&current) = spokes.iter().find(|s| s.no == at) else { return clipped(list, width) };
    list.push(Line::default());
    list.extend(title(current, if left == 0 { "" } else { "  " }, theme, width - left));
    if left == 0 {
        list.extend(details(current.it, "", theme, width));
        return clipped(list, width);
    }
    let told = details(current.it, "  ", theme, width - left);
    let has_room = list.len() + told.len() <= usize::from(rows);
    if has_room {
        list.extend(told);
    }
    let circle = circle(theme, (at, spokes.len()), &words(&wheel.hub), rows);
    let mut lines = beside(&circle, left, &list);
    if !has_room {
        lines.push(Line::default());
        lines.extend(details(current.it, "", theme, width));
    }
    clipped(lines, width)
}

/// At most so many rows that the list has its room beside the circle, which is twice as wide as it is high.
fn fitting(rows: u16, width: usize) -> u16 {
    let by_width = u16::try_from(width.saturating_sub(LIST + 3) / 2).unwrap_or(MOST_ROWS);
    // Odd, so that there is a middle row and a middle column.
    (rows.min(by_width).clamp(11, MOST_ROWS) - 1) | 1
}

impl Spoke<'_> {
    fn short(&self) -> &crate::course::model::Text {
        self.it.short.as_ref().unwrap_or(&self.it.name)
    }
}

/// The circle alone, `rows` high and twice as wide, spoke `at` of `of` on top.
fn circle(theme: &Theme, (at, of): (u8, usize), hub: &str, rows: u16) -> Vec<Line<'static>> {
    let mut buffer = Buffer::empty(Rect::new(0, 0, rows * 2 + 1, rows));
    let of = u8::try_from(of).unwrap_or(u8::MAX);
    let style = |no| if no == at { theme.track(no).add_modifier(Modifier::BOLD) } else { theme.track(no) };
    for no in 1..=of {
        let mark = if no == at { format!(" ▸{no}◂ ") } else { format!(" {no} ") };
        let (column, row) = place(no, at, of, rows);
        let half = if no == at { 2 } else { 1 };
        canvas::write(&mut buffer, column - half, row, &mark, style(no));
    }
    let middle = (i32::from(rows), i32::from(rows) / 2);
    let name = format!(" {hub} ");
    let half = i32::try_from(name.width() / 2).unwrap_or(0);
    canvas::write(&mut buffer, middle.0 - half, middle.1, &name, theme.text);
    let stands = |no| place(no, at, of, rows);
    (1..=of).for_each(|no| canvas::dots(&mut buffer, stands(no), stands(no % of + 1), ("·", theme.dim)));
    for no in (1..=of).filter(|&no| no != at) {
        canvas::dots(&mut buffer, stands(at), stands(no), ("•", theme.track(at)));
    }
    canvas::lines(&buffer)
}

/// Column and row of spoke `no` when `at` is on top; the numbers run clockwise.
#[expect(clippy::cast_possible_truncation, reason = "cells of a screen")]
fn place(no: u8, at: u8, of: u8, rows: u16) -> (i32, i32) {
    let angle = (f64::from(no) - f64::from(at)) * TAU / f64::from(of.max(1));
    let radius = f64::from(rows - 1);
    let (across, up) = ((radius * angle.sin()).round() as i32, (radius / 2.0 * angle.cos()).round() as i32);
    (i32::from(rows) + across, i32::from(rows) / 2 - up)
}

/// Number, short name and phrase in one row of the list.
fn item(
    spoke: Spoke<'_>,
    current: bool,
    (names, lead): (usize, &str),
    theme: &Theme,
    width: usize,
) -> Vec<Line<'static>> {
    let bold = |style: Style| if current { style.add_modifier(Modifier::BOLD) } else { style };
    let mut first = run(if current { "▸ " } else { "  " }, theme.focus);
    first.extend(run(format!("{} ", spoke.no), bold(theme.track(spoke.no))));
    first.extend(run(padded(&words(spoke.short()), names), bold(theme.text)));
    first.extend(run("  ", theme.text));
    let rest = blank(first.width());
    let phrase = spoke.it.phrase.as_ref().map_or_else(String::new, words);
    let phrase = phrase.strip_prefix(lead).unwrap_or(&phrase);
    entry(&first, &rest, phrase, if current { theme.strong } else { theme.dim }, width)
}

/// Number and whole name of the current spoke.
fn title(spoke: Spoke<'_>, margin: &str, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let style = theme.track(spoke.no).add_modifier(Modifier::BOLD);
    let no = run(format!("{margin}{} ", spoke.no), style);
    entry(&no, &blank(no.width()), &words(&spoke.it.name), style, width)
}

fn details(it: &Category, margin: &str, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let label = margin.len() + it.details.iter().map(|Detail(label, _)| words(label).width()).max().unwrap_or(0) + 2;
    let part = |Detail(name, text): &Detail| {
        entry(
            &run(padded(&format!("{margin}{}", words(name)), label), theme.dim),
            &blank(label),
            &words(text),
            theme.text,
            width,
        )
    };
    it.details.iter().flat_map(part).collect()
}
