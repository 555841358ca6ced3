//! What a class sees on the wall.

use std::sync::LazyLock;

use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::*;
use crate::course::Course;
use crate::course::model::{Id, Scenario};
use crate::course::read::read;
use crate::pages::debrief::of_class;
use crate::study::drill::Decision;
use crate::study::scenario::follow;
use crate::ui::passage;
use crate::ui::theme::{ColourScheme, Theme};
use crate::ui::wall::canvas::CellGrid;

static COURSE: LazyLock<Course> = LazyLock::new(|| Course::builtin().unwrap());
static THEME: LazyLock<Theme> = LazyLock::new(|| Theme::named(ColourScheme::None));
static BRIDGE: LazyLock<Scenario> =
    LazyLock::new(|| read("scenario", include_str!("../../../plain/tests/course/scenario.ron")).unwrap());

fn view(scenario: &Scenario, width: usize) -> PlayView<'_> {
    PlayView { course: &COURSE, scenario, theme: &THEME, width }
}

fn bridge() -> PlayView<'static> {
    view(&BRIDGE, 76)
}

fn shown(doc: &Doc) -> String {
    doc.lines.iter().map(|l| l.to_string().trim_end().to_owned() + "\n").collect()
}

/// Without line breaks.
fn words(doc: &Doc) -> String {
    shown(doc).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn decided(scene: &str, choice: &str, hands: &[u32]) -> Decision {
    Decision { scene: Id::new(scene).unwrap(), choice: Id::new(choice).unwrap(), hands: hands.to_vec() }
}

fn traced<'a>(scenario: &'a Scenario, road: &[Decision]) -> ClassTrace<'a> {
    follow(scenario, road.iter().map(|d| (&d.scene, &d.choice)))
}

fn debrief(view: PlayView<'_>, trace: &ClassTrace<'_>, road: &[Decision]) -> Doc {
    passage::set(&of_class(view.course, view.scenario, trace, road), view.theme, view.width)
}

fn at_scene(view: PlayView<'_>, road: &[Decision], pointer: ClassPointer) -> FocusedPage {
    let trace = traced(view.scenario, road);
    scene(view, &trace, trace.scene().unwrap(), pointer)
}

#[test]
fn the_class_is_told_that_it_votes() {
    let page = shown(&opening(bridge()));
    assert!(page.ends_with("The class decides by vote. Each choice has its price, and none is perfect.\n"), "{page}");
    assert!(!page.contains("reason"), "{page}");
}

#[test]
fn nobody_sees_a_price_or_how_the_hands_are_spread_before_the_decision() {
    let page = words(&at_scene(bridge(), &[], ClassPointer { option: Some(0), counted: Some((1, 2)) }).doc);
    assert!(page.contains("A toll? 1 of 2 counted"), "{page}");
    for later in ["No money.", "Anger.", "They pass.", "They curse."] {
        assert!(!page.contains(later), "{later:?} in {page}");
    }
}

#[test]
fn the_choice_pointed_at_is_in_sight_and_without_one_the_whole_decision() {
    let road = [decided("toll", "free", &[])];
    let page = at_scene(bridge(), &road, ClassPointer::default());
    let lines: Vec<String> = page.doc.lines.iter().map(ToString::to_string).collect();
    assert_eq!((lines[0].as_str(), page.focus), ("They pass.", 2..lines.len()));
    let page = at_scene(bridge(), &[], ClassPointer { option: Some(1), counted: None });
    let lines: Vec<String> = page.doc.lines[page.focus].iter().map(ToString::to_string).collect();
    assert_eq!(lines, ["▸ B  Shut it."]);
}

/// Lines of a screen's body at 80x24.
const HEIGHT: usize = 20;

/// The body of a screen at 200x60.
const HALL: Rect = Rect::new(0, 0, 196, 56);

fn pasted(sheet: Option<CellGrid>, area: Rect) -> String {
    let mut buffer = Buffer::empty(area);
    sheet.unwrap().paste(&mut buffer, area, 0);
    let row = |y| (0..area.width).map(|x| buffer[(x, y)].symbol()).collect::<String>().trim_end().to_owned() + "\n";
    (0..area.height).map(row).collect::<String>().trim_end().to_owned()
}

/// Asserts that the decision at the end of `road`, the page after each choice, and all that follow fit.
#[track_caller]
fn fits(scenario: &Scenario, road: &[Decision]) {
    let trace = traced(scenario, road);
    let Some(here) = trace.scene() else { return };
    let lines =
        scene(view(scenario, 76), &trace, here, ClassPointer { option: None, counted: Some((1, 3)) }).focus.len();
    assert!(lines <= HEIGHT, "{}, {}: {lines} lines", scenario.id, here.id);
    assert!(
        wall::scene(view(scenario, 100), &trace, here, ClassPointer::default(), HALL).is_some(),
        "{}, {}",
        scenario.id,
        here.id
    );
    for choice in &here.choices {
        let on = [road, &[decided(here.id.as_str(), choice.id.as_str(), &[300, 400, 300])]].concat();
        let lines = outcome(view(scenario, 76), &traced(scenario, &on).steps[road.len()], &[300, 400, 300]).lines.len();
        assert!(lines <= HEIGHT, "{}, {}: {lines} lines", scenario.id, choice.id);
        let step = &traced(scenario, &on).steps[road.len()];
        assert!(
            wall::outcome(view(scenario, 100), step, &[300, 400, 300], HALL).is_some(),
            "{}, {}",
            scenario.id,
            choice.id
        );
        fits(scenario, &on);
    }
}

#[test]
fn every_built_in_decision_and_what_came_of_it_fit_the_smallest_wall_and_the_largest() {
    for scenario in COURSE.scenarios() {
        assert!(opening(view(scenario, 76)).lines.len() <= HEIGHT, "{}", scenario.id);
        for (area, most) in [(HALL, 3), (Rect::new(0, 0, 156, 41), 5)] {
            let pages = wall::opening(view(scenario, 100), area).unwrap();
            assert!(pages.len() <= most, "{}: {} pages", scenario.id, pages.len());
            let seen: String = pages.into_iter().map(|page| pasted(Some(page), area)).collect();
            assert!(!seen.contains(|c: char| c.is_ascii_alphabetic()), "small letters in\n{seen}");
        }
        fits(scenario, &[]);
    }
}

#[test]
fn a_decision() {
    let pointer = ClassPointer { option: Some(0), counted: Some((1, 3)) };
    insta::assert_snapshot!(shown(&at_scene(bridge(), &[decided("toll", "free", &[])], pointer).doc), @"
    They pass.

    trust            ■■■■■■□□□□  6       buy-in           ■■■■□□□□□□  4
    legitimacy       ■■■■■□□□□□  5       safety           ■■■■■■■□□□  7 +2

    A flood                                                       1 of 3 counted
    Water rises.

    → Those who passed for nothing bring planks.

    ▸ A  Stay.
    ");
}

#[test]
fn what_came_of_a_decision() {
    let trace = traced(&BRIDGE, &[decided("toll", "free", &[])]);
    insta::assert_snapshot!(shown(&outcome(bridge(), &trace.steps[0], &[14, 3])), @"
    The class chose A
    Let them pass.

    A  █████████████████████████████████         14  chosen
    B  ███████                                    3

    Its price: No money.

    They pass.

    trust            ■■■■■■□□□□  6 +1    buy-in           ■■■■□□□□□□  4 −1
    legitimacy       ■■■■■□□□□□  5       safety           ■■■■■□□□□□  5
    ");
}

#[test]
fn a_decision_and_what_came_of_it_on_a_wall() {
    let trace = traced(&BRIDGE, &[decided("toll", "free", &[])]);
    let area = Rect::new(0, 0, 156, 41);
    let seen = |counted| {
        let pointer = ClassPointer { option: Some(0), counted };
        pasted(wall::scene(bridge(), &trace, trace.scene().unwrap(), pointer, area), area)
    };
    insta::assert_snapshot!("decision_on_a_wall", seen(Some((1, 3))));
    insta::assert_snapshot!(
        "outcome_on_a_wall",
        pasted(wall::outcome(bridge(), &trace.steps[0], &[14, 3], area), area)
    );
    let rows = |seen: String| seen.lines().skip(8).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(rows(seen(None)).len(), rows(seen(Some((2, 3)))).len());
}

#[test]
fn a_window_is_no_wall_and_what_is_too_tall_is_left_to_the_small_page() {
    assert!(wall::is_wall(HALL) && !wall::is_wall(Rect::new(0, 0, 96, 26)));
    let trace = traced(&BRIDGE, &[]);
    let low = Rect { height: 12, ..HALL };
    assert!(wall::scene(bridge(), &trace, trace.scene().unwrap(), ClassPointer::default(), low).is_none());
}

#[test]
fn a_debrief() {
    let road = [decided("toll", "free", &[14, 3]), decided("flood", "stay", &[])];
    insta::assert_snapshot!(shown(&debrief(bridge(), &traced(&BRIDGE, &road), &road)), @"
    It held

    They dance.

    trust            ■■■■■■□□□□  6 +1    buy-in           ■■■■□□□□□□  4 −1
    legitimacy       ■■■■■□□□□□  5       safety           ■■■■■■□□□□  6 +1

    The route the class took, and those it did not

    1 A toll?

       A  █████████████████████████████████         14  chosen
       B  ███████                                    3

       The class chose A: Let them pass.

       Not taken, B: Shut it.
       → They curse.

       Literature: Nobody wrote on tolls.

    2 A flood

       The class chose A: Stay.

       Literature: See the lesson.

    Not seen: an ending, “Shut”.

    What the literature makes of it

    Bridges join.
    ");
}

#[test]
fn hands_that_nobody_counted_are_not_drawn() {
    let road = [decided("toll", "free", &[])];
    let trace = traced(&BRIDGE, &road);
    for hands in [&[][..], &[0, 0]] {
        assert!(!shown(&outcome(bridge(), &trace.steps[0], hands)).contains('█'));
    }
    assert!(!shown(&debrief(bridge(), &trace, &road)).contains('█'));
}

#[test]
fn one_hand_in_a_full_hall_is_seen() {
    let trace = traced(&BRIDGE, &[decided("toll", "free", &[])]);
    let page = shown(&outcome(bridge(), &trace.steps[0], &[999, 1]));
    let bars: Vec<usize> = page.lines().map(|l| l.matches('█').count()).filter(|&n| n > 0).collect();
    assert_eq!(bars, [40, 1]);
}

/// A way through `scenario`: at each scene the choice and the hands that `votes` say.
fn road(scenario: &Scenario, votes: &[(usize, Vec<u32>)]) -> Vec<Decision> {
    let mut road = Vec::new();
    for (choice, hands) in votes {
        let Some(here) = traced(scenario, &road).scene() else { break };
        let choice = &here.choices[choice % here.choices.len()];
        road.push(Decision { scene: here.id.clone(), choice: choice.id.clone(), hands: hands.clone() });
    }
    road
}

fn votes() -> impl Strategy<Value = Vec<(usize, Vec<u32>)>> {
    let hands = prop_oneof![Just(Vec::new()), proptest::collection::vec(0..=1000_u32, 3), Just(vec![u32::MAX; 3])];
    proptest::collection::vec((0..3_usize, hands), 0..=6)
}

/// All pages along a road.
fn pages(view: PlayView<'_>, road: &[Decision]) -> Vec<Doc> {
    let mut pages = vec![opening(view)];
    for n in 0..=road.len() {
        let trace = traced(view.scenario, &road[..n]);
        if let (Some(step), Some(made)) = (trace.steps.last(), road[..n].last()) {
            pages.push(outcome(view, step, &made.hands));
        }
        let pointer = ClassPointer { option: Some(n), counted: Some((1, 3)) };
        pages.push(trace.scene().map_or_else(|| debrief(view, &trace, road), |s| scene(view, &trace, s, pointer).doc));
    }
    pages
}

proptest! {
    #[test]
    fn no_page_leaves_its_width(which in 0..4_usize, votes in votes(), width in 56..=110_usize) {
        let scenario = COURSE.scenarios().nth(which).unwrap_or(&BRIDGE);
        for page in pages(view(scenario, width), &road(scenario, &votes)) {
            for line in &page.lines {
                prop_assert!(line.width() <= width, "{} of {width}: {line}", line.width());
            }
        }
    }

    #[test]
    fn the_debrief_names_every_road_not_taken(which in 0..4_usize, votes in votes()) {
        let scenario = COURSE.scenarios().nth(which).unwrap_or(&BRIDGE);
        let road = road(scenario, &votes);
        let trace = traced(scenario, &road);
        let page = words(&debrief(view(scenario, 76), &trace, &road));
        for step in &trace.steps {
            for (at, choice) in step.scene.choices.iter().enumerate() {
                let taken = format!("The class chose {}: {}", letter(at), choice.text);
                let other = format!("Not taken, {}: {} → {}", letter(at), choice.text, choice.outcome);
                let said = if choice.id == step.choice.id { taken } else { other };
                prop_assert!(page.contains(&said), "{said:?} in {page}");
            }
        }
    }
}
