//! Picking one option.

use super::{Act, Answering, numbered, step, up_down};
use crate::study::item::{Item, OptionSet, Response};
use crate::ui::keys::{self, Binding, Chord};
use crate::ui::question::sketch::Sketch;

/// Most options that letters pick besides numbers: beyond, letters move the cursor.
const MOST_LETTERS: usize = 5;

/// One of `n`.
pub(super) struct Pick {
    n: usize,
    at: Option<usize>,
    pool: OptionSet,
}

impl Pick {
    pub(super) fn new(n: usize, pool: &OptionSet) -> Self {
        Self { n, at: None, pool: pool.clone() }
    }
}

impl Answering for Pick {
    fn restore(&mut self, item: &Item, response: &Response) {
        if let Response::Picked(of) = response {
            self.at = item.place(*of);
        }
    }

    fn response(&self, item: &Item) -> Option<Response> {
        self.at.and_then(|at| item.order.get(at)).copied().map(Response::Picked)
    }

    fn missing(&self) -> &'static str {
        "Pick an answer first."
    }

    fn bindings(&self, submit: Binding<Act>) -> Vec<Binding<Act>> {
        if self.pool == OptionSet::Truth {
            let mut keys = keys::picks(2, true, false, Act::Pick);
            keys.extend([(Chord::Char('t'), Act::Pick(0)), (Chord::Char('f'), Act::Pick(1))]);
            return vec![Binding::each("t f", "true, false", keys), submit, up_down().quiet()];
        }
        let letters = self.pool == OptionSet::Own && self.n <= MOST_LETTERS;
        let picks = keys::picks(self.n, true, letters, Act::Pick);
        vec![Binding::each(&keys::digits_of(self.n), "pick", picks), submit, up_down()]
    }

    fn act(&mut self, act: Act) {
        let n = self.n;
        match act {
            Act::Pick(i) if i < n => self.at = Some(i),
            Act::Up => self.at = Some(self.at.map_or(n.saturating_sub(1), |at| step(at, n, act))),
            Act::Down => self.at = Some(self.at.map_or(0, |at| step(at, n, act))),
            _ => {}
        }
    }

    fn draw(&self, sketch: &mut Sketch<'_>, item: &Item) {
        for (place, text) in item.shown().enumerate() {
            let mark = (self.at == Some(place)).then_some('▸');
            sketch.option(&numbered(place, self.n), text, mark, "");
        }
    }
}
