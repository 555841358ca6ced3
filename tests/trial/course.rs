//! A course that anybody may have written: read, checked, shown on screens and in lines.

use std::cell::RefCell;
use std::path::Path;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use ninetracks::course::check::check;
use ninetracks::course::finding::Finding;
use ninetracks::course::report::{Ink, render};
use ninetracks::course::{Course, OpenError};
use ninetracks::study::quiz::{Mode, PaperSpec};
use ninetracks::ui::app::{App, Config, Flow, Message};
use ninetracks::ui::effect::{LibrarySection, Place, SetupStart};
use ninetracks::ui::script;

use super::{learner, lines, store, top};

/// The files of the small course that one after the other is replaced.
const FILES: [&str; 8] = [
    "lessons/01-ferry.ron",
    "lessons/02-drawn.ron",
    "quizzes/01-ferry.ron",
    "quizzes/02-drawn.ron",
    "assets/course.ron",
    "assets/references.ron",
    "assets/schemes.ron",
    "assets/cases.ron",
];

/// Rules whose findings concern a whole file or folder.
const WHOLE_FILE: [&str; 1] = ["file"];

/// The first byte chooses a file of the small course, whose text is then the rest.
///
/// # Panics
/// When the course cannot be read without one, or a finding has no place.
pub fn course_files(data: &[u8]) {
    thread_local!(static FOLDER: RefCell<Option<tempfile::TempDir>> = const { RefCell::new(None) });
    let Some((&which, text)) = data.split_first() else { return };
    FOLDER.with_borrow_mut(|folder| {
        let folder = folder.get_or_insert_with(copied).path();
        let path = folder.join(FILES[usize::from(which) % FILES.len()]);
        let before = std::fs::read(&path).unwrap();
        std::fs::write(&path, text).unwrap();
        let _ = course(folder);
        std::fs::write(&path, before).unwrap();
    });
}

fn copied() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in FILES {
        let to = folder.path().join(file);
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::copy(top().join("tests/fixtures/course").join(file), to).unwrap();
    }
    folder
}

/// Reads, checks and shows the course in `folder`; the number of its findings, if it is one.
///
/// # Panics
/// When anything does, or a finding does not say where it stands.
pub fn course(folder: &Path) -> Option<usize> {
    let course = match Course::open(folder) {
        Ok(course) => Arc::new(course),
        Err(error) => {
            let whole = matches!(error, OpenError::Folder { .. } | OpenError::Empty { .. });
            assert!(whole || error.to_string().contains(".ron:"), "no place in: {error}");
            return None;
        }
    };
    let findings = check(&course);
    for finding in &findings {
        is_placed(finding, &course);
    }
    on_screens(&course);
    lines::all(&course, b"\n\n1\n\nb\n1991\nx\n\n\n\n2\n\n\n3\n\n\n\n");
    Some(findings.len())
}

/// The finding says in which file, line and column it stands, there is such a place, and it can be shown.
fn is_placed(finding: &Finding, course: &Course) {
    let place = &finding.place;
    let shown = render(finding, Ink::Plain);
    assert!(shown.contains(&place.to_string()), "{place} is not shown: {shown}");
    if WHOLE_FILE.contains(&finding.rule) && place.line == 0 {
        return;
    }
    let file = course.files().iter().find(|file| file.path == place.path);
    let file = file.unwrap_or_else(|| panic!("{finding:?} stands in no file"));
    let line = place.line.checked_sub(1).and_then(|n| file.text.split('\n').nth(n));
    let line = line.unwrap_or_else(|| panic!("{finding:?} stands in no line"));
    assert!((1..=line.chars().count() + 1).contains(&place.column), "{finding:?} stands in no column of {line:?}");
    assert!(place.source.get(place.span.clone()).is_some(), "{finding:?} means nothing");
}

/// The lessons, cards and questions of the course and, by turns, one of the other places of the app, with a few keys.
fn on_screens(course: &Arc<Course>) {
    let quiz = Mode::Practice;
    let quiz = PaperSpec { lessons: Vec::new(), length: 9, seed: 7, mode: quiz, limit_s: None, only: Vec::new() };
    let mut others = vec![
        (Place::Home, "jjj?"),
        (Place::DrillSetup(SetupStart::default()), "<enter><enter><enter>"),
        (Place::Scenarios, "<enter><enter>1<enter><enter>2<enter>"),
        (Place::Wheel { at: 1 }, "5"),
        (Place::Problems, "jj"),
    ];
    others.extend(LibrarySection::ALL.map(|shelf| (Place::Library { shelf, entry: None }, "jj<enter>")));
    let turn = course.files().iter().map(|file| file.text.len()).sum::<usize>();
    let mut places = vec![
        others.swap_remove(turn % others.len()),
        (Place::Cards { lesson: Some(course.outlines()[0].id.clone()) }, "<space>3<space>1<space>4<space>2"),
        (Place::Quiz(quiz), "1<enter><enter>a<enter><enter>bcd<enter><enter>2<enter><enter>w<enter>x<enter>"),
    ];
    places.extend(course.outlines().iter().map(|lesson| {
        let lesson = lesson.id.clone();
        (Place::Lesson { lesson, section: None }, "<right><right>1<enter><right><tab><enter><esc>n<right>2<enter>nnn")
    }));
    for (at, (place, keys)) in places.into_iter().enumerate() {
        is_drawn(course, place, keys, if (turn + at) % 2 == 0 { (80, 24) } else { (60, 18) });
    }
}

fn is_drawn(course: &Arc<Course>, place: Place, keys: &str, (width, height): (u16, u16)) {
    let config = Config { place, ..Config::fixed(learner(course)) };
    let mut now = Timestamp::UNIX_EPOCH + SignedDuration::from_hours(500_000);
    let mut app = App::new(Arc::clone(course), Ok(store(course)), config, now, (width, height)).unwrap();
    let mut drawn = script::screen(&app, width, height);
    for key in script::keys(keys).unwrap() {
        now += SignedDuration::from_secs(1);
        if app.handle(Message::Key(key), now) != Flow::Continue {
            break;
        }
        drawn = script::screen(&app, width, height);
    }
    let text = drawn.map_or_else(String::new, |buffer| script::text(&buffer));
    assert!(!text.chars().any(|c| c.is_control() && c != '\n'), "a control character is shown: {text:?}");
}
