//! Courses that are added, chosen by name, removed, and written in Markdown, by the command.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use std::fs;
use std::path::PathBuf;
use std::process::Output;

use assert_cmd::Command;
use ninetracks::course::Course;
use ninetracks::course::check::{check, fails};
use tempfile::TempDir;

const FORMAT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/format");

/// A home of one's own.
struct Home(TempDir);

impl Home {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn at(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    fn run(&self, words: &[&str]) -> Output {
        let mut command = Command::cargo_bin("ninetracks").unwrap();
        let data = self.at("data");
        command.current_dir(self.0.path()).env("LC_ALL", "C.UTF-8").env("NINETRACKS_DATA", data).args(words);
        command.output().unwrap()
    }

    /// Standard output of a command that succeeds.
    #[track_caller]
    fn done(&self, words: &[&str]) -> String {
        let output = self.run(words);
        assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    /// What is said by a command that fails.
    #[track_caller]
    fn refused(&self, words: &[&str]) -> String {
        let output = self.run(words);
        assert_eq!(output.status.code(), Some(1), "{words:?}");
        String::from_utf8_lossy(&output.stderr).into_owned()
    }

    /// A course with one card, in the folder `name`.
    fn course(&self, name: &str, id: &str, version: &str) -> String {
        let about = format!(
            "About(id: \"{id}\", title: \"Knots\", version: \"{version}\", language: \"en\", licence: \"CC0\", standard: Plain)"
        );
        self.write(&format!("{name}/assets/course.ron"), &about);
        self.write(&format!("{name}/quizzes/a.md"), "# Knots {#a}\n\nA bend :: joins two lines. {#c-bend}\n");
        self.at(name).to_str().unwrap().to_owned()
    }

    fn write(&self, path: &str, text: &str) {
        fs::create_dir_all(self.at(path).parent().unwrap()).unwrap();
        fs::write(self.at(path), text).unwrap();
    }

    fn added(&self) -> Vec<String> {
        let entries = fs::read_dir(self.at("data/courses")).into_iter().flatten();
        let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

#[test]
fn an_added_course_is_opened_by_its_name_and_removed() {
    let home = Home::new();
    assert!(home.done(&["course", "list"]).is_empty());
    let said = home.done(&["course", "add", FORMAT]);
    assert!(said.contains("as harbours. Open it with: ninetracks --course harbours"), "{said}");
    assert!(home.done(&["course", "list"]).starts_with("harbours  Harbours, version 1.0.0 (CC BY 4.0)"));
    assert!(home.done(&["--course", "harbours", "list"]).contains("harbour"));
    home.done(&["check", "harbours"]);
    assert!(home.done(&["paths", "--course", "harbours"]).contains("data/courses/harbours"));
    let meant = home.refused(&["--course", "harbour", "list"]);
    assert!(meant.contains("Did you mean `harbours`?") && meant.contains("Added courses: harbours"), "{meant}");
    home.done(&["course", "remove", "harbours"]);
    assert!(home.added().is_empty() && home.refused(&["course", "remove", "harbours"]).contains("none was added"));
}

#[test]
fn a_folder_comes_before_a_name() {
    let home = Home::new();
    home.done(&["course", "add", FORMAT]);
    home.course("harbours", "knots", "1");
    assert!(home.done(&["--course", "harbours", "list", "cards"]).contains("c-bend"));
}

#[test]
fn a_newer_version_takes_the_place_of_the_old_one() {
    let home = Home::new();
    home.done(&["course", "add", &home.course("one", "knots", "1")]);
    let two = home.course("two", "knots", "2");
    let said = home.refused(&["course", "add", &two]);
    assert!(said.contains("there already, as knots, version 1") && said.contains("--replace"), "{said}");
    home.done(&["course", "add", &two, "--replace"]);
    assert!(home.done(&["course", "list"]).contains("version 2"));
    assert_eq!(home.added(), ["knots"]);
}

#[test]
fn courses_of_one_id_have_names_and_progress_of_their_own() {
    let home = Home::new();
    home.done(&["course", "add", &home.course("one", "knots", "1")]);
    let said = home.done(&["course", "add", &home.course("two", "knots", "2"), "--name", "other-knots"]);
    assert!(said.contains("kept apart, as other-knots.added"), "{said}");
    let copy = home.course("copy", "multi-track-diplomacy", "9");
    let id = home.done(&["list", "--json", "--course", &copy]);
    assert!(!id.is_empty());
    let said = home.done(&["course", "add", &copy]);
    assert!(said.contains("as multi-track-diplomacy-2."), "{said}");
    let listed = home.done(&["course", "list", "--json"]);
    for progress in ["\"knots\"", "other-knots.added", "multi-track-diplomacy-2.added"] {
        assert!(
            listed.contains(&format!(
                "\"progress\": {}",
                if progress.starts_with('"') { progress.to_owned() } else { format!("\"{progress}\"") }
            )),
            "{listed}"
        );
    }
}

#[test]
fn a_course_with_errors_is_not_taken() {
    let home = Home::new();
    let course = home.course("knots", "knots", "1");
    home.write("knots/quizzes/a.md", "# Knots {#a}\n\nA bend :: joins two lines.\n");
    let said = home.refused(&["course", "add", &course]);
    assert!(said.contains("quizzes/a.md:3:1: this card has no id"), "{said}");
    assert!(home.added().is_empty());
    home.write("nothing.zip", "no archive");
    assert!(home.refused(&["course", "add", "nothing.zip"]).contains("no zip archive that can be read"));
    assert!(home.refused(&["course", "add", "nowhere"]).contains("cannot be opened"));
}

#[test]
fn home_in_lines_goes_from_one_course_to_another() {
    let home = Home::new();
    home.done(&["course", "add", &home.course("knots", "knots", "1")]);
    let mut command = Command::cargo_bin("ninetracks").unwrap();
    command.env("LC_ALL", "C.UTF-8").env("NINETRACKS_DATA", home.at("data")).args(["--plain", "--course", FORMAT]);
    let said = command.write_stdin("8\n2\nq\n").output().unwrap();
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    assert!(said.contains("Another course") && said.contains("Knots (added as knots"), "{said}");
    let (_, after) = said.split_once("Which course?").unwrap();
    assert!(after.contains("Knots."), "{after}");
}

#[test]
fn a_course_goes_to_markdown_and_back() {
    let home = Home::new();
    home.done(&["convert", FORMAT, "--to", "markdown", "--into", "md"]);
    assert!(home.at("md/lessons/01-harbour.md").exists() && !home.at("md/lessons/01-harbour.ron").exists());
    home.done(&["convert", "md", "--to", "ron", "--into", "ron"]);
    let [before, markdown, after] =
        [FORMAT.into(), home.at("md"), home.at("ron")].map(|f: PathBuf| Course::open(&f).unwrap());
    assert!(before.lessons().eq(after.lessons()) && before.banks().eq(after.banks()));
    let found = check(&markdown);
    assert!(!fails(&found), "{found:?}");
    assert!(home.refused(&["convert", FORMAT, "--to", "ron", "--into", "md"]).contains("is there already"));
}

impl Home {
    /// The last screen after `keys`, in the app as it opens at home.
    #[track_caller]
    fn screen(&self, keys: &str) -> String {
        self.done(&["--course", FORMAT, "--keys", keys, "--print"])
    }
}

#[test]
fn the_list_of_courses_opens_another() {
    let home = Home::new();
    home.done(&["course", "add", &home.course("knots", "knots", "1")]);
    let list = home.screen("o");
    assert!(list.contains("Multi-track diplomacy") && list.contains("▸ 2  Harbours"), "{list}");
    assert!(list.contains("3  Knots") && list.contains("added as knots · version 1 · CC0"), "{list}");
    assert!(home.screen("o3<enter>").contains("ninetracks · Knots"));
}

#[test]
fn a_course_is_added_on_the_screen() {
    let home = Home::new();
    home.course("knots", "knots", "1");
    home.write("other/readme.txt", "x");
    let list = home.screen("oa");
    assert!(list.contains("knots/") && list.contains("course") && list.contains("other/"), "{list}");
    // The data folder comes first: it is there since the app was opened.
    let added = home.screen("oaj<enter>");
    assert!(added.contains("Added: Knots") && home.added() == ["knots"], "{added}");
    assert!(home.screen("oaj<enter>").contains("there already, as knots"));
}

#[test]
fn questions_come_in_on_the_screen_after_a_trial() {
    let home = Home::new();
    home.write("knots.gift", "::Stopper::Which knot is a stopper?{\n =a figure eight\n ~a bowline\n}\n\n::Broken::Which?{\n ~one\n ~two\n}\n");
    let list = home.screen("oi");
    assert!(list.contains("knots.gift") && list.contains("GIFT") && list.contains("data/"), "{list}");
    let trial = home.screen("oij<enter>");
    assert!(trial.contains("1 kept, 0 changed, 1 dropped") && trial.contains("no option is right"), "{trial}");
    assert!(!home.at("knots").exists());
    let done = home.screen("oij<enter><enter>");
    assert!(done.contains("Imported:") && home.at("knots/quizzes/knots.ron").exists(), "{done}");
    assert!(home.screen("oijj<enter><enter><enter>").contains("ninetracks · knots-2"), "it opens what came");
}

#[test]
fn questions_go_out_on_the_screen_after_a_trial() {
    let home = Home::new();
    let trial = home.screen("ox<enter><enter>");
    assert!(trial.contains("GIFT: ") && trial.contains("dropped"), "{trial}");
    let done = home.screen("ox<enter><enter><enter>");
    assert!(done.contains("Exported: ") && done.contains("CC BY 4.0"), "{done}");
    assert_eq!(fs::read_dir(home.0.path()).unwrap().count(), 2, "the data folder and the file");
}

/// The example of `docs/markdown.md` is a lesson that works.
#[test]
fn the_page_shows_a_lesson_without_an_error() {
    let home = Home::new();
    let page = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/markdown.md")).unwrap();
    let (_, example) = page.split_once("```markdown\n").unwrap();
    let (example, _) = example.split_once("```\n").unwrap();
    let (_, figure) = page.split_once("````markdown\n").unwrap();
    let (figure, _) = figure.split_once("````\n").unwrap();
    let about = "About(id: \"sailing\", title: \"Sailing\", version: \"1\", language: \"en\", licence: \"CC0\", standard: Plain)";
    home.write("course/assets/course.ron", about);
    home.write("course/lessons/01-knots.md", &example.replace("[[bowline]]: ", &format!("{figure}\n[[bowline]]: ")));
    let course = Course::open(&home.at("course")).unwrap();
    let found = check(&course);
    assert!(found.is_empty(), "{found:#?}");
    let (lesson, bank) = (course.lessons().next().unwrap(), course.banks().next().unwrap());
    assert_eq!((lesson.sections.len(), bank.cards.len(), bank.questions.len()), (2, 2, 3));
}
