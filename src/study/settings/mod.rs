//! What a learner can set, where a value comes from, and the file it is kept in.
//!
//! ```text
//!  setting   the settings: names, what they are for, what can be chosen
//!  choice    the values that are words
//!  values    one layer of values, each read from text and written as text
//!  layers    flag, variable, profile, file, default: the first that has a value wins
//!  entries   the entries of a RON file with their places
//!  file      the file read, with a finding for each value that cannot be
//!  change    the file with one value changed, its comments and order kept
//!  profile_part  the same when a profile is renamed or forgotten
//! ```

mod change;
mod choice;
mod entries;
mod file;
mod layers;
mod profile_part;
mod setting;
#[cfg(test)]
mod tests;
mod values;

pub use change::{ChangedSetting, SettingChange, Unchanged, changed};
pub use choice::{AsciiSigns, ColourScheme, ExaminationDate, ThemeChoice};
pub use file::{SettingsFile, read_settings};
pub use layers::{EffectiveSettings, SettingLayers, SettingSource};
pub use profile_part::{with_profile_renamed, without_profile};
pub use setting::Setting;
pub use values::{ReboundKey, SettingValues};
