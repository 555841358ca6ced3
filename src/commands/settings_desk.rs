//! Where settings come from: the command line, the environment, and the file in the configuration folder, which alone is
//! written.

use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use etcetera::BaseStrategy;

use super::arguments;
use crate::cli::Global;
use crate::course::finding::{Finding, Location};
use crate::course::model::text::named_path;
use crate::store::whole_file;
use crate::study::settings::{
    Setting, SettingChange, SettingLayers, SettingValues, SettingsFile, Unchanged, changed, read_settings,
    with_profile_renamed, without_profile,
};
use crate::ui::preferences::{LoadedSettings, SettingsKeeper};

/// Name of the file in its folder.
const FILE: &str = "settings.ron";

/// Most bytes that are read of it.
const MOST: u64 = 1 << 20;

/// The places that settings come from.
#[derive(Clone, Debug)]
pub(super) struct SettingsDesk {
    /// `None` where there is no folder for it.
    file: Option<PathBuf>,
    profile: String,
    flag: SettingValues,
    variable: SettingValues,
    /// What is wrong with the environment.
    wrong: Vec<Finding>,
}

impl SettingsDesk {
    pub(super) fn new(global: &Global) -> Self {
        let (mut flag, mut variable, mut wrong) = (SettingValues::default(), SettingValues::default(), Vec::new());
        for setting in Setting::ALL {
            // The theme's was read with the command line.
            let value = std::env::var(setting.variable()).ok().filter(|value| !value.trim().is_empty());
            if let Some(Err(why)) = value.map(|value| variable.set(setting, &value)) {
                let place = Location::file(&setting.variable());
                wrong.push(Finding::error("settings", place, why).help("unset the variable, or give it another value"));
            }
        }
        if arguments::is_given("--theme") {
            flag.theme = global.theme;
        }
        for (setting, value) in &global.set {
            // It was looked at when the command line was read.
            let _ = flag.set(*setting, value);
        }
        if global.no_mouse {
            flag.mouse_wheel = Some(false);
        }
        Self { file: file(global), profile: global.profile.clone(), flag, variable, wrong }
    }

    /// The file, as messages name it; empty where there is none.
    pub(super) fn named(&self) -> String {
        self.file.as_deref().map_or_else(String::new, named_path)
    }

    pub(super) fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// What holds, and what could not be read.
    pub(super) fn load(&self) -> LoadedSettings {
        let read = match self.file.as_deref().map(text).transpose() {
            Ok(text) => read_settings(&self.named(), &text.unwrap_or_default()),
            Err(error) => {
                let message = format!("it cannot be read: {error}");
                let finding = Finding::error("settings", Location::file(&self.named()), message);
                let findings = vec![finding.help("until then the defaults hold")];
                SettingsFile { findings, ..SettingsFile::default() }
            }
        };
        let SettingsFile { everyone, mut profiles, mut findings, .. } = read;
        findings.extend(self.wrong.iter().cloned());
        let layers = SettingLayers {
            flag: self.flag.clone(),
            variable: self.variable.clone(),
            profile: profiles.remove(&self.profile).unwrap_or_default(),
            file: everyone,
        };
        LoadedSettings { settings: layers.resolved(), findings, file: self.named() }
    }

    /// Writes the file anew as `edit` makes it.
    pub(super) fn write(&self, edit: impl FnOnce(&str, &str) -> Result<String, Unchanged>) -> Result<(), String> {
        let Some(file) = &self.file else {
            return Err(
                "there is no home folder to keep settings in: set XDG_CONFIG_HOME, or use --set NAME=VALUE".to_owned()
            );
        };
        let named = self.named();
        let trouble = |error: io::Error| format!("{named} cannot be written: {error}");
        let before = text(file).map_err(trouble)?;
        let after = edit(&named, &before).map_err(|why| match why {
            Unchanged::Broken(finding) => {
                format!("{}: {}. Correct the file first: {}", finding.place, finding.message, finding.help)
            }
            Unchanged::Wrong(why) => why,
        })?;
        if after == before {
            return Ok(());
        }
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).map_err(trouble)?;
        }
        // A link stays a link: what it leads to is written.
        let target = file.canonicalize().unwrap_or_else(|_| file.clone());
        whole_file::write(&target, after.as_bytes(), true).map_err(trouble)
    }
}

impl SettingsKeeper for SettingsDesk {
    fn keep(&self, change: &SettingChange) -> Result<LoadedSettings, String> {
        self.write(|path, text| changed(path, text, change))?;
        Ok(self.load())
    }

    fn of_profile(&self, profile: &str) -> (Arc<dyn SettingsKeeper>, Option<LoadedSettings>) {
        let desk = Self { profile: profile.to_owned(), ..self.clone() };
        let loaded = desk.load();
        (Arc::new(desk), Some(loaded))
    }

    fn move_profile(&self, old: &str, new: Option<&str>) -> Result<(), String> {
        if self.file.is_none() {
            return Ok(());
        }
        self.write(|path, text| match new {
            Some(new) => with_profile_renamed(path, text, (old, new)),
            None => without_profile(path, text, old),
        })
    }
}

/// What holds for the options of a command.
pub(super) fn load(global: &Global) -> LoadedSettings {
    SettingsDesk::new(global).load()
}

/// Edits the file after something else was done; what hinders that is told.
pub(super) fn edit(global: &Global, edit: impl FnOnce(&str, &str) -> Result<String, Unchanged>) {
    let desk = SettingsDesk::new(global);
    // Where there is no folder for settings there are none.
    if let Some(Err(why)) = desk.file().is_some().then(|| desk.write(edit)) {
        super::output::note(format_args!("ninetracks: the settings stay as they were: {why}"));
    }
}

/// The file that was named, or the one in the configuration folder.
fn file(global: &Global) -> Option<PathBuf> {
    if let Some(file) = &global.settings {
        return Some(file.clone());
    }
    let folder = etcetera::choose_base_strategy().ok()?.config_dir();
    folder.is_absolute().then(|| folder.join("ninetracks").join(FILE))
}

/// The text of the file; empty where there is none.
fn text(file: &Path) -> io::Result<String> {
    let opened = match std::fs::metadata(file) {
        Ok(found) if !found.is_file() => return Err(io::Error::other("it is no file")),
        Ok(_) => std::fs::File::open(file)?,
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Ok(String::new());
        }
        Err(error) => return Err(error),
    };
    let mut bytes = Vec::new();
    opened.take(MOST + 1).read_to_end(&mut bytes)?;
    if u64::try_from(bytes.len()).is_ok_and(|n| n > MOST) {
        return Err(io::Error::other("it is larger than any settings"));
    }
    String::from_utf8(bytes).map_err(|_| io::Error::other("it is not UTF-8 text"))
}

/// Says what is wrong with the settings, and that the defaults hold instead.
pub(super) fn tell_trouble(loaded: &LoadedSettings) {
    let keys = crate::ui::preferences::Preferences::from(loaded.clone());
    for finding in &keys.findings {
        super::output::note(format_args!("ninetracks: {}: {} ({})", finding.place, finding.message, finding.help));
    }
}

/// The same for commands that show nothing else of them.
pub(super) fn load_and_tell(global: &Global) -> LoadedSettings {
    let loaded = load(global);
    tell_trouble(&loaded);
    loaded
}
