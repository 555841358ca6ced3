//! Keys on the first page and on that of the extras: both are rows to be changed.

use crossterm::event::KeyEvent;

use super::DrillSetup;
use super::lessons::Lessons;
use super::page::{Page, Turn};
use super::presets::{KeptPage, Shelf};
use super::rows::{EXTRAS, Row, around, rows};
use super::teams::TeamsPage;
use crate::ui::context::Context;
use crate::ui::effect::{DrillStart, Effect, Place};
use crate::ui::keys::{self, BACKSPACE, Binding, Chord, ENTER, ESC, LEFT, RIGHT, SPACE};

#[derive(Clone, Copy)]
pub enum Act {
    Up,
    Down,
    Less,
    More,
    Digit(u64),
    Erase,
    Teams,
    Sets,
    Keep,
    GoOn,
    Start,
    Done,
    Back,
}

impl DrillSetup {
    fn is_main(&self) -> bool {
        matches!(self.page, Page::Main)
    }

    /// The row under the cursor.
    pub(super) fn here(&self) -> Row {
        if self.is_main() { self.row } else { self.extra }
    }

    pub(super) fn shown_rows(&self) -> Vec<Row> {
        if self.is_main() { rows(&self.form) } else { EXTRAS.to_vec() }
    }

    pub(super) fn form_bindings(&self) -> Vec<Binding<Act>> {
        let moves = keys::up_down(Act::Up, Act::Down);
        let less = vec![(LEFT, Act::Less), (Chord::Char('h'), Act::Less)];
        let more = vec![(RIGHT, Act::More), (SPACE, Act::More), (Chord::Char('l'), Act::More)];
        let mut table = vec![if self.is_main() {
            Binding::new("⏎", "start", &[ENTER], Act::Start)
        } else {
            Binding::new("⏎", "done", &[ENTER], Act::Done)
        }];
        table.push(Binding::each("↑↓", "move", moves));
        if self.here().opens() {
            table.push(Binding::each("→", "open", more));
        } else if self.here() != Row::Seed {
            table.push(Binding::each("←→", "change", [less, more].concat()));
        }
        if self.here().is_number() {
            let digit = (0..10).filter_map(|d| char::from_digit(d, 10).map(|c| (Chord::Char(c), Act::Digit(d.into()))));
            table.push(Binding::each("0-9 ⌫", "type", digit.chain([(BACKSPACE, Act::Erase)]).collect()));
        }
        if self.is_main() {
            if self.form.has_points() {
                table.push(Binding::new("t", "teams", &[Chord::Char('t')], Act::Teams));
            }
            table.push(Binding::new("s", "sets", &[Chord::Char('s')], Act::Sets));
            table.push(Binding::new("w", "keep this as a set", &[Chord::Char('w')], Act::Keep).quiet());
            if self.left.is_some() {
                table.push(Binding::new("r", "go on with the drill you left", &[Chord::Char('r')], Act::GoOn).quiet());
            }
        }
        table.push(Binding::new("Esc", "back", &[ESC, Chord::Char('q')], Act::Back));
        table
    }

    pub(super) fn form_key(&mut self, key: KeyEvent, context: &Context<'_>) -> Turn {
        let fresh = !std::mem::take(&mut self.typed);
        let here = self.here();
        match keys::action(&self.form_bindings(), key) {
            Some(Act::Up) => self.go(false),
            Some(Act::Down) => self.go(true),
            Some(Act::More) if here.opens() => return Turn::To(opened(here)),
            Some(Act::More) => here.change(&mut self.form, context.course, true),
            Some(Act::Less) => here.change(&mut self.form, context.course, false),
            Some(Act::Digit(digit)) => {
                here.digit(&mut self.form, digit, fresh);
                self.typed = true;
            }
            Some(Act::Erase) => {
                here.erase(&mut self.form);
                self.typed = true;
            }
            Some(Act::Teams) => return Turn::To(Page::Teams(TeamsPage::default())),
            Some(Act::Sets) => return Turn::To(Page::Kept(KeptPage::of(Shelf::Plans))),
            Some(Act::Keep) => return Turn::To(Page::Kept(KeptPage::keeping(Shelf::Plans))),
            Some(Act::GoOn) => return self.go_on(),
            Some(Act::Start) => return self.start(context),
            Some(Act::Done) => return Turn::To(Page::Main),
            Some(Act::Back) if self.is_main() => return Turn::Do(vec![Effect::Back]),
            Some(Act::Back) => return Turn::To(Page::Main),
            None => {}
        }
        Turn::Stay
    }

    fn go(&mut self, down: bool) {
        let next = around(&self.shown_rows(), &self.here(), down).unwrap_or(Row::Play);
        if self.is_main() {
            self.row = next;
        } else {
            self.extra = next;
        }
    }

    fn go_on(&self) -> Turn {
        let place = |run| Effect::Replace(Place::Drill(DrillStart::Resume(run)));
        self.left.as_ref().map_or(Turn::Stay, |left| Turn::Do(vec![place(left.run)]))
    }
}

/// The page behind a row.
fn opened(row: Row) -> Page {
    match row {
        Row::From => Page::Lessons(Lessons::default()),
        Row::Set => Page::Kept(KeptPage::of(Shelf::Plans)),
        Row::Extras => Page::Extras,
        Row::Teams => Page::Teams(TeamsPage::default()),
        _ => Page::Main,
    }
}
