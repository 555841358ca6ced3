//! A question after its answer: what is right by the key that stands, what was taken, and why.

use super::credit::Credit;
use super::form::Form;
use super::grading::in_authors_turn;
use super::{Item, Key, Response};
use crate::course::Course;
use crate::course::model::{Feedback, Text};
use crate::course::wording::sources;
use crate::study::quiz::Given;
use crate::study::score::{Score, Verdict, points};
use crate::study::short_answer::SpellingMatch;

/// All that is told of a question afterwards.
#[derive(Clone, Debug, PartialEq)]
pub struct Revealed {
    pub headline: Headline,
    pub rows: Rows,
    pub appraisal: Appraisal,
    pub explain: Option<Text>,
    /// What the author says to an answer that came out so.
    pub feedback: Option<Text>,
    /// Who says so, and where it is taught.
    pub sources: Vec<String>,
}

/// What is right in a line, without marks: an option with its letter, or letters or words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    pub label: Option<char>,
    pub text: String,
}

/// How an answer came out, the ways of earning nothing kept apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Appraisal {
    Right,
    Partly(Score),
    Wrong,
    /// Somebody chose not to answer.
    Passed,
    /// The place for the answer was left empty, or there was none.
    NoAnswer,
}

/// What is right, row by row. With a key that is not the author's, only options have rows.
#[derive(Clone, Debug, PartialEq)]
pub enum Rows {
    /// In the order shown.
    Options(Vec<OptionRow>),
    /// In the author's order.
    Pairs(Vec<PairRow>),
    /// From the first to the last.
    Sorted(Vec<SortedRow>),
    /// A gap a row.
    Typed(Vec<TypedRow>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct OptionRow {
    /// The author's number.
    pub of: usize,
    pub label: char,
    pub text: Text,
    /// `None` when the question does not count.
    pub verdict: Option<Verdict>,
    pub taken: bool,
    /// Why it is as right or wrong as it is, where there is a word on it.
    pub why: Option<Text>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct PairRow {
    pub premise: Text,
    /// The right partner.
    pub partner: Text,
    pub label: char,
    pub verdict: Verdict,
    /// The wrong partner that was joined to it, and why it is wrong where it is a spare one.
    pub instead: Option<(Text, Option<Text>)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SortedRow {
    pub text: Text,
    pub date: Text,
    pub label: char,
    /// Whether it was put where it belongs: directly after the one before it.
    pub verdict: Verdict,
    /// The place at which it was put, where that is another.
    pub instead: Option<usize>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct TypedRow {
    pub label: Option<Text>,
    /// Answers that earn all; the first is shown as the answer.
    pub accepted: Vec<Text>,
    /// What was typed.
    pub typed: Option<String>,
    pub taken: SpellingMatch,
    pub verdict: Verdict,
    /// The reason against a rival that was typed.
    pub why: Option<Text>,
}

impl Revealed {
    /// `item` by `key`, with the `response` of one person, if it is about one.
    #[must_use]
    pub fn new(course: &Course, item: &Item, key: &Key, response: Option<&Response>) -> Self {
        let credit = response.map_or(Credit::NONE, |r| key.credit(item, r));
        let of = f64::from(item.points);
        let appraisal = Appraisal::new(response, Score { points: of * credit.share(), of });
        Self {
            headline: item.headline(key),
            rows: item.rows(key, response),
            appraisal,
            feedback: appraisal.feedback(&item.feedback),
            explain: item.explain.clone(),
            sources: sources(course, &item.cite, &item.lesson, item.section.as_ref()),
        }
    }
}

impl Revealed {
    /// `item` with what was given in a quiz, for the score it had then; `None` for nothing.
    #[must_use]
    pub fn of_given(course: &Course, item: &Item, given: Option<&Given>) -> Self {
        let response = given.map(|g| &g.answer);
        let appraisal = Appraisal::new(response, given.map_or_else(|| item.nothing(), |g| g.score));
        let feedback = appraisal.feedback(&item.feedback);
        Self { appraisal, feedback, ..Self::new(course, item, &Key::Author, response) }
    }
}

impl Revealed {
    /// Why the key is right, as Markdown; empty where the author does not say.
    #[must_use]
    pub fn explanation(&self) -> &str {
        self.explain.as_ref().map_or("", Text::as_str)
    }
}

impl Appraisal {
    /// Of `response`, which earned `score`.
    #[must_use]
    pub fn new(response: Option<&Response>, score: Score) -> Self {
        match (response, score.verdict()) {
            (None | Some(Response::Blank), _) => Self::NoAnswer,
            (Some(Response::Passed), _) => Self::Passed,
            (Some(_), Verdict::Right) => Self::Right,
            (Some(_), Verdict::Partly) => Self::Partly(score),
            (Some(_), Verdict::Wrong) => Self::Wrong,
        }
    }

    fn feedback(self, of: &Feedback) -> Option<Text> {
        match self {
            Self::Right => of.right.clone(),
            Self::Partly(_) => of.partly.clone(),
            Self::Wrong => of.wrong.clone(),
            Self::Passed | Self::NoAnswer => None,
        }
    }

    /// Whether there was an answer.
    #[must_use]
    pub fn is_of_an_answer(self) -> bool {
        !matches!(self, Self::Passed | Self::NoAnswer)
    }

    /// In a sentence: `Partly: 0.5 of 1.`
    #[must_use]
    pub fn sentence(self) -> String {
        match self {
            Self::Right => "Right.".to_owned(),
            Self::Partly(score) => format!("Partly: {} of {}.", points(score.points), points(score.of)),
            Self::Wrong => "Wrong.".to_owned(),
            Self::Passed => "Skipped.".to_owned(),
            Self::NoAnswer => "No answer.".to_owned(),
        }
    }
}

impl TypedRow {
    /// A word on how it was taken.
    #[must_use]
    pub fn note(&self) -> Option<&str> {
        match self.taken {
            SpellingMatch::WithASlip => Some("Accepted, with one slip forgiven."),
            SpellingMatch::Rival | SpellingMatch::Exactly => self.why.as_ref().map(Text::as_str),
            SpellingMatch::Wrong => None,
        }
    }
}

impl Item {
    fn headline(&self, key: &Key) -> Headline {
        let say = |text: String| Headline { label: None, text };
        match key {
            Key::Void => say("This question does not count.".to_owned()),
            Key::Everything => say("Every answer counts as right.".to_owned()),
            Key::AnyOf(keys) => match keys.as_slice() {
                [key] => self.named(key),
                keys => say(keys.iter().map(|key| self.in_letters(key)).collect::<Vec<_>>().join(", or ")),
            },
            Key::Author => self.form.right().first().map_or_else(|| say(String::new()), |right| self.named(right)),
        }
    }

    /// A response with its text where it is one option.
    fn named(&self, response: &Response) -> Headline {
        match response.as_picked() {
            Some(of) => Headline { label: Some(self.label(of)), text: self.option_words(of) },
            None => Headline { label: None, text: self.in_letters(response) },
        }
    }

    fn rows(&self, key: &Key, response: Option<&Response>) -> Rows {
        let authors = *key == Key::Author;
        match &self.form {
            Form::PickOne { .. } | Form::PickMany { .. } => {
                Rows::Options(self.order.iter().filter_map(|&of| self.option_row(of, key, response)).collect())
            }
            Form::Join { premises, .. } => {
                let n = if authors { premises.len() } else { 0 };
                let joined = response.and_then(Response::as_joined).unwrap_or_default();
                Rows::Pairs((0..n).filter_map(|of| self.pair_row(of, joined)).collect())
            }
            Form::Sort { things } => {
                let n = if authors { things.len() } else { 0 };
                let order = response.and_then(Response::as_sorted).unwrap_or_default();
                let order = in_authors_turn(things, order);
                Rows::Sorted((0..n).filter_map(|of| self.sorted_row(of, &order)).collect())
            }
            Form::Type { gaps } => {
                let n = if authors { gaps.len() } else { 0 };
                let typed = response.and_then(Response::as_typed).unwrap_or_default();
                Rows::Typed((0..n).filter_map(|of| self.typed_row(of, typed.get(of))).collect())
            }
        }
    }

    fn option_row(&self, of: usize, key: &Key, response: Option<&Response>) -> Option<OptionRow> {
        let option = self.form.options().get(of)?;
        let verdict = key.option(self, of).map(Credit::verdict);
        let why = option.why().filter(|_| verdict == Some(option.credit.verdict())).cloned();
        let taken = response.is_some_and(|r| r.takes(of));
        Some(OptionRow { of, label: self.label(of), text: option.text.clone(), verdict, taken, why })
    }

    fn pair_row(&self, of: usize, joined: &[Option<usize>]) -> Option<PairRow> {
        let Form::Join { premises, partners } = &self.form else { return None };
        let said = joined.get(of).copied().flatten();
        let wrong = said.filter(|&said| said != of).and_then(|said| partners.get(said));
        Some(PairRow {
            premise: premises.get(of)?.clone(),
            partner: partners.get(of)?.text.clone(),
            label: self.label(of),
            verdict: if said == Some(of) { Verdict::Right } else { Verdict::Wrong },
            instead: wrong.map(|partner| (partner.text.clone(), partner.reason.clone())),
        })
    }

    fn sorted_row(&self, of: usize, order: &[usize]) -> Option<SortedRow> {
        let Form::Sort { things } = &self.form else { return None };
        let thing = things.get(of)?;
        let at = order.iter().position(|&o| o == of);
        let before = at.and_then(|at| at.checked_sub(1)).and_then(|at| order.get(at)).copied();
        let right = at.is_some() && before == of.checked_sub(1);
        Some(SortedRow {
            text: thing.text.clone(),
            date: thing.date.clone(),
            label: self.label(of),
            verdict: if right { Verdict::Right } else { Verdict::Wrong },
            instead: at.filter(|&at| at != of),
        })
    }

    fn typed_row(&self, of: usize, typed: Option<&String>) -> Option<TypedRow> {
        let Form::Type { gaps } = &self.form else { return None };
        let gap = gaps.get(of)?;
        let hit = typed.map(|typed| gap.read(typed));
        Some(TypedRow {
            label: gap.label.clone(),
            accepted: gap.accepted().filter(|a| a.credit == Credit::FULL).map(|a| a.text.clone()).collect(),
            typed: typed.cloned(),
            taken: hit.map_or(SpellingMatch::Wrong, |hit| hit.taken),
            verdict: hit.map_or(Verdict::Wrong, |hit| hit.credit().verdict()),
            why: hit.and_then(|hit| hit.answer).and_then(|answer| answer.reason.clone()),
        })
    }
}

impl Headline {
    /// In one line, `between` after the letter.
    #[must_use]
    pub fn line(&self, between: &str) -> String {
        self.label.map_or_else(|| self.text.clone(), |label| format!("{label}{between}{}", self.text))
    }
}
