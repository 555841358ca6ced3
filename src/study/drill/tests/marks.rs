//! Going back, and what is reckoned once, against the long way round.

use proptest::prelude::*;

use super::laws::any_drill;
use super::*;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Against a room that keeps itself whole at every act.
    #[test]
    fn any_number_of_steps_back_is_the_room_as_it_was((setup, log) in any_drill()) {
        let (mut room, mut past) = (Room::new(setup), Vec::new());
        for entry in &log {
            let before = room.core.clone();
            let taken = room.apply(entry);
            match &entry.what {
                Input::Undone => {
                    if let Some(earlier) = past.pop() {
                        prop_assert_eq!(&room.core, &Core { last: Some(entry.at), ..earlier });
                    } else {
                        prop_assert_eq!(taken, Err(Refused::NothingDone));
                    }
                }
                what if taken.is_ok() && what.is_act() => past.push(before),
                _ if taken.is_err() => prop_assert_eq!(&room.core, &before),
                _ => {}
            }
        }
    }

    #[test]
    fn what_all_earned_is_what_each_earned((setup, log) in any_drill()) {
        let room = Room::fold(setup, &log);
        let earnings = room.earnings();
        for team in room.ids() {
            for question in 0..8 {
                prop_assert_eq!(earnings.of(team, question), room.earned(team, question));
            }
        }
        let missed: Vec<Id> = room.missed(0.6);
        let each = (0..8).filter(|&q| room.is_missed(q, 0.6)).filter_map(|q| room.setup().asked(q));
        prop_assert_eq!(missed, each.map(|item| item.question.clone()).collect::<Vec<_>>());
    }
}
