//! What the teacher does at the seats.

use super::Owner;
use crate::host::frames::ToPage;
use crate::host::writer::ToWriter;
use crate::study::event::RunId;
use crate::study::live::{SeatInput, SeatOrder};

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
