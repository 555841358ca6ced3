//! What stands in the braces of a GIFT question: which kind it makes.

use super::TextFormat;
use super::signs::Signs;
use crate::course::model::{Ask, Target};
use crate::exchange::fidelity::SourcePlace;
use crate::exchange::intake::{Intake, QuestionDraft, SourceItem, Unasked};
use crate::exchange::markup;
use crate::exchange::options::{self, OptionDraft, judgement, several, single};
use crate::exchange::typed::{self, NumberDraft, TypedDraft, between, near, parsed};

/// An answer with its weight and what is said to it.
struct Answer {
    is_key: bool,
    /// Of 100, where one is written.
    percent: Option<f64>,
    words: Signs,
    feedback: Signs,
}

pub(super) fn read(
    at: SourcePlace,
    mut found: SourceItem,
    format: TextFormat,
    (stem, inside): (String, Signs),
    intake: &mut Intake,
) {
    let (inside, general) = inside.split("####").unwrap_or_else(|| (inside.clone(), Signs::default()));
    let mut draft =
        QuestionDraft { stem, explain: format.markdown(&general.words(), intake), ..QuestionDraft::default() };
    if inside.is_blank() {
        return intake.essay(at, found, draft);
    }
    let ask = if let Some(ask) = truth(&inside, &mut draft, format, intake) {
        Ok(ask)
    } else if inside.words().starts_with('#') {
        number(&inside, &mut found, &mut draft, (format, intake))
    } else {
        of_answers(&inside, &mut found, &mut draft, (format, intake))
    };
    intake.question(at, found, draft, ask);
}

/// `T`, `FALSE#to those who are wrong#to those who are right`.
fn truth(inside: &Signs, draft: &mut QuestionDraft, format: TextFormat, intake: &mut Intake) -> Option<Ask> {
    let (word, said) = inside.split("#").unwrap_or_else(|| (inside.clone(), Signs::default()));
    let is_true = match &word.words().to_uppercase()[..] {
        "T" | "TRUE" => true,
        "F" | "FALSE" => false,
        _ => return None,
    };
    let (wrong, right) = said.split("#").unwrap_or((said, Signs::default()));
    let [wrong, right] = [wrong, right].map(|said| format.markdown(&said.words(), intake));
    Some(judgement(is_true, if is_true { [right, wrong] } else { [wrong, right] }, draft))
}

fn answers(inside: &Signs) -> (Signs, Vec<Answer>) {
    let (lead, all) = inside.answers();
    let answer = |(mark, signs): (char, Signs)| {
        let (percent, rest) = weight(&signs);
        let (words, feedback) = rest.split("#").unwrap_or_else(|| (rest.clone(), Signs::default()));
        Answer { is_key: mark == '=', percent, words, feedback }
    };
    (lead, all.into_iter().map(answer).collect())
}

/// `%50%` in front of an answer.
fn weight(signs: &Signs) -> (Option<f64>, Signs) {
    let bare = signs.clone().without_blanks();
    if bare.find("%") != Some(0) {
        return (None, signs.clone());
    }
    let Some((number, rest)) = bare.from(1).split("%") else { return (None, signs.clone()) };
    number.words().parse().map_or_else(|_| (None, signs.clone()), |percent| (Some(percent), rest))
}

fn of_answers(
    inside: &Signs,
    found: &mut SourceItem,
    draft: &mut QuestionDraft,
    (format, intake): (TextFormat, &mut Intake),
) -> Result<Ask, Unasked> {
    let (lead, all) = answers(inside);
    if !lead.is_blank() {
        found.changed.push(format!("the words “{}” before its answers are left out", lead.words()));
    }
    if all.is_empty() {
        return Err("no answer stands in its braces: each begins with = or ~".into());
    }
    let keys = all.iter().filter(|a| a.is_key).count();
    if keys == all.len() && all.iter().any(|a| a.words.find("->").is_some()) {
        return matching(&all, found, format, intake);
    }
    if keys == all.len() {
        // Typed words are compared as they are, not as HTML or Markdown.
        let written = |answer: &Answer| {
            let OptionDraft { percent, feedback, .. } = option(answer, format, intake);
            TypedDraft::with_wildcards(&answer.words.words(), percent, feedback, &mut found.changed)
        };
        let all = all.iter().map(written).collect();
        return typed::words(all, draft, &mut found.changed);
    }
    let options: Vec<OptionDraft> = all.iter().map(|answer| option(answer, format, intake)).collect();
    let is_several =
        keys == 0 && options.iter().filter(|o| o.percent > 0).count() > 1 && options.iter().all(|o| o.percent < 100);
    Ok(if is_several { several(options, &mut found.changed) } else { single(options, &mut found.changed) })
}

fn option(answer: &Answer, format: TextFormat, intake: &mut Intake) -> OptionDraft {
    let percent = percent(answer);
    OptionDraft {
        text: format.markdown(&answer.words.words(), intake),
        percent,
        feedback: format.markdown(&answer.feedback.words(), intake),
    }
}

fn matching(all: &[Answer], found: &mut SourceItem, format: TextFormat, intake: &mut Intake) -> Result<Ask, Unasked> {
    let mut rows = Vec::new();
    for answer in all {
        let (left, right) = answer.words.split("->").ok_or("a pair has no ->")?;
        rows.push((format.markdown(&left.words(), intake), markup::escaped(&right.words())));
    }
    options::matching(rows, &mut found.changed)
}

/// What an answer earns of 100.
fn percent(answer: &Answer) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "a percentage")]
    let written = answer.percent.map(|percent| percent.clamp(-100.0, 100.0).round() as i32);
    written.unwrap_or(if answer.is_key { 100 } else { 0 })
}

/// `#50:10`, `#3..5`, or several, each with its weight; `*`, or `~` alone, is any other number.
fn number(
    inside: &Signs,
    found: &mut SourceItem,
    draft: &mut QuestionDraft,
    (format, intake): (TextFormat, &mut Intake),
) -> Result<Ask, Unasked> {
    let at = inside.find("#").unwrap_or(0);
    let inside = inside.from(at + 1);
    let (lead, mut all) = answers(&inside);
    if all.is_empty() {
        let (words, feedback) = lead.split("#").unwrap_or_else(|| (lead.clone(), Signs::default()));
        all.push(Answer { is_key: true, percent: None, words, feedback });
    }
    let mut numbers = Vec::new();
    for answer in &all {
        let words = answer.words.words();
        let is_any = words == "*" || (words.is_empty() && !answer.is_key);
        let target = if is_any { None } else { Some(target(&words)?) };
        let feedback = format.markdown(&answer.feedback.words(), intake);
        numbers.push(NumberDraft { target, percent: percent(answer), feedback });
    }
    typed::number(numbers, None, draft, &mut found.changed)
}

fn target(raw: &str) -> Result<Target, String> {
    if let Some((from, to)) = raw.split_once("..") {
        return Ok(between(parsed(from)?, parsed(to)?));
    }
    let (value, by) = raw.split_once(':').unwrap_or((raw, "0"));
    Ok(near(parsed(value)?, parsed(by)?))
}
