//! Keys that are held, pressed blind, in capitals or on another layout.

use super::*;

/// The screen after `keys`, then with the last of them held for 40 repetitions, or 40 times in one read.
#[track_caller]
fn acts_once(place: &Place, keys: &str) {
    let last = *script::keys(keys).unwrap().last().unwrap();
    let text = |app: &App| script::text(&screen_of(script::screen(app, 80, 24)));
    let once = played(app(place.clone()), keys);
    let now = start() + SignedDuration::from_secs(i64::try_from(script::keys(keys).unwrap().len()).unwrap());
    let mut held = played(app(place.clone()), keys);
    for _ in 0..40 {
        let key = KeyEvent { kind: KeyEventKind::Repeat, ..last };
        assert_eq!(held.handle(Message::Key(key), now), Flow::Continue);
    }
    assert_eq!(text(&held), text(&once), "{keys} held at {place:?}");
    let before = keys.strip_suffix("<enter>").or(keys.strip_suffix("<space>")).or(keys.strip_suffix('s')).unwrap();
    let mut read = played(app(place.clone()), before);
    assert_eq!(read.handle(Message::Keys(vec![last; 40]), now), Flow::Continue);
    assert_eq!(text(&read), text(&once), "{keys} in one read at {place:?}");
}

#[test]
fn a_key_that_is_held_acts_once() {
    acts_once(&lesson_cards("ferry"), "<space>");
    acts_once(&quiz("q-choice"), "1<enter>");
    acts_once(&quiz("q-choice"), "s");
    acts_once(&quiz("q-typed"), "x<enter>");
    acts_once(&practice(), "1<enter>");
    acts_once(&an_exam(), "1<enter>");
    acts_once(&an_exam(), "s");
    acts_once(&section("ferry", "doubt"), "<right>1991<enter>");
}

#[test]
fn the_help_of_every_screen_stands_whole_in_80x24() {
    let places = [
        Place::Home,
        section("ferry", "doubt"),
        lesson_cards("ferry"),
        Place::CardBrowser,
        Place::QuizSetup { lessons: Vec::new() },
        quiz("q-choice"),
        Place::Statistics,
        Place::Memory,
        Place::Settings,
        Place::Profiles,
        Place::Notes,
        Place::Courses,
        Place::Placement,
        Place::Reports,
        Place::Wheel { at: 1 },
        drill(4),
    ];
    for place in places {
        let shown = script::text(&screen_of(script::screen(&played(app(place.clone()), "?"), 80, 24)));
        for words in ["any key close the help", "quit; no answer is lost", "suspend; fg brings it back"] {
            assert!(shown.contains(words), "{words} at {place:?}:\n{shown}");
        }
    }
}

#[test]
fn a_paste_keeps_its_words_apart_and_hands_nothing_in() {
    let text = |app: &App| script::text(&screen_of(script::screen(app, 80, 24)));
    let mut quiz = app(quiz("q-typed"));
    assert_eq!(quiz.handle(Message::Paste("Track\r\nTwo\t1991\n".to_owned()), start()), Flow::Continue);
    assert!(text(&quiz).contains("▸ Track Two 1991"), "{}", text(&quiz));
}

#[test]
fn nothing_acts_in_a_window_that_is_too_small() {
    let text = |app: &App| script::text(&screen_of(script::screen(app, 80, 24)));
    let mut small = app(lesson_cards("ferry"));
    let before = text(&small);
    assert_eq!(small.handle(Message::Resize(50, 10), start()), Flow::Continue);
    let mut small = played(small, "<space>3<space>1");
    assert_eq!(small.handle(Message::Resize(80, 24), start()), Flow::Continue);
    assert_eq!(text(&small), before);
}

#[test]
fn commands_work_under_caps_lock_and_on_other_layouts() {
    let text = |app: &App| script::text(&screen_of(script::screen(app, 80, 24)));
    let home = |keys: &str| text(&played(app(Place::Home), keys));
    assert_eq!(home("T"), home("t"));
    assert_eq!(home("\u{435}"), home("t"), "Cyrillic е stands where t does");
    assert_ne!(home("t"), home(""));
    assert!(home("\u{e01}").contains("switch the keyboard's layout"));
}

#[test]
fn the_palette_does_what_its_lines_say() {
    let text = |place: Place, keys: &str| script::text(&screen_of(script::screen(&played(app(place), keys), 80, 24)));
    let home = |keys: &str| text(Place::Home, keys);
    assert_eq!(home("<c-p>statis<enter>"), home("t"), "a place, by its key or by its name");
    assert_eq!(home("<c-p><esc>"), home(""));
    assert_eq!(home("<c-p>keys<space>of<space>this<enter>"), home("?"));
    assert!(home("<c-p>errors<enter>").contains("Every file of the course could be read."));
    assert!(home("!").contains("Every file of the course could be read."), "a key that is off says why");
    let exam = || Place::Quiz(exam_spec());
    assert!(!text(exam(), "<c-p>").contains("library"), "nothing can be looked up in an exam");
    assert!(text(exam(), "/").contains("Search is off until you have handed in."));
}

#[test]
fn home_resumes_by_its_key_what_its_row_says() {
    let text = |keys: &str| script::text(&screen_of(script::screen(&played(app(Place::Home), keys), 80, 24)));
    let left = "qs<enter><esc>";
    assert!(text(left).contains("resume the unfinished quiz"));
    assert!(text(&format!("{left}q")).contains("2 of"), "q goes on where it was left");
    assert!(text(&format!("{left}2q")).contains("2 of"), "wherever the cursor is");
    assert!(text(&format!("{left}2Q")).contains("New quiz"));
}
