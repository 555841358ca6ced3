//! A pause, and the end.

use ratatui::text::Line;

use super::Wall;
use super::canvas::CellGrid;
use crate::study::drill::{Screen, words};

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

    /// How it stands at the end.
    pub(super) fn done(&self, early: bool, width: u16, height: u16) -> CellGrid {
        let (title, note) = words::ending(early);
        let mut sheet = CellGrid::new(width);
        let board = self.board(title, width, height.saturating_sub(1));
        sheet.sheet(0, 0, &board);
        sheet.gap(u16::from(board.height() + 2 <= height));
        sheet.line(0, &Line::styled(note, self.theme.dim));
        sheet
    }
}
