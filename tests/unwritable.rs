//! Where standard output or standard error cannot be written, a command says so if it can, and ends as it should.
#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use std::collections::BTreeMap;
use std::fs::File;
use std::path::Path;
use std::process::{Command, Output, Stdio};

fn full() -> Stdio {
    File::options().write(true).open("/dev/full").unwrap().into()
}

fn ninetracks(words: &str, out: Stdio, err: Stdio) -> Output {
    let data = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_ninetracks"));
    command.env_clear().env("HOME", "/nonexistent").env("LANG", "C.UTF-8").env("TZ", "UTC").stdin(Stdio::null());
    command
        .args(["--course", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/course"), "--seed", "7", "--data"])
        .arg(data.path());
    command.args(words.split(' ')).stdout(out).stderr(err).spawn().unwrap().wait_with_output().unwrap()
}

const COMMANDS: [&str; 13] = [
    "list",
    "list --json",
    "stats",
    "stats --json",
    "paths",
    "doctor",
    "doctor --json",
    "learn 1",
    "quiz",
    "drill",
    "completions bash",
    "man",
    "--help",
];

#[test]
fn full_output_is_an_error_that_is_said() {
    for words in COMMANDS {
        let ended = ninetracks(words, full(), Stdio::piped());
        let said = String::from_utf8(ended.stderr).unwrap();
        assert_eq!(ended.status.code(), Some(1), "{words}: {said}");
        assert!(said.contains("cannot be written: No space left on device"), "{words}: {said}");
    }
}

#[test]
fn unwritable_talk_changes_nothing_of_how_a_command_ends() {
    for words in COMMANDS {
        let with = ninetracks(words, Stdio::piped(), Stdio::piped());
        let without = ninetracks(words, Stdio::piped(), full());
        assert_eq!((with.status, with.stdout.len()), (without.status, without.stdout.len()), "{words}");
    }
    for (words, code) in [("bogus", 2), ("report 9", 1), ("learn nine", 1), ("drill --mode", 2)] {
        assert_eq!(ninetracks(words, full(), full()).status.code(), Some(code), "{words}");
    }
}

/// The files of a folder with what they hold.
fn held(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
    files.map(|f| (f.file_name().into_string().unwrap(), std::fs::read(f.path()).unwrap())).collect()
}

/// A limit on the size of files ends the writing in the middle, as a full disk does.
#[test]
fn what_was_there_is_as_it_was_when_writing_fails() {
    let (data, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let run = |limit: &str, words: &str| {
        let script = format!(
            "{limit} exec '{}' --course '{}' --seed 7 --data '{}' {words}",
            env!("CARGO_BIN_EXE_ninetracks"),
            concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/course"),
            data.path().display(),
        );
        let mut shell = Command::new("sh");
        shell.env_clear().env("HOME", "/nonexistent").env("LANG", "C.UTF-8").env("TZ", "UTC").stdin(Stdio::null());
        shell.args(["-c", &script]).current_dir(out.path()).output().unwrap()
    };
    assert!(run("", "drill").status.success());
    for words in ["report --html --out r.html", "paper --out ."] {
        assert!(run("", words).status.success());
    }
    let before = held(out.path());
    // The report, and a key and four versions in two forms each.
    assert_eq!(before.len(), 11);
    // In blocks of 512 bytes; the signal is ignored so that the program sees the error.
    for words in ["report --html --out r.html --force", "paper --out . --force", "report --csv --out new.csv"] {
        let limited = run("trap '' XFSZ; ulimit -f 1;", words);
        if words.contains("csv") && limited.status.success() {
            std::fs::remove_file(out.path().join("new.csv")).unwrap();
        } else {
            assert_eq!(limited.status.code(), Some(1), "{words}: {}", String::from_utf8_lossy(&limited.stderr));
        }
        assert!(held(out.path()) == before, "{words}: {:?}", held(out.path()).keys());
    }
    let again = run("", "report --html --out r.html");
    assert!(String::from_utf8_lossy(&again.stderr).contains("already exists. Overwrite it with --force"));
}
