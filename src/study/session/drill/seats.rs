//! A class on its own devices: every change of the room goes to the seats, and what they said goes to the room when a question
//! closes. By themselves only presses, time and a full set of answers do anything.

use super::{DrillHost, Pending, Taken, moment};
use crate::study::drill::{Floor, Hands, Input, Moment, Stage, State, TeamId};
use crate::study::event::RunId;
use crate::study::live::{GRACE_MS, MOST_CREDIT_MS, OpenPoll, Poll, SeatLink, SeatNews, Turn};
use crate::study::time::Clock;

/// Milliseconds between two looks at the seats.
pub(super) const LOOK_AT_SEATS_MS: u64 = 150;

/// The seats beside a room.
#[derive(Clone, Debug)]
pub(super) struct SeatSide {
    link: SeatLink,
    /// Since when the time of which poll is up.
    up: Option<(Poll, Moment)>,
}

impl DrillHost {
    /// The same drill with seats beside its room.
    #[must_use]
    pub fn with_seats(mut self, link: Option<SeatLink>) -> Self {
        self.seats = link.map(|link| SeatSide { link, up: None });
        self.pending = self.wanted();
        if let Some(run) = self.run {
            self.attach(run);
        }
        self
    }

    /// How it stands at the seats; `None` where there are none.
    #[must_use]
    pub fn seat_news(&self) -> Option<std::sync::Arc<SeatNews>> {
        self.seats.as_ref().map(|side| side.link.0.news())
    }

    /// Whether anybody on a device has answered what is open: it comes to the room when that closes.
    pub(super) fn is_answered_on_devices(&self) -> bool {
        self.seat_news().is_some_and(|news| news.answered.is_some_and(|answered| answered > 0))
    }

    /// The seats, to do something at them.
    #[must_use]
    pub fn seat_link(&self) -> Option<&SeatLink> {
        self.seats.as_ref().map(|side| &side.link)
    }

    /// What the seats and the clock lead to by themselves: who pressed has the floor, and a question ends that everybody who
    /// is here has answered, or whose time is up.
    pub fn settle(&mut self, clock: &Clock) -> Taken {
        let (Some(news), Some(open)) = (self.seat_news(), OpenPoll::of(&self.room)) else { return Taken::default() };
        match &open.whose {
            Turn::Press { .. } if news.pressed.is_empty() => Taken::default(),
            Turn::Press { .. } => self.take(clock, Input::Buzzed { teams: news.pressed.clone() }),
            Turn::Everyone | Turn::Team(_) => {
                let closes = self.room.setup().questions().is_some_and(|q| q.pace.closes_when_all_answered);
                let is_done = closes && news.is_complete() || self.is_late(clock, open.poll);
                if is_done { self.end_turn(clock, &open.whose) } else { Taken::default() }
            }
        }
    }

    /// Whether the time of `poll` is up for so long that nothing more can be on its way.
    fn is_late(&mut self, clock: &Clock, poll: Poll) -> bool {
        let is_up = self.left_ms(clock) == Some(0);
        let Some(side) = &mut self.seats else { return false };
        let now = moment(clock);
        let since = side.up.filter(|(of, _)| *of == poll).map_or(now, |(_, since)| since);
        side.up = is_up.then_some((poll, since));
        let wait = GRACE_MS + u64::from(MOST_CREDIT_MS);
        is_up && u64::try_from(now.0.saturating_sub(since.0)).is_ok_and(|waited| waited >= wait)
    }

    /// Ends the question or, where teams answer in turn, this team's turn.
    fn end_turn(&mut self, clock: &Clock, whose: &Turn) -> Taken {
        let Turn::Team(team) = whose else { return self.close(clock) };
        let taken = self.hear(clock);
        // A team that has the floor may say it aloud.
        let is_turn =
            matches!(self.room.state(), State::Live(Stage::Open(open)) if open.floor == Floor::Turn { team: *team });
        if taken.is_whole() && taken.events.is_empty() && is_turn { self.pass_for(clock, *team) } else { taken }
    }

    fn pass_for(&mut self, clock: &Clock, team: TeamId) -> Taken {
        self.take_as_is(clock, Input::Passed { team })
    }

    /// Decides as most of the class did on its devices; `None` where no choice has most voices.
    pub fn decide_by_seats(&mut self, clock: &Clock) -> Option<Taken> {
        self.seats.as_ref()?;
        Some(self.hear(clock)).filter(|taken| !taken.events.is_empty() || !taken.is_whole())
    }

    /// Closes the question with what the seats said; a vote that leads on to arguing stays open.
    pub(super) fn close(&mut self, clock: &Clock) -> Taken {
        let taken = self.hear(clock);
        let is_counted = matches!(self.room.state(), State::Live(Stage::Open(open))
            if matches!(open.floor, Floor::Hands(Hands::Arguing { .. } | Hands::Voted { .. })));
        if !taken.is_whole() || !self.is_open() || is_counted && !taken.events.is_empty() {
            return taken;
        }
        taken.and(self.take_as_is(clock, Input::Closed))
    }

    pub(super) fn is_open(&self) -> bool {
        matches!(self.room.state(), State::Live(Stage::Open(_)))
    }

    /// Hands what the seats said to the room.
    fn hear(&mut self, clock: &Clock) -> Taken {
        let said = self.seats.as_ref().map(|side| side.link.0.close()).unwrap_or_default();
        let mut taken = Taken::default();
        for what in said {
            taken = taken.and(self.take_as_is(clock, what));
            if !taken.is_whole() {
                break;
            }
        }
        taken
    }

    /// What the teacher is asked for: with devices only what a device cannot do.
    pub(super) fn wanted(&self) -> Pending {
        match Pending::new(&self.room) {
            Pending::Answer(spelling) if self.seats.is_some() && spelling.hidden => Pending::Nothing,
            Pending::Votes { .. } if self.seats.is_some() => Pending::Nothing,
            pending => pending,
        }
    }

    /// The drill was saved under this number.
    pub(super) fn attach(&self, run: RunId) {
        if let Some(side) = &self.seats {
            side.link.0.attach(run);
            self.publish();
        }
    }

    /// Shows the seats the room as it is now.
    pub(super) fn publish(&self) {
        if let Some(side) = &self.seats {
            side.link.0.publish(&self.room, self.room.left_after(self.seen.ms()));
        }
    }
}
