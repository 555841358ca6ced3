//! Answers that stand in the stem of another item (rule 12; Haladyna, Downing & Rodriguez 2002, rule 7).
//!
//! A name alone gives nothing away: the other item must also speak of what this one asks. So an answer leaks where it
//! stands together with a name or a rare word of the asking stem; an everyday word or a year needs [`SHARED`] of them.

use std::collections::{HashMap, HashSet};

use super::item::{Found, Item, cards, questions};
use super::{rules, text};
use crate::course::check::survey::Survey;
use crate::course::markdown;
use crate::course::model::{Ask, Card, Face, Judged, Question};
use crate::course::outline::gaps;

/// Words of the asking stem that must stand beside an everyday answer or a year.
const SHARED: usize = 2;

/// A word in more items than this tells nothing of what is asked.
const FREQUENT: usize = 5;

/// The longest answer, in words, that counts as a name or term.
const TERM: usize = 4;

/// An item as others see it.
struct Side<'a> {
    item: Item<'a>,
    /// Cards are met with the cards of their lesson, questions with any other question.
    is_card: bool,
    /// What the learner reads before answering: as written, in words, and the words that carry meaning.
    shown: String,
    line: String,
    content: HashSet<String>,
    /// What is to be answered, where it is a name or term.
    answers: Vec<String>,
}

impl<'a> Side<'a> {
    fn new(item: Item<'a>, is_card: bool, (shown, answers): (String, Vec<String>)) -> Self {
        let (line, content) = (text::line(&shown), text::content(&shown).into_iter().collect());
        Self { item, is_card, shown, line, content, answers }
    }

    fn meets(&self, other: &Side<'_>) -> bool {
        self.item.id != other.item.id && (self.item.file.path == other.item.file.path || !self.is_card && !other.is_card)
    }
}

pub fn check<'a>(survey: &'a Survey<'_>) -> Vec<Found<'a>> {
    let sides: Vec<Side<'a>> = cards(survey)
        .map(|(item, c)| Side::new(item, true, card(c)))
        .chain(questions(survey).map(|(item, q)| Side::new(item, false, (q.stem.to_string(), answers(q)))))
        .collect();
    let telling = telling(&sides);
    let asked = |asking: &'_ Side<'a>| asking.answers.iter().flat_map(|answer| leaks(asking, answer, &sides, &telling)).collect::<Vec<_>>();
    sides.iter().flat_map(asked).collect()
}

/// The words that tell what is asked: names, and what few items show.
fn telling(sides: &[Side<'_>]) -> HashSet<String> {
    let mut shown: HashMap<&String, usize> = HashMap::new();
    for word in sides.iter().flat_map(|s| &s.content) {
        *shown.entry(word).or_default() += 1;
    }
    let rare = shown.into_iter().filter(|(_, n)| *n <= FREQUENT).map(|(word, _)| word.clone());
    rare.chain(sides.iter().flat_map(|s| names(&s.shown))).collect()
}

/// The words with a capital within a sentence, but for the names of tracks.
fn names(shown: &str) -> HashSet<String> {
    const NUMBERS: [&str; 10] = ["track", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    let plain = markdown::plain(shown);
    let words: Vec<&str> = plain.split_whitespace().collect();
    let within = words.windows(2).filter(|w| !w[0].ends_with(['.', '?', '!', ':', '…']) && w[1].starts_with(char::is_uppercase));
    within.flat_map(|w| text::content(w[1])).filter(|w| !NUMBERS.contains(&w.as_str())).collect()
}

/// Where `answer` to `asking` stands in another item that speaks of the same.
fn leaks<'a>(asking: &Side<'a>, answer: &str, sides: &[Side<'a>], telling: &HashSet<String>) -> Vec<Found<'a>> {
    let (line, own) = (text::line(answer), text::content(answer));
    if asking.line.contains(&line) {
        return Vec::new();
    }
    let asked: Vec<&String> = asking.content.iter().filter(|w| telling.contains(*w) && !own.contains(w)).collect();
    let due = if is_particular(answer) { 1 } else { SHARED };
    let about = |other: &Side<'_>| asked.iter().filter(|w| other.content.contains(**w)).count() >= due;
    let leaky = sides.iter().filter(|other| asking.meets(other) && other.line.contains(&line) && about(other));
    leaky.map(|other| leak(other, asking, answer)).collect()
}

/// Whether an answer is a name or a term of several words, which seldom stand in a stem by accident; years often do.
fn is_particular(answer: &str) -> bool {
    text::content(answer).len() > 1 || answer.starts_with(char::is_uppercase)
}

fn leak<'a>(leaky: &Side<'a>, asking: &Side<'a>, answer: &str) -> Found<'a> {
    let message = format!("\"{answer}\", the answer to `{}`, stands in this stem", asking.item.id);
    let help = "name it in other words here, or ask the other item for something else";
    leaky.item.find(&rules::LEAK, &leaky.shown, message, help).and(asking.item.id)
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
