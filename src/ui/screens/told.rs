//! What a screen is told of what it asked for, where that can fail for reasons of its own.

use super::Screen;
use crate::store::Store;
use crate::study::settings::SettingChange;

impl Screen {
    /// A file it asked for was written there, or not, and why.
    pub fn written(&mut self, done: Result<std::path::PathBuf, String>) {
        if let Self::Report(it) = self {
            it.written(done);
        }
    }

    /// A change of the settings was kept, or not, and why.
    pub fn kept(&mut self, change: &SettingChange, done: Result<(), String>) {
        if let Self::Settings(it) = self {
            it.kept(change, done);
        }
    }

    /// A profile was changed, or not, and why.
    pub fn profile_changed(&mut self, store: &Store, done: Result<String, String>) {
        if let Self::Profiles(it) = self {
            it.changed(store, done);
        }
    }
}
