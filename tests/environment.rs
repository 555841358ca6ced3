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
