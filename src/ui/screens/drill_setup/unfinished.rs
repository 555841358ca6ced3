//! A drill that was left before its end.

use crate::store::LoggedDrill;
use crate::study::event::RunId;

/// The drill, and how far it came.
pub(super) struct UnfinishedDrill {
    pub run: RunId,
    pub place: String,
}

impl UnfinishedDrill {
    /// `None` when the drill came to its end.
    pub(super) fn new(drill: &LoggedDrill) -> Option<Self> {
        let room = drill.room();
        if room.is_over() {
            return None;
        }
        let played = room.played().len();
        let place = match drill.setup.questions().map(|q| q.asked.len()) {
            Some(all) if played < all => format!("question {} of {all}", played + 1),
            Some(_) => "after the last question".to_owned(),
            None => format!("scene {}", room.road().len() + 1),
        };
        Some(Self { run: drill.run, place })
    }
}
