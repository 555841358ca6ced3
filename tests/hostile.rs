//! Whatever a course, a database, a name, a path, an argument or a variable holds: no command lets a character out that
//! could steer a terminal, be it on standard output, on standard error or in a file.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

#[path = "hostile/strings.rs"]
mod strings;

use std::ffi::OsStr;
use std::fmt::Write as _;
use std::path::Path;

use assert_cmd::Command;
use ninetracks::course::model::text::is_unsafe;
use rusqlite::Connection;
use serde_json::Value;
use strings::every_string;
use tempfile::TempDir;

/// One of each kind: C0, C1, turning of direction, marks of direction, private use, tags, separators, nothing to see.
const HOSTILE: [char; 17] = [
    '\u{1b}',
    '\u{7}',
    '\u{8}',
    '\u{d}',
    '\u{7f}',
    '\u{9b}',
    '\u{9d}',
    '\u{85}',
    '\u{202e}',
    '\u{2066}',
    '\u{200f}',
    '\u{e000}',
    '\u{10fffd}',
    '\u{e0041}',
    '\u{2028}',
    '\u{200b}',
    '\u{feff}',
];

fn ninetracks() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ninetracks"));
    command.env_clear().env("HOME", "/nonexistent").env("LANG", "C.UTF-8").env("TZ", "UTC");
    command
}

/// Character references of all kinds, and an escape sequence made of them.
fn references() -> String {
    let all: String = HOSTILE.iter().fold(String::new(), |mut all, &c| {
        let _ = write!(all, "&#x{:x};", c as u32);
        all
    });
    format!(" {all}&#27;]52;c;ZXZpbA==&#7; &shy;&rlm;&ZeroWidthSpace;")
}

/// The fixture course with `hostile` in every text of more than one word, and a scenario.
fn course(hostile: &str) -> TempDir {
    let to = TempDir::new().unwrap();
    let from = Path::new(env!("CARGO_MANIFEST_DIR"));
    for folder in ["assets", "lessons", "quizzes", "quizzes/scenarios"] {
        std::fs::create_dir(to.path().join(folder)).unwrap();
        let source = if folder == "quizzes/scenarios" { from.to_owned() } else { from.join("tests/fixtures/course") };
        let mut files: Vec<_> = std::fs::read_dir(source.join(folder)).unwrap().map(|e| e.unwrap().path()).collect();
        files.sort();
        for file in files.iter().filter(|f| f.extension() == Some(OsStr::new("ron"))).take(3) {
            let text = std::fs::read_to_string(file).unwrap();
            std::fs::write(to.path().join(folder).join(file.file_name().unwrap()), poisoned(&text, hostile)).unwrap();
        }
    }
    to
}

/// `hostile` at the end of every string that holds a blank.
fn poisoned(ron: &str, hostile: &str) -> String {
    let mut parts = ron.split('"');
    let mut text = parts.next().unwrap().to_owned();
    for (n, part) in parts.enumerate() {
        let is_string = n % 2 == 0;
        let ends = if is_string && part.contains(' ') && !part.ends_with('\\') { hostile } else { "" };
        let _ = write!(text, "\"{part}{ends}");
    }
    text
}

/// What a command let out: both streams, and JSON as whoever reads it decodes it.
fn assert_safe(what: &str, text: &str) {
    // A spreadsheet knows by this mark that a file is UTF-8.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let found = |text: &str| text.chars().find(|&c| c != '\t' && is_unsafe(c));
    let line = text.lines().find(|l| found(l).is_some()).unwrap_or_default();
    assert_eq!(found(text), None, "{what} lets it out:\n{line}");
    if let Ok(json) = serde_json::from_str::<Value>(text) {
        every_string(&json, &mut |s| assert_eq!(found(s), None, "{what} lets it out in JSON: {s}"));
    }
}

/// Runs a command to its end and gives how it ended; a panic is none.
fn safe(command: &mut Command) -> Option<i32> {
    let output = command.output().unwrap();
    let what = format!("{:?}", command.get_args().collect::<Vec<_>>());
    assert_safe(&what, std::str::from_utf8(&output.stdout).expect("text"));
    assert_safe(&what, std::str::from_utf8(&output.stderr).expect("text"));
    assert_ne!(output.status.code(), Some(101), "{what}: {}", String::from_utf8_lossy(&output.stderr));
    output.status.code()
}

/// Every command with what is typed at it.
fn commands() -> Vec<(Vec<&'static str>, &'static str)> {
    let typed = "1\n2\n\u{1b}]0;x\u{7}\n\n3\nq\n";
    let mut all: Vec<(Vec<&str>, &str)> = Vec::new();
    for kind in ["lessons", "terms", "cards", "questions", "scenarios", "cases", "references"] {
        all.push((vec!["list", kind], ""));
        all.push((vec!["list", kind, "--json"], ""));
    }
    for line in [
        "learn 1",
        "learn 2",
        "cards",
        "quiz --exam",
        "quiz --json",
        "scenario 1",
        "drill",
        "drill --json",
        "check",
        "check --json",
        "stats",
        "stats --json",
        "profile list",
        "profile list --json",
        "paths",
        "doctor",
        "doctor --json",
        "report",
        "report --list",
        "report --list --json",
        "report --json",
        "report --csv",
        "report --html",
        "completions bash",
        "man",
        "forget drill 9 --yes",
        "paper --enter",
        "--keys <enter><pgdn> --print",
        "--keys c<space> --print",
        "--keys /a --print",
        "--keys l --print",
        "--keys t --print",
    ] {
        all.push((line.split(' ').collect(), typed));
    }
    all
}

#[test]
fn no_command_lets_out_what_a_course_holds() {
    let (course, data) = (course(&references()), TempDir::new().unwrap());
    let common = |command: &mut Command| {
        command.arg("--course").arg(course.path()).args(["--seed", "7", "--data"]).arg(data.path());
    };
    for (words, typed) in commands() {
        let mut command = ninetracks();
        common(&mut command);
        safe(command.args(words).write_stdin(typed));
    }
    let mut command = ninetracks();
    common(&mut command);
    let listed = command.args(["list", "questions"]).output().unwrap().stdout;
    assert!(String::from_utf8(listed).unwrap().contains("\u{fffd}]52;c;ZXZpbA==\u{fffd}"), "it was hostile");
    let out = data.path().join("sheets");
    let mut command = ninetracks();
    common(&mut command);
    assert_eq!(safe(command.args(["paper", "--out"]).arg(&out)), Some(0));
    for form in ["csv", "html", "json"] {
        let mut command = ninetracks();
        common(&mut command);
        let file = out.join(format!("report.{form}"));
        assert_eq!(safe(command.args(["report", &format!("--{form}"), "--out"]).arg(file)), Some(0));
    }
    for file in std::fs::read_dir(&out).unwrap().map(|e| e.unwrap().path()) {
        assert_safe(&file.display().to_string(), &std::fs::read_to_string(&file).unwrap());
    }
}

#[test]
fn no_command_lets_out_what_a_database_holds() {
    let data = TempDir::new().unwrap();
    let hostile: String = HOSTILE.iter().collect();
    let with = |words: &[&str], typed: &str| {
        let mut command = ninetracks();
        command.args([
            "--course",
            concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/course"),
            "--seed",
            "7",
            "--data",
        ]);
        safe(command.arg(data.path()).args(words).write_stdin(typed))
    };
    with(&["quiz", "--exam"], "1\n1\n1\n1\n1\n1\n1\n1\n");
    with(&["drill"], "1\n2\n3\nq\n");
    let db = Connection::open(data.path().join("progress.db")).unwrap();
    db.execute("UPDATE profile SET name = name || ?1", [&hostile]).unwrap();
    for (words, typed) in commands() {
        with(&words, typed);
    }
    let escaped = hostile.replace(|c: char| (c as u32) < 0x20, "\\u001b");
    db.execute("UPDATE event SET body = replace(body, '\":\"', '\":\"' || ?1)", [&escaped]).unwrap();
    for (words, typed) in commands() {
        with(&words, typed);
    }
}

#[test]
fn no_command_lets_out_what_it_was_called_with() {
    let hostile: String = format!("x{}", HOSTILE.iter().collect::<String>());
    let data = TempDir::new().unwrap();
    let path = data.path().join(&hostile);
    let path = path.to_str().unwrap();
    for words in [
        vec![hostile.as_str()],
        vec!["learn", &hostile],
        vec!["cards", &hostile],
        vec!["quiz", &hostile],
        vec!["scenario", &hostile],
        vec!["drill", "--roster", path],
        vec!["drill", "--lessons", &hostile],
        vec!["paper", "--lessons", &hostile],
        vec!["paper", "--out", path],
        vec!["report", &hostile],
        vec!["report", "--out", path],
        vec!["check", path],
        vec!["list", &hostile],
        vec!["list", "--course", path],
        vec!["forget", "pupil", &hostile, "--yes"],
        vec!["forget", "class", &hostile, "--yes"],
        vec!["forget", "profile", &hostile, "--yes"],
        vec!["profile", "rename", "a", &hostile],
        vec!["completions", &hostile],
        vec!["paths", "--course", path],
        vec!["doctor", "--course", path],
        vec!["--keys", &hostile, "--print"],
        vec!["--size", &hostile],
        vec!["--theme", &hostile],
        vec!["--profile", &hostile],
        vec!["--seed", &hostile],
        vec!["--no-such", &hostile],
    ] {
        safe(ninetracks().arg("--data").arg(path).args(words));
    }
    for variable in
        ["NINETRACKS_COURSE", "NINETRACKS_DATA", "NINETRACKS_THEME", "HOME", "XDG_DATA_HOME", "TERM", "LANG", "TZ"]
    {
        for words in [&["--help"][..], &["doctor"], &["doctor", "--json"], &["paths"], &["stats"], &["--no-such"]] {
            safe(ninetracks().env(variable, path).args(words));
        }
    }
}

/// What `check` says of a lesson with `text` in it.
fn checked(text: &str) -> String {
    let course = course("");
    let file = course.path().join("lessons/01-ferry.ron");
    let ron = std::fs::read_to_string(&file).unwrap();
    let marked = ron.replacen("title: \"", &format!("title: \"{text}"), 1);
    assert_ne!(ron, marked);
    std::fs::write(&file, marked).unwrap();
    let output = ninetracks().arg("check").arg(course.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn check_names_the_place_of_every_hostile_character() {
    for (text, behind, named) in [
        ("ab&#27;]52;c", 2, "U+001B"),
        ("é&#x9b;", 1, "U+009B"),
        ("abc&rlm;", 3, "U+200F"),
        ("a\\u{1b}", 1, "U+001B"),
        ("a \u{202e}", 2, "U+202E"),
    ] {
        let said = checked(text);
        let line = said.lines().find(|l| l.contains(named)).unwrap_or_else(|| panic!("{text:?}:\n{said}"));
        assert!(line.starts_with("error"), "{line}");
        let place =
            said.lines().skip_while(|l| !l.contains(named)).find(|l| l.contains("lessons/01-ferry.ron:")).unwrap();
        let column: usize = place.rsplit(':').next().unwrap().parse().unwrap();
        let title =
            std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/course/lessons/01-ferry.ron"))
                .unwrap();
        let (line, front) = title
            .lines()
            .enumerate()
            .find_map(|(n, l)| Some((n + 1, l.split_once("title: \"")?.0.chars().count())))
            .unwrap();
        assert!(place.contains(&format!(":{line}:")), "{place}");
        assert_eq!(column, front + "title: \"".len() + behind + 1, "{text:?}: {place}");
    }
}

#[test]
fn other_scripts_and_joined_signs_come_through() {
    let kind = "שלום עליكم 👩\u{200d}🔬 क्\u{200d}ष نمی\u{200c}خواهم é";
    let course = course(&format!(" {kind}"));
    let said = ninetracks().args(["list", "questions", "--course"]).arg(course.path()).output().unwrap();
    assert!(String::from_utf8(said.stdout).unwrap().contains(kind));
    let typed = "q\n";
    let said = ninetracks()
        .args(["learn", "1", "--data"])
        .arg(course.path())
        .arg("--course")
        .arg(course.path())
        .write_stdin(typed)
        .output()
        .unwrap();
    assert!(String::from_utf8(said.stdout).unwrap().contains("👩\u{200d}🔬"));
}
