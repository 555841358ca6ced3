//! What the environment says is heeded, and an error about it names the variable.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use assert_cmd::Command;
use predicates::prelude::*;

fn with(name: &str, value: &str, words: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ninetracks"));
    command
        .env_clear()
        .env("HOME", "/nonexistent")
        .env("LANG", "C.UTF-8")
        .env("TZ", "UTC")
        .env(name, value)
        .args(words);
    command
}

#[test]
fn an_empty_variable_is_no_value() {
    for name in ["NINETRACKS_DATA", "NINETRACKS_COURSE", "NINETRACKS_THEME"] {
        with(name, "", &["paths"]).assert().success().stdout(predicate::str::contains("/nonexistent"));
    }
}

#[test]
fn a_refused_value_is_laid_to_the_variable_that_it_came_from() {
    with("NINETRACKS_THEME", "plaid", &["paths"]).assert().code(2).stderr(predicate::str::contains("NINETRACKS_THEME"));
    with("NINETRACKS_THEME", "dark", &["paths", "--theme", "plaid"])
        .assert()
        .code(2)
        .stderr(predicate::str::contains("NINETRACKS_THEME").not());
}

#[test]
fn a_home_that_is_no_whole_path_is_refused() {
    let desk = tempfile::tempdir().unwrap();
    for name in ["HOME", "XDG_DATA_HOME"] {
        let refused = with(name, "here", &["stats"]).current_dir(desk.path()).output().unwrap();
        let said = String::from_utf8(refused.stderr).unwrap();
        assert!(said.contains(&format!("{name} is here, which is not an absolute path")), "{said}");
        assert_eq!(refused.status.code(), Some(1));
        with(name, "here", &["stats", "--data", "data"]).current_dir(desk.path()).assert().success();
        with(name, "here", &["doctor"]).assert().code(1).stdout(predicate::str::contains("--data DIR"));
    }
    let made: Vec<_> = std::fs::read_dir(desk.path()).unwrap().map(|e| e.unwrap().file_name()).collect();
    assert_eq!(made, ["data"], "nothing is made where one stands");
    with("XDG_DATA_HOME", "", &["paths"]).assert().success().stdout(predicate::str::contains("/nonexistent"));
}

#[test]
fn a_size_has_an_end() {
    for size in ["65535x65535", "601x30", "100x251"] {
        let mut refused = with("TERM", "xterm", &["--size", size, "--keys", "q", "--print"]);
        refused.assert().code(2).stderr(predicate::str::contains("up to 600x250"));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_time_zone_without_end_is_not_read() {
    let data = tempfile::tempdir().unwrap();
    for zone in ["/dev/zero", ":/dev/zero", "../../../dev/zero"] {
        let mut looked = with("TZ", zone, &["doctor", "--data"]);
        looked.arg(data.path()).assert().stdout(predicate::str::contains("days follow UTC"));
    }
}
