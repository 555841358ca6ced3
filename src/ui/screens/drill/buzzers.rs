//! The teams' keys: pressed while a question is open to buzzers, tried in the lobby, and the bell that answers them.

use crossterm::event::{KeyCode, KeyEvent};

use super::{Act, DrillScreen};
use crate::study::drill::{Floor, Stage, State};
use crate::ui::context::Context;
use crate::ui::effect::Effect;

impl DrillScreen {
    pub(super) fn awaits_buzzers(&self) -> bool {
        matches!(self.room().state(), State::Live(Stage::Open(open)) if open.floor == Floor::Buzzers)
            && self.over.is_none()
    }

    /// The keys of one read in the order of their bytes. Presses that follow each other are as good as level; any
    /// other key is taken by itself.
    pub(super) fn read(&mut self, keys: &[KeyEvent], context: &Context<'_>) -> Vec<Effect> {
        self.notice = None;
        let mut effects = Vec::new();
        let mut rest = keys;
        while let Some((first, others)) = rest.split_first() {
            let pressed: String = rest.iter().map_while(|key| self.buzzer(*key)).collect();
            if pressed.is_empty() {
                effects.extend(self.key(*first, context));
                rest = others;
            } else {
                effects.extend(self.buzz(&pressed, context));
                rest = &rest[pressed.chars().count()..];
            }
        }
        effects
    }

    /// The character of a team's key while buzzers are pressed.
    pub(super) fn buzzer(&self, key: KeyEvent) -> Option<char> {
        let KeyCode::Char(c) = key.code else { return None };
        (self.awaits_buzzers() && self.host.is_team_key(c)).then_some(c)
    }

    pub(super) fn buzz(&mut self, pressed: &str, context: &Context<'_>) -> Vec<Effect> {
        let Some(what) = self.room().presses(pressed) else { return Vec::new() };
        let mut effects = self.enter(what, context);
        effects.extend(self.bell().filter(|_| !effects.is_empty()));
        effects
    }

    /// The terminal's bell, where it is wanted.
    pub(super) fn bell(&self) -> Option<Effect> {
        self.room().setup().questions().filter(|q| q.pace.bell).map(|_| Effect::Ring)
    }

    /// A team tries its key in the lobby.
    pub(super) fn hears(&mut self, key: KeyEvent) -> Option<Vec<Effect>> {
        let KeyCode::Char(c) = key.code else { return None };
        if !matches!(self.room().state(), State::Live(Stage::Lobby)) || !self.host.is_team_key(c) {
            return None;
        }
        if let Some(Act::Buzzed { teams }) = self.room().presses(&c.to_string()) {
            self.heard.extend(teams.into_iter().filter(|team| !self.heard.contains(team)).collect::<Vec<_>>());
        }
        Some(self.bell().into_iter().collect())
    }
}
