//! The terminal's cursor stands on what has the focus, on every screen; and `y` copies it.

use std::sync::Arc;

use super::{
    app, app_of, dark, drill, id, lesson, lesson_cards, people, played, practice, quiz, section, start, store,
};
use jiff::SignedDuration;
use ninetracks::course::Course;
use ninetracks::ui::app::{App, Message};
use ninetracks::ui::effect::Place;
use ninetracks::ui::script;
use ratatui::Terminal;
use ratatui::backend::TestBackend;

/// The text of the row from the cursor on; nothing when the cursor is hidden.
fn at_cursor(app: &App) -> Option<String> {
    let mut terminal = Terminal::new(TestBackend::new(80, 24)).unwrap();
    terminal.draw(|frame| app.draw(frame)).unwrap();
    let (at, buffer) = (terminal.backend().cursor_position(), terminal.backend().buffer());
    let rest = (at.x..80).map(|x| buffer[(x, at.y)].symbol()).collect::<String>();
    terminal.backend().cursor_visible().then(|| rest.trim_end().to_owned())
}

/// What stands at the cursor, where it is not what begins with `focus`.
fn misplaced(app: App, keys: &str, focus: &str) -> Option<String> {
    let shown = at_cursor(&played(app, keys));
    let is_there = shown.as_ref().is_some_and(|text| text.starts_with(focus) && (focus.is_empty() || !text.is_empty()));
    (!is_there).then(|| format!("`{keys}` should be at {focus:?}: {shown:?}"))
}

#[test]
fn the_cursor_stands_on_what_has_the_focus() {
    let places = [
        (Place::Home, "", "Start"),
        (Place::Home, "j", "Review"),
        (Place::Home, "<c-p>li", ""),
        (lesson("ferry"), "", "Say who"),
        (lesson("ferry"), "<right><tab>", "pilot from"),
        (lesson("ferry"), "<right><tab><enter>", "pilot from"),
        (section("ferry", "doubt"), "<right>19", ""),
        (section("drawn", "wheel"), "", "1◂"),
        (Place::Wheel { at: 1 }, "5", "5◂"),
        (lesson_cards("ferry"), "", "Who"),
        (lesson_cards("ferry"), "<space>", "Who"),
        (quiz("q-choice"), "j", "1  A clerk"),
        (quiz("q-order"), "j", "2  The ferry"),
        (quiz("q-typed"), "199", ""),
        (Place::QuizSetup { lessons: Vec::new() }, "j", "Mode"),
        (practice(), "2<enter><enter>1990<enter><enter>t<enter><enter>", "0 %"),
        (drill(4), "", "Mode"),
        (people(8), "t", "●  1  Pupil 1"),
        (Place::Statistics, "", "No day of study"),
        (Place::Search, "pil", ""),
        (Place::Reports, "", "Nothing yet"),
        (Place::Home, "b", "pilot"),
        (Place::Home, "b<tab><enter>j", "A doubtful date"),
        (Place::Home, "?", "Where you left off"),
        (Place::Problems, "", "The command ninetracks check"),
        (Place::Placement, "", "A test before"),
        (Place::Settings, "j", "Text width"),
        (Place::Memory, "r", "Desired retention"),
        (Place::Settings, "j<enter>70", ""),
        (Place::Notes, "", "No notes"),
        (Place::CardBrowser, "j", "1  the pilot's port"),
        (Place::CardBrowser, "fpilot", ""),
        (Place::FlagForm { item: id("q-choice"), lesson: id("ferry") }, "bad", ""),
    ];
    let wrong: Vec<String> =
        places.into_iter().filter_map(|(place, keys, focus)| misplaced(app(place), keys, focus)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_cursor_stands_on_what_has_the_focus_in_a_class() {
    let wrong: Vec<String> = [
        ("", "Mode"),
        ("l", ""),
        ("<enter>", "All together"),
        ("<enter><enter><enter>", "Team 1: "),
        ("<enter><enter><enter>a", "Team 1: • (1 sign)"),
        ("<enter><enter><enter>ab<enter>", "Team 2: "),
        ("<enter><enter><esc>j", "4 Skip this question"),
        ("<enter><enter><esc>6Late", "Late"),
        ("<enter><enter><enter>ab<enter><enter><enter>/", "pilot"),
    ]
    .into_iter()
    .filter_map(|(keys, focus)| misplaced(app(drill(4)), keys, focus))
    .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_cursor_stands_on_what_has_the_focus_in_scenarios() {
    let course = Arc::new(Course::builtin().unwrap());
    let wrong: Vec<String> = [
        (Place::Scenarios, "j", "2  The island dialogue: a guest"),
        (Place::Scenarios, "<enter>", "You teach"),
        (Place::Scenarios, "<enter><enter>j", "1  "),
        (Place::Scenarios, "<enter><enter>1<enter>j", "1  "),
    ]
    .into_iter()
    .filter_map(|(place, keys, focus)| misplaced(app_of(Arc::clone(&course), place, dark(), store()), keys, focus))
    .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn y_copies_what_is_chosen_and_says_so() {
    for (place, keys, copied) in [
        (lesson("ferry"), "<right><tab>y", Some("pilot:")),
        (lesson("ferry"), "<right><tab><enter>y", Some("pilot:")),
        (lesson("ferry"), "<right>y", None),
        (Place::Home, "by", Some("pilot:")),
        (Place::Home, "b<tab>y", Some("Harbour, A.")),
        (Place::Home, "b<tab><tab><enter>y", Some("The sound crossing (Oslo")),
        (lesson_cards("ferry"), "y", Some("Who steers")),
    ] {
        let mut app = played(app(place.clone()), keys);
        let text = app.take_copied();
        let screen = script::text(&script::screen(&app, 80, 24).unwrap());
        assert_eq!(text.is_some(), copied.is_some(), "{place:?} `{keys}`");
        assert_eq!(screen.contains("Copied: "), copied.is_some(), "{screen}");
        assert!(copied.is_none_or(|front| text.unwrap().starts_with(front)), "{place:?} `{keys}`");
        let _ = app.handle(Message::Key(script::keys("j").unwrap()[0]), start() + SignedDuration::from_secs(60));
        assert!(!script::text(&script::screen(&app, 80, 24).unwrap()).contains("Copied"), "said once");
    }
}
