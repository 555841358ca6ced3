//! What the learner has set, as screens use it; and whoever keeps it.

use std::fmt::Debug;
use std::sync::Arc;

use super::keymap::KeyMap;
use crate::course::finding::Finding;
use crate::study::settings::{EffectiveSettings, SettingChange};

/// Settings as they were read, with what could not be.
#[derive(Clone, Debug, Default)]
pub struct LoadedSettings {
    pub settings: EffectiveSettings,
    pub findings: Vec<Finding>,
    /// The file they are kept in, as messages name it; empty where there is none.
    pub file: String,
}

/// Settings as screens use them.
#[derive(Clone, Debug, Default)]
pub struct Preferences {
    pub settings: EffectiveSettings,
    pub keys: KeyMap,
    /// What could not be read of the settings: the defaults stand in its place.
    pub findings: Vec<Finding>,
    /// The file they are kept in, as messages name it.
    pub file: String,
}

impl From<LoadedSettings> for Preferences {
    fn from(loaded: LoadedSettings) -> Self {
        let LoadedSettings { settings, mut findings, file } = loaded;
        let (keys, wrong) = KeyMap::new(settings.keys());
        findings.extend(wrong);
        Self { settings, keys, findings, file }
    }
}

impl Preferences {
    /// What could not be read, in a line for the footer.
    #[must_use]
    pub fn trouble(&self) -> Option<String> {
        let first = self.findings.first()?;
        let more = self.findings.len() - 1;
        let more = if more == 0 { String::new() } else { format!(" (and {more} more)") };
        Some(format!("{}: {}{more}. Press , for settings.", first.place, first.message))
    }
}

/// Keeps settings for the screens: whoever opened the app knows where.
pub trait SettingsKeeper: Debug + Send + Sync {
    /// Makes `change` in the file and reads it anew.
    ///
    /// # Errors
    /// Says what cannot be read or written, and what to do.
    fn keep(&self, change: &SettingChange) -> Result<LoadedSettings, String>;

    /// The keeper of another profile's settings, and what holds for it, where there is a place for settings.
    fn of_profile(&self, profile: &str) -> (Arc<dyn SettingsKeeper>, Option<LoadedSettings>);

    /// Moves a profile's part of the settings to its new name; without one the part goes.
    ///
    /// # Errors
    /// Says what cannot be read or written.
    fn move_profile(&self, old: &str, new: Option<&str>) -> Result<(), String>;
}

/// Where there is nowhere to keep them.
#[derive(Debug)]
pub struct NoSettings;

impl SettingsKeeper for NoSettings {
    fn keep(&self, _: &SettingChange) -> Result<LoadedSettings, String> {
        Err("there is no folder to keep settings in".to_owned())
    }

    fn of_profile(&self, _: &str) -> (Arc<dyn SettingsKeeper>, Option<LoadedSettings>) {
        (Arc::new(Self), None)
    }

    fn move_profile(&self, _: &str, _: Option<&str>) -> Result<(), String> {
        Ok(())
    }
}
