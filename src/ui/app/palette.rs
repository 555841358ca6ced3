//! The command palette over the screen on top.

use crossterm::event::KeyEvent;

use super::App;
use crate::ui::input::InputEvent;
use crate::ui::palette::{self, Command, Palette, PaletteOutcome};

impl App {
    /// What the screen can do and, unless a class or an exam is on, where one can go from it.
    pub(super) fn open_palette(&mut self) {
        let Some(screen) = self.screens.last() else { return };
        let mut goes = if screen.off().is_none() {
            palette::places(&self.course, &self.setup.preferences.keys)
        } else {
            Vec::new()
        };
        goes.extend((!self.problems().is_empty()).then(palette::errors));
        goes.extend(palette::always());
        self.palette = Some(Palette::new(screen.actions(&self.context()), goes));
    }

    pub(super) fn palette_key(&mut self, key: KeyEvent) {
        let Some(mut palette) = self.palette.take() else { return };
        match palette.key(key) {
            PaletteOutcome::Open => self.palette = Some(palette),
            PaletteOutcome::Closed => {}
            PaletteOutcome::Chosen(Command::Press(key)) => self.input(&InputEvent::Key(key)),
            PaletteOutcome::Chosen(Command::Open(place)) => {
                let place = *place;
                self.open(place);
                self.perform();
            }
            PaletteOutcome::Chosen(Command::Help) => self.help = true,
            PaletteOutcome::Chosen(Command::Quit) => self.quit = true,
            PaletteOutcome::Chosen(Command::Off(why)) => self.refusal = Some(why),
        }
    }
}
