//! Memory of one card: FSRS-6 for days, fixed learning steps within a day. (types; rules to come)

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::time::StudyDay;

/// How well a card was remembered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Grade {
    Again,
    Hard,
    Good,
    Easy,
}

impl Grade {
    pub const ALL: [Self; 4] = [Self::Again, Self::Hard, Self::Good, Self::Easy];
}

/// What FSRS keeps of a card.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Memory {
    /// Days after which the chance of recall has fallen to 90 %.
    pub stability_days: f32,
    /// 1 (easy) to 10 (hard).
    pub difficulty: f32,
}

/// Where a card stands. A card that was never reviewed is `New`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub enum CardState {
    #[default]
    New,
    /// In the learning steps, for the first time or again after a lapse.
    Learning { step: u8, memory: Memory, last: StudyDay, due: Timestamp, lapses: u16 },
    /// Due on a day.
    Review { memory: Memory, last: StudyDay, due: StudyDay, lapses: u16 },
}
