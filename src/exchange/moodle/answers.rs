//! The answers of a question, by its type.

use super::gaps::CAPITALS;
use super::node::XmlElement;
use super::read::{TextReader, percent};
use crate::course::model::{Ask, Text};
use crate::exchange::intake::{QuestionDraft, SourceItem, Unasked, text};
use crate::exchange::markup;
use crate::exchange::options::{self, OptionDraft, several, single};
use crate::exchange::typed::{self, NumberDraft, TypedDraft, near, parsed};

fn earned(answer: &XmlElement) -> i32 {
    answer.attribute("fraction").map_or(0, percent)
}

fn feedback(answer: &XmlElement, reader: &mut TextReader<'_>) -> String {
    answer.child("feedback").map_or_else(String::new, |feedback| reader.markdown(feedback))
}

fn options(node: &XmlElement, reader: &mut TextReader<'_>) -> Vec<OptionDraft> {
    let option = |answer: &XmlElement| OptionDraft {
        text: reader.markdown(answer),
        percent: earned(answer),
        feedback: feedback(answer, reader),
    };
    node.all("answer").map(option).collect()
}

pub(super) fn choice(node: &XmlElement, found: &mut SourceItem, reader: &mut TextReader<'_>) -> Ask {
    let options = options(node, reader);
    let is_single = !matches!(&node.words("single")[..], "false" | "0");
    if is_single { single(options, &mut found.changed) } else { several(options, &mut found.changed) }
}

pub(super) fn judgement(
    node: &XmlElement,
    draft: &mut QuestionDraft,
    reader: &mut TextReader<'_>,
) -> Result<Ask, Unasked> {
    let options = options(node, reader);
    let of = |word: &str| options.iter().find(|o| o.text.to_lowercase() == word);
    let said = |word: &str| of(word).map_or_else(String::new, |o| o.feedback.clone());
    let is_right = |word: &str| of(word).is_some_and(|o| o.percent > 0);
    if is_right("true") == is_right("false") {
        return Err("it does not say whether its sentence is true".into());
    }
    Ok(options::judgement(is_right("true"), ["true", "false"].map(said), draft))
}

pub(super) fn words(
    node: &XmlElement,
    found: &mut SourceItem,
    draft: &mut QuestionDraft,
    reader: &mut TextReader<'_>,
) -> Result<Ask, Unasked> {
    if node.words("usecase") == "1" {
        found.changed.push(CAPITALS.to_owned());
    }
    let typed = |answer: &XmlElement| {
        let said = feedback(answer, reader);
        TypedDraft::with_wildcards(&answer.own_words(), earned(answer), said, &mut found.changed)
    };
    let all = node.all("answer").map(typed).collect();
    typed::words(all, draft, &mut found.changed)
}

pub(super) fn numerical(
    node: &XmlElement,
    found: &mut SourceItem,
    draft: &mut QuestionDraft,
    reader: &mut TextReader<'_>,
) -> Result<Ask, Unasked> {
    let mut numbers = Vec::new();
    for answer in node.all("answer") {
        let raw = answer.own_words();
        let target = if raw == "*" {
            None
        } else {
            let by = answer.child("tolerance").map_or(Ok(0.0), |by| parsed(by.text.trim())).unwrap_or(0.0);
            Some(near(parsed(&raw)?, by))
        };
        numbers.push(NumberDraft { target, percent: earned(answer), feedback: feedback(answer, reader) });
    }
    let unit = unit(node, &mut found.changed);
    typed::number(numbers, unit, draft, &mut found.changed)
}

/// The unit that the number is given in; others would have to be worked out.
fn unit(node: &XmlElement, changed: &mut Vec<String>) -> Option<Text> {
    let units: Vec<&XmlElement> = node.child("units").map_or_else(Vec::new, |units| units.all("unit").collect());
    let is_own = |unit: &&&XmlElement| unit.words("multiplier").parse::<f64>().is_ok_and(|by| (by - 1.0).abs() < 1e-9);
    let own = units.iter().find(is_own).map(|unit| unit.words("unit_name"));
    if units.len() > usize::from(own.is_some()) {
        changed.push("its other units are left out".to_owned());
    }
    text(&markup::escaped(&own?), changed)
}

pub(super) fn matching(node: &XmlElement, found: &mut SourceItem, reader: &mut TextReader<'_>) -> Result<Ask, Unasked> {
    let row = |sub: &XmlElement| (reader.markdown(sub), markup::escaped(&sub.words("answer")));
    let rows: Vec<_> = node.all("subquestion").map(row).collect();
    options::matching(rows, &mut found.changed)
}

/// What Moodle's plugin for ordering writes: answers in the right order.
pub(super) fn ordering(node: &XmlElement, found: &mut SourceItem, reader: &mut TextReader<'_>) -> Result<Ask, Unasked> {
    let steps: Vec<String> = node.all("answer").map(|answer| reader.markdown(answer)).collect();
    options::ordering(steps, &mut found.changed)
}
