//! The command: its table, its JSON, and how it ends.

use std::path::Path;

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use predicates::prelude::*;
use serde_json::Value;

use super::planted::course;

fn check(dir: &Path, more: &[&str]) -> Assert {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ninetracks"));
    command.env_clear().env("HOME", "/nonexistent").env("LANG", "C.UTF-8");
    command.args(["check", "--attack"]).arg(dir).args(more).assert()
}

#[track_caller]
fn prints(assert: Assert, pattern: &str) -> Assert {
    assert.stdout(predicate::str::is_match(format!("(?m){pattern}")).unwrap())
}

#[test]
fn a_sound_course_is_met_with_silence_unless_all_is_asked_for() {
    let dir = course(false);
    check(dir.path(), &[]).success().stdout("").stderr(predicate::str::contains("no better than chance"));
    let all = check(dir.path(), &["--all"]).success();
    prints(prints(all, "^choice +the longest .* (passes|too few)$"), " too few$");
}

#[test]
fn what_fails_is_shown_with_what_to_change_and_every_place() {
    let failed = check(course(true).path(), &[]).code(1);
    let failed =
        prints(failed, r"^choice +the longest +32 of 32 .* fails\n    to change: make options similar in length");
    let failed = prints(failed, r"^    quizzes/0\.ron:\d+:\d+ q1$");
    prints(failed, r"^    quizzes/scenarios/1\.ron:\d+:\d+ c1-0-0$");
}

#[test]
fn the_rows_as_json() {
    let assert = check(course(true).path(), &["--json"]).code(1);
    let report: Value = serde_json::from_slice(&assert.get_output().stdout).unwrap();
    assert_eq!(report["fails"], true);
    let failing: Vec<&Value> = report["rows"].as_array().unwrap().iter().filter(|r| r["verdict"] == "fails").collect();
    assert!(failing.iter().any(|r| r["kind"] == "true/false" && r["score"] == r["of"]));
    assert!(failing[0]["items"][0]["line"].as_u64().unwrap() > 0);
}
