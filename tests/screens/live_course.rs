//! A course whose files change while it is open.

use std::path::Path;
use std::sync::Arc;

use ninetracks::course::Course;
use ninetracks::course::live::LiveCourse;
use ninetracks::ui::app::{App, Message};
use ninetracks::ui::effect::{LibrarySection, Place};
use ninetracks::ui::script;

use super::{
    app_of, dark, exam_spec, fixture, id, lesson, lesson_cards, people, played, practice, section, start, store,
};

/// The fixture in a folder of its own.
fn written() -> (tempfile::TempDir, Arc<Course>, LiveCourse) {
    let folder = tempfile::tempdir().unwrap();
    for file in fixture().files() {
        let path = folder.path().join(&file.path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, &*file.text).unwrap();
    }
    let course = Arc::new(Course::open(folder.path()).unwrap());
    let live = LiveCourse::new(folder.path(), &course);
    (folder, course, live)
}

fn edit(folder: &Path, path: &str, from: &str, to: &str) {
    let text = std::fs::read_to_string(folder.join(path)).unwrap();
    assert!(text.contains(from), "{path} has no {from}");
    std::fs::write(folder.join(path), text.replace(from, to)).unwrap();
}

/// The screen after the files were read again, as the watching thread has it.
fn after(app: &mut App, live: &mut LiveCourse) -> String {
    let update = live.reread().expect("something has changed");
    let _ = app.handle(Message::Course(update), start());
    text(app)
}

fn text(app: &App) -> String {
    script::text(&script::screen(app, 80, 24).unwrap())
}

const FERRY: &str = "lessons/01-ferry.ron";

#[test]
fn a_saved_change_shows_on_the_page_that_is_read() {
    let (folder, course, mut live) = written();
    let mut app = played(app_of(course, lesson("ferry"), dark(), store()), "<right>");
    edit(folder.path(), FERRY, "Neither is real", "Neither is quite real");
    let shown = after(&mut app, &mut live);
    assert!(shown.contains("Neither is quite real") && shown.contains("Reread: lessons/01-ferry.ron."), "{shown}");
}

#[test]
fn an_error_has_its_place_on_every_screen_and_goes_when_it_is_mended() {
    for place in [Place::Home, lesson("ferry"), lesson_cards("ferry"), Place::Statistics, practice()] {
        let (folder, course, mut live) = written();
        let mut app = app_of(course, place.clone(), dark(), store());
        let before = text(&app);
        edit(folder.path(), FERRY, "minutes: ", "minutes ");
        let shown = after(&mut app, &mut live);
        assert!(shown.contains("! could not be read: lessons/01-ferry.ron:"), "{place:?}: {shown}");
        edit(folder.path(), FERRY, "minutes ", "minutes: ");
        let mended = after(&mut app, &mut live);
        let _ = app.handle(Message::Key(script::keys("<c-l>").unwrap()[0]), start());
        assert!(!mended.contains("could not be read"), "{mended}");
        assert_eq!(text(&app), before, "{place:?}");
    }
}

#[test]
fn whatever_is_open_goes_on_when_lessons_come_and_go() {
    let places: Vec<(Place, &str)> = vec![
        (Place::Home, "G"),
        (section("ferry", "doubt"), "<right>19"),
        (lesson_cards("ferry"), "<space>"),
        (Place::CardBrowser, "jj"),
        (Place::QuizSetup { lessons: vec![id("ferry")] }, "G"),
        (practice(), "2<enter>"),
        (Place::Quiz(exam_spec()), "1<enter>"),
        (Place::Scenarios, "<enter><enter>1<enter>"),
        (people(8), "l"),
        (Place::Statistics, ""),
        (Place::Wheel { at: 5 }, ""),
        (Place::Search, "ferry<down>"),
        (Place::Notes, ""),
        (Place::Settings, "j"),
        (Place::Library { shelf: LibrarySection::Glossary, entry: None }, "j<enter>"),
        (Place::Problems, ""),
    ];
    for (place, keys) in places {
        let (folder, course, mut live) = written();
        let mut app = played(app_of(course, place.clone(), dark(), store()), keys);
        // The other lesson goes; then two more come; then the first goes too.
        std::fs::remove_file(folder.path().join("lessons/02-drawn.ron")).unwrap();
        after(&mut app, &mut live);
        std::fs::write(folder.path().join("lessons/03.ron"), NEW).unwrap();
        std::fs::write(folder.path().join("lessons/04.ron"), NEW.replace("\"new\"", "\"newer\"")).unwrap();
        after(&mut app, &mut live);
        std::fs::remove_file(folder.path().join(FERRY)).unwrap();
        after(&mut app, &mut live);
        for key in script::keys("jkGg<space><enter><tab><down><up><esc>").unwrap() {
            let _ = app.handle(Message::Key(key), start());
            let _ = script::screen(&app, 80, 24);
        }
    }
}

const NEW: &str = r#"Lesson(id: "new", title: "New", summary: "S.", minutes: 1, sections: [Section(id: "a", title: "A", body: [Text("Words.")])])"#;
