//! A revealed question in words: what is right by the key that stands, and what was said.

use crate::course::Course;
use crate::course::markdown::plain;
use crate::course::model::text::defused;
use crate::course::model::{Ask, Pair, Step};
use crate::course::wording;
use crate::study::answer::Answer;
use crate::study::drill::{Key, Ruling, Said, Solution, letter};
use crate::study::grading;

/// How an option stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worth {
    Right,
    /// Defensible: half the points.
    Half,
    Wrong,
    /// The question counts for nobody.
    Nothing,
}

/// A solution and the course that it is from.
#[derive(Clone, Copy)]
pub struct Solved<'a> {
    pub course: &'a Course,
    pub solution: &'a Solution,
}

impl Solved<'_> {
    fn ask(&self) -> &Ask {
        &self.solution.question.ask
    }

    /// The author's numbers in the order shown.
    #[must_use]
    pub fn order(&self) -> Vec<usize> {
        match self.ask() {
            Ask::TrueFalse(_) => vec![0, 1],
            Ask::Match { .. } | Ask::Order(_) | Ask::Typed { .. } => Vec::new(),
            Ask::Choice(_) | Ask::Several(_) | Ask::Classify { .. } => self.solution.order.clone(),
        }
    }

    /// The letter of the option with the author's number `of`.
    #[must_use]
    pub fn letter(&self, of: usize) -> char {
        match self.ask() {
            Ask::TrueFalse(_) => letter(of),
            _ => self.solution.order.iter().position(|&o| o == of).map_or('?', letter),
        }
    }

    #[must_use]
    pub fn text(&self, of: usize) -> String {
        plain(&wording::option(self.course, self.ask(), of))
    }

    #[must_use]
    pub fn worth(&self, of: usize) -> Worth {
        match &self.solution.key {
            Key::Void => Worth::Nothing,
            Key::Everything => Worth::Right,
            Key::AnyOf(keys) if keys.iter().any(|key| picks(key, of)) => Worth::Right,
            Key::AnyOf(_) => Worth::Wrong,
            Key::Author => by_author(self.ask(), of),
        }
    }

    /// What is right, in a line: `B  A pilot`, `A, C`, `1991`.
    #[must_use]
    pub fn headline(&self) -> String {
        match &self.solution.key {
            Key::Void => "This question counts for nobody.".to_owned(),
            Key::Everything => "Every answer counts as right.".to_owned(),
            Key::AnyOf(keys) => match keys.as_slice() {
                [key] => self.named(key),
                keys => keys.iter().map(|key| self.says(key)).collect::<Vec<_>>().join(", or "),
            },
            Key::Author => self.named(&author(self.ask())),
        }
    }

    /// An answer with its text where it is one option.
    fn named(&self, answer: &Answer) -> String {
        match *answer {
            Answer::Choice(of) | Answer::Classify(of) => format!("{}  {}", self.letter(of), self.text(of)),
            Answer::TrueFalse(truth) => {
                format!("{}  {}", letter(usize::from(!truth)), if truth { "True" } else { "False" })
            }
            _ => self.says(answer),
        }
    }

    /// An answer in letters: `B`, `A, C`, `1C 2A`, or what was typed.
    #[must_use]
    pub fn says(&self, answer: &Answer) -> String {
        let letters = |all: &[usize], between: &str| {
            all.iter().map(|&of| self.letter(of).to_string()).collect::<Vec<_>>().join(between)
        };
        match answer {
            Answer::Choice(of) | Answer::Classify(of) => self.letter(*of).to_string(),
            Answer::Several(picked) => {
                let mut picked: Vec<char> = picked.iter().map(|&of| self.letter(of)).collect();
                picked.sort_unstable();
                if picked.is_empty() {
                    "none".to_owned()
                } else {
                    picked.iter().map(char::to_string).collect::<Vec<_>>().join(", ")
                }
            }
            Answer::TrueFalse(truth) => letter(usize::from(!truth)).to_string(),
            Answer::Match(joined) => {
                let pair =
                    |(i, of): (usize, &Option<usize>)| format!("{}{}", i + 1, of.map_or('–', |of| self.letter(of)));
                joined.iter().enumerate().map(pair).collect::<Vec<_>>().join(" ")
            }
            Answer::Order(order) => letters(order, " "),
            Answer::Typed(text) => format!("“{}”", defused(text).trim()),
            Answer::Skipped => "passed".to_owned(),
        }
    }

    #[must_use]
    pub fn said(&self, said: &Said) -> String {
        match said {
            Said::Entered(answer) => self.says(answer),
            Said::Ruled(Ruling::Right) => "ruled right".to_owned(),
            Said::Ruled(Ruling::Half) => "ruled half right".to_owned(),
            Said::Ruled(Ruling::Wrong) => "ruled wrong".to_owned(),
        }
    }

    /// The right answer to what has no options to mark, line by line.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        if let Key::AnyOf(_) | Key::Everything | Key::Void = self.solution.key {
            return vec![self.headline()];
        }
        match self.ask() {
            Ask::Match { pairs, .. } => {
                let line = |(i, Pair(premise, _)): (usize, &Pair)| {
                    format!("{} {} → {} {}", i + 1, plain(premise.as_str()), self.letter(i), self.text(i))
                };
                pairs.iter().enumerate().map(line).collect()
            }
            Ask::Order(steps) => {
                let line = |(i, Step(event, date)): (usize, &Step)| {
                    format!("{} · {} · {}", self.letter(i), plain(date.as_str()), plain(event.as_str()))
                };
                steps.iter().enumerate().map(line).collect()
            }
            Ask::Typed { accept, .. } => accept.first().map(|text| plain(text.as_str())).into_iter().collect(),
            Ask::Choice(_) | Ask::Several(_) | Ask::TrueFalse(_) | Ask::Classify { .. } => Vec::new(),
        }
    }
}

/// Whether `answer` takes the option `of`.
#[must_use]
pub fn picks(answer: &Answer, of: usize) -> bool {
    match answer {
        &(Answer::Choice(i) | Answer::Classify(i)) => i == of,
        Answer::Several(picked) => picked.contains(&of),
        Answer::TrueFalse(said) => usize::from(!said) == of,
        Answer::Match(_) | Answer::Order(_) | Answer::Typed(_) | Answer::Skipped => false,
    }
}

fn by_author(ask: &Ask, of: usize) -> Worth {
    let right = |yes: bool| if yes { Worth::Right } else { Worth::Wrong };
    match ask {
        Ask::Choice(options) | Ask::Several(options) => right(options.get(of).is_some_and(grading::is_right)),
        Ask::TrueFalse(truth) => right(usize::from(!truth) == of),
        Ask::Classify { scheme, key, defensible, .. } => match crate::course::wording::keys(scheme).get(of) {
            Some(track) if *track == key.as_str() => Worth::Right,
            Some(track) if defensible.iter().any(|d| d.as_str() == *track) => Worth::Half,
            _ => Worth::Wrong,
        },
        Ask::Match { .. } | Ask::Order(_) | Ask::Typed { .. } => Worth::Wrong,
    }
}

/// The author's answer.
fn author(ask: &Ask) -> Answer {
    let all_right = |options: &[crate::course::model::Judged]| {
        (0..options.len()).filter(|&i| grading::is_right(&options[i])).collect::<Vec<_>>()
    };
    match ask {
        Ask::Choice(options) => Answer::Choice(all_right(options).first().copied().unwrap_or(usize::MAX)),
        Ask::Several(options) => Answer::Several(all_right(options)),
        Ask::TrueFalse(truth) => Answer::TrueFalse(*truth),
        Ask::Match { pairs, .. } => Answer::Match((0..pairs.len()).map(Some).collect()),
        Ask::Order(steps) => Answer::Order((0..steps.len()).collect()),
        Ask::Typed { accept, .. } => Answer::Typed(accept.first().map_or(String::new(), ToString::to_string)),
        Ask::Classify { scheme, key, .. } => Answer::Classify(
            crate::course::wording::keys(scheme).iter().position(|k| *k == key.as_str()).unwrap_or(usize::MAX),
        ),
    }
}
