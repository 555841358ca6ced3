//! A card that was found, before its texts are looked at.

use super::intake::{plain, text};
use crate::course::model::Face;
use crate::course::outline::gaps;

/// A card's sides, in Markdown.
#[derive(Clone, Debug)]
pub(super) enum CardDraft {
    Basic {
        front: String,
        back: String,
    },
    /// Both directions.
    TwoWay {
        front: String,
        back: String,
    },
    /// Both directions, with what is asked of either side.
    TwoWayAsking {
        ask: String,
        front: String,
        ask_back: String,
        back: String,
    },
    /// With gaps in braces.
    Cloze(String),
}

impl CardDraft {
    pub(super) fn front(&self) -> &str {
        match self {
            Self::Basic { front, .. }
            | Self::TwoWay { front, .. }
            | Self::TwoWayAsking { front, .. }
            | Self::Cloze(front) => front,
        }
    }

    pub(super) fn face(&self, changed: &mut Vec<String>) -> Result<Face, String> {
        match self {
            Self::Basic { front, back } => Ok(Face::Basic {
                front: text(front, changed).ok_or("its front is empty")?,
                back: text(back, changed).ok_or("its back is empty")?,
            }),
            Self::TwoWay { front, back } => two_way([front, back], [USUAL_ASK; 2], changed),
            Self::TwoWayAsking { ask, front, ask_back, back } => two_way([front, back], [ask, ask_back], changed),
            Self::Cloze(words) => {
                let text = text(words, changed).ok_or("it is empty")?;
                let gaps = gaps(text.as_str());
                if gaps.is_empty() {
                    return Err("it has no gap".to_owned());
                }
                if gaps.iter().any(|gap| gap.answer.trim().is_empty()) {
                    return Err("a gap of it has no answer".to_owned());
                }
                Ok(Face::Cloze(text))
            }
        }
    }
}

/// What either side of a card is asked where the source does not say.
const USUAL_ASK: &str = "What goes with this?";

fn two_way([front, back]: [&str; 2], asks: [&str; 2], changed: &mut Vec<String>) -> Result<Face, String> {
    let [ask, ask_back] = asks.map(|ask| text(ask, changed).unwrap_or_else(|| plain(USUAL_ASK)));
    let front = text(front, changed).ok_or("its front is empty")?;
    let back = text(back, changed).ok_or("its back is empty")?;
    Ok(Face::TwoWay { ask, front, ask_back, back })
}
