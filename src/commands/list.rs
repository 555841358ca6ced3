//! `ninetracks list`: what the course holds.

use std::io::Write as _;

use serde_json::{Value, json};

use super::{Ended, environment};
use crate::cli::{Global, ListTarget};
use crate::course::Course;
use crate::course::markdown::plain;
use crate::course::model::Face;
use crate::course::outline::keys_of;

/// # Errors
/// When the course cannot be opened.
pub fn run(global: &Global, kind: ListTarget, as_json: bool) -> anyhow::Result<Ended> {
    let course = environment::course(global)?;
    let entries = entries(&course, kind);
    let mut out = std::io::stdout().lock();
    if as_json {
        writeln!(out, "{}", serde_json::to_string_pretty(&entries)?)?;
    } else {
        print(kind, &entries, &mut out)?;
    }
    Ok(Ended::Done)
}

fn entries(course: &Course, kind: ListTarget) -> Vec<Value> {
    match kind {
        ListTarget::Lessons => course.outlines().iter().enumerate().map(|(i, _)| lesson(course, i)).collect(),
        ListTarget::Terms => course.lessons().flat_map(|l| l.terms.iter().map(|t| json!({"id": t.id, "lesson": l.id, "term": t.term, "meaning": plain(t.meaning.as_str())}))).collect(),
        ListTarget::Cards => course.banks().flat_map(|b| b.cards.iter().map(|c| json!({"id": c.id, "lesson": b.lesson, "section": c.section, "kind": face(&c.face), "units": keys_of(c).len(), "facts": c.facts, "tags": c.tags}))).collect(),
        ListTarget::Questions => course.banks().flat_map(|b| b.questions.iter().map(|q| question(&b.lesson, q))).collect(),
        ListTarget::Scenarios => course.scenarios().map(scenario).collect(),
        ListTarget::Cases => course.cases().iter().map(|c| json!({"id": c.id, "title": c.title, "place": c.place, "years": c.years, "class": c.class})).collect(),
        ListTarget::References => course.references().iter().map(|r| json!({"id": r.id, "short": r.short, "full": r.full, "address": r.address, "kind": r.kind, "seen": r.seen})).collect(),
    }
}

fn lesson(course: &Course, i: usize) -> Value {
    let outline = &course.outlines()[i];
    let words = course.lesson(&outline.id).map_or(0, |l| {
        let texts = l
            .sections
            .iter()
            .flat_map(|s| &s.body)
            .filter_map(|b| if let crate::course::model::Block::Text(t) = b { Some(t) } else { None });
        texts.map(|t| plain(t.as_str()).split_whitespace().count()).sum::<usize>()
    });
    json!({
        "id": outline.id, "number": i + 1, "title": outline.title, "minutes": outline.minutes, "sections": outline.sections.len(),
        "objectives": outline.objectives.len(), "terms": outline.terms, "words": words,
        "cards": course.bank(&outline.id).map_or(0, |b| b.cards.len()), "card_units": outline.cards.len(), "questions": outline.questions,
    })
}

fn scenario(it: &crate::course::model::Scenario) -> Value {
    let reasons: usize = it.scenes.iter().flat_map(|s| &s.choices).map(|c| c.reasons.len()).sum();
    json!({
        "id": it.id, "title": it.title, "lesson": it.lesson, "minutes": it.minutes, "role": it.role,
        "scenes": it.scenes.len(), "endings": it.endings.len(), "reasons": reasons,
    })
}

fn question(lesson: &crate::course::model::Id, q: &crate::course::model::Question) -> Value {
    json!({"id": q.id, "lesson": lesson, "objective": q.objective, "section": q.section, "kind": q.ask.kind(), "level": q.level, "novel": q.novel, "stem": plain(q.stem.as_str()), "facts": q.facts, "tags": q.tags, "reserve": q.reserve})
}

fn face(face: &Face) -> &'static str {
    match face {
        Face::Basic { .. } => "Basic",
        Face::TwoWay { .. } => "TwoWay",
        Face::Cloze(_) => "Cloze",
    }
}

fn print(kind: ListTarget, entries: &[Value], out: &mut impl std::io::Write) -> std::io::Result<()> {
    for entry in entries {
        let text = |name: &str| entry[name].as_str().map_or_else(|| entry[name].to_string(), str::to_owned);
        match kind {
            ListTarget::Lessons => writeln!(
                out,
                "{:>2}  {:<20} {:<42} {:>2} sections  {:>2} cards  {:>2} questions",
                text("number"),
                text("id"),
                text("title"),
                text("sections"),
                text("cards"),
                text("questions")
            ),
            ListTarget::Terms => writeln!(out, "{:<34} {}", text("term"), text("meaning")),
            ListTarget::Cards => writeln!(out, "{:<34} {:<7} {}", text("id"), text("kind"), text("lesson")),
            ListTarget::Questions => {
                writeln!(out, "{:<34} {:<9} {:<11} {}", text("id"), text("kind"), text("level"), text("stem"))
            }
            ListTarget::Scenarios => {
                writeln!(out, "{:<20} {:<30} {:>2} min  {}", text("id"), text("title"), text("minutes"), text("lesson"))
            }
            ListTarget::Cases => {
                writeln!(out, "{:<34} {:<24} {:<12} {}", text("title"), text("place"), text("years"), text("class"))
            }
            ListTarget::References => writeln!(out, "{:<34} {}", text("short"), text("full")),
        }?;
    }
    let sum = |name: &str| entries.iter().filter_map(|e| e[name].as_u64()).sum::<u64>();
    match kind {
        ListTarget::Lessons => {
            eprintln!("{} lessons, {} cards, {} questions", entries.len(), sum("cards"), sum("questions"));
        }
        _ => eprintln!("{} in all", entries.len()),
    }
    Ok(())
}
