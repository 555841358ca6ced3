//! Choosing the key of an action: the next key that is pressed.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::text::{Line, Span};

use super::{SettingsMode, SettingsScreen};
use crate::study::settings::ChangedSetting;
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::frame::shortened;
use crate::ui::keymap::{ACTIONS, KeyMap, NamedAction, key_name};
use crate::ui::keys::Chord;

/// Cells of the name of an action, and of its key.
const NAME: usize = 30;
const KEY: usize = 10;

impl SettingsScreen {
    /// Takes `key` for the action under the cursor; Esc leaves it as it is.
    pub(super) fn choose_key(&mut self, key: KeyEvent, context: &Context<'_>) -> Vec<Effect> {
        let SettingsMode::Actions { waiting, cursor } = &mut self.state else { return Vec::new() };
        *waiting = false;
        if key.code == KeyCode::Esc {
            return Vec::new();
        }
        let Some(action) = ACTIONS.get(*cursor) else { return Vec::new() };
        let name = key_name(pressed(key));
        match KeyMap::check(context.preferences.settings.keys(), action.does, &name) {
            Ok(()) => vec![self.keep(ChangedSetting::Key(action.does.to_owned()), Some(name))],
            Err(why) => {
                self.said = Some(Err(why));
                Vec::new()
            }
        }
    }

    /// The actions, each with its key and the screen it is on.
    pub(super) fn action_lines(&self, context: &Context<'_>, width: usize) -> Vec<Line<'static>> {
        let SettingsMode::Actions { cursor, waiting } = self.state else { return Vec::new() };
        let (theme, chosen) = (context.theme, &context.preferences.keys);
        let row = |(at, action): (usize, &NamedAction)| {
            let here = at == cursor;
            let (mark, style) = if here { ("▸", theme.focus) } else { (" ", theme.text) };
            let (key, is_chosen) = match chosen.key(action.does) {
                _ if here && waiting => ("press a key".to_owned(), true),
                Some(key) => (key_name(key), true),
                None => (key_name(action.key), false),
            };
            let aside = if is_chosen && !(here && waiting) {
                format!("{} (usually {})", action.screen, key_name(action.key))
            } else {
                action.screen.to_owned()
            };
            let room = width.saturating_sub(3 + NAME + KEY + 3);
            Line::from(vec![
                Span::styled(format!(" {mark} {:<NAME$}", shortened(action.does, NAME - 1)), style),
                Span::styled(format!("{key:<KEY$}  "), if is_chosen { theme.strong } else { style }),
                Span::styled(shortened(&aside, room), theme.dim),
            ])
        };
        ACTIONS.iter().enumerate().map(row).collect()
    }
}

/// A key that was pressed as tables name it.
fn pressed(key: KeyEvent) -> Chord {
    match key.code {
        KeyCode::Char(c) if key.modifiers.contains(KeyModifiers::CONTROL) => Chord::Ctrl(c.to_ascii_lowercase()),
        KeyCode::Char(c) => Chord::Char(c),
        code => Chord::Code(code),
    }
}
