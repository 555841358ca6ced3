//! Homework from a teacher's shell to a pupil's and back; and a gradebook, read by another program.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use assert_cmd::Command;
use tempfile::TempDir;

/// How a command ended and what it wrote.
struct Ended {
    is_good: bool,
    said: String,
    talk: String,
}

/// A folder in which a teacher and pupils have their data.
struct School(TempDir);

impl School {
    fn new() -> Self {
        let school = Self(TempDir::new().unwrap());
        std::fs::write(school.0.path().join("8b.csv"), "Ana Ruiz\nBen Ode\nCem Ay\n").unwrap();
        assert!(school.teacher(&["class", "import", "8b.csv", "--name", "8b"]).is_good);
        school
    }

    fn run(&self, data: &str, arguments: &[&str], typed: &str) -> Ended {
        let fixture = ["--course", concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/course")];
        self.run_in(&fixture, data, arguments, typed)
    }

    fn run_in(&self, course: &[&str], data: &str, arguments: &[&str], typed: &str) -> Ended {
        let mut command = Command::new(env!("CARGO_BIN_EXE_ninetracks"));
        command.env_clear().env("HOME", "/nonexistent").env("LANG", "C.UTF-8").env("TZ", "UTC");
        command.current_dir(self.0.path()).args(course);
        command.args(["--seed", "7", "--plain", "--data", data]);
        let output = command.args(arguments).write_stdin(typed).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Ended { is_good: output.status.success(), said: text(output.stdout), talk: text(output.stderr) }
    }

    fn teacher(&self, arguments: &[&str]) -> Ended {
        self.run("teacher", arguments, "")
    }

    /// What a pupil with this name is given at the end of the homework in `file`, answering `typed`.
    fn code(&self, name: &str, file: &str, typed: &str) -> String {
        let ended = self.run(name.split(' ').next().unwrap(), &["quiz", "--file", file, "--name", name], typed);
        assert!(ended.is_good, "{}{}", ended.said, ended.talk);
        ended.said.lines().last().unwrap().trim().to_owned()
    }
}

#[test]
fn homework_goes_out_and_comes_back_counted_once() {
    let school = School::new();
    let args = ["paper", "--kind", "choice,truefalse", "--class", "8b", "--name", "Friday", "--home", "friday.json"];
    let out = school.teacher(&args);
    assert!(out.is_good && out.said == "friday.json\n" && out.talk.contains("report --add CODE"), "{}", out.talk);
    let code = school.code("ana ruiz", "friday.json", "1\n\n1\n\n1\n\n");
    assert!(code.len() < 60 && code.contains('-'), "{code}");
    // Opened again, it is done, and the code is the same.
    assert_eq!(school.code("ana ruiz", "friday.json", ""), code);
    let report = school.teacher(&["report", "--add", &code.to_lowercase()]);
    assert!(report.is_good && report.talk.contains("Ana Ruiz is in."), "{}{}", report.said, report.talk);
    assert!(["Ana Ruiz", "8b", "1 at home"].iter().all(|said| report.said.contains(said)), "{}", report.said);
    let again = school.teacher(&["report", "--add", &code, "--json"]);
    assert!(again.talk.contains("in already") && again.said.matches("\"who\"").count() == 1, "{}", again.said);
}

#[test]
fn codes_that_are_foreign_or_changed_or_nobodys_are_refused_with_a_word() {
    let school = School::new();
    assert!(school.teacher(&["paper", "--kind", "choice", "--class", "8b", "--home", "one.json"]).is_good);
    assert!(school.teacher(&["paper", "--kind", "truefalse", "--name", "Other", "--home", "two.json"]).is_good);
    let code = school.code("Ben Ode", "one.json", "1\n\n");
    let changed = format!("{}{}", &code[..code.len() - 1], if code.ends_with('0') { 'G' } else { '0' });
    let other = School::new();
    assert!(other.teacher(&["paper", "--kind", "choice", "--home", "one.json"]).is_good);
    let foreign = other.code("Ben Ode", "one.json", "1\n\n");
    let nobody = school.code("Zoe Nobody", "one.json", "1\n\n");
    let codes = [changed, foreign, nobody, "hello".to_owned()].join("\n");
    std::fs::write(school.0.path().join("codes.txt"), codes).unwrap();
    let refused = school.teacher(&["report", "--add", "codes.txt"]);
    assert!(!refused.is_good && refused.said.is_empty());
    for why in ["changed or mistyped", "another homework", "nobody is called Zoe Nobody in 8b", "no code of a homework"]
    {
        assert!(refused.talk.contains(why), "no `{why}` in\n{}", refused.talk);
    }
    assert!(school.teacher(&["report", "--add", &code]).is_good, "the true one is taken");
}

#[test]
fn what_a_class_missed_goes_home_and_a_drill_without_misses_gives_none() {
    let school = School::new();
    let drill = |answers: &str| {
        let played = school.run(
            "teacher",
            &["drill", "--class", "8b", "--teams", "2", "--pin", "q-truefalse", "-n", "1"],
            answers,
        );
        assert!(played.is_good, "{}{}", played.said, played.talk);
    };
    drill("\n\nt\nt\n\n\n\n\n");
    let out = school.teacher(&["report", "--home", "missed.json"]);
    assert!(out.is_good && out.talk.contains("1 question"), "{}{}", out.said, out.talk);
    drill("\n\nf\nf\n\n\n\n\n");
    let out = school.teacher(&["report", "--home", "none.json"]);
    assert!(!out.is_good && out.talk.contains("nothing was missed"), "{}{}", out.said, out.talk);
}

#[test]
fn what_is_no_homework_is_not_opened() {
    let school = School::new();
    let refused = school.run("ana", &["quiz", "--file", "8b.csv"], "");
    assert!(!refused.is_good && refused.talk.contains("no homework that ninetracks wrote"), "{}", refused.talk);
    let refused = school.run("ana", &["quiz", "--file", "nowhere.json"], "");
    assert!(!refused.is_good && refused.talk.contains("nowhere.json"), "{}", refused.talk);
}

/// Python's `csv` finds a row for each pupil, the absent one included, under columns that gradebooks know.
#[test]
fn a_gradebook_is_read_by_python() {
    let school = School::new();
    let args =
        ["drill", "--class", "8b", "--absent", "Cem Ay", "--teams", "2", "--kind", "choice", "--name", "A, \"B\"; C"];
    let played = school.run("teacher", &args, "\n\na\nb\n\n\n\n\n");
    assert!(played.is_good, "{}{}", played.said, played.talk);
    assert!(school.teacher(&["report", "--csv", "gradebook", "--out", "grades.csv"]).is_good);
    let script = "import csv\n\
        with open('grades.csv', encoding='utf-8-sig', newline='') as file:\n    rows = list(csv.DictReader(file))\n\
        for row in rows: print(row['Student'], row['Section'], row['attendance'], row['A, \"B\"; C'] or '-', len(row))";
    let Ok(output) = std::process::Command::new("python3").args(["-c", script]).current_dir(school.0.path()).output()
    else {
        eprintln!("python3 is not here: the gradebook was not read by it");
        return;
    };
    let read = String::from_utf8(output.stdout).unwrap();
    let rows: Vec<&str> = read.lines().collect();
    assert_eq!(rows.len(), 3, "{read}{}", String::from_utf8_lossy(&output.stderr));
    assert!(
        rows[2].starts_with("Cem Ay 8b absent - ") && rows[..2].iter().all(|row| row.contains("8b present")),
        "{read}"
    );
    assert_eq!(
        rows.iter().filter_map(|row| row.rsplit(' ').next()).collect::<std::collections::BTreeSet<_>>().len(),
        1
    );
}

/// Where hands are counted, pupils can vote by their numbers on the list: the gradebook has what each chose last.
#[test]
fn pupils_vote_by_their_numbers_in_one_line() {
    let school = School::new();
    let args = ["drill", "--class", "8b", "--teams", "2", "--mode", "argue", "--pin", "q-choice", "-n", "1"];
    let played = school.run("teacher", &args, "\n\n1b 9a\n1b 2a, 3c\n\n1a 2a 3a\n\n\n");
    assert!(played.is_good && played.said.contains("There is no pupil 9: the list has 1 to 3."), "{}", played.said);
    let grades = school.teacher(&["report", "--csv", "gradebook"]).said;
    for name in ["Ana Ruiz", "Ben Ode", "Cem Ay"] {
        let row = grades.lines().find(|row| row.starts_with(name)).unwrap();
        assert!(row.ends_with(",A,"), "{row}");
    }
    let report = school.teacher(&["report"]).said;
    assert!(report.contains("Ana Ruiz B, then A; Ben Ode A; Cem Ay C, then A."), "{report}");
}

/// Where teams answer, pupils who show cards are typed the same way; a team that is split is asked.
#[test]
fn pupils_show_their_answers_by_numbers_where_teams_answer() {
    let school = School::new();
    for mode in ["together", "class"] {
        let args = ["drill", "--class", "8b", "--teams", "2", "--mode", mode, "--pin", "q-choice", "-n", "1"];
        let played = school.run("teacher", &args, "\n\n1b 9a\n1b2a, 3c\na\n\n\n\n\n");
        assert!(played.is_good && played.said.contains("There is no pupil 9: the list has 1 to 3."), "{}", played.said);
        assert!(played.said.contains("Split, ask for one letter and type it: Team "), "{}", played.said);
        let report = school.teacher(&["report"]).said;
        assert!(report.contains("Ana Ruiz B; Ben Ode A; Cem Ay C."), "{report}");
        let grades = school.teacher(&["report", "--csv", "gradebook"]).said;
        assert!(grades.lines().any(|row| row.starts_with("Cem Ay") && row.contains(",C,")), "{grades}");
    }
}

#[test]
fn pupils_decide_in_a_scenario_by_their_numbers() {
    let school = School::new();
    let built_in = |arguments: &[&str], typed| school.run_in(&[], "teacher", arguments, typed);
    built_in(&["class", "import", "8b.csv", "--name", "8b"], "");
    let args = ["drill", "--class", "8b", "--mode", "scenario"];
    let said = built_in(&args, "\n1a 2b 9a\n1a 2b 3b\nleave\n").said;
    assert!(said.contains("There is no pupil 9") && said.contains("Hands: A 1, B 2"), "{said}");
}
