//! Going on: what ⏎ does in each state, and giving the room what the teacher has entered.

use super::{DrillScreen, Page, effects};
use crate::study::session::drill::{Decided, NoAnswer, Pending};
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::scroll::Scroll;

impl DrillScreen {
    /// What comes next.
    pub(super) fn forward(&mut self, context: &Context<'_>) -> Vec<Effect> {
        if self.page != Page::Main {
            (self.page, self.scroll) = (Page::Main, Scroll::default());
            return Vec::new();
        }
        match self.host.pending() {
            Pending::Answer(spelling) if !spelling.hidden || !spelling.text.is_empty() => self.submit(context),
            Pending::Votes { .. } => self.count(context),
            Pending::Decision { .. } => self.decide(context),
            Pending::Answer(_) | Pending::Nothing => effects(self.drive(|host| host.go_on(context.clock))),
        }
    }

    /// Gives the answer that was spelled, and goes on to the next team.
    fn submit(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let before = self.place();
        match self.host.submit(context.clock) {
            Ok(taken) => effects(self.note(before, taken)),
            Err(why) => self.refuse(why),
        }
    }

    /// Says why what was typed is no answer.
    pub(super) fn refuse(&mut self, why: NoAnswer) -> Vec<Effect> {
        self.notice = match why {
            NoAnswer::Unreadable(how) => Some(how),
            NoAnswer::Empty => Some("Enter the answer, or press Tab if there is none.".into()),
            NoAnswer::NoTeam => Some("Every team has answered: ↑↓ goes back to one.".into()),
            NoAnswer::NotAsked => None,
        };
        Vec::new()
    }

    /// The next option or, after the last, the vote.
    fn count(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let before = self.place();
        match self.host.count_on(context.clock) {
            Some(taken) => effects(self.note(before, taken)),
            None => Vec::new(),
        }
    }

    /// The next choice or, after the last, the decision. What came of it is shown first, also after the last one.
    fn decide(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let before = self.place();
        match self.host.decide(context.clock) {
            Decided::CountOn => Vec::new(),
            Decided::Tie => {
                self.notice = Some("A tie: choose one of the leaders with ↑↓, then ⏎.".into());
                Vec::new()
            }
            Decided::Made(taken) => {
                let taken = self.note(before, taken);
                if taken.is_whole() {
                    self.page = Page::Outcome;
                }
                effects(taken)
            }
        }
    }
}
