//! The wall drawn with two different sets of secret answers is the same, key by key, until the answer is shown.

use ninetracks::study::drill::Mode;
use proptest::prelude::*;

use crate::class::{Class, drill};

/// What the class sees after each of `keys`.
fn seen(mut class: Class, size: (u16, u16), keys: &[String]) -> Vec<String> {
    class = class.sized(size.0, size.1).keys("<enter><enter>");
    let mut screens = Vec::new();
    for key in keys {
        class = class.keys(key);
        screens.push(class.screen());
    }
    screens.push(class.wait(40).screen());
    screens
}

/// Two answers to a question that take as many keys.
fn answers() -> impl Strategy<Value = (&'static str, Vec<[String; 2]>)> {
    let letter = |range: &'static str| (range, range).prop_map(|(a, b)| [a, b]);
    prop_oneof![
        prop::collection::vec(letter("[a-d]"), 1..=3).prop_map(|all| ("q-choice", all)),
        prop::collection::vec(letter("[tf]"), 1..=3).prop_map(|all| ("q-truefalse", all)),
        prop::collection::vec(letter("[a-z]{3}"), 1..=3).prop_map(|all| ("q-typed", all)),
    ]
}

fn keys(all: &[[String; 2]], of: usize, between: &str) -> Vec<String> {
    let typed = all.iter().map(|pair| pair[of].clone()).collect::<Vec<_>>().join(between);
    let entered = typed.chars().map(String::from).chain(["<enter>".to_owned(), "<up>".to_owned(), "<esc>".to_owned()]);
    entered.chain(["<esc>".to_owned()]).collect()
}

/// Hands for two options by two, typed and taken on.
fn hands() -> impl Strategy<Value = Vec<[String; 2]>> {
    prop::collection::vec(("[1-9][0-9]?", "[1-9][0-9]?").prop_map(|(a, b)| [a, b]), 2)
}

/// The last screens after each option: how many digits a count has is not seen either.
fn counted(all: &[[String; 2]], of: usize) -> Vec<String> {
    all.iter().map(|pair| format!("{}<enter>", pair[of])).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn answers_that_are_entered_are_not_seen((question, all) in answers(), target: bool, large: bool) {
        let mode = if target { Mode::Class { target_percent: 60 } } else { Mode::Together };
        let between = if question == "q-typed" { "/" } else { "" };
        let size = if large { (160, 45) } else { (80, 24) };
        let wall = |of| seen(Class::of(drill(mode, 3, &[question])), size, &keys(&all, of, between));
        prop_assert_eq!(wall(0), wall(1));
    }

    #[test]
    fn hands_that_are_counted_are_not_seen(all in hands(), scenario: bool, large: bool) {
        let class = || if scenario { Class::of_scenario("island-dialogue") } else { Class::of(drill(Mode::Argue, 2, &["q-choice"])) };
        let size = if large { (160, 45) } else { (80, 24) };
        let wall = |of| seen(class(), size, &counted(&all, of));
        prop_assert_eq!(wall(0), wall(1));
    }
}
