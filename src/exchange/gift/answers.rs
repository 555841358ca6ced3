//! What stands in the braces of a GIFT question: which kind it makes.

use super::TextFormat;
use super::signs::Signs;
use crate::course::model::{Ask, Target};
use crate::exchange::fidelity::SourcePlace;
use crate::exchange::intake::{Intake, QuestionDraft, SourceItem};
use crate::exchange::markup;
use crate::exchange::options::{self, OptionDraft, judged, several, typed};

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
    let ask = if let Some(is_true) = truth(&inside, &mut draft, format, intake) {
        Ok(Ask::TrueFalse(is_true))
    } else if inside.words().starts_with('#') {
        number(&inside, &mut found, &mut draft, (format, intake))
    } else {
        of_answers(&inside, &mut found, format, intake)
    };
    intake.question(at, found, draft, ask);
}

/// `T`, `FALSE#to those who are wrong#to those who are right`.
fn truth(inside: &Signs, draft: &mut QuestionDraft, format: TextFormat, intake: &mut Intake) -> Option<bool> {
    let (word, said) = inside.split("#").unwrap_or_else(|| (inside.clone(), Signs::default()));
    let is_true = match &word.words().to_uppercase()[..] {
        "T" | "TRUE" => true,
        "F" | "FALSE" => false,
        _ => return None,
    };
    let (wrong, right) = said.split("#").unwrap_or((said, Signs::default()));
    draft.wrong = format.markdown(&wrong.words(), intake);
    draft.right = format.markdown(&right.words(), intake);
    Some(is_true)
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
    if signs.find("%") != Some(0) {
        return (None, signs.clone());
    }
    let Some((number, rest)) = signs.from(1).split("%") else { return (None, signs.clone()) };
    number.words().parse().map_or_else(|_| (None, signs.clone()), |percent| (Some(percent), rest))
}

fn of_answers(inside: &Signs, found: &mut SourceItem, format: TextFormat, intake: &mut Intake) -> Result<Ask, String> {
    let (lead, all) = answers(inside);
    if !lead.is_blank() {
        found.changed.push(format!("the words “{}” before its answers are left out", lead.words()));
    }
    if all.is_empty() {
        return Err("no answer stands in its braces: each begins with = or ~".to_owned());
    }
    let keys = all.iter().filter(|a| a.is_key).count();
    if keys == all.len() && all.iter().any(|a| a.words.find("->").is_some()) {
        return matching(&all, found, format, intake);
    }
    if keys == all.len() {
        // Typed words are compared as they are, not as HTML or Markdown.
        let plain = |answer: &Answer, intake: &mut Intake| OptionDraft {
            text: markup::escaped(&answer.words.words()),
            ..option(answer, format, intake)
        };
        let options = all.iter().map(|answer| plain(answer, intake)).collect();
        return Ok(typed(options, &mut found.changed));
    }
    let options: Vec<OptionDraft> = all.iter().map(|answer| option(answer, format, intake)).collect();
    let is_several =
        keys == 0 && options.iter().filter(|o| o.percent > 0).count() > 1 && options.iter().all(|o| o.percent < 100)
            || options.iter().filter(|o| o.percent == 100).count() > 1;
    Ok(if is_several { several(options, &mut found.changed) } else { Ask::Choice(judged(options, &mut found.changed)) })
}

fn option(answer: &Answer, format: TextFormat, intake: &mut Intake) -> OptionDraft {
    #[expect(clippy::cast_possible_truncation, reason = "a percentage")]
    let percent = answer
        .percent
        .map_or(if answer.is_key { 100 } else { 0 }, |percent| percent.clamp(-100.0, 100.0).round() as i32);
    OptionDraft {
        text: format.markdown(&answer.words.words(), intake),
        percent,
        feedback: format.markdown(&answer.feedback.words(), intake),
    }
}

fn matching(all: &[Answer], found: &mut SourceItem, format: TextFormat, intake: &mut Intake) -> Result<Ask, String> {
    let mut rows = Vec::new();
    for answer in all {
        let (left, right) = answer.words.split("->").ok_or("a pair has no ->")?;
        rows.push((format.markdown(&left.words(), intake), markup::escaped(&right.words())));
    }
    options::matching(rows, &mut found.changed)
}

/// `#50:10`, `#3..5`, or several, each with its weight.
fn number(
    inside: &Signs,
    found: &mut SourceItem,
    draft: &mut QuestionDraft,
    (format, intake): (TextFormat, &mut Intake),
) -> Result<Ask, String> {
    let at = inside.find("#").unwrap_or(0);
    let inside = inside.from(at + 1);
    let (lead, all) = answers(&inside);
    let (mut best, mut others) = (None, 0);
    let one = Answer { is_key: true, percent: None, words: lead.clone(), feedback: Signs::default() };
    let (words, feedback) = lead.split("#").unwrap_or_else(|| (lead.clone(), Signs::default()));
    let single = Answer { words, feedback, ..one };
    for answer in if all.is_empty() { vec![single] } else { all } {
        let target = target(&answer.words.words())?;
        if answer.percent.is_none_or(|percent| percent >= 100.0) && best.is_none() {
            draft.right = format.markdown(&answer.feedback.words(), intake);
            best = Some(target);
        } else {
            others += 1;
        }
    }
    if others > 0 {
        found.changed.push("a number counts whole or not at all here: what earned a part is left out".to_owned());
    }
    best.map(options::number).ok_or_else(|| "no number is right".to_owned())
}

fn target(raw: &str) -> Result<Target, String> {
    let number = |raw: &str| {
        raw.trim().parse::<f64>().ok().filter(|n| n.is_finite()).ok_or_else(|| format!("“{}” is no number", raw.trim()))
    };
    if let Some((from, to)) = raw.split_once("..") {
        return Ok(Target::Between(number(from)?, number(to)?));
    }
    match raw.split_once(':') {
        Some((value, by)) if number(by)? != 0.0 => Ok(Target::Near(number(value)?, number(by)?)),
        Some((value, _)) => Ok(Target::Exactly(number(value)?)),
        None => Ok(Target::Exactly(number(raw)?)),
    }
}
