//! Answers that stand in the stem of another item (rule 12; Haladyna, Downing & Rodriguez 2002, rule 4).
//!
//! A name alone gives nothing away: the other item must also speak of what this one asks. So an answer leaks where it
//! stands together with a name or a rare word of the asking stem; an everyday word or a year needs [`SHARED`] of them.

use std::collections::{HashMap, HashSet};

use super::item::WaivableFinding;
use super::sides::{ItemWords, sides};
use super::{rules, text};
use crate::course::check::survey::Survey;

/// Words of the asking stem that must stand beside an everyday answer or a year.
const SHARED: usize = 2;

/// Most items that are named for one answer: an answer that stands in more is no secret, and all of them would be a number
/// of findings that grows with the square of the course.
const MOST: usize = 10;

pub(super) fn check<'a>(survey: &'a Survey<'_>) -> Vec<WaivableFinding<'a>> {
    let sides = sides(survey);
    let telling = telling(&sides, &everyday(survey));
    let shown = WordIndex::new(&sides);
    let asked = |asking: &'_ ItemWords<'a>| {
        asking.answers.iter().flat_map(|answer| leaks(asking, answer, &shown, &telling)).collect::<Vec<_>>()
    };
    sides.iter().flat_map(asked).collect()
}

/// Every item, and in which of them each word stands: an answer is looked for where its rarest word is, not everywhere.
struct WordIndex<'s, 'a> {
    sides: &'s [ItemWords<'a>],
    by_word: HashMap<&'s str, Vec<usize>>,
}

impl<'s, 'a> WordIndex<'s, 'a> {
    fn new(sides: &'s [ItemWords<'a>]) -> Self {
        let mut by_word: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, side) in sides.iter().enumerate() {
            for word in side.line.split_whitespace() {
                let places = by_word.entry(word).or_default();
                if places.last() != Some(&at) {
                    places.push(at);
                }
            }
        }
        Self { sides, by_word }
    }

    /// The items, in order, that may hold all words of `line`.
    fn with(&self, line: &str) -> impl Iterator<Item = &'s ItemWords<'a>> {
        let places = |word| self.by_word.get(word).map_or(&[][..], Vec::as_slice);
        let rarest = line.split_whitespace().map(places).min_by_key(|places| places.len());
        rarest.unwrap_or_default().iter().map(|&at| &self.sides[at])
    }
}

/// The words that tell what is asked: names, and what few items show.
fn telling(sides: &[ItemWords<'_>], everyday: &HashSet<String>) -> HashSet<String> {
    let mut shown: HashMap<&String, usize> = HashMap::new();
    for word in sides.iter().flat_map(|s| &s.content) {
        *shown.entry(word).or_default() += 1;
    }
    let rare = shown.into_iter().filter(|(_, n)| *n <= text::FREQUENT).map(|(word, _)| word.clone());
    rare.chain(sides.iter().flat_map(|s| text::names(&s.shown)).filter(|name| !everyday.contains(name))).collect()
}

/// Words that tell nothing in this course.
fn everyday(survey: &Survey<'_>) -> HashSet<String> {
    survey.course.about().everyday.iter().flat_map(|t| text::words(t.as_str())).collect()
}

/// Where `answer` to `asking` stands in another item that speaks of the same.
fn leaks<'a>(
    asking: &ItemWords<'a>,
    answer: &str,
    shown: &WordIndex<'_, 'a>,
    telling: &HashSet<String>,
) -> Vec<WaivableFinding<'a>> {
    let (line, own) = (text::line(answer), text::content(answer));
    if asking.line.contains(&line) {
        return Vec::new();
    }
    let asked: Vec<&String> = asking.content.iter().filter(|w| telling.contains(*w) && !own.contains(w)).collect();
    let due = if is_particular(answer) { 1 } else { SHARED };
    let about = |other: &ItemWords<'_>| asked.iter().filter(|w| other.content.contains(**w)).count() >= due;
    if asked.len() < due {
        return Vec::new();
    }
    let leaky = shown.with(&line).filter(|other| {
        asking.meets(other) && !other.gives.contains(asking.item.id) && other.line.contains(&line) && about(other)
    });
    leaky.take(MOST).map(|other| leak(other, asking, answer)).collect()
}

/// Whether an answer is a name or a term of several words, which seldom stand in a stem by accident; years often do.
fn is_particular(answer: &str) -> bool {
    text::content(answer).len() > 1 || answer.starts_with(char::is_uppercase)
}

fn leak<'a>(leaky: &ItemWords<'a>, asking: &ItemWords<'a>, answer: &str) -> WaivableFinding<'a> {
    let message = format!("\"{answer}\", the answer to `{}`, appears in this stem", asking.item.id);
    let help = "name it in other words here, or ask the other item for something else";
    leaky.item.find(&rules::LEAK, &leaky.shown, message, help).and(asking.item.id)
}

#[cfg(test)]
mod tests {
    use crate::course::check::writing::tests::{found, found_in, numbered, question, waiving};

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
    fn either_item_can_waive_a_leak() {
        let asking = numbered(1, "Which researcher proposed peace journalism?", WHO);
        let leaky = waiving("leak", "The peace journalism of Galtung asks for many voices.", "TrueFalse(true)")
            .replace("q1", "q2");
        assert!(found(&(asking + &leaky)).is_empty());
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
        assert!(
            found(&(asking + &numbered(2, "The fishers of Pellan act on Track Four.", "TrueFalse(true)"))).is_empty()
        );
    }
}
