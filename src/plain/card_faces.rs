//! Front and back of a card in words.

use crate::course::markdown::{Manner, Paragraph, TextPart, parse, parse_parts};
use crate::study::session::{CardFaces, ClozePart};

/// What stands on the front: with a gap, the text with the gap open.
pub(super) fn front(faces: &CardFaces<'_>) -> Vec<Paragraph> {
    match faces {
        CardFaces::Pair { ask, front, .. } => ask.iter().chain([front]).flat_map(|text| parse(text)).collect(),
        CardFaces::Cloze(parts) => with_gap(parts, |_, hint| match hint {
            None => vec![set_in("(gap)")],
            Some(hint) => vec![TextPart::Running("(gap: "), set_in(hint), TextPart::Running(")")],
        }),
    }
}

/// What stands on the back: with a gap, the answer alone, then the whole text.
pub(super) fn back(faces: &CardFaces<'_>) -> Vec<Paragraph> {
    match faces {
        CardFaces::Pair { back, .. } => parse(back),
        CardFaces::Cloze(parts) => {
            let asked = parts.iter().find_map(|part| match part {
                ClozePart::Gap { answer, .. } => Some(parse_parts(&[set_in(answer)])),
                ClozePart::Text(_) | ClozePart::Filled(_) => None,
            });
            let whole = with_gap(parts, |answer, _| vec![set_in(answer)]);
            asked.into_iter().flatten().chain(whole).collect()
        }
    }
}

fn set_in(text: &str) -> TextPart<'_> {
    TextPart::SetIn(text, Manner::default())
}

/// The text, with `gap` of the answer and its hint where it is asked.
fn with_gap<'a>(
    parts: &[ClozePart<'a>],
    gap: impl Fn(&'a str, Option<&'a str>) -> Vec<TextPart<'a>>,
) -> Vec<Paragraph> {
    let words = |part: &ClozePart<'a>| match *part {
        ClozePart::Text(text) => vec![TextPart::Running(text)],
        ClozePart::Filled(answer) => vec![set_in(answer)],
        ClozePart::Gap { answer, hint } => gap(answer, hint),
    };
    parse_parts(&parts.iter().flat_map(words).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(paragraphs: &[Paragraph]) -> Vec<String> {
        paragraphs.iter().map(|p| p.spans.iter().map(|s| s.text.as_str()).collect()).collect()
    }

    #[test]
    fn only_the_asked_gap_is_open() {
        let parts = [
            ClozePart::Text("Coined by Montville in "),
            ClozePart::Gap { answer: "1981", hint: Some("year") },
            ClozePart::Text("."),
        ];
        let faces = CardFaces::Cloze(parts.to_vec());
        assert_eq!(words(&front(&faces)), ["Coined by Montville in (gap: year)."]);
        assert_eq!(words(&back(&faces)), ["1981", "Coined by Montville in 1981."]);
    }

    #[test]
    fn signs_stay_in_a_gap_and_beside_it() {
        let gap = |before, answer, after| {
            let parts = [ClozePart::Text(before), ClozePart::Gap { answer, hint: None }, ClozePart::Text(after)];
            let faces = CardFaces::Cloze(parts.to_vec());
            [words(&front(&faces)), words(&back(&faces))].concat()
        };
        assert_eq!(gap("+ ", "5", " = 5"), ["+ (gap) = 5", "5", "+ 5 = 5"]);
        assert_eq!(gap("", ">", " 50"), ["(gap) 50", ">", "> 50"]);
        assert_eq!(gap("", "#", " 1"), ["(gap) 1", "#", "# 1"]);
        assert_eq!(gap("", "# x", " y"), ["(gap) y", "# x", "# x y"]);
        assert_eq!(gap("``` ", "x", ""), ["``` (gap)", "x", "``` x"]);
    }
}
