//! No drawing leaves the width it is given, over drawings, wheels and maps drawn at random.

use proptest::prelude::*;

use super::*;

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
        let cases: Vec<Numbered<'_>> = cases.iter().zip(1..).map(|(case, no)| Numbered { no, case }).collect();
        let chosen = cases.get(usize::from(at)).map(|it| it.case.id.clone());
        let alone = map::drawn(&cases, &theme, width, chosen.as_ref(), false);
        let map = map::of_cases(&cases, &theme, width).into_iter().chain(alone);
        for line in wheel::of_spokes(&around("peace"), &spokes[..2 + usize::from(at % 8)], &theme, (width, u16::from(at)), at % 11).into_iter().chain(map) {
            prop_assert!(line.width() <= width, "{line}");
        }
    }
}
