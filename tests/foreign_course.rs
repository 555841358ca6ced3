//! A course that came from somebody else: nothing in its folder hangs the program, fills the memory, is opened from
//! elsewhere, or is taken for another course.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::Path;
use std::time::Duration;

use assert_cmd::Command;
use tempfile::TempDir;

const FIXTURE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/course");

fn course() -> TempDir {
    let to = TempDir::new().unwrap();
    for folder in ["assets", "lessons", "quizzes"] {
        std::fs::create_dir(to.path().join(folder)).unwrap();
        for file in std::fs::read_dir(Path::new(FIXTURE).join(folder)).unwrap().map(Result::unwrap) {
            std::fs::copy(file.path(), to.path().join(folder).join(file.file_name())).unwrap();
        }
    }
    to
}

/// What a command says of a course; a hang is a failure.
fn said(words: &[&str], course: &Path) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ninetracks"));
    command.env_clear().env("HOME", "/nonexistent").env("LANG", "C.UTF-8").env("TZ", "UTC");
    let output = command.args(words).arg("--course").arg(course).timeout(Duration::from_mins(1)).output().unwrap();
    assert!(output.status.code().is_some(), "it hung: {words:?}");
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}

/// What `check` says of the course with what `put` puts there, and that the rest of it still opens.
fn checked(put: impl FnOnce(&Path)) -> String {
    let course = course();
    put(course.path());
    assert!(said(&["list", "--json"], course.path()).contains("\"ferry\""), "the rest opens");
    said(&["check"], course.path())
}

#[test]
fn only_regular_files_are_opened() {
    let pipe = |root: &Path| {
        let made = std::process::Command::new("mkfifo").arg(root.join("lessons/00-pipe.ron")).status().unwrap();
        assert!(made.success());
    };
    let socket = |root: &Path| drop(UnixListener::bind(root.join("quizzes/00-socket.ron")).unwrap());
    let folder = |root: &Path| std::fs::create_dir(root.join("lessons/00-folder.ron")).unwrap();
    for said in [checked(pipe), checked(socket), checked(folder)] {
        assert!(said.contains("it is not a regular file"), "{said}");
    }
}

#[test]
fn no_link_leads_out() {
    let secret = TempDir::new().unwrap();
    std::fs::write(secret.path().join("a.ron"), "the secret line").unwrap();
    let to = secret.path().to_owned();
    for said in [
        checked(|root| symlink("/dev/zero", root.join("lessons/00-zero.ron")).unwrap()),
        checked(|root| symlink(to.join("a.ron"), root.join("lessons/00-link.ron")).unwrap()),
        checked(|root| symlink(&to, root.join("quizzes/scenarios")).unwrap()),
    ] {
        assert!(said.contains("it leads out of the course folder") && !said.contains("secret line"), "{said}");
    }
}

#[test]
fn a_link_within_the_course_is_followed() {
    let said = checked(|root| {
        std::fs::rename(root.join("quizzes/01-ferry.ron"), root.join("bank")).unwrap();
        symlink("../bank", root.join("quizzes/01-ferry.ron")).unwrap();
    });
    assert!(!said.contains("cannot be read"), "{said}");
}

#[test]
fn what_is_too_long_is_said() {
    let long = checked(|root| std::fs::write(root.join("lessons/09-long.ron"), " ".repeat(5 << 20)).unwrap());
    assert!(long.contains("at most 4 MB are read") && long.contains("lessons/09-long.ron"), "{long}");
    for nested in ["[", "Lesson(", "/*", "Some(", "{(\"a\":"] {
        let nested = nested.repeat(200_000);
        let deep = checked(|root| std::fs::write(root.join("lessons/09-deep.ron"), nested).unwrap());
        assert!(deep.contains("lessons/09-deep.ron:1:"), "{deep}");
    }
    let many =
        checked(|root| (0..5001).for_each(|n| std::fs::write(root.join(format!("quizzes/x{n}.ron")), "").unwrap()));
    assert!(many.contains("only the first 5000 are read"), "{}", &many[..200]);
}

#[test]
fn a_word_has_a_thousand_characters_at_most() {
    let with = |word: String| {
        checked(move |root| {
            let ron = std::fs::read_to_string(Path::new(FIXTURE).join("quizzes/01-ferry.ron")).unwrap();
            let named = ron.replacen("Cloze(\"", &format!("Cloze(\"A {word} "), 1);
            std::fs::write(root.join("quizzes/01-ferry.ron"), named).unwrap();
        })
    };
    let said = with("x".repeat(1001));
    assert!(said.contains("a word of this text has more than 1000 characters"), "{said}");
    let column = said.lines().find_map(|l| l.split_once("quizzes/01-ferry.ron:6:")).unwrap().1;
    let line = std::fs::read_to_string(Path::new(FIXTURE).join("quizzes/01-ferry.ron")).unwrap();
    let line = line.lines().nth(5).unwrap();
    assert_eq!(column, (line.find("Cloze(\"").unwrap() + "Cloze(\"A ".len() + 1).to_string());
    for fine in ["x".repeat(1000), "外交".repeat(1000), "การทูต".repeat(500)] {
        assert!(!with(fine).contains("more than 1000"));
    }
}

#[test]
fn who_claims_the_id_of_the_built_in_course_has_progress_of_its_own() {
    let (data, course) = (TempDir::new().unwrap(), course());
    let about = course.path().join("assets/course.ron");
    let builtin = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/course.ron")).unwrap();
    let id = builtin.split_once("id: \"").unwrap().1.split_once('"').unwrap().0;
    let own = std::fs::read_to_string(&about).unwrap();
    let (front, rest) = own.split_once("id: \"").unwrap();
    std::fs::write(&about, format!("{front}id: \"{id}\"{}", &rest[rest.find('"').unwrap() + 1..])).unwrap();
    assert!(said(&["check"], course.path()).contains("[course-id]"));
    assert!(said(&["paths"], course.path()).contains(&format!("kept separately, as {id}.folder")));
    let run = |folder: Option<&Path>, words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ninetracks"));
        command.env_clear().env("HOME", "/nonexistent").env("TZ", "UTC").arg("--data").arg(data.path());
        if let Some(folder) = folder {
            command.arg("--course").arg(folder);
        }
        String::from_utf8(command.args(words).write_stdin("1\n1\n1\n").output().unwrap().stdout).unwrap()
    };
    run(Some(course.path()), &["cards", "1"]);
    assert_ne!(run(Some(course.path()), &["stats", "--json"]), run(None, &["stats", "--json"]));
    assert!(run(None, &["stats"]).lines().next().is_some());
}
