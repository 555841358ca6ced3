//! Lessons as a page of HTML that stands by itself: what is read, figures in words, questions with their answers folded away,
//! cards, terms and the works that are cited.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::html::page;
use super::rich::{self, html_line};
use super::sheets::answer::{letter, words};
use crate::course::Course;
use crate::course::markdown::{Link, links};
use crate::course::model::{Block, Card, Disagreement, Face, Figure, Id, Lesson, Question, Table, Text};
use crate::pages::figure;
use crate::study::item::{Item, Task};

const STYLE: &str = "body { font: 17px/1.55 Georgia, serif; max-width: 40em; margin: 2em auto; padding: 0 1em; color: #1a1a1a; background: #fff; overflow-wrap: break-word; }
h1, h2, h3, summary, th { font-family: Arial, sans-serif; line-height: 1.25; } h1 { margin-top: 2em; } h2 { margin-top: 2em; }
.aside, .works, footer { color: #555; } figure, .question, .disagree { margin: 1.5em 0; padding-left: 1em; border-left: 3px solid #c9d3dd; }
pre { white-space: pre-wrap; font: 15px/1.45 ui-monospace, monospace; } table { border-collapse: collapse; margin: 1.5em 0; display: block; overflow-x: auto; }
th, td { text-align: left; vertical-align: top; padding: .3em .8em .3em 0; border-bottom: 1px solid #ddd; } img { max-width: 100%; }
.entry { margin: .2em 0 .2em 1em; } .nested { margin-left: 2.5em; } ol.options { list-style: none; padding-left: 0; }
@media (prefers-color-scheme: dark) { body { color: #e4e4e4; background: #16181b; } .aside, .works, footer { color: #a5a5a5; } }
@media print { body { margin: 0; max-width: none; } details, figure, tr { break-inside: avoid; } table { display: table; } }";

/// A lesson and what of its bank goes with it.
#[derive(Clone, Debug)]
pub struct LessonPart<'a> {
    pub lesson: &'a Lesson,
    pub cards: Vec<&'a Card>,
    pub questions: Vec<&'a Question>,
}

/// All of `parts` in one page.
#[must_use]
pub fn lessons(course: &Course, parts: &[LessonPart<'_>]) -> String {
    let title = match parts {
        [one] => one.lesson.title.to_string(),
        _ => course.about().title.to_string(),
    };
    let cited: BTreeSet<Id> = parts.iter().flat_map(|part| cited(part)).collect();
    let body = html! {
        @for part in parts { (one(course, part)) }
        @if !cited.is_empty() {
            h2 { "Works cited" }
            @for id in &cited { @if let Some(work) = course.reference(id) { p.works { (work.full) } } }
        }
        footer { p { (course.attribution().words()) } }
    };
    page(course.about().language.as_str(), &title, STYLE, body)
}

fn one(course: &Course, part: &LessonPart<'_>) -> Markup {
    let LessonPart { lesson, cards, questions } = part;
    let stops: Vec<&Id> = lesson.sections.iter().flat_map(|s| &s.body).filter_map(stop).collect();
    let rest: Vec<&Question> = questions.iter().filter(|q| !stops.contains(&&q.id)).copied().collect();
    html! {
        article {
            h1 { (rich::html_line(course, lesson.title.as_str())) }
            p.aside { (html_line(course, lesson.summary.as_str())) }
            @if !lesson.objectives.is_empty() {
                p { "Afterwards you can" }
                ul { @for objective in &lesson.objectives { li { (html_line(course, objective.text.as_str())) } } }
            }
            @for section in &lesson.sections {
                h2 { (html_line(course, section.title.as_str())) }
                @for it in &section.body { (block(course, lesson, it)) }
            }
            @if !rest.is_empty() {
                h2 { "Questions" }
                @for it in rest { (question(course, lesson, it)) }
            }
            @if !cards.is_empty() {
                h2 { "Cards" }
                table { @for card in cards { (sides(course, card)) } }
            }
            @if !lesson.terms.is_empty() {
                h2 { "Terms" }
                @for term in &lesson.terms {
                    p { b { (html_line(course, term.term.as_str())) } " " (html_line(course, term.meaning.as_str())) (works(course, &term.cite)) }
                }
            }
        }
    }
}

fn stop(block: &Block) -> Option<&Id> {
    if let Block::Recall(id) = block { Some(id) } else { None }
}

fn block(course: &Course, lesson: &Lesson, block: &Block) -> Markup {
    match block {
        Block::Text(text) => rich::html(course, text.as_str()),
        Block::Table(it) => table(course, it),
        Block::Figure(it) => drawn(course, it),
        Block::Disagree(it) => disagreement(course, it),
        Block::Picture(it) => rich::picture(course, it),
        Block::Recall(id) => html! {
            @if let Some((_, it)) = course.practice_question(id) { (question(course, lesson, it)) }
        },
    }
}

fn table(course: &Course, it: &Table) -> Markup {
    html! {
        p.aside { (html_line(course, it.caption.as_str())) (works(course, &it.cite)) }
        table {
            thead { tr { @for head in &it.head { th { @if let Some(head) = head { (html_line(course, head.as_str())) } } } } }
            tbody { @for row in &it.rows { tr { @for cell in row { td { (html_line(course, cell.as_str())) } } } } }
        }
    }
}

fn drawn(course: &Course, it: &Figure) -> Markup {
    let lines: Vec<String> =
        figure::lines(course, &it.drawing).into_iter().map(|(marker, line)| format!("{marker}{line}")).collect();
    html! {
        figure {
            figcaption { b { (html_line(course, it.caption.as_str())) } (works(course, &it.cite)) }
            p { (html_line(course, it.says.as_str())) }
            pre { (lines.join("\n")) }
        }
    }
}

fn disagreement(course: &Course, it: &Disagreement) -> Markup {
    html! {
        div.disagree {
            p { b { "Where the sources disagree. " } (html_line(course, it.claim.as_str())) }
            p { "Better supported: " (html_line(course, it.better.as_str())) (works(course, &it.cite)) }
        }
    }
}

fn question(course: &Course, lesson: &Lesson, it: &Question) -> Markup {
    let item = Item::alone(course, &lesson.id, it);
    html! {
        div.question {
            (rich::html(course, item.stem.as_str()))
            @if let Some(it) = &item.picture { (rich::picture(course, it)) }
            @if let Task::Join { premises, .. } = item.posed(1, 1).task {
                ol { @for premise in &premises { li { (html_line(course, premise.as_str())) } } }
            }
            @if item.truth_at(0).is_none() && item.shown().next().is_some() {
                ol.options { @for (place, text) in item.shown().enumerate() { li { (letter(&item, place)) ". " (html_line(course, text)) } } }
            }
            details {
                summary { "Answer" }
                @for (mark, text) in words(course, &item) { p { @if !mark.is_empty() { (mark) ". " } (html_line(course, &text)) } }
                (rich::html(course, item.explanation()))
            }
        }
    }
}

fn sides(course: &Course, card: &Card) -> Markup {
    let [front, back] = match &card.face {
        Face::Basic { front, back } | Face::TwoWay { front, back, .. } => {
            [front.as_str(), back.as_str()].map(str::to_owned)
        }
        Face::Cloze(text) => gaps(text),
    };
    html! { tr { td { (html_line(course, &front)) } td { (html_line(course, &back)) } } }
}

/// A text with gaps, and what belongs in them.
fn gaps(text: &Text) -> [String; 2] {
    let (mut open, mut words) = (String::new(), Vec::new());
    let mut parts = text.as_str().split("{{");
    open.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (gap, rest) = part.split_once("}}").unwrap_or((part, ""));
        let (answer, hint) = gap.split_once("::").unwrap_or((gap, "…"));
        words.push(answer.to_owned());
        open.push_str(&format!("({hint}){rest}"));
    }
    [open, words.join("; ")]
}

fn works(course: &Course, cite: &[Id]) -> Markup {
    html! { span.works { (crate::pages::prose::cited(course, cite)) } }
}

/// The works that a lesson's texts, figures, tables and terms name.
fn cited(part: &LessonPart<'_>) -> Vec<Id> {
    let mut cited: Vec<Id> = Vec::new();
    for block in part.lesson.sections.iter().flat_map(|section| &section.body) {
        let (texts, cite): (Vec<&Text>, &[Id]) = match block {
            Block::Text(text) => (vec![text], &[]),
            Block::Table(it) => (it.rows.iter().flatten().chain([&it.caption]).collect(), &it.cite),
            Block::Figure(it) => (vec![&it.caption, &it.says], &it.cite),
            Block::Disagree(it) => (vec![&it.claim, &it.better], &it.cite),
            Block::Picture(it) => (vec![&it.alt], &it.cite),
            Block::Recall(_) => (Vec::new(), &[]),
        };
        cited.extend(cite.iter().cloned());
        cited.extend(texts.into_iter().flat_map(|text| references(text.as_str())));
    }
    let texts = part.questions.iter().flat_map(|q| std::iter::once(&q.stem).chain(&q.explain));
    cited.extend(texts.flat_map(|text| references(text.as_str())));
    cited.extend(part.lesson.terms.iter().flat_map(|term| term.cite.iter().cloned()));
    cited
}

fn references(text: &str) -> Vec<Id> {
    let id = |link| if let Link::Reference(key) = link { Id::new(key).ok() } else { None };
    links(text).into_iter().filter_map(id).collect()
}
