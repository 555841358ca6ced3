//! The settings file. Each value that cannot be read is a finding, and all others hold.

use std::collections::BTreeMap;
use std::ops::Range;

use serde::de::IgnoredAny;

use super::entries::{Assignment, Structure};
use super::setting::Setting;
use super::values::{ReboundKey, SettingValues};
use crate::course::finding::{Finding, Location};
use crate::course::model::text::in_one_line;
use crate::course::read;
use crate::course::suggestion::did_you_mean;

/// Names of the groups of the file.
pub(super) const KEYS: &str = "keys";
pub(super) const PROFILES: &str = "profiles";

/// The rule of every finding.
const RULE: &str = "settings";

/// What the file holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SettingsFile {
    pub everyone: SettingValues,
    pub profiles: BTreeMap<String, SettingValues>,
    /// What could not be read; the default stands in its place.
    pub findings: Vec<Finding>,
    /// Whether the file as a whole is no RON, so that nothing of it holds and nothing can be changed in it.
    pub is_broken: bool,
}

/// Reads the settings file `text`; `path` is how messages name it.
#[must_use]
pub fn read_settings(path: &str, text: &str) -> SettingsFile {
    let text = read::without_bom(text);
    if text.trim().is_empty() {
        return SettingsFile::default();
    }
    if let Err(finding) = read::read::<IgnoredAny>(path, text) {
        let finding = Finding { help: of_settings(&finding.help), ..*finding };
        return SettingsFile { findings: vec![finding], is_broken: true, ..SettingsFile::default() };
    }
    let mut reader = SettingsReader { path, text, structure: Structure::new(text), findings: Vec::new() };
    let Some(inside) = reader.structure.outermost() else {
        let place = Location::file(path);
        let finding =
            Finding::error(RULE, place, "there are no settings in it").help("write Settings(theme: \"light\")");
        return SettingsFile { findings: vec![finding], is_broken: true, ..SettingsFile::default() };
    };
    let (mut everyone, mut profiles) = (SettingValues::default(), BTreeMap::new());
    for entry in reader.structure.entries(inside) {
        if reader.structure.word(entry.name.clone()) == PROFILES {
            profiles = reader.profiles(&entry);
        } else {
            reader.value(&entry, &mut everyone, true);
        }
    }
    SettingsFile { everyone, profiles, findings: reader.findings, is_broken: false }
}

fn of_settings(help: &str) -> String {
    help.replace(
        "compare the lines around it with docs/course-format.md",
        "compare the lines around it with docs/settings.md",
    )
}

struct SettingsReader<'a> {
    path: &'a str,
    text: &'a str,
    structure: Structure<'a>,
    findings: Vec<Finding>,
}

impl SettingsReader<'_> {
    fn place(&self, span: Range<usize>) -> Location {
        Location::new(self.path, self.text, span)
    }

    fn wrong(&mut self, span: Range<usize>, message: String, help: String) {
        let place = self.place(span);
        self.findings.push(Finding::error(RULE, place, message).help(help));
    }

    fn group(&mut self, entry: &Assignment, example: &str) -> Vec<Assignment> {
        let inside = self.structure.inside(entry.value.clone());
        let Some(inside) = inside.filter(|inside| inside.end < entry.value.end) else {
            let name = self.structure.word(entry.name.clone());
            self.wrong(entry.value.clone(), format!("`{name}` is a group"), format!("write {example}"));
            return Vec::new();
        };
        self.structure.entries(inside)
    }

    fn profiles(&mut self, entry: &Assignment) -> BTreeMap<String, SettingValues> {
        let mut found = BTreeMap::new();
        for profile in self.group(entry, "profiles: { \"ana\": (theme: \"light\") }") {
            let mut values = SettingValues::default();
            for entry in self.group(&profile, "\"ana\": (theme: \"light\")") {
                self.value(&entry, &mut values, false);
            }
            found.insert(self.structure.word(profile.name.clone()), values);
        }
        found
    }

    fn value(&mut self, entry: &Assignment, values: &mut SettingValues, outermost: bool) {
        let name = self.structure.word(entry.name.clone());
        if name == KEYS {
            values.keys = self.keys(entry);
            return;
        }
        let Some(setting) = Setting::named(&name) else {
            let groups: &[&str] = if outermost { &[KEYS, PROFILES] } else { &[KEYS] };
            let known = || Setting::ALL.into_iter().map(Setting::name).chain(groups.iter().copied());
            let message = format!("there is no setting `{}`", in_one_line(&name));
            let all = known().collect::<Vec<_>>().join(", ");
            let help = format!("{} The settings are: {all}", did_you_mean(&name, known()));
            self.wrong(entry.name.clone(), message, help.trim_start().to_owned());
            return;
        };
        if values.text(setting).is_some() {
            let message = format!("`{name}` is set twice: the first value holds");
            self.wrong(entry.name.clone(), message, "take one of them out".to_owned());
            return;
        }
        let word = self.structure.word(entry.value.clone());
        if let Err(why) = values.set(setting, &word) {
            let default = SettingValues::defaults().text(setting).unwrap_or_default();
            self.wrong(entry.value.clone(), why, format!("until then the default holds: {default}"));
        }
    }

    fn keys(&mut self, entry: &Assignment) -> BTreeMap<String, ReboundKey> {
        let mut found = BTreeMap::new();
        for entry in self.group(entry, "keys: { \"statistics\": \"x\" }") {
            let place = Some(self.place(entry.value.clone()));
            let keys = self.structure.word(entry.value.clone());
            found.insert(self.structure.word(entry.name.clone()), ReboundKey { keys, place });
        }
        found
    }
}
