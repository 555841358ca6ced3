//! What came of what a single screen asked for: something was written, read or kept.

use super::Screen;
use crate::store::Store;
use crate::study::settings::SettingChange;
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::file_exchange::ExchangeStep;

impl Screen {
    /// A file it asked for was written there, or not, and why.
    pub fn written(&mut self, done: Result<std::path::PathBuf, String>) {
        if let Self::Report(it) = self {
            it.written(done);
        }
    }

    /// A list that it asked for was read, or not, and why.
    pub fn list_read(&mut self, list: Result<Vec<u8>, String>, context: &Context<'_>) -> Vec<Effect> {
        if let Self::Classes(it) = self { it.list_read(list, context) } else { Vec::new() }
    }

    /// What came of a step of import, export or adding a course.
    pub fn exchanged(&mut self, step: Result<ExchangeStep, String>) {
        if let Self::Exchange(it) = self {
            it.answered(step);
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
