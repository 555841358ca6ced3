//! The course in outline: what the home screen and the lists need without reading the lessons themselves.
//! The build script makes it for the built-in course with the same code.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use super::model::{Bank, Card, Face, Id, Lesson, Objective, Question, Scenario, Text};

/// The whole course in outline.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Outline {
    pub lessons: Vec<LessonOutline>,
    /// In the order of their files; those of one file are its sides.
    pub scenarios: Vec<ScenarioOutline>,
}

/// One scenario in outline, from one of its sides.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScenarioOutline {
    pub id: Id,
    /// The first side's id: sides of one case share it.
    pub case: Id,
    pub title: Text,
    pub lesson: Id,
    pub minutes: u16,
    pub role: Text,
}

/// One lesson in outline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LessonOutline {
    pub id: Id,
    pub title: Text,
    pub summary: Text,
    pub minutes: u16,
    pub requires: Vec<Id>,
    pub objectives: Vec<Objective>,
    pub sections: Vec<SectionOutline>,
    /// Number of terms it defines.
    pub terms: usize,
    /// Everything in its bank that is scheduled by itself, in the author's order.
    pub cards: Vec<CardKey>,
    /// The place in `sections` of the section each of `cards` belongs to.
    pub card_sections: Vec<Option<u16>>,
    /// Number of questions in its bank that a quiz can draw.
    pub questions: usize,
    /// Number of questions kept for the placement test.
    pub reserved: usize,
}

/// One section in outline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SectionOutline {
    pub id: Id,
    pub title: Text,
}

/// One thing that is scheduled by itself: a card, a direction of it, or a gap.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CardKey {
    pub card: Id,
    pub side: Side,
}

/// Which part of a card is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Side {
    Front,
    Back,
    /// The gap of a cloze, counted from 1.
    Gap(u8),
}

impl std::fmt::Display for CardKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.side {
            Side::Front => write!(f, "{}", self.card),
            Side::Back => write!(f, "{}/back", self.card),
            Side::Gap(n) => write!(f, "{}/{n}", self.card),
        }
    }
}

impl std::str::FromStr for CardKey {
    type Err = String;

    fn from_str(raw: &str) -> Result<Self, String> {
        let (card, side) = match raw.split_once('/') {
            None => (raw, Side::Front),
            Some((card, "back")) => (card, Side::Back),
            Some((card, gap)) => (card, Side::Gap(gap.parse().map_err(|_| format!("`{raw}` names no card"))?)),
        };
        Ok(Self { card: Id::new(card)?, side })
    }
}

impl ScenarioOutline {
    /// One for each side of a scenario as it is written.
    #[must_use]
    pub fn sides(written: &Scenario) -> Vec<Self> {
        let of = |Scenario { id, title, lesson, minutes, role, .. }| Self {
            id,
            case: written.id.clone(),
            title,
            lesson,
            minutes,
            role,
        };
        written.played().into_iter().map(of).collect()
    }
}

impl LessonOutline {
    /// The outline of `lesson` with `bank`, when it has one.
    #[must_use]
    pub fn of(lesson: &Lesson, bank: Option<&Bank>) -> Self {
        let count = |is: &dyn Fn(&Question) -> bool| bank.map_or(0, |b| b.questions.iter().filter(|q| is(q)).count());
        let section = |s: &super::model::Section| SectionOutline { id: s.id.clone(), title: s.title.clone() };
        let cards = || bank.iter().flat_map(|b| &b.cards).flat_map(|c| keys_of(c).into_iter().map(move |key| (key, c)));
        let place = |c: &Card| {
            let at = lesson.sections.iter().position(|s| Some(&s.id) == c.section.as_ref())?;
            u16::try_from(at).ok()
        };
        Self {
            id: lesson.id.clone(),
            title: lesson.title.clone(),
            summary: lesson.summary.clone(),
            minutes: lesson.minutes,
            requires: lesson.requires.clone(),
            objectives: lesson.objectives.clone(),
            sections: lesson.sections.iter().map(section).collect(),
            terms: lesson.terms.len(),
            cards: cards().map(|(key, _)| key).collect(),
            card_sections: cards().map(|(_, c)| place(c)).collect(),
            questions: count(&|q| !q.reserve),
            reserved: count(&|q| q.reserve),
        }
    }
}

impl LessonOutline {
    /// Its cards, each with whether the learner has read what it is on: its section or, where it has none, any section.
    /// A lesson without sections has nothing to read first.
    pub fn cards_after<'a>(&'a self, read: Option<&HashSet<Id>>) -> impl Iterator<Item = (&'a CardKey, bool)> {
        let is_read: Vec<bool> = self.sections.iter().map(|s| read.is_some_and(|read| read.contains(&s.id))).collect();
        let is_begun = is_read.is_empty() || is_read.contains(&true);
        self.cards.iter().zip(&self.card_sections).map(move |(key, section)| {
            (key, section.map_or(is_begun, |at| is_read.get(usize::from(at)) == Some(&true)))
        })
    }
}

/// Everything of `card` that is scheduled by itself.
#[must_use]
pub fn keys_of(card: &Card) -> Vec<CardKey> {
    let key = |side| CardKey { card: card.id.clone(), side };
    match &card.face {
        Face::Basic { .. } => vec![key(Side::Front)],
        Face::TwoWay { .. } => vec![key(Side::Front), key(Side::Back)],
        Face::Cloze(text) => {
            (1..=gaps(text.as_str()).len()).filter_map(|n| u8::try_from(n).ok()).map(|n| key(Side::Gap(n))).collect()
        }
    }
}

/// A gap of a cloze text. Answer and hint are Markdown: `\:` in them is a colon.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClozeGap<'a> {
    /// Where `{{…}}` stands, in bytes.
    pub span: std::ops::Range<usize>,
    pub answer: &'a str,
    pub hint: Option<&'a str>,
}

/// The gaps of a cloze text in their order. Braces in a gap come in pairs; `\{` and `\}` stand for themselves. An unclosed
/// `{{` is no gap. The first `::` parts answer and hint, but for `\::`.
#[must_use]
pub fn gaps(text: &str) -> Vec<ClozeGap<'_>> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = unescaped(text, from, "{{") {
        let Some(close) = closing(text, open + 2) else { break };
        let inner = &text[open + 2..close];
        let (answer, hint) =
            unescaped(inner, 0, "::").map_or((inner, None), |at| (&inner[..at], Some(&inner[at + 2..])));
        found.push(ClozeGap { span: open..close + 2, answer, hint });
        from = close + 2;
    }
    found
}

/// The first `mark` from `from` on that no backslash stands before.
#[must_use]
pub fn unescaped(text: &str, from: usize, mark: &str) -> Option<usize> {
    let mut at = from;
    while let Some(found) = text[at..].find(mark).map(|i| at + i) {
        let slashes = text[..found].bytes().rev().take_while(|b| *b == b'\\').count();
        if slashes % 2 == 0 {
            return Some(found);
        }
        at = found + mark.len();
    }
    None
}

/// Where the gap that is open before `from` closes.
fn closing(text: &str, from: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (from, 0_usize);
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            b'{' => depth += 1,
            b'}' if depth > 0 => depth -= 1,
            b'}' if bytes.get(at + 1) == Some(&b'}') => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn gap(text: &str, answer: &str, hint: Option<&str>) {
        let found = gaps(text);
        assert_eq!(found.first().map(|g| (g.answer, g.hint)), Some((answer, hint)), "{text}");
    }

    #[test]
    fn a_gap_holds_what_its_author_wrote() {
        gap("in {{1981::year}}.", "1981", Some("year"));
        gap(r"{{std\::vector}}", r"std\::vector", None);
        gap(r"{{std\::vector::a container}}", r"std\::vector", Some("a container"));
        gap("{{{a: {b: 1}}}}", "{a: {b: 1}}", None);
        gap(r"{{\frac{a}{b}}}", r"\frac{a}{b}", None);
        gap(r"{{ a \}} b }}", r" a \}} b ", None);
        assert!(gaps("{{ open").is_empty() && gaps(r"\{{ none }}").is_empty());
    }
}
