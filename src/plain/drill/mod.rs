//! A classroom drill as lines: the drill's host of the screen, driven by what is typed. What is said is what everybody may
//! see; what is saved is what the screen saves.
//!
//! ```text
//!  commands  words for every prompt, and what they do      rekey     a wrong key, asked for in two steps
//!  input     what a line means where the drill is          hands     counting them
//!  announce  what each state says                          prompt    what is asked for
//!  reveal    the answer                                    board     how teams stand
//!  vote      a scenario                                people    who plays where, who is away
//!  hosting   a class on its own devices
//! ```
//! Lines cannot tick, but where devices are waited for. So there is a clock only where one was asked for, and it is looked at when a line has come: the
//! time since the last entry is laid to the room before the line is.

mod announce;
mod board;
mod commands;
mod hands;
mod hosting;
mod input;
mod people;
mod prompt;
mod rekey;
mod reveal;
mod vote;

use self::announce::Announced;
#[cfg(test)]
pub(super) use self::commands::HELP;
use self::hosting::Hosting;
use super::error::ended;
use super::session::Session;
use super::{Outcome, PlainError};
use crate::course::wording::count;
use crate::course::wording::sentence;
use crate::study::drill::{Input, Room, Team, TeamId};
use crate::study::event::EventKind;
use crate::study::live::SeatLink;
use crate::study::session::drill::{DrillHost, DrillStart, Taken};
use crate::study::time::Clock;

/// Runs a drill to its end. With `json`, its report is written to the console's result then.
///
/// # Errors
/// When there is no such drill, something could not be saved, or a line not be read or written.
pub fn drill(session: Session<'_>, start: DrillStart, json: bool) -> Result<Outcome, PlainError> {
    play(session, start, json, None)
}

/// The same for a class on its own devices. The console's input says by [`std::io::ErrorKind::TimedOut`] that nothing was
/// typed for a while.
///
/// # Errors
/// As [`drill`].
pub fn hosted_drill(
    session: Session<'_>,
    start: DrillStart,
    json: bool,
    seats: SeatLink,
) -> Result<Outcome, PlainError> {
    play(session, start, json, Some(seats))
}

fn play(
    mut session: Session<'_>,
    start: DrillStart,
    json: bool,
    seats: Option<SeatLink>,
) -> Result<Outcome, PlainError> {
    let (host, taken_up) = match start {
        DrillStart::New(setup) => (started(&mut session, DrillHost::start(*setup))?, None),
        DrillStart::Labelled(setup, label) => {
            let class = session.store.class_with(label.class.as_ref())?;
            let host = started(&mut session, DrillHost::start_labelled(*setup, label))?;
            (host.with_class(class.as_ref()), None)
        }
        DrillStart::Resume(run) => {
            let drill = session.store.drill(run)?.ok_or(PlainError::NoDrill(run.0))?;
            let label = session.store.drill_labels()?.remove(&run).unwrap_or_default();
            let (host, taken) = DrillHost::resume(run, drill.room(), drill.entries.len());
            let class = session.store.class_with(label.class.as_ref())?;
            (host.labelled(&label).with_class(class.as_ref()), Some(taken))
        }
    };
    let (announced, hosting) = (Announced::default(), Hosting::default());
    ended(Drilling { session, host: host.with_seats(seats), json, announced, hosting }.run(taken_up))
}

fn started(session: &mut Session<'_>, (mut host, start): (DrillHost, EventKind)) -> Result<DrillHost, PlainError> {
    host.started(session.save(&session.now(), start)?);
    Ok(host)
}

/// A drill under way.
struct Drilling<'a> {
    session: Session<'a>,
    host: DrillHost,
    json: bool,
    announced: Announced,
    hosting: Hosting,
}

impl Drilling<'_> {
    fn run(mut self, taken_up: Option<Taken>) -> Result<Outcome, PlainError> {
        if let Some(taken) = taken_up {
            self.take_up(taken)?;
        }
        loop {
            if self.announce()? {
                self.ask_again();
            }
            let prompt = self.prompt();
            let heard = match self.listen(&prompt) {
                Ok(Some(line)) => self.hear(&line),
                Ok(None) => self.look(),
                Err(error) => Err(error),
            };
            match heard {
                Err(PlainError::Left) if self.room().is_over() => return self.finish(),
                Err(PlainError::Left) => return self.leave(),
                heard => heard?,
            }
        }
    }

    fn take_up(&mut self, taken: Taken) -> Result<(), PlainError> {
        let (played, decided) = (self.room().played().len(), self.room().road().len());
        let after = if self.host.mode().is_some() { count(played, "question") } else { count(decided, "decision") };
        self.say(&format!("Resuming the drill after {after}."))?;
        self.keep(&self.session.now(), taken)?;
        self.join_lines()
    }

    fn leave(mut self) -> Result<Outcome, PlainError> {
        self.session.say("Left. The drill is saved: `ninetracks drill --plain --resume` resumes it.")?;
        Ok(Outcome::Left)
    }

    fn finish(mut self) -> Result<Outcome, PlainError> {
        let zone = self.session.now().zone;
        if let (true, Some(run)) = (self.json, self.host.run())
            && let Some(report) = self.session.store.drill_report(self.session.course, run, &zone)?
        {
            self.session.console.give(&report.json())?;
        }
        Ok(Outcome::Done)
    }

    fn room(&self) -> &Room {
        self.host.room()
    }

    /// Hands `what` to the room; whether it took it.
    fn enter(&mut self, what: Input) -> Result<bool, PlainError> {
        self.drive(|host, clock| host.take(clock, what))
    }

    /// Lets the host do something now; whether the room took all of it.
    fn drive(&mut self, act: impl FnOnce(&mut DrillHost, &Clock) -> Taken) -> Result<bool, PlainError> {
        let now = self.session.now();
        let taken = act(&mut self.host, &now);
        self.keep(&now, taken)
    }

    /// Saves what the room took, and says why it did not take the rest; whether it took all.
    fn keep(&mut self, now: &Clock, taken: Taken) -> Result<bool, PlainError> {
        self.save(now, taken.events)?;
        match taken.refused {
            Some(why) => self.say(&sentence(&why.to_string())).map(|()| false),
            None => Ok(true),
        }
    }

    fn save(&mut self, now: &Clock, events: Vec<EventKind>) -> Result<(), PlainError> {
        events.into_iter().try_for_each(|event| self.session.save(now, event).map(|_| ()))
    }

    fn say(&mut self, text: &str) -> Result<(), PlainError> {
        self.session.say(text)
    }

    fn team(&self, id: TeamId) -> Option<&Team> {
        self.room().team(id)
    }

    fn name(&self, id: TeamId) -> String {
        self.team(id).map_or_else(String::new, |t| t.name.to_string())
    }

    /// Names with commas between.
    fn names(&self, teams: &[TeamId]) -> String {
        teams.iter().map(|&id| self.name(id)).collect::<Vec<_>>().join(", ")
    }
}
