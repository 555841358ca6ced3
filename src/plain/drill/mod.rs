//! A classroom drill as lines: the room of the screen, driven by what is typed. What is said is what everybody may see;
//! what is saved is what the screen saves.
//!
//! ```text
//!  clock    the time that went by while a line was awaited, as ticks
//!  orders   words for every prompt        obey    what they do        mending  a wrong key, asked for in two steps
//!  hear     what a line means where the drill is                      hands    counting them
//!  say      what each state says          reveal  the answer          board    how teams stand        vote  a scenario
//! ```
//! Lines cannot tick. So there is a clock only where one was asked for, and it is looked at when a line has come: the
//! time since the last entry is laid to the room before the line is.

mod announce;
mod board;
mod clock;
mod hands;
mod input;
mod obey;
mod orders;
mod rekey;
mod reveal;
mod vote;

use self::announce::Told;
use self::hands::Counting;
use self::input::Heard;
#[cfg(test)]
pub(super) use self::orders::HELP;
use super::error::quietly;
use super::session::Session;
use super::wording::count;
use super::{Console, Outcome, PlainError};
use crate::course::Course;
use crate::course::wording::sentence;
use crate::store::Store;
use crate::study::drill::{Entry, Input, Moment, Room, Setup, Team, TeamId};
use crate::study::event::{EventKind, RunId};
use crate::study::time::Clock;

/// Which drill.
#[derive(Clone, Debug, PartialEq)]
pub enum Drilled {
    New(Box<Setup>),
    /// One that was left.
    Again(RunId),
}

/// Runs a drill to its end. With `json`, its report is written to the console's result then.
///
/// # Errors
/// When there is no such drill, something could not be saved, or a line not be read or written.
pub fn drill(
    course: &Course,
    store: &mut Store,
    drilled: Drilled,
    json: bool,
    clock: &dyn Fn() -> Clock,
    console: &mut Console<'_>,
) -> Result<Outcome, PlainError> {
    let mut session = Session { course, store, clock, console };
    let (run, entries, room, taken_up) = match drilled {
        Drilled::New(setup) => {
            let run = session.save(&clock(), EventKind::DrillStarted { setup: setup.clone() })?;
            (run, 0, Room::new(*setup), false)
        }
        Drilled::Again(run) => {
            let drill = session.store.drill(run)?.ok_or(PlainError::NoDrill(run.0))?;
            (run, drill.entries.len(), drill.room(), true)
        }
    };
    let drilling = Drilling {
        session,
        run,
        entries,
        room,
        json,
        told: Told::default(),
        counting: Counting::default(),
        changed: None,
    };
    quietly(drilling.through(taken_up))
}

/// A drill under way.
struct Drilling<'a, 'c> {
    session: Session<'a, 'c>,
    run: RunId,
    /// Entries in its log.
    entries: usize,
    room: Room,
    json: bool,
    told: Told,
    counting: Counting,
    /// The team whose answer is entered once more, where all answer.
    changed: Option<TeamId>,
}

impl Drilling<'_, '_> {
    fn through(mut self, taken_up: bool) -> Result<Outcome, PlainError> {
        if taken_up {
            self.take_up()?;
        }
        loop {
            self.tell()?;
            let prompt = self.prompt();
            let heard = match self.session.console.ask(&prompt)? {
                Some(line) => self.hear(&line)?,
                None => Heard::Leave,
            };
            match heard {
                Heard::On => {}
                Heard::Leave if self.room.is_over() => return self.finish(),
                Heard::Leave => return self.leave(),
            }
        }
    }

    /// The room waits where it was left. Its clock goes on from the last entry, so the moment does not matter.
    fn take_up(&mut self) -> Result<(), PlainError> {
        let (played, decided) = (self.room.played().len(), self.room.road().len());
        let after = if self.mode().is_some() { count(played, "question") } else { count(decided, "decision") };
        self.say(&format!("You go on with the drill that was left, after {after}."))?;
        if !self.room.is_over() {
            let at = self.room.last().unwrap_or_default();
            let now = (self.session.clock)();
            self.take(&now, Entry { at, what: Input::TakenUp })?;
        }
        Ok(())
    }

    fn leave(self) -> Result<Outcome, PlainError> {
        self.session.console.say("Left. The drill is kept: `ninetracks drill --plain --resume` goes on here.")?;
        Ok(Outcome::Left)
    }

    fn finish(self) -> Result<Outcome, PlainError> {
        let zone = (self.session.clock)().zone;
        if self.json
            && let Some(report) = self.session.store.drill_report(self.session.course, self.run, &zone)?
        {
            self.session.console.give(&report.json())?;
        }
        Ok(Outcome::Done)
    }

    /// Does `what` in the room. When the room refuses, says why and saves nothing.
    fn enter(&mut self, what: Input) -> Result<bool, PlainError> {
        let now = (self.session.clock)();
        self.take(&now, Entry { at: moment(&now), what })
    }

    /// Several at once, until one is refused; whether all were taken.
    fn enter_all(&mut self, all: impl IntoIterator<Item = Input>) -> Result<bool, PlainError> {
        for what in all {
            if !self.enter(what)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn take(&mut self, now: &Clock, entry: Entry) -> Result<bool, PlainError> {
        if let Err(why) = self.room.apply(&entry) {
            self.say(&sentence(&why.to_string()))?;
            return Ok(false);
        }
        if !matches!(
            entry.what,
            Input::Tick | Input::Paused | Input::Resumed | Input::Joined(_) | Input::Regraded { .. }
        ) {
            (self.counting, self.changed) = (Counting::default(), None);
        }
        self.session.save(now, EventKind::DrillEntered { run: self.run, after: self.entries, entry })?;
        self.entries += 1;
        Ok(true)
    }

    fn say(&mut self, text: &str) -> Result<(), PlainError> {
        self.session.console.say(text)
    }

    fn team(&self, id: TeamId) -> Option<&Team> {
        self.room.team(id)
    }

    fn name(&self, id: TeamId) -> String {
        self.team(id).map_or_else(String::new, |t| t.name.to_string())
    }

    /// Names with commas between.
    fn names(&self, teams: &[TeamId]) -> String {
        teams.iter().map(|&id| self.name(id)).collect::<Vec<_>>().join(", ")
    }
}

fn moment(clock: &Clock) -> Moment {
    Moment(clock.now.as_millisecond())
}
