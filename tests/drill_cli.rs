//! `ninetracks drill` from a shell: rosters, and going on with a drill.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use std::path::Path;

use assert_cmd::Command;
use jiff::tz::TimeZone;
use ninetracks::course::Course;
use ninetracks::store::{Learner, Store};
use ninetracks::study::drill::{Entry, Input, Moment, Plan, Setup, Team};
use ninetracks::study::event::{Event, EventKind};
use ninetracks::study::time::StudyDay;
use tempfile::TempDir;

/// How a command ended and what it wrote.
struct Ended {
    code: Option<i32>,
    said: String,
    talk: String,
}

fn ninetracks(data: &Path, arguments: &[&str]) -> Ended {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ninetracks"));
    command.env_clear().env("HOME", "/nonexistent").env("LANG", "C.UTF-8").env("TZ", "UTC");
    command
        .args(["--course", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/course"), "--seed", "7", "--data"])
        .arg(data);
    let output = command.args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Ended { code: output.status.code(), said: text(output.stdout), talk: text(output.stderr) }
}

/// The screen after `keys`, opened with a roster of these bytes.
fn with_roster(roster: &[u8], more: &[&str], keys: &str) -> Ended {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("8b.txt");
    std::fs::write(&file, roster).unwrap();
    let arguments =
        [&["drill", "--roster", file.to_str().unwrap(), "--keys", keys, "--print", "--size", "80x24"], more].concat();
    ninetracks(folder.path(), &arguments)
}

fn people(n: usize) -> String {
    (1..=n).map(|i| format!("Pupil {i}\n")).collect()
}

#[test]
fn few_names_are_teams() {
    let ended = with_roster("Ana\nשָׁלוֹם\n🦊🦊\n".as_bytes(), &[], "t");
    assert_eq!((ended.code, ended.talk.as_str()), (Some(0), ""));
    for name in ["Ana", "שָׁלוֹם", "🦊", "3 teams"] {
        assert!(ended.said.contains(name), "`{name}` is missing:\n{}", ended.said);
    }
}

#[test]
fn two_hundred_names_are_people_in_teams() {
    let four = with_roster(people(200).as_bytes(), &[], "t");
    assert_eq!(four.said.matches("50 people").count(), 4, "{}", four.said);
    let seven = with_roster(people(200).as_bytes(), &["--teams", "7"], "t");
    assert_eq!(
        (seven.said.matches("29 people").count(), seven.said.matches("28 people").count()),
        (4, 3),
        "{}",
        seven.said
    );
}

#[test]
fn a_line_that_is_no_name_is_refused_with_its_reason_and_the_others_play() {
    let ended = with_roster("Ana\nBen\nana\n\u{202e}\n".as_bytes(), &[], "");
    assert!(ended.code == Some(0) && ended.said.contains("1 Ana") && ended.said.contains("2 Ben"), "{}", ended.said);
    assert!(ended.said.contains("3 ana (2)"), "a namesake is told apart: {}", ended.said);
    assert!(ended.said.contains("One line of the roster was left out. 8b.txt, line 4: "), "{}", ended.said);
}

#[test]
fn a_roster_that_cannot_be_used_is_refused_with_the_reason() {
    let large = "x\n".repeat(140_000);
    let hundreds = people(401);
    for (roster, more, why) in [
        (b"".as_slice(), [].as_slice(), "has no names"),
        (b"Ana\n", &[], "only one name"),
        (b"Ana\nBen\n", &["--teams", "3"], "2 names for 3 teams"),
        (b"\x89PNG\0\0\x01\x02", &[], "no text"),
        (b"Ruiz;Ana\nOkri;Ben\n", &[], "which column holds the names"),
        (hundreds.as_bytes(), &[], "401 names"),
        (large.as_bytes(), &[], "at most 262144"),
    ] {
        let ended = with_roster(roster, more, "");
        assert_eq!((ended.code, ended.said.as_str()), (Some(1), ""), "{why}");
        assert!(ended.talk.contains("8b.txt") && ended.talk.contains(why), "{why}: {}", ended.talk);
    }
}

#[test]
fn a_roster_that_is_not_there_is_named() {
    let folder = TempDir::new().unwrap();
    let ended = ninetracks(folder.path(), &["drill", "--roster", "/nowhere/8b.txt", "--keys", ""]);
    assert!(ended.code == Some(1) && ended.talk.contains("/nowhere/8b.txt"), "{}", ended.talk);
}

#[test]
fn there_is_nothing_to_go_on_with_before_the_first_drill() {
    let folder = TempDir::new().unwrap();
    let ended = ninetracks(folder.path(), &["drill", "--resume", "--keys", ""]);
    assert!(ended.code == Some(1) && ended.talk.contains("there is no drill to resume"), "{}", ended.talk);
}

#[test]
fn without_a_terminal_a_drill_is_lines() {
    let ended = ninetracks(TempDir::new().unwrap().path(), &["drill"]);
    assert!(ended.code == Some(0) && ended.said.contains("Press Enter to begin"), "{}", ended.said);
}

#[test]
fn wrong_usage_ends_with_2() {
    for wrong in
        [["--teams", "9"].as_slice(), &["--teams", "1"], &["--resume", "--teams", "3"], &["--resume", "--roster", "x"]]
    {
        let ended = ninetracks(TempDir::new().unwrap().path(), &[&["drill"], wrong].concat());
        assert_eq!((ended.code, ended.said.as_str()), (Some(2), ""), "{wrong:?}");
    }
}

/// Logs a drill of two teams; `over` when it came to its end.
fn logged(data: &Path, over: bool) {
    let course = Course::open(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/course"))).unwrap();
    let mut store =
        Store::open(data, Learner { profile: "default".into(), course: course.about().id.clone() }).unwrap();
    let (draft, _) = Plan::default().draft(&course, Team::line_up(2), 7);
    let at = "2026-03-10T09:00:00Z".parse().unwrap();
    let day = StudyDay::of(at, &TimeZone::UTC);
    let mut save = |what| store.append(&Event { at, what }, day).unwrap();
    let run = save(EventKind::DrillStarted {
        setup: Box::new(Setup::new(draft).unwrap()),
        label: ninetracks::study::class::DrillLabel::default(),
    });
    if over {
        save(EventKind::DrillEntered { run, after: 0, entry: Entry::new(Moment(0), Input::Ended) });
    }
}

#[test]
fn the_last_drill_is_gone_on_with_unless_it_is_over() {
    let folder = TempDir::new().unwrap();
    logged(folder.path(), false);
    assert_eq!(ninetracks(folder.path(), &["drill", "--resume", "--keys", ""]).code, Some(0));
    let setup = ninetracks(folder.path(), &["drill", "--keys", "", "--print", "--size", "80x24"]);
    assert!(setup.said.contains("Resume the unfinished drill (question 1 of 9)"), "{}", setup.said);
    let folder = TempDir::new().unwrap();
    logged(folder.path(), true);
    let ended = ninetracks(folder.path(), &["drill", "--resume", "--keys", ""]);
    assert!(
        ended.code == Some(1) && ended.talk.contains("the last drill is over: `ninetracks report` shows it"),
        "{}",
        ended.talk
    );
}

#[test]
fn a_damaged_drill_hinders_neither_another_nor_the_list() {
    let folder = TempDir::new().unwrap();
    logged(folder.path(), false);
    logged(folder.path(), true);
    let db = rusqlite::Connection::open(folder.path().join("progress.db")).unwrap();
    db.execute("UPDATE event SET body = '{' WHERE id = (SELECT max(event) FROM drill)", []).unwrap();
    let shown = |args: &[&str]| ninetracks(folder.path(), &[args, &["--print", "--size", "80x24"]].concat()).said;
    let setup = shown(&["drill", "--keys", ""]);
    assert!(setup.contains("▸ Mode") && !setup.contains("damaged"), "{setup}");
    let list = shown(&["--keys", "tr"]);
    assert!(list.contains("Drill 2: damaged, cannot be read") && list.contains("Drill 1: 0 of 9 questions"), "{list}");
    let resumed = ninetracks(folder.path(), &["drill", "--resume", "--keys", ""]);
    assert!(resumed.code == Some(1) && resumed.talk.contains("drill 2 in "), "{}", resumed.talk);
}
