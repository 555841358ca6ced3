//! A drill under way, driven from one keyboard: entries are handed to the room and those it takes are to be saved; what the
//! teacher is entering belongs to one moment of the room.
//!
//! ```text
//!  pending     what the teacher is entering: a team's answer, or hands
//!  hand_count  a number for each option
//!  entering    giving the room what was entered
//!  batch       answers of several teams in one line
//!  by_hand     points and teams, changed by hand
//!  people      who is away, who plays where
//!  pupils      votes of single pupils, by their numbers
//!  seats       a class on its own devices
//!  advance     what comes next, where nothing has to be entered first
//!  clock       the time that went by, and how little of it is written
//! ```

mod advance;
mod batch;
mod by_hand;
mod clock;
mod entering;
mod hand_count;
mod pending;
mod people;
mod pupils;
mod seats;

pub use advance::Advance;
pub use batch::BETWEEN_TEAMS;
pub use by_hand::HOW_TO_AWARD;
pub use clock::CaughtUp;
pub use entering::{Decided, NoAnswer, Typed};
pub use hand_count::{HandCount, MOST_DIGITS};
pub use pending::{Pending, Spelling, type_into};
pub use people::Named;

use clock::TimeSeen;
use seats::SeatSide;

use crate::study::class::DrillLabel;
use crate::study::drill::{Drill, Entry, Input, Mode, Moment, Open, Refused, Room, Setup, Stage, State, TEAMS};
use crate::study::event::{EventId, EventKind, RunId};
use crate::study::names::PersonName;
use crate::study::time::Clock;

/// How a drill is begun.
#[derive(Clone, Debug, PartialEq)]
pub enum DrillStart {
    New(Box<Setup>),
    /// A new one of which something is said: its name, its class, who is away.
    Labelled(Box<Setup>, DrillLabel),
    /// One that was left, or that ended.
    Resume(RunId),
}

/// A drill under way.
#[derive(Clone, Debug)]
pub struct DrillHost {
    room: Room,
    /// `None` until its start is saved.
    run: Option<RunId>,
    /// Entries in its log.
    entries: usize,
    pending: Pending,
    seen: TimeSeen,
    /// Those who were away when it began.
    absent: Vec<PersonName>,
    /// The class's list.
    pupils: Vec<PersonName>,
    /// The class's own devices, where it has some.
    seats: Option<SeatSide>,
}

/// What came of one entry or several.
#[derive(Clone, Debug, Default, PartialEq)]
#[must_use]
pub struct Taken {
    /// What is to be saved, in order.
    pub events: Vec<EventKind>,
    /// Why the room did not take the next one; what was entered before it stands.
    pub refused: Option<Refused>,
    /// Whether the teacher is asked for something else than before.
    pub is_new_moment: bool,
}

impl Taken {
    /// Whether the room took all of it.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.refused.is_none()
    }

    fn and(mut self, next: Self) -> Self {
        self.events.extend(next.events);
        Self { refused: next.refused, is_new_moment: self.is_new_moment || next.is_new_moment, ..self }
    }
}

impl DrillHost {
    /// A new drill, and its start, which is to be saved.
    #[must_use]
    pub fn start(setup: Setup) -> (Self, EventKind) {
        Self::start_labelled(setup, DrillLabel::default())
    }

    /// The same for a drill of which something is said.
    #[must_use]
    pub fn start_labelled(setup: Setup, label: DrillLabel) -> (Self, EventKind) {
        let host = Self::new(Room::new(setup.clone()), None, 0).labelled(&label);
        (host, EventKind::DrillStarted { setup: Box::new(setup), label })
    }

    /// The drill `run`, as its log of so many `entries` has left it. Unless it is over, the room waits, paused; its clock
    /// goes on from the last entry.
    pub fn resume(run: RunId, room: Room, entries: usize) -> (Self, Taken) {
        let mut host = Self::new(room, Some(run), entries);
        let taken = if host.room.is_over() {
            Taken::default()
        } else {
            let at = host.room.last().unwrap_or_default();
            host.apply(Entry::new(at, Input::TakenUp))
        };
        (host, taken)
    }

    fn new(room: Room, run: Option<RunId>, entries: usize) -> Self {
        let (pending, seen) = (Pending::new(&room), TimeSeen::since(room.last()));
        Self { room, run, entries, pending, seen, absent: Vec::new(), pupils: Vec::new(), seats: None }
    }

    /// The start was saved under this number.
    pub fn started(&mut self, id: EventId) {
        self.run = Some(id);
        self.attach(id);
    }

    #[must_use]
    pub fn run(&self) -> Option<RunId> {
        self.run
    }

    #[must_use]
    pub fn room(&self) -> &Room {
        &self.room
    }

    /// What the teacher is entering.
    #[must_use]
    pub fn pending(&self) -> &Pending {
        &self.pending
    }

    /// The kind of drill, when questions are asked.
    #[must_use]
    pub fn mode(&self) -> Option<Mode> {
        self.room.setup().questions().map(|q| q.mode)
    }

    /// The question in play, open or closed; `None` while the drill waits.
    #[must_use]
    pub fn open_question(&self) -> Option<&Open> {
        match self.room.state() {
            State::Live(Stage::Open(open) | Stage::Closed(open)) => Some(open),
            State::Live(_) | State::Paused(_) | State::Done(_) => None,
        }
    }

    #[must_use]
    pub fn is_paused(&self) -> bool {
        matches!(self.room.state(), State::Paused(_))
    }

    /// The stage the drill is in, also while it waits; `None` after its end.
    #[must_use]
    pub fn stage(&self) -> Option<&Stage> {
        match self.room.state() {
            State::Live(stage) | State::Paused(stage) => Some(stage),
            State::Done(_) => None,
        }
    }

    /// Number of the question in play or last played, from 1; 0 before the first.
    #[must_use]
    pub fn question_number(&self) -> usize {
        let in_play =
            matches!(self.stage(), Some(Stage::Ask { .. } | Stage::Open(_) | Stage::Closed(_) | Stage::Interlude(_)));
        self.room.played().len() + usize::from(in_play)
    }

    /// Whether a team presses this key to buzz.
    #[must_use]
    pub fn is_team_key(&self, c: char) -> bool {
        self.mode() == Some(Mode::Buzzer) && self.room.presses(&c.to_string()).is_some()
    }

    /// Whether more time can be given to the question.
    #[must_use]
    pub fn can_extend(&self) -> bool {
        let timed = self.room.setup().questions().is_some_and(|q| q.timer_s.is_some());
        timed && matches!(self.stage(), Some(Stage::Open(_) | Stage::Closed(_)))
    }

    /// Whether a question is open, so that it can be closed.
    #[must_use]
    pub fn can_close(&self) -> bool {
        matches!(self.stage(), Some(Stage::Open(_)))
    }

    /// Whether there is a question to be left out.
    #[must_use]
    pub fn can_skip(&self) -> bool {
        matches!(self.stage(), Some(Stage::Ask { .. } | Stage::Open(_) | Stage::Closed(_)))
    }

    /// Whether a late team can join: in a scenario the class decides as one.
    #[must_use]
    pub fn can_add_team(&self) -> bool {
        matches!(self.room.setup().drill(), Drill::Questions(_)) && self.room.teams().len() < *TEAMS.end()
    }

    /// Whether a team can be taken out.
    #[must_use]
    pub fn can_remove_team(&self) -> bool {
        matches!(self.room.setup().drill(), Drill::Questions(_)) && self.room.present().len() > 1
    }

    /// Whether points can be given by hand.
    #[must_use]
    pub fn can_award(&self) -> bool {
        self.room.shows_board()
    }

    /// Whether a question was revealed, so that its key can be corrected.
    #[must_use]
    pub fn can_rekey(&self) -> bool {
        !self.room.revealed().is_empty()
    }

    /// Hands an entry to the room.
    pub fn take(&mut self, clock: &Clock, what: Input) -> Taken {
        if what == Input::Closed && self.seats.is_some() { self.close(clock) } else { self.take_as_is(clock, what) }
    }

    /// The same, whatever the seats have to say.
    fn take_as_is(&mut self, clock: &Clock, what: Input) -> Taken {
        let entry = self.entry(moment(clock), what);
        self.apply(entry)
    }

    /// Hands several over, until one is refused.
    pub fn take_all(&mut self, clock: &Clock, all: impl IntoIterator<Item = Input>) -> Taken {
        let mut taken = Taken::default();
        for what in all {
            taken = taken.and(self.take(clock, what));
            if !taken.is_whole() {
                break;
            }
        }
        taken
    }

    /// Hands over what cannot be done while the drill waits: then it goes on first.
    pub fn take_awake(&mut self, clock: &Clock, what: Input) -> Taken {
        let first = self.is_paused().then_some(Input::Resumed);
        self.take_all(clock, first.into_iter().chain([what]))
    }

    /// Takes back what was done last. A pause is not what the teacher means: what was done before it is.
    pub fn undo(&mut self, clock: &Clock) -> Taken {
        let mut taken = Taken::default();
        loop {
            let before = self.room.state().clone();
            taken = taken.and(self.take(clock, Input::Undone));
            if !taken.is_whole() || !before.was_a_pause(self.room.state()) {
                return taken;
            }
        }
    }

    fn apply(&mut self, entry: Entry) -> Taken {
        let refused = |why| Taken { refused: Some(why), ..Taken::default() };
        let Some(run) = self.run else { return refused(Refused::NotNow) };
        if let Err(why) = self.room.apply(&entry) {
            return refused(why);
        }
        self.seen = TimeSeen::since(Some(entry.at));
        let wanted = self.wanted();
        let is_new_moment = entry.what == Input::Undone || !self.pending.fits(&wanted);
        if is_new_moment {
            let before = std::mem::replace(&mut self.pending, wanted);
            self.pending = std::mem::replace(&mut self.pending, Pending::Nothing).keeping(before);
        }
        self.pending.call_next(&self.room);
        self.publish();
        let after = self.entries;
        self.entries += 1;
        Taken { events: vec![EventKind::DrillEntered { run, after, entry }], refused: None, is_new_moment }
    }
}

/// The moment of `clock` for a log.
#[must_use]
pub fn moment(clock: &Clock) -> Moment {
    Moment(clock.now.as_millisecond())
}
