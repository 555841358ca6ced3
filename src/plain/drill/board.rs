//! How the teams stand, places shared where points are the same, and never points without right answers.

use super::Drilling;
use super::reveal::counted;
use crate::plain::PlainError;
use crate::study::drill::words;
use crate::study::drill::{Mode, Public, Screen, Standing};

impl Drilling<'_> {
    /// Standings, the class's score, or what votes say instead of points.
    pub(super) fn board(&mut self, public: &Public) -> Result<(), PlainError> {
        let over = matches!(public.screen, Screen::Done { .. });
        match (self.host.mode(), public.class_score) {
            (None, _) => self.say("A scenario has no points."),
            (Some(Mode::Argue), _) => {
                self.say(&words::no_points(self.room().setup().questions().map_or(0, |q| q.asked.len())))
            }
            (_, Some(score)) => {
                let reached = if score.of.0 > 0 { words::target(score, over) } else { "" };
                self.say(format!("{} {reached}", words::class_score(score)).trim_end())
            }
            _ => self.standings(public),
        }
    }

    /// By place; in one place in the teams' order.
    fn standings(&mut self, public: &Public) -> Result<(), PlainError> {
        self.say("Standings:")?;
        let mut standings = public.standings.clone();
        standings.sort_by_key(|s| s.place);
        for standing in &standings {
            let tied = standings.iter().filter(|s| s.place == standing.place).count() > 1;
            let line = self.standing(standing, tied);
            self.session.say_after(&format!("{}. ", standing.place), &line)?;
        }
        Ok(())
    }

    fn standing(&self, standing: &Standing, tied: bool) -> String {
        let name = self.name(standing.team);
        let tied = if tied { " (tied)" } else { "" };
        format!("{name}{tied}: {}, right {} of {}", counted(standing.points), standing.right, standing.asked)
    }

    /// The end: how it stands, and what comes after a drill.
    pub(super) fn done(&mut self, public: &Public, early: bool, result: &str) -> Result<(), PlainError> {
        let (title, note) = words::ending(early);
        match self.host.mode() {
            None if early => self.say("Ended early.")?,
            None => self.say("The end of the scenario.")?,
            Some(_) => {
                self.say(&format!("{title}. {note}"))?;
                self.board(public)?;
                if !result.is_empty() {
                    self.say(result)?;
                }
            }
        }
        self.say("`ninetracks report` shows the results, question by question.")
    }
}
