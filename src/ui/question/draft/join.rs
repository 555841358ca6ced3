//! Joining partners to premises.

use super::{Act, Answering, step};
use crate::study::item::{Form, Item, Response, letter};
use crate::ui::doc::DocBuilder;
use crate::ui::keys::{self, BACKSPACE, Binding, DOWN, UP};
use crate::ui::question::sketch::Sketch;

/// Places of partners by premise.
pub(super) struct Join {
    cursor: usize,
    joined: Vec<Option<usize>>,
    partners: usize,
}

impl Join {
    pub(super) fn new(premises: usize, partners: usize) -> Self {
        Self { cursor: 0, joined: vec![None; premises], partners }
    }

    /// A partner joins one premise: joining it again moves it. The cursor goes on to the next premise without a partner.
    fn pick(&mut self, partner: usize) {
        for slot in self.joined.iter_mut().filter(|s| **s == Some(partner)) {
            *slot = None;
        }
        self.joined[self.cursor] = Some(partner);
        let n = self.joined.len();
        if let Some(next) = (1..n).map(|d| (self.cursor + d) % n).find(|&i| self.joined[i].is_none()) {
            self.cursor = next;
        }
    }
}

impl Answering for Join {
    fn restore(&mut self, item: &Item, response: &Response) {
        if let Response::Joined(given) = response {
            self.joined = given.iter().map(|g| g.and_then(|of| item.place(of))).collect();
        }
    }

    fn response(&self, item: &Item) -> Option<Response> {
        let all = self.joined.iter().all(Option::is_some);
        let given = self.joined.iter().map(|j| j.and_then(|place| item.order.get(place).copied())).collect();
        all.then_some(Response::Joined(given))
    }

    fn missing(&self) -> &'static str {
        "Match every item first."
    }

    fn bindings(&self, submit: Binding<Act>) -> Vec<Binding<Act>> {
        let last = small(self.partners.saturating_sub(1));
        let keys = keys::picks(self.partners, false, true, Act::Pick);
        vec![
            Binding::each(&format!("a-{last}"), "match", keys),
            // The letters j and k may be partners.
            Binding::each("↑↓", "move", vec![(UP, Act::Up), (DOWN, Act::Down)]),
            submit,
            Binding::new("⌫", "clear", &[BACKSPACE], Act::Clear),
        ]
    }

    fn act(&mut self, act: Act) {
        match act {
            Act::Pick(partner) if partner < self.partners => self.pick(partner),
            Act::Clear => self.joined[self.cursor] = None,
            _ => self.cursor = step(self.cursor, self.joined.len(), act),
        }
    }

    /// Premises on the left with the letter joined to them, partners on the right.
    fn draw(&self, sketch: &mut Sketch<'_>, item: &Item) {
        let Form::Join { premises, .. } = &item.form else { return };
        let theme = sketch.view.theme;
        let half = sketch.view.width.saturating_sub(3) / 2;
        let mut left = DocBuilder::new(theme, half);
        for (i, (premise, slot)) in premises.iter().zip(&self.joined).enumerate() {
            let here = i == self.cursor;
            let style = if here { theme.focus } else { theme.text };
            let marker = format!("{} {} [{}] ", if here { "▸" } else { " " }, i + 1, slot.map_or(' ', small));
            let from = left.height();
            left.item((&marker, style), premise.as_str(), style);
            if here {
                sketch.focus = sketch.setter.height() + from..sketch.setter.height() + left.height();
            }
        }
        let mut right = DocBuilder::new(theme, half);
        for (place, partner) in item.shown().enumerate() {
            let used = self.joined.contains(&Some(place));
            let (front, style) = if used { (theme.dim, theme.dim) } else { (theme.focus, theme.text) };
            right.item((&format!("{}  ", small(place)), front), partner, style);
        }
        sketch.side_by_side(left.finish(), right.finish(), half);
    }
}

/// The letter of a place as the screen has it.
fn small(place: usize) -> char {
    letter(place).to_ascii_lowercase()
}
