//! What the drawings look like, and that none leaves its width.

use std::sync::LazyLock;

use proptest::prelude::*;

use super::*;
use crate::course::model::{Bar, Case, Category, Dated, Detail, FlowStep, Id, Node, Placed, Text, Tier, Wheel};
use crate::course::read::read;
use crate::ui::theme::ColourScheme;

static COURSE: LazyLock<Course> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("lessons")).unwrap();
    let lesson = r#"Lesson(id: "a", title: "A", summary: "A.", minutes: 1, objectives: [], sections: [])"#;
    std::fs::write(folder.path().join("lessons/01-a.ron"), lesson).unwrap();
    Course::open(folder.path()).unwrap()
});

fn figure(drawing: Drawing) -> Figure {
    let text = || Text::new("a").unwrap();
    Figure { caption: text(), says: text(), drawing, cite: Vec::new() }
}

/// The drawing written in `ron` as it is shown without colours.
fn shown(ron: &str, width: usize) -> String {
    let figure = figure(read("test", ron).unwrap());
    compose::shown(&lines(&figure, &COURSE, &Theme::named(ColourScheme::None), width))
}

const PYRAMID: &str = r#"Pyramid([
    Tier(label: "Top", who: "leaders with high visibility: negotiation, cease-fire"),
    Tier(label: "Middle range", who: "respected people of sectors: workshops, training, commissions"),
    Tier(label: "Grass roots", who: "local leaders: local commissions, work on prejudice, help after trauma"),
])"#;

#[test]
fn a_pyramid_grows_downward() {
    insta::assert_snapshot!(shown(PYRAMID, 76), @r"
            ╭────────╮
            │  Top   │           leaders with high visibility: negotiation,
            │        │           cease-fire
        ╭───┴────────┴───╮
        │  Middle range  │       respected people of sectors: workshops,
        │                │       training, commissions
    ╭───┴────────────────┴───╮
    │      Grass roots       │   local leaders: local commissions, work on
    │                        │   prejudice, help after trauma
    ╰────────────────────────╯
    ");
}

#[test]
fn a_narrow_pyramid_is_a_list() {
    insta::assert_snapshot!(shown(PYRAMID, 40), @r"
    ▲ Top
      leaders with high visibility:
      negotiation, cease-fire
    ▲ Middle range
      respected people of sectors:
      workshops, training, commissions
    ▲ Grass roots
      local leaders: local commissions, work
      on prejudice, help after trauma
    ");
}

const SPECTRUM: &str = r#"Spectrum(left: "Track One", right: "Track Two", items: [
    Placed(label: "Camp David 1978", at: 3, why: "a president mediates"),
    Placed(label: "Aceh 2005", at: 25, why: "official envoys, unofficial mediator"),
    Placed(label: "Mozambique", at: 30, why: "official parties, mixed mediators"),
    Placed(label: "Inter-Tajik", at: 92, why: "influential citizens"),
])"#;

#[test]
fn a_spectrum_staggers_its_labels() {
    insta::assert_snapshot!(shown(SPECTRUM, 60), @r"
    ← Track One                                      Track Two →
                 Mozambique
    Camp David 1978   │                             Inter-Tajik
    ├──●───────────●──●──────────────────────────────────●─────┤
               Aceh 2005

    ● Camp David 1978  a president mediates
    ● Aceh 2005        official envoys, unofficial mediator
    ● Mozambique       official parties, mixed mediators
    ● Inter-Tajik      influential citizens
    ");
}

#[test]
fn a_crowded_spectrum_has_numbers() {
    insta::assert_snapshot!(shown(SPECTRUM, 32), @r"
    ← Track One          Track Two →
      1     2                   4
    ├─●─────●─●─────────────────●──┤
              3

    1 Camp David 1978
      a president mediates
    2 Aceh 2005
      official envoys, unofficial
      mediator
    3 Mozambique
      official parties, mixed
      mediators
    4 Inter-Tajik
      influential citizens
    ");
}

#[test]
fn a_narrow_spectrum_is_a_list() {
    insta::assert_snapshot!(shown(SPECTRUM, 24), @r"
    • Track One
    1 Camp David 1978
      a president mediates
    2 Aceh 2005
      official envoys,
      unofficial mediator
    3 Mozambique
      official parties,
      mixed mediators
    4 Inter-Tajik
      influential citizens
    • Track Two
    ");
}

#[test]
fn a_timeline_has_a_rail() {
    let ron = r#"Timeline([Dated(when: "1957", what: "Pugwash"), Dated(when: "Oct 1960", what: "First meeting of the Dartmouth Conference")])"#;
    insta::assert_snapshot!(shown(ron, 40), @r"
        1957  ●  Pugwash
              │
    Oct 1960  ●  First meeting of the
              │  Dartmouth Conference
    ");
    insta::assert_snapshot!(shown(ron, 20), @r"
        1957  ●  Pugwash
              │
    Oct 1960  ●
      First meeting of
      the Dartmouth
      Conference
    ");
}

const FLOW: &str = r#"Flow([
    FlowStep(step: "Talk", what: "Officials and experts speak for themselves", breaks: "people read out set positions"),
    FlowStep(step: "Carry", what: "Participants report at home"),
    FlowStep(step: "Use"),
])"#;

#[test]
fn a_short_flow_is_in_boxes() {
    insta::assert_snapshot!(shown(FLOW, 44), @"
    ╭───────╮
    │ Talk  │   Officials and experts speak for
    │       │   themselves
    ╰───┬───╯
        │       ✗ breaks: people read out set
        ↓         positions
    ╭───────╮
    │ Carry │   Participants report at home
    ╰───┬───╯
        ↓
    ╭───────╮
    │ Use   │
    ╰───────╯
    ");
}

#[test]
fn a_narrow_flow_is_without() {
    insta::assert_snapshot!(shown(FLOW, 30), @"
    Talk    Officials and experts
    │       speak for themselves
    │       ✗ breaks: people read
    ↓         out set positions
    Carry   Participants report at
    │       home
    ↓
    Use
    ");
}

#[test]
fn a_tree_keeps_its_branches_beside_wrapped_labels() {
    let ron = r#"Tree(Node(label: "Two tracks", under: [
        Node(label: "Track One: official diplomacy of governments, as ever", under: [Node(label: "1 government")]),
        Node(label: "Track Two", under: [Node(label: "2 professional"), Node(label: "and many others, from business to the media")]),
    ]))"#;
    insta::assert_snapshot!(shown(ron, 42), @r"
    Two tracks
    ├─ Track One: official diplomacy of
    │  │  governments, as ever
    │  └─ 1 government
    └─ Track Two
       ├─ 2 professional
       └─ and many others, from business to
          the media
    ");
}

#[test]
fn bars_show_their_numbers() {
    let ron = r#"Bars(unit: "conflicts in 1987", bars: [Bar(label: "Inside a state", value: 32), Bar(label: "Cross-border", value: 4), Bar(label: "None", value: 0)])"#;
    insta::assert_snapshot!(shown(ron, 50), @r"
    Inside a state  ██████████████████████████████  32

    Cross-border    ████  4

    None              0

                    conflicts in 1987
    ");
    insta::assert_snapshot!(shown(ron, 20), @r"
    32 Inside a state
    4 Cross-border
    0 None
    conflicts in 1987
    ");
}

#[test]
fn the_wheel_stands_beside_its_list() {
    let text = |raw: String| Text::new(raw).unwrap();
    let spokes: Vec<Category> = (1..=9)
        .map(|no| Category {
            short: Some(text(format!("Short {no}"))),
            phrase: Some(text("peacemaking through work".into())),
            ..spoke(no, &text(format!("Text {no}")))
        })
        .collect();
    let lines = wheel::of_spokes(&around("peace"), &spokes, &Theme::named(ColourScheme::None), 76, 4);
    insta::assert_snapshot!(compose::shown(&lines), @"
              ▸4◂             1 Short 1  work
         3 ··     ·· 5        2 Short 2  work
       ··             ··      3 Short 3  work
      ··               ··   ▸ 4 Short 4  work
     2                   6    5 Short 5  work
     ·       peace       ·    6 Short 6  work
     ··                 ··    7 Short 7  work
      1                 7     8 Short 8  work
       ··             ··      9 Short 9  work
         ····     ····
            9 ··· 8           4 Text 4

    who    Text 4
    does   Text 4
    case   Text 4
    limit  Text 4
    ");
}

#[test]
fn the_map_marks_the_selected_case() {
    let text = |raw: &str| Text::new(raw).unwrap();
    let cases =
        [case(59.9, 10.7, &text("Oslo")), case(-33.9, 18.4, &text("Cape Town")), case(21.3, -157.9, &text("Hawaii"))];
    let cases: Vec<Option<&Case>> = cases.iter().map(Some).collect();
    let lines = map::of_cases(&cases, &Theme::named(ColourScheme::None), 66, Some(1));
    insta::assert_snapshot!(compose::shown(&lines), @"
    ▗▄▄▄▄▄▄▄█████████▄▄▖▝▄   ▄▟▛     ▗▄▄▄▄▗▄▐██▄▄▟▛▀▀  ▀▜▐▚▄█▀█▄▄▄▄▄
    ▜█▄▄▄▄▄▖   ▘ ▐█▛▜▛██▖▀▙▛▀ ▝▀▀ ▄  1 █▖▀▀▀    ▀           ▖▄▄▄█▙▟▀
     ▀▘   ▝▜▙      ▝▀▘▄██▙       ▀█▛▀█▀▘▄▄▖▗▄              ▝█▌ ▀▀
            ▐▄      ▗█▀▘         █████▛███▀▝█▘          ▐███▟▀
      3      ▝█▙ █▀██▖          ▟▘   ▀▀▀▀█▖▝█▄▄▄   ▄  ▗▗▄▌▝▘
      ▀▘       ▝▀▜██▞██▙▖      ▗▙        ▝█▄▟▀  ▜▟▀▀▜▄█▌▐▙▖
                   ▝█▌▘▝▀▜▄     ▝▀▀▀█     ▗▄▘    ▀▘ ▐█▛▟▜█▙▄
                    ▜▖     ▀█       ▝▚    █ ▖        ▝▜████████▜▄
                     ▀▌   ▗▟▘        ▙   ▟▀█▌          ▗▄▛▀▝▀▜▄  █ ▀
                     ▗▌ ▗▄▀           ◆ ▟▀ ▀           ▝▙▄▄▄▖ ▐▌  ▗
                     ▟▗█▀                                   ▝▜▌  ▄█▛
                     ▜█▌▀                      ▝▘

       1 Oslo       Oslo, Oslo
    ◆  2 Cape Town  Cape Town, Cape Town
       3 Hawaii     Hawaii, Hawaii

      Cape Town
    ");
}

fn text() -> impl Strategy<Value = Text> {
    "[a-zé漢—]([a-z漢é *_1-9.-]|\\[@E1\\]|\\[\\[a\\]\\]){0,40}".prop_map(|raw| Text::new(raw).unwrap())
}

fn node() -> impl Strategy<Value = Node> {
    let leaf = text().prop_map(|label| Node { label, under: Vec::new() });
    leaf.prop_recursive(5, 24, 4, |node| {
        (text(), prop::collection::vec(node, 0..4)).prop_map(|(label, under)| Node { label, under })
    })
}

fn drawing() -> impl Strategy<Value = Drawing> {
    let placed = (text(), any::<u8>(), text()).prop_map(|(label, at, why)| Placed { label, at, why });
    let dated = (text(), text()).prop_map(|(when, what)| Dated { when, what });
    let option = || prop::option::of(text());
    let step = (text(), option(), option()).prop_map(|(step, what, breaks)| FlowStep { step, what, breaks });
    let tier = (text(), text()).prop_map(|(label, who)| Tier { label, who });
    let bar = (text(), any::<u32>()).prop_map(|(label, value)| Bar { label, value });
    prop_oneof![
        (text(), text(), prop::collection::vec(placed, 0..9)).prop_map(|(left, right, items)| Drawing::Spectrum {
            left,
            right,
            items
        }),
        prop::collection::vec(dated, 0..9).prop_map(Drawing::Timeline),
        prop::collection::vec(step, 0..7).prop_map(Drawing::Flow),
        node().prop_map(Drawing::Tree),
        prop::collection::vec(tier, 0..5).prop_map(Drawing::Pyramid),
        (text(), prop::collection::vec(bar, 0..9)).prop_map(|(unit, bars)| Drawing::Bars { unit, bars }),
    ]
}

fn around(hub: &str) -> Wheel {
    let text = |raw: &str| Text::new(raw).unwrap();
    Wheel {
        scheme: Id::new("nine").unwrap(),
        title: text("Nine"),
        hub: text(hub),
        lead: Some(text("peacemaking through")),
    }
}

fn spoke(no: u8, text: &Text) -> Category {
    let detail = |label: &str| Detail(Text::new(label).unwrap(), text.clone());
    Category {
        key: Id::new(no.to_string()).unwrap(),
        name: text.clone(),
        option: None,
        gloss: None,
        short: Some(text.clone()),
        phrase: Some(text.clone()),
        details: ["who", "does", "case", "limit"].map(detail).to_vec(),
        cite: Vec::new(),
    }
}

fn case(latitude: f64, longitude: f64, text: &Text) -> Case {
    let [title, place, years, class, summary] = std::array::from_fn(|_| text.clone());
    Case {
        id: Id::new("a").unwrap(),
        title,
        place,
        latitude: Some(latitude),
        longitude: Some(longitude),
        years,
        class,
        summary,
        cite: Vec::new(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_drawing_is_wider_than_asked(drawing in drawing(), width in 1usize..=120) {
        let theme = Theme::named(ColourScheme::Dark);
        for line in lines(&figure(drawing), &COURSE, &theme, width) {
            prop_assert!(line.width() <= width, "{line}");
        }
    }

    #[test]
    fn nor_the_wheel_or_the_map(text in text(), at: u8, places in prop::collection::vec((-200.0..200.0, -400.0..400.0), 0..30), width in 1usize..=120) {
        let theme = Theme::named(ColourScheme::None);
        let spokes: Vec<Category> = (1..=9).map(|no| spoke(no, &text)).collect();
        let cases: Vec<Case> = places.iter().map(|&(latitude, longitude)| case(latitude, longitude, &text)).collect();
        let cases: Vec<Option<&Case>> = cases.iter().map(Some).chain([None]).collect();
        let map = map::of_cases(&cases, &theme, width, Some(usize::from(at)));
        for line in wheel::of_spokes(&around("peace"), &spokes[..2 + usize::from(at % 8)], &theme, width, at % 11).into_iter().chain(map) {
            prop_assert!(line.width() <= width, "{line}");
        }
    }
}
