//! The file read and changed, and which value holds.

use super::*;

fn read(text: &str) -> SettingsFile {
    read_settings("settings.ron", text)
}

fn said(text: &str) -> Vec<String> {
    read(text).findings.iter().map(|f| format!("{}: {} / {}", f.place, f.message, f.help)).collect()
}

fn change(what: ChangedSetting, value: Option<&str>, profile: Option<&str>) -> SettingChange {
    SettingChange { what, value: value.map(str::to_owned), profile: profile.map(str::to_owned) }
}

#[test]
fn every_value_can_be_read_from_what_is_written_for_it() {
    for setting in Setting::ALL {
        for choice in setting.choices() {
            let mut values = SettingValues::default();
            values.set(setting, &choice).unwrap();
            assert_eq!(values.text(setting).as_deref(), Some(&*choice), "{setting:?}");
            let text = format!("Settings({}: {})", setting.name(), values.ron(setting).unwrap());
            assert_eq!(read(&text).everyone, values, "{text}");
            assert_eq!(said(&text), [""; 0], "{text}");
        }
        let default = SettingValues::defaults().text(setting).unwrap();
        assert!(setting.choices().contains(&default), "{setting:?} steps past its default {default}");
    }
}

#[test]
fn a_wrong_value_is_said_with_its_place_and_leaves_the_others() {
    for (text, place, message, help) in [
        ("Settings(theme: \"blue\")", "1:17", "no theme `blue`", "default holds: automatic"),
        ("Settings(\n  theem: \"dark\",\n)", "2:3", "no setting `theem`", "Did you mean `theme`?"),
        ("(new_cards_per_day: -1)", "1:21", "whole number from 0 to 9999", "default holds: 20"),
        ("(desired_retention: 1.5)", "1:21", "from 80 % to 97 %", "90 %"),
        ("(easy_days: \"Sunday off\")", "1:13", "no easy days", "every day alike"),
        ("(examination_date: \"20 May\")", "1:20", "is no date", "default holds: none"),
        ("(mouse_wheel: 3)", "1:15", "neither on nor off", "default holds: off"),
        ("(learning_steps: [0])", "1:18", "from 1 to 10080 of minutes", "1 10"),
        ("(theme: \"dark\", theme: \"light\")", "1:17", "set twice", "take one of them out"),
        ("(profiles: { \"ana\": (them: \"dark\") })", "1:22", "no setting `them`", "Did you mean `theme`?"),
        ("(profiles: 3)", "1:12", "`profiles` is a group", "\"ana\""),
    ] {
        let text =
            text.replacen(')', ", text_width: 60)", usize::from(!text.contains("profiles") && !text.contains('\n')));
        let said = said(&text);
        assert_eq!(said.len(), 1, "{text}: {said:?}");
        let is_so = said[0].starts_with(&format!("settings.ron:{place}: "));
        assert!(is_so && said[0].contains(message) && said[0].contains(help), "{text}: {said:?}");
        assert!(text.contains("profiles") || text.contains('\n') || read(&text).everyone.text_width == Some(60));
    }
}

#[test]
fn a_file_that_is_no_ron_is_said_once_and_not_changed() {
    let text = "Settings(\n    theme: \"dark\"\n    text_width: 60,\n)\n";
    assert_eq!(said(text).len(), 1, "{:?}", said(text));
    assert!(said(text)[0].starts_with("settings.ron:"));
    assert!(changed("settings.ron", text, &change(ChangedSetting::Of(Setting::Theme), Some("light"), None)).is_err());
}

#[test]
fn the_strongest_place_wins() {
    let of = |theme: &str| {
        let mut values = SettingValues::default();
        values.set(Setting::Theme, theme).unwrap();
        values
    };
    let mut layers = SettingLayers::default();
    let holds = |layers: &SettingLayers| {
        let settings = layers.clone().resolved();
        (settings.text(Setting::Theme), settings.source(Setting::Theme))
    };
    assert_eq!(holds(&layers), ("automatic".to_owned(), SettingSource::Default));
    layers.file = of("light");
    assert_eq!(holds(&layers), ("light".to_owned(), SettingSource::File));
    layers.profile = of("contrast");
    assert_eq!(holds(&layers), ("contrast".to_owned(), SettingSource::Profile));
    layers.variable = of("none");
    assert_eq!(holds(&layers), ("none".to_owned(), SettingSource::Variable));
    layers.flag = of("dark");
    assert_eq!(holds(&layers), ("dark".to_owned(), SettingSource::Flag));
}

#[test]
fn a_change_keeps_comments_order_and_all_other_values() {
    let before = "// Mine.\nSettings(\n    theme: \"dark\", // at night\n    /* few */ new_cards_per_day: 5\n)\n";
    let theme = change(ChangedSetting::Of(Setting::Theme), Some("light"), None);
    assert_eq!(changed("s", before, &theme).unwrap(), before.replace("\"dark\"", "\"light\""));
    let width = change(ChangedSetting::Of(Setting::TextWidth), Some("60"), None);
    let wider = changed("s", before, &width).unwrap();
    assert_eq!(wider, before.replace("5\n)", "5,\n    text_width: 60,\n)"));
    let gone = changed("s", &wider, &change(ChangedSetting::Of(Setting::TextWidth), None, None)).unwrap();
    assert_eq!(gone, before.replace("5\n)", "5,\n)"));
}

#[test]
fn groups_are_made_as_they_are_needed() {
    let mut text = String::new();
    for made in [
        change(ChangedSetting::Of(Setting::Theme), Some("colour-blind"), Some("ana")),
        change(ChangedSetting::Key("go \"home\"".to_owned()), Some("Ctrl-h"), Some("ana")),
        change(ChangedSetting::Key("cards".to_owned()), Some("x"), None),
        change(ChangedSetting::Of(Setting::Reviews), Some("50"), Some("bo")),
        change(ChangedSetting::Of(Setting::Theme), Some("light"), Some("ana")),
    ] {
        text = changed("s", &text, &made).unwrap();
    }
    let file = read(&text);
    assert!(file.findings.is_empty(), "{text}\n{:?}", file.findings);
    assert_eq!(file.profiles["ana"].text(Setting::Theme).as_deref(), Some("light"), "{text}");
    assert_eq!(file.profiles["ana"].keys["go \"home\""].keys, "Ctrl-h");
    assert_eq!(file.everyone.keys["cards"].keys, "x");
    assert_eq!(file.profiles["bo"].reviews, Some(50));
    let empty = changed("s", "Settings()", &change(ChangedSetting::Of(Setting::MouseWheel), Some("on"), None)).unwrap();
    assert_eq!(empty, "Settings(\n    mouse_wheel: true,\n)");
}
