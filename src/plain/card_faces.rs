//! Front and back of a card, as Markdown.

use crate::course::model::{Card, Face};
use crate::course::outline::{Side, gaps};

/// What a card shows and what it asks for.
pub struct Sides {
    pub shown: String,
    pub answer: String,
}

impl Sides {
    /// The sides of `card` when `side` of it is asked.
    pub fn of(card: &Card, side: Side) -> Self {
        match (&card.face, side) {
            (Face::Basic { front, back }, _) => Self { shown: front.to_string(), answer: back.to_string() },
            (Face::TwoWay { ask_back, back, front, .. }, Side::Back) => {
                Self { shown: format!("{ask_back}\n\n{back}"), answer: front.to_string() }
            }
            (Face::TwoWay { ask, front, back, .. }, _) => {
                Self { shown: format!("{ask}\n\n{front}"), answer: back.to_string() }
            }
            (Face::Cloze(text), side) => cloze(text.as_str(), side),
        }
    }
}

/// The text with the asked gap open and the others filled in; the answer alone, then the whole text.
fn cloze(text: &str, side: Side) -> Sides {
    let asked = if let Side::Gap(n) = side { usize::from(n) } else { 1 };
    let (mut shown, mut whole, mut answer) = (String::new(), String::new(), "");
    let mut from = 0;
    for (n, gap) in gaps(text).into_iter().enumerate() {
        let between = &text[from..gap.span.start];
        let open = gap.hint.map_or_else(|| "(gap)".to_owned(), |hint| format!("(gap: {hint})"));
        let is_asked = n + 1 == asked;
        shown.extend([between, if is_asked { &open } else { gap.answer }]);
        whole.extend([between, gap.answer]);
        answer = if is_asked { gap.answer } else { answer };
        from = gap.span.end;
    }
    shown.push_str(&text[from..]);
    whole.push_str(&text[from..]);
    Sides { shown, answer: format!("{answer}\n\n{whole}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_asked_gap_is_open() {
        let sides = cloze("Coined by {{Montville}} in {{1981::year}}.", Side::Gap(2));
        assert_eq!(
            (sides.shown.as_str(), sides.answer.as_str()),
            ("Coined by Montville in (gap: year).", "1981\n\nCoined by Montville in 1981.")
        );
    }
}
