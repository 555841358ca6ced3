//! A response read from a typed line. Options go by numbers or letters, partners by letters, as they are shown.

use super::form::{Form, OptionSet};
use super::letters::{letter, sorted, truth};
use super::{Item, Response};
use crate::study::short_answer::SpellingMatch;

impl Item {
    /// Reads `line` as a response.
    ///
    /// # Errors
    /// Says what to type when it cannot be read.
    pub fn read_line(&self, line: &str) -> Result<Response, String> {
        let order = &self.order;
        Ok(match &self.form {
            Form::PickOne { pool: OptionSet::Truth, .. } => {
                Response::Picked(truth(line).ok_or("Type t for true or f for false.")?)
            }
            Form::PickOne { .. } => Response::Picked(order[place(line, order.len())?]),
            Form::PickMany { .. } => Response::Marked(marked(line, order)?),
            Form::Join { premises, .. } => Response::Joined(joined(line, premises.len(), order)?),
            Form::Sort { .. } => Response::Sorted(all_once(line, order)?),
            Form::Type { gaps } => typed(line, gaps.len())?,
        })
    }

    /// Whether `line` is an answer as the author accepts it, letter for letter: then it is no command.
    #[must_use]
    pub fn accepts_as_typed(&self, line: &str) -> bool {
        match &self.form {
            Form::Type { gaps } => gaps.iter().any(|gap| gap.read(line).taken == SpellingMatch::Exactly),
            Form::PickOne { .. } | Form::PickMany { .. } | Form::Join { .. } | Form::Sort { .. } => false,
        }
    }
}

/// The words for each gap: the whole line for one, separated by semicolons for more.
pub(super) fn typed(line: &str, gaps: usize) -> Result<Response, String> {
    if gaps == 1 {
        return Ok(Response::typed(line));
    }
    let words: Vec<String> = line.split(';').map(|words| words.trim().to_owned()).collect();
    if words.len() == gaps {
        Ok(Response::Typed(words))
    } else {
        Err(format!("Type {gaps} answers, separated by semicolons; leave nothing between two for one you do not know."))
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

/// The places named in `line`: "1 3", "1, 3", "a c" and, where no number has two digits, "13" or "ac".
fn places(line: &str, n: usize) -> Option<Vec<usize>> {
    let words = line.split([' ', ',', ';']).filter(|word| !word.is_empty());
    words.flat_map(|word| signs(word, n)).map(|sign| place(&sign, n).ok()).collect()
}

/// `word` as it is or, where it is a run of letters or of digits that can only stand alone, sign by sign.
fn signs(word: &str, n: usize) -> Vec<String> {
    let digits = n < 10 && word.bytes().all(|b| b.is_ascii_digit());
    if digits || word.bytes().all(|b| b.is_ascii_alphabetic()) {
        word.chars().map(String::from).collect()
    } else {
        vec![word.to_owned()]
    }
}

fn marked(line: &str, order: &[usize]) -> Result<Vec<usize>, String> {
    let n = order.len();
    let places = places(line, n)
        .filter(|p| !p.is_empty())
        .ok_or_else(|| format!("Type one or more numbers from 1 to {n}, separated by spaces or commas: 1 3."))?;
    Ok(sorted(places.into_iter().map(|at| order[at]).collect()))
}

/// Everything once.
fn all_once(line: &str, order: &[usize]) -> Result<Vec<usize>, String> {
    let n = order.len();
    let each_once = |places: &Vec<usize>| places.len() == n && (0..n).all(|at| places.contains(&at));
    let places = places(line, n)
        .filter(each_once)
        .ok_or_else(|| format!("Type all numbers from 1 to {n}, each once, in order from first to last."))?;
    Ok(places.into_iter().map(|at| order[at]).collect())
}

/// Every premise with a partner of its own: "1a 2c 3b", also "1 a, 2-c, 3=b".
fn joined(line: &str, premises: usize, order: &[usize]) -> Result<Vec<Option<usize>>, String> {
    let pairs = pairs(line).ok_or_else(|| "Type pairs of a number and a letter: 1a 2c 3b.".to_owned())?;
    let mut joined: Vec<Option<usize>> = vec![None; premises];
    for (premise, at) in pairs {
        let last = || letter(order.len().saturating_sub(1)).to_ascii_lowercase();
        let partner = *order.get(at).ok_or_else(|| format!("The partners are a to {}.", last()))?;
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
        Some(missing) => Err(format!("Match every item: {} has no partner yet.", missing + 1)),
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
