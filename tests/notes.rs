//! Notes and bookmarks: set in a lesson or from a shell, listed, found, exported, taken away.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// What a run prints that ends well.
fn said(home: &TempDir, words: &[&str]) -> String {
    let course = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/course");
    let mut command = Command::new(env!("CARGO_BIN_EXE_ninetracks"));
    command.env_clear().env("HOME", home.path()).env("LANG", "C.UTF-8").env("TZ", "UTC").args(words);
    let output = command.arg("--course").arg(course).output().unwrap();
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn screen(home: &TempDir, keys: &str) -> String {
    said(home, &["--keys", keys, "--print", "--size", "100x30"])
}

fn listed(home: &TempDir) -> Vec<Value> {
    serde_json::from_str(&said(home, &["list", "notes", "--json"])).unwrap()
}

#[test]
fn a_note_written_in_a_lesson_is_listed_found_and_exported() {
    let home = tempfile::tempdir().unwrap();
    let reading = "1<enter><space>";
    let shown = screen(&home, &format!("{reading}eThe<space>tide<space>turns<enter>m"));
    assert!(shown.contains("bookmark · §1") && shown.contains("Your note: The tide turns"), "{shown}");
    let all = listed(&home);
    assert_eq!(
        (all.len(), all[0]["note"].as_str(), all[0]["bookmark"].as_bool()),
        (1, Some("The tide turns"), Some(true))
    );
    assert!(screen(&home, "n").contains("The tide turns"));
    assert!(screen(&home, "/tide<space>turns").contains("note"), "{}", screen(&home, "/tide<space>turns"));
    assert!(screen(&home, "/tide<space>turns<enter>").contains("Your note: The tide turns"));
    assert!(said(&home, &["search", "tide", "turns"]).contains("note: "));
    let file = home.path().join("notes.md");
    said(&home, &["notes", "--out", file.to_str().unwrap()]);
    let text = std::fs::read_to_string(file).unwrap();
    assert!(text.starts_with("# Notes on ") && text.contains("(bookmark)\n\nThe tide turns\n"), "{text}");
}

#[test]
fn a_note_that_is_removed_can_be_brought_back() {
    let home = tempfile::tempdir().unwrap();
    said(&home, &["notes", "1", "1", "Remember", "this", "--bookmark"]);
    assert!(screen(&home, "n<backspace>").contains("No notes or bookmarks yet"));
    assert_eq!(listed(&home).len(), 0);
    said(&home, &["notes", "1", "1", "Remember this"]);
    assert!(screen(&home, "n<backspace>u").contains("Remember this"));
    assert_eq!(listed(&home)[0]["note"], "Remember this");
    assert_eq!(said(&home, &["notes", "1", "1", "--remove"]), "Nothing is kept on this section.\n");
    assert_eq!(listed(&home).len(), 0);
}

#[test]
fn an_empty_note_takes_it_away_and_esc_keeps_it() {
    let home = tempfile::tempdir().unwrap();
    said(&home, &["notes", "1", "1", "Old"]);
    screen(&home, "1<enter><space>e<space>and<space>new<esc>");
    assert_eq!(listed(&home)[0]["note"], "Old");
    screen(&home, "1<enter>e<backspace><backspace><backspace><enter>");
    assert_eq!(listed(&home).len(), 0);
}

#[test]
fn notes_belong_to_a_profile() {
    let home = tempfile::tempdir().unwrap();
    said(&home, &["--profile", "ana", "notes", "1", "1", "Mine"]);
    assert_eq!(listed(&home).len(), 0);
    assert!(said(&home, &["--profile", "ana", "notes"]).contains("Mine"));
}
