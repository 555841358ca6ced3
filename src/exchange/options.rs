//! Options and pairs of other programs as ours.

use super::alike::{are_alike, twin};
use super::intake::{QuestionDraft, Unasked, plain, text};
use super::markup;
use super::outgoing::note_once;
use crate::course::model::{Ask, Judged, Pair, Reasoned, Step, Text};

/// Options that were picked out of a source: the text, what it earns of 100, and what is said to it.
pub(super) struct OptionDraft {
    pub text: String,
    pub percent: i32,
    pub feedback: String,
}

/// Most options, events, or partners: what keys and letters have room for.
const MOST: usize = 10;

/// Most pairs: a premise has a digit of its own.
const MOST_PAIRS: usize = 9;

/// Why a spare partner fits none, where the source does not say it.
pub(super) const NO_REASON: &str = "It belongs to none of them.";

/// Fewest pairs and events.
const FEWEST: usize = 3;

fn judged(options: Vec<OptionDraft>, changed: &mut Vec<String>) -> Vec<Judged> {
    let mut kept: Vec<Judged> = Vec::new();
    for option in made(fewer(options, changed), changed) {
        match kept.iter().position(|other| are_alike(other.text(), option.text())) {
            Some(at) => {
                changed.push(format!(
                    "“{}” stood there twice: it is left out once",
                    markup::short(option.text().as_str())
                ));
                if option.percent() > kept[at].percent() {
                    kept[at] = option;
                }
            }
            None => kept.push(option),
        }
    }
    kept
}

fn made(options: Vec<OptionDraft>, changed: &mut Vec<String>) -> Vec<Judged> {
    options
        .into_iter()
        .filter_map(|option| {
            let Some(words) = text(&option.text, changed) else {
                note_once(changed, "an option without words is left out");
                return None;
            };
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

/// As many options as there is room for: the last of those that earn nothing go.
fn fewer(mut options: Vec<OptionDraft>, changed: &mut Vec<String>) -> Vec<OptionDraft> {
    let over = options.len().saturating_sub(MOST);
    let mut gone = 0;
    while gone < over {
        let Some(last) = options.iter().rposition(|option| option.percent <= 0) else { break };
        options.remove(last);
        gone += 1;
    }
    if gone > 0 {
        changed.push(format!("{gone} of its wrong options are left out: ten are the most"));
    }
    options
}

/// Options of which one is right. Where several are right alone, all of them are to be picked.
pub(super) fn single(mut options: Vec<OptionDraft>, changed: &mut Vec<String>) -> Ask {
    if options.iter().any(|option| option.percent < 0) {
        note_once(changed, "a wrong option took points off: here it earns nothing");
    }
    let right = options.iter().filter(|option| option.percent >= 100).count();
    if right > 1 {
        note_once(changed, "several of its options were right, each alone: here all of them are to be picked");
        return several(options, changed);
    }
    let best = options.iter().map(|option| option.percent).max().unwrap_or(0);
    if right == 0 && best > 0 {
        changed.push(format!("its best option earned {best} of 100: here it is the right one"));
        if let Some(option) = options.iter_mut().find(|option| option.percent == best) {
            option.percent = 100;
        }
    }
    Ask::Choice(judged(options, changed))
}

/// Options of which one is right; “true” and “false” alone are a judgement.
pub(super) fn picked(options: Vec<OptionDraft>, draft: &mut QuestionDraft, changed: &mut Vec<String>) -> Ask {
    match &options[..] {
        [yes, no] if [yes, no].iter().zip(["true", "false"]).all(|(o, word)| o.text.to_lowercase() == word) => {
            let is_true = yes.percent >= 100;
            judgement(is_true, [&yes.feedback, &no.feedback].map(Clone::clone), draft)
        }
        _ => single(options, changed),
    }
}

/// A judgement, and what is said to those who say “true” and “false”.
pub(super) fn judgement(is_true: bool, [to_true, to_false]: [String; 2], draft: &mut QuestionDraft) -> Ask {
    let (right, wrong) = if is_true { (to_true, to_false) } else { (to_false, to_true) };
    for (place, said) in [(&mut draft.right, right), (&mut draft.wrong, wrong)] {
        if place.is_empty() {
            *place = said;
        }
    }
    Ask::TrueFalse(is_true)
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

/// Premises and their partners, in Markdown; a partner without a premise is spare.
///
/// # Errors
/// When a premise has no partner, or there are fewer or more pairs than a question here can have.
pub(super) fn matching(
    rows: impl IntoIterator<Item = (String, String)>,
    changed: &mut Vec<String>,
) -> Result<Ask, Unasked> {
    let (mut pairs, mut spare) = (Vec::new(), Vec::new());
    for (premise, partner) in rows {
        match (text(&premise, changed), text(&partner, changed)) {
            (Some(premise), Some(partner)) => pairs.push(Pair(premise, partner)),
            (None, Some(partner)) => spare.push(Reasoned(partner, plain(NO_REASON))),
            (Some(premise), None) => return Err(format!("“{}” has no partner", premise.as_str()).into()),
            (None, None) => (),
        }
    }
    if pairs.is_empty() {
        return Err("it has no pairs".into());
    }
    if !(FEWEST..=MOST_PAIRS).contains(&pairs.len()) {
        let why = format!("matching has three to nine pairs here, and it has {}", pairs.len());
        return Err(Unasked::NoPlace { why, answer: joined(&pairs) });
    }
    let sides: [Vec<&Text>; 2] = [pairs.iter().map(|p| &p.0).collect(), pairs.iter().map(|p| &p.1).collect()];
    if let Some(twice) = sides.iter().find_map(|side| twin(side)) {
        let why =
            format!("“{}” stands twice in its pairs, which then cannot be told apart", markup::short(twice.as_str()));
        return Err(Unasked::NoPlace { why, answer: joined(&pairs) });
    }
    let before = spare.len();
    spare.retain(|it: &Reasoned| !pairs.iter().any(|pair| are_alike(&pair.1, &it.0)));
    if spare.len() < before {
        changed.push("a spare partner that is a right one too is left out".to_owned());
    }
    let room = MOST - pairs.len();
    if spare.len() > room {
        changed.push(format!("{} of its spare partners are left out: ten are the most", spare.len() - room));
        spare.truncate(room);
    }
    Ok(Ask::Match { pairs, spare })
}

/// Events in their order, in Markdown.
///
/// # Errors
/// When there are fewer or more than a question here can have.
pub(super) fn ordering(steps: impl IntoIterator<Item = String>, changed: &mut Vec<String>) -> Result<Ask, Unasked> {
    let steps: Vec<Text> = steps.into_iter().filter_map(|step| text(&step, changed)).collect();
    if steps.is_empty() {
        return Err("it has nothing to sort".into());
    }
    if !(FEWEST..=MOST).contains(&steps.len()) {
        let why = format!("ordering has three to ten events here, and it has {}", steps.len());
        return Err(Unasked::NoPlace { why, answer: lines((1..).zip(&steps).map(|(n, step)| format!("{n}: {step}"))) });
    }
    let dated = (1_usize..).zip(steps).map(|(n, step)| Step(step, plain(&n.to_string())));
    Ok(Ask::Order(dated.collect()))
}

fn joined(pairs: &[Pair]) -> String {
    lines(pairs.iter().map(|pair| format!("{} → {}", pair.0, pair.1)))
}

/// Lines of their own, in Markdown.
fn lines(all: impl Iterator<Item = String>) -> String {
    all.map(|line| line.replace('\n', " ")).collect::<Vec<_>>().join("\\\n")
}
