//! What the class sees is the same whatever is still secret: two classes are played side by side with other keys, other
//! answers and other counts, by the same controls, and every screen of the one is that of the other until an answer is
//! shown.

use ninetracks::course::model::Text;
use ninetracks::study::drill::{Draft, Drill, Mode, Pace, Questions, Setup};
use ninetracks::study::item::{Credit, Form, Item};
use proptest::prelude::*;
use proptest::sample::select;

use crate::class::{Class, drill, long};
use crate::worlds::{Step, Worlds};

const KINDS: [&str; 7] = ["q-choice", "q-several", "q-truefalse", "q-match", "q-order", "q-typed", "q-classify"];
const VOTED: [&str; 3] = ["q-choice", "q-truefalse", "q-classify"];
/// Keys that say nothing of an answer, and end where they began.
const CONTROLS: [&str; 10] =
    ["<up>", "<down>", "<tab>", "<backspace>", "<delete>", "<esc><esc>", "<right>", "+", "<pgdn>", "<pgup>"];
const SIZES: [(u16, u16); 4] = [(80, 24), (100, 30), (160, 45), (60, 18)];

/// `setup` with other keys, explanations and reasons, that shows the same.
fn turned(setup: &Setup) -> Setup {
    let Drill::Questions(questions) = setup.drill() else { return setup.clone() };
    let asked = questions.asked.iter().cloned().map(with_another_key).collect();
    let drill = Drill::Questions(Questions { asked, ..questions.clone() });
    Setup::new(Draft { teams: setup.teams().to_vec(), drill }).unwrap()
}

fn with_another_key(mut item: Item) -> Item {
    let other = |text: &str| Text::new(text).unwrap();
    item.explain = Some(other("Quite another reason."));
    match &mut item.form {
        Form::PickOne { options, .. } | Form::PickMany { options } => {
            for option in options {
                option.credit = if option.credit == Credit::NONE { Credit::FULL } else { Credit::NONE };
                option.reason = Some(other("No longer."));
            }
        }
        Form::Type { gaps } => gaps[0].answers[0].text = other("another"),
        // The pairs themselves, and the order of the events, are the key: the same texts are put where they were seen.
        Form::Join { partners, .. } => {
            partners.swap(0, 1);
            swap(&mut item.order);
        }
        Form::Sort { things } => {
            things.swap(0, 1);
            swap(&mut item.order);
        }
    }
    item
}

fn swap(order: &mut [usize]) {
    order.iter_mut().filter(|o| **o < 2).for_each(|o| *o = 1 - *o);
}

/// `setup` at the pace that a new drill has, so that questions close by themselves.
fn brisk(setup: &Setup) -> Setup {
    let Drill::Questions(questions) = setup.drill() else { return setup.clone() };
    let drill = Drill::Questions(Questions { pace: Pace::usual(), ..questions.clone() });
    Setup::new(Draft { teams: setup.teams().to_vec(), drill }).unwrap()
}

/// Two answers that take as many signs, both of them read or both refused.
fn answer(question: &'static str) -> BoxedStrategy<[String; 2]> {
    let pair = |signs: &'static str| (signs, signs).prop_map(|(a, b)| [a, b]).boxed();
    let of = |all: &'static [&'static str]| {
        (select(all), select(all)).prop_map(|(a, b)| [a.to_owned(), b.to_owned()]).boxed()
    };
    let good = match question {
        "q-choice" => pair("[a-d]{1,1}"),
        "q-several" => of(&["ab", "ce", "bd", "ac"]),
        "q-truefalse" => pair("[tf]"),
        "q-match" => of(&["abcd", "dcba", "a-be", "eabc"]),
        "q-order" => of(&["abcd", "dcba", "bacd", "cadb"]),
        "q-typed" => pair("[0-9]{4}"),
        _ => pair("[a-c]"),
    };
    let refused = if question == "q-typed" { of(&["1/2/3/4/5", "a/b/c/d/e"]) } else { of(&["zz", "y9"]) };
    prop_oneof![5 => good, 1 => refused].boxed()
}

/// An answer, typed and left, entered, or entered and taken back.
fn entry(question: &'static str) -> BoxedStrategy<Step> {
    let then = select(vec!["", "", "<enter>", "<enter>", "<enter><backspace>", "<enter><delete>", "-", "<enter>/"]);
    (answer(question), then).prop_map(|(pair, then)| Step::Secret(pair.map(|text| format!("{text}{then}")))).boxed()
}

fn control() -> BoxedStrategy<Step> {
    let size = select(&SIZES[..]).prop_map(|(width, height)| Step::Resize(width, height));
    let wait = select(vec![1, 7, 31, 400]).prop_map(Step::Wait);
    prop_oneof![6 => select(&CONTROLS[..]).prop_map(Step::Public), 2 => wait, 1 => size, 1 => Just(Step::Killed)]
        .boxed()
}

/// From the lobby on: what is typed, with anything between; at the end the teacher goes on until an answer is shown.
fn script(typed: BoxedStrategy<Step>) -> impl Strategy<Value = Vec<Step>> {
    let between = prop::collection::vec(prop_oneof![3 => typed, 2 => control()], 1..7);
    between.prop_map(|between| {
        let start = [Step::Public("<enter>"), Step::Public("<enter>")];
        let end = [Step::Public("<enter>"), Step::Public("<enter>")];
        start.into_iter().chain(between).chain(end).collect()
    })
}

fn entered() -> impl Strategy<Value = (Mode, &'static str, Vec<Step>)> {
    let mode = select(vec![Mode::Together, Mode::Class { target_percent: 60 }]);
    (mode, select(&KINDS[..])).prop_flat_map(|(mode, question)| (Just(mode), Just(question), script(entry(question))))
}

/// Counts by the author's order that leave no vote clear, whichever of the two keys is right: that little is left to argue
/// about is said, and depends on both.
fn counts(question: &str) -> [&'static [u32]; 3] {
    match question {
        "q-choice" => [&[8, 3, 3, 2], &[8, 2, 3, 3], &[80, 30, 20, 30]],
        "q-truefalse" => [&[7, 9], &[9, 7], &[80, 70]],
        _ => [&[6, 2, 8], &[5, 3, 8], &[60, 20, 80]],
    }
}

/// Hands for the first `options` options, and for all of them the end of the vote.
fn hands(question: &'static str) -> BoxedStrategy<(bool, Step)> {
    let order = drill(Mode::Argue, 3, &[question]).questions().unwrap().asked[0].order.clone();
    let count = || select(counts(question).to_vec());
    let n = order.len();
    let typed = move |hands: &[u32], options: usize| {
        let one = |of: &usize| format!("{}<enter>", hands[*of]);
        let all: String = order.iter().take(options).map(one).collect();
        if options == n { all } else { all.trim_end_matches("<enter>").to_owned() }
    };
    (count(), count(), 1..=n)
        .prop_map(move |(a, b, options)| (options == n, Step::Secret([typed(a, options), typed(b, options)])))
        .boxed()
}

/// A first vote, whole or not, with what says nothing around it; after a whole one the next begins.
fn voted() -> impl Strategy<Value = (&'static str, Vec<Step>)> {
    let before = || prop::collection::vec(select(&["+", "<esc><esc>", "<backspace>"][..]).prop_map(Step::Public), 0..3);
    let vote = move |question| (Just(question), before(), hands(question), prop::collection::vec(control(), 0..3));
    select(&VOTED[..]).prop_flat_map(vote).prop_map(|(question, before, (is_whole, vote), after)| {
        let start = [Step::Public("<enter>"), Step::Public("<enter>")];
        let end = is_whole.then_some(Step::Public("<enter>"));
        (question, start.into_iter().chain(before).chain([vote]).chain(after).chain(end).collect())
    })
}

/// Hands for one choice of a scene, typed and taken on.
fn hands_of_a_scene() -> BoxedStrategy<Step> {
    let pair = |(a, b): (u32, u32)| Step::Secret([a, b].map(|hands| format!("{hands}<enter>")));
    (1..200_u32, 1..200_u32).prop_map(pair).boxed()
}

/// What is said aloud is no secret, but whether it is right is, until the teacher enters or judges it.
fn aloud(mode: Mode) -> BoxedStrategy<Step> {
    let press = if mode == Mode::Buzzer { "q" } else { "<home>" };
    prop_oneof![
        2 => Just(Step::Public(press)),
        2 => select(vec!["1", "2", "<down>"]).prop_map(Step::Public),
        1 => Just(Step::Public("<tab>")),
    ]
    .boxed()
}

fn spoken() -> impl Strategy<Value = (Mode, &'static str, Vec<Step>)> {
    let mode = select(vec![Mode::Buzzer, Mode::Turns]);
    (mode, select(&KINDS[..])).prop_flat_map(|(mode, question)| {
        let script = script(aloud(mode)).prop_map(|mut steps| {
            steps.truncate(steps.len() - 2);
            steps
        });
        (Just(mode), Just(question), script)
    })
}

fn worlds(mode: Mode, question: &str, [is_brisk, is_long]: [bool; 2]) -> Worlds {
    let other = if question == "q-choice" { "q-truefalse" } else { "q-choice" };
    let setup = drill(mode, 3, &[question, other]);
    let setup = if is_brisk { brisk(&setup) } else { setup };
    let setup = if is_long { long(&setup) } else { setup };
    Worlds::new([Class::of(setup.clone()), Class::of(turned(&setup))])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(14))]

    #[test]
    fn an_answer_that_is_entered_and_the_key_are_not_seen((mode, question, steps) in entered(), kind: [bool; 2]) {
        worlds(mode, question, kind).plays(&steps);
    }

    #[test]
    fn whether_a_spoken_answer_is_right_is_not_seen_before_it_is_entered((mode, question, steps) in spoken(), is_long: bool) {
        worlds(mode, question, [false, is_long]).plays(&steps);
    }

    #[test]
    fn a_count_is_not_seen((question, steps) in voted(), kind: [bool; 2]) {
        worlds(Mode::Argue, question, kind).plays(&steps);
    }

    #[test]
    fn a_count_is_not_seen_in_a_scenario(steps in script(hands_of_a_scene())) {
        let class = || Class::of_scenario("island-dialogue");
        Worlds::new([class(), class()]).plays(&steps);
    }
}

/// The test can fail: after the answer is shown the two differ.
#[test]
fn what_is_shown_at_the_end_is_another() {
    let setup = drill(Mode::Together, 2, &["q-choice"]);
    let shown = |setup| Class::of(setup).keys("<enter><enter>ad<enter><enter>").screen();
    assert_ne!(shown(setup.clone()), shown(turned(&setup)));
}
