//! A pause, and the end.

use ratatui::text::Line;

use super::canvas::CellGrid;
use super::{Wall, big_text};
use crate::study::drill::{Screen, words};

/// From so many rows on the result is said in big letters.
const WALL: u16 = 40;
/// From so many rows on an empty one stands below it.
const ROOMY: u16 = 22;

impl Wall<'_> {
    /// One word: the question is put away, so that nobody thinks on while the clock stands.
    pub(super) fn paused(&self, width: u16, height: u16) -> CellGrid {
        let mut sheet = CellGrid::new(width);
        sheet.gap(height.saturating_sub(8) / 2);
        self.in_the_middle(&mut sheet, "Paused");
        sheet.gap(1);
        if let Screen::Open { left_ms: Some(_), .. } = self.public.screen {
            sheet.middle(&Line::styled("The clock is stopped.", self.theme.dim));
        }
        sheet
    }

    /// How it stands at the end, and what came of it.
    pub(super) fn done(&self, early: bool, result: &str, width: u16, height: u16) -> CellGrid {
        let (title, note) = words::ending(early);
        let mut sheet = CellGrid::new(width);
        self.title(&mut sheet, title, height);
        self.result(&mut sheet, result, height);
        let free = height.saturating_sub(1).saturating_sub(sheet.height());
        self.scores(&mut sheet, free);
        sheet.gap(u16::from(sheet.height() + 2 <= height));
        sheet.line(0, &Line::styled(note, self.theme.dim));
        sheet
    }

    fn result(&self, sheet: &mut CellGrid, result: &str, height: u16) {
        if result.is_empty() {
            sheet.gap(1);
            return;
        }
        if let Some(lines) = big_text::wrapped(result, sheet.width()).filter(|_| height >= WALL) {
            for line in lines {
                sheet.big(0, sheet.height(), &line, self.theme.text);
                sheet.gap(1);
            }
            sheet.gap(1);
        } else {
            sheet.line(0, &Line::styled(result.to_owned(), self.theme.text));
            sheet.gap(u16::from(height >= ROOMY));
        }
    }
}
