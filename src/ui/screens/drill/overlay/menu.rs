//! The menu while the drill waits.

use super::super::{Act, DrillScreen, effects};
use super::{Confirm, Over};
use crate::study::drill::USUAL_EXTRA_S;
use crate::study::session::drill::{DrillHost, Taken};
use crate::study::time::Clock;
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
    Board,
    Points,
    Leaves,
    People,
}

impl Item {
    /// The key that chooses it, which is the same in every state.
    pub(super) const fn key(self) -> char {
        match self {
            Self::GoOn => '1',
            Self::More => '2',
            Self::Close => '3',
            Self::Skip => '4',
            Self::TakeBack => '5',
            Self::Late => '6',
            Self::Mend => '7',
            Self::Leave => '8',
            Self::End => '9',
            Self::Board => '0',
            Self::Points => '+',
            Self::Leaves => '-',
            Self::People => '*',
        }
    }

    /// Its place among the keys `1` to `9`, `0`, `+`, `-`, `*`.
    pub(super) fn place(self) -> usize {
        "1234567890+-*".find(self.key()).unwrap_or(usize::MAX)
    }
}

impl DrillScreen {
    pub(super) fn items(&self) -> Vec<Item> {
        if !self.host.is_paused() {
            return vec![Item::GoOn];
        }
        let when = |on: bool, item| on.then_some(item);
        [
            Some(Item::GoOn),
            when(self.host.can_extend(), Item::More),
            when(self.host.can_close(), Item::Close),
            when(self.host.can_skip(), Item::Skip),
            Some(Item::TakeBack),
            when(self.host.can_add_team(), Item::Late),
            when(self.host.can_rekey(), Item::Mend),
            when(self.room().can_show_board(), Item::Board),
            when(self.host.can_award(), Item::Points),
            when(self.host.can_remove_team(), Item::Leaves),
            Some(Item::People),
            Some(Item::Leave),
            Some(Item::End),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    pub(super) fn item(&self, item: Item) -> String {
        match item {
            Item::GoOn => "Continue".into(),
            Item::More => format!("Continue with {USUAL_EXTRA_S} more seconds"),
            Item::Close => "Close the question now".into(),
            Item::Skip => "Skip this question: it does not count".into(),
            Item::TakeBack => "Undo the last step".into(),
            Item::Late => "Add a late team".into(),
            Item::Mend => "Correct a wrong key".into(),
            Item::Leave => "Leave; ninetracks drill --resume resumes here".into(),
            Item::End => "End the drill now".into(),
            Item::Board => "Show the board now".into(),
            Item::Points => "Give or take points by hand".into(),
            Item::Leaves => "Take a team out".into(),
            Item::People => "Teams and people: away, move, deal anew, rename".into(),
        }
    }

    pub(super) fn choose_item(&mut self, item: Item, context: &Context<'_>) -> Vec<Effect> {
        match item {
            Item::Late => self.over = Some(Over::Late(String::new())),
            Item::Mend => self.over = Some(Over::Questions { cursor: 0 }),
            Item::Points => self.over = Some(Over::Points(String::new())),
            Item::Leaves => self.over = Some(Over::Leaving { cursor: 0 }),
            Item::People => self.over = Some(Over::People { cursor: 0 }),
            Item::Board if self.is_typed() => {
                self.notice = Some("Something is typed: enter it first, or the board hides what it belongs to.".into());
            }
            Item::Board => {
                return self.out_of_the_menu(|host, clock| host.take_awake(clock, Act::BoardShown), context);
            }
            Item::Leave => return vec![Effect::Back],
            Item::GoOn => return self.out_of_the_menu(|host, clock| host.take(clock, Act::Resumed), context),
            Item::More => {
                let more = Act::Extended { seconds: USUAL_EXTRA_S };
                return self.out_of_the_menu(|host, clock| host.take_awake(clock, more), context);
            }
            Item::Close if self.is_typed() || !self.host.has_answers() => return self.ask(Confirm::Close),
            Item::Skip if self.host.has_answers() => return self.ask(Confirm::Skip),
            Item::Close => return self.out_of_the_menu(|host, clock| host.take_awake(clock, Act::Closed), context),
            Item::Skip => return self.out_of_the_menu(|host, clock| host.take_awake(clock, Act::Skipped), context),
            Item::End => return self.ask(Confirm::End),
            Item::TakeBack => return self.take_back(context),
        }
        Vec::new()
    }

    fn out_of_the_menu(
        &mut self,
        act: impl FnOnce(&mut DrillHost, &Clock) -> Taken,
        context: &Context<'_>,
    ) -> Vec<Effect> {
        self.over = None;
        effects(self.drive(|host| act(host, context.clock)))
    }
}
