//! Marking every option that applies.

use super::{Act, Answering, numbered, step, up_down};
use crate::study::item::{Item, Response};
use crate::ui::keys::{self, Binding, SPACE};
use crate::ui::question::sketch::Sketch;

/// Any number of the options.
pub(super) struct MarkOptions {
    cursor: usize,
    marked: Vec<bool>,
}

impl MarkOptions {
    pub(super) fn new(n: usize) -> Self {
        Self { cursor: 0, marked: vec![false; n] }
    }
}

impl Answering for MarkOptions {
    fn restore(&mut self, item: &Item, response: &Response) {
        if let Response::Marked(_) = response {
            self.marked = item.order.iter().map(|&of| response.takes(of)).collect();
        }
    }

    fn response(&self, item: &Item) -> Option<Response> {
        let mut marked: Vec<usize> =
            item.order.iter().zip(&self.marked).filter(|(_, on)| **on).map(|(&of, _)| of).collect();
        marked.sort_unstable();
        (!marked.is_empty()).then_some(Response::Marked(marked))
    }

    fn missing(&self) -> &'static str {
        "MarkOptions at least one option first."
    }

    fn bindings(&self, submit: Binding<Act>) -> Vec<Binding<Act>> {
        let n = self.marked.len();
        let mut keys = keys::picks(n, true, false, Act::Pick);
        keys.extend(keys::picks(n.min(5), false, true, Act::Pick));
        vec![
            Binding::each(&keys::digits_of(n), "mark", keys),
            Binding::new("space", "mark", &[SPACE], Act::Toggle),
            submit,
            up_down(),
        ]
    }

    fn act(&mut self, act: Act) {
        let at = match act {
            Act::Pick(i) => i,
            Act::Toggle => self.cursor,
            _ => {
                self.cursor = step(self.cursor, self.marked.len(), act);
                return;
            }
        };
        if let Some(mark) = self.marked.get_mut(at) {
            *mark = !*mark;
            self.cursor = at;
        }
    }

    fn draw(&self, sketch: &mut Sketch<'_>, item: &Item) {
        for (place, (text, on)) in item.shown().zip(&self.marked).enumerate() {
            let mark = (self.cursor == place).then_some('▸');
            sketch.option(&numbered(place, self.marked.len()), text, mark, if *on { "■ " } else { "□ " });
        }
    }
}
