//! `ninetracks settings`: what is set and where it comes from; one is said, set, or taken back.

use std::io::Write as _;

use serde_json::{Value, json};

use super::settings_desk::{SettingsDesk, tell_trouble};
use super::{Ended, output};
use crate::cli::{Global, SettingsArgs};
use crate::course::suggestion::did_you_mean;
use crate::study::settings::{ChangedSetting, EffectiveSettings, Setting, SettingChange, SettingSource};
use crate::ui::keymap::{ACTIONS, KeyMap, NamedAction, key_name};
use crate::ui::preferences::{LoadedSettings, Preferences, SettingsKeeper as _};

/// # Errors
/// When there is no such setting, its value is wrong, or the file cannot be read or written.
pub(super) fn run(global: &Global, args: &SettingsArgs) -> anyhow::Result<Ended> {
    let desk = SettingsDesk::new(global);
    let loaded = desk.load();
    let Some(name) = &args.name else {
        tell_trouble(&loaded);
        return if args.json { print_json(&loaded) } else { list(&loaded) };
    };
    if name == "keys" {
        return keys(global, args, &desk, loaded);
    }
    let Some(setting) = Setting::named(name) else {
        let known = || Setting::ALL.into_iter().map(Setting::name).chain(["keys"]);
        let all = known().collect::<Vec<_>>().join(", ");
        anyhow::bail!("there is no setting `{name}`.{} The settings are: {all}", did_you_mean(name, known()));
    };
    if args.value.is_empty() && !args.reset {
        tell_trouble(&loaded);
        if args.json {
            output::json(&object(&loaded.settings, setting))?;
        } else {
            writeln!(output::results(), "{}\n{}", sentence(&loaded.settings, setting), setting.what())?;
        }
        return Ok(Ended::Done);
    }
    let value = (!args.reset).then(|| args.value.join(" "));
    let loaded = keep(global, args, &desk, ChangedSetting::Of(setting), value)?;
    writeln!(output::results(), "{} {}", sentence(&loaded.settings, setting), kept(args, global, &loaded))?;
    let source = loaded.settings.source(setting);
    let mine = if args.for_profile { SettingSource::Profile } else { SettingSource::File };
    if source < mine {
        output::note(format_args!("ninetracks: what you set has no effect here: {}", origin(setting, source)));
    }
    Ok(Ended::Done)
}

fn keep(
    global: &Global,
    args: &SettingsArgs,
    desk: &SettingsDesk,
    what: ChangedSetting,
    value: Option<String>,
) -> anyhow::Result<LoadedSettings> {
    let profile = args.for_profile.then(|| global.profile.clone());
    desk.keep(&SettingChange { what, value, profile }).map_err(anyhow::Error::msg)
}

fn kept(args: &SettingsArgs, global: &Global, loaded: &LoadedSettings) -> String {
    let whom = if args.for_profile { format!("profile {} only", global.profile) } else { "everyone".to_owned() };
    format!("Saved for {whom} in {}.", loaded.file)
}

fn list(loaded: &LoadedSettings) -> anyhow::Result<Ended> {
    let mut out = output::results();
    for setting in Setting::ALL {
        writeln!(out, "{}", sentence(&loaded.settings, setting))?;
    }
    match loaded.settings.keys().len() {
        0 => writeln!(out, "Every action has its usual key; `ninetracks settings keys` lists them.")?,
        n => writeln!(out, "{n} keys were chosen; `ninetracks settings keys` lists them.")?,
    }
    if !loaded.file.is_empty() {
        writeln!(out, "Settings are kept in {}.", loaded.file)?;
    }
    Ok(Ended::Done)
}

/// `theme is light, from the settings file.`
pub(super) fn sentence(settings: &EffectiveSettings, setting: Setting) -> String {
    format!("{} is {}, {}.", setting.name(), settings.text(setting), origin(setting, settings.source(setting)))
}

fn origin(setting: Setting, source: SettingSource) -> String {
    match source {
        SettingSource::Flag => "from the command line".to_owned(),
        SettingSource::Variable => format!("from the variable {}", setting.variable()),
        SettingSource::Profile => "from the profile's part of the settings file".to_owned(),
        SettingSource::File => "from the settings file".to_owned(),
        SettingSource::Default => "the default".to_owned(),
    }
}

/// A setting for programs.
pub(super) fn object(settings: &EffectiveSettings, setting: Setting) -> Value {
    json!({
        "name": setting.name(),
        "value": settings.text(setting),
        "from": settings.source(setting).to_string(),
        "variable": setting.variable(),
        "what": setting.what(),
    })
}

fn print_json(loaded: &LoadedSettings) -> anyhow::Result<Ended> {
    let objects: Vec<Value> = Setting::ALL.into_iter().map(|setting| object(&loaded.settings, setting)).collect();
    output::json(&objects)?;
    Ok(Ended::Done)
}

/// The actions and their keys; or the key of one is chosen, or the usual one again.
fn keys(global: &Global, args: &SettingsArgs, desk: &SettingsDesk, loaded: LoadedSettings) -> anyhow::Result<Ended> {
    if args.value.is_empty() {
        tell_trouble(&loaded);
        return list_keys(&Preferences::from(loaded), args.json);
    }
    let (action, key) = if args.reset {
        (args.value.join(" "), None)
    } else {
        let (key, action) = args.value.split_last().map_or((None, &[][..]), |(key, rest)| (Some(key.clone()), rest));
        (action.join(" "), key)
    };
    if !ACTIONS.iter().any(|known| known.does == action) {
        let meant = did_you_mean(&action, ACTIONS.iter().map(|known| known.does));
        let all = "`ninetracks settings keys` lists the actions";
        anyhow::bail!(
            "there is no action `{action}` whose key can be chosen.{meant} Write the action, then its key; {all}"
        );
    }
    if let Some(key) = &key {
        KeyMap::check(loaded.settings.keys(), &action, key).map_err(anyhow::Error::msg)?;
    }
    let loaded = keep(global, args, desk, ChangedSetting::Key(action.clone()), key)?;
    let usual = ACTIONS.iter().find(|known| known.does == action).map(|known| key_name(known.key)).unwrap_or_default();
    let now = Preferences::from(loaded.clone()).keys.shown(&action, &usual);
    writeln!(output::results(), "The key for “{action}” is {now}. {}", kept(args, global, &loaded))?;
    Ok(Ended::Done)
}

fn list_keys(preferences: &Preferences, as_json: bool) -> anyhow::Result<Ended> {
    let mut out = output::results();
    if as_json {
        let object = |action: &NamedAction| {
            let usual = key_name(action.key);
            json!({ "action": action.does, "screen": action.screen, "key": preferences.keys.shown(action.does, &usual), "usual": usual })
        };
        output::json(&ACTIONS.iter().map(object).collect::<Vec<_>>())?;
        return Ok(Ended::Done);
    }
    for action in ACTIONS {
        let usual = key_name(action.key);
        let key = preferences.keys.shown(action.does, &usual);
        let usually = if key == usual { String::new() } else { format!(", usually {usual}") };
        writeln!(out, "{} ({}): {key}{usually}", action.does, action.screen)?;
    }
    Ok(Ended::Done)
}
