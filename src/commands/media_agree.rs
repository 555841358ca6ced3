//! The screen and the lines say the same: for results, debriefs, statistics and reports, over situations drawn at
//! random, every fact of a page (a label and its value) stands in what each of them sets.

mod situations;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use proptest::prelude::*;

use self::situations::{placed, played, progress, sat};
use crate::course::Course;
use crate::course::markdown::plain;
use crate::course::wording::{count, points as worth};
use crate::pages::words;
use crate::pages::{
    Element, LessonScores, Level, Passage, Share, TestScore, debrief, placement, report, results, statistics,
};
use crate::plain::{element_in_lines, passages_in_lines};
use crate::study::drill::Decision;
use crate::study::placement::{Gain, NextTest, RightOf};
use crate::study::progress::QuizLine;
use crate::study::quiz::{Half, Mode, Results, percent};
use crate::study::report::samples;
use crate::study::scenario::follow;
use crate::study::score::{Score, points};
use crate::ui::report::element_on_screen;
use crate::ui::theme::{ColourScheme, Theme};
use crate::ui::{meter, passage};

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

/// Whether it holds figures and no author's words.
fn is_counted(passage: &Passage) -> bool {
    matches!(
        passage,
        Passage::Reasons(_)
            | Passage::Rewinds(_)
            | Passage::Score { .. }
            | Passage::TimeSpent(_)
            | Passage::CardsByStage(_)
            | Passage::Retention(Some(_))
            | Passage::Days(_)
    )
}

fn fact(label: impl ToString, value: impl ToString) -> LabelledValue {
    (label.to_string(), value.to_string())
}

/// An author's words up to the first work cited, which each medium marks in its own way.
fn bare(text: &str) -> String {
    plain(text.split("[@").next().unwrap_or_default()).trim().to_owned()
}

fn facts_of(passage: &Passage) -> Vec<LabelledValue> {
    let said = |text: &str| vec![fact("", bare(text))];
    match passage {
        Passage::Heading(text) | Passage::ListHead(text) | Passage::Ending(text) | Passage::Words(text) => {
            vec![fact("", text)]
        }
        Passage::Nothing(text) | Passage::Done(text) | Passage::Aside(text) => vec![fact("", text)],
        Passage::Points(all) => all.iter().map(|point| fact("", point)).collect(),
        Passage::TestScores(all) => all.iter().flat_map(facts_of_test).collect(),
        Passage::Gain(gain) => facts_of_gain(gain).to_vec(),
        Passage::LessonPairs(all) => all.iter().flat_map(facts_of_lesson).collect(),
        Passage::Prose(text) | Passage::Echo(text) => said(text.as_str()),
        Passage::Objectives(all) => all.iter().flat_map(|text| said(text.as_str())).collect(),
        Passage::Sections(titles) => {
            titles.iter().enumerate().map(|(at, title)| fact(format!("§{}", at + 1), title)).collect()
        }
        Passage::Length { minutes, requires, .. } => {
            requires.iter().map(|title| fact("", title)).chain([fact("About", minutes)]).collect()
        }
        Passage::Exercises { cards, questions, next } => {
            let next = next.iter().map(|(number, title)| fact(number, title));
            [fact("card", cards), fact("question", questions)].into_iter().chain(next).collect()
        }
        Passage::Terms(terms) => terms.iter().map(|it| fact("", &it.term)).collect(),
        Passage::Reasons(score) => vec![fact("Your reasons", earned(*score))],
        Passage::Rewinds(n) => vec![fact("You went back", if *n == 1 { "once".into() } else { format!("{n} times") })],
        Passage::Meters(levels) => levels.iter().flat_map(facts_of_level).collect(),
        Passage::NearZero { level, meaning } => facts_of_low(level, meaning.as_str()).to_vec(),
        Passage::Decision { number, scene } => vec![fact(number, scene)],
        Passage::Hands { counted, .. } if counted.iter().all(|&n| n == 0) => Vec::new(),
        Passage::Hands { counted, .. } => ('A'..).zip(counted).map(|(letter, n)| fact(letter, n)).collect(),
        Passage::Labelled { label, text } => vec![fact(format!("{label}:"), bare(text.as_str()))],
        Passage::Reason { text, .. } => said(text.as_str()),
        Passage::NotTaken { letter, choice, outcome } => {
            let label = letter.map_or_else(|| "Not taken:".to_owned(), |letter| format!("Not taken, {letter}:"));
            vec![fact(label, bare(choice.as_str())), fact("", bare(outcome.as_str()))]
        }
        Passage::Unseen { titles, .. } => titles.iter().map(|title| fact("Not seen:", title)).collect(),
        Passage::Work { name, full, .. } => vec![fact(format!("{name}:"), full)],
        Passage::PassVerdict { earned, needed } => {
            [format!("{earned} % earned"), format!("{needed} % needed")].map(|it| fact("", it)).to_vec()
        }
        Passage::Score { percent, score, right, questions } => {
            facts_of_score(*percent, *score, (*right, *questions)).to_vec()
        }
        Passage::TimeSpent(seconds) => vec![fact("on the questions", meter::clock(*seconds))],
        Passage::Tallies(all) => all.iter().flat_map(facts_of_tally).collect(),
        Passage::Missed(all) => all.iter().map(|it| fact("", bare(&it.stem))).collect(),
        Passage::CardsByStage(counts) => counts.rows().into_iter().map(|(stage, n)| fact(stage, n)).collect(),
        Passage::Retention(None) => vec![fact("", "reviews yet in the last 30 days")],
        Passage::Retention(Some((percent, of))) => {
            vec![fact("in the last 30 days", format!("{percent} % of {of} reviews"))]
        }
        // A screen has the first in its header and at home; the second is a picture on the screen, months in lines.
        Passage::Studied { .. } | Passage::Calendar(_) => Vec::new(),
        Passage::Workloads(all) => {
            all.iter().map(|it| fact(format!("{} %", it.retention_percent), words::workload(it))).collect()
        }
        Passage::Forecast(days) => days.iter().map(|it| fact(it.date, count(it.cards, "card"))).collect(),
        Passage::Days(days) => days.iter().map(|it| fact(it.date, words::day(it))).collect(),
        Passage::Attempts(all) => all.iter().flat_map(facts_of_attempt).collect(),
    }
}

fn earned(score: Score) -> String {
    format!("{} of {}", points(score.points), worth(&points(score.of)))
}

fn facts_of_score(percent: u32, score: Score, (right, questions): (usize, usize)) -> [LabelledValue; 3] {
    [
        fact("", format!("{percent} %")),
        fact("", earned(score)),
        fact("", format!("{right} of {} right", count(questions, "question"))),
    ]
}

fn facts_of_level(it: &Level) -> [LabelledValue; 2] {
    let change = if it.change == 0 { String::new() } else { it.change.abs().to_string() };
    [fact(&it.meter, it.level), fact(&it.meter, change)]
}

fn facts_of_test(TestScore { half, on, right: (right, of) }: &TestScore) -> [LabelledValue; 2] {
    let name = if *half == Half::Before { "Before" } else { "After" };
    [fact(name, format!("{right} of {of} right")), fact(name, on)]
}

fn facts_of_gain(gain: &Gain) -> [LabelledValue; 2] {
    let [gain, low, high] = gain.points();
    [fact("Gain", format!("{gain} points of 100")), fact("95 % confidence", format!("{low} and {high}"))]
}

fn facts_of_low(level: &Level, meaning: &str) -> [LabelledValue; 2] {
    [fact(&level.meter, format!("ended at {}", level.level)), fact("At 0 it would mean:", bare(meaning))]
}

fn facts_of_lesson(it: &LessonScores) -> Vec<LabelledValue> {
    let share = |(right, of): RightOf| fact(&it.title, format!("{right} of {of}"));
    [Some(it.before), it.after].into_iter().flatten().map(share).collect()
}

fn facts_of_tally(it: &Share) -> [LabelledValue; 2] {
    let of = plain(&it.of);
    [fact(&of, format!("{} %", percent(it.score))), fact(&of, format!("of {}", it.questions))]
}

fn facts_of_attempt(it: &QuizLine) -> [LabelledValue; 2] {
    let state = if it.finished { format!("{} %", it.percent) } else { "left".to_owned() };
    [fact(it.date, state), fact(&it.about, format!("{} of {} answered", it.answered, it.questions))]
}

fn facts_of_element(element: &Element) -> Vec<LabelledValue> {
    match element {
        Element::Title(text)
        | Element::Heading(text)
        | Element::Text(text)
        | Element::Aside(text)
        | Element::Caution(text) => {
            vec![fact("", text)]
        }
        Element::Item { number, words } => vec![fact(number, words)],
        Element::Facts(facts) => facts.iter().map(|(name, what)| fact(name, what)).collect(),
        Element::List(items) => items.iter().map(|item| fact("", item)).collect(),
        // For pages only: what it tells stands elsewhere, too.
        Element::Table(table) if table.for_pages => Vec::new(),
        Element::Table(table) => {
            let row = |row: &Vec<crate::pages::Value>| {
                let name = row.first().map(crate::pages::Value::words).unwrap_or_default();
                row.iter().skip(1).map(|cell| fact(&name, cell.words())).collect::<Vec<_>>()
            };
            table.rows.iter().flat_map(row).collect()
        }
        // Lines do without a chart whose numbers stand in a table.
        Element::Charts(charts) => charts
            .iter()
            .filter(|chart| !chart.in_table)
            .flat_map(|chart| &chart.rows)
            .flat_map(|row| row.bars.iter().map(|bar| fact(row.label.trim_end_matches('.'), &bar.said)))
            .collect(),
        Element::Columns { columns, .. } => {
            columns.iter().filter(|(_, n)| *n > 0).map(|(class, n)| fact(class, n)).collect()
        }
        Element::Replies(all) => all
            .iter()
            .flat_map(|it| {
                let said = it.answer.clone().unwrap_or_else(|| "no answer".to_owned());
                [fact(it.team.words(), said), fact(it.team.words(), it.points.clone().unwrap_or_default())]
            })
            .collect(),
    }
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
