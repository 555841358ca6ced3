//! Questions of other programs, brought in and written out by the command.
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::path::Path;
use std::process::Output;

use assert_cmd::Command;
use tempfile::TempDir;

const GIFT: &str = "::Stopper::Which knot is a stopper?{\n =a figure eight#Bulky.\n ~a bowline\n}\n\n::Broken::Which?{\n ~one\n ~two\n}\n";

fn ninetracks(words: &[&str]) -> Output {
    Command::cargo_bin("ninetracks").unwrap().args(words).env("LC_ALL", "C.UTF-8").output().unwrap()
}

/// The same with progress in `data`.
fn with_data(data: &Path, words: &[&str]) -> Output {
    let data = data.to_str().unwrap();
    ninetracks(&[words, &["--data", data]].concat())
}

fn noted(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A folder with the file, and the course folder in it that is yet to be made.
fn made() -> (TempDir, String, String) {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    std::fs::write(at("knots.gift"), GIFT).unwrap();
    let (file, course) = (at("knots.gift"), at("ropes"));
    (folder, file, course)
}

#[test]
fn what_comes_is_a_course_and_what_does_not_is_named() {
    let (_folder, file, course) = made();
    let output = ninetracks(&["import", &file, "--into", &course]);
    assert!(output.status.success());
    assert!(said(&output).contains("knots.gift (GIFT): 2 items: 1 kept, 0 changed, 1 dropped"), "{}", said(&output));
    assert!(said(&output).contains("knots.gift:6:1: dropped: Broken: no option is right"), "{}", said(&output));
    assert!(ninetracks(&["check", &course]).status.success());
    let listed = said(&ninetracks(&["list", "questions", "--json", "--course", &course]));
    assert!(listed.contains("\"q-stopper\""), "{listed}");
}

#[test]
fn a_second_import_leaves_what_is_there_as_it_is() {
    let (_folder, file, course) = made();
    ninetracks(&["import", &file, "--into", &course]);
    let bank = Path::new(&course).join("quizzes/knots.ron");
    let before = std::fs::read_to_string(&bank).unwrap();
    let again = ninetracks(&["import", &file, "--into", &course, "--strict"]);
    assert!(said(&again).contains("1 item of knots already in the course"), "{}", said(&again));
    assert_eq!((again.status.code(), std::fs::read_to_string(&bank).unwrap()), (Some(1), before));
    assert_eq!(std::fs::read_dir(bank.parent().unwrap()).unwrap().count(), 1);
}

#[test]
fn nothing_half_made_is_left() {
    let (folder, file, course) = made();
    let dry = ninetracks(&["import", &file, "--into", &course, "--dry-run"]);
    assert!(dry.status.success() && !Path::new(&course).exists());
    let half = folder.path().join("half.xml");
    std::fs::write(&half, "<?xml version=\"1.0\"?><quiz><question type=\"essay\">").unwrap();
    let torn = ninetracks(&["import", half.to_str().unwrap(), "--into", &course]);
    let why = String::from_utf8_lossy(&torn.stderr).into_owned();
    assert_eq!((torn.status.code(), Path::new(&course).exists()), (Some(1), false), "{why}");
    assert!(why.contains("its end is missing"), "{why}");
}

#[test]
fn what_is_written_says_what_it_cannot_carry() {
    let gift = ninetracks(&["export", "1", "--format", "gift"]);
    let told = String::from_utf8_lossy(&gift.stderr).into_owned();
    assert!(said(&gift).contains("CC BY 4.0") && told.contains("GIFT has no cards"), "{told}");
    let aiken = ninetracks(&["export", "1", "--format", "aiken", "--strict"]);
    let told = String::from_utf8_lossy(&aiken.stderr).into_owned();
    assert!(aiken.status.code() == Some(1) && told.contains("pass it on with"), "{told}");
}

/// A folder, and names in it.
fn folder() -> (TempDir, impl Fn(&str) -> String) {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().to_owned();
    (folder, move |name: &str| root.join(name).to_str().unwrap().to_owned())
}

#[test]
fn an_anki_package_comes_back_as_it_went() {
    let (_folder, at) = folder();
    let gone = ninetracks(&["export", "1", "--format", "anki", "--out", &at("a.apkg")]);
    assert!(noted(&gone).contains(" 0 changed"), "{}", noted(&gone));
    let back = ninetracks(&["import", &at("a.apkg"), "--into", &at("course"), "--json"]);
    let told: serde_json::Value = serde_json::from_slice(&back.stdout).unwrap();
    let cards = said(&ninetracks(&["list", "cards", "--json"])).matches("\"lesson\":").count();
    assert!(told[0]["kept"].as_u64().unwrap() > 5 && told[0]["changed"] == 0 && told[0]["dropped"] == 0, "{told}");
    assert!(cards > 0 && ninetracks(&["check", &at("course")]).status.success());
    let again = ninetracks(&["import", &at("a.apkg"), "--into", &at("course")]);
    assert!(said(&again).contains("already in the course"), "{}", said(&again));
}

#[test]
fn a_package_is_not_written_to_a_terminal() {
    for format in ["anki", "qti", "kahoot", "xlsx"] {
        let output = ninetracks(&["export", "1", "--format", format]);
        assert!(output.status.code() == Some(1) && output.stdout.is_empty(), "{format}");
        assert!(noted(&output).contains("name a file with --out"), "{}", noted(&output));
    }
}

#[test]
fn a_saved_set_and_a_kept_paper_are_written_by_themselves() {
    let (_folder, at) = folder();
    let data = at("data");
    let data = Path::new(&data);
    with_data(data, &["paper", "-n", "4", "--save-questions", "Four", "--preview", "--seed", "3"]);
    let set = with_data(data, &["export", "--format", "moodle", "--questions", "four"]);
    assert!(noted(&set).contains("4 items:") && said(&set).contains("Four"), "{}", noted(&set));
    with_data(data, &["paper", "-n", "3", "--name", "Friday", "--out", &at("paper"), "--seed", "3"]);
    let paper = with_data(data, &["export", "--format", "gift", "--paper", "friday"]);
    assert!(noted(&paper).contains("3 items:") && said(&paper).contains("top/Friday"), "{}", noted(&paper));
    let none = with_data(data, &["export", "--format", "gift", "--questions", "Nine"]);
    assert!(none.status.code() == Some(1) && noted(&none).contains("These are: Four"), "{}", noted(&none));
}

#[test]
fn a_lesson_is_a_page_that_needs_nothing_else() {
    let page = said(&ninetracks(&["export", "1", "--format", "html"]));
    for words in ["<!DOCTYPE html>", "<figure>", "<pre>", "<summary>Answer</summary>", "Works cited", "CC BY 4.0"] {
        assert!(page.contains(words), "no {words}");
    }
    assert!(!page.contains("<script") && !page.contains("src=\"http"), "it asks the network");
}

#[test]
fn reviews_are_a_table() {
    let (_folder, at) = folder();
    let table = with_data(Path::new(&at("data")), &["export", "--format", "reviews"]);
    assert_eq!(said(&table).trim_end(), "time,day,card,lesson,grade,stage,seconds");
}

#[test]
fn what_an_interrupted_import_left_is_cleared_away() {
    let (folder, file, course) = made();
    let left = folder.path().join(".ropes.import-unfinished");
    std::fs::create_dir_all(left.join("quizzes")).unwrap();
    std::fs::write(left.join("quizzes/knots.ron"), "half").unwrap();
    assert!(ninetracks(&["import", &file, "--into", &course]).status.success());
    assert!(!left.exists() && ninetracks(&["check", &course]).status.success());
    let within = Path::new(&course).join(".import-unfinished");
    std::fs::create_dir_all(&within).unwrap();
    let more = folder.path().join("more.csv");
    std::fs::write(&more, "front,back\nbight,a bend\n").unwrap();
    assert!(ninetracks(&["import", more.to_str().unwrap(), "--into", &course]).status.success());
    assert!(!within.exists() && ninetracks(&["check", &course]).status.success());
}

/// Killed at whatever moment, an import leaves the folder as it was, or whole.
#[test]
fn a_killed_import_leaves_no_half_course() {
    let (folder, at) = folder();
    let rows: String = (0..3000).map(|n| format!("word {n},meaning {n}\n")).collect();
    std::fs::write(at("words.csv"), format!("front,back\n{rows}")).unwrap();
    for (n, wait) in [5_u64, 20, 60, 120, 250].into_iter().enumerate() {
        let course = at(&format!("course-{n}"));
        let program = assert_cmd::cargo::cargo_bin("ninetracks");
        let mut import = std::process::Command::new(program)
            .args(["import", &at("words.csv"), "--into", &course])
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap();
        let until = std::time::Instant::now() + std::time::Duration::from_millis(wait);
        while std::time::Instant::now() < until && import.try_wait().unwrap().is_none() {}
        let _ = import.kill();
        import.wait().unwrap();
        let is_whole = Path::new(&course).join("assets/course.ron").exists();
        assert!(is_whole || !Path::new(&course).exists(), "after {wait} ms");
        assert!(ninetracks(&["import", &at("words.csv"), "--into", &course]).status.success(), "a second try");
    }
    drop(folder);
}

#[test]
fn files_of_another_kind_are_refused_with_a_word() {
    let (_folder, at) = folder();
    for (name, bytes, word) in [
        ("a.apkg", &b"PK\x03\x04torn"[..], "no whole zip file"),
        ("a.xlsx", b"PK\x03\x04torn", "no spreadsheet"),
        ("a.xml", b"<quiz><question type=\"essay\">", "its end is missing"),
        (
            "a.xml",
            b"<!DOCTYPE q [<!ENTITY a \"b\">]><quiz><question><name>&a;</name></question></quiz>",
            "means nothing",
        ),
        ("a.bin", b"\x00\x01\x02", "its format cannot be told"),
    ] {
        std::fs::write(at(name), bytes).unwrap();
        let output = ninetracks(&["import", &at(name), "--into", &at("course")]);
        assert!(output.status.code() == Some(1) && noted(&output).contains(word), "{name}: {}", noted(&output));
        assert!(!Path::new(&at("course")).exists(), "{name}");
    }
}

/// What stands between the fences of a page, each with the file that the words above it name.
fn blocks(page: &str) -> Vec<(String, Option<String>, String)> {
    let (mut blocks, mut rest, mut above) = (Vec::new(), page, String::new());
    while let Some((before, after)) = rest.split_once("\n```") {
        above.push_str(before);
        let (head, inner) = after.split_once('\n').unwrap();
        let (inner, next) = inner.split_once("```").unwrap();
        let named = above.rsplit("(`").next().and_then(|named| named.split_once("`)")).map(|(name, _)| name.to_owned());
        blocks.push((head.to_owned(), named, inner.to_owned()));
        (rest, above) = (next, String::new());
    }
    blocks
}

#[test]
fn the_page_on_bringing_questions_leads_to_what_it_promises() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/bring-your-questions.md")).unwrap();
    let desk = tempfile::tempdir().unwrap();
    let mut commands = 0;
    for (kind, file, text) in blocks(page.split_once("## An example for each").unwrap().1) {
        if kind != "console" {
            std::fs::write(desk.path().join(file.unwrap()), text).unwrap();
            continue;
        }
        for block in text.split("$ ninetracks ").skip(1) {
            let mut lines = block.lines();
            let words: Vec<&str> = lines.next().unwrap().split_whitespace().collect();
            let mut command = Command::cargo_bin("ninetracks").unwrap();
            let command =
                command.args(&words).args(["--data", "data"]).env("LC_ALL", "C.UTF-8").current_dir(desk.path());
            let output = command.output().unwrap();
            let told = said(&output) + &noted(&output);
            assert!(output.status.success(), "{words:?}: {told}");
            lines.for_each(|line| assert!(told.contains(line), "{words:?} said\n{told}\nand not {line}"));
            commands += 1;
        }
    }
    assert!(commands > 12, "{commands}");
}

#[test]
fn a_lesson_is_chosen_and_written_on_the_screen() {
    let desk = tempfile::tempdir().unwrap();
    let keys = |script: &str| {
        let mut command = Command::cargo_bin("ninetracks").unwrap();
        command.args(["--data", "data", "--keys", script, "--print"]).env("LC_ALL", "C.UTF-8").current_dir(desk.path());
        said(&command.output().unwrap())
    };
    let parts = keys("o x");
    assert!(parts.contains("What is to be written?") && parts.contains("The whole course"), "{parts}");
    let formats = keys("o x <down> <enter>");
    assert!(formats.contains(": in which format?") && formats.contains("what is written"), "{formats}");
    let done = keys("o x <down> <enter> <enter> <enter>");
    assert!(done.contains("Exported: ") && done.contains("Written to"), "{done}");
    let written: Vec<String> =
        std::fs::read_dir(desk.path()).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    assert!(written.iter().any(|name| name.ends_with("-gift.gift") && name.matches('-').count() > 1), "{written:?}");
}
