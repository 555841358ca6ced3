//! From a question of the course to an item: the only place that knows the kinds in which authors write, and schemes.

use super::Item;
use super::credit::Credit;
use super::form::{Alternative, Form, Gap, Partner, Pool, Ranked};
use crate::course::Course;
use crate::course::model::{Ask, Id, Judged, Pair, Question, Reasoned, Rival, Scheme, Step, Text};
use crate::study::chance::{Chance, chance, fnv};

impl Item {
    /// `question` of `lesson` as it is asked now, what is shown in an order by chance.
    #[must_use]
    pub fn draw(course: &Course, lesson: &Id, question: &Question, chance: &mut Chance) -> Self {
        let item = Self::written(course, lesson, question);
        Self { order: item.form.order(chance), ..item }
    }

    /// A question by itself, as at a recall stop: what is shown stands in the same order each time.
    #[must_use]
    pub fn alone(course: &Course, lesson: &Id, question: &Question) -> Self {
        Self::draw(course, lesson, question, &mut chance(fnv(question.id.as_str().as_bytes()), "options"))
    }

    /// The same in the author's order, which gives the answer away where things are joined or sorted.
    #[must_use]
    pub fn written(course: &Course, lesson: &Id, question: &Question) -> Self {
        let form = form(&question.ask, &|scheme, key| track(course, scheme, key));
        Self::with_form(lesson.clone(), question, form)
    }

    pub(super) fn with_form(lesson: Id, question: &Question, form: Form) -> Self {
        Self {
            question: question.id.clone(),
            lesson,
            section: question.section.clone(),
            objective: question.objective.clone(),
            level: question.level,
            kind: question.ask.kind(),
            stem: question.stem.clone(),
            order: (0..form.places()).collect(),
            form,
            explain: question.explain.clone(),
            cite: question.cite.clone(),
            points: question.points.into(),
        }
    }
}

/// A track of a scheme: its name and, where there is one, what it is.
pub(super) type Track = (String, Option<String>);

/// The form in which a question of each kind is answered.
pub(super) fn form(ask: &Ask, track: &dyn Fn(Scheme, &str) -> Track) -> Form {
    match ask {
        Ask::Choice(options) => Form::PickOne { options: judged(options), pool: Pool::Own },
        Ask::Several(options) => Form::PickMany { options: judged(options) },
        Ask::TrueFalse(truth) => Form::PickOne {
            options: vec![alternative("True", full(*truth)), alternative("False", full(!truth))],
            pool: Pool::Truth,
        },
        Ask::Match { pairs, spare } => Form::Join {
            premises: pairs.iter().map(|Pair(premise, _)| premise.clone()).collect(),
            partners: partners(pairs, spare),
        },
        Ask::Order(steps) => {
            Form::Sort { things: steps.iter().cloned().map(|Step(text, date)| Ranked { text, date }).collect() }
        }
        Ask::Typed { accept, rivals } => Form::Type { gaps: vec![gap(accept, rivals)] },
        Ask::Classify { scheme, key, defensible, why_not } => {
            let of = |of: &&str| classified(track(*scheme, of), credit(of, key, defensible), why(of, why_not));
            Form::PickOne { options: scheme.keys().iter().map(of).collect(), pool: Pool::Shared(text("track")) }
        }
    }
}

fn full(right: bool) -> Credit {
    if right { Credit::FULL } else { Credit::NONE }
}

/// A track that is defensible but not the best earns half.
fn credit(track: &str, key: &Id, defensible: &[Id]) -> Credit {
    match track {
        it if it == key.as_str() => Credit::FULL,
        it if defensible.iter().any(|d| d.as_str() == it) => Credit::HALF,
        _ => Credit::NONE,
    }
}

fn why(track: &str, why_not: &[Reasoned]) -> Option<Text> {
    why_not.iter().find(|Reasoned(it, _)| it.as_str() == track).map(|Reasoned(_, why)| why.clone())
}

fn judged(options: &[Judged]) -> Vec<Alternative> {
    let one = |it: &Judged| Alternative {
        text: it.text().clone(),
        credit: full(it.why().is_none()),
        reason: it.why().cloned(),
        gloss: None,
    };
    options.iter().map(one).collect()
}

fn alternative(raw: &str, credit: Credit) -> Alternative {
    Alternative { text: text(raw), credit, reason: None, gloss: None }
}

fn classified((name, gloss): Track, credit: Credit, reason: Option<Text>) -> Alternative {
    let gloss = gloss.filter(|_| credit == Credit::NONE).map(|it| text(&it));
    Alternative { text: text(&name), credit, reason, gloss }
}

fn partners(pairs: &[Pair], spare: &[Reasoned]) -> Vec<Partner> {
    let paired = pairs.iter().map(|Pair(_, text)| Partner { text: text.clone(), reason: None });
    let spare = spare.iter().map(|Reasoned(text, why)| Partner { text: text.clone(), reason: Some(why.clone()) });
    paired.chain(spare).collect()
}

fn gap(accept: &[Text], rivals: &[Rival]) -> Gap {
    let accepted =
        accept.iter().map(|text| Alternative { text: text.clone(), credit: Credit::FULL, reason: None, gloss: None });
    let rivals = rivals.iter().map(|Rival(text, why)| Alternative {
        text: text.clone(),
        credit: Credit::NONE,
        reason: Some(why.clone()),
        gloss: None,
    });
    Gap { label: None, answers: accepted.chain(rivals).collect() }
}

/// Words of the program, or made of texts of a course: neither is blank nor holds what a text may not.
fn text(raw: &str) -> Text {
    Text::new(raw).unwrap_or_else(|why| unreachable!("{raw:?}: {why}"))
}

fn track(course: &Course, scheme: Scheme, key: &str) -> Track {
    let nine = |key: &str| course.tracks().iter().find(|t| t.no.to_string() == key);
    match scheme {
        Scheme::Two | Scheme::Five => (fixed(scheme, key).to_owned(), None),
        Scheme::Nine => nine(key).map_or_else(
            || (format!("Track {key}"), None),
            |t| (format!("Track {}: {}", t.no, t.name), Some(format!("Track {} is {}.", t.no, t.phrase))),
        ),
    }
}

/// Tracks whose names no course changes.
pub(super) fn fixed(scheme: Scheme, key: &str) -> &'static str {
    match (scheme, key) {
        (Scheme::Two | Scheme::Five, "1") => "Track One: official diplomacy",
        (Scheme::Two, "1.5") => "Track 1.5: officials in private capacity with others",
        (Scheme::Two, _) => "Track Two: unofficial dialogue",
        (Scheme::Five, "2") => "Track Two: unofficial, professional problem-solving",
        (Scheme::Five, "3") => "Track Three: business",
        (Scheme::Five, "4") => "Track Four: citizen exchange",
        (Scheme::Five | Scheme::Nine, _) => "Track Five: media",
    }
}
