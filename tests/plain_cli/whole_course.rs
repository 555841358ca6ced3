//! A whole course through pipes, from the first lesson to the final exam, in a locale of ASCII.

use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

use super::{Ended, arguments};

/// As [`super::ninetracks`], under `LC_ALL=C`: no byte that ASCII does not know, and none that steers a terminal.
fn under_c(data: &Path, said: &[&str], typed: &[&str]) -> Ended {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ninetracks"));
    command.env_clear().env("HOME", "/nonexistent").env("LANG", "C.UTF-8").env("LC_ALL", "C").env("TZ", "UTC");
    let lines: String = typed.iter().map(|line| format!("{line}\n")).collect();
    let output = command.args(arguments(data)).args(said).write_stdin(lines).output().unwrap();
    let ascii = |bytes: Vec<u8>| {
        let text = String::from_utf8(bytes).unwrap();
        let stray = text.chars().find(|&c| !c.is_ascii() || c.is_ascii_control() && c != '\n');
        assert_eq!(stray, None, "{said:?}: {text}");
        text
    };
    Ended { code: output.status.code(), said: ascii(output.stdout), talk: ascii(output.stderr) }
}

fn done(data: &Path, said: &[&str], typed: &[&str], says: &str) {
    let ended = under_c(data, said, typed);
    assert_eq!(ended.code, Some(0), "{said:?}: {}{}", ended.said, ended.talk);
    assert!(ended.said.contains(says), "{said:?} does not say {says:?}: {}", ended.said);
}

#[test]
fn from_the_first_lesson_to_the_final_exam() {
    let data = TempDir::new().unwrap();
    let data = data.path();
    let home = ["1", "2", "1991", "1", "s", "q"];
    done(data, &[], &home, "The next lesson: 2 - Every figure once");
    done(data, &["cards", "--plain"], &["", "4", "", "4", "", "4", "", "4", "", "4", ""], "All done for today.");
    done(data, &["quiz", "ferry", "-n", "5"], &["?pilot", "1a 2e 3c 4b", "f", "3 4", "3", "4"], "Score: 100 %");
    done(data, &["stats", "--quiz", "1"], &[], "Question 5 (");
    done(data, &["search", "harbor"], &[], "harbour");
    done(data, &["list", "terms", "--plain"], &[], "pilot, ");
    done(data, &["list", "references", "--json"], &[], "[");
    done(data, &["quiz", "--exam", "--pass", "60", "-n", "9"], &EXAM, "Score: 100 %, 9 of 9 points");
    done(data, &["stats"], &[], "Days of study: 1");
    done(data, &["stats", "--json"], &[], "\"days_studied\": 1");
    for wrong in [&["learn", "fery\u{2019}"][..], &["check", "\u{2019}"], &["quiz", "--length", "\u{bd}"]] {
        assert_ne!(under_c(data, wrong, &[]).code, Some(0), "{wrong:?}");
    }
    for asked in [&["--help"][..], &["quiz", "--help"], &["check"], &["paths"], &["doctor"], &["man"]] {
        under_c(data, asked, &[]);
    }
}

/// The right answers to the nine questions of the course, in the order of the seed 7.
const EXAM: [&str; 9] = ["3 4", "t", "1a 2e 3c 4b", "f", "4", "t", "3", "1991", "4 1 2 3"];
