//! The classes and the people of one: keys that are held, Esc, the names that are typed.

use super::*;

/// As long as the name of a person may be.
const SIXTY: &str = "Maximiliane-Amalie-Friederike-von-Sayn-Wittgenstein-Berleburg";

/// At the class 8b, in which are these people.
fn class_of(people: &[&str]) -> App {
    let added: String = people.iter().map(|name| format!("a{name}<enter>")).collect();
    played(app(Place::Classes), &format!("n8b<enter><enter>{added}"))
}

fn text(app: &App) -> String {
    script::text(&screen_of(script::screen(app, 80, 24)))
}

/// The screen when the last of `keys` is held for 40 repetitions is as after one press.
#[track_caller]
fn acts_once(open: impl Fn() -> App, keys: &str) {
    let last = *script::keys(keys).unwrap().last().unwrap();
    let once = text(&played(open(), keys));
    let mut held = played(open(), keys);
    for _ in 0..40 {
        let key = KeyEvent { kind: KeyEventKind::Repeat, ..last };
        assert_eq!(held.handle(Message::Key(key), start()), Flow::Continue, "{keys} held leaves the app");
    }
    assert_eq!(text(&held), once, "{keys} held");
}

#[test]
fn a_key_that_is_held_does_one_thing() {
    let people = || class_of(&["Ana", "Ben", "Cem"]);
    for keys in ["a", "r", "t", "p", "d", "x", "<enter>", "aDora<enter>", "rAnna<enter>", "aDo<esc>", "<esc>"] {
        acts_once(people, keys);
    }
    let classes = || played(app(Place::Classes), "n8b<enter>n8c<enter>");
    for keys in ["n", "i", "r", "x", "<enter>", "n8d<enter>", "nx<esc>", "ix<esc>"] {
        acts_once(classes, keys);
    }
}

#[test]
fn esc_leaves_the_line_first_and_what_was_typed_is_gone() {
    let left = text(&played(class_of(&["Ana"]), "aBen<esc>"));
    assert!(left.contains("Ana") && !left.contains("Ben") && left.contains("1 person"), "{left}");
    let classes = text(&played(class_of(&["Ana"]), "aBen<esc><esc>"));
    assert!(classes.contains("8b") && classes.contains("import a list"), "{classes}");
}

#[test]
fn backspace_takes_back_letters_and_nothing_else() {
    let empty = text(&played(class_of(&["Ana"]), "aBo<backspace><backspace><backspace><backspace>"));
    assert!(empty.contains("Who is added?") && empty.contains("1 person"), "{empty}");
    let people = || class_of(&["Ana"]);
    assert_eq!(
        text(&played(people(), "<backspace>")).replace("Ana is on the list.", ""),
        text(&played(people(), "<left>"))
    );
}

#[test]
fn a_name_of_sixty_characters_is_a_persons_and_no_class() {
    let long = &SIXTY[..60];
    let typed = text(&played(class_of(&[]), &format!("a{long}")));
    assert!(typed.contains(&long[40..]), "the end of what is typed is in sight in\n{typed}");
    let app = class_of(&[long]);
    assert!(text(&app).contains("Maximiliane-Amalie-") && text(&app).contains("1 person"), "{}", text(&app));
    let renaming = text(&played(app, "rAnna"));
    assert!(renaming.contains("called now?") && renaming.contains("Anna"), "{renaming}");
    let longer = text(&played(class_of(&[]), &format!("a{long}x<enter>")));
    assert!(longer.contains("61 characters") && longer.contains("0 people"), "{longer}");
    let class = text(&played(super::app(Place::Classes), &format!("n{long}<enter>")));
    assert!(class.contains("60 characters") && class.contains("0 classes"), "{class}");
}

#[test]
fn a_second_person_of_a_name_is_told_apart_and_it_is_said() {
    let two = text(&class_of(&["Ana", "ana"]));
    assert!(two.contains("ana (2)") && two.contains("There are two called ana: the second is ana (2)."), "{two}");
    let long = &SIXTY[..60];
    let two = text(&class_of(&[long, long]));
    assert!(two.contains("2 people") && two.contains("(2)."), "{two}");
    let renamed = text(&played(class_of(&["Ana", "Ben"]), "rANA<enter>"));
    assert!(renamed.contains("already in this class") && renamed.contains("Ben"), "{renamed}");
}
