//! The keys of the settings: in the list, while a value is typed, and in the list of actions.

use super::{SettingsMode, SettingsScreen};
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::Context;
use crate::ui::effect::{Effect, Place};
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{BACKSPACE, DELETE, ENTER, ESC, LEFT, RIGHT, SPACE, TAB};

impl Keyed for SettingsScreen {
    fn bindings(&self, _: &Context<'_>) -> Vec<Binding<Self>> {
        match self.state {
            SettingsMode::Listing => self.listing(),
            SettingsMode::Typing(_) => Self::typing(),
            SettingsMode::Actions { waiting: false, .. } => Self::actions(),
            SettingsMode::Actions { waiting: true, .. } => vec![Binding::told("Esc", "keep the key")],
        }
    }
}

impl SettingsScreen {
    fn listing(&self) -> Vec<Binding<Self>> {
        let on_keys = self.here().is_none();
        vec![
            Binding::<Self>::up_down("move", Self::step),
            Binding::<Self>::new("←→", "change", &[LEFT, Char('h')], |s, context| s.change(false, context))
                .and(&[RIGHT, Char('l'), SPACE], |s, context| s.change(true, context))
                .when(!on_keys),
            Binding::<Self>::new("⏎", if on_keys { "choose keys" } else { "type" }, &[ENTER], |s, context| {
                s.start_typing(context);
            }),
            Binding::<Self>::new("⌫", "reset", &[BACKSPACE, DELETE], |s, _| s.reset()).when(!on_keys),
            Self::whom(),
            Binding::opens("p", "profiles", &[Char('p')], Place::Profiles),
            Binding::back(),
        ]
    }

    /// For everyone or for this profile, as the header says.
    fn whom() -> Binding<Self> {
        Binding::<Self>::new("Tab", "for whom", &[TAB], |s, _| {
            s.for_profile = !s.for_profile;
            s.said = None;
        })
    }

    fn typing() -> Vec<Binding<Self>> {
        vec![
            Binding::<Self>::new("⏎", "keep", &[ENTER], |s, _| s.keep_typed()),
            Binding::<Self>::new("Esc", "cancel", &[ESC], |s, _| s.state = SettingsMode::Listing),
        ]
    }

    fn actions() -> Vec<Binding<Self>> {
        vec![
            Binding::<Self>::up_down("move", Self::step),
            Binding::<Self>::new("⏎", "choose a key", &[ENTER], |s, _| s.wait_for_key()),
            Binding::<Self>::new("⌫", "the usual key", &[BACKSPACE, DELETE], |s, _| s.reset()),
            Binding::<Self>::new("Esc", "settings", &[ESC, LEFT], |s, _| {
                s.state = SettingsMode::Listing;
                s.said = None;
            }),
        ]
    }
}

impl SettingsScreen {
    fn wait_for_key(&mut self) -> Option<Effect> {
        if let SettingsMode::Actions { waiting, .. } = &mut self.state {
            *waiting = true;
        }
        self.said = None;
        None
    }
}
