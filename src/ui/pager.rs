//! A page that is only read: scrolled by lines and pages, left with Esc.

use super::keys::{self, Binding, Chord, ESC, Hint, PAGE_DOWN, PAGE_UP, SPACE};
use super::scroll::Scroll;
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::input::Input;

/// Where the reader is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Pager {
    pub scroll: Scroll,
}

#[derive(Clone, Copy)]
enum Act {
    Line(isize),
    Page(bool),
    Back,
}

fn bindings() -> Vec<Binding<Act>> {
    let lines = keys::up_down(Act::Line(-1), Act::Line(1));
    let pages = vec![(PAGE_UP, Act::Page(false)), (PAGE_DOWN, Act::Page(true)), (SPACE, Act::Page(true))];
    vec![
        Binding::each("↑↓", "scroll", lines),
        Binding::each("PgUp PgDn", "page", pages),
        Binding::new("Esc", "back", &[ESC, Chord::Char('q')], Act::Back),
    ]
}

impl Pager {
    /// Takes an input over a text of `total` lines.
    pub fn handle(&mut self, input: &Input, total: usize, context: &Context<'_>) -> Vec<Effect> {
        let Input::Key(key) = input else { return Vec::new() };
        match keys::action(&bindings(), *key) {
            Some(Act::Line(by)) => self.scroll.by(by, total, context.height()),
            Some(Act::Page(down)) => self.scroll.page(down, total, context.height()),
            Some(Act::Back) => return vec![Effect::Back],
            None => {}
        }
        Vec::new()
    }

    /// The keys, for footer and help.
    #[must_use]
    pub fn hints() -> Vec<Hint> {
        keys::hints(bindings())
    }

    /// The keys with those of `table`, how to leave last.
    #[must_use]
    pub fn hints_with<A>(table: Vec<Binding<A>>) -> Vec<Hint> {
        let mut hints = Self::hints();
        let at = hints.len().saturating_sub(1);
        hints.splice(at..at, keys::hints(table));
        hints
    }
}
