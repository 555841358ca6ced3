//! What the learner has set, put to use: at once when it is changed on the screen.

use super::App;
use crate::study::settings::{AsciiSigns, SettingChange};
use crate::ui::preferences::{LoadedSettings, Preferences};
use crate::ui::theme::Background;

impl super::Config {
    /// Puts what was read of the settings to use.
    #[must_use]
    pub fn with_settings(mut self, loaded: LoadedSettings) -> Self {
        self.prefer(loaded);
        self
    }

    fn prefer(&mut self, loaded: LoadedSettings) {
        self.preferences = Preferences::from(loaded);
        let settings = &self.preferences.settings;
        self.limits = settings.limits();
        self.ascii = match settings.ascii_signs() {
            AsciiSigns::Automatic => self.ascii_locale,
            AsciiSigns::On => true,
            AsciiSigns::Off => false,
        };
        self.pick_theme();
    }

    fn pick_theme(&mut self) {
        if let Some(picker) = self.picker {
            self.theme = picker.theme(self.preferences.settings.theme());
        }
    }
}

impl App {
    /// Whether the terminal is to be asked for its background.
    #[must_use]
    pub fn needs_background(&self) -> bool {
        self.setup.picker.is_some_and(|picker| picker.needs_background(self.setup.preferences.settings.theme()))
    }

    /// Whether the wheel of the mouse is to scroll.
    #[must_use]
    pub fn wants_wheel(&self) -> bool {
        self.setup.preferences.settings.mouse_wheel()
    }

    pub(super) fn see_background(&mut self, background: Background) {
        if let Some(picker) = &mut self.setup.picker {
            picker.background = Some(background);
        }
        self.setup.pick_theme();
    }

    /// Puts settings to use while the app is open.
    pub(super) fn prefer(&mut self, loaded: LoadedSettings) {
        self.setup.prefer(loaded);
        self.clock.day_start = self.setup.preferences.settings.day_start();
        self.day = self.clock.today();
    }

    /// Keeps a change of the settings, and tells the screen what came of it.
    pub(super) fn keep_setting(&mut self, change: &SettingChange) {
        let kept = self.setup.keeper.keep(change).map(|loaded| self.prefer(loaded));
        if let Some(screen) = self.screens.last_mut() {
            screen.kept(change, kept);
        }
    }
}
