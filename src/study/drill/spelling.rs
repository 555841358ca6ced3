//! Answers spelled by the letters on the screen: `b`, `bd`, `cabd`. A teacher enters what teams hold up; digits do as well.

use super::{Asked, options_of};
use crate::course::model::Ask;
use crate::study::answer::Answer;

impl Asked {
    /// The answer that `text` spells in the order shown; nothing at all is no answer. Matching names a partner for each
    /// premise in turn, `-` for none.
    ///
    /// # Errors
    /// Says what to write.
    pub fn spelled(&self, text: &str) -> Result<Answer, String> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(Answer::Skipped);
        }
        let shown = self.by_places(text)?;
        self.from_places(&shown).ok_or_else(|| self.how_to_spell())
    }

    fn by_places(&self, text: &str) -> Result<Answer, String> {
        let n = self.order.len();
        let places =
            || text.chars().filter(|c| !matches!(c, ' ' | ',')).map(|c| place(c, n)).collect::<Option<Vec<usize>>>();
        let answer = match &self.question.ask {
            Ask::Typed { .. } => Some(Answer::Typed(text.to_owned())),
            Ask::TrueFalse(_) => truth(text).map(Answer::TrueFalse),
            Ask::Choice(_) => one(places()).map(Answer::Choice),
            Ask::Classify { .. } => one(places()).map(Answer::Classify),
            Ask::Several(_) => places().map(sorted).filter(|p| !p.is_empty()).map(Answer::Several),
            Ask::Match { pairs, .. } => joined(text, n).filter(|j| j.len() == pairs.len()).map(Answer::Match),
            Ask::Order(_) => places().filter(|p| p.len() == n && sorted(p.clone()).len() == n).map(Answer::Order),
        };
        answer.ok_or_else(|| self.how_to_spell())
    }

    /// Whether the first letter is the whole answer.
    #[must_use]
    pub fn is_one_letter(&self) -> bool {
        matches!(self.question.ask, Ask::Choice(_) | Ask::TrueFalse(_) | Ask::Classify { .. })
    }

    /// What an answer is spelled with.
    #[must_use]
    pub fn how_to_spell(&self) -> String {
        let last = |n: usize| letter(n.saturating_sub(1));
        match &self.question.ask {
            Ask::Typed { .. } => "Type the answer.".to_owned(),
            Ask::Choice(_) | Ask::TrueFalse(_) | Ask::Classify { .. } => {
                format!("Type one letter, A to {}.", last(self.letters()))
            }
            Ask::Several(_) => format!("Type the letters that were chosen, A to {}: BD.", last(self.order.len())),
            Ask::Match { pairs, .. } => {
                format!("Type {} letters, one for each number in order; - for none.", pairs.len())
            }
            Ask::Order(_) => format!("Type all letters, A to {}, from the first to the last.", last(self.order.len())),
        }
    }

    /// Letters on the screen.
    #[must_use]
    pub fn letters(&self) -> usize {
        if self.order.is_empty() { options_of(&self.question.ask) } else { self.order.len() }
    }
}

/// The capital letter of a place.
#[must_use]
pub fn letter(place: usize) -> char {
    crate::course::wording::letter(place).to_ascii_uppercase()
}

fn place(c: char, n: usize) -> Option<usize> {
    let at = match c.to_ascii_lowercase() {
        c @ 'a'..='z' => usize::from(c as u8 - b'a'),
        c @ '1'..='9' => usize::from(c as u8 - b'1'),
        _ => return None,
    };
    (at < n).then_some(at)
}

fn one(places: Option<Vec<usize>>) -> Option<usize> {
    places.filter(|p| p.len() == 1).and_then(|p| p.first().copied())
}

fn truth(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "a" | "1" | "t" | "true" => Some(true),
        "b" | "2" | "f" | "false" => Some(false),
        _ => None,
    }
}

fn sorted(mut places: Vec<usize>) -> Vec<usize> {
    places.sort_unstable();
    places.dedup();
    places
}

/// A partner a premise; each partner once.
fn joined(text: &str, n: usize) -> Option<Vec<Option<usize>>> {
    let one = |c: char| if c == '-' { Some(None) } else { place(c, n).map(Some) };
    let joined: Vec<Option<usize>> =
        text.chars().filter(|c| !matches!(c, ' ' | ',')).map(one).collect::<Option<_>>()?;
    let named: Vec<usize> = joined.iter().flatten().copied().collect();
    (sorted(named.clone()).len() == named.len()).then_some(joined)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::Course;
    use crate::course::model::{Kind, Question};
    use crate::study::grading::grade;

    /// A question of the kind from the course, its places backwards.
    fn asked(kind: Kind) -> Asked {
        let course = Course::builtin().unwrap();
        let found = course
            .banks()
            .flat_map(|b| b.questions.iter().map(|q| (b.lesson.clone(), q.clone())))
            .find(|(_, q)| q.ask.kind() == kind);
        let (lesson, question): (_, Question) = found.unwrap();
        let n = super::super::item::places_of(&question.ask);
        Asked { lesson, question, order: (0..n).rev().collect(), points: 1 }
    }

    fn spelled(kind: Kind, text: &str) -> Result<Answer, String> {
        asked(kind).spelled(text)
    }

    #[test]
    fn letters_and_digits_name_what_is_shown() {
        let n = asked(Kind::Choice).order.len();
        assert_eq!(spelled(Kind::Choice, "b"), Ok(Answer::Choice(n - 2)));
        assert_eq!(spelled(Kind::Choice, "2"), spelled(Kind::Choice, " B "));
        assert_eq!(spelled(Kind::TrueFalse, "b"), Ok(Answer::TrueFalse(false)));
        let n = asked(Kind::Several).order.len();
        assert_eq!(spelled(Kind::Several, "ca,a"), Ok(Answer::Several(vec![n - 3, n - 1])));
        assert_eq!(spelled(Kind::Typed, "Track II"), Ok(Answer::Typed("Track II".into())));
    }

    #[test]
    fn matching_and_sorting_are_spelled_in_turn() {
        let order = asked(Kind::Order);
        let right: String = (0..order.order.len()).rev().map(letter).collect();
        assert!((grade(&order.question, &order.spelled(&right).unwrap()).share() - 1.0).abs() < 1e-9);
        let matching = asked(Kind::Match);
        let Ask::Match { pairs, spare } = &matching.question.ask else { unreachable!() };
        let right: String = (0..pairs.len()).map(|i| letter(pairs.len() + spare.len() - 1 - i)).collect();
        assert!((grade(&matching.question, &matching.spelled(&right).unwrap()).share() - 1.0).abs() < 1e-9);
        let none = format!("-{}", &right[1..]);
        assert!(matches!(matching.spelled(&none), Ok(Answer::Match(joined)) if joined[0].is_none()));
    }

    #[test]
    fn hands_are_counted_by_places_and_logged_in_the_authors_order() {
        let shown = |kind, order: &[usize]| Asked { order: order.to_vec(), ..asked(kind) };
        assert_eq!(shown(Kind::Choice, &[2, 0, 1]).by_author(&[5, 6, 7]), [6, 7, 5]);
        assert_eq!(shown(Kind::TrueFalse, &[]).by_author(&[5, 6]), [5, 6]);
    }

    #[test]
    fn what_is_no_answer_is_refused_with_what_to_write() {
        for (kind, text) in [
            (Kind::Choice, "z"),
            (Kind::Choice, "ab"),
            (Kind::TrueFalse, "c"),
            (Kind::Order, "aab"),
            (Kind::Match, "aaaa"),
        ] {
            assert!(spelled(kind, text).unwrap_err().starts_with("Type "), "{kind:?} {text}");
        }
        assert_eq!(spelled(Kind::Match, ""), Ok(Answer::Skipped));
    }
}
