//! Answers that stand in the stem of another item (rule 12; Haladyna, Downing & Rodriguez 2002, rule 7).
//!
//! A name alone gives nothing away: the other item must also speak of what this one asks. So an answer leaks where
//! it stands together with [`SHARED`] of the words that the asking stem has and few other stems have.

use std::collections::HashMap;

use super::item::{Found, Item};
use super::{rules, text};
use crate::course::check::survey::Survey;
use crate::course::markdown;
use crate::course::model::{Ask, Bank, Card, Face, Judged, Question};
use crate::course::outline::gaps;

/// Words of the asking stem that must stand beside the answer.
const SHARED: usize = 2;

/// A word in more stems of a bank than this tells nothing of what is asked.
const FREQUENT: usize = 5;

/// The longest answer, in words, that counts as a name or term.
const TERM: usize = 4;

/// An item as others see it.
struct Side<'a> {
    item: Item<'a>,
    /// What the learner reads before answering.
    shown: String,
    /// What is to be answered, where it is a name or term.
    answers: Vec<String>,
}

pub fn check<'a>(survey: &'a Survey<'_>) -> Vec<Found<'a>> {
    survey.banks.iter().flat_map(|(file, bank)| of_bank(&sides(file, bank))).collect()
}

fn sides<'a>(file: &'a crate::course::files::File, bank: &'a Bank) -> Vec<Side<'a>> {
    let cards = bank.cards.iter().map(|c| (&c.id, card(c)));
    let questions = bank.questions.iter().map(|q| (&q.id, (q.stem.to_string(), answers(q))));
    cards.chain(questions).map(|(id, (shown, answers))| Side { item: Item { file, id }, shown, answers }).collect()
}

fn of_bank<'a>(sides: &[Side<'a>]) -> Vec<Found<'a>> {
    let contents: Vec<Vec<String>> = sides.iter().map(|s| text::content(&s.shown)).collect();
    let mut in_stems: HashMap<&str, usize> = HashMap::new();
    for content in &contents {
        let mut once: Vec<&str> = content.iter().map(String::as_str).collect();
        once.sort_unstable();
        once.dedup();
        once.into_iter().for_each(|w| *in_stems.entry(w).or_default() += 1);
    }
    let telling = |w: &&String| in_stems.get(w.as_str()).is_some_and(|n| *n <= FREQUENT);
    let mut found = Vec::new();
    for (asking, content) in sides.iter().zip(&contents) {
        for answer in &asking.answers {
            let own = text::content(answer);
            let asked: Vec<&String> = content.iter().filter(telling).filter(|w| !own.contains(w)).collect();
            let gives = |other: &&(&Side<'a>, &Vec<String>)| text::line(&other.0.shown).contains(&text::line(answer)) && shared(&asked, other.1) >= SHARED;
            let others: Vec<(&Side<'a>, &Vec<String>)> = sides.iter().zip(&contents).filter(|(s, _)| s.item.id != asking.item.id).collect();
            found.extend(others.iter().filter(gives).map(|(leaky, _)| leak(leaky, asking, answer)));
        }
    }
    found
}

fn shared(asked: &[&String], content: &[String]) -> usize {
    let mut words: Vec<&&String> = asked.iter().filter(|w| content.contains(w)).collect();
    words.sort_unstable();
    words.dedup();
    words.len()
}

fn leak<'a>(leaky: &Side<'a>, asking: &Side<'a>, answer: &str) -> Found<'a> {
    let message = format!("\"{answer}\", the answer to `{}`, stands in this stem", asking.item.id);
    let help = "name it in other words here, or ask the other item for something else";
    leaky.item.find(&rules::LEAK, answer, message, help).and(asking.item.id)
}

/// The answers of a question that can stand in a stem: names, terms, years.
fn answers(question: &Question) -> Vec<String> {
    let raw = match &question.ask {
        Ask::Choice(options) => options.iter().filter(|o| matches!(o, Judged::Right(_))).map(|o| o.text().to_string()).collect(),
        Ask::Typed { accept, .. } => accept.iter().take(1).map(ToString::to_string).collect(),
        _ => Vec::new(),
    };
    raw.into_iter().filter(|a| is_term(a)).collect()
}

/// What a card shows, and what it asks for. The sides of a two-way card are each other's answers: neither leaks.
fn card(card: &Card) -> (String, Vec<String>) {
    match &card.face {
        Face::Basic { front, back } => (front.to_string(), Some(back.to_string()).filter(|b| is_term(b)).into_iter().collect()),
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
    let particular = |w: &String| w.parse::<f64>().map_or(w.len() > 3, |n| n >= 20.0) && !["track", "tracks", "official", "unofficial"].contains(&w.as_str());
    words.len() <= TERM && text::content(&markdown::plain(answer)).iter().any(particular) && !answer.to_lowercase().starts_with("track ")
}

#[cfg(test)]
mod tests {
    use crate::course::check::writing::tests::{found, found_in, numbered, question};

    const WHO: &str = r#"Typed(accept: ["Galtung"])"#;

    #[test]
    fn an_answer_in_a_stem_on_the_same_matter() {
        let asking = numbered(1, "Which researcher proposed peace journalism?", WHO);
        let leaky = numbered(2, "The peace journalism of Galtung asks for many voices.", "TrueFalse(true)");
        assert_eq!(found(&(asking.clone() + &leaky)), ["leak"]);
        let apart = numbered(2, "Galtung taught in Oslo.", "TrueFalse(true)");
        assert!(found(&(asking + &apart)).is_empty());
    }

    #[test]
    fn an_answer_on_the_front_of_a_card() {
        let card = r#"Card(id: "c1", section: "s", face: Basic(front: "What did Galtung oppose to peace journalism?", back: "War journalism: it counts victories"), cite: ["E01"])"#;
        assert_eq!(found_in(card, &question("Which researcher proposed peace journalism?", WHO)), ["leak"]);
    }

    #[test]
    fn a_gap_in_another_card() {
        let cards = r#"Card(id: "c1", section: "s", face: Cloze("The Burundi studio opened in {{1995::year}}."), cite: ["E01"]),
            Card(id: "c2", section: "s", face: Basic(front: "What did the Burundi studio of 1995 send?", back: "Radio plays for both communities at once"), cite: ["E01"])"#;
        assert_eq!(found_in(cards, ""), ["leak"]);
    }

    #[test]
    fn everyday_answers_leak_nothing() {
        let asking = numbered(1, "On which track do Pellan fishers act?", r#"Typed(accept: ["Track Four"])"#);
        assert!(found(&(asking + &numbered(2, "The fishers of Pellan act on Track Four.", "TrueFalse(true)"))).is_empty());
    }
}
