//! The people while a drill runs: who is away, who plays in which team, and what they are called.

use super::super::{Act, DrillScreen, effects};
use super::Over;
use crate::course::wording::sentence;
use crate::study::event::EventKind;
use crate::study::session::drill::Named;
use crate::ui::bindings::Binding;
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{ENTER, LEFT, RIGHT, SPACE};

impl DrillScreen {
    /// The keys of the list, but for moving in it and leaving it.
    pub(super) fn people_bindings() -> Vec<Binding<Self>> {
        vec![
            Binding::<Self>::new("←→", "another team", &[LEFT], |s, context| s.step_aside(-1, context))
                .and(&[RIGHT], |s, context| s.step_aside(1, context))
                .quiet(),
            Binding::new("space", "away", &[SPACE], Self::toggle_person).once(),
            Binding::new("m", "next team", &[Char('m')], Self::move_person).once(),
            Binding::new("d", "deal anew", &[Char('d')], Self::deal_people).once(),
            Binding::<Self>::new("⏎", "rename", &[ENTER], |s, _| s.begin_renaming()).once(),
        ]
    }

    pub(super) fn people_rows(&self) -> Vec<String> {
        self.host.named().iter().map(|named| self.name_in_list(named)).collect()
    }

    /// What a team or a person is called in the list.
    pub(super) fn name_in_list(&self, named: &Named) -> String {
        match named {
            Named::Team(id) => self.room().team(*id).map_or_else(String::new, |team| team.name.to_string()),
            Named::Person(name) if self.host.seating().away.contains(name) => format!("{name}, away"),
            Named::Person(name) => name.to_string(),
        }
    }

    fn under_cursor(&self) -> Option<Named> {
        let Some(Over::People { cursor }) = self.over else { return None };
        self.host.named().into_iter().nth(cursor)
    }

    fn toggle_person(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let Some(Named::Person(name)) = self.under_cursor() else { return Vec::new() };
        let input = self.host.toggled(&name);
        self.seat(input, &Named::Person(name), context)
    }

    fn move_person(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let Some(Named::Person(name)) = self.under_cursor() else { return Vec::new() };
        let input = self.host.moved_on(&name);
        self.seat(input, &Named::Person(name), context)
    }

    fn deal_people(&mut self, context: &Context<'_>) -> Vec<Effect> {
        let Some(here) = self.under_cursor() else { return Vec::new() };
        let input = self.host.dealt(context.new_seed());
        self.seat(input, &here, context)
    }

    /// Seats the people, and keeps the cursor on `here`.
    fn seat(&mut self, input: Act, here: &Named, context: &Context<'_>) -> Vec<Effect> {
        let taken = self.drive(|host| host.take(context.clock, input));
        let at = self.host.named().iter().position(|named| named == here);
        if let (Some(Over::People { cursor }), Some(at)) = (&mut self.over, at) {
            *cursor = at;
        }
        effects(taken)
    }

    fn begin_renaming(&mut self) {
        if let Some(what) = self.under_cursor() {
            self.over = Some(Over::Renaming { what, typed: String::new() });
        }
    }

    /// What is renamed, for a title.
    pub(super) fn renaming_title(&self, what: &Named) -> String {
        match what {
            Named::Team(id) => {
                self.room().team(*id).map_or_else(String::new, |team| format!("What is {} called now?", team.name))
            }
            Named::Person(name) => format!("What is {name} called now?"),
        }
    }

    /// Takes the new name; a pupil of a class is called so in the class too.
    pub(super) fn rename(&mut self, what: &Named, typed: &str, context: &Context<'_>) -> Vec<Effect> {
        let input = match self.host.renamed(what, typed) {
            Ok(input) => input,
            Err(why) => {
                self.notice = Some(sentence(&why));
                return Vec::new();
            }
        };
        let at = self.host.named().iter().position(|named| named == what).unwrap_or(0);
        let taken = self.drive(|host| host.take(context.clock, input));
        if !taken.is_whole() {
            return effects(taken);
        }
        self.over = Some(Over::People { cursor: at });
        let in_class = self.renamed_in_class(what, typed);
        effects(taken).into_iter().chain(in_class).collect()
    }

    fn renamed_in_class(&mut self, what: &Named, typed: &str) -> Option<Effect> {
        let (Named::Person(old), Some(class)) = (what, &mut self.class) else { return None };
        let new = crate::study::names::PersonName::new(typed).ok()?;
        class.rename(old, &new).ok()?;
        Some(Effect::Save(EventKind::ClassKept { class: Box::new(class.clone()) }))
    }
}
