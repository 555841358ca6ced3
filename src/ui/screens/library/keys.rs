//! The keys of the library: one table while the list has them, one while letters are typed, one in an entry.

use super::{Focus, Library, shelves};
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::Context;
use crate::ui::copying;
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{
    BACK_TAB, BACKSPACE, DOWN, END, ENTER, ESC, HOME, LEFT, PAGE_DOWN, PAGE_UP, RIGHT, SPACE, TAB, UP,
};

impl Keyed for Library {
    fn bindings(&self, _: &Context<'_>) -> Vec<Binding<Self>> {
        match self.focus {
            Focus::List => Self::in_list(self.list().is_narrowed()),
            Focus::Filter => Self::in_filter(),
            Focus::Entry => Self::in_entry(self.for_one),
        }
    }
}

impl Library {
    fn in_list(narrowed: bool) -> Vec<Binding<Self>> {
        vec![
            Binding::<Self>::up_down("move", |s, by, _| s.choose(|list| list.move_by(by))),
            Binding::<Self>::new("⏎", "read", &[ENTER, RIGHT, Char('l')], |s, _| s.look_in()),
            Binding::<Self>::new("Tab", "next list", &[TAB], |s, c| s.turn_to(1, c.course))
                .and(&[BACK_TAB], |s, c| s.turn_to(2, c.course)),
            Self::copy_key(),
            Binding::<Self>::new("f", "filter", &[Char('f')], |s, _| s.focus = Focus::Filter),
            Binding::<Self>::new("PgUp PgDn", "page", &[PAGE_UP], |s, context| s.page_of_list(-1, context))
                .and(&[PAGE_DOWN, SPACE], |s, context| s.page_of_list(1, context))
                .quiet(),
            Binding::<Self>::new("g G", "first, last", &[HOME, Char('g')], |s, _| s.choose(|list| list.move_to(0)))
                .and(&[END, Char('G')], |s, _| s.choose(|list| list.move_to(usize::MAX)))
                .quiet(),
            Binding::<Self>::new("Esc", "show all", &[ESC], |s, _| s.widen()).when(narrowed),
            Binding::back().when(!narrowed),
        ]
    }

    fn copy_key() -> Binding<Self> {
        Binding::<Self>::new("y", "copy", &[Char('y')], |s, context| {
            let thing = s.list().chosen_id().map(|id| shelves::thing(s.shelf, id));
            thing.and_then(|thing| copying::of_thing(context.course, &thing))
        })
        .quiet()
    }

    fn in_filter() -> Vec<Binding<Self>> {
        vec![
            Binding::<Self>::new("↑↓", "move", &[UP], |s, _| s.choose(|list| list.move_by(-1)))
                .and(&[DOWN], |s, _| s.choose(|list| list.move_by(1))),
            Binding::new("⏎", "keep filter", &[ENTER, TAB], Self::leave_entry),
            Binding::<Self>::new("Esc", "show all", &[ESC], |s, _| s.widen()),
        ]
    }

    fn in_entry(for_one: bool) -> Vec<Binding<Self>> {
        vec![
            Binding::<Self>::new("↑↓", "move", &[UP, Char('k'), BACK_TAB], |s, context| s.next_spot(-1, context))
                .and(&[DOWN, Char('j'), TAB], |s, context| s.next_spot(1, context)),
            Self::copy_key(),
            Binding::new("⏎", "go there", &[ENTER, RIGHT, Char('l')], Self::follow),
            Binding::<Self>::new("PgUp PgDn", "page", &[PAGE_UP], |s, context| s.page_of_entry(false, context))
                .and(&[PAGE_DOWN, SPACE], |s, context| s.page_of_entry(true, context))
                .quiet(),
            Binding::new("g G", "first, last", &[HOME, Char('g')], Self::first_spot)
                .and(&[END, Char('G')], Self::last_spot)
                .quiet(),
            Binding::new("←", "the list", &[LEFT, Char('h'), BACKSPACE], Self::leave_entry).when(for_one),
            Binding::back().when(for_one),
            Binding::new("Esc", "the list", &[ESC, LEFT, Char('h'), BACKSPACE], Self::leave_entry).when(!for_one),
        ]
    }
}
