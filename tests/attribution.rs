//! Whatever leaves the program says whose the words are and under which licence.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use std::fs;
use std::path::Path;

use assert_cmd::Command;
use ninetracks::course::Course;
use tempfile::TempDir;

fn run(folder: &Path, args: &[&str]) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ninetracks"));
    command.env_clear().env("HOME", "/nonexistent").env("LANG", "C.UTF-8").current_dir(folder);
    command.args(["--data", "data", "--seed", "5"]).args(args).assert().success();
}

/// The text of a file without what Markdown and HTML escape.
fn read(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).unwrap().replace('\\', "")
}

const BUILT_IN: [&str; 4] = [
    "“Multi-track diplomacy”, version 2.0, by the ninetracks authors",
    "Source: the built-in course",
    "Licence: CC BY 4.0",
    "https://creativecommons.org/licenses/by/4.0/",
];

#[test]
fn sheets_keys_and_notes_name_title_authors_source_and_licence() {
    let folder = TempDir::new().unwrap();
    run(folder.path(), &["paper", "--length", "3", "--versions", "2", "--out", "paper"]);
    let course = Course::builtin().unwrap();
    let noted =
        |o: &&ninetracks::course::outline::ScenarioOutline| course.whole_scenario(&o.id).unwrap().note.is_some();
    let scenario = course.scenario_outlines().iter().find(noted).unwrap().id.to_string();
    run(folder.path(), &["scenario", &scenario, "--note", "--out", "note.md"]);
    run(folder.path(), &["scenario", &scenario, "--note", "--out", "note.html"]);
    for (file, times) in [
        ("paper/sheets-A.html", 1),
        ("paper/sheets-B.md", 1),
        ("paper/key.html", 1),
        ("paper/key.md", 1),
        ("note.md", 1),
        ("note.html", 1),
    ] {
        let text = read(folder.path(), file);
        for part in BUILT_IN {
            assert_eq!(text.matches(part).count(), times, "{file}: {part}");
        }
    }
}

#[test]
fn another_course_has_its_own() {
    let folder = TempDir::new().unwrap();
    fs::create_dir_all(folder.path().join("course/assets")).unwrap();
    fs::create_dir_all(folder.path().join("course/quizzes")).unwrap();
    let about = r#"About(id: "c", title: "Knots", version: "3", language: "en", licence: "for this school only", standard: Plain)"#;
    fs::write(folder.path().join("course/assets/course.ron"), about).unwrap();
    let bank = r#"Bank(lesson: "l", questions: [Question(id: "q", stem: "Rope is long.", ask: TrueFalse(true))])"#;
    fs::write(folder.path().join("course/quizzes/1.ron"), bank).unwrap();
    run(folder.path(), &["--course", "course", "paper", "--out", "paper"]);
    for file in ["paper/sheets-A.html", "paper/key.md"] {
        let text = read(folder.path(), file);
        assert!(text.contains("“Knots”, version 3, as") && text.contains("Licence: for this school only."), "{text}");
        assert!(!text.contains("Creative") && !text.contains("CC BY") && !text.contains("Source:"), "{text}");
    }
}
