//! The activities as lines, from a shell: what goes to which stream, what is kept, and how they end.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use std::ffi::OsString;
use std::path::Path;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

mod drills;
mod flags;
mod whole_course;

/// The right answers to `quiz ferry --length 5 --seed 7`, in the order of that paper.
const RIGHT: [&str; 5] = ["1a 2e 3c 4b", "f", "3 4", "3", "4"];

/// How a command ended and what it wrote.
struct Ended {
    code: Option<i32>,
    said: String,
    talk: String,
}

/// The course, the seed and the folder that every command here gets.
fn arguments(data: &Path) -> Vec<OsString> {
    let course = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/course");
    ["--course", course, "--seed", "7", "--data"].into_iter().map(OsString::from).chain([data.into()]).collect()
}

fn ninetracks(data: &Path, said: &[&str], typed: &[&str]) -> Ended {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ninetracks"));
    command
        .env_clear()
        .env("HOME", "/nonexistent")
        .env("LANG", "C.UTF-8")
        .env("TZ", "UTC")
        .env("TERM", "xterm-256color");
    let lines: String = typed.iter().map(|line| format!("{line}\n")).collect();
    let output = command.args(arguments(data)).args(said).write_stdin(lines).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    let ended = Ended { code: output.status.code(), said: text(output.stdout), talk: text(output.stderr) };
    for written in [&ended.said, &ended.talk] {
        assert!(!written.contains('\u{1b}'), "an escape sequence in lines: {written:?}");
    }
    ended
}

const NO_TERMINAL: &str = "ninetracks: plain lines instead of screens, because standard output is no terminal. At a prompt, ? and a word look it up; ! and a note flag the last question for its author.\n";
const ASKED: &str = "ninetracks: plain lines instead of screens, because of --plain. At a prompt, ? and a word look it up; ! and a note flag the last question for its author.\n";

const QUIZ: [&str; 5] = ["quiz", "ferry", "--length", "5", "--plain"];

fn quiz(data: &Path, more: &[&str], typed: &[&str]) -> Ended {
    ninetracks(data, &[&QUIZ, more].concat(), typed)
}

fn stats(data: &Path) -> Value {
    serde_json::from_str(&ninetracks(data, &["stats", "--json"], &[]).said).unwrap()
}

fn result(ended: &Ended) -> Value {
    assert_eq!(ended.said.trim_end().lines().count(), 1, "one JSON object alone on standard output: {}", ended.said);
    serde_json::from_str(&ended.said).unwrap()
}

#[test]
fn a_quiz_gives_its_result_as_json_after_the_last_answer() {
    let data = TempDir::new().unwrap();
    let ended = quiz(data.path(), &["--json"], &RIGHT);
    assert_eq!(ended.code, Some(0), "{}", ended.talk);
    let result = result(&ended);
    assert_eq!((&result["seed"], &result["length"], &result["mode"]), (&7.into(), &5.into(), &"practice".into()));
    assert_eq!(result["score"]["percent"], 100, "{result:#}");
    assert_eq!(result["questions"].as_array().map(Vec::len), Some(5));
    assert!(
        ended.talk.contains("Question 5 of 5") && ended.talk.contains("100 %"),
        "the talk goes to standard error: {}",
        ended.talk
    );
    let kept = &stats(data.path())["quizzes"][0];
    assert_eq!((&kept["percent"], &kept["finished"], &kept["answered"]), (&100.into(), &true.into(), &5.into()));
}

#[test]
fn the_same_seed_gives_the_same_paper_and_the_same_result() {
    let run = || result(&quiz(TempDir::new().unwrap().path(), &["--json"], &["s", "t", "1 2", "1", "1"]));
    let (one, other) = (run(), run());
    assert_eq!(one, other);
    let ids: Vec<&Value> = one["questions"].as_array().unwrap().iter().map(|q| &q["id"]).collect();
    assert_eq!(ids, ["q-match", "q-truefalse", "q-several", "q-classify", "q-choice"]);
    let screen =
        ninetracks(TempDir::new().unwrap().path(), &["quiz", "ferry", "--length", "5", "--keys", "", "--print"], &[]);
    assert!(screen.said.contains("Join each person"), "the screen draws the same paper: {}", screen.said);
}

#[test]
fn without_json_everything_is_said_on_standard_output() {
    let ended = quiz(TempDir::new().unwrap().path(), &[], &RIGHT);
    assert_eq!(ended.code, Some(0));
    for said in ["Question 1 of 5", "True or false?", "Score: 100 %", "By objective"] {
        assert!(ended.said.contains(said), "`{said}` is missing:\n{}", ended.said);
    }
    assert!(ended.said.lines().any(|l| l.chars().count() > 80), "in a pipe a paragraph is one line:\n{}", ended.said);
}

#[test]
fn a_pass_mark_decides_how_a_quiz_ends() {
    let code = |more: &[&str], typed: &[&str]| quiz(TempDir::new().unwrap().path(), more, typed).code;
    let four_of_five = ["s", "f", "3 4", "3", "4"];
    assert_eq!(code(&["--pass", "80"], &four_of_five), Some(0));
    assert_eq!(code(&["--pass", "81"], &four_of_five), Some(1));
    assert_eq!(code(&[], &["s", "s", "s", "s", "s"]), Some(0), "no mark, nothing missed");
    assert_eq!(code(&["--pass", "1"], &["q"]), Some(1), "left before the end");
    assert_eq!(code(&[], &["q"]), Some(0));
}

#[test]
fn an_answer_that_cannot_be_read_is_asked_for_again() {
    let data = TempDir::new().unwrap();
    let ended = quiz(data.path(), &["--json"], &["no idea", "1a 2e 3c 4b", "perhaps", "f", "3 9", "3 4", "3", "4"]);
    assert_eq!(result(&ended)["score"]["percent"], 100, "{}", ended.talk);
}

#[test]
fn an_exam_tells_at_the_end() {
    let ended = quiz(TempDir::new().unwrap().path(), &["--exam"], &["1a 2e 3c 4b", "t", "3 4", "3", "4"]);
    let (before, after) = ended.said.split_once("Score:").unwrap_or_else(|| panic!("no score:\n{}", ended.said));
    assert!(
        !before.contains("It is false") && !before.contains("Out of office") && !before.contains("Right"),
        "told too early:\n{before}"
    );
    assert!(after.contains("80 %") && after.contains("may sign for Pellow"), "{after}");
}

#[test]
fn the_end_of_input_leaves_a_quiz_that_can_be_taken_up_again() {
    let data = TempDir::new().unwrap();
    let ended = quiz(data.path(), &[], &RIGHT[..2]);
    assert_eq!(ended.code, Some(0), "{}", ended.talk);
    let kept = &stats(data.path())["quizzes"][0];
    assert_eq!((&kept["answered"], &kept["finished"]), (&2.into(), &false.into()));
    let home = ninetracks(data.path(), &["--keys", "", "--print"], &[]);
    assert!(home.said.contains("2 of 5 answered"), "{}", home.said);
}

#[test]
fn a_quiz_that_was_left_is_not_replaced_unasked() {
    let data = TempDir::new().unwrap();
    quiz(data.path(), &[], &RIGHT[..2]);
    let asked = quiz(data.path(), &[], &["3", "q"]).said;
    assert!(asked.contains("2 of 5 questions answered, is not finished."), "{asked}");
    assert!(asked.contains("Question 2 (") && !asked.contains("Question 3 ("), "{asked}");
    let so_far = ninetracks(data.path(), &["stats", "--quiz", "1"], &[]).said;
    assert!(so_far.contains("Question 2 (") && !so_far.contains("Question 3 ("), "nothing is told before: {so_far}");
    let resumed = quiz(data.path(), &["--json"], &["1", "3 4", "3", "4"]);
    assert_eq!(result(&resumed)["score"]["percent"], 100, "{}", resumed.talk);
    assert_eq!(quiz(data.path(), &[], &["q"]).code, Some(0));
    let resumed = ninetracks(data.path(), &["quiz", "--plain", "--resume"], &RIGHT);
    assert!(resumed.said.contains("Score: 100 %"), "{}{}", resumed.said, resumed.talk);
    let none = ninetracks(data.path(), &["quiz", "--plain", "--resume"], &[]);
    assert!(none.code == Some(1) && none.talk.contains("no unfinished quiz"), "{}", none.talk);
    quiz(data.path(), &[], &RIGHT[..1]);
    assert!(quiz(data.path(), &["--new"], &RIGHT).said.contains("Score: 100 %"));
}

#[test]
fn an_exam_that_was_left_tells_nothing() {
    let data = TempDir::new().unwrap();
    quiz(data.path(), &["--exam"], &RIGHT[..2]);
    let told = ninetracks(data.path(), &["stats", "--quiz", "1"], &[]);
    assert!(told.code == Some(1) && told.talk.contains("not handed in"), "{}{}", told.said, told.talk);
    let looked_up = ninetracks(data.path(), &["quiz", "--plain", "--resume"], &["?pilot", "q"]).said;
    assert!(looked_up.contains("until you have handed in") && !looked_up.contains("knows a channel"), "{looked_up}");
}

#[test]
fn the_first_line_on_standard_error_says_the_mode_and_what_set_it() {
    let data = TempDir::new().unwrap();
    let first = |words: &[&str]| ninetracks(data.path(), words, &[]).talk;
    assert_eq!(first(&["cards", "--plain"]), ASKED);
    assert_eq!(first(&["cards"]), NO_TERMINAL);
    assert_eq!(first(&[]), NO_TERMINAL);
}

#[test]
fn words_are_looked_up_at_a_prompt_and_the_question_is_asked_again() {
    let data = TempDir::new().unwrap();
    let said = quiz(data.path(), &[], &["?pilot", "? ferry", "1", "", "?", "1a 2e 3c 4b"]).said;
    for heard in ["pilot: A person who knows a channel", "1. lesson, How a ferry is agreed (lesson 1)", "Right."] {
        assert!(said.contains(heard), "{heard} is missing: {said}");
    }
}

#[test]
fn lines_are_chosen_by_themselves_without_a_terminal() {
    let data = TempDir::new().unwrap();
    let ended = ninetracks(data.path(), &QUIZ[..4], &RIGHT);
    assert!(ended.said.contains("Score: 100 %"), "{}{}", ended.said, ended.talk);
}

#[test]
fn cards_are_reviewed_and_taken_back() {
    let data = TempDir::new().unwrap();
    let ended = ninetracks(data.path(), &["cards", "ferry", "--plain"], &["", "4", "u", "", "4", "", "1", "q"]);
    assert_eq!(ended.code, Some(0), "{}", ended.talk);
    assert!(
        ended.said.contains("Who steers a ship")
            && ended.said.contains("A pilot.")
            && ended.said.contains("again (1 min)"),
        "{}",
        ended.said
    );
    let cards = &stats(data.path())["cards"];
    assert_eq!((&cards["young"], &cards["learning"]), (&1.into(), &1.into()), "{cards}");
}

#[test]
fn a_lesson_is_read_with_its_stops_in_words() {
    let data = TempDir::new().unwrap();
    let read = ninetracks(data.path(), &["learn", "ferry", "--plain"], &["2", "1990"]);
    assert_eq!(read.code, Some(0), "{}", read.talk);
    for said in [
        "§1 of 2: Two ports",
        "Talks. Pellow: unofficial. Skarn: official.",
        "(Harbour 1990)",
        "Where the sources disagree",
        "That is the popular date.",
        "steers ships",
    ] {
        assert!(read.said.contains(said), "`{said}` is missing:\n{}", read.said);
    }
    assert!(
        !read.said.contains("[[") && !read.said.contains("[@") && !read.said.contains("**"),
        "markup is left:\n{}",
        read.said
    );
    assert_eq!(stats(data.path())["sections_read"], 2);
}

#[test]
fn every_figure_is_said_in_its_sentence() {
    let data = TempDir::new().unwrap();
    let read = ninetracks(data.path(), &["learn", "drawn", "--plain"], &[""; 20]);
    for sentence in [
        "A wheel of nine tracks",
        "The master stands left",
        "Talks in 1989 led",
        "One case in the north",
        "each can break",
        "official or unofficial",
        "Masters above pilots",
        "Twelve crossings",
    ] {
        assert!(read.said.contains(sentence), "`{sentence}` is missing:\n{}", read.said);
    }
}

#[test]
fn a_reader_that_stops_early_is_no_trouble() {
    let data = TempDir::new().unwrap();
    let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_ninetracks"))
        .args([
            "--course",
            concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/course"),
            "learn",
            "drawn",
            "--plain",
            "--data",
        ])
        .arg(data.path())
        .stdin(std::process::Stdio::null())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert_eq!((ended.status.code(), String::from_utf8_lossy(&ended.stderr).as_ref()), (Some(0), ASKED));
}
