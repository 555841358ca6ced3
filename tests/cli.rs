//! The commands as a shell sees them: what they print where, and how they end.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use std::path::Path;
use std::process::{Command as Process, Stdio};

use assert_cmd::Command;
use predicates::prelude::*;
use serde_json::Value;
use tempfile::TempDir;

const LESSONS: usize = 16;

fn ninetracks() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ninetracks"));
    command
        .env_clear()
        .env("PATH", std::env::var("PATH").unwrap_or_default())
        .env("HOME", "/nonexistent")
        .env("LANG", "C.UTF-8")
        .env("TZ", "UTC");
    command
}

fn fixture() -> String {
    concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/course").to_owned()
}

/// A copy of the fixture course to break.
fn course() -> TempDir {
    let to = TempDir::new().unwrap();
    for folder in ["assets", "lessons", "quizzes"] {
        std::fs::create_dir(to.path().join(folder)).unwrap();
        for file in std::fs::read_dir(Path::new(&fixture()).join(folder)).unwrap().map(Result::unwrap) {
            std::fs::copy(file.path(), to.path().join(folder).join(file.file_name())).unwrap();
        }
    }
    to
}

/// Replaces the first `from` in a file of `course`.
fn change(course: &TempDir, path: &str, from: &str, to: &str) {
    let path = course.path().join(path);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{} has no `{from}`", path.display());
    std::fs::write(path, text.replacen(from, to, 1)).unwrap();
}

fn json(command: &mut Command) -> Value {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|e| panic!("{e}:\n{}", String::from_utf8_lossy(&output.stdout)))
}

#[test]
fn help_says_what_each_command_is_for() {
    let said: [(&[&str], &[&str]); 12] = [
        (
            &[],
            &[
                "Usage: ninetracks [OPTIONS] [COMMAND]",
                "learn ",
                "cards ",
                "quiz ",
                "drill ",
                "check ",
                "list ",
                "stats ",
                "paths ",
                "completions ",
                "man ",
                "--course <DIR>",
                "--data <DIR>",
                "--profile <NAME>",
                "--seed <N>",
                "--plain",
                "--theme <NAME>",
            ],
        ),
        (&["learn"], &["[LESSON]", "where you left off"]),
        (&["cards"], &["cards that are due", "[LESSON]"]),
        (
            &["quiz"],
            &["[LESSONS]...", "--length <N>", "--exam", "--limit <MINUTES>", "--pass <P>", "--json", "--seed <N>"],
        ),
        (&["drill"], &["--resume", "--roster <FILE>", "--teams <N>"]),
        (&["check"], &["[DIR]", "--json", "what to do"]),
        (&["list"], &["lessons, terms, cards, questions, scenarios", "references", "--json"]),
        (&["stats"], &["progress", "--json"]),
        (&["paths"], &["where things are kept"]),
        (&["doctor"], &["what is wrong", "--json"]),
        (&["completions"], &["bash", "zsh", "fish"]),
        (&["man"], &["manual page"]),
    ];
    for (command, phrases) in said {
        let output = ninetracks().args(command).arg("--help").output().unwrap();
        let text = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success() && output.stderr.is_empty(), "{command:?}");
        for phrase in phrases {
            assert!(text.contains(phrase), "`{command:?} --help` does not say `{phrase}`:\n{text}");
        }
        assert!(!text.contains("--keys") && !text.contains("--print"), "hidden options are shown by {command:?}");
    }
}

#[test]
fn the_version_is_the_packages() {
    ninetracks().arg("--version").assert().success().stdout(format!("ninetracks {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn wrong_usage_ends_with_2_and_nothing_on_standard_output() {
    let wrong: [&[&str]; 13] = [
        &["fly"],
        &["--fly"],
        &["quiz", "--length", "0"],
        &["quiz", "--length", "many"],
        &["quiz", "--pass", "101"],
        &["quiz", "--limit", "0"],
        &["list", "planets"],
        &["completions"],
        &["completions", "tcsh-nope"],
        &["--theme", "mauve"],
        &["--profile", "two words"],
        &["--profile", "../up", "stats"],
        &["--seed", "-1"],
    ];
    for arguments in wrong {
        ninetracks().args(arguments).assert().code(2).stdout("").stderr(predicate::str::is_empty().not());
    }
}

#[test]
fn every_kind_is_listed_as_one_array_of_objects_with_ids() {
    for (kind, least) in [
        ("lessons", LESSONS),
        ("terms", 60),
        ("cards", 190),
        ("questions", 220),
        ("scenarios", 3),
        ("cases", 10),
        ("references", 30),
    ] {
        let listed = json(ninetracks().args(["list", kind, "--json"]));
        let entries = listed.as_array().unwrap_or_else(|| panic!("{kind}: no array"));
        assert!(entries.len() >= least, "{kind}: {}", entries.len());
        let ids: Vec<&str> =
            entries.iter().map(|e| e["id"].as_str().unwrap_or_else(|| panic!("{kind}: no id in {e}"))).collect();
        let unique: std::collections::HashSet<&&str> = ids.iter().collect();
        assert_eq!(unique.len(), ids.len(), "{kind}: an id twice");
        let lines = ninetracks().args(["list", kind]).output().unwrap();
        assert_eq!(
            String::from_utf8(lines.stdout).unwrap().lines().count(),
            entries.len(),
            "{kind}: one line each, talk on standard error"
        );
        assert!(!lines.stderr.is_empty());
    }
}

#[test]
fn lessons_are_listed_by_default_and_the_fixture_in_its_order() {
    assert_eq!(json(ninetracks().args(["list", "--json"])), json(ninetracks().args(["list", "lessons", "--json"])));
    let listed = json(ninetracks().args(["--course", &fixture(), "list", "--json"]));
    assert_eq!(
        (&listed[0]["id"], &listed[1]["id"], &listed[1]["number"]),
        (&"ferry".into(), &"drawn".into(), &2.into())
    );
    assert_eq!((&listed[0]["questions"], &listed[0]["card_units"]), (&7.into(), &5.into()));
    let kinds: Vec<Value> =
        json(ninetracks().args(["--course", &fixture(), "list", "questions", "--json"])).as_array().unwrap()[..7]
            .iter()
            .map(|q| q["kind"].clone())
            .collect();
    assert_eq!(kinds, ["Choice", "Several", "TrueFalse", "Match", "Order", "Typed", "Classify"]);
}

#[test]
fn the_course_can_be_named_in_the_environment() {
    let listed = json(ninetracks().env("NINETRACKS_COURSE", fixture()).args(["list", "--json"]));
    assert_eq!(listed.as_array().map(Vec::len), Some(2));
}

#[test]
fn the_built_in_course_has_no_error() {
    let checked = ninetracks().args(["check", "--json"]).output().unwrap();
    let findings: Value = serde_json::from_slice(&checked.stdout).unwrap();
    let errors: Vec<&Value> = findings.as_array().unwrap().iter().filter(|f| f["severity"] == "error").collect();
    assert!(errors.is_empty(), "{errors:#?}");
    assert_eq!(checked.status.code(), Some(0));
    ninetracks().args(["check", &fixture()]).assert().success();
}

#[test]
fn all_errors_of_all_files_are_reported_in_one_run() {
    let course = course();
    change(&course, "lessons/02-drawn.ron", "minutes: 4,", "minutes: 4, colour: \"red\",");
    change(
        &course,
        "quizzes/01-ferry.ron",
        "objective: \"sort\", section: \"ports\", level: Apply,",
        "objective: \"fly\", section: \"ports\", level: Apply,",
    );
    change(&course, "quizzes/01-ferry.ron", "cite: [\"keel-1995\"]", "cite: [\"nobody-2000\"]");
    change(&course, "lessons/01-ferry.ron", "[[pilot]]", "[[captain]]");
    change(&course, "assets/cases.ron", "years: \"1993\"", "years: 1993");
    let checked = ninetracks().arg("check").arg(course.path()).assert().code(1);
    let text = String::from_utf8(checked.get_output().stdout.clone()).unwrap();
    for (path, told) in [
        ("lessons/02-drawn.ron", vec!["colour", "objectives"]),
        ("quizzes/01-ferry.ron", vec!["`fly`", "name, sort"]),
        ("quizzes/01-ferry.ron", vec!["nobody-2000"]),
        ("lessons/01-ferry.ron", vec!["captain"]),
        ("assets/cases.ron", vec!["quotation marks"]),
    ] {
        let blocks: Vec<&str> = text
            .split("\n\n")
            .filter(|block| block.contains(&format!("--> {path}:")) && told.iter().all(|t| block.contains(t)))
            .collect();
        assert!(!blocks.is_empty(), "{path} {told:?} is not reported:\n{text}");
        for block in blocks {
            is_like_a_compilers(block, course.path(), path);
        }
    }
    let counted = String::from_utf8(checked.get_output().stderr.clone()).unwrap();
    assert!(counted.contains("errors"), "{counted}");
}

/// `path:line:column`, the line itself, a caret under that column, and help.
fn is_like_a_compilers(block: &str, course: &Path, path: &str) {
    let place = block.split("--> ").nth(1).unwrap().lines().next().unwrap().trim();
    let numbers: Vec<usize> =
        place.strip_prefix(path).unwrap().split(':').skip(1).map(|n| n.parse().unwrap()).collect();
    let [line, column] = numbers[..] else { panic!("no line and column in `{place}`") };
    let text = std::fs::read_to_string(course.join(path)).unwrap();
    let source = text.lines().nth(line - 1).unwrap_or_else(|| panic!("{path} has no line {line}"));
    assert!(column >= 1 && column <= source.chars().count() + 1, "{place} is outside its line");
    let carets = block.lines().position(|l| l.contains('^')).unwrap_or_else(|| panic!("no caret:\n{block}"));
    let (quoted, marks) = (block.lines().nth(carets - 1).unwrap(), block.lines().nth(carets).unwrap());
    let marked = marks.chars().position(|c| c == '^').unwrap();
    let from_caret: String = quoted.chars().skip(marked).take(6).collect();
    let in_file: String = source.chars().skip(column - 1).take(6).collect();
    assert_eq!(from_caret.trim_end(), in_file.trim_end(), "the caret does not stand under column {column}:\n{block}");
    assert!(block.contains("help: "), "no help:\n{block}");
}

#[test]
fn findings_come_as_json_too() {
    let course = course();
    change(&course, "lessons/01-ferry.ron", "[[pilot]]", "[[captain]]");
    let checked = ninetracks().args(["check", "--json"]).arg(course.path()).assert().code(1);
    let findings: Value = serde_json::from_slice(&checked.get_output().stdout).unwrap();
    let errors: Vec<&Value> = findings.as_array().unwrap().iter().filter(|f| f["severity"] == "error").collect();
    let [finding] = errors[..] else { panic!("{findings:#}") };
    assert_eq!(
        (&finding["severity"], &finding["rule"], &finding["path"], &finding["line"]),
        (&"error".into(), &"term".into(), &"lessons/01-ferry.ron".into(), &12.into()),
        "{finding}"
    );
    assert!(finding["help"].as_str().is_some_and(|h| !h.is_empty()));
}

#[test]
fn what_is_wrong_across_files_is_found() {
    let broken: [(&str, &str, &str, &str); 10] = [
        ("assets/course.ron", "\"drawn\"]", "\"drawn\", \"lost\"]", "there is no lesson `lost`"),
        ("lessons/01-ferry.ron", "Recall(\"q-choice\")", "Recall(\"q-gone\")", "there is no question `q-gone`"),
        ("lessons/01-ferry.ron", "Recall(\"q-choice\")", "Recall(\"q-wheel\")", "belongs to another lesson"),
        ("lessons/01-ferry.ron", "[@harbour-1990]", "[@harbour-1890]", "there is no reference `harbour-1890`"),
        ("quizzes/01-ferry.ron", "Card(id: \"c-twoway\"", "Card(id: \"c-basic\"", "is used twice"),
        ("quizzes/01-ferry.ron", "section: \"ports\", face", "section: \"quay\", face", "no section `quay`"),
        ("quizzes/02-drawn.ron", "Question(id: \"q-bars\"", "Question(id: \"q-wheel\"", "is used twice"),
        ("quizzes/02-drawn.ron", "level: Understand", "level: Remember", "at its level"),
        (
            "lessons/02-drawn.ron",
            "Map([\"sound\", \"strait\"])",
            "Map([\"sound\", \"fjord\"])",
            "there is no case `fjord`",
        ),
        (
            "lessons/01-ferry.ron",
            "[\"Talks\", \"unofficial\", \"official\"]",
            "[\"Talks\", \"unofficial\"]",
            "not as many cells",
        ),
    ];
    for (path, from, to, said) in broken {
        let course = course();
        change(&course, path, from, to);
        ninetracks().arg("check").arg(course.path()).assert().code(1).stdout(predicate::str::contains(said));
    }
}

#[test]
fn a_table_that_does_not_fit_is_an_error() {
    let course = course();
    let row = |word: &str| vec![format!("\"{word}\""); 8].join(", ");
    change(&course, "lessons/01-ferry.ron", "[None, \"Pellow\", \"Skarn\"]", &format!("[{}]", row("Port")));
    change(
        &course,
        "lessons/01-ferry.ron",
        "[\"Talks\", \"unofficial\", \"official\"]",
        &format!("[{}]", row("unofficially")),
    );
    change(&course, "lessons/01-ferry.ron", "[\"May sign\", \"no\", \"yes\"]", &format!("[{}]", row("no")));
    ninetracks()
        .arg("check")
        .arg(course.path())
        .assert()
        .code(1)
        .stdout(predicate::str::contains("does not fit 80x24"));
}

#[test]
fn one_broken_lesson_leaves_the_others() {
    let course = course();
    change(&course, "lessons/02-drawn.ron", "title: \"Every figure once\",", "title: \"Every figure once\"");
    let listed = json(ninetracks().arg("--course").arg(course.path()).args(["list", "--json"]));
    let ids: Vec<&Value> = listed.as_array().unwrap().iter().map(|l| &l["id"]).collect();
    assert_eq!(ids, ["ferry"]);
    let data = TempDir::new().unwrap();
    let screen = ninetracks()
        .arg("--course")
        .arg(course.path())
        .arg("--data")
        .arg(data.path())
        .args(["--keys", "", "--print"])
        .assert()
        .success();
    screen.stdout(
        predicate::str::contains("How a ferry is agreed")
            .and(predicate::str::contains("could not be read: lessons/02-drawn.ron:4:")),
    );
}

#[test]
fn no_lesson_at_all_is_one_sentence_and_1() {
    let nothing = TempDir::new().unwrap();
    let missing = nothing.path().join("nowhere");
    let course = course();
    for name in ["01-ferry", "02-drawn"] {
        std::fs::write(course.path().join(format!("lessons/{name}.ron")), "Lesson(").unwrap();
    }
    for folder in [nothing.path(), &missing, course.path()] {
        for command in [
            &["list"][..],
            &["check"],
            &["stats"],
            &["quiz", "--length", "5", "--keys", "", "--print"],
            &["--keys", "", "--print"],
        ] {
            let data = TempDir::new().unwrap();
            let ended = ninetracks()
                .arg("--course")
                .arg(folder)
                .arg("--data")
                .arg(data.path())
                .args(command)
                .assert()
                .code(1)
                .stdout("");
            let said = String::from_utf8(ended.get_output().stderr.clone()).unwrap();
            assert_eq!(said.lines().count(), 1, "{command:?}: {said}");
            assert!(
                said.starts_with("ninetracks: ")
                    && said.contains(&folder.display().to_string())
                    && said.contains("lesson"),
                "{command:?}: {said}"
            );
        }
    }
}

#[test]
fn a_lesson_is_named_by_number_or_id_and_an_unknown_one_lists_them() {
    let data = TempDir::new().unwrap();
    let open = |named: &str| {
        let mut command = ninetracks();
        command.args(["--course", &fixture(), "--keys", "", "--print", "learn", named, "--data"]).arg(data.path());
        command.assert()
    };
    for named in ["2", "drawn"] {
        open(named).success().stdout(predicate::str::contains("2 · Every figure once"));
    }
    for unknown in ["0", "3", "drwan", "\u{1b}[31m"] {
        open(unknown).code(1).stdout("").stderr(
            predicate::str::contains("there is no lesson")
                .and(predicate::str::contains("1 ferry, 2 drawn"))
                .and(predicate::str::contains("\u{1b}").not()),
        );
    }
    for command in [&["cards", "nine"][..], &["quiz", "nine"], &["quiz", "ferry", "nine", "--length", "3"]] {
        ninetracks()
            .args(["--course", &fixture(), "--keys", "", "--print", "--data"])
            .arg(data.path())
            .args(command)
            .assert()
            .code(1)
            .stderr(predicate::str::contains("`nine`"));
    }
}

#[test]
fn keys_are_played_without_a_terminal_and_the_last_screen_is_printed() {
    let data = TempDir::new().unwrap();
    let play = |keys: &str, more: &[&str]| {
        let output =
            ninetracks().arg("--data").arg(data.path()).args(["--keys", keys, "--print"]).args(more).output().unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    let screen = play("j", &[]);
    assert_eq!(screen.lines().count(), 30);
    assert!(screen.lines().all(|l| l.chars().count() <= 100));
    assert!(screen.contains("▸ Review") && !screen.contains("▸ Continue") && !screen.contains('\u{1b}'), "{screen}");
    let small = play("jj", &["--size", "60x18"]);
    assert_eq!(small.lines().count(), 18);
    assert!(small.contains("▸ Quiz"));
    assert!(play("", &["--size", "59x18"]).contains("60 × 18"));
    ninetracks()
        .arg("--data")
        .arg(data.path())
        .args(["--keys", "<fly>", "--print"])
        .assert()
        .code(1)
        .stderr(predicate::str::contains("`<fly>` is no key").and(predicate::str::contains("<enter>")));
    ninetracks().args(["--keys", "", "--print", "--size", "0x0"]).assert().code(2);
}

#[test]
fn the_same_seed_gives_the_same_paper_and_another_another() {
    let paper = |seed: &str| {
        let data = TempDir::new().unwrap();
        let mut command = ninetracks();
        command
            .args(["quiz", "--length", "10", "--exam", "--seed", seed, "--keys", "<right><right>", "--print", "--data"])
            .arg(data.path());
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    let without_clock = |screen: String| screen.lines().skip(1).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(without_clock(paper("7")), without_clock(paper("7")));
    assert_ne!(without_clock(paper("7")), without_clock(paper("8")));
}

#[test]
fn progress_belongs_to_a_profile() {
    let data = TempDir::new().unwrap();
    let play = |profile: &str| {
        let mut command = ninetracks();
        command.args(["--course", &fixture(), "--profile", profile, "--data"]).arg(data.path());
        command
    };
    play("ana").args(["cards", "--keys", "<space>4", "--print"]).assert().success();
    assert_eq!(json(play("ana").args(["stats", "--json"]))["cards"]["young"], 1);
    assert_eq!(json(play("ben").args(["stats", "--json"]))["cards"]["young"], 0);
    play("ana").arg("stats").assert().success().stdout(predicate::str::contains("Cards young: 1"));
}

#[test]
fn paths_says_where_things_are_and_makes_nothing() {
    let home = TempDir::new().unwrap();
    let data = home.path().join("deep/er");
    let said = ninetracks().arg("--data").arg(&data).arg("paths").assert().success();
    said.stdout(
        predicate::str::contains(data.join("progress.db").display().to_string())
            .and(predicate::str::contains("not there yet"))
            .and(predicate::str::contains("built in")),
    );
    assert!(!data.exists());
    let usual = ninetracks()
        .env("HOME", home.path())
        .env("XDG_DATA_HOME", home.path().join("share"))
        .arg("paths")
        .assert()
        .success();
    usual.stdout(predicate::str::contains(home.path().join("share/ninetracks").display().to_string()));
    let named = ninetracks()
        .env("NINETRACKS_DATA", &data)
        .args(["--course", &fixture(), "--profile", "ana", "paths"])
        .assert()
        .success();
    named.stdout(
        predicate::str::contains(data.display().to_string())
            .and(predicate::str::contains(fixture()))
            .and(predicate::str::contains("ana")),
    );
}

#[test]
fn completions_are_scripts_that_know_the_commands() {
    for (shell, mark) in [
        ("bash", "complete -F"),
        ("zsh", "#compdef ninetracks"),
        ("fish", "complete -c ninetracks"),
        ("powershell", "Register-ArgumentCompleter"),
        ("elvish", "edit:completion"),
    ] {
        let script =
            ninetracks().args(["completions", shell]).assert().success().stderr("").get_output().stdout.clone();
        let text = String::from_utf8(script.clone()).unwrap();
        for word in [mark, "quiz", "learn", "profile", "course"] {
            assert!(text.contains(word), "{shell}: no `{word}`");
        }
    }
}

#[test]
fn the_bash_completions_are_valid() {
    let script = ninetracks().args(["completions", "bash"]).output().unwrap().stdout;
    let checked = match Process::new("bash").args(["-n"]).stdin(Stdio::piped()).stderr(Stdio::piped()).spawn() {
        Err(_) => return eprintln!("no bash here"),
        Ok(mut bash) => {
            std::io::Write::write_all(&mut bash.stdin.take().unwrap(), &script).unwrap();
            bash.wait_with_output().unwrap()
        }
    };
    assert!(checked.status.success(), "{}", String::from_utf8_lossy(&checked.stderr));
}

#[test]
fn the_manual_is_a_manual() {
    let page = ninetracks().arg("man").assert().success().stderr("");
    page.stdout(
        predicate::str::contains(".TH ninetracks 1")
            .and(predicate::str::contains(".SH SYNOPSIS"))
            .and(predicate::str::contains("quiz")),
    );
}

#[test]
fn without_a_terminal_the_app_says_what_to_do() {
    let data = TempDir::new().unwrap();
    ninetracks()
        .arg("--data")
        .arg(data.path())
        .assert()
        .code(1)
        .stdout("")
        .stderr(predicate::str::contains("terminal").and(predicate::str::contains("--plain")));
}

#[test]
fn a_data_path_that_is_a_file_is_said() {
    let base = TempDir::new().unwrap();
    let file = base.path().join("notes.txt");
    std::fs::write(&file, "mine").unwrap();
    ninetracks()
        .arg("stats")
        .arg("--data")
        .arg(&file)
        .assert()
        .code(1)
        .stdout("")
        .stderr(predicate::str::contains("notes.txt").and(predicate::str::contains("--data DIR")));
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "mine");
}

#[test]
fn whoever_reads_may_stop_early() {
    for command in [&["list", "questions", "--json"][..], &["list", "questions"], &["completions", "bash"], &["man"]] {
        let mut child = Process::new(env!("CARGO_BIN_EXE_ninetracks"))
            .args(command)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        // The reader is gone before the first byte: the worst case of `| head -1`.
        drop(child.stdout.take());
        let ended = child.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&ended.stderr);
        assert!(!said.contains("panicked") && !said.contains("Broken pipe"), "{command:?}: {said}");
        assert_ne!(ended.status.code(), Some(101), "{command:?}");
    }
}
