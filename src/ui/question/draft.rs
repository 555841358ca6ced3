//! An answer while it is being put together: a file for each way to give it. Places are as shown; the finished answer
//! counts as the author wrote.

mod join;
mod mark;
mod pick;
mod sort;
mod write;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use self::join::Join;
use self::mark::MarkOptions;
use self::pick::Pick;
use self::sort::Sort;
use self::write::Write;
use super::sketch::Sketch;
use crate::study::item::{Form, Item, Response};
use crate::ui::keys::{self, Binding};

/// What the learner has so far.
pub struct Draft(Box<dyn Answering>);

/// What a key does to a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    Up,
    Down,
    /// The option or place with this number; the partner where things are joined.
    Pick(usize),
    /// Mark the option, lift or drop the event.
    Toggle,
    Clear,
    /// Carry the event up or down.
    CarryUp,
    CarryDown,
    Submit,
}

/// What every way to answer can do.
trait Answering {
    /// Holds `response` already: to look at it, or to change it. One of another form changes nothing.
    fn restore(&mut self, item: &Item, response: &Response);
    /// The response, when there is enough of it to be judged.
    fn response(&self, item: &Item) -> Option<Response>;
    /// What is missing before the response can be given.
    fn missing(&self) -> &'static str;
    fn bindings(&self, submit: Binding<Act>) -> Vec<Binding<Act>>;
    fn act(&mut self, act: Act);
    /// Goes on to a part of the answer that is still missing, where one is done; says whether it did.
    fn advance(&mut self) -> bool {
        false
    }
    fn draw(&self, sketch: &mut Sketch<'_>, item: &Item);

    /// Whether letters and digits are text.
    fn is_typing(&self) -> bool {
        false
    }

    /// A key of a typed answer.
    fn type_key(&mut self, _: KeyEvent) {}

    /// Pasted text, on one line.
    fn paste(&mut self, _: &str) {}
}

impl Draft {
    #[must_use]
    pub fn new(item: &Item) -> Self {
        Self(match &item.form {
            Form::PickOne { options, pool } => Box::new(Pick::new(options.len(), pool)),
            Form::PickMany { options } => Box::new(MarkOptions::new(options.len())),
            Form::Join { premises, partners } => Box::new(Join::new(premises.len(), partners.len())),
            Form::Sort { .. } => Box::new(Sort::new(item.order.clone())),
            Form::Type { gaps } => Box::new(Write::new(gaps.iter().map(|gap| gap.label.clone()).collect())),
        })
    }

    /// A draft that holds `response` already.
    #[must_use]
    pub fn with(mut self, item: &Item, response: &Response) -> Self {
        self.0.restore(item, response);
        self
    }

    /// The response, when there is enough of it to be judged.
    #[must_use]
    pub fn response(&self, item: &Item) -> Option<Response> {
        self.0.response(item)
    }

    /// What is missing before the response can be given.
    #[must_use]
    pub fn missing(&self) -> &'static str {
        self.0.missing()
    }

    /// Goes on to a part of the answer that is still missing, where one is done; says whether it did.
    pub(crate) fn advance(&mut self) -> bool {
        self.0.advance()
    }

    pub fn act(&mut self, act: Act) {
        self.0.act(act);
    }

    /// The key table of this way to answer.
    #[must_use]
    pub fn bindings(&self) -> Vec<Binding<Act>> {
        self.0.bindings(Binding::new("⏎", "answer", &[keys::ENTER], Act::Submit))
    }

    pub(super) fn draw(&self, sketch: &mut Sketch<'_>, item: &Item) {
        self.0.draw(sketch, item);
    }

    /// Whether the letter is a part of the answer.
    #[must_use]
    pub fn takes(&self, letter: char) -> bool {
        let key = KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE);
        self.is_typing() || keys::action(&self.bindings(), key).is_some()
    }

    /// Whether Tab moves within the answer.
    #[must_use]
    pub fn uses_tab(&self) -> bool {
        keys::action(&self.bindings(), KeyEvent::new(KeyCode::Tab, KeyModifiers::NONE)).is_some()
    }

    /// Whether letters and digits are text.
    #[must_use]
    pub fn is_typing(&self) -> bool {
        self.0.is_typing()
    }

    /// A key of a typed answer.
    pub fn type_key(&mut self, key: KeyEvent) {
        self.0.type_key(key);
    }

    /// Pasted text, on one line.
    pub fn paste(&mut self, text: &str) {
        self.0.paste(text);
    }
}

/// The cursor after a move among `n`, round and round.
fn step(cursor: usize, n: usize, act: Act) -> usize {
    match act {
        Act::Up => cursor.checked_sub(1).unwrap_or(n.saturating_sub(1)),
        Act::Down => (cursor + 1) % n.max(1),
        _ => cursor,
    }
}

fn up_down() -> Binding<Act> {
    Binding::each("↑↓", "move", keys::up_down(Act::Up, Act::Down))
}

/// The number of the row at `place` of `n`, as wide as the last one's.
fn numbered(place: usize, n: usize) -> String {
    let wide = n.to_string().len();
    format!("{:>wide$}", place + 1)
}
