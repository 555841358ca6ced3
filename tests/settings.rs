//! `ninetracks settings`, `paths` and the settings file, as a person at a shell meets them.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// A home of its own, with these settings in it.
fn home(settings: &str) -> TempDir {
    let home = tempfile::tempdir().unwrap();
    if !settings.is_empty() {
        std::fs::create_dir_all(home.path().join(".config/ninetracks")).unwrap();
        std::fs::write(file(home.path()), settings).unwrap();
    }
    home
}

fn file(home: &Path) -> std::path::PathBuf {
    home.join(".config/ninetracks/settings.ron")
}

fn ninetracks(home: &TempDir, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ninetracks"));
    command.env_clear().env("HOME", home.path()).env("LANG", "C.UTF-8").env("TZ", "UTC").args(words);
    command
}

/// Standard output and standard error, of a run that ends with `code`.
fn said(mut command: Command, code: i32) -> (String, String) {
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(code), "{}", String::from_utf8_lossy(&output.stderr));
    (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn a_setting_is_kept_and_said() {
    let home = home("");
    let (out, _) = said(ninetracks(&home, &["settings", "theme", "light"]), 0);
    assert!(out.starts_with("theme is light, from the settings file. Saved for everyone in "), "{out}");
    assert!(std::fs::read_to_string(file(home.path())).unwrap().contains("theme: \"light\","));
    let (out, _) = said(ninetracks(&home, &["settings"]), 0);
    assert!(out.contains("theme is light, from the settings file.\ntext_width is 76, the default."), "{out}");
    let (out, _) = said(ninetracks(&home, &["settings", "theme", "--reset"]), 0);
    assert!(out.starts_with("theme is automatic, the default."), "{out}");
}

#[test]
fn flag_variable_profile_file_and_default_come_in_this_order() {
    let home = home("Settings(text_width: 60, profiles: { \"ana\": (text_width: 66) })");
    let ana = ["--profile", "ana", "settings", "text-width"];
    let value = |command: Command| said(command, 0).0.lines().next().unwrap_or_default().to_owned();
    assert_eq!(value(ninetracks(&home, &["settings", "text-width"])), "text_width is 60, from the settings file.");
    assert_eq!(value(ninetracks(&home, &ana)), "text_width is 66, from the profile's part of the settings file.");
    let mut with_variable = ninetracks(&home, &ana);
    with_variable.env("NINETRACKS_TEXT_WIDTH", "70");
    assert_eq!(value(with_variable), "text_width is 70, from the variable NINETRACKS_TEXT_WIDTH.");
    let mut with_flag = ninetracks(&home, &ana);
    with_flag.env("NINETRACKS_TEXT_WIDTH", "70").args(["--set", "text_width=80"]);
    assert_eq!(value(with_flag), "text_width is 80, from the command line.");
    assert_eq!(value(ninetracks(&home, &["settings", "reviews_per_day"])), "reviews_per_day is 200, the default.");
}

#[test]
fn what_cannot_be_read_is_said_and_the_default_holds() {
    let home = home("Settings(\n    theme: \"blue\",\n    text_width: 60,\n    keys: { \"statistics\": \"c\" },\n)\n");
    let (out, err) = said(ninetracks(&home, &["settings"]), 0);
    assert!(out.contains("theme is automatic, the default.\ntext_width is 60,"), "{out}");
    assert!(err.contains("settings.ron:2:12: there is no theme `blue`"), "{err}");
    assert!(err.contains("settings.ron:4:27: `c` for “statistics” is also the key of “cards” on home"), "{err}");
    let (_, err) = said(ninetracks(&home, &["cards", "--plain"]), 0);
    assert!(err.contains("settings.ron:2:12:"), "{err}");
}

#[test]
fn a_file_that_is_no_ron_is_left_as_it_is() {
    let broken = "Settings(\n    theme: \"dark\"\n    text_width: 60,\n)\n";
    let home = home(broken);
    let (out, err) = said(ninetracks(&home, &["paths"]), 0);
    assert!(out.contains("theme is automatic, the default."), "{out}");
    assert!(err.contains("settings.ron:"), "{err}");
    let (_, err) = said(ninetracks(&home, &["settings", "theme", "light"]), 1);
    assert!(err.contains("Correct the file first"), "{err}");
    assert_eq!(std::fs::read_to_string(file(home.path())).unwrap(), broken);
}

#[test]
fn wrong_names_and_values_are_refused_and_nothing_is_written() {
    let home = home("");
    for (words, why) in [
        (&["settings", "them"][..], "Did you mean `theme`?"),
        (&["settings", "theme", "lihgt"], "Did you mean `light`?"),
        (&["settings", "reviews_per_day", "-1"], "whole number from 0 to 9999"),
        (&["settings", "keys", "statistcs", "x"], "Did you mean `statistics`?"),
        (&["settings", "keys", "statistics", "c"], "also the key of “cards” on home"),
        (&["settings", "keys", "statistics", "Enter"], "is no key"),
    ] {
        let (out, err) = said(ninetracks(&home, words), 1);
        assert!(out.is_empty() && err.contains(why), "{words:?}: {err}");
    }
    assert!(!file(home.path()).exists());
}

#[test]
fn a_value_of_a_profile_that_another_place_overrules_is_said() {
    let home = home("");
    let mut command = ninetracks(&home, &["settings", "theme", "light"]);
    command.env("NINETRACKS_THEME", "dark");
    let (out, err) = said(command, 0);
    assert!(out.starts_with("theme is dark, from the variable NINETRACKS_THEME."), "{out}");
    assert!(err.contains("has no effect here"), "{err}");
}

#[test]
fn programs_get_every_setting_with_its_source() {
    let home = home("Settings(mouse_wheel: true)");
    let (out, _) = said(ninetracks(&home, &["settings", "--json"]), 0);
    let all: Vec<Value> = serde_json::from_str(&out).unwrap();
    let wheel = all.iter().find(|it| it["name"] == "mouse_wheel").unwrap();
    assert_eq!((wheel["value"].as_str(), wheel["from"].as_str()), (Some("on"), Some("file")));
    let (out, _) = said(ninetracks(&home, &["paths", "--json"]), 0);
    let paths: Value = serde_json::from_str(&out).unwrap();
    assert!(paths["settings_file"].as_str().unwrap().ends_with("settings.ron"), "{out}");
    assert_eq!(paths["settings"].as_array().unwrap().len(), all.len());
}

#[test]
fn the_app_shows_the_key_that_was_chosen_where_it_names_it() {
    let home = home("Settings(keys: { \"statistics\": \"x\", \"cards\": \"y\" })");
    let screen = |keys: &str| said(ninetracks(&home, &["--keys", keys, "--print", "--size", "100x30"]), 0).0;
    assert!(screen("").contains("x statistics") && screen("?").contains("y  cards"), "{}", screen("?"));
    assert!(screen("x").contains("Statistics"), "{}", screen("x"));
    assert!(screen("t").contains("Lessons"), "the usual key does nothing more");
    assert!(screen("<c-p>stat").contains('x'), "{}", screen("<c-p>stat"));
}

#[test]
fn the_settings_screen_keeps_a_change_and_puts_it_to_use() {
    let home = home("");
    let keys = ",<down><down><right><right>";
    let (screen, _) = said(ninetracks(&home, &["--keys", keys, "--print"]), 0);
    assert!(screen.is_ascii() && screen.contains("Saved for everyone."), "{screen}");
    assert!(std::fs::read_to_string(file(home.path())).unwrap().contains("ascii_signs: \"on\","));
    let (screen, _) = said(ninetracks(&home, &["--keys", ",<tab><right>", "--print"]), 0);
    assert!(screen.contains("Saved for profile default only."), "{screen}");
}

#[test]
fn a_link_to_the_file_stays_a_link() {
    let home = home("Settings()");
    let target = home.path().join("mine.ron");
    std::fs::rename(file(home.path()), &target).unwrap();
    std::os::unix::fs::symlink(&target, file(home.path())).unwrap();
    said(ninetracks(&home, &["settings", "theme", "dark"]), 0);
    assert!(std::fs::read_to_string(&target).unwrap().contains("dark"));
    assert!(file(home.path()).is_symlink());
}

#[test]
fn a_profile_takes_its_settings_along_and_leaves_none_behind() {
    let home = home("Settings(profiles: { \"ana\": (text_width: 66) })");
    said(ninetracks(&home, &["--profile", "ana", "notes", "1", "1", "Mine"]), 0);
    said(ninetracks(&home, &["profile", "rename", "ana", "anna"]), 0);
    let width = |profile: &str| said(ninetracks(&home, &["--profile", profile, "settings", "text-width"]), 0).0;
    assert!(width("anna").starts_with("text_width is 66"), "{}", width("anna"));
    assert!(width("ana").starts_with("text_width is 76"), "{}", width("ana"));
    said(ninetracks(&home, &["forget", "profile", "anna", "--yes"]), 0);
    assert!(width("anna").starts_with("text_width is 76"), "{}", width("anna"));
    assert!(!std::fs::read_to_string(file(home.path())).unwrap().contains("anna"));
}

#[test]
fn memory_says_what_is_missing_for_a_fit_and_what_a_retention_costs() {
    let home = home("Settings(desired_retention: 0.91)");
    let (out, _) = said(ninetracks(&home, &["memory"]), 0);
    assert!(out.contains("from 400 reviews") && out.contains("so far there are 0."), "{out}");
    assert!(out.contains("- 91 %, as it is set: ") && out.contains("- 97 %: "), "{out}");
    let (_, err) = said(ninetracks(&home, &["memory", "fit"]), 1);
    assert!(err.contains("a fit needs 400 reviews") && err.contains("there are 0"), "{err}");
    let (json, _) = said(ninetracks(&home, &["memory", "reset", "--json"]), 0);
    let report: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&report["reviews"], &report["fit"]["reviews"]), (&Value::from(0), &Value::from(0)));
    let cost = |at: usize| report["workload"][at]["reviews_a_day_over_30_days"].as_f64().unwrap();
    assert!(cost(0) > 0.0 && cost(0) < cost(8), "{json}");
}
