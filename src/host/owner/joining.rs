//! Sitting down, coming back, going away.

use super::{Ack, Owner};
use crate::course::wording::sentence;
use crate::host::door::LinkId;
use crate::host::frames::{RefusalCode, TeamFrame, ToPage};
use crate::host::naming::{NameRule, drawn};
use crate::study::drill::{MOST_HANDS, Mode, Room, TeamId};
use crate::study::live::{SeatId, SeatInput, SeatSecret};
use crate::study::names::PersonName;

impl Owner {
    /// Somebody new comes, with the right code.
    pub(super) fn join(&mut self, link: LinkId, name: Option<&str>) {
        if self.links.get(&link).is_none_or(|state| state.seat.is_some()) || !self.is_attached {
            return;
        }
        if self.seats.is_locked() {
            return self.refuse(link, RefusalCode::Locked, "The room is locked: ask your teacher to open it.");
        }
        if self.seats.next().0 >= usize::try_from(MOST_HANDS).unwrap_or(usize::MAX) {
            return self.refuse(link, RefusalCode::Full, "The room is full.");
        }
        let name = match self.name_of(name) {
            Ok(Some(name)) => name,
            Ok(None) => return self.offer_names(link),
            Err((code, why)) => return self.refuse(link, code, &why),
        };
        let mut bytes = [0; 16];
        if getrandom::fill(&mut bytes).is_err() {
            return self.refuse(link, RefusalCode::Full, "This computer gives no random numbers: tell your teacher.");
        }
        let (seat, since) = (self.seats.next(), self.room.as_ref().map_or(0, |room| room.played().len()));
        let team = self.team_of(&name);
        let joined = SeatInput::Joined { seat, secret: SeatSecret(bytes), name, team, since };
        self.enter(joined, Some((link, Ack::Seated(seat))));
    }

    /// The name for somebody who wants to be called `wanted`; `None` where it is to be picked from a list first.
    fn name_of(&self, wanted: Option<&str>) -> Result<Option<PersonName>, (RefusalCode, String)> {
        let rule = &self.setup.names;
        if *rule == NameRule::Drawn {
            return Ok(drawn(self.seats.next()));
        }
        let Some(wanted) = wanted else {
            let ask = (RefusalCode::Name, "Write your name.".to_owned());
            return if matches!(rule, NameRule::Listed(_)) { Ok(None) } else { Err(ask) };
        };
        let name = PersonName::new(wanted).map_err(|why| (RefusalCode::Name, sentence(&why.to_string())))?;
        match rule {
            NameRule::Listed(_) => {
                let known =
                    rule.listed(&name).ok_or((RefusalCode::List, "Pick your name from the list.".to_owned()))?;
                let is_seated = self.seats.all().any(|(_, o)| !o.is_removed && o.name.is_like(known));
                if is_seated {
                    let why = format!("{known} has a seat already. Is it yours on another device? Ask your teacher.");
                    return Err((RefusalCode::List, why));
                }
                Ok(Some(known.clone()))
            }
            NameRule::Free | NameRule::Drawn => Ok(Some(self.seats.free_name(&name))),
        }
    }

    fn offer_names(&mut self, link: LinkId) {
        let names = self.setup.names.open_names(&self.seats).unwrap_or_default();
        self.send(link, ToPage::Names { names }.outgoing());
    }

    /// The team in which somebody was dealt, else the smallest; `None` where nobody plays in teams.
    fn team_of(&self, name: &PersonName) -> Option<TeamId> {
        let room = self.room.as_ref().filter(|room| plays_in_teams(room))?;
        let present = room.present();
        let is_in = |&id: &TeamId| room.team(id).is_some_and(|team| team.members.iter().any(|one| one.is_like(name)));
        present.iter().copied().find(is_in).or_else(|| self.seats.smallest(&present))
    }

    /// Who has the secret has the seat, whichever device it is; the one before is told.
    pub(super) fn come_back(&mut self, link: LinkId, secret: &str) {
        let found = SeatSecret::parse(secret).and_then(|secret| self.seats.seat_of(&secret));
        match found {
            Some(seat) if self.links.contains_key(&link) => self.seat(link, seat),
            Some(_) => {}
            None => self.refuse(link, RefusalCode::Gone, "This seat is not known here: join anew."),
        }
    }

    /// Puts a device on a seat, and shows it how it stands.
    pub(super) fn seat(&mut self, link: LinkId, seat: SeatId) {
        let Some(occupant) = self.seats.occupant(seat) else { return };
        let team = occupant.team.and_then(|team| self.room.as_ref()?.team(team)).map(TeamFrame::of);
        let welcome = ToPage::Welcome {
            secret: occupant.secret.to_string(),
            seat: seat.0,
            name: occupant.name.to_string(),
            team,
        };
        let Some(state) = self.links.get_mut(&link) else { return };
        state.seat = Some(seat);
        self.lost.remove(&seat);
        if let Some(before) = self.here.insert(seat, link).filter(|before| *before != link) {
            self.send(before, ToPage::Away.outgoing());
            self.links.remove(&before);
        }
        self.send(link, welcome.outgoing());
        self.show_to(link, seat);
        self.count_people();
    }

    pub(super) fn drop_link(&mut self, link: LinkId) {
        let Some(state) = self.links.remove(&link) else { return };
        if let Some(seat) = state.seat.filter(|seat| self.here.get(seat) == Some(&link)) {
            self.here.remove(&seat);
            self.lost.insert(seat, std::time::Instant::now());
            self.count_people();
        }
    }
}

/// Whether people play in teams: hands, and the voices of a scenario, are each person's own.
fn plays_in_teams(room: &Room) -> bool {
    room.setup().questions().is_some_and(|questions| questions.mode != Mode::Argue)
}
