//! What lies over the wall: the menu while the drill waits, a late team's name, mending a key, a ruling, and whose cards
//! get what was missed. Each is a list but the name.

mod actions;
mod menu;

use crossterm::event::{KeyCode, KeyEvent};

use self::actions::RULINGS;
use super::{Act, DrillScreen};
use crate::study::drill::State;
use crate::study::drill::words::{self, key_choices};
use crate::study::session::drill::type_into;
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::keys::{self, BACKSPACE, Binding, ENTER, ESC, KeyHint, SPACE};

/// What lies over the wall.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Over {
    Menu {
        cursor: usize,
    },
    /// The name of a team that comes late, as typed so far.
    Late(String),
    /// Which question's key is to be mended.
    Questions {
        cursor: usize,
    },
    /// What its key is to be.
    Keys {
        question: usize,
        cursor: usize,
    },
    Ruling {
        cursor: usize,
    },
    Cards {
        cursor: usize,
        chosen: Vec<bool>,
    },
}

#[derive(Clone, Copy)]
enum Do {
    Move(isize),
    Pick(usize),
    Choose,
    Toggle,
    Erase,
    Cancel,
}

impl Over {
    pub fn menu() -> Self {
        Self::Menu { cursor: 0 }
    }

    pub fn ruling() -> Self {
        Self::Ruling { cursor: 0 }
    }

    pub fn is_typing(&self) -> bool {
        matches!(self, Self::Late(_))
    }

    pub fn paste(&mut self, text: &str) {
        if let Self::Late(name) = self {
            type_into(name, text.chars());
        }
    }

    fn cursor(&mut self) -> Option<&mut usize> {
        match self {
            Self::Menu { cursor }
            | Self::Questions { cursor }
            | Self::Keys { cursor, .. }
            | Self::Ruling { cursor }
            | Self::Cards { cursor, .. } => Some(cursor),
            Self::Late(_) => None,
        }
    }

    /// The row under the cursor.
    pub fn row(&self) -> Option<usize> {
        self.clone().cursor().copied()
    }

    fn bindings(&self) -> Vec<Binding<Do>> {
        let cancel = |does| Binding::new("Esc", does, &[ESC], Do::Cancel);
        if self.is_typing() {
            let erase = Binding::new("⌫", "erase", &[BACKSPACE], Do::Erase).quiet();
            return vec![Binding::new("⏎", "join", &[ENTER], Do::Choose), erase, cancel("back")];
        }
        let moves = keys::up_down(Do::Move(-1), Do::Move(1));
        let mut table = vec![
            Binding::each("↑↓", "move", moves),
            Binding::new("⏎", "choose", &[ENTER], Do::Choose),
            Binding::each("1-9", "choose", keys::picks(9, true, false, Do::Pick)).quiet(),
        ];
        if matches!(self, Self::Cards { .. }) {
            table[1] = Binding::new("⏎", "put them into the cards", &[ENTER], Do::Choose);
            table.insert(1, Binding::new("space", "tick", &[SPACE], Do::Toggle));
        }
        table.push(cancel(if matches!(self, Self::Menu { .. }) { "go on" } else { "back" }));
        table
    }

    pub fn hints(&self) -> Vec<KeyHint> {
        keys::hints(self.bindings())
    }
}

impl DrillScreen {
    /// Title and rows of what lies over the wall.
    pub(super) fn over_rows(&self, over: &Over) -> (String, Vec<String>) {
        match over {
            Over::Menu { .. } => ("Paused".into(), self.items().into_iter().map(|i| self.item(i)).collect()),
            Over::Late(_) => ("A team comes late. What is it called?".into(), Vec::new()),
            Over::Questions { .. } => (
                "Which question's key is wrong?".into(),
                self.room().revealed().into_iter().map(|q| self.stem(q)).collect(),
            ),
            Over::Keys { question, .. } => {
                let rows = key_choices(self.room(), *question).into_iter().map(|(text, _)| text).collect();
                (self.stem(*question), rows)
            }
            Over::Ruling { .. } => (
                "The teacher's word on what was said:".into(),
                RULINGS.iter().map(|(_, text)| (*text).into()).collect(),
            ),
            Over::Cards { chosen, .. } => {
                let row = |(name, on): (&String, &bool)| format!("{} {name}", if *on { "■" } else { "□" });
                (
                    "Into whose cards? What was missed comes first there.".into(),
                    self.profiles.iter().zip(chosen).map(row).collect(),
                )
            }
        }
    }

    fn stem(&self, question: usize) -> String {
        let (number, stem) = words::stem(self.room(), question);
        format!("{number}  {stem}")
    }

    pub(super) fn over_key(&mut self, key: KeyEvent, context: &Context<'_>) -> Vec<Effect> {
        let pressed_on = matches!(key.code, KeyCode::Char(c) if self.host.is_team_key(c));
        let Some(over) = &mut self.over else { return Vec::new() };
        // A class that presses on chooses nothing in the teacher's menu: a team's key may be `9` or `j`.
        if pressed_on && !over.is_typing() {
            return Vec::new();
        }
        match keys::action(&over.bindings(), key) {
            Some(Do::Move(by)) => self.move_in_list(by),
            Some(Do::Pick(at)) => {
                let rows = self.over.as_ref().map_or(0, |over| self.over_rows(over).1.len());
                if let (true, Some(cursor)) = (at < rows, self.over.as_mut().and_then(Over::cursor)) {
                    *cursor = at;
                    return self.choose(context);
                }
            }
            Some(Do::Choose) => return self.choose(context),
            Some(Do::Toggle) => {
                if let Over::Cards { cursor, chosen } = over
                    && let Some(on) = chosen.get_mut(*cursor)
                {
                    *on = !*on;
                }
            }
            Some(Do::Erase) => {
                if let Over::Late(name) = over {
                    name.pop();
                }
            }
            Some(Do::Cancel) => return self.cancel(context),
            None => {
                if let (Over::Late(name), KeyCode::Char(c)) = (over, key.code) {
                    type_into(name, [c]);
                }
            }
        }
        Vec::new()
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
            Some(Over::Questions { cursor }) => {
                self.over = self.room().revealed().get(cursor).map(|&question| Over::Keys { question, cursor: 0 });
                Vec::new()
            }
            Some(Over::Keys { question, cursor }) => self.mend(question, cursor, context),
            Some(Over::Ruling { cursor }) => self.rule(cursor, context),
            Some(Over::Cards { chosen, .. }) => self.give_cards(&chosen, context),
            None => Vec::new(),
        }
    }
}
