//! From a question of the course to an item: the only place that knows the kinds in which authors write, and schemes.

use super::credit::Credit;
use super::form::{Alternative, Form, Gap, NumberRange, OptionSet, Partner, Ranked};
use super::{Item, siblings};
use crate::course::Course;
use crate::course::model::{
    Ask, Category, Id, Judged, Pair, Partly, Question, Reasoned, Rival, Scheme, Step, Target, Text,
};
use crate::course::spelling::Language;
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
        let language = Language::of_tag(course.about().language.as_str());
        let mut form = form(&question.ask, language, |scheme| course.scheme(scheme));
        form.speak(&course.about().language);
        if let Form::Type { gaps } = &mut form {
            siblings::tell_apart(course, lesson, &question.id, gaps);
        }
        Self::with_form(lesson.clone(), question, form)
    }

    pub(super) fn with_form(lesson: Id, question: &Question, form: Form) -> Self {
        Self {
            question: question.id.clone(),
            section: question.section.clone(),
            objective: question.aim(&lesson).clone(),
            lesson,
            level: question.level,
            kind: question.ask.kind(),
            stem: question.stem.clone(),
            order: (0..form.places()).collect(),
            form,
            explain: question.explain.clone(),
            feedback: question.feedback.clone(),
            picture: question.picture.clone(),
            cite: question.cite.clone(),
            points: question.points.into(),
        }
    }
}

/// The form in which a question of each kind is answered.
pub(super) fn form<'a>(ask: &Ask, language: Language, scheme: impl Fn(&Id) -> Option<&'a Scheme>) -> Form {
    match ask {
        Ask::Choice(options) => Form::PickOne { options: judged(options), pool: OptionSet::Own },
        Ask::Several(options) => Form::PickMany { options: judged(options) },
        Ask::TrueFalse(truth) => Form::PickOne {
            options: vec![alternative("True", full(*truth)), alternative("False", full(!truth))],
            pool: OptionSet::Truth,
        },
        Ask::Match { pairs, spare } => Form::Join {
            premises: pairs.iter().map(|Pair(premise, _)| premise.clone()).collect(),
            partners: partners(pairs, spare),
        },
        Ask::Order(steps) => {
            Form::Sort { things: steps.iter().cloned().map(|Step(text, date)| Ranked { text, date }).collect() }
        }
        Ask::Typed { gaps, .. } if !gaps.is_empty() => Form::Type {
            gaps: gaps
                .iter()
                .map(|g| Gap { label: Some(g.label.clone()), ..gap(&g.accept, &g.partly, &g.rivals) })
                .collect(),
        },
        Ask::Typed { number: Some(number), unit, partly, rivals, .. } => {
            Form::Type { gaps: vec![number_gap(language, *number, unit.as_ref(), partly, rivals)] }
        }
        Ask::Typed { accept, partly, rivals, .. } => Form::Type { gaps: vec![gap(accept, partly, rivals)] },
        Ask::Classify { scheme: id, key, defensible, why_not } => match scheme(id) {
            Some(scheme) => classified(scheme, key, defensible, why_not),
            None => unschemed(key, defensible, why_not),
        },
    }
}

fn full(right: bool) -> Credit {
    if right { Credit::FULL } else { Credit::NONE }
}

fn classified(scheme: &Scheme, key: &Id, defensible: &[Id], why_not: &[Reasoned]) -> Form {
    let one = |category: &Category| {
        let credit = credit(category.key.as_str(), key, defensible);
        Alternative {
            text: category.as_option().clone(),
            credit,
            reason: why(category.key.as_str(), why_not).filter(|_| credit == Credit::NONE),
            gloss: category.gloss.clone().filter(|_| credit == Credit::NONE),
        }
    };
    Form::PickOne { options: scheme.categories.iter().map(one).collect(), pool: OptionSet::Shared(scheme.noun.clone()) }
}

/// Where the course has no such scheme, which `check` reports, the keys that are named stand for their categories.
fn unschemed(key: &Id, defensible: &[Id], why_not: &[Reasoned]) -> Form {
    let named = std::iter::once(key.as_str()).chain(defensible.iter().map(Id::as_str));
    let mut keys: Vec<&str> = named.chain(why_not.iter().map(|Reasoned(it, _)| it.as_str())).collect();
    keys.sort_unstable();
    keys.dedup();
    let one = |it: &str| Alternative { reason: why(it, why_not), ..alternative(it, credit(it, key, defensible)) };
    Form::PickOne { options: keys.into_iter().map(one).collect(), pool: OptionSet::Shared(text("category")) }
}

/// A category that is defensible but not the best earns half.
fn credit(category: &str, key: &Id, defensible: &[Id]) -> Credit {
    match category {
        it if it == key.as_str() => Credit::FULL,
        it if defensible.iter().any(|d| d.as_str() == it) => Credit::HALF,
        _ => Credit::NONE,
    }
}

fn why(category: &str, why_not: &[Reasoned]) -> Option<Text> {
    why_not.iter().find(|Reasoned(it, _)| it.as_str() == category).map(|Reasoned(_, why)| why.clone())
}

fn judged(options: &[Judged]) -> Vec<Alternative> {
    let one = |it: &Judged| Alternative {
        text: it.text().clone(),
        credit: percent(it.percent()),
        reason: it.feedback().cloned(),
        gloss: None,
    };
    options.iter().map(one).collect()
}

fn alternative(raw: &str, credit: Credit) -> Alternative {
    Alternative { text: text(raw), credit, reason: None, gloss: None }
}

fn partners(pairs: &[Pair], spare: &[Reasoned]) -> Vec<Partner> {
    let paired = pairs.iter().map(|Pair(_, text)| Partner { text: text.clone(), reason: None });
    let spare = spare.iter().map(|Reasoned(text, why)| Partner { text: text.clone(), reason: Some(why.clone()) });
    paired.chain(spare).collect()
}

/// A number is shown with its unit and what it may differ by.
fn number_gap(language: Language, target: Target, unit: Option<&Text>, partly: &[Partly], rivals: &[Rival]) -> Gap {
    let of_unit = unit.map_or_else(String::new, |unit| format!(" {unit}"));
    let decimal = |value| language.decimal(value);
    let shown = match target {
        Target::Exactly(value) => format!("{}{of_unit}", decimal(value)),
        Target::Near(value, by) => format!("{}{of_unit} (± {})", decimal(value), decimal(by)),
        Target::Between(least, most) => format!("{} to {}{of_unit}", decimal(least), decimal(most)),
    };
    let (least, most) = target.range();
    let number = Some(NumberRange { least, most, unit: unit.cloned() });
    Gap { number, ..gap(&[text(&shown)], partly, rivals) }
}

fn percent(percent: u8) -> Credit {
    Credit::from_share(f64::from(percent) / 100.0)
}

fn gap(accept: &[Text], partly: &[Partly], rivals: &[Rival]) -> Gap {
    let accepted =
        accept.iter().map(|text| Alternative { text: text.clone(), credit: Credit::FULL, reason: None, gloss: None });
    let rivals = rivals.iter().map(|Rival(text, why)| Alternative {
        text: text.clone(),
        credit: Credit::NONE,
        reason: Some(why.clone()),
        gloss: None,
    });
    let partly = partly.iter().map(|Partly(text, part, feedback)| Alternative {
        text: text.clone(),
        credit: percent(*part),
        reason: feedback.clone(),
        gloss: None,
    });
    Gap { answers: accepted.chain(partly).chain(rivals).collect(), ..Gap::default() }
}

/// Words of the program, or made of texts of a course: neither is blank nor holds what a text may not.
fn text(raw: &str) -> Text {
    Text::new(raw).unwrap_or_else(|why| unreachable!("{raw:?}: {why}"))
}
