//! What is asked once before it is done, since a slip of the hand does it too.

use super::super::{Act, DrillScreen, effects};
use super::Over;
use crate::study::session::drill::Pending;
use crate::ui::context::Context;
use crate::ui::effect::Effect;

/// What is to be confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui::screens::drill) enum Confirm {
    /// The answer is shown though nobody has answered.
    Reveal,
    /// The question is closed though somebody's answer is being typed, or nobody has answered.
    Close,
    /// The question is left out though answers are in.
    Skip,
    /// The drill ends before its time.
    End,
    /// A scenario goes on without a count.
    Decide,
}

impl DrillScreen {
    /// Asks whether it is meant. The first answer is that it is not: ⏎ pressed once more does nothing.
    pub(in crate::ui::screens::drill) fn ask(&mut self, what: Confirm) -> Vec<Effect> {
        self.over = Some(Over::Confirm { what, cursor: 0 });
        Vec::new()
    }

    /// The question, and its two answers.
    pub(super) fn question(&self, what: Confirm) -> (String, Vec<String>) {
        let (title, no, yes) = match what {
            Confirm::Reveal => ("Nobody has answered yet.", "Wait for answers", "Show the answer without any"),
            Confirm::Close if self.is_typed() => {
                ("An answer is typed and not entered.", "Keep the question open", "Close it without that answer")
            }
            Confirm::Close => ("Nobody has answered yet.", "Wait for answers", "Close the question"),
            Confirm::Skip => ("Answers are in.", "Keep the question", "Skip it: it does not count"),
            Confirm::End => ("End the drill?", "Go on", "End it: what was not revealed does not count"),
            Confirm::Decide => {
                let label = self.host.pending().counted(self.room()).unwrap_or('?');
                let yes = format!("Decide on {label} without counting");
                return ("No hands are counted.".into(), vec!["Count hands".into(), yes]);
            }
        };
        (title.into(), vec![no.into(), yes.into()])
    }

    /// Whether letters or words are typed that were not entered.
    pub(in crate::ui::screens::drill) fn is_typed(&self) -> bool {
        matches!(self.host.pending(), Pending::Answer(spelling) if !spelling.text.is_empty())
    }

    pub(super) fn confirmed(&mut self, what: Confirm, row: usize, context: &Context<'_>) -> Vec<Effect> {
        self.over = self.host.is_paused().then(Over::menu);
        if row == 0 {
            return Vec::new();
        }
        self.over = None;
        match what {
            Confirm::Reveal => effects(self.drive(|host| host.reveal(context.clock))),
            Confirm::Close => effects(self.drive(|host| host.take_awake(context.clock, Act::Closed))),
            Confirm::Skip => effects(self.drive(|host| host.take_awake(context.clock, Act::Skipped))),
            Confirm::End => effects(self.drive(|host| host.take(context.clock, Act::Ended))),
            Confirm::Decide => self.decide(context),
        }
    }
}
