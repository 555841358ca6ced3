use std::path::Path;

use tempfile::TempDir;

use super::*;

const ABOUT: &str = r#"About(id: "knots", title: "Knots", version: "1", language: "en", licence: "CC0", standard: Plain, lessons: ["first"])"#;

fn lesson(title: &str) -> String {
    format!(
        r#"Lesson(id: "first", title: "{title}", summary: "S", minutes: 1, sections: [Section(id: "a", title: "A", body: [Text("Words.")])])"#
    )
}

fn write(root: &Path, path: &str, text: &str) {
    let at = root.join(path);
    std::fs::create_dir_all(at.parent().unwrap()).unwrap();
    std::fs::write(at, text).unwrap();
}

fn folder() -> (TempDir, LiveCourse) {
    let folder = TempDir::new().unwrap();
    write(folder.path(), "assets/course.ron", ABOUT);
    write(folder.path(), "lessons/01.ron", &lesson("One"));
    write(folder.path(), "lessons/02.ron", &lesson("Two").replace("\"first\"", "\"second\""));
    let course = Course::open(folder.path()).unwrap();
    assert_eq!(course.problems(), []);
    let live = LiveCourse::new(folder.path(), &course);
    (folder, live)
}

fn titles(update: &CourseUpdate) -> Vec<String> {
    update.course.as_ref().map_or(Vec::new(), |c| c.outlines().iter().map(|o| o.title.to_string()).collect())
}

fn places(update: &CourseUpdate) -> Vec<String> {
    update.errors.iter().map(|e| e.place.to_string()).collect()
}

#[test]
fn a_saved_change_is_read_and_nothing_else() {
    let (folder, mut live) = folder();
    assert!(live.reread().is_none(), "nothing has changed");
    write(folder.path(), "lessons/01.ron", &lesson("Other"));
    let update = live.reread().unwrap();
    assert_eq!((titles(&update), places(&update)), (vec!["Other".into(), "Two".into()], vec![]));
    assert_eq!(update.changed, ["lessons/01.ron"]);
    assert!(live.reread().is_none());
    std::fs::remove_file(folder.path().join("lessons/02.ron")).unwrap();
    assert_eq!(titles(&live.reread().unwrap()), ["Other"]);
}

#[test]
fn a_broken_file_stays_as_it_was_and_its_error_has_a_place() {
    let (folder, mut live) = folder();
    write(folder.path(), "lessons/01.ron", "Lesson(id: \"first\",\n  title: One)");
    write(folder.path(), "lessons/02.ron", &lesson("Three").replace("\"first\"", "\"second\""));
    let update = live.reread().unwrap();
    assert_eq!(titles(&update), ["One", "Three"], "the others go on");
    assert_eq!(places(&update), ["lessons/01.ron:2:10"]);
    write(folder.path(), "lessons/01.ron", &lesson("Mended"));
    let update = live.reread().unwrap();
    assert_eq!((titles(&update), places(&update)), (vec!["Mended".into(), "Three".into()], vec![]));
}

#[test]
fn a_file_that_cannot_be_opened_stays_as_it_was() {
    let (folder, mut live) = folder();
    std::fs::write(folder.path().join("lessons/01.ron"), b"\xff\xfe").unwrap();
    let update = live.reread().unwrap();
    assert_eq!((titles(&update), places(&update)), (vec!["One".into(), "Two".into()], vec!["lessons/01.ron".into()]));
}

#[test]
fn a_folder_without_a_lesson_leaves_the_old_course() {
    let (folder, mut live) = folder();
    for name in ["01.ron", "02.ron"] {
        std::fs::remove_file(folder.path().join("lessons").join(name)).unwrap();
    }
    let update = live.reread().unwrap();
    assert!(update.course.is_none() && update.errors[0].message.contains("no lesson to read"), "{update:?}");
}

#[test]
fn what_check_finds_is_among_the_errors_but_not_what_stood_before() {
    let (folder, mut live) = folder();
    write(folder.path(), "lessons/01.ron", &lesson("One").replace("Words.", "Words [@nobody]."));
    let update = live.reread().unwrap();
    let found = errors(update.course.as_ref().unwrap(), live.broken(), |_| Vec::new());
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].message.contains("nobody"));
    write(folder.path(), "lessons/01.ron", "Lesson(");
    let update = live.reread().unwrap();
    let found = errors(update.course.as_ref().unwrap(), live.broken(), |_| Vec::new());
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].rule, "format");
}

#[test]
#[cfg(target_os = "linux")]
fn a_change_is_told_of_however_it_is_saved() {
    let (folder, _) = folder();
    let root = folder.path().to_owned();
    let saves: [fn(&Path); 3] = [
        |root| write(root, "lessons/01.ron", "a"),
        |root| {
            write(root, "lessons/.01.ron.new", "b");
            std::fs::rename(root.join("lessons/.01.ron.new"), root.join("lessons/01.ron")).unwrap();
        },
        |root| write(root, "quizzes/scenarios/new.ron", "c"),
    ];
    let mut changes = FolderChanges::of(&root);
    for save in saves {
        save(&root);
        changes.wait();
    }
    assert!(changes.are_told());
}

#[test]
fn a_lesson_in_markdown_stays_as_it_was_too() {
    let (folder, _) = folder();
    let text = "# Three {#third minutes=1}\n\nA lesson.\n\n## A {#third-a}\n\nWords.\n";
    write(folder.path(), "lessons/03.md", text);
    let course = Course::open(folder.path()).unwrap();
    assert_eq!(course.problems(), []);
    let mut live = LiveCourse::new(folder.path(), &course);
    assert!(live.reread().is_none(), "nothing has changed");
    write(folder.path(), "lessons/03.md", &text.replace("Words.", "```ron\nnonsense(\n```"));
    let update = live.reread().unwrap();
    assert!(places(&update).first().is_some_and(|at| at.starts_with("lessons/03.md:")), "{update:?}");
    assert_eq!(titles(&update).len(), 3, "{update:?}");
}
