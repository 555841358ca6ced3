//! `check`: what is found, where, and how it is shown.

use super::*;

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
            "as many cells",
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
            .and(predicate::str::contains("could not be read: lessons/02-drawn.ron:3:")),
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
fn errors_count_though_nobody_reads_them() {
    let course = course();
    change(&course, "lessons/01-ferry.ron", "[[pilot]]", "[[captain]]");
    for format in [&[][..], &["--json"]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let binary = assert_cmd::cargo::cargo_bin!("ninetracks");
        let mut checked = std::process::Command::new(binary);
        let ended =
            checked.arg("check").arg(course.path()).args(format).stdout(writer).stderr(std::process::Stdio::null());
        assert_eq!(ended.status().unwrap().code(), Some(1), "{format:?}");
    }
}

/// A report of two questions, of which the course has one.
const REPORT: &str = r#"{"report": "test", "attempts": 20, "questions": [
    {"id": "q-choice", "facility": {"value": 0.1}, "discrimination_index": {"value": -12.0}, "unused_distractors": ["C"],
     "options": [{"mark": "A", "text": "A pilot", "right": true, "count": 2}, {"mark": "B", "text": "A passenger", "right": false, "count": 18},
                 {"mark": "C", "text": "A clerk", "right": false, "count": 0}]},
    {"id": "q-gone", "facility": {"value": 0.5}, "discrimination_index": {"value": 40.0}, "options": []}]}"#;

#[test]
fn a_class_s_answers_are_told_where_their_questions_stand() {
    let folder = TempDir::new().unwrap();
    let report = folder.path().join("report.json");
    std::fs::write(&report, REPORT).unwrap();
    let told = ninetracks().args(["check", &fixture(), "--statistics"]).arg(&report).assert().success();
    let text = String::from_utf8(told.get_output().stdout.clone()).unwrap();
    for said in [
        "quizzes/01-ferry.ron:9:23 q-choice: facility 0.10, discrimination -12 %, 20 answers",
        "Those who did well elsewhere did worse here",
        "More chose “A passenger” (18) than the key (2). Is the key right?",
        "Nobody chose “A clerk” (20 attempts). Put a mistake that learners make",
        "nobody chose: quizzes/01-ferry.ron:10:",
        "no longer in the course q-gone: facility 0.50, discrimination 40 %, 20 answers",
    ] {
        assert!(text.contains(said), "{said}:\n{text}");
    }
    told.stderr(predicate::str::contains("2 questions, 1 to look at, 1 no longer in the course."));
    let told = json(ninetracks().args(["check", &fixture(), "--json", "--statistics"]).arg(&report));
    assert_eq!((&told[0]["line"], &told[0]["unused_distractors"][0]["line"]), (&9.into(), &10.into()), "{told:#}");
    assert_eq!(told[0]["observations"][0]["about"], "wrong_way_round");
    assert!(told[1]["path"].is_null());
    let nothing = ninetracks().args(["check", &fixture(), "--statistics", &fixture()]).assert().code(1);
    nothing.stderr(predicate::str::contains("report --json"));
}
