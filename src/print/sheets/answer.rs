//! What is right, in the letters of a sheet, and how an answer scores.

use std::collections::BTreeMap;

use crate::course::Course;
use crate::course::model::{Ask, Kind, Pair, Question, Rival, Text};
use crate::course::wording::{letter, option};
use crate::study::grading::is_right;
use crate::study::quiz::Item;

/// The key to `question` as it stands on a sheet, as short as it can be ticked off: `c`, `a d`, `true`, `1c 2a 3d`,
/// `b d a c`, or the word itself.
#[must_use]
pub fn letters(question: &Question, item: &Item) -> String {
    let at = |of: usize| place(item, of);
    match &question.ask {
        Ask::Choice(_) | Ask::Several(_) | Ask::Classify { .. } => {
            let mut right: Vec<char> = keys(&question.ask).into_iter().map(at).collect();
            right.sort_unstable();
            spaced(right.iter().map(ToString::to_string))
        }
        Ask::TrueFalse(truth) => truth.to_string(),
        Ask::Match { pairs, .. } => spaced((0..pairs.len()).map(|of| format!("{}{}", of + 1, at(of)))),
        Ask::Order(steps) => spaced((0..steps.len()).map(|of| at(of).to_string())),
        Ask::Typed { accept, .. } => accept.first().map(ToString::to_string).unwrap_or_default(),
    }
}

/// The letter that the option with the author's number `of` has on the sheet.
fn place(item: &Item, of: usize) -> char {
    letter(item.order.iter().position(|&o| o == of).unwrap_or(usize::MAX))
}

fn spaced(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(" ")
}

/// The author's numbers of what is right among options.
fn keys(ask: &Ask) -> Vec<usize> {
    match ask {
        Ask::Choice(options) | Ask::Several(options) => {
            (0..options.len()).filter(|&at| is_right(&options[at])).collect()
        }
        Ask::Classify { scheme, key, .. } => {
            crate::course::wording::keys(scheme).iter().position(|k| *k == key.as_str()).into_iter().collect()
        }
        Ask::TrueFalse(_) | Ask::Match { .. } | Ask::Order(_) | Ask::Typed { .. } => Vec::new(),
    }
}

/// The answer in words, a line each, as the course's Markdown behind a letter or number: `("c", "Track Two …")`.
pub fn words(course: &Course, question: &Question, item: &Item) -> Vec<(String, String)> {
    let said = |of: usize| option(course, &question.ask, of);
    let option_line = |of: usize| (place(item, of).to_string(), said(of));
    match &question.ask {
        Ask::Choice(_) | Ask::Several(_) | Ask::Classify { .. } => {
            let mut lines: Vec<_> = keys(&question.ask).into_iter().map(option_line).collect();
            lines.sort();
            lines
        }
        Ask::TrueFalse(truth) => vec![(String::new(), if *truth { "True" } else { "False" }.to_owned())],
        Ask::Match { pairs, .. } => {
            let pair = |(of, pair): (usize, &Pair)| {
                (format!("{}{}", of + 1, place(item, of)), format!("{}: {}", pair.0, said(of)))
            };
            pairs.iter().enumerate().map(pair).collect()
        }
        Ask::Order(steps) => (0..steps.len())
            .map(|of| (place(item, of).to_string(), format!("{} ({})", said(of), steps[of].1)))
            .collect(),
        Ask::Typed { accept, .. } => {
            vec![(String::new(), accept.iter().map(ToString::to_string).collect::<Vec<_>>().join(" / "))]
        }
    }
}

/// Why each wrong answer is wrong, as the course's Markdown: by the letter on the sheet or, where words are written, by the word.
pub fn wrong(question: &Question, item: &Item) -> Vec<(String, String)> {
    let by_letter = item
        .order
        .iter()
        .enumerate()
        .filter_map(|(at, &of)| Some((letter(at).to_string(), reason(&question.ask, of)?.to_string())));
    let rivals: &[Rival] = if let Ask::Typed { rivals, .. } = &question.ask { rivals } else { &[] };
    by_letter.chain(rivals.iter().map(|Rival(word, why)| (word.to_string(), why.to_string()))).collect()
}

/// The author's reason against the option, spare partner or track with the author's number `of`.
fn reason(ask: &Ask, of: usize) -> Option<&Text> {
    match ask {
        Ask::Choice(options) | Ask::Several(options) => options.get(of)?.why(),
        Ask::Match { pairs, spare } => spare.get(of.checked_sub(pairs.len())?).map(|r| &r.1),
        Ask::Classify { scheme, why_not, .. } => {
            why_not.iter().find(|r| crate::course::wording::keys(scheme).get(of) == Some(&r.0.as_str())).map(|r| &r.1)
        }
        Ask::TrueFalse(_) | Ask::Order(_) | Ask::Typed { .. } => None,
    }
}

/// The letters of tracks that earn half.
pub fn half(question: &Question, item: &Item) -> Option<String> {
    let Ask::Classify { scheme, defensible, .. } = &question.ask else { return None };
    let fits = |key: &str| defensible.iter().any(|d| d.as_str() == key);
    let letters: Vec<String> = item
        .order
        .iter()
        .enumerate()
        .filter(|&(_, &of)| fits(crate::course::wording::keys(scheme)[of]))
        .map(|(at, _)| letter(at).to_string())
        .collect();
    (!letters.is_empty()).then(|| letters.join(" "))
}

/// How each kind is marked that can earn a part of its points or be written in more than one way; in the order of the kinds.
pub fn rules<'a>(questions: impl Iterator<Item = &'a Question>) -> Vec<(&'static str, &'static str)> {
    let rules: BTreeMap<Kind, &str> = questions.filter_map(|q| Some((q.ask.kind(), rule(&q.ask)?))).collect();
    rules.into_iter().map(|(kind, rule)| (kind.name(), rule)).collect()
}

fn rule(ask: &Ask) -> Option<&'static str> {
    Some(match ask {
        Ask::Several(_) => "right ticks less wrong ticks, over the number of right ones; not below 0.",
        Ask::Match { .. } => "the share of pairs that are right.",
        Ask::Order(_) => {
            "the share of neighbours in the key that are written one directly after the other. Key b d a c, written d a c b: d a and a c \
             stand, 2 of 3. With a letter missing or twice: nothing."
        }
        Ask::Typed { .. } => {
            "case, accents, hyphens and the manner of numbers do not count (Track II = track 2); one slip is forgiven in a word of more \
             than five letters, never in a number, never towards a wrong answer named below."
        }
        Ask::Classify { defensible, .. } if !defensible.is_empty() => {
            "where the key says “half”, that track earns half."
        }
        Ask::Choice(_) | Ask::TrueFalse(_) | Ask::Classify { .. } => return None,
    })
}
