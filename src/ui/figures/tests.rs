//! What the drawings look like, and that none leaves its width.

mod made;
mod widths;

use std::sync::LazyLock;

use made::{around, case, spoke};
use pins::Numbered;

use super::*;
use crate::course::model::{Bar, Case, Category, Dated, FlowStep, Node, Placed, Text, Tier};
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
    ├──1───────────2──3──────────────────────────────────4─────┤
               Aceh 2005

    1 Camp David 1978  a president mediates
    2 Aceh 2005        official envoys, unofficial mediator
    3 Mozambique       official parties, mixed mediators
    4 Inter-Tajik      influential citizens
    ");
}

#[test]
fn a_crowded_spectrum_has_numbers() {
    insta::assert_snapshot!(shown(SPECTRUM, 32), @r"
    ← Track One          Track Two →
    ├─1─────2─3─────────────────4──┤

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
    FlowStep(step: "Use", breaks: "the will is missing"),
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
                ✗ breaks: the will is missing
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
            ✗ breaks: the will is
              missing
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
    ");
    insta::assert_snapshot!(shown(ron, 20), @r"
    32 Inside a state
    4 Cross-border
    0 None
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
    let lines = wheel::of_spokes(&around("peace"), &spokes, &Theme::named(ColourScheme::None), (76, 13), 4);
    insta::assert_snapshot!(compose::shown(&lines), @"
             · ·▸4◂·               1 Short 1  work
         3 · • ••••• · · 5         2 Short 2  work
        ·    • •• •• •    ·        3 Short 3  work
       · • •  • • • •  • • ·     ▸ 4 Short 4  work
      ·•     •  • •  •     •·      5 Short 5  work
     2     •   •   •   •     6     6 Short 6  work
     ·    •    peace    •   ·      7 Short 7  work
      ·  •     •   •     •  ·      8 Short 8  work
      · •     •     •     •·       9 Short 9  work
       1      •     •      7
         ·    •     •    ·         4 Text 4
           · •       • ·
             9 · · · 8

    who    Text 4
    does   Text 4
    case   Text 4
    limit  Text 4
    ");
}

#[test]
fn the_map_has_a_pin_and_a_number_for_each_case() {
    let text = |raw: &str| Text::new(raw).unwrap();
    let cases =
        [case(59.9, 10.7, &text("Oslo")), case(-33.9, 18.4, &text("Cape Town")), case(21.3, -157.9, &text("Hawaii"))];
    let cases: Vec<Numbered<'_>> = cases.iter().zip([1, 12, 30]).map(|(case, no)| Numbered { no, case }).collect();
    let theme = Theme::named(ColourScheme::None);
    let lines = map::of_cases(&cases, &theme, 66);
    insta::assert_snapshot!(compose::shown(&lines), @"
     ··············  ··   ··         ●1·····························
           ··············         ···························   ·
             ·········            ···  ····················
      ●30      ···               ························
                   ·  ·         ·············    ·   ··
                     ······          ·······            ·
                     ········        ······                · ·
                      ·····           ····              ·······
                      ···             ●12                    ··

    ●  1 Oslo       Oslo, Oslo
    ● 12 Cape Town  Cape Town, Cape Town
    ● 30 Hawaii     Hawaii, Hawaii
    ");
}
