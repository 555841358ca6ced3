//! `docs/course-format.md` shows the course of `tests/fixtures/format/`: file by file, and a course that works.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use std::path::Path;

use ninetracks::course::Course;
use ninetracks::course::check::check;
use ninetracks::course::model::{Id, Kind, Scenario};
use ninetracks::course::read::read;
use ninetracks::course::report::{Ink, render};
use ninetracks::study::item::{Item, Key, Response, Revealed, Rows};
use ninetracks::study::quiz::{Mode, Paper, PaperSpec};
use ninetracks::ui::fit;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/format"))
}

fn course() -> Course {
    Course::open(root()).unwrap()
}

fn item(course: &Course, id: &str) -> Item {
    let (lesson, question) = course.question(&Id::new(id).unwrap()).unwrap();
    Item::written(course, lesson, question)
}

/// What a line typed as an answer to a question earns, of 1.
#[track_caller]
fn earns(id: &str, line: &str, share: f64) {
    let item = item(&course(), id);
    let response = item.read_line(line).unwrap();
    let earned = item.grade(&response).share();
    assert!((earned - share).abs() < 1e-3, "{id}: {line} earned {earned}");
}

#[test]
fn the_page_shows_every_file_as_it_is() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/course-format.md")).unwrap();
    for file in course().files() {
        let block = format!("```ron\n// {}\n{}```\n", file.path, &*file.text);
        assert!(page.contains(&block), "docs/course-format.md does not show {} as it is", file.path);
    }
    assert_eq!(page.matches("```ron\n").count(), course().files().len(), "a block shows no file");
}

#[test]
fn the_shortened_scenario_can_be_read() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/course-format.md")).unwrap();
    let (_, scenario) = page.split_once("```text\n// quizzes/scenarios/ferry.ron, shortened\n").unwrap();
    let (scenario, _) = scenario.split_once("```\n").unwrap();
    let scenario: Scenario = read("ferry.ron", scenario).unwrap();
    assert_eq!((scenario.played().len(), scenario.note.map(|n| n.questions.len())), (2, Some(2)));
}

#[test]
fn the_example_has_no_error() {
    let course = course();
    let found: Vec<_> = check(&course).into_iter().chain(fit::check(&course)).collect();
    let found: Vec<_> = found
        .iter()
        .filter(|f| f.severity == ninetracks::course::finding::Severity::Error)
        .map(|f| render(f, Ink::Plain))
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n\n"));
}

#[test]
fn every_kind_stands_in_it() {
    let course = course();
    for kind in Kind::ALL {
        assert!(course.banks().flat_map(|b| &b.questions).any(|q| q.ask.kind() == kind), "{kind:?}");
    }
}

#[test]
fn each_option_earns_what_it_says() {
    earns("q-ten", "1", 1.0);
    earns("q-ten", "2", 0.5);
    earns("q-ten", "10", 0.0);
    earns("q-ten", "j", 0.0);
    earns("q-several", "1 2", 1.0);
    earns("q-several", "1", 0.6667);
    earns("q-several", "2", 0.3333);
    earns("q-words", "harbour pilot", 1.0);
    earns("q-words", "helmsman", 0.5);
    earns("q-words", "pirate", 0.0);
    earns("q-gaps", "clerk; log", 1.0);
    earns("q-gaps", "clerk; leg", 0.5);
    earns("q-gaps", "; log", 0.5);
    earns("q-class", "1", 1.0);
    earns("q-class", "2", 0.5);
}

#[test]
fn a_number_is_right_within_its_tolerance_and_in_its_unit() {
    earns("q-number", "9.81", 1.0);
    earns("q-number", "9,8 m/s^2", 1.0);
    earns("q-number", "9.86", 1.0);
    earns("q-number", "9.87", 0.0);
    earns("q-number", "9.81 km/h", 0.0);
    earns("q-number", "fast", 0.0);
}

#[test]
fn several_gaps_are_typed_apart() {
    let item = item(&course(), "q-gaps");
    assert!(item.read_line("clerk log").unwrap_err().contains("semicolons"));
    assert_eq!(item.read_pen("clerk; log").unwrap(), item.spelled("clerk;log").unwrap());
}

#[test]
fn what_is_said_depends_on_how_it_came_out() {
    let course = course();
    let item = item(&course, "q-ten");
    let said = |of: usize| {
        let it = Revealed::new(&course, &item, &Key::Author, Some(&Response::Picked(of)));
        let Rows::Options(rows) = it.rows else { panic!("options have rows") };
        let why = rows.into_iter().find(|r| r.taken).and_then(|r| r.why).map(|t| t.to_string());
        (it.feedback.unwrap().to_string(), why.unwrap_or_default())
    };
    assert_eq!(said(0), ("You know the quay.".into(), "Yes: she knows the channel.".into()));
    assert_eq!(said(1), ("Near the water, at least.".into(), "A trade of ships that lie in port.".into()));
    assert_eq!(said(2), ("Read about the quay again.".into(), "Bread is baked in town.".into()));
}

#[test]
fn what_is_kept_in_reserve_is_not_drawn() {
    let course = course();
    let spec = |seed| PaperSpec {
        lessons: Vec::new(),
        length: 99,
        seed,
        mode: Mode::Practice,
        limit_s: None,
        only: Vec::new(),
    };
    let drawn =
        |seed| Paper::draw(&course, spec(seed)).items.into_iter().map(|i| i.question.to_string()).collect::<Vec<_>>();
    assert!(drawn(1).contains(&"q-loose".to_owned()) && !drawn(1).contains(&"q-reserve".to_owned()));
    assert_eq!(course.outlines().iter().map(|o| o.questions).collect::<Vec<_>>(), [10, 1]);
}

/// The example in a folder of its own, each file as `edit` leaves it.
fn edited(edit: impl Fn(&str, String) -> String) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in course().files() {
        let path = folder.path().join(&file.path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, edit(&file.path, file.text.to_string())).unwrap();
    }
    std::fs::create_dir_all(folder.path().join("assets/pictures")).unwrap();
    std::fs::copy(root().join("assets/pictures/quay.svg"), folder.path().join("assets/pictures/quay.svg")).unwrap();
    folder
}

#[test]
fn windows_line_ends_do_no_harm() {
    let folder = edited(|_, text| text.replace('\n', "\r\n"));
    let windows = Course::open(folder.path()).unwrap();
    assert!(windows.problems().is_empty() && windows.files().iter().all(|f| !f.text.contains('\r')));
    assert_eq!(item(&windows, "q-ten"), item(&course(), "q-ten"));
    let first_place = |end: &str| {
        let broken = edited(|path, text| {
            let text = if path.starts_with("lessons/") { text.replace("minutes: 3", "minutes: three") } else { text };
            text.replace('\n', end)
        });
        let found = check(&Course::open(broken.path()).unwrap());
        (found[0].place.line, found[0].place.column)
    };
    assert_eq!(first_place("\r\n"), first_place("\n"));
    assert_eq!(first_place("\r\n"), (5, 14));
}

#[test]
fn the_cause_is_said_first_and_alone() {
    let errors = |edit: &dyn Fn(&str, String) -> String| {
        let found = check(&Course::open(edited(edit).path()).unwrap());
        let errors = found.into_iter().filter(|f| f.severity == ninetracks::course::finding::Severity::Error);
        errors.map(|f| f.message).collect::<Vec<_>>()
    };
    let quote = |path: &str, text: String| {
        if path == "quizzes/01-harbour.ron" {
            text.replace("Who steers a ship in?", "Who \"steers\" a ship in?")
        } else {
            text
        }
    };
    assert_eq!(errors(&quote), ["a quotation mark ends the text here, and words go on behind it"]);
    let bracket = |path: &str, text: String| {
        if path == "assets/references.ron" { text.replacen("    ),\n", "", 1) } else { text }
    };
    let found = errors(&bracket);
    assert!(found.len() == 1 && found[0].contains("is still open"), "{found:?}");
    let facts = |path: &str, text: String| if path == "assets/facts.ron" { "[]".to_owned() } else { text };
    assert!(errors(&facts).iter().all(|message| message.contains("there is no fact `F1`")));
}

#[test]
fn an_empty_folder_says_what_is_missing() {
    let folder = tempfile::tempdir().unwrap();
    let said = Course::open(folder.path()).err().unwrap().to_string();
    for missing in ["assets/course.ron", "lessons/", "quizzes/", "docs/course-format.md"] {
        assert!(said.contains(missing), "{said}");
    }
}

#[test]
fn wheel_and_map_show_what_the_course_has() {
    let course = course();
    let (wheel, spokes) = course.wheel().unwrap();
    assert_eq!((wheel.title.as_str(), spokes.len()), ("The trades of a port", 3));
    assert_eq!(course.cases().iter().filter(|c| c.has_place()).count(), 1);
    assert!(course.is_retired(&Id::new("q-fog").unwrap()));
}
