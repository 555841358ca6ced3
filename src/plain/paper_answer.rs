//! Reading an answer off a sheet: letters as they stand there. What a person left blank or wrote twice on paper is typed
//! in as it is, where the screen would ask again.

use super::answer_line::{self, Line};
use crate::course::model::{Ask, Question};
use crate::course::wording::letter;
use crate::study::answer::Answer;
use crate::study::grading;
use crate::study::quiz::Item;
use crate::study::short_answer::Taken;

/// What a typed line means.
#[derive(Debug, PartialEq)]
pub enum Penned {
    Answer(Answer),
    /// Back to the question before.
    Back,
    Leave,
}

/// What may be typed at `question`, for its prompt.
pub fn hint(question: &Question, item: &Item) -> String {
    let last = letter(item.order.len().saturating_sub(1));
    match &question.ask {
        Ask::Choice(_) | Ask::Classify { .. } => format!("a-{last}"),
        Ask::Several(_) => format!("all ticked, a-{last}"),
        Ask::TrueFalse(_) => "t or f".to_owned(),
        Ask::Match { pairs, .. } => format!("letters beside 1-{}, a-{last}, - for none", pairs.len()),
        Ask::Order(steps) => format!("{} letters, a-{last}", steps.len()),
        Ask::Typed { .. } => "the words".to_owned(),
    }
}

/// Reads `line` as the answer to `question` on a sheet.
///
/// # Errors
/// Says what to type when it cannot be read.
pub fn read(question: &Question, item: &Item, line: &str) -> Result<Penned, String> {
    let is_words = grading::typed(&question.ask, line) == Taken::Exactly;
    if line.eq_ignore_ascii_case("u") && !is_words {
        return Ok(Penned::Back);
    }
    let what_to_type = || format!("Type {}; an empty line for no answer.", wanted(question, item));
    match answer_line::read(question, item, &apart(&question.ask, line)) {
        Ok(Line::Answer(answer)) => Ok(Penned::Answer(answer)),
        Ok(Line::Leave) => Ok(Penned::Leave),
        Err(_) => match &question.ask {
            Ask::Match { pairs, .. } => {
                joined(line, pairs.len(), &item.order).map(Penned::Answer).ok_or_else(what_to_type)
            }
            _ => Err(what_to_type()),
        },
    }
}

fn wanted(question: &Question, item: &Item) -> String {
    let last = letter(item.order.len().saturating_sub(1));
    match &question.ask {
        Ask::Choice(_) | Ask::Classify { .. } => format!("one letter from a to {last}"),
        Ask::Several(_) => format!("the letters that are ticked, from a to {last}: ac"),
        Ask::TrueFalse(_) => "t for true or f for false".to_owned(),
        Ask::Match { pairs, .. } => {
            format!(
                "{} letters from a to {last}, from top to bottom, with - where there is none; or pairs such as 1c 3a",
                pairs.len()
            )
        }
        Ask::Order(_) => {
            format!(
                "every letter from a to {last} once; an order with a letter missing or twice earns nothing, so leave it empty"
            )
        }
        Ask::Typed { .. } => "what is written".to_owned(),
    }
}

/// Letters that were typed without blanks between them, set apart: "bdac".
fn apart(ask: &Ask, line: &str) -> String {
    let run_on = line.len() > 1 && line.chars().all(|c| c.is_ascii_alphabetic()) && !is_command(line);
    match ask {
        Ask::Several(_) | Ask::Order(_) if run_on => line.chars().flat_map(|c| [c, ' ']).collect(),
        _ => line.to_owned(),
    }
}

fn is_command(line: &str) -> bool {
    ["skip", "quit"].iter().any(|word| line.eq_ignore_ascii_case(word))
}

/// Partners of some or all premises: "c a - b" from top to bottom, or "1c 3a". A letter may stand twice: so it may on paper.
fn joined(line: &str, premises: usize, order: &[usize]) -> Option<Answer> {
    let partner =
        |c: char| order.get(usize::from(u8::try_from(c.to_ascii_lowercase()).ok()?.checked_sub(b'a')?)).copied();
    let signs: Vec<char> = line.chars().filter(|c| !matches!(c, ' ' | ',' | ';' | ':' | '=' | '.' | ')')).collect();
    let mut joined = vec![None; premises];
    if signs.iter().any(char::is_ascii_digit) {
        for pair in signs.chunks(2) {
            let &[number, c] = pair else { return None };
            let at = usize::try_from(number.to_digit(10)?).ok()?.checked_sub(1)?;
            *joined.get_mut(at)? = if c == '-' { None } else { Some(partner(c)?) };
        }
    } else {
        if signs.len() != premises {
            return None;
        }
        for (slot, &c) in joined.iter_mut().zip(&signs) {
            *slot = if c == '-' { None } else { Some(partner(c)?) };
        }
    }
    Some(Answer::Match(joined))
}
