//! Pins on a map: each of one cell, exactly where the case is; beside it its number, or the name of the chosen one.

use ratatui::buffer::Buffer;
use ratatui::style::Modifier;
use unicode_width::UnicodeWidthStr;

use super::compose::words;
use super::{canvas, land};
use crate::course::model::{Case, Id};
use crate::ui::theme::Theme;

const PIN: &str = "●";
const CHOSEN: &str = "◆";

/// A case and its number in the course, from 1.
#[derive(Clone, Copy)]
pub(super) struct Numbered<'a> {
    pub(super) no: usize,
    pub(super) case: &'a Case,
}

/// A place on the map, and the numbers of the cases there.
struct Pin {
    at: (i32, i32),
    numbers: Vec<usize>,
}

/// Words beside a pin.
struct PinLabel {
    text: String,
    from: (i32, i32),
}

/// Draws the pins of `cases`, with their numbers where these are wanted and have room; the list has all of them.
pub(super) fn draw(buffer: &mut Buffer, cases: &[Numbered<'_>], theme: &Theme, selected: Option<&Id>, numbered: bool) {
    let size = (buffer.area.width, buffer.area.height);
    let pins = pins(cases, size);
    for pin in &pins {
        canvas::write(buffer, pin.at.0, pin.at.1, PIN, if numbered { theme.focus } else { theme.text });
    }
    if numbered {
        for label in numbers(&pins, size) {
            canvas::write(buffer, label.from.0, label.from.1, &label.text, theme.strong);
        }
    }
    let chosen = selected.and_then(|id| cases.iter().find(|it| it.case.id == *id));
    if let Some((it, at)) = chosen.and_then(|it| Some((it, cell(it.case, size)?))) {
        let style = theme.focus.add_modifier(Modifier::BOLD);
        let name = format!(" {} ", words(&it.case.title));
        let label = named(name, at, &pins, size);
        canvas::write(buffer, label.from.0, label.from.1, &label.text, style);
        canvas::write(buffer, at.0, at.1, CHOSEN, style);
    }
}

fn cell(case: &Case, size: (u16, u16)) -> Option<(i32, i32)> {
    Some(land::cell(case.longitude?, case.latitude?, size))
}

/// Where cases stand; those of one cell share its pin.
fn pins(cases: &[Numbered<'_>], size: (u16, u16)) -> Vec<Pin> {
    let mut pins: Vec<Pin> = Vec::new();
    for it in cases {
        let Some(at) = cell(it.case, size) else { continue };
        match pins.iter_mut().find(|pin| pin.at == at) {
            Some(pin) => pin.numbers.push(it.no),
            None => pins.push(Pin { at, numbers: vec![it.no] }),
        }
    }
    pins
}

/// The numbers that find room beside their pins.
fn numbers(pins: &[Pin], size: (u16, u16)) -> Vec<PinLabel> {
    let mut labels: Vec<PinLabel> = Vec::new();
    for pin in pins {
        let text = pin.numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(",");
        let places = around(pin.at, wide(&text));
        let free = |from: &(i32, i32)| {
            let label = PinLabel { text: text.clone(), from: *from };
            label.is_within(size)
                && pins.iter().all(|pin| !label.covers(pin.at))
                && labels.iter().all(|other| !label.touches(other))
        };
        if let Some(from) = places.into_iter().find(free) {
            labels.push(PinLabel { text, from });
        }
    }
    labels
}

/// The name beside its pin, over as few others as can be.
fn named(text: String, at: (i32, i32), pins: &[Pin], size: (u16, u16)) -> PinLabel {
    let covered = |label: &PinLabel| pins.iter().filter(|pin| pin.at != at && label.covers(pin.at)).count();
    let labels = around(at, wide(&text)).into_iter().map(|from| PinLabel { text: text.clone(), from });
    let best = labels.filter(|label| label.is_within(size)).min_by_key(covered);
    best.unwrap_or(PinLabel { text, from: (0, at.1) })
}

/// Where words of this width may begin beside a place, the best first.
fn around((x, y): (i32, i32), wide: i32) -> [(i32, i32); 10] {
    let middle = x - wide / 2;
    [
        (x + 1, y),
        (x - wide, y),
        (middle, y - 1),
        (middle, y + 1),
        (x + 1, y - 1),
        (x + 1, y + 1),
        (x - wide, y - 1),
        (x - wide, y + 1),
        (x + 2, y),
        (x - wide - 1, y),
    ]
}

fn wide(text: &str) -> i32 {
    i32::try_from(text.width()).unwrap_or(i32::MAX)
}

impl PinLabel {
    fn end(&self) -> i32 {
        self.from.0 + wide(&self.text)
    }

    fn covers(&self, (x, y): (i32, i32)) -> bool {
        y == self.from.1 && (self.from.0..self.end()).contains(&x)
    }

    /// Whether two stand on one row without a cell between them.
    fn touches(&self, other: &Self) -> bool {
        self.from.1 == other.from.1 && self.from.0 <= other.end() && other.from.0 <= self.end()
    }

    fn is_within(&self, (columns, rows): (u16, u16)) -> bool {
        self.from.0 >= 0 && self.end() <= columns.into() && (0..i32::from(rows)).contains(&self.from.1)
    }
}
