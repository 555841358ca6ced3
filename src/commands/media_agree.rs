//! The screen and the lines say the same: for results, debriefs, statistics and reports, over situations drawn at
//! random, every fact of a page (a label and its value) stands in what each of them sets.

mod facts;
mod situations;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use proptest::prelude::*;

use self::facts::{facts_of, facts_of_element, is_counted};
use self::situations::{placed, played, progress, sat};
use crate::course::Course;
use crate::pages::{Passage, debrief, placement, report, results, statistics};
use crate::plain::{element_in_lines, passages_in_lines};
use crate::study::drill::Decision;
use crate::study::placement::NextTest;
use crate::study::quiz::{Mode, Results};
use crate::study::report::samples;
use crate::study::scenario::follow;
use crate::ui::passage;
use crate::ui::report::element_on_screen;
use crate::ui::theme::{ColourScheme, Theme};

static COURSE: LazyLock<Course> = LazyLock::new(|| Course::builtin().unwrap());
static THEME: LazyLock<Theme> = LazyLock::new(|| Theme::named(ColourScheme::None));
/// So wide that nothing is cut.
const WIDE: usize = 2000;

/// A label, which may be empty, and its value.
type LabelledValue = (String, String);

/// The facts of `facts` that `text` says, however its lines are broken.
fn told(facts: &[LabelledValue], text: &str) -> BTreeSet<LabelledValue> {
    let whole = |text: &str| text.split_whitespace().collect::<String>();
    let text = whole(text);
    facts
        .iter()
        .filter(|(label, value)| text.contains(&whole(label)) && text.contains(&whole(value)))
        .cloned()
        .collect()
}

/// Both say all of `facts`.
#[track_caller]
fn same(facts: &[LabelledValue], screen: &str, lines: &str) {
    let all: BTreeSet<LabelledValue> = facts.iter().cloned().collect();
    assert_eq!(told(facts, screen), all, "the screen says:\n{screen}");
    assert_eq!(told(facts, lines), all, "the lines say:\n{lines}");
}

fn on_screen(passages: &[Passage]) -> String {
    passage::set(passages, &THEME, WIDE).lines.iter().map(|line| format!("{line}\n")).collect()
}

/// Passage by passage, so that no fact is taken from another; numbers that are not an author's are the same, too.
#[track_caller]
fn compared(passages: &[Passage]) {
    assert!(passages.len() > 3, "{passages:?}");
    for passage in passages {
        let one = std::slice::from_ref(passage);
        let (screen, lines) = (on_screen(one), passages_in_lines(&COURSE, one));
        same(&facts_of(passage), &screen, &lines);
        if is_counted(passage) {
            assert_eq!(numbers(&screen), numbers(&lines), "{screen}\n{lines}");
        }
    }
}

/// Runs of digits.
fn numbers(text: &str) -> BTreeSet<String> {
    text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty()).map(str::to_owned).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn results(seed: u64, lesson: usize, exam: bool, time_is_up: bool, pass_mark in prop::option::of(0_u32..=100), earned in prop::collection::vec(prop::option::of(0_u8..=4), 1..20)) {
        let ending = results::QuizEnding { time_is_up, pass_mark, ..results::QuizEnding::default() };
        let mode = if exam { Mode::Exam } else { Mode::Practice };
        let sitting = sat(seed, lesson, mode, &earned).unwrap();
        compared(&results::passages(&COURSE, &sitting, &Results::of(&COURSE, &sitting), ending));
    }

    #[test]
    fn a_debrief(which: usize, rolls in prop::collection::vec(any::<u8>(), 1..30)) {
        let (id, play) = played(which, &rolls);
        let passages = debrief::of_play(&COURSE, COURSE.scenario(&id).unwrap(), &play);
        compared(&passages);
        // The works are numbered as the screen numbers them in the text.
        let cited = passage::set(&passages, &THEME, 76).cited;
        let named: Vec<String> = passages
            .iter()
            .filter_map(|p| if let Passage::Work { name, .. } = p { Some(name.clone()) } else { None })
            .collect();
        prop_assert_eq!(cited.iter().map(|id| COURSE.short_name(id)).collect::<Vec<_>>(), named);
    }

    #[test]
    fn a_debrief_of_a_class(which: usize, rolls in prop::collection::vec(0_u8..240, 1..30), hands in prop::array::uniform3(0_u32..40)) {
        let (id, play) = played(which, &rolls);
        let scenario = COURSE.scenario(&id).unwrap();
        let made: Vec<Decision> = play
            .trace(scenario)
            .steps
            .iter()
            .map(|s| Decision { scene: s.scene.id.clone(), choice: s.choice.id.clone(), hands: hands.to_vec() })
            .collect();
        let trace = follow(scenario, made.iter().map(|d| (&d.scene, &d.choice)));
        compared(&debrief::of_class(&COURSE, scenario, &trace, &made));
    }

    #[test]
    fn a_placement_test(state in placed()) {
        compared(&placement::passages(&COURSE, &state, &NextTest::BothTaken));
    }

    #[test]
    fn progress_in_figures(progress in progress()) {
        compared(&statistics::passages(&progress));
    }
}

#[test]
fn a_report() {
    for report in samples::all() {
        for element in report::elements(&report) {
            let screen: String =
                element_on_screen(&element, &THEME, WIDE).iter().map(|line| format!("{line}\n")).collect();
            same(&facts_of_element(&element), &screen, &element_in_lines(&element));
        }
    }
}

#[test]
fn what_is_left_out_is_seen() {
    let score = Passage::TimeSpent(80);
    let facts = facts_of(&score);
    assert_eq!(told(&facts, &on_screen(&[score])).len(), 1);
    assert!(told(&facts, "1:21 on the questions").is_empty() && told(&facts, "1:20").is_empty());
}
