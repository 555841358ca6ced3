//! Going on: what ⏎ does in each state, and giving the room what the teacher has entered.

use super::overlay::Confirm;
use super::{DrillScreen, Page, Place, effects};
use crate::course::wording::count;
use crate::study::session::drill::{Advance, Decided, NoAnswer, Pending, Taken};
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::scroll::Scroll;

impl DrillScreen {
    /// What comes next.
    pub(super) fn forward(&mut self, context: &Context<'_>) -> Vec<Effect> {
        if self.page != Page::Main {
            if self.page == Page::Opening && self.page_number(context).next().is_some() {
                self.turn(1, context);
            } else {
                (self.page, self.scroll, self.turned) = (Page::Main, Scroll::default(), 0);
            }
            return Vec::new();
        }
        self.turn_to_choices();
        match self.host.pending() {
            Pending::Answer(spelling) if !spelling.hidden || !spelling.text.is_empty() => self.submit(context),
            Pending::Votes { .. } => self.count(context),
            Pending::Decision { count, .. } if count.is_untouched() && !count.is_pointed() => {
                self.decide_by_seats(context)
            }
            Pending::Decision { .. } => self.decide(context),
            Pending::Answer(_) | Pending::Nothing if self.host.reveals_unanswered() => self.ask(Confirm::Reveal),
            Pending::Answer(_) | Pending::Nothing => effects(self.drive(|host| host.go_on_fast(context.clock))),
        }
    }

    /// Gives the answer that was spelled, and goes on to the next team.
    fn submit(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let before = self.place();
        match self.host.submit(context.clock) {
            Ok(taken) => {
                let effects = effects(self.note(before, taken));
                self.notice = self.notice.take().or_else(|| self.host.split());
                effects
            }
            Err(why) => self.refuse(why),
        }
    }

    /// Says why what was typed is no answer.
    pub(super) fn refuse(&mut self, why: NoAnswer) -> Vec<Effect> {
        let refused = self.refused();
        self.notice = match why {
            NoAnswer::Unreadable(how) => Some(format!("{refused}{how}")),
            NoAnswer::Empty => Some("Enter the answer, or press Tab if there is none.".into()),
            NoAnswer::NoTeam => Some(format!("{refused}Every team has answered: ↑↓ goes back to one.")),
            NoAnswer::NotAsked => None,
        };
        Vec::new()
    }

    /// What was typed and is no answer, as far as the class may see it.
    fn refused(&self) -> String {
        let Pending::Answer(spelling) = self.host.pending() else { return String::new() };
        let Some(text) = &spelling.refused else { return String::new() };
        if spelling.hidden {
            format!("{} refused, ⌫ brings it back. ", count(text.chars().count(), "sign"))
        } else {
            format!("“{text}” is refused, ⌫ brings it back. ")
        }
    }

    /// The next option or, after the last, the vote.
    fn count(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let before = self.place();
        match self.host.count_on(context.clock) {
            Some(taken) => {
                let mut effects = effects(self.note(before, taken));
                // The second vote is the last word: there is nothing to wait for.
                if self.host.is_brisk() && self.host.advance() == Some(Advance::ShowAnswer) {
                    effects.extend(self::effects(self.drive(|host| host.go_on(context.clock))));
                }
                effects
            }
            None => Vec::new(),
        }
    }

    /// What most chose on their devices; else it is asked whether the choice pointed at is meant.
    fn decide_by_seats(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let before = self.place();
        let Some(taken) = self.host.decide_by_seats(context.clock) else { return self.ask(Confirm::Decide) };
        self.decided(before, taken)
    }

    /// The next choice or, after the last, the decision. What came of it is shown first, also after the last one.
    pub(super) fn decide(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let before = self.place();
        match self.host.decide(context.clock) {
            Decided::CountOn => Vec::new(),
            Decided::Tie => {
                self.notice = Some("A tie: choose one of the leaders with ↑↓, then ⏎.".into());
                Vec::new()
            }
            Decided::Made(taken) => self.decided(before, taken),
        }
    }

    /// What came of a decision is shown first.
    fn decided(&mut self, before: Place, taken: Taken) -> Vec<Effect> {
        let taken = self.note(before, taken);
        if taken.is_whole() {
            self.page = Page::Outcome;
        }
        effects(taken)
    }
}
