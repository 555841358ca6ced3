//! Sorting.

use crossterm::event::KeyCode;

use super::{Act, Answering, step};
use crate::study::item::{Item, Response};
use crate::ui::keys::{self, Binding, Chord, ENTER, SPACE};
use crate::ui::question::sketch::Sketch;

/// Things as sorted so far, in the author's numbers.
pub(super) struct Sort {
    cursor: usize,
    sorted: Vec<usize>,
    lifted: bool,
    /// Whether anything was carried or dropped: the order that was found is no answer.
    touched: bool,
}

impl Sort {
    pub(super) fn new(sorted: Vec<usize>) -> Self {
        Self { cursor: 0, sorted, lifted: false, touched: false }
    }

    fn carry(&mut self, to: usize) {
        if self.cursor < self.sorted.len() {
            let event = self.sorted.remove(self.cursor);
            self.sorted.insert(to.min(self.sorted.len()), event);
            self.cursor = to;
            self.touched = true;
        }
    }
}

impl Answering for Sort {
    fn restore(&mut self, _: &Item, response: &Response) {
        if let Response::Sorted(given) = response {
            self.sorted.clone_from(given);
            self.touched = true;
        }
    }

    fn response(&self, _: &Item) -> Option<Response> {
        (self.touched && !self.lifted).then(|| Response::Sorted(self.sorted.clone()))
    }

    fn missing(&self) -> &'static str {
        if self.lifted {
            "Drop the event you are carrying first."
        } else {
            "Nothing is sorted yet: space lifts an event, ↑↓ carry it."
        }
    }

    fn bindings(&self, submit: Binding<Act>) -> Vec<Binding<Act>> {
        let moves = keys::up_down(Act::Up, Act::Down);
        let digits = Binding::each("1-9", "carry to place", keys::picks(10, true, false, Act::Pick));
        if self.lifted {
            return vec![
                Binding::each("↑↓", "carry", moves),
                Binding::new("space ⏎", "drop", &[SPACE, ENTER], Act::Toggle),
                digits.quiet(),
            ];
        }
        let with_shift = vec![
            (Chord::Shift(KeyCode::Up), Act::CarryUp),
            (Chord::Shift(KeyCode::Down), Act::CarryDown),
            (Chord::Char('K'), Act::CarryUp),
            (Chord::Char('J'), Act::CarryDown),
        ];
        vec![
            Binding::each("↑↓", "move", moves),
            Binding::new("space", "lift", &[SPACE], Act::Toggle),
            submit,
            Binding::each("⇧↑↓", "carry", with_shift),
            digits,
        ]
    }

    fn act(&mut self, act: Act) {
        let n = self.sorted.len();
        let (up, down) = (self.cursor.saturating_sub(1), (self.cursor + 1).min(n.saturating_sub(1)));
        match act {
            Act::Toggle => {
                self.touched |= self.lifted;
                self.lifted = !self.lifted;
            }
            Act::Pick(to) if to < n => self.carry(to),
            Act::CarryUp => self.carry(up),
            Act::CarryDown => self.carry(down),
            Act::Up if self.lifted => self.carry(up),
            Act::Down if self.lifted => self.carry(down),
            _ => self.cursor = step(self.cursor, n, act),
        }
    }

    fn draw(&self, sketch: &mut Sketch<'_>, item: &Item) {
        for (place, &of) in self.sorted.iter().enumerate() {
            let mark = (place == self.cursor).then_some(if self.lifted { '↕' } else { '▸' });
            let text = item.form.text(of).map_or("", |text| text.as_str());
            sketch.option(&format!("{}", place + 1), text, mark, "");
        }
    }
}
