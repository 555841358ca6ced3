//! A class that does anything at any time: no key breaks the drill, none tells an answer too soon, what is on disk is
//! what the wall shows, and nothing that was logged is ever lost.

use ninetracks::course::markdown::plain;
use ninetracks::study::drill::{Mode, Outcome, State};
use ninetracks::ui::app::{Flow, Message};
use ninetracks::ui::script;
use proptest::prelude::*;
use proptest::sample::select;

use crate::class::{Class, drill};

const ALL: [&str; 7] = ["q-choice", "q-several", "q-truefalse", "q-match", "q-order", "q-typed", "q-classify"];
const SHORT: [&str; 5] = ["q-choice", "q-several", "q-truefalse", "q-typed", "q-classify"];
const VOTED: [&str; 3] = ["q-choice", "q-truefalse", "q-classify"];

/// Keys that mean something somewhere, those that go on most of all, and some that never should.
const KEYS: &str = "<enter> <enter> <enter> <enter> <enter> <enter> <esc> <esc> <tab> <backspace> <space> <up> <down> <left> <right> \
    <pgup> <pgdn> <home> <end> <backtab> <s-up> a b c d e a b c d q p z m r u j k x Q P 0 1 2 3 4 5 9 + ! ? - , = é 漢 🦊 \u{301} \u{202e} <c-a> <c-q>";

#[derive(Clone, Debug)]
enum Deed {
    Key(&'static str),
    /// Keys in one read.
    Read(Vec<&'static str>),
    Paste(&'static str),
    Wait(i64),
    Resize(u16, u16),
    /// A row of the menu.
    Menu(usize),
    Killed,
}

fn deed() -> impl Strategy<Value = Deed> {
    let keys: Vec<&'static str> = KEYS.split_whitespace().collect();
    let key = select(keys);
    prop_oneof![
        30 => key.clone().prop_map(Deed::Key),
        4 => prop::collection::vec(key, 2..6).prop_map(Deed::Read),
        1 => select(vec!["1991", "Late\nones", "\u{202e}gro.live", "=cmd()", "a\u{301}\u{301}\u{301}\u{301}\u{301}", "\u{1b}[2J", ""]).prop_map(Deed::Paste),
        3 => select(vec![1, 2, 7, 31, 4000]).prop_map(Deed::Wait),
        1 => select(vec![(60, 18), (80, 24), (200, 60), (40, 10), (300, 20), (1, 1)]).prop_map(|(w, h)| Deed::Resize(w, h)),
        4 => (0..9_usize).prop_map(Deed::Menu),
        1 => Just(Deed::Killed),
    ]
}

fn class() -> impl Strategy<Value = (&'static str, Vec<Deed>)> {
    (select(vec!["buzzer", "turns", "together", "argue", "class", "scenario"]), prop::collection::vec(deed(), 1..80))
}

fn opened(way: &str) -> Class {
    match way {
        "buzzer" => Class::of(drill(Mode::Buzzer, 4, &SHORT)),
        "turns" => Class::of(drill(Mode::Turns, 3, &ALL)),
        "together" => Class::of(drill(Mode::Together, 7, &ALL)),
        "argue" => Class::of(drill(Mode::Argue, 2, &VOTED)),
        "class" => Class::of(drill(Mode::Class { target_percent: 60 }, 2, &ALL)),
        _ => Class::of_scenario("island-dialogue"),
    }
}

fn pressed(class: &mut Class, keys: &str) -> Flow {
    let mut flow = Flow::Continue;
    for key in script::keys(keys).unwrap() {
        flow = class.does(Message::Key(key));
        if flow != Flow::Continue {
            break;
        }
    }
    flow
}

/// What the wall shows without what the teacher has in hand, looked at in ways that are taken back.
fn picture(class: &mut Class) -> Vec<String> {
    let _ = class.does(Message::Resize(100, 40));
    if matches!(class.room().state(), State::Done(_)) {
        return class.points();
    }
    let mut pictures = Vec::new();
    to_the_menu(class);
    if let Some(row) = row_of(&class.screen(), "Close the question now") {
        choose(class, row);
        mean_it(class);
        pictures.push(class.screen());
        let _ = pressed(class, "<enter>");
        mean_it(class);
        pictures.push(class.screen());
        let _ = pressed(class, "<backspace><backspace>");
        to_the_menu(class);
    }
    let end = row_of(&class.screen(), "End the drill now").expect("the menu");
    choose(class, end);
    mean_it(class);
    pictures.push(class.screen());
    let _ = pressed(class, "<backspace>");
    pictures
}

/// Where it is asked whether something is meant: it is.
fn mean_it(class: &mut Class) {
    let screen = class.screen();
    if ["Wait for answers", "Keep the question", "Go on"].iter().any(|no| screen.contains(&format!("▸ 1 {no}"))) {
        let _ = pressed(class, "2");
    }
}

fn to_the_menu(class: &mut Class) {
    for _ in 0..6 {
        if row_of(&class.screen(), "End the drill now").is_some() {
            return;
        }
        let _ = pressed(class, "<esc>");
    }
    panic!("no menu:\n{}", class.screen());
}

fn row_of(screen: &str, words: &str) -> Option<usize> {
    screen.lines().skip_while(|l| !l.contains("Continue")).position(|l| l.contains(words))
}

fn choose(class: &mut Class, row: usize) {
    let _ = pressed(class, &format!("{}{}<enter>", "<up>".repeat(9), "<down>".repeat(row)));
}

/// Does `deed`; gives the class back, started anew when it left the drill or the program.
fn done(mut class: Class, deed: &Deed) -> Class {
    let flow = match deed {
        Deed::Key(key) => pressed(&mut class, key),
        Deed::Read(keys) => class.does(Message::Keys(script::keys(&keys.concat()).unwrap())),
        Deed::Paste(text) => class.does(Message::Paste((*text).into())),
        Deed::Wait(seconds) => {
            class = class.wait(*seconds);
            Flow::Continue
        }
        Deed::Resize(width, height) => class.does(Message::Resize(*width, *height)),
        Deed::Menu(_) if matches!(class.room().state(), State::Done(_)) => Flow::Continue,
        Deed::Menu(row) => {
            let size = class.size;
            let _ = class.does(Message::Resize(80, 24));
            to_the_menu(&mut class);
            choose(&mut class, *row);
            class.does(Message::Resize(size.0, size.1))
        }
        Deed::Killed => {
            let before = picture(&mut class);
            let mut class = class.killed();
            assert_eq!(before, picture(&mut class));
            return class;
        }
    };
    let size = class.size;
    let _ = class.does(Message::Resize(80, 24));
    let left = !class.screen().contains("Drill ·") && !class.screen().contains("Keys on this screen");
    let _ = class.does(Message::Resize(size.0, size.1));
    if flow == Flow::Continue && !left { class } else { class.killed() }
}

/// Reasons of questions whose answer was not shown yet.
fn is_told_too_soon(class: &Class) -> bool {
    let room = class.room();
    let Some(questions) = room.setup().questions() else { return false };
    let shown = |at: usize| room.played().iter().any(|p| p.question == at && p.outcome != Outcome::Skipped);
    let screen = class.screen();
    let mut kept =
        questions.asked.iter().enumerate().filter(|(at, _)| !shown(*at)).map(|(_, a)| plain(a.explanation()));
    kept.any(|reason| screen.contains(&reason))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_key_breaks_a_drill((way, deeds) in class()) {
        let mut class = opened(way);
        let mut logged = 0;
        for deed in deeds.iter().chain([&Deed::Killed]) {
            class = done(class, deed);
            let now = class.log().entries.len();
            prop_assert!(now >= logged, "{deed:?} took something out of the log");
            logged = now;
            prop_assert!(!is_told_too_soon(&class), "{deed:?} tells an answer:\n{}", class.screen());
        }
    }
}
