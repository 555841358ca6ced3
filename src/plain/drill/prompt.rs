//! What is asked for.

use super::Drilling;
use crate::course::wording::count;
use crate::study::session::drill::{Advance, Pending};

impl Drilling<'_> {
    pub(super) fn prompt(&self) -> String {
        match (self.host.advance(), self.host.pending()) {
            (Some(Advance::Resume), _) => "An empty line goes on.".to_owned(),
            (_, Pending::Answer(spelling)) => match spelling.team {
                Some(team) => self.timed(&self.name(team), ":"),
                None => self
                    .timed("All teams have answered. An empty line closes; change A enters that of team A again", "."),
            },
            (_, Pending::Votes { .. }) => {
                self.timed(&format!("Hands for {}", self.host.pending().counted(self.room()).unwrap_or('?')), ":")
            }
            (_, Pending::Decision { count, .. }) => super::vote::prompt(count),
            (Some(advance), Pending::Nothing) => self.going_on(advance),
            (None, Pending::Nothing) => "An empty line leaves; key mends a key, undo takes back the end.".to_owned(),
        }
    }

    fn going_on(&self, advance: Advance) -> String {
        let next = match advance {
            Advance::Resume => "goes on",
            Advance::Begin => "begins; help says what else can be typed",
            Advance::OpenAnswers => {
                let clock = self.room().setup().questions().and_then(|q| q.timer_s);
                let clock = clock.map_or_else(String::new, |s| format!(" for {}", count(s, "second")));
                return format!("An empty line opens the answers{clock}.");
            }
            Advance::CloseAnswers => return self.timed("A team's key, or an empty line closes", ":"),
            Advance::VoteAgain => return self.timed("An empty line goes on to the second vote", "."),
            Advance::ShowAnswer => "shows the answer",
            Advance::ShowBoard => "goes to the board",
            Advance::NextQuestion => "goes to the next question",
            Advance::EndDrill => "ends the drill",
        };
        format!("An empty line {next}.")
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
