//! The people on their own devices: who is connected; rename, take out, let nobody new in.

use super::super::DrillScreen;
use super::Over;
use crate::course::wording::sentence;
use crate::study::live::{SeatId, SeatLine, SeatOrder};
use crate::study::names::PersonName;
use crate::ui::bindings::Binding;
use crate::ui::keys::Chord::Char;
use crate::ui::keys::ENTER;

impl DrillScreen {
    /// The keys of the list, but for moving in it and leaving it.
    pub(super) fn seat_bindings() -> Vec<Binding<Self>> {
        vec![
            Binding::<Self>::new("⏎", "rename", &[ENTER], |s, _| s.begin_renaming_seat()).once(),
            Binding::<Self>::new("x", "take out", &[Char('x')], |s, _| s.take_seat_out()).once(),
            Binding::<Self>::new("l", "lock, unlock the room", &[Char('l')], |s, _| s.lock_room()).once(),
        ]
    }

    pub(super) fn seats_title(&self) -> String {
        let Some(news) = self.host.seat_news() else { return String::new() };
        let door = if news.is_locked { "The room is locked: nobody new comes in." } else { "The room is open." };
        format!("{} of {} connected. {door}", news.here(), news.people.len())
    }

    pub(super) fn seat_rows(&self) -> Vec<String> {
        let Some(news) = self.host.seat_news() else { return Vec::new() };
        let row = |line: &SeatLine| {
            let team = line.team.and_then(|team| self.room().team(team)).map(|team| format!(", {}", team.name));
            let away = if line.is_here { "" } else { " (not connected)" };
            format!("{}{}{away}", line.name, team.unwrap_or_default())
        };
        news.people.iter().map(row).collect()
    }

    fn seat_under_cursor(&self) -> Option<SeatLine> {
        let Some(Over::Seats { cursor }) = self.over else { return None };
        self.host.seat_news()?.people.get(cursor).cloned()
    }

    fn order(&self, order: SeatOrder) {
        if let Some(link) = self.host.seat_link() {
            link.0.order(order);
        }
    }

    fn begin_renaming_seat(&mut self) {
        if let Some(line) = self.seat_under_cursor() {
            self.over = Some(Over::RenamingSeat { seat: line.seat, typed: String::new() });
        }
    }

    fn take_seat_out(&mut self) {
        if let Some(line) = self.seat_under_cursor() {
            self.order(SeatOrder::Remove { seat: line.seat });
            self.notice =
                Some(format!("{} is taken out. Who has the code can join again, unless you lock the room.", line.name));
        }
    }

    fn lock_room(&mut self) {
        let is_locked = self.host.seat_news().is_some_and(|news| news.is_locked);
        self.order(SeatOrder::Lock(!is_locked));
    }

    /// Takes an answer that was typed from a device.
    pub(super) fn redeem(&mut self, code: &str) {
        let Some(link) = self.host.seat_link() else { return };
        match link.0.redeem(code) {
            Ok(name) => {
                self.over = None;
                self.notice = Some(format!("The answer of {name} is taken."));
            }
            Err(why) => self.notice = Some(why),
        }
    }

    pub(super) fn rename_seat(&mut self, seat: SeatId, typed: &str) {
        match PersonName::new(typed) {
            Ok(name) => {
                self.order(SeatOrder::Rename { seat, name });
                self.over = Some(Over::Seats { cursor: seat.0 });
            }
            Err(why) => self.notice = Some(sentence(&why.to_string())),
        }
    }
}
