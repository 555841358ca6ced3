//! Items as other items see them: what they show, and what they ask for.

use std::collections::HashSet;

use super::item::{BankItem, cards, questions};
use super::text;
use crate::course::check::survey::Survey;
use crate::course::model::{Ask, Card, Face, Id, Question, Text};
use crate::course::outline::gaps;
use crate::course::{Course, markdown};

/// The longest answer, in words, that counts as a name or term.
const TERM: usize = 4;

/// An item as others see it.
pub(super) struct ItemWords<'a> {
    pub item: BankItem<'a>,
    /// Cards are met with the cards of their lesson, questions with any other question.
    is_card: bool,
    /// What the learner reads before answering: as written, in words, and the words that carry meaning.
    pub shown: String,
    pub line: String,
    pub content: HashSet<String>,
    /// What is to be answered, where it is a name or term.
    pub answers: Vec<String>,
    /// Items whose answers the author knows it to show.
    pub gives: &'a [Id],
}

impl<'a> ItemWords<'a> {
    fn new(item: BankItem<'a>, is_card: bool, (shown, answers): (String, Vec<String>)) -> Self {
        let (line, content) = (text::line(&shown), text::content(&shown).into_iter().collect());
        Self { item, is_card, shown, line, content, answers, gives: &[] }
    }

    /// Whether a learner can meet both with their answers still open.
    pub(super) fn meets(&self, other: &ItemWords<'_>) -> bool {
        self.item.id != other.item.id
            && (self.item.file.path == other.item.file.path || !self.is_card && !other.is_card)
    }
}

/// Every card and question.
pub(super) fn sides<'a>(survey: &'a Survey<'_>) -> Vec<ItemWords<'a>> {
    let common = Common::of(survey.course);
    let cards =
        cards(survey).map(|(item, c)| ItemWords { gives: &c.answers, ..ItemWords::new(item, true, card(c, &common)) });
    let question = |(item, q): (BankItem<'a>, &'a Question)| ItemWords {
        gives: &q.answers,
        ..ItemWords::new(item, false, (q.stem.to_string(), answers(q, &common)))
    };
    cards.chain(questions(survey).map(question)).collect()
}

/// The answers of a question that can stand in a stem: names, terms, years.
fn answers(question: &Question, common: &Common) -> Vec<String> {
    let raw = match &question.ask {
        Ask::Choice(options) => options.iter().filter(|o| o.is_right()).map(|o| o.text().to_string()).collect(),
        Ask::Typed { accept, gaps, .. } => {
            accept.iter().take(1).chain(gaps.iter().filter_map(|g| g.accept.first())).map(ToString::to_string).collect()
        }
        Ask::Several(_) | Ask::TrueFalse(_) | Ask::Match { .. } | Ask::Order(_) | Ask::Classify { .. } => Vec::new(),
    };
    raw.into_iter().filter(|a| is_term(a, common)).collect()
}

/// What a card shows, and what it asks for. The sides of a two-way card are each other's answers: neither leaks.
fn card(card: &Card, common: &Common) -> (String, Vec<String>) {
    match &card.face {
        Face::Basic { front, back } => {
            (front.to_string(), Some(back.to_string()).filter(|b| is_term(b, common)).into_iter().collect())
        }
        Face::TwoWay { ask, ask_back, .. } => (format!("{ask} {ask_back}"), Vec::new()),
        Face::Cloze(cloze) => {
            let gaps = gaps(cloze.as_str());
            let mut shown = cloze.to_string();
            gaps.iter().rev().for_each(|g| shown.replace_range(g.span.clone(), "…"));
            (shown, gaps.iter().map(|g| g.answer.to_owned()).filter(|a| is_term(a, common)).collect())
        }
    }
}

/// Words that tell nothing in this course: those its author lists, and what categories are called.
struct Common {
    everyday: Vec<String>,
    nouns: Vec<String>,
}

impl Common {
    fn of(course: &Course) -> Self {
        let words = |texts: Vec<&Text>| texts.into_iter().flat_map(|t| text::words(t.as_str())).collect();
        Self {
            everyday: words(course.about().everyday.iter().collect()),
            nouns: words(course.schemes().iter().map(|s| &s.noun).collect()),
        }
    }
}

/// Whether an answer is short and particular: no small number, no category by its number, no everyday word.
fn is_term(answer: &str, common: &Common) -> bool {
    let words = text::words(answer);
    let particular = |w: &String| w.parse::<f64>().map_or(w.len() > 3, |n| n >= 20.0) && !common.everyday.contains(w);
    words.len() <= TERM
        && text::content(&markdown::plain(answer)).iter().any(particular)
        && !words.first().is_some_and(|w| words.len() > 1 && common.nouns.contains(w))
}
