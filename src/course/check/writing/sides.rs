//! Items as other items see them: what they show, and what they ask for.

use std::collections::HashSet;

use super::item::{Item, cards, questions};
use super::text;
use crate::course::check::survey::Survey;
use crate::course::markdown;
use crate::course::model::{Ask, Card, Face, Judged, Question};
use crate::course::outline::gaps;

/// The longest answer, in words, that counts as a name or term.
const TERM: usize = 4;

/// An item as others see it.
pub struct Side<'a> {
    pub item: Item<'a>,
    /// Cards are met with the cards of their lesson, questions with any other question.
    is_card: bool,
    /// What the learner reads before answering: as written, in words, and the words that carry meaning.
    pub shown: String,
    pub line: String,
    pub content: HashSet<String>,
    /// What is to be answered, where it is a name or term.
    pub answers: Vec<String>,
}

impl<'a> Side<'a> {
    fn new(item: Item<'a>, is_card: bool, (shown, answers): (String, Vec<String>)) -> Self {
        let (line, content) = (text::line(&shown), text::content(&shown).into_iter().collect());
        Self { item, is_card, shown, line, content, answers }
    }

    /// Whether a learner can meet both with their answers still open.
    pub fn meets(&self, other: &Side<'_>) -> bool {
        self.item.id != other.item.id
            && (self.item.file.path == other.item.file.path || !self.is_card && !other.is_card)
    }
}

/// Every card and question.
pub fn sides<'a>(survey: &'a Survey<'_>) -> Vec<Side<'a>> {
    let cards = cards(survey).map(|(item, c)| Side::new(item, true, card(c)));
    cards.chain(questions(survey).map(|(item, q)| Side::new(item, false, (q.stem.to_string(), answers(q))))).collect()
}

/// The answers of a question that can stand in a stem: names, terms, years.
fn answers(question: &Question) -> Vec<String> {
    let raw = match &question.ask {
        Ask::Choice(options) => {
            options.iter().filter(|o| matches!(o, Judged::Right(_))).map(|o| o.text().to_string()).collect()
        }
        Ask::Typed { accept, .. } => accept.iter().take(1).map(ToString::to_string).collect(),
        Ask::Several(_) | Ask::TrueFalse(_) | Ask::Match { .. } | Ask::Order(_) | Ask::Classify { .. } => Vec::new(),
    };
    raw.into_iter().filter(|a| is_term(a)).collect()
}

/// What a card shows, and what it asks for. The sides of a two-way card are each other's answers: neither leaks.
fn card(card: &Card) -> (String, Vec<String>) {
    match &card.face {
        Face::Basic { front, back } => {
            (front.to_string(), Some(back.to_string()).filter(|b| is_term(b)).into_iter().collect())
        }
        Face::TwoWay { ask, ask_back, .. } => (format!("{ask} {ask_back}"), Vec::new()),
        Face::Cloze(cloze) => {
            let gaps = gaps(cloze.as_str());
            let mut shown = cloze.to_string();
            gaps.iter().rev().for_each(|g| shown.replace_range(g.span.clone(), "…"));
            (shown, gaps.iter().map(|g| g.answer.to_owned()).filter(|a| is_term(a)).collect())
        }
    }
}

/// Whether an answer is short and particular: no small number, no track, no everyday word.
fn is_term(answer: &str) -> bool {
    let words = text::words(answer);
    let particular = |w: &String| {
        w.parse::<f64>().map_or(w.len() > 3, |n| n >= 20.0)
            && !["track", "tracks", "official", "unofficial"].contains(&w.as_str())
    };
    words.len() <= TERM
        && text::content(&markdown::plain(answer)).iter().any(particular)
        && !answer.to_lowercase().starts_with("track ")
}
