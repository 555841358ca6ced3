//! Deciding, going back, and what the reasons earn.

use super::*;
use crate::course::model::Text;
use crate::course::read;

/// Two scenes; the choice `a` of the first comes back in the second, `c` ends at once.
fn scenario() -> Scenario {
    let reasons =
        r#"[(text: "x", points: 0, why: "w"), (text: "y", points: 2, why: "w"), (text: "z", points: 1, why: "w")]"#;
    let choice = |id: &str, effects: &str, then: &str| {
        format!(
            r#"(id: "{id}", text: "t", cost: "c", outcome: "o", effects: {effects}, then: {then}, reasons: {reasons}),"#
        )
    };
    let one = [choice("a", r#"{"trust": -1}"#, r#"Scene("two")"#), choice("b", r#"{"trust": 2}"#, r#"Scene("two")"#)]
        .concat();
    let one = format!("{one}{}", choice("c", "{}", r#"End("early")"#));
    let two = choice("d", r#"{"safety": 1}"#, r#"End("late")"#);
    let text = format!(
        r#"(id: "case", title: "T", lesson: "l", minutes: 1, role: "r", setting: "s",
        meters: [(id: "trust", name: "trust", start: 5, low: "0"), (id: "safety", name: "safety", start: 4, low: "0")],
        scenes: [(id: "one", title: "One", text: "t", choices: [{one}], reading: "r"),
          (id: "two", title: "Two", text: "t", echoes: [(if_taken: "a", text: "It comes back.", effects: {{"safety": -2}})], choices: [{two}], reading: "r")],
        endings: [(id: "early", title: "E", text: "t"), (id: "late", title: "L", text: "t")], debrief: ["d"])"#
    );
    read::read("scenario", &text).unwrap()
}

fn id(raw: &str) -> Id {
    Id::new(raw).unwrap()
}

fn decided(scene: &str, choice: &str, reason: usize) -> Move {
    Move::Decided { scene: id(scene), choice: id(choice), reason }
}

fn played(moves: &[Move]) -> Play {
    let scenario = scenario();
    let mut play = Play::default();
    for made in moves {
        assert!(play.make(&scenario, made), "{made:?}");
    }
    play
}

#[test]
fn choices_move_the_meters_and_lead_on() {
    let scenario = scenario();
    let play = played(&[decided("one", "b", 1)]);
    let trace = play.trace(&scenario);
    assert_eq!((trace.scene().unwrap().id.clone(), trace.levels.clone()), (id("two"), vec![7, 4]));
    assert_eq!((trace.steps[0].before.clone(), trace.steps[0].after.clone()), (vec![5, 4], vec![7, 4]));
    assert_eq!(trace.steps[0].reason.text, Text::new("y").unwrap());
}

#[test]
fn an_earlier_choice_comes_back() {
    let scenario = scenario();
    let trace = played(&[decided("one", "a", 0)]).trace(&scenario).clone();
    assert_eq!((trace.echoes.len(), trace.levels.clone()), (1, vec![4, 2]));
    assert_eq!(trace.steps[0].after, [4, 4]);
    let other = played(&[decided("one", "b", 0)]);
    assert!(other.trace(&scenario).echoes.is_empty());
}

#[test]
fn it_ends_and_nothing_can_be_decided_then() {
    let scenario = scenario();
    let mut play = played(&[decided("one", "a", 1), decided("two", "d", 2)]);
    assert_eq!(play.trace(&scenario).ending().unwrap().id, id("late"));
    assert!(!play.make(&scenario, &decided("two", "d", 2)));
    assert_eq!(play.score(&scenario), Score { points: 3.0, of: 4.0 });
}

#[test]
fn what_the_scenario_does_not_have_is_refused() {
    let scenario = scenario();
    let mut play = Play::default();
    for wrong in [decided("two", "d", 0), decided("one", "d", 0), decided("one", "a", 3), Move::Rewound { to: 0 }] {
        assert!(!play.make(&scenario, &wrong), "{wrong:?}");
    }
    assert_eq!(play, Play::default());
}

#[test]
fn going_back_leads_elsewhere_but_the_first_reason_counts() {
    let scenario = scenario();
    let mut play = played(&[decided("one", "a", 0), decided("two", "d", 1), Move::Rewound { to: 0 }]);
    assert_eq!((play.len(), play.rewinds(), play.trace(&scenario).levels.clone()), (0, 1, vec![5, 4]));
    assert!(play.make(&scenario, &decided("one", "b", 1)));
    assert_eq!(play.trace(&scenario).levels, [7, 4]);
    assert_eq!(play.score(&scenario), Score { points: 0.0, of: 2.0 });
}

#[test]
fn a_play_is_taken_up_from_its_moves_as_far_as_they_still_hold() {
    let scenario = scenario();
    let moves = [
        decided("one", "a", 0),
        Move::Rewound { to: 0 },
        decided("one", "b", 1),
        decided("two", "gone", 0),
        decided("two", "d", 1),
    ];
    let play = Play::of(&scenario, moves);
    assert_eq!((play.len(), play.rewinds()), (1, 1));
    assert_eq!(play.trace(&scenario).scene().unwrap().id, id("two"));
}

#[test]
fn a_class_goes_the_same_way_without_reasons() {
    let scenario = scenario();
    let (one, two, a, d) = (id("one"), id("two"), id("a"), id("d"));
    let class = follow(&scenario, [(&one, &a), (&two, &d)]);
    let alone = played(&[decided("one", "a", 0), decided("two", "d", 0)]);
    let alone = alone.trace(&scenario);
    assert_eq!((class.at, &class.levels, &class.echoes), (alone.at, &alone.levels, &alone.echoes));
    let levels = |before: &Levels, after: &Levels| (before.clone(), after.clone());
    let steps: Vec<_> = class.steps.iter().map(|s| levels(&s.before, &s.after)).collect();
    assert_eq!(steps, alone.steps.iter().map(|s| levels(&s.before, &s.after)).collect::<Vec<_>>());
    assert_eq!(follow(&scenario, [(&one, &a), (&one, &a), (&two, &d)]), follow(&scenario, [(&one, &a)]));
    assert_eq!(follow(&scenario, []).scene().unwrap().id, one);
}
