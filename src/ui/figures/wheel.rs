//! The wheel of the nine tracks: no track is above another, so they stand in a circle round the word `peace`.

use std::f64::consts::TAU;

use ratatui::style::{Modifier, Style};
use ratatui::text::Line;
use ratatui::widgets::canvas::Circle;
use unicode_width::UnicodeWidthStr;

use super::canvas::{self, Grain};
use super::compose::{beside, blank, clipped, entry, padded, run, words};
use crate::course::Course;
use crate::course::model::Track;
use crate::ui::theme::Theme;

/// Under this width the numbered list stands alone.
const NARROWEST: usize = 70;
const ROWS: u16 = 11;

/// The wheel turned to track `at`, the list of the nine beside it, and what track `at` is below.
#[must_use]
pub fn wheel(course: &Course, theme: &Theme, width: usize, at: u8) -> Vec<Line<'static>> {
    of_tracks(course.tracks(), theme, width, at)
}

pub(super) fn of_tracks(tracks: &[Track], theme: &Theme, width: usize, at: u8) -> Vec<Line<'static>> {
    let left = if width < NARROWEST { 0 } else { usize::from(ROWS) * 2 + 2 };
    let names = tracks.iter().map(|t| words(&t.short).width()).max().unwrap_or(0);
    let mut list: Vec<Line<'static>> =
        tracks.iter().flat_map(|t| item(t, t.no == at, names, theme, width - left)).collect();
    let Some(current) = tracks.iter().find(|t| t.no == at) else { return clipped(list, width) };
    list.push(Line::default());
    if left == 0 {
        list.extend(title(current, "", theme, width));
        list.extend(details(current, theme, width));
        return clipped(list, width);
    }
    list.extend(title(current, "  ", theme, width - left));
    let mut lines = beside(&wheel_only(theme, at, ROWS), left, &list);
    lines.push(Line::default());
    lines.extend(details(current, theme, width));
    clipped(lines, width)
}

/// The circle alone, `rows` high and twice as wide, track `at` on top.
#[must_use]
pub fn wheel_only(theme: &Theme, at: u8, rows: u16) -> Vec<Line<'static>> {
    // Odd, so that it has a middle row and a middle column; the bounds count dots, two by four in a cell.
    let rows = rows.max(5) | 1;
    let columns = rows * 2 + 1;
    let (right, top) = (f64::from(columns * 2 - 1), f64::from(rows * 4 - 1));
    let circle = Circle { x: right / 2.0, y: top / 2.0, radius: f64::from((rows - 1) * 2), ..Circle::default() };
    let mut buffer = canvas::drawn(&circle, Grain::Dots, (columns, rows), [0.0, right], [0.0, top], theme.dim);
    for no in 1..=9 {
        let (column, row) = place(no, at, rows);
        let mark = if no == at { format!(" ▸{no}◂ ") } else { format!(" {no} ") };
        let style = if no == at { theme.track(no).add_modifier(Modifier::BOLD) } else { theme.track(no) };
        let half = if no == at { 2 } else { 1 };
        canvas::write(&mut buffer, column - half, row, &mark, style);
    }
    let middle = i32::from(rows);
    canvas::write(&mut buffer, middle - 2, middle / 2, "peace", theme.text);
    canvas::lines(&buffer)
}

/// Column and row of track `no` when `at` is on top; the numbers run clockwise.
#[expect(clippy::cast_possible_truncation, reason = "cells of a screen")]
fn place(no: u8, at: u8, rows: u16) -> (i32, i32) {
    let angle = (f64::from(no) - f64::from(at)) * TAU / 9.0;
    let radius = f64::from(rows - 1);
    let (across, up) = ((radius * angle.sin()).round() as i32, (radius / 2.0 * angle.cos()).round() as i32);
    (i32::from(rows) + across, i32::from(rows) / 2 - up)
}

/// Number, short name and phrase in one row of the list.
fn item(track: &Track, current: bool, names: usize, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let bold = |style: Style| if current { style.add_modifier(Modifier::BOLD) } else { style };
    let mut first = run(if current { "▸ " } else { "  " }, theme.focus);
    first.extend(run(format!("{} ", track.no), bold(theme.track(track.no))));
    first.extend(run(padded(&words(&track.short), names), bold(theme.text)));
    first.extend(run("  ", theme.text));
    let rest = blank(first.width());
    entry(&first, &rest, &through(track), if current { theme.strong } else { theme.dim }, width)
}

/// The phrase without the word that all nine share.
fn through(track: &Track) -> String {
    let phrase = words(&track.phrase);
    phrase.strip_prefix("peacemaking through ").map_or_else(|| phrase.clone(), str::to_owned)
}

/// Number and whole name of the current track.
fn title(track: &Track, margin: &str, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let style = theme.track(track.no).add_modifier(Modifier::BOLD);
    let no = run(format!("{margin}{} ", track.no), style);
    entry(&no, &blank(no.width()), &words(&track.name), style, width)
}

fn details(track: &Track, theme: &Theme, width: usize) -> Vec<Line<'static>> {
    let told = [("who", &track.who), ("does", &track.does), ("case", &track.case), ("limit", &track.limit)];
    let part = |(label, text)| entry(&run(format!("{label:7}"), theme.dim), &blank(7), &words(text), theme.text, width);
    told.into_iter().flat_map(part).collect()
}
