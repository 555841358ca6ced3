//! Reading a typed answer. Places are as shown; the answer counts as the author wrote.

use crate::course::model::{Ask, Question};
use crate::study::answer::Answer;
use crate::study::grading;
use crate::study::quiz::Item;
use crate::study::short_answer::Taken;

/// What a line means.
#[derive(Debug, PartialEq)]
pub enum Line {
    Answer(Answer),
    Leave,
}

/// Reads `line` as an answer to `question` as shown in the order of `item`.
///
/// # Errors
/// Says what to type when it cannot be read.
pub fn read(question: &Question, item: &Item, line: &str) -> Result<Line, String> {
    if let Some(command) = command(&question.ask, line) {
        return Ok(command);
    }
    let order = &item.order;
    let answer = match &question.ask {
        Ask::Choice(_) => Answer::Choice(order[place(line, order.len())?]),
        Ask::Classify { .. } => Answer::Classify(order[place(line, order.len())?]),
        Ask::TrueFalse(_) => Answer::TrueFalse(truth(line)?),
        Ask::Several(_) => Answer::Several(several(line, order)?),
        Ask::Match { pairs, .. } => Answer::Match(joined(line, pairs.len(), order)?),
        Ask::Order(_) => Answer::Order(sorted(line, order)?),
        Ask::Typed { .. } => Answer::Typed(line.to_owned()),
    };
    Ok(Line::Answer(answer))
}

/// Skipping and leaving. Where words are typed, a single letter may be the answer and so may any word the author accepts.
fn command(ask: &Ask, line: &str) -> Option<Line> {
    let typing = matches!(ask, Ask::Typed { .. });
    if typing && grading::typed(ask, line) == Taken::Exactly {
        return None;
    }
    match line.to_lowercase().as_str() {
        "" | "skip" => Some(Line::Answer(Answer::Skipped)),
        "s" if !typing => Some(Line::Answer(Answer::Skipped)),
        "q" | "quit" => Some(Line::Leave),
        _ => None,
    }
}

/// The place of one option of `n`, by its number or letter.
fn place(line: &str, n: usize) -> Result<usize, String> {
    let line = line.trim_end_matches(['.', ')']);
    let number = line.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let mut letters = line.chars();
    let letter = match (letters.next(), letters.next()) {
        (Some(c), None) if c.is_ascii_alphabetic() => Some(usize::from(c.to_ascii_lowercase() as u8 - b'a')),
        _ => None,
    };
    number.or(letter).filter(|&at| at < n).ok_or_else(|| format!("Type one number from 1 to {n}."))
}

fn truth(line: &str) -> Result<bool, String> {
    match line.to_lowercase().as_str() {
        "t" | "true" | "1" => Ok(true),
        "f" | "false" | "2" => Ok(false),
        _ => Err("Type t for true or f for false.".to_owned()),
    }
}

/// The places named in `line`, apart by blanks or commas.
fn places(line: &str, n: usize) -> Option<Vec<usize>> {
    line.split([' ', ',', ';']).filter(|word| !word.is_empty()).map(|word| place(word, n).ok()).collect()
}

fn several(line: &str, order: &[usize]) -> Result<Vec<usize>, String> {
    let n = order.len();
    let places = places(line, n)
        .filter(|p| !p.is_empty())
        .ok_or_else(|| format!("Type one or more numbers from 1 to {n}, apart by blanks or commas: 1 3."))?;
    let mut picked: Vec<usize> = places.into_iter().map(|at| order[at]).collect();
    picked.sort_unstable();
    picked.dedup();
    Ok(picked)
}

/// Every event once.
fn sorted(line: &str, order: &[usize]) -> Result<Vec<usize>, String> {
    let n = order.len();
    let each_once = |places: &Vec<usize>| places.len() == n && (0..n).all(|at| places.contains(&at));
    let places = places(line, n)
        .filter(each_once)
        .ok_or_else(|| format!("Type all numbers from 1 to {n}, each once, from the first to the last."))?;
    Ok(places.into_iter().map(|at| order[at]).collect())
}

/// Every premise with a partner of its own: "1a 2c 3b", also "1 a, 2-c, 3=b".
fn joined(line: &str, premises: usize, order: &[usize]) -> Result<Vec<Option<usize>>, String> {
    let pairs = pairs(line).ok_or_else(|| "Type pairs of a number and a letter: 1a 2c 3b.".to_owned())?;
    let mut joined: Vec<Option<usize>> = vec![None; premises];
    for (premise, at) in pairs {
        let partner = *order.get(at).ok_or_else(|| {
            format!("The partners are a to {}.", crate::course::wording::letter(order.len().saturating_sub(1)))
        })?;
        let slot = premise
            .checked_sub(1)
            .and_then(|p| joined.get(p))
            .ok_or_else(|| format!("The items are 1 to {premises}."))?;
        if slot.is_some() || joined.contains(&Some(partner)) {
            return Err("Each number and each letter can be used once.".to_owned());
        }
        joined[premise - 1] = Some(partner);
    }
    match joined.iter().position(Option::is_none) {
        Some(missing) => Err(format!("Join every item: {} has no partner yet.", missing + 1)),
        None => Ok(joined),
    }
}

/// Numbers and places of letters by turns, whatever signs stand between them.
fn pairs(line: &str) -> Option<Vec<(usize, usize)>> {
    let mut found = Vec::new();
    let mut number: Option<usize> = None;
    for c in line.to_lowercase().chars() {
        match (c, number) {
            ('0'..='9', before) => number = Some(before.unwrap_or(0).checked_mul(10)? + usize::from(c as u8 - b'0')),
            ('a'..='z', Some(n)) => {
                found.push((n, usize::from(c as u8 - b'a')));
                number = None;
            }
            (' ' | ',' | ';' | '-' | '=' | ':' | '.' | ')', _) => {}
            _ => return None,
        }
    }
    (number.is_none() && !found.is_empty()).then_some(found)
}
