//! The built-in course keeps its promises: nothing to find in a check, every fact taught and asked, enough of everything.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may panic")]

use std::collections::{HashMap, HashSet};

use ninetracks::course::Course;
use ninetracks::course::check::check;
use ninetracks::course::model::{Block, Drawing, Fact, FactStatus, Id, Kind};
use ninetracks::course::read::read;
use ninetracks::course::report::{Ink, render};
use ninetracks::ui::fit;

fn course() -> Course {
    Course::builtin().unwrap()
}

fn facts(course: &Course) -> Vec<Fact> {
    let file = course.files().iter().find(|f| f.path == "assets/facts.ron").unwrap();
    read(&file.path, &file.text).unwrap()
}

/// The facts of the founding texts that are to be taught.
fn wanted(course: &Course) -> Vec<Id> {
    let founding = |f: &Fact| f.id.as_str().starts_with('F') && f.status != FactStatus::Incidental;
    facts(course).into_iter().filter(founding).map(|f| f.id).collect()
}

#[track_caller]
fn none_missing(wanted: &[Id], named: &HashSet<&Id>) {
    let missing: Vec<&Id> = wanted.iter().filter(|id| !named.contains(id)).collect();
    assert!(missing.is_empty(), "missing: {missing:?}");
}

#[test]
fn check_finds_nothing() {
    let course = course();
    let found: Vec<_> = check(&course).into_iter().chain(fit::check(&course)).map(|f| render(&f, Ink::Plain)).collect();
    assert!(found.is_empty(), "{}", found.join("\n\n"));
}

#[test]
fn every_fact_is_taught_in_a_section() {
    let course = course();
    none_missing(&wanted(&course), &course.lessons().flat_map(|l| &l.sections).flat_map(|s| &s.facts).collect());
}

#[test]
fn every_fact_is_asked_in_a_question_or_on_a_card() {
    let course = course();
    let asked = course.banks().flat_map(|b| &b.questions).flat_map(|q| &q.facts);
    none_missing(
        &wanted(&course),
        &asked.chain(course.banks().flat_map(|b| &b.cards).flat_map(|c| &c.facts)).collect(),
    );
}

/// In a block of its own where it teaches, or as a line (`**D04.**`) among the notes on the sources.
#[test]
fn every_disagreement_is_in_view() {
    let course = course();
    let wanted: Vec<Id> = (1..=34).map(|n| Id::new(format!("D{n:02}")).unwrap()).collect();
    let blocks = course.lessons().flat_map(|l| &l.sections).flat_map(|s| &s.body);
    let shows = |block: &Block, point: &Id| match block {
        Block::Disagree(d) => d.point == *point,
        Block::Text(text) => text.as_str().contains(&format!("**{point}.**")),
        _ => false,
    };
    let shown: Vec<Id> = blocks.flat_map(|b| wanted.iter().filter(|p| shows(b, p)).cloned()).collect();
    none_missing(&wanted, &shown.iter().collect());
}

#[test]
fn there_is_enough_of_everything() {
    let course = course();
    let questions: Vec<_> = course.banks().flat_map(|b| &b.questions).collect();
    let kinds: HashSet<Kind> = questions.iter().map(|q| q.ask.kind()).collect();
    assert_eq!(course.outlines().len(), 18);
    assert!(questions.len() >= 450, "{} questions", questions.len());
    assert_eq!(kinds.len(), Kind::ALL.len());
    assert!(course.banks().map(|b| b.cards.len()).sum::<usize>() >= 430);
    assert!(course.cases().len() >= 34);
    assert!(questions.iter().filter(|q| q.novel).count() * 3 >= questions.len());
}

#[test]
fn every_lesson_can_be_studied_by_itself() {
    let course = course();
    for (lesson, bank) in course.lessons().zip(course.banks()) {
        let blocks: Vec<&Block> = lesson.sections.iter().flat_map(|s| &s.body).collect();
        let count = |wanted: fn(&Block) -> bool| blocks.iter().filter(|b| wanted(b)).count();
        assert_eq!(lesson.id, bank.lesson);
        assert!(count(|b| matches!(b, Block::Recall(_))) >= 2, "{} has too few recall stops", lesson.id);
        assert!(
            count(|b| matches!(b, Block::Table(_) | Block::Figure(_))) >= 1,
            "{} has no figure or table",
            lesson.id
        );
        assert!(bank.cards.len() >= 14, "{} has too few cards", lesson.id);
        assert!(bank.questions.len() >= 16, "{} has too few questions", lesson.id);
        assert!(
            bank.questions.iter().map(|q| q.ask.kind()).collect::<HashSet<_>>().len() >= 5,
            "{} has too few kinds",
            lesson.id
        );
    }
}

#[test]
fn every_kind_of_figure_is_drawn_somewhere() {
    let course = course();
    let blocks = course.lessons().flat_map(|l| &l.sections).flat_map(|s| &s.body);
    let mut drawn: HashMap<&str, usize> = HashMap::new();
    for block in blocks {
        if let Block::Figure(figure) = block {
            *drawn.entry(name(&figure.drawing)).or_default() += 1;
        }
    }
    assert_eq!(drawn.len(), 8, "{drawn:?}");
}

fn name(drawing: &Drawing) -> &'static str {
    match drawing {
        Drawing::Wheel { .. } => "wheel",
        Drawing::Spectrum { .. } => "spectrum",
        Drawing::Timeline(_) => "timeline",
        Drawing::Flow(_) => "flow",
        Drawing::Tree(_) => "tree",
        Drawing::Pyramid(_) => "pyramid",
        Drawing::Bars { .. } => "bars",
        Drawing::Map(_) => "map",
    }
}

/// The table in CONTRIBUTING is made by `ninetracks list --json`; when this fails, make it again.
#[test]
fn the_table_of_lessons_is_current() {
    let contributing = include_str!("../CONTRIBUTING.md");
    let course = course();
    for (outline, bank) in course.outlines().iter().zip(course.banks()) {
        let number = course.number(&outline.id);
        let row = format!(
            "| {number} | {} | {} | {} | {} | {} |",
            outline.title,
            outline.sections.len(),
            outline.terms,
            bank.cards.len(),
            bank.questions.iter().filter(|q| !q.reserve).count()
        );
        assert!(contributing.contains(&row), "CONTRIBUTING.md has no row\n{row}");
    }
}
