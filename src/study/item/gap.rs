//! How what is typed into a gap is taken.

use super::credit::Credit;
use super::form::{Alternative, AnswerMatch, Gap, NumberRange};
use crate::course::model::Text;
use crate::course::spelling::{Language, Quantity};
use crate::study::short_answer::{Foreknown, Foreseen, SpellingMatch, judge};

impl Gap {
    /// Answers that earn something.
    pub fn accepted(&self) -> impl Iterator<Item = &Alternative> {
        self.answers.iter().filter(|a| a.credit > Credit::NONE)
    }

    /// The language whose articles and numbers do not matter.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language.as_ref().map_or(Language::ENGLISH, |tag| Language::of_tag(tag.as_str()))
    }

    /// How `text` is taken here.
    #[must_use]
    pub fn read(&self, text: &str) -> AnswerMatch<'_> {
        if let Some(range) = &self.number {
            return self.read_number(text, range);
        }
        let mut foreseen: Vec<Foreseen<'_>> = self.answers.iter().map(Alternative::foreseen).collect();
        foreseen.extend(self.elsewhere());
        let (taken, at) = judge(self.language(), text, &foreseen);
        AnswerMatch { taken, answer: at.and_then(|at| self.answers.get(at)) }
    }

    /// Whether `text` is the answer `key`, which a teacher has laid to this gap: in any spelling, with a slip at most
    /// that does not cross to another answer.
    #[must_use]
    pub fn is_key(&self, key: &str, text: &str) -> bool {
        if self.number.is_some() {
            let read = |text| Quantity::read(text, self.language());
            return read(key).is_some_and(|key| read(text).is_some_and(|q| q.value.total_cmp(&key.value).is_eq()));
        }
        let key = Foreseen { text: key, standing: Foreknown::Accepted(0) };
        let others = self.answers.iter().map(|a| Foreseen { text: a.text.as_str(), standing: Foreknown::Elsewhere });
        let foreseen: Vec<Foreseen<'_>> = std::iter::once(key).chain(others).chain(self.elsewhere()).collect();
        matches!(judge(self.language(), text, &foreseen).0, SpellingMatch::Exactly | SpellingMatch::WithASlip)
    }

    fn elsewhere(&self) -> impl Iterator<Item = Foreseen<'_>> {
        self.apart.iter().map(|text| Foreseen { text: text.as_str(), standing: Foreknown::Elsewhere })
    }

    fn read_number(&self, text: &str, range: &NumberRange) -> AnswerMatch<'_> {
        let wrong = AnswerMatch { taken: SpellingMatch::Wrong, answer: None };
        let Some(said) = Quantity::read(text, self.language()) else { return wrong };
        if !said.is_of(range.unit.as_ref().map(Text::as_str)) {
            return wrong;
        }
        // A hair's breadth more, for what 9.76 to 9.86 is in binary.
        let slack = 1e-9 * range.least.abs().max(range.most.abs());
        if (range.least - slack..=range.most + slack).contains(&said.value) {
            return AnswerMatch { taken: SpellingMatch::Exactly, answer: self.answers.first() };
        }
        let is_said = |a: &&Alternative| {
            Quantity::read(a.text.as_str(), self.language()).is_some_and(|q| (q.value - said.value).abs() <= slack)
        };
        // What earns a part stands before the rivals.
        self.answers.iter().skip(1).find(is_said).map_or(wrong, |answer| {
            let taken = if answer.credit > Credit::NONE { SpellingMatch::Exactly } else { SpellingMatch::Rival };
            AnswerMatch { taken, answer: Some(answer) }
        })
    }
}

impl Alternative {
    fn foreseen(&self) -> Foreseen<'_> {
        let worth = u16::try_from(self.credit.parts().0).unwrap_or(u16::MAX);
        let standing = if self.credit > Credit::NONE { Foreknown::Accepted(worth) } else { Foreknown::Rival };
        Foreseen { text: self.text.as_str(), standing }
    }
}

impl AnswerMatch<'_> {
    #[must_use]
    pub fn credit(&self) -> Credit {
        self.answer.map_or(Credit::NONE, |a| a.credit)
    }
}
