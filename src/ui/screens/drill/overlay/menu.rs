//! The menu while the drill waits.

use super::super::controls::MORE_S;
use super::super::{Act, DrillScreen};
use super::Over;
use crate::study::drill::{Drill, Stage, State, TEAMS};
use crate::ui::context::Context;
use crate::ui::effect::Effect;

/// A row of the menu.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    GoOn,
    More,
    Close,
    Skip,
    TakeBack,
    Late,
    Mend,
    Leave,
    End,
}

impl DrillScreen {
    pub(super) fn items(&self) -> Vec<Item> {
        let State::Paused(stage) = self.room.state() else { return vec![Item::GoOn] };
        let clock = self.room.setup().questions().is_some_and(|q| q.timer_s.is_some());
        let questions = matches!(self.room.setup().drill(), Drill::Questions(_));
        let (open, in_play) = match stage {
            Stage::Open(_) => (true, true),
            Stage::Closed(_) | Stage::Ask { .. } => (false, true),
            _ => (false, false),
        };
        let timed = clock && in_play && !matches!(stage, Stage::Ask { .. });
        let when = |on: bool, item| on.then_some(item);
        [
            Some(Item::GoOn),
            when(timed, Item::More),
            when(open, Item::Close),
            when(in_play, Item::Skip),
            Some(Item::TakeBack),
            when(questions && self.room.teams().len() < *TEAMS.end(), Item::Late),
            when(!self.room.revealed().is_empty(), Item::Mend),
            Some(Item::Leave),
            Some(Item::End),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    pub(super) fn item(&self, item: Item) -> String {
        match item {
            Item::GoOn => "Go on".into(),
            Item::More => format!("Go on with {MORE_S} seconds more"),
            Item::Close => "Close the question now".into(),
            Item::Skip => "Skip this question: it counts for nobody".into(),
            Item::TakeBack => "Take back what was done last".into(),
            Item::Late => "A team comes late".into(),
            Item::Mend => "Mend a wrong key".into(),
            Item::Leave => "Leave; `ninetracks drill --resume` goes on here".into(),
            Item::End => "End the drill now".into(),
        }
    }

    pub(super) fn choose_item(&mut self, item: Item, context: &Context<'_>) -> Vec<Effect> {
        match item {
            Item::Late => self.over = Some(Over::Late(String::new())),
            Item::Mend => self.over = Some(Over::Questions { cursor: 0 }),
            Item::Leave => return vec![Effect::Back],
            Item::GoOn => return self.out_of_the_menu([Act::Resumed], context),
            Item::More => return self.out_of_the_menu([Act::Resumed, Act::Extended { seconds: MORE_S }], context),
            Item::Close => return self.out_of_the_menu([Act::Resumed, Act::Closed], context),
            Item::Skip => return self.out_of_the_menu([Act::Resumed, Act::Skipped], context),
            Item::End => return self.out_of_the_menu([Act::Ended], context),
            Item::TakeBack => return self.take_back(context),
        }
        Vec::new()
    }

    fn out_of_the_menu(&mut self, all: impl IntoIterator<Item = Act>, context: &Context<'_>) -> Vec<Effect> {
        self.over = None;
        self.enter_all(all, context)
    }
}
