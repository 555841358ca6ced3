//! What is asked for.

use super::Drilling;
use crate::course::wording::count;
use crate::study::session::drill::{Advance, Pending};

impl Drilling<'_> {
    pub(super) fn prompt(&self) -> String {
        match (self.host.advance(), self.host.pending()) {
            (Some(Advance::Resume), _) => "Press Enter to continue.".to_owned(),
            (_, Pending::Answer(spelling)) => match spelling.team {
                Some(team) => self.timed(&self.name(team), ":"),
                None => self
                    .timed("All teams have answered. Press Enter to close; change 1 enters team 1's answer again", "."),
            },
            (_, Pending::Votes { .. }) => {
                self.timed(&format!("Hands for {}", self.host.pending().counted(self.room()).unwrap_or('?')), ":")
            }
            (_, Pending::Decision { count, .. }) => super::vote::prompt(count),
            (Some(advance), Pending::Nothing) => self.going_on(advance),
            (None, Pending::Nothing) => "Press Enter to leave; key corrects a key, undo reopens the drill.".to_owned(),
        }
    }

    fn going_on(&self, advance: Advance) -> String {
        let next = match advance {
            Advance::Resume => "continue",
            Advance::Begin => "begin; help lists the other commands",
            Advance::OpenAnswers => {
                let clock = self.room().setup().questions().and_then(|q| q.timer_s);
                let clock = clock.map_or_else(String::new, |s| format!(" for {}", count(s, "second")));
                return format!("Press Enter to open the answers{clock}.");
            }
            Advance::CloseAnswers => return self.timed("A team's key, or Enter to close", ":"),
            Advance::VoteAgain if self.host.vote_is_clear() => {
                return self.timed("There is little to argue about: show tells the answer, Enter votes again", ".");
            }
            Advance::VoteAgain => return self.timed("Press Enter for the second vote; show tells the answer", "."),
            Advance::ShowAnswer => "show the answer",
            Advance::ShowBoard => "go to the board",
            Advance::BackToQuestion => "go back to the question",
            Advance::NextQuestion => "go to the next question",
            Advance::EndDrill => "end the drill",
        };
        format!("Press Enter to {next}.")
    }

    fn timed(&self, what: &str, end: &str) -> String {
        let left = self.left().map_or_else(String::new, |left| format!(" ({left})"));
        format!("{what}{left}{end}")
    }

    /// "12 s left", when a clock runs.
    pub(super) fn left(&self) -> Option<String> {
        let ms = self.host.left_ms(&self.session.now())?;
        Some(format!("{} s left", ms.div_ceil(1000)))
    }
}
