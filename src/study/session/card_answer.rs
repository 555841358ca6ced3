//! An answer that is typed at a card before it is turned, compared as in a quiz. The learner grades.

use super::sides_in_words;
use crate::course::Course;
use crate::course::outline::CardKey;
use crate::course::spelling::Language;
use crate::study::short_answer::{Foreknown, Foreseen, SpellingMatch, judge};

/// Words of a back up to which what was typed can be told to be something else: nobody writes a sentence word for word.
const COMPARED_WORDS: usize = 6;

/// What was typed, and how it compares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CardAnswer {
    typed: String,
    taken: SpellingMatch,
    /// Whether the back is short enough to be typed as it stands.
    is_comparable: bool,
}

impl CardAnswer {
    /// `None` when nothing was typed, or the course has the card no more.
    #[must_use]
    pub fn new(course: &Course, key: &CardKey, typed: &str) -> Option<Self> {
        let typed = typed.trim();
        let (_, card) = course.card(&key.card).filter(|_| !typed.is_empty())?;
        let (_, back) = sides_in_words(card, key.side);
        let bare = without_brackets(&back);
        let accepted = |text| Foreseen { text, standing: Foreknown::Accepted(1) };
        let language = Language::of_tag(course.about().language.as_str());
        let (taken, _) = judge(language, typed, &[accepted(&back), accepted(&bare)]);
        let is_comparable = bare.split_whitespace().count() <= COMPARED_WORDS;
        Some(Self { typed: typed.to_owned(), taken, is_comparable })
    }

    /// Whether it is the answer as it stands on the card.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        self.taken == SpellingMatch::Exactly
    }

    /// What was typed and how it compares, in a sentence.
    #[must_use]
    pub fn sentence(&self) -> String {
        let typed = &self.typed;
        match self.taken {
            SpellingMatch::Exactly => format!("You typed “{typed}”: that is the answer."),
            SpellingMatch::WithASlip => format!("You typed “{typed}”: the answer, but for one slip."),
            SpellingMatch::Rival | SpellingMatch::Wrong if self.is_comparable => {
                format!("You typed “{typed}”, which is not what the card says.")
            }
            SpellingMatch::Rival | SpellingMatch::Wrong => format!("You typed “{typed}”."),
        }
    }
}

/// `text` without what stands in round brackets, which explains rather than answers.
fn without_brackets(text: &str) -> String {
    let (mut bare, mut depth) = (String::new(), 0_usize);
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => bare.push(c),
            _ => {}
        }
    }
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_brackets_need_not_be_typed() {
        assert_eq!(
            without_brackets("Joseph Montville (1981) of the (State (US)) Department"),
            "Joseph Montville of the Department"
        );
    }

    #[test]
    fn an_answer_is_compared_as_in_a_quiz() {
        let course = Course::builtin().unwrap();
        let keys = course.outlines().iter().flat_map(|o| &o.cards);
        let back = |key: &CardKey| sides_in_words(course.card(&key.card).unwrap().1, key.side).1;
        let short = |key: &&CardKey| back(key).chars().all(|c| c.is_ascii_lowercase()) && back(key).len() > 6;
        let key = keys.clone().find(short).unwrap();
        let said = |typed: &str| CardAnswer::new(&course, key, typed).map(|answer| answer.sentence());
        let right = back(key);
        assert_eq!(
            said(&right.to_uppercase()),
            Some(format!("You typed “{}”: that is the answer.", right.to_uppercase()))
        );
        assert!(said(&format!("{right}{}", &right[right.len() - 1..])).unwrap().contains("but for one slip"));
        assert!(said("something else").unwrap().ends_with("which is not what the card says."));
        assert_eq!(said("  "), None);
        let long = keys.into_iter().find(|key| back(key).split_whitespace().count() > 12).unwrap();
        assert_eq!(CardAnswer::new(&course, long, "in a word").unwrap().sentence(), "You typed “in a word”.");
    }
}
