//! Typing words.

use crossterm::event::{Event as TerminalEvent, KeyEvent};
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler;

use super::{Act, Answering};
use crate::course::model::text::is_unsafe;
use crate::study::item::{Item, Response};
use crate::ui::keys::Binding;
use crate::ui::question::sketch::Sketch;

/// Most characters that are pasted at once.
const LONGEST_PASTE: usize = 200;

/// The words so far.
pub(super) struct Write {
    words: Box<Input>,
    /// Whether answers to several gaps stand in the line.
    several: bool,
}

impl Write {
    pub(super) fn new(gaps: usize) -> Self {
        Self { words: Box::default(), several: gaps > 1 }
    }
}

impl Answering for Write {
    fn restore(&mut self, _: &Item, response: &Response) {
        if let Response::Typed(words) = response {
            *self.words = Input::new(words.join("; "));
        }
    }

    fn response(&self, item: &Item) -> Option<Response> {
        let words = self.words.value().trim();
        if words.is_empty() { None } else { item.read_line(words).ok() }
    }

    fn missing(&self) -> &'static str {
        if self.several { "Type every answer, separated by semicolons." } else { "Type an answer first." }
    }

    fn bindings(&self, submit: Binding<Act>) -> Vec<Binding<Act>> {
        vec![submit]
    }

    fn act(&mut self, _: Act) {}

    fn is_typing(&self) -> bool {
        true
    }

    fn type_key(&mut self, key: KeyEvent) {
        self.words.handle_event(&TerminalEvent::Key(key));
    }

    fn paste(&mut self, text: &str) {
        // What parts words where it came from parts them here.
        let apart = |c: char| if c.is_whitespace() { ' ' } else { c };
        for c in text.replace("\r\n", "\n").chars().map(apart).filter(|c| !is_unsafe(*c)).take(LONGEST_PASTE) {
            self.words.handle(tui_input::InputRequest::InsertChar(c));
        }
    }

    fn draw(&self, sketch: &mut Sketch<'_>, _: &Item) {
        sketch.typing(self.words.value(), self.words.visual_cursor());
    }
}
