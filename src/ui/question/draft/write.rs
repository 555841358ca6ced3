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
#[derive(Default)]
pub(super) struct Write(Box<Input>);

impl Answering for Write {
    fn restore(&mut self, _: &Item, response: &Response) {
        if let Response::Typed(words) = response {
            *self.0 = Input::new(words.join(" "));
        }
    }

    fn response(&self, _: &Item) -> Option<Response> {
        let words = self.0.value().trim();
        (!words.is_empty()).then(|| Response::typed(words))
    }

    fn missing(&self) -> &'static str {
        "Type an answer first."
    }

    fn bindings(&self, submit: Binding<Act>) -> Vec<Binding<Act>> {
        vec![submit]
    }

    fn act(&mut self, _: Act) {}

    fn is_typing(&self) -> bool {
        true
    }

    fn type_key(&mut self, key: KeyEvent) {
        self.0.handle_event(&TerminalEvent::Key(key));
    }

    fn paste(&mut self, text: &str) {
        for c in text.chars().filter(|c| !is_unsafe(*c) && *c != '\n').take(LONGEST_PASTE) {
            self.0.handle(tui_input::InputRequest::InsertChar(c));
        }
    }

    fn draw(&self, sketch: &mut Sketch<'_>, _: &Item) {
        sketch.typing(self.0.value(), self.0.visual_cursor());
    }
}
