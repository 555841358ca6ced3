//! Front and back of a card in words.

use crate::study::session::{CardFaces, ClozePart};

/// What stands on the front: with a gap, the text with the gap open.
pub(super) fn front(faces: &CardFaces<'_>) -> String {
    match faces {
        CardFaces::Pair { ask: Some(ask), front, .. } => format!("{ask}\n\n{front}"),
        CardFaces::Pair { ask: None, front, .. } => (*front).to_owned(),
        CardFaces::Cloze(parts) => {
            with_gap(parts, |_, hint| hint.map_or_else(|| "(gap)".to_owned(), |hint| format!("(gap: {hint})")))
        }
    }
}

/// What stands on the back: with a gap, the answer alone, then the whole text.
pub(super) fn back(faces: &CardFaces<'_>) -> String {
    match faces {
        CardFaces::Pair { back, .. } => (*back).to_owned(),
        CardFaces::Cloze(parts) => {
            let asked = parts.iter().find_map(|part| match part {
                ClozePart::Gap { answer, .. } => Some(*answer),
                ClozePart::Text(_) => None,
            });
            format!("{}\n\n{}", asked.unwrap_or_default(), with_gap(parts, |answer, _| answer.to_owned()))
        }
    }
}

/// The text, with `gap` of the answer and its hint where it is asked.
fn with_gap(parts: &[ClozePart<'_>], gap: impl Fn(&str, Option<&str>) -> String) -> String {
    let words = |part: &ClozePart<'_>| match *part {
        ClozePart::Text(text) => text.to_owned(),
        ClozePart::Gap { answer, hint } => gap(answer, hint),
    };
    parts.iter().map(words).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_asked_gap_is_open() {
        let parts = [
            ClozePart::Text("Coined by Montville in "),
            ClozePart::Gap { answer: "1981", hint: Some("year") },
            ClozePart::Text("."),
        ];
        let faces = CardFaces::Cloze(parts.to_vec());
        assert_eq!(front(&faces), "Coined by Montville in (gap: year).");
        assert_eq!(back(&faces), "1981\n\nCoined by Montville in 1981.");
    }
}
