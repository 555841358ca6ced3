//! What the teacher does at the seats.

use super::Owner;
use crate::host::frames::ToPage;
use crate::host::shown::asked;
use crate::host::writer::ToWriter;
use crate::study::event::RunId;
use crate::study::live::{SeatInput, SeatOrder, Ticket};
use crate::study::names::PersonName;

/// Why a ticket is for nothing.
const NOTHING_ASKED: &str = "No question waits for its answer: a code counts until the answer is shown.";

impl Owner {
    /// The drill has a number. Who sat in another one before sits in this one too.
    pub(super) fn attach(&mut self, run: RunId) {
        let _ = self.setup.writer.send(ToWriter::Attach(run));
        if !std::mem::replace(&mut self.is_attached, true) {
            if self.seats.code().is_none() {
                self.enter(SeatInput::Opened { code: self.setup.code.clone() }, None);
            }
            return;
        }
        let before = std::mem::take(&mut self.seats);
        self.lost.clear();
        self.enter(SeatInput::Opened { code: self.setup.code.clone() }, None);
        let mut moved = std::collections::HashMap::new();
        for (old, occupant) in before.all().filter(|(_, occupant)| !occupant.is_removed) {
            let (seat, secret, name) = (self.seats.next(), occupant.secret, occupant.name.clone());
            moved.insert(old, seat);
            self.enter(SeatInput::Joined { seat, secret, name, team: occupant.team, since: 0 }, None);
        }
        self.here = std::mem::take(&mut self.here)
            .into_iter()
            .filter_map(|(old, link)| Some((*moved.get(&old)?, link)))
            .collect();
        for (&seat, link) in &self.here {
            if let Some(state) = self.links.get_mut(link) {
                state.seat = Some(seat);
            }
        }
    }

    /// The answer of a device that did not reach the host counts once, until the answer is shown.
    pub(super) fn redeem(&mut self, code: &str) -> Result<PersonName, String> {
        let ticket =
            Ticket::read(code).ok_or("This is no code: it has twelve signs, and none of 0, 1, 5, I, O and S.")?;
        let (room, poll) = self.room.as_ref().and_then(|room| Some((room, asked(room)?))).ok_or(NOTHING_ASKED)?;
        let occupant = self.seats.occupant(ticket.seat).filter(|occupant| !occupant.is_removed);
        let genuine = occupant.filter(|occupant| ticket.is_genuine(&occupant.secret, poll));
        let name = genuine.ok_or("This code is not one for this question: look at its signs again.")?.name.clone();
        if self.seats.answer(poll, ticket.seat).is_some() {
            return Err(format!("{name} has answered this question already."));
        }
        let item = room.setup().asked(poll.question).ok_or(NOTHING_ASKED)?;
        let answer = ticket.answer_to(item).ok_or("This code holds no answer to this question.")?;
        self.enter(SeatInput::Answered { seat: ticket.seat, poll, answer, credit_ms: 0, by_ticket: true }, None);
        self.count_people();
        Ok(name)
    }

    pub(super) fn obey(&mut self, order: SeatOrder) {
        match order {
            SeatOrder::Lock(locked) => drop(self.enter(SeatInput::Locked(locked), None)),
            SeatOrder::Rename { seat, name } => {
                let name = self.seats.free_name(&name);
                if self.enter(SeatInput::Renamed { seat, name }, None)
                    && let Some(&link) = self.here.get(&seat)
                {
                    self.seat(link, seat);
                }
            }
            SeatOrder::Remove { seat } => {
                self.lost.remove(&seat);
                if self.enter(SeatInput::Removed { seat }, None)
                    && let Some(link) = self.here.remove(&seat)
                {
                    let why = "Your teacher has taken this seat out of the room.".to_owned();
                    self.send(link, ToPage::Removed { why }.outgoing());
                    self.links.remove(&link);
                }
            }
        }
        self.count_people();
    }
}
