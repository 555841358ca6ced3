//! `ninetracks paper` as a shell sees it: files, what is said where, how it ends, and results typed in.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use std::path::Path;

use assert_cmd::Command;
use predicates::prelude::*;
use tempfile::TempDir;

const FILES: [&str; 6] = ["sheets-A.html", "sheets-A.md", "sheets-B.html", "sheets-B.md", "key.html", "key.md"];

/// A teacher's folder, with a data folder in it.
struct Desk(TempDir);

impl Desk {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn paper(&self, args: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ninetracks"));
        command
            .env_clear()
            .env("HOME", "/nonexistent")
            .env("LANG", "C.UTF-8")
            .env("TZ", "UTC")
            .current_dir(self.0.path());
        command.args(["--data", "data", "paper"]).args(args);
        command
    }

    fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.0.path().join(path)).unwrap()
    }

    fn has(&self, path: &str) -> bool {
        self.0.path().join(path).exists()
    }
}

fn listed(folder: &str) -> String {
    FILES.map(|file| format!("{}\n", Path::new(folder).join(file).display())).concat()
}

#[test]
fn a_question_has_its_picture_in_the_page_and_in_words() {
    let desk = Desk::new();
    let course = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/format");
    let drawn = ["--lessons", "harbour", "--seed", "3", "--versions", "1", "--out", "out"];
    desk.paper(&[&["--course", course][..], &drawn].concat()).assert().success();
    assert!(desk.read("out/sheets-A.html").contains(r#"<img src="data:image/svg+xml,%3C"#));
    assert!(
        desk.read("out/sheets-A.md")
            .contains("Picture: A quay with one crane beside the water (assets/pictures/quay.svg)")
    );
}

#[test]
fn sheets_and_key_are_written_apart_and_named_on_standard_output() {
    let desk = Desk::new();
    let how = "ninetracks paper --enter --lessons 1,2 --length 6 --seed 7\n";
    desk.paper(&["--lessons", "2,1,2", "--length", "6", "--seed", "7", "--versions", "2"])
        .assert()
        .success()
        .stdout(listed("paper-7"))
        .stderr(predicate::str::ends_with(how));
    for (version, other) in [("A", "B"), ("B", "A")] {
        let sheet = desk.read(&format!("paper-7/sheets-{version}.html"));
        assert!(
            sheet.contains(&format!("<b>{version}</b>")) && !sheet.contains(&format!("<b>{other}</b>")),
            "{version}"
        );
        assert!(sheet.contains("Lessons 1, 2 · 6 questions · seed 7") && sheet.contains("counter(page)"), "{version}");
        assert!(desk.read(&format!("paper-7/sheets-{version}.md")).contains(&format!("version {version}\n")));
    }
    assert!(!desk.has("paper-7/sheets-C.html"));
    assert!(desk.read("paper-7/key.html").contains(how.trim_end()));
    assert!(!desk.has("data"), "writing sheets changes no progress");
}

#[test]
fn the_same_seed_writes_the_same_files() {
    let desk = Desk::new();
    for (out, seed) in [("one", "7"), ("two", "7"), ("three", "8")] {
        desk.paper(&["--lessons", "track-two", "--versions", "2", "--seed", seed, "--out", out])
            .assert()
            .success()
            .stdout(listed(out));
    }
    for file in FILES {
        let [one, two, three] = ["one", "two", "three"].map(|folder| desk.read(&format!("{folder}/{file}")));
        assert!(one == two && one != three, "{file}");
    }
}

#[test]
fn without_a_seed_one_is_drawn_and_told() {
    let desk = Desk::new();
    let output = desk.paper(&["--length", "3"]).output().unwrap();
    let first = String::from_utf8(output.stdout).unwrap().lines().next().unwrap().to_owned();
    let seed = first.strip_prefix("paper-").unwrap().split(['/', '\\']).next().unwrap().to_owned();
    assert!(desk.read(&first).contains(&format!("seed {seed}")));
}

#[test]
fn the_sheet_asks_what_the_quiz_on_the_screen_asks() {
    let desk = Desk::new();
    desk.paper(&["--lessons", "3", "--length", "8", "--seed", "5"]).assert().success();
    let sheet = desk.read("paper-5/sheets-A.md");
    let version_a = &sheet[..];
    let mut quiz = Command::new(env!("CARGO_BIN_EXE_ninetracks"));
    quiz.env_clear().env("HOME", "/nonexistent").env("LANG", "C.UTF-8").env("TZ", "UTC").current_dir(desk.0.path());
    let args = ["--data", "data", "--seed", "5", "quiz", "3", "--length", "8", "--plain", "--json"];
    let output = quiz.args(args).write_stdin("skip\n".repeat(8)).output().unwrap();
    let asked: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let ids: Vec<&str> = asked["questions"].as_array().unwrap().iter().map(|q| q["id"].as_str().unwrap()).collect();
    let mut list = Command::new(env!("CARGO_BIN_EXE_ninetracks"));
    let list = list.env_clear().env("HOME", "/nonexistent").args(["list", "questions", "--json"]).output().unwrap();
    let all: Vec<serde_json::Value> = serde_json::from_slice(&list.stdout).unwrap();
    let words = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let version_a = words(version_a);
    let places: Vec<usize> = ids
        .iter()
        .map(|id| words(all.iter().find(|q| q["id"] == *id).unwrap()["stem"].as_str().unwrap()))
        .map(|stem| version_a.find(&stem).unwrap_or_else(|| panic!("{stem} is not on the sheet")))
        .collect();
    assert!(places.len() == 8 && places.is_sorted(), "{places:?}");
}

#[test]
fn nothing_is_written_over_unless_it_is_asked_for() {
    let desk = Desk::new();
    std::fs::create_dir(desk.0.path().join("out")).unwrap();
    std::fs::write(desk.0.path().join("out/key.md"), "mine").unwrap();
    let args = ["--seed", "7", "--out", "out"];
    desk.paper(&args)
        .assert()
        .code(1)
        .stdout("")
        .stderr(predicate::str::contains("key.md already exists").and(predicate::str::contains("--force")));
    assert!(desk.read("out/key.md") == "mine" && !desk.has("out/sheets-A.html"));
    desk.paper(&[&args[..], &["--force"]].concat()).assert().success();
    assert!(desk.read("out/key.md").starts_with("# Key"));
}

#[test]
fn a_folder_that_cannot_be_made_is_said() {
    let desk = Desk::new();
    std::fs::write(desk.0.path().join("file"), "").unwrap();
    desk.paper(&["--out", "file/sheets"])
        .assert()
        .code(1)
        .stderr(predicate::str::contains("file/sheets").and(predicate::str::contains("--out DIR")));
}

#[test]
fn wrong_usage_ends_with_2() {
    let desk = Desk::new();
    let wrong: [&[&str]; 6] = [
        &["--versions", "0"],
        &["--versions", "7"],
        &["--length", "0"],
        &["--enter"],
        &["--enter", "--seed", "7", "--out", "x"],
        &["--enter", "--seed", "7", "--force"],
    ];
    for args in wrong {
        desk.paper(args).assert().code(2).stdout("").stderr(predicate::str::is_empty().not());
    }
    desk.paper(&["--enter"]).assert().code(2).stderr(predicate::str::contains("at the foot of each"));
}

#[test]
fn help_says_what_the_options_are_for() {
    let output = Desk::new().paper(&["--help"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    for phrase in [
        "--lessons <LESSONS>",
        "--length <N>",
        "--versions <N>",
        "--out <DIR>",
        "--force",
        "--enter",
        "--seed <N>",
        "key.html",
    ] {
        assert!(text.contains(phrase), "no `{phrase}`:\n{text}");
    }
}

#[test]
fn a_lesson_that_is_not_there_is_said() {
    let desk = Desk::new();
    desk.paper(&["--lessons", "1,99"]).assert().code(1).stderr(predicate::str::contains("there is no lesson `99`"));
}

#[test]
fn results_are_typed_in_from_a_pipe_and_kept() {
    let desk = Desk::new();
    let args = ["--enter", "--lessons", "1", "--length", "2", "--seed", "7"];
    desk.paper(&args)
        .write_stdin("Ana\nB\n\n\nBen\nA\n")
        .assert()
        .success()
        .stdout(predicate::str::contains("Ana: 0 of 2 points."));
    desk.paper(&args)
        .write_stdin("ANA\na\n\n\n\n")
        .assert()
        .success()
        .stdout(
            predicate::str::contains("Already entered: Ana.")
                .and(predicate::str::contains("Ana is already entered; this replaces it.")),
        )
        .stdout(predicate::str::contains("1 sheet of this paper typed in so far."));
}

#[test]
fn a_kept_paper_is_entered_and_reported_by_its_number_and_its_name() {
    let desk = Desk::new();
    desk.paper(&["--lessons", "1", "--length", "2", "--seed", "7", "--name", "Fri\"</style>day"])
        .assert()
        .success()
        .stderr(predicate::str::contains("ninetracks paper --enter 1\n"));
    let sheet = desk.read("paper-7/sheets-A.html");
    assert!(sheet.contains("paper 1 · code ") && sheet.matches("</style>").count() == 1, "a name is no markup");
    desk.paper(&["--enter", "1"]).write_stdin("Ana; B; - -\n\n").assert().success();
    desk.paper(&["--enter", "9"])
        .assert()
        .code(1)
        .stderr(predicate::str::contains("there is no kept paper `9`. These are: 1"));
    let report = |paper: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ninetracks"));
        command.env_clear().env("HOME", "/nonexistent").env("LANG", "C.UTF-8").current_dir(desk.0.path());
        command.args(["--data", "data", "report", "--csv", "gradebook", "--paper", paper]);
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    assert!(report("1").contains("\nAna,") && report("1") == report("7"), "{}", report("1"));
}

#[test]
fn what_a_course_says_cannot_become_markup() {
    let desk = Desk::new();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/course");
    for folder in ["assets", "lessons", "quizzes"] {
        std::fs::create_dir_all(desk.0.path().join("course").join(folder)).unwrap();
        for file in std::fs::read_dir(from.join(folder)).unwrap().map(Result::unwrap) {
            let text = std::fs::read_to_string(file.path()).unwrap();
            let text = text
                .replace("Who steers a ship", "<img src=x onerror=alert(1)>Who steers a ship")
                .replace("A harbour master", "</li><script>alert(2)</script>");
            std::fs::write(desk.0.path().join("course").join(folder).join(file.file_name()), text).unwrap();
        }
    }
    desk.paper(&["--course", "course", "--length", "40", "--seed", "1"]).assert().success();
    for file in ["sheets-A.html", "key.html"] {
        let page = desk.read(&format!("paper-1/{file}"));
        assert!(page.contains("&lt;img src=x") && !page.contains("<img") && !page.contains("<script"), "{file}");
    }
}

#[test]
fn sheets_with_more_questions_than_the_course_has_now_are_asked_about() {
    let desk = Desk::new();
    let typed_in = |length| {
        desk.paper(&["--enter", "--lessons", "1", "--length", length, "--seed", "7"])
            .write_stdin("\n")
            .assert()
            .success()
    };
    typed_in("3").stderr("");
    typed_in("400").stderr(predicate::str::contains("questions, not 400"));
}
