//! What covers the wall: the menu while the drill is paused, a late team's name, correcting a key, a ruling, whether a slip
//! was meant, and whose cards get the missed questions. Each is a list except the name.

mod actions;
mod confirm;
mod menu;
mod over;
mod people;
mod people_grid;
mod seats;

use crossterm::event::{KeyCode, KeyEvent};

use self::actions::RULINGS;
pub(super) use self::confirm::Confirm;
pub(super) use self::over::Over;
use super::{Act, DrillScreen};
use crate::study::drill::State;
use crate::study::drill::words::{self, key_choices};
use crate::study::session::drill::{HOW_TO_AWARD, type_into};
use crate::ui::bindings::{Binding, Keyed as _};
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::keys::{BACKSPACE, Chord::Char, ENTER, ESC, SPACE, digits};

/// Place of the first menu key that is no digit from 1 to 9.
const MORE_KEYS: usize = 9;

impl DrillScreen {
    pub(super) fn overlay_bindings(over: &Over) -> Vec<Binding<Self>> {
        let cancel = |does| Binding::new("Esc", does, &[ESC], Self::cancel);
        if over.is_typing() {
            let erase = Binding::<Self>::new("⌫", "erase", &[BACKSPACE], |s, _| s.erase_name()).quiet();
            let does = match over {
                Over::Points(_) => "give",
                Over::Ticket(_) => "take",
                Over::Renaming { .. } | Over::RenamingSeat { .. } => "rename",
                _ => "join",
            };
            return vec![Binding::new("⏎", does, &[ENTER], Self::choose).once(), erase, cancel("back").once()];
        }
        let cards = matches!(over, Over::Cards { .. });
        if let Over::People { .. } | Over::Seats { .. } = over {
            let steps = Binding::<Self>::up_down("move", |s, by, _| s.move_in_list(by)).quiet();
            let own = if matches!(over, Over::Seats { .. }) { Self::seat_bindings() } else { Self::people_bindings() };
            return own.into_iter().chain([steps, cancel("back").once()]).collect();
        }
        vec![
            Binding::<Self>::up_down("move", |s, by, _| s.move_in_list(by)),
            Binding::<Self>::new("space", "tick", &[SPACE], |s, _| s.tick()).when(cards),
            Binding::new("⏎", if cards { "add to cards" } else { "choose" }, &[ENTER], Self::choose).once(),
            Binding::picks("1-9", "choose", digits(9), Self::pick).once().quiet(),
            Binding::picks(
                "0 + - *",
                "choose",
                [Char('0'), Char('+'), Char('-'), Char('*')],
                |s: &mut Self, at, context: &Context<'_>| s.pick(MORE_KEYS + at, context),
            )
            .once()
            .quiet()
            .when(matches!(over, Over::Menu { .. })),
            cancel(if matches!(over, Over::Menu { .. }) { "continue" } else { "back" }).once(),
        ]
    }

    /// Title and rows of what lies over the wall.
    pub(super) fn over_rows(&self, over: &Over) -> (String, Vec<String>) {
        match over {
            Over::Menu { .. } => {
                ("Paused".into(), self.items().into_iter().map(|i| format!("{} {}", i.key(), self.item(i))).collect())
            }
            Over::Late(_) => ("A late team joins. What is its name?".into(), Vec::new()),
            Over::Points(_) => (format!("Points by hand. {HOW_TO_AWARD}"), Vec::new()),
            Over::Leaving { .. } => {
                let teams = self.room().present().into_iter().filter_map(|id| self.room().team(id));
                (
                    "Which team leaves? It keeps its points.".into(),
                    teams.map(|t| format!("{} {}", t.number, t.name)).collect(),
                )
            }
            Over::People { .. } => ("Teams and people. Points stay with the team.".into(), self.people_rows()),
            Over::Renaming { what, .. } => (self.renaming_title(what), Vec::new()),
            Over::Seats { .. } => (self.seats_title(), self.seat_rows()),
            Over::Ticket(_) => ("The code that a device without a network shows:".into(), Vec::new()),
            Over::RenamingSeat { .. } => ("What is this person called now?".into(), Vec::new()),
            Over::Questions { .. } => (
                "Which question's key is wrong?".into(),
                self.room().revealed().into_iter().map(|q| self.stem(q)).collect(),
            ),
            Over::Keys { question, .. } => {
                let rows = key_choices(self.room(), *question).into_iter().map(|(text, _)| text);
                (self.stem(*question), numbered(rows))
            }
            Over::Ruling { .. } => {
                ("How was the spoken answer?".into(), numbered(RULINGS.iter().map(|(_, text)| (*text).into())))
            }
            Over::Confirm { what, .. } => {
                let (title, rows) = self.question(*what);
                (title, numbered(rows))
            }
            Over::Cards { chosen, .. } => {
                let row = |(name, on): (&String, &bool)| format!("{} {name}", if *on { "■" } else { "□" });
                (
                    "Whose cards? Missed questions come first there.".into(),
                    self.profiles.iter().zip(chosen).map(row).collect(),
                )
            }
        }
    }

    fn stem(&self, question: usize) -> String {
        let (number, stem) = words::stem(self.room(), question);
        format!("{number}  {stem}")
    }

    pub(super) fn overlay_key(&mut self, key: KeyEvent, context: &Context<'_>) -> Vec<Effect> {
        let typing = self.over.as_ref().is_some_and(Over::is_typing);
        // A class that presses on chooses nothing in the teacher's menu: a team's key may be `9` or `j`.
        if !typing && matches!(key.code, KeyCode::Char(c) if self.host.is_team_key(c)) {
            return Vec::new();
        }
        if let Some(effects) = self.press(key, context) {
            return effects;
        }
        if let (Some(typed), KeyCode::Char(c)) = (self.over.as_mut().and_then(Over::typed_mut), key.code) {
            type_into(typed, [c]);
        }
        Vec::new()
    }

    /// Chooses the row whose digit is pressed: a menu's rows keep theirs when others go.
    fn pick(&mut self, at: usize, context: &Context<'_>) -> Vec<Effect> {
        let at = match self.over {
            Some(Over::Menu { .. }) => self.items().iter().position(|item| item.place() == at).unwrap_or(usize::MAX),
            _ => at,
        };
        let rows = self.over.as_ref().map_or(0, |over| self.over_rows(over).1.len());
        match self.over.as_mut().and_then(Over::cursor) {
            Some(cursor) if at < rows => {
                *cursor = at;
                self.choose(context)
            }
            _ => Vec::new(),
        }
    }

    fn tick(&mut self) {
        if let Some(Over::Cards { cursor, chosen }) = &mut self.over
            && let Some(on) = chosen.get_mut(*cursor)
        {
            *on = !*on;
        }
    }

    fn erase_name(&mut self) {
        if let Some(typed) = self.over.as_mut().and_then(Over::typed_mut) {
            typed.pop();
        }
    }

    fn move_in_list(&mut self, by: isize) {
        let rows = self.over.as_ref().map_or(0, |over| self.over_rows(over).1.len());
        if let Some(cursor) = self.over.as_mut().and_then(Over::cursor) {
            *cursor = cursor.saturating_add_signed(by).min(rows.saturating_sub(1));
        }
    }

    /// Back to where it came from: the menu, the wall, or the drill itself.
    fn cancel(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let over = self.over.take();
        match (over, self.room().state()) {
            (Some(Over::Menu { .. }), State::Paused(_)) => return self.enter(Act::Resumed, context),
            (Some(Over::Keys { .. }), _) => self.over = Some(Over::Questions { cursor: 0 }),
            (Some(Over::Renaming { .. }), _) => self.over = Some(Over::People { cursor: 0 }),
            (Some(Over::RenamingSeat { .. }), _) => self.over = Some(Over::Seats { cursor: 0 }),
            (_, State::Paused(_)) => self.over = Some(Over::menu()),
            _ => {}
        }
        Vec::new()
    }

    fn choose(&mut self, context: &Context<'_>) -> Vec<Effect> {
        match self.over.clone() {
            Some(Over::Menu { cursor }) => {
                self.items().get(cursor).copied().map_or(Vec::new(), |item| self.choose_item(item, context))
            }
            Some(Over::Late(name)) => self.late(&name, context),
            Some(Over::Points(line)) => self.award(&line, context),
            Some(Over::Leaving { cursor }) => self.leaves(cursor, context),
            Some(Over::People { .. } | Over::Seats { .. }) => Vec::new(),
            Some(Over::Ticket(code)) => {
                self.redeem(&code);
                Vec::new()
            }
            Some(Over::RenamingSeat { seat, typed }) => {
                self.rename_seat(seat, &typed);
                Vec::new()
            }
            Some(Over::Renaming { what, typed }) => self.rename(&what, &typed, context),
            Some(Over::Questions { cursor }) => {
                self.over = self.room().revealed().get(cursor).map(|&question| Over::Keys { question, cursor: 0 });
                Vec::new()
            }
            Some(Over::Keys { question, cursor }) => self.mend(question, cursor, context),
            Some(Over::Ruling { cursor }) => self.rule(cursor, context),
            Some(Over::Confirm { what, cursor }) => self.confirmed(what, cursor, context),
            Some(Over::Cards { chosen, .. }) => self.give_cards(&chosen, context),
            None => Vec::new(),
        }
    }
}

/// Rows with the digits that choose them.
fn numbered<R: IntoIterator<Item = String>>(rows: R) -> Vec<String> {
    (1..).zip(rows).map(|(n, row)| if n <= 9 { format!("{n} {row}") } else { format!("  {row}") }).collect()
}
