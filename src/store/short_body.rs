//! The JSON of a review without the names of its fields, since there is one for each answer ever given. It is read as any
//! other: serde takes the fields of a struct by name or in order.

use jiff::Timestamp;
use serde::Serialize;

use crate::course::model::Id;
use crate::course::outline::{CardKey, Side};
use crate::study::event::EventKind;
use crate::study::memory::{CardState, Grade};
use crate::study::time::StudyDay;

#[derive(Serialize)]
enum Short<'a> {
    Reviewed((&'a Id, Side), Grade, ShortState, ShortState, u32),
}

/// [`CardState`] with its fields in order.
#[derive(Serialize)]
enum ShortState {
    New,
    Learning(u8, (f32, f32), StudyDay, Timestamp, u16, u32),
    Review((f32, f32), StudyDay, StudyDay, u16, u32),
}

impl From<&CardState> for ShortState {
    fn from(state: &CardState) -> Self {
        match *state {
            CardState::New => Self::New,
            CardState::Learning { step, memory: m, last, due, lapses, reviews } => {
                Self::Learning(step, (m.stability_days, m.difficulty), last, due, lapses, reviews)
            }
            CardState::Review { memory: m, last, due, lapses, reviews } => {
                Self::Review((m.stability_days, m.difficulty), last, due, lapses, reviews)
            }
        }
    }
}

/// The event's JSON, short where it has a short form.
pub(super) fn json(what: &EventKind) -> serde_json::Result<String> {
    let EventKind::Reviewed { card: CardKey { card, side }, grade, before, after, took_ms } = what else {
        return serde_json::to_string(what);
    };
    serde_json::to_string(&Short::Reviewed((card, *side), *grade, before.into(), after.into(), *took_ms))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::memory::Memory;

    #[test]
    fn a_review_is_kept_short_and_read_as_it_was() {
        let memory = Memory { stability_days: 12.483_921, difficulty: 5.251_234_5 };
        let (last, lapses, reviews) = (StudyDay(20_785), 1, 12);
        let steps = CardState::Learning { step: 1, memory, last, due: Timestamp::UNIX_EPOCH, lapses, reviews };
        let review = CardState::Review { memory, last, due: StudyDay(20_797), lapses, reviews };
        for (side, before, after) in
            [(Side::Front, CardState::New, steps), (Side::Gap(2), steps, review), (Side::Back, review, review)]
        {
            let card = CardKey { card: Id::new("track-two").unwrap(), side };
            let what = EventKind::Reviewed { card, grade: Grade::Good, before, after, took_ms: 6_000 };
            let body = json(&what).unwrap();
            assert!(body.len() < 180 && !body.contains("stability"), "{body}");
            assert_eq!(serde_json::from_str::<EventKind>(&body).unwrap(), what);
            let long = serde_json::to_string(&what).unwrap();
            assert_eq!(serde_json::from_str::<EventKind>(&long).unwrap(), what, "as releases up to 0.1.0 wrote it");
        }
    }
}
