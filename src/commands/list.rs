//! `ninetracks list`: what the course holds.

mod cards;
mod flags;

use std::io::Write as _;

use serde_json::{Value, json};
use unicode_width::UnicodeWidthStr as _;

use super::{Ended, environment, output};
use crate::cli::{Global, ListTarget};
use crate::course::Course;
use crate::course::markdown::plain;
use crate::course::model::{Block, Card, Case, Face, Id, Question, Reference, Scenario, Term};
use crate::course::outline::{LessonOutline, keys_of};
use crate::course::wording::count;
use crate::store::{FILE, Store};
use crate::study::card_list::CardFilter;
use crate::study::notes::SectionNotes;

/// A thing in the list: for a program, and in cells for people.
struct Listed {
    value: Value,
    cells: Vec<String>,
}

/// `cells` as lines whose columns begin below one another.
fn in_columns(rows: &[Vec<String>]) -> Vec<String> {
    let widest = |column: usize| rows.iter().filter_map(|row| Some(row.get(column)?.width())).max().unwrap_or(0);
    let widths: Vec<usize> = (0..rows.iter().map(Vec::len).max().unwrap_or(0)).map(widest).collect();
    let padded = |(cell, width): (&String, &usize)| format!("{cell}{}", " ".repeat(width - cell.width()));
    let line = |row: &Vec<String>| row.iter().zip(&widths).map(padded).collect::<Vec<_>>().join("  ");
    rows.iter().map(|row| line(row).trim_end().to_owned()).collect()
}

/// `cells` for a voice, which reads blanks between columns as nothing.
fn in_sentences(rows: &[Vec<String>]) -> Vec<String> {
    let line = |row: &Vec<String>| row.iter().map(|cell| cell.trim()).collect::<Vec<_>>().join(", ");
    rows.iter().map(line).map(|line| if line.ends_with('.') { line } else { format!("{line}.") }).collect()
}

/// # Errors
/// When the course cannot be opened.
pub(super) fn run(global: &Global, kind: ListTarget, only: Option<CardFilter>, as_json: bool) -> anyhow::Result<Ended> {
    if only.is_some() && kind != ListTarget::Cards {
        anyhow::bail!("--only chooses cards: write `ninetracks list cards --only …`");
    }
    let course = environment::course(global)?;
    let mut all = match kind {
        ListTarget::Notes => notes(global, &course)?,
        ListTarget::Flags => flags::listed(&course, &standing(global, &course)?.flags()?),
        _ => listed(&course, kind),
    };
    if kind == ListTarget::Cards && (as_json || only.is_some()) {
        cards::add_standing(&mut all, global, &course, only.unwrap_or_default())?;
    }
    if as_json {
        output::json(&all.iter().map(|it| &it.value).collect::<Vec<_>>())?;
        return Ok(Ended::Done);
    }
    let mut out = output::results();
    let n = all.len();
    let rows: Vec<Vec<String>> = all.into_iter().map(|it| it.cells).collect();
    for line in if global.plain { in_sentences(&rows) } else { in_columns(&rows) } {
        writeln!(out, "{line}")?;
    }
    output::note(summed_up(&course, kind, n));
    Ok(Ended::Done)
}

fn listed(course: &Course, kind: ListTarget) -> Vec<Listed> {
    match kind {
        ListTarget::Lessons => course.outlines().iter().enumerate().map(|(i, o)| lesson(course, i + 1, o)).collect(),
        ListTarget::Terms => course.lessons().flat_map(|l| l.terms.iter().map(|t| term(&l.id, t))).collect(),
        ListTarget::Cards => course.banks().flat_map(|b| b.cards.iter().map(|c| card(&b.lesson, c))).collect(),
        ListTarget::Questions => {
            course.banks().flat_map(|b| b.questions.iter().map(|q| question(&b.lesson, q))).collect()
        }
        ListTarget::Scenarios => course.scenarios().map(scenario).collect(),
        ListTarget::Cases => course.cases().iter().map(case).collect(),
        ListTarget::References => course.references().iter().map(reference).collect(),
        // They are the learner's, not the course's.
        ListTarget::Notes | ListTarget::Flags => Vec::new(),
    }
}

fn notes(global: &Global, course: &Course) -> anyhow::Result<Vec<Listed>> {
    let store = standing(global, course)?;
    let listed = |it: &SectionNotes| Listed {
        value: super::notes::object(course, it),
        cells: vec![
            format!("{}/{}", it.lesson, it.section),
            if it.has_bookmark { "bookmark" } else { "" }.to_owned(),
            it.note.clone(),
        ],
    };
    Ok(super::notes::kept(&store, course)?.iter().map(listed).collect())
}

fn summed_up(course: &Course, kind: ListTarget, n: usize) -> String {
    if kind != ListTarget::Lessons {
        return format!("{n} in all");
    }
    let cards: usize = course.outlines().iter().map(|o| cards(course, o)).sum();
    let questions: usize = course.outlines().iter().map(|o| o.questions).sum();
    format!("{}, {}, {}", count(n, "lesson"), count(cards, "card"), count(questions, "question"))
}

/// Cards as authors wrote them, however many sides of them are asked.
fn cards(course: &Course, outline: &LessonOutline) -> usize {
    course.bank(&outline.id).map_or(0, |b| b.cards.len())
}

fn lesson(course: &Course, number: usize, it: &LessonOutline) -> Listed {
    let (sections, cards) = (it.sections.len(), cards(course, it));
    let value = json!({
        "id": it.id, "number": number, "title": it.title, "minutes": it.minutes, "sections": sections,
        "objectives": it.objectives.len(), "terms": it.terms, "words": words(course, &it.id),
        "cards": cards, "card_units": it.cards.len(), "questions": it.questions,
    });
    let cells = vec![
        format!("{number:>2}"),
        it.id.to_string(),
        it.title.to_string(),
        format!("{sections:>2} sections"),
        format!("{cards:>3} cards"),
        format!("{:>3} questions", it.questions),
    ];
    Listed { value, cells }
}

/// Words of the prose of a lesson.
fn words(course: &Course, lesson: &Id) -> usize {
    let prose = |block: &Block| if let Block::Text(text) = block { plain(text.as_str()) } else { String::new() };
    let blocks = course.lesson(lesson).into_iter().flat_map(|l| &l.sections).flat_map(|s| &s.body);
    blocks.map(|block| prose(block).split_whitespace().count()).sum()
}

fn term(lesson: &Id, it: &Term) -> Listed {
    let meaning = plain(it.meaning.as_str());
    Listed {
        cells: vec![it.term.to_string(), meaning.clone()],
        value: json!({"id": it.id, "lesson": lesson, "term": it.term, "meaning": meaning}),
    }
}

fn card(lesson: &Id, it: &Card) -> Listed {
    let kind = face(&it.face);
    Listed {
        cells: vec![it.id.to_string(), kind.to_owned(), lesson.to_string()],
        value: json!({
            "id": it.id, "lesson": lesson, "section": it.section, "kind": kind, "units": keys_of(it).len(), "facts": it.facts,
            "tags": it.tags,
        }),
    }
}

/// Progress, as far as there is any: asking for a list makes no database.
fn standing(global: &Global, course: &Course) -> anyhow::Result<Store> {
    if environment::data_folder(global)?.join(FILE).exists() {
        return environment::store(global, course);
    }
    Ok(Store::in_memory(environment::learner(global, course))?)
}

fn question(lesson: &Id, it: &Question) -> Listed {
    let (kind, level, stem) = (it.ask.kind(), it.level, plain(it.stem.as_str()));
    let level_words = level.map_or_else(|| "-".to_owned(), |level| format!("{level:?}"));
    Listed {
        cells: vec![it.id.to_string(), format!("{kind:?}"), level_words, stem.clone()],
        value: json!({
            "id": it.id, "lesson": lesson, "objective": it.objective, "section": it.section, "kind": kind, "level": level,
            "novel": it.novel, "stem": stem, "facts": it.facts, "tags": it.tags, "reserve": it.reserve,
        }),
    }
}

fn scenario(it: &Scenario) -> Listed {
    let reasons: usize = it.scenes.iter().flat_map(|s| &s.choices).map(|c| c.reasons.len()).sum();
    Listed {
        cells: vec![it.id.to_string(), it.title.to_string(), format!("{:>2} min", it.minutes), it.lesson.to_string()],
        value: json!({
            "id": it.id, "title": it.title, "lesson": it.lesson, "minutes": it.minutes, "role": it.role,
            "scenes": it.scenes.len(), "endings": it.endings.len(), "reasons": reasons,
        }),
    }
}

fn case(it: &Case) -> Listed {
    Listed {
        cells: vec![it.title.to_string(), it.place.to_string(), it.years.to_string(), it.class.to_string()],
        value: json!({"id": it.id, "title": it.title, "place": it.place, "years": it.years, "class": it.class}),
    }
}

fn reference(it: &Reference) -> Listed {
    Listed {
        cells: vec![it.short.to_string(), it.full.to_string()],
        value: json!({"id": it.id, "short": it.short, "full": it.full, "address": it.address, "kind": it.kind, "seen": it.seen}),
    }
}

fn face(face: &Face) -> &'static str {
    match face {
        Face::Basic { .. } => "Basic",
        Face::TwoWay { .. } => "TwoWay",
        Face::Cloze(_) => "Cloze",
    }
}
