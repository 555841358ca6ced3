//! Options and typed answers of other programs as ours.

use super::intake::{plain, text};
use crate::course::model::{Ask, Blank, Judged, Pair, Partly, Reasoned, Target, Text};

/// Options that were picked out of a source: the text, what it earns of 100, and what is said to it.
pub(super) struct OptionDraft {
    pub text: String,
    pub percent: i32,
    pub feedback: String,
}

/// Options of one answer, as many as there are.
pub(super) fn judged(options: Vec<OptionDraft>, changed: &mut Vec<String>) -> Vec<Judged> {
    options
        .into_iter()
        .filter_map(|option| {
            let words = text(&option.text, changed)?;
            let feedback = text(&option.feedback, changed);
            Some(match option.percent {
                100 if feedback.is_none() => Judged::Right(words),
                ..=0 => Judged::Wrong(words, feedback),
                percent => {
                    Judged::Weighed { text: words, percent: u8::try_from(percent.min(100)).unwrap_or(100), feedback }
                }
            })
        })
        .collect()
}

/// Options of which one is right; “true” and “false” alone are a judgement.
pub(super) fn picked(options: Vec<OptionDraft>, changed: &mut Vec<String>) -> Ask {
    let is_truth =
        options.len() == 2 && options.iter().zip(["true", "false"]).all(|(o, word)| o.text.to_lowercase() == word);
    if is_truth { Ask::TrueFalse(options[0].percent == 100) } else { Ask::Choice(judged(options, changed)) }
}

/// Several options: what earns anything is right. A course divides the points evenly and takes off for wrong ones; a
/// source that weighs them otherwise is not followed, and that is said.
pub(super) fn several(options: Vec<OptionDraft>, changed: &mut Vec<String>) -> Ask {
    let (right, wrong): (Vec<i32>, Vec<i32>) = options.iter().map(|o| o.percent).partition(|p| *p > 0);
    let even = |of: &[i32]| of.iter().max().zip(of.iter().min()).is_none_or(|(a, b)| a - b <= 1);
    if !even(&right) || !even(&wrong) || wrong.iter().any(|w| *w != 0 && right.iter().all(|r| (r + w).abs() > 1)) {
        changed.push(
            "its options were weighed unevenly: here each right one counts alike, and a wrong one takes as much off"
                .into(),
        );
    }
    let whole = options.into_iter().map(|o| OptionDraft { percent: if o.percent > 0 { 100 } else { 0 }, ..o });
    Ask::Several(judged(whole.collect(), changed))
}

/// Words that are typed: those that earn all, those that earn a part.
pub(super) fn typed(options: Vec<OptionDraft>, changed: &mut Vec<String>) -> Ask {
    let (accept, partly) = words(options, changed);
    Ask::Typed { accept, partly, rivals: Vec::new(), number: None, unit: None, gaps: Vec::new() }
}

/// One gap of several.
pub(super) fn gap(label: &str, options: Vec<OptionDraft>, changed: &mut Vec<String>) -> Option<Blank> {
    let (accept, partly) = words(options, changed);
    (!accept.is_empty()).then_some(())?;
    Some(Blank { label: text(label, changed)?, accept, partly, rivals: Vec::new() })
}

fn words(options: Vec<OptionDraft>, changed: &mut Vec<String>) -> (Vec<Text>, Vec<Partly>) {
    let (mut accept, mut partly) = (Vec::new(), Vec::new());
    for option in options {
        let Some(words) = text(&option.text, changed) else { continue };
        match option.percent {
            100.. => accept.push(words),
            ..=0 => changed.push(format!(
                "the wrong answer “{}” is not kept: what nobody foresaw is wrong anyway",
                words.as_str()
            )),
            percent => partly.push(Partly(words, u8::try_from(percent).unwrap_or(50), text(&option.feedback, changed))),
        }
    }
    (accept, partly)
}

/// Which number is right.
pub(super) fn number(target: Target) -> Ask {
    let number = Some(target);
    Ask::Typed { accept: Vec::new(), partly: Vec::new(), rivals: Vec::new(), number, unit: None, gaps: Vec::new() }
}

/// The gaps of a text; a single one is a typed answer. `None` where there are none.
pub(super) fn gaps(mut gaps: Vec<Blank>) -> Option<Ask> {
    let (accept, partly, gaps) = match gaps.len() {
        0 => return None,
        1 => {
            let one = gaps.swap_remove(0);
            (one.accept, one.partly, Vec::new())
        }
        _ => (Vec::new(), Vec::new(), gaps),
    };
    Some(Ask::Typed { accept, partly, rivals: Vec::new(), number: None, unit: None, gaps })
}

/// Premises and their partners, in Markdown; a partner without a premise is spare.
pub(super) fn matching(
    rows: impl IntoIterator<Item = (String, String)>,
    changed: &mut Vec<String>,
) -> Result<Ask, String> {
    let (mut pairs, mut spare) = (Vec::new(), Vec::new());
    for (premise, partner) in rows {
        match (text(&premise, changed), text(&partner, changed)) {
            (Some(premise), Some(partner)) => pairs.push(Pair(premise, partner)),
            (None, Some(partner)) => spare.push(Reasoned(partner, plain("It belongs to none of them."))),
            (Some(premise), None) => return Err(format!("“{}” has no partner", premise.as_str())),
            (None, None) => (),
        }
    }
    Ok(Ask::Match { pairs, spare })
}
