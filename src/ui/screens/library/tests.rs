//! The library by key scripts on the small course of `tests/fixtures/course/`.

use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;

use crate::course::Course;
use crate::course::model::Id;
use crate::store::{Learner, Store};
use crate::ui::app::{App, Config, Message};
use crate::ui::effect::{LibrarySection, Place};
use crate::ui::script;

fn app(place: Place) -> App {
    app_in(place, (80, 24))
}

fn app_in(place: Place, size: (u16, u16)) -> App {
    let course = Course::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/course")).unwrap();
    let learner = Learner { profile: "default".into(), course: course.about().id.clone() };
    let setup = Config { place, ..Config::fixed(learner.clone()) };
    App::new(Arc::new(course), Store::in_memory(learner), setup, now(), size).unwrap()
}

fn now() -> Timestamp {
    "2026-03-10T09:00:00Z".parse().unwrap()
}

/// The screen after `keys`.
fn after(place: Place, keys: &str) -> String {
    script::play(app(place), &script::keys(keys).unwrap(), (80, 24), &now)
}

#[track_caller]
fn says(screen: &str, parts: &[&str]) {
    for part in parts {
        assert!(screen.contains(part), "no {part:?} in:\n{screen}");
    }
}

fn text(section: &str) -> Place {
    Place::Lesson { lesson: Id::new("ferry").unwrap(), section: Some(Id::new(section).unwrap()) }
}

#[test]
fn home_opens_the_glossary_and_tab_goes_through_the_shelves() {
    says(&after(Place::Home, "b"), &["term 1 of 1", "▸ pilot", "A person who knows a channel", "1 §1   Two ports"]);
    says(&after(Place::Home, "b<tab>"), &["work 1 of 2", "▸ Harbour 1990", "https://example.org/harbour", "Used in"]);
    says(
        &after(Place::Home, "b<tab><tab>j"),
        &["case 2 of 2", "▸  2 The strait talks", "Singapore, from 1996", "◆", "2 §4   Map"],
    );
    says(&after(Place::Home, "b<backtab><backtab><backtab>"), &["term 1 of 1"]);
}

#[test]
fn a_use_opens_its_section_and_esc_comes_back_to_the_entry() {
    let section = "b<tab>j<enter>j<enter>";
    says(&after(Place::Home, section), &["§2 of 2", "A doubtful date"]);
    says(&after(Place::Home, &format!("{section}<esc>")), &["work 2 of 2", "Keel 1995", "Esc the list"]);
    says(&after(Place::Home, &format!("{section}<esc><esc>")), &["⏎ read", "Esc back"]);
    says(&after(Place::Home, &format!("{section}<esc><esc><esc>")), &["Lessons"]);
}

#[test]
fn one_entry_leads_to_another_and_back() {
    let work = "b<enter><enter>";
    says(&after(Place::Home, work), &["work 1 of 2", "Harbour 1990", "term   pilot", "track  7 Religion", "Esc back"]);
    says(&after(Place::Home, &format!("{work}<esc>")), &["term 1 of 1"]);
    says(&after(Place::Home, &format!("{work}G<enter>")), &["The nine tracks", "9 Media"]);
}

#[test]
fn a_pop_up_leads_to_the_entry_and_back_to_the_lesson() {
    let popup = "<tab><enter>";
    says(&after(text("ports"), popup), &["o where it is used"]);
    says(&after(text("ports"), &format!("{popup}o")), &["Glossary", "▸ pilot", "Used in"]);
    says(&after(text("ports"), &format!("{popup}o<esc>")), &["§1 of 2", "o where it is used"]);
    says(&after(text("ports"), "<tab><tab><enter>o"), &["▸ Harbour 1990"]);
}

#[test]
fn search_leads_to_terms_works_and_cases() {
    says(&after(Place::Search, "strait<enter>"), &["case 2 of 2", "The strait talks"]);
    says(&after(Place::Search, "bargains<enter>"), &["work 2 of 2", "Keel 1995", "Esc back"]);
    says(&after(Place::Search, "steers<space>ships<enter>"), &["term 1 of 1"]);
}

#[test]
fn letters_narrow_the_list() {
    says(&after(Place::Home, "b<tab>ftide"), &["work 1 of 1 found", "▸ Keel 1995", "Esc show all"]);
    says(&after(Place::Home, "b<tab>ftide<enter><esc>"), &["work 2 of 2"]);
    says(&after(Place::Home, "b<tab>fxyz"), &["work 0 of 0 found", "nothing found"]);
    says(&after(Place::Home, "b<tab>fxyz<enter><enter><esc>"), &["of 2", "Harbour 1990"]);
    says(&after(Place::Home, "b<tab>f?"), &["/ ?"]);
}

#[test]
fn a_step_reaches_what_is_out_of_sight_without_skipping_text() {
    let low = |keys: &str| {
        script::play(
            app_in(Place::Home, (80, 18)),
            &script::keys(&format!("b<tab><tab><enter>{keys}")).unwrap(),
            (80, 18),
            &now,
        )
    };
    says(&low(""), &["The sound crossing", "Two invented ports"]);
    says(&low("jj"), &["2 §4   Map"]);
    says(&low("jjkk"), &["The sound crossing"]);
}

#[test]
fn an_unknown_entry_opens_the_shelf() {
    let place = Place::Library { shelf: LibrarySection::Cases, entry: Some(Id::new("nowhere").unwrap()) };
    says(&after(place, ""), &["case 1 of 2", "⏎ read"]);
}

#[test]
fn no_size_is_too_odd() {
    let keys =
        script::keys("j<pgdn>G<enter>jjj<pgdn><pgup>kG<esc>/e<enter><tab>j<enter>jG<pgup><left><tab>G<enter><pgdn>")
            .unwrap();
    for (width, height) in
        [(0, 0), (1, 1), (59, 18), (60, 18), (61, 19), (73, 18), (74, 18), (80, 20), (90, 31), (250, 5), (250, 90)]
    {
        let mut app = app(Place::Library { shelf: LibrarySection::Glossary, entry: None });
        let _ = app.handle(Message::Resize(width, height), now());
        for key in &keys {
            let _ = app.handle(Message::Key(*key), now());
            if width > 0 {
                let _ = script::screen(&app, width, height);
            }
        }
    }
}
