//! The room of a classroom drill: a pure state machine over a log of entries.
//!
//! ```text
//!            ┌──────────────── next question ◄───────────────┐
//!  Lobby ──► Ask ──► Open ──► Closed ──► Reveal ──► Board ───┤
//!   │                 ▲  more time │        └────────────────┘──► Done
//!   └► Scene ──► Scene … ──► Debrief ────────────────────────────► Done        (Paused wraps any but Done)
//! ```
//! The log is the truth: [`Room::fold`] of a setup and a log is the room, at every prefix, so a killed program continues
//! where it was and a dispute can be replayed. The room knows no screen, no network and no clock: each [`Entry`]
//! carries its moment. An entry that does not fit is [`Refused`] and changes nothing, not even the time.
//!
//! Nothing about an answer leaves the room before the reveal: screens that people see draw [`Room::public`].

mod by_hand;
mod controls;
mod dealing;
mod floor;
mod input;
mod interruption;
mod left_out;
mod mark;
mod mode;
mod pace;
mod plan;
mod points;
mod public;
mod raised;
mod refused;
mod report;
mod route;
mod said;
mod scoring;
mod seating;
mod setup;
mod stage;
mod tally;
mod team;
mod timer;
mod transition;
pub mod words;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use by_hand::MOST_BY_HAND;
pub use dealing::{DealError, USUAL_TEAMS, teams_of};
pub use input::{Entry, Input, Moment, Ruling, Vote};
pub use left_out::LeftOut;
pub use mode::Mode;
pub use pace::{Pace, USUAL_ARGUE_S};
pub use plan::{Plan, QuestionPlan, USUAL_LENGTH, USUAL_TARGET_PERCENT};
pub use points::Points;
pub use public::{Public, PublicFloor, PublicHands, Screen, Solution};
pub use raised::PupilVote;
pub use refused::Refused;
pub(in crate::study) use report::facility_of_hands;
pub use route::{Decision, Fork, Road, To, Way};
pub use said::Said;
pub use scoring::{Penalty, Performance, Scoring, Speed, Streak};
pub use seating::Seating;
pub use setup::{Draft, Drill, MAX_TIMER_S, Questions, Setup, SetupError, TimeUp};
pub use stage::{Finish, Floor, Given, Hands, Open, Outcome, Played, Stage, State};
pub use tally::{ClassScore, Earnings, Standing};
pub use team::{Shape, TEAMS, Team, TeamError, TeamId, is_key};
pub(in crate::study) use timer::Elapsed;
pub use timer::{MOST_STEP_MS, Timer};
pub use transition::USUAL_EXTRA_S;

use super::item::Key;
pub use super::item::letter;
use crate::course::model::Text;
use crate::study::names::PersonName;
use interruption::Interruption;
use mark::Mark;

/// Most hands in one vote: a full lecture hall.
pub const MOST_HANDS: u32 = 1000;

/// A drill as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Room {
    setup: Setup,
    core: Core,
    /// The room before each act that can be taken back, the latest last.
    past: Vec<Mark>,
    interruption: Interruption,
}

/// What changes in a room. Lists in it only ever grow, so that going back is cutting them short; what changes otherwise is
/// shared with the places to go back to.
#[derive(Clone, Debug, PartialEq)]
struct Core {
    state: State,
    seats: Arc<Vec<Seat>>,
    /// Questions that are over, in order: each stands at its own position, and the next is the one with this many before it.
    played: Vec<Played>,
    /// Keys other than the author's, by question.
    keys: Arc<BTreeMap<usize, Key>>,
    road: Vec<Decision>,
    awards: Vec<Award>,
    gone: Vec<Departure>,
    named_votes: Vec<raised::NamedVote>,
    /// Those who are away, where that was said while the drill ran.
    away: Option<Arc<[PersonName]>>,
    /// The moment of the last entry.
    last: Option<Moment>,
}

/// A team in the room.
#[derive(Clone, Debug, PartialEq)]
struct Seat {
    team: Team,
    /// Number of questions that were over when it came.
    since: usize,
}

/// Points that the teacher gave a team, or took from it, by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Award {
    pub team: TeamId,
    /// Below zero where points were taken.
    pub points: Points,
    pub why: Text,
    /// Number of questions that were over then.
    pub after: usize,
}

/// A team that has left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Departure {
    team: TeamId,
    /// Number of questions that were over when it left.
    after: usize,
}

impl Room {
    #[must_use]
    pub fn new(setup: Setup) -> Self {
        let seats = setup.teams().iter().map(|team| Seat { team: team.clone(), since: 0 }).collect::<Vec<_>>();
        let state = State::Live(Stage::Lobby);
        let core = Core {
            state,
            seats: Arc::new(seats),
            played: Vec::new(),
            keys: Arc::default(),
            road: Vec::new(),
            awards: Vec::new(),
            gone: Vec::new(),
            named_votes: Vec::new(),
            away: None,
            last: None,
        };
        Self { setup, core, past: Vec::new(), interruption: Interruption::default() }
    }

    /// The room that `log` leads to. Entries that do not fit are passed over, as [`Room::apply`] does.
    #[must_use]
    pub fn fold(setup: Setup, log: &[Entry]) -> Self {
        let mut room = Self::new(setup);
        for entry in log {
            let _ = room.apply(entry);
        }
        room
    }

    /// Takes an entry.
    ///
    /// # Errors
    /// When the entry does not fit; the room is then as it was, and the entry does not belong in the log.
    pub fn apply(&mut self, entry: &Entry) -> Result<(), Refused> {
        if entry.what == Input::Undone {
            let earlier = self.past.pop().ok_or(Refused::NothingDone)?;
            self.interruption = self.interruption.until(entry, self.core.last);
            self.core.back_to(earlier);
            self.core.last = Some(entry.at);
            return Ok(());
        }
        let (before, last) = (self.core.mark(), self.core.last);
        let step = self.core.pass_time(entry);
        // Time that was seen to pass is not given back with what was done in it.
        let passed = entry.ran_ms.filter(|_| entry.what.is_act()).map(|_| self.core.mark());
        if let Err(why) = self.core.act(&self.setup, &entry.what, step) {
            self.core.back_to(before);
            return Err(why);
        }
        if entry.what.is_act() {
            self.past.push(passed.unwrap_or(before));
        }
        self.interruption = self.interruption.until(entry, last);
        Ok(())
    }

    #[must_use]
    pub fn setup(&self) -> &Setup {
        &self.setup
    }

    /// The state with all it holds, answers included: for the teacher's controls and the report, not for the wall.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.core.state
    }

    /// Teams by their ids, late ones last.
    pub fn teams(&self) -> impl ExactSizeIterator<Item = &Team> {
        self.core.seats.iter().map(|seat| &seat.team)
    }

    #[must_use]
    pub fn team(&self, id: TeamId) -> Option<&Team> {
        self.core.seats.get(usize::from(id.0)).map(|seat| &seat.team)
    }

    /// Number of questions that were over when a team came; `None` when there is no such team.
    #[must_use]
    pub fn since(&self, id: TeamId) -> Option<usize> {
        self.core.seats.get(usize::from(id.0)).map(|seat| seat.since)
    }

    /// Number of questions that were over when a team left; `None` while it is there.
    #[must_use]
    pub fn gone_after(&self, id: TeamId) -> Option<usize> {
        self.core.gone.iter().find(|gone| gone.team == id).map(|gone| gone.after)
    }

    /// Teams that have not left, in the order of joining.
    #[must_use]
    pub fn present(&self) -> Vec<TeamId> {
        self.core.present().collect()
    }

    /// Points given and taken by hand, in order.
    #[must_use]
    pub fn awards(&self) -> &[Award] {
        &self.core.awards
    }

    /// Questions that are over, in order.
    #[must_use]
    pub fn played(&self) -> &[Played] {
        &self.core.played
    }

    /// The key that stands for a question.
    #[must_use]
    pub fn key(&self, question: usize) -> &Key {
        self.core.key(question)
    }

    /// What the class decided so far.
    #[must_use]
    pub fn road(&self) -> &[Decision] {
        &self.core.road
    }

    /// The moment of the last entry.
    #[must_use]
    pub fn last(&self) -> Option<Moment> {
        self.core.last
    }

    /// Milliseconds from `started` to the last entry, without those in which the program was closed; `None` before the first.
    #[must_use]
    pub fn lasted_ms(&self, started: Moment) -> Option<u64> {
        let all = u64::try_from(self.core.last?.0.saturating_sub(started.0)).ok()?;
        Some(all.saturating_sub(self.interruption.ms))
    }

    fn ids(&self) -> impl Iterator<Item = TeamId> + use<> {
        self.core.ids()
    }
}

impl Core {
    fn ids(&self) -> impl Iterator<Item = TeamId> + use<> {
        (0_u8..).take(self.seats.len()).map(TeamId)
    }

    fn seats_mut(&mut self) -> &mut Vec<Seat> {
        Arc::make_mut(&mut self.seats)
    }

    fn key(&self, question: usize) -> &Key {
        self.keys.get(&question).unwrap_or(&Key::Author)
    }

    /// The question in play, open or closed, paused or not.
    fn open(&self) -> Option<&Open> {
        match &self.state {
            State::Live(Stage::Open(open) | Stage::Closed(open))
            | State::Paused(Stage::Open(open) | Stage::Closed(open)) => Some(open),
            State::Live(_) | State::Paused(_) | State::Done(_) => None,
        }
    }

    /// Lets the clock run on to the entry, if it runs.
    fn pass_time(&mut self, entry: &Entry) -> Elapsed {
        let step = entry.ran_ms.map_or_else(
            || Elapsed::between(self.last.unwrap_or(entry.at), entry.at),
            |ms| Elapsed { ms, jumped: false },
        );
        self.last = Some(entry.at);
        if let State::Live(Stage::Open(open)) = &mut self.state
            && open.runs()
            && entry.what != Input::TakenUp
        {
            open.timer.run(step);
        }
        step
    }
}

#[cfg(test)]
mod tests;
