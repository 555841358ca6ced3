//! What a card asks and what it answers, as Markdown.

use crate::course::markdown::plain;
use crate::course::model::{Card, Face};
use crate::course::outline::{Side, gaps};

/// The side of a card that is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CardFaces<'a> {
    /// A front and a back. A card that is asked both ways says with `ask` what is wanted.
    Pair { ask: Option<&'a str>, front: &'a str, back: &'a str },
    /// A text with one gap that is asked; others are filled in.
    Cloze(Vec<ClozePart<'a>>),
}

/// A part of a text with a gap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClozePart<'a> {
    Text(&'a str),
    /// A gap that is not asked, filled in.
    Filled(&'a str),
    Gap {
        answer: &'a str,
        hint: Option<&'a str>,
    },
}

impl<'a> CardFaces<'a> {
    /// The faces of `card` when `side` of it is asked.
    #[must_use]
    pub fn new(card: &'a Card, side: Side) -> Self {
        match (&card.face, side) {
            (Face::Basic { front, back }, _) => Self::Pair { ask: None, front: front.as_str(), back: back.as_str() },
            (Face::TwoWay { ask_back, back, front, .. }, Side::Back) => {
                Self::Pair { ask: Some(ask_back.as_str()), front: back.as_str(), back: front.as_str() }
            }
            (Face::TwoWay { ask, front, back, .. }, Side::Front | Side::Gap(_)) => {
                Self::Pair { ask: Some(ask.as_str()), front: front.as_str(), back: back.as_str() }
            }
            (Face::Cloze(text), side) => Self::Cloze(cloze(text.as_str(), side)),
        }
    }
}

/// What a card asks, in a line. Of a cloze the whole text, with its gaps filled.
#[must_use]
pub fn card_words(face: &Face) -> String {
    match face {
        Face::Basic { front, .. } | Face::TwoWay { front, .. } => plain(front.as_str()),
        Face::Cloze(text) => {
            let (text, mut filled, mut from) = (text.as_str(), String::new(), 0);
            for gap in gaps(text) {
                filled.extend([&text[from..gap.span.start], gap.answer]);
                from = gap.span.end;
            }
            plain(&(filled + &text[from..]))
        }
    }
}

fn cloze(text: &str, side: Side) -> Vec<ClozePart<'_>> {
    let asked = if let Side::Gap(n) = side { usize::from(n) } else { 1 };
    let (mut parts, mut from) = (Vec::new(), 0);
    for (n, gap) in gaps(text).into_iter().enumerate() {
        parts.push(ClozePart::Text(&text[from..gap.span.start]));
        parts.push(if n + 1 == asked {
            ClozePart::Gap { answer: gap.answer, hint: gap.hint }
        } else {
            ClozePart::Filled(gap.answer)
        });
        from = gap.span.end;
    }
    parts.push(ClozePart::Text(&text[from..]));
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_asked_gap_is_open() {
        let parts = cloze("Coined by {{Montville}} in {{1981::year}}.", Side::Gap(2));
        let text: String = parts
            .iter()
            .map(|part| match part {
                ClozePart::Text(text) | ClozePart::Filled(text) => (*text).to_owned(),
                ClozePart::Gap { answer, hint } => format!("<{answer}, {}>", hint.unwrap_or_default()),
            })
            .collect();
        assert_eq!(text, "Coined by Montville in <1981, year>.");
    }
}
