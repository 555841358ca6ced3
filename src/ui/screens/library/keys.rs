//! The keys of the library: one table while the list has them, one while letters are typed, one in an entry.

use super::Focus;
use crate::ui::keys::{
    self, BACK_TAB, BACKSPACE, Binding, Chord, DOWN, END, ENTER, ESC, HOME, LEFT, PAGE_DOWN, PAGE_UP, RIGHT, SPACE,
    TAB, UP,
};

/// What a key does.
#[derive(Clone, Copy)]
pub enum Act {
    Move(isize),
    PageOfList(isize),
    First,
    Last,
    NextShelf(usize),
    Filter,
    /// Shows all entries again.
    Widen,
    LookIn,
    Spot(isize),
    PageOfEntry(bool),
    Go,
    ToList,
    Back,
}

/// The table of the present state.
pub fn bindings(focus: Focus, narrowed: bool, for_one: bool) -> Vec<Binding<Act>> {
    match focus {
        Focus::List => in_list(narrowed),
        Focus::Filter => in_filter(),
        Focus::Entry => in_entry(for_one),
    }
}

fn in_list(narrowed: bool) -> Vec<Binding<Act>> {
    let moves = keys::up_down(Act::Move(-1), Act::Move(1));
    let pages = vec![(PAGE_UP, Act::PageOfList(-1)), (PAGE_DOWN, Act::PageOfList(1)), (SPACE, Act::PageOfList(1))];
    let ends =
        vec![(HOME, Act::First), (Chord::Char('g'), Act::First), (END, Act::Last), (Chord::Char('G'), Act::Last)];
    let leave = [ESC, Chord::Char('q')];
    vec![
        Binding::each("↑↓", "move", moves),
        Binding::new("⏎", "read", &[ENTER, RIGHT, Chord::Char('l')], Act::LookIn),
        Binding::each("Tab", "next list", vec![(TAB, Act::NextShelf(1)), (BACK_TAB, Act::NextShelf(2))]),
        Binding::new("/", "filter", &[Chord::Char('/')], Act::Filter),
        Binding::each("PgUp PgDn", "page", pages).quiet(),
        Binding::each("g G", "first, last", ends).quiet(),
        if narrowed {
            Binding::new("Esc", "all again", &leave, Act::Widen)
        } else {
            Binding::new("Esc", "back", &leave, Act::Back)
        },
    ]
}

fn in_filter() -> Vec<Binding<Act>> {
    vec![
        Binding::each("↑↓", "move", vec![(UP, Act::Move(-1)), (DOWN, Act::Move(1))]),
        Binding::new("⏎", "keep these", &[ENTER, TAB], Act::ToList),
        Binding::new("Esc", "all again", &[ESC], Act::Widen),
    ]
}

fn in_entry(for_one: bool) -> Vec<Binding<Act>> {
    let spots = vec![
        (UP, Act::Spot(-1)),
        (DOWN, Act::Spot(1)),
        (Chord::Char('k'), Act::Spot(-1)),
        (Chord::Char('j'), Act::Spot(1)),
        (BACK_TAB, Act::Spot(-1)),
        (TAB, Act::Spot(1)),
    ];
    let pages =
        vec![(PAGE_UP, Act::PageOfEntry(false)), (PAGE_DOWN, Act::PageOfEntry(true)), (SPACE, Act::PageOfEntry(true))];
    let ends = vec![
        (HOME, Act::Spot(isize::MIN)),
        (Chord::Char('g'), Act::Spot(isize::MIN)),
        (END, Act::Spot(isize::MAX)),
        (Chord::Char('G'), Act::Spot(isize::MAX)),
    ];
    let list = [LEFT, Chord::Char('h'), BACKSPACE];
    let leave = [ESC, Chord::Char('q')];
    let mut table = vec![
        Binding::each("↑↓", "move", spots),
        Binding::new("⏎", "go there", &[ENTER, RIGHT, Chord::Char('l')], Act::Go),
        Binding::each("PgUp PgDn", "page", pages).quiet(),
        Binding::each("g G", "first, last", ends).quiet(),
    ];
    if for_one {
        table.extend([
            Binding::new("←", "the list", &list, Act::ToList),
            Binding::new("Esc", "back", &leave, Act::Back),
        ]);
    } else {
        table.push(Binding::new("Esc", "the list", &[leave.as_slice(), &list].concat(), Act::ToList));
    }
    table
}
