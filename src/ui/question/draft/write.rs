//! Typing words, into one place or several.

use crossterm::event::{Event as TerminalEvent, KeyEvent};
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler;

use super::{Act, Answering, step};
use crate::course::model::Text;
use crate::course::model::text::is_unsafe;
use crate::study::item::{Item, Response};
use crate::ui::keys::{self, Binding};
use crate::ui::question::sketch::Sketch;

/// Most characters that are pasted at once.
const LONGEST_PASTE: usize = 200;

/// The words so far, for each gap, and the gap that is typed into.
pub(super) struct Write {
    words: Vec<Input>,
    /// What each gap is for.
    labels: Vec<Option<Text>>,
    at: usize,
}

impl Write {
    pub(super) fn new(labels: Vec<Option<Text>>) -> Self {
        Self { words: vec![Input::default(); labels.len().max(1)], labels, at: 0 }
    }

    fn is_several(&self) -> bool {
        self.words.len() > 1
    }

    fn is_empty_at(&self, gap: usize) -> bool {
        self.words.get(gap).is_some_and(|words| words.value().trim().is_empty())
    }
}

impl Answering for Write {
    fn restore(&mut self, _: &Item, response: &Response) {
        if let Response::Typed(words) = response {
            for (input, words) in self.words.iter_mut().zip(words) {
                *input = Input::new(words.clone());
            }
        }
    }

    fn response(&self, item: &Item) -> Option<Response> {
        if (0..self.words.len()).any(|gap| self.is_empty_at(gap)) {
            return None;
        }
        match &self.words[..] {
            [only] => item.read_line(only.value().trim()).ok(),
            all => Some(Response::Typed(all.iter().map(|words| words.value().trim().to_owned()).collect())),
        }
    }

    fn missing(&self) -> &'static str {
        if self.is_several() { "Fill in every gap first." } else { "Type an answer first." }
    }

    /// The next gap that is still empty, unless the one that is typed into is.
    fn advance(&mut self) -> bool {
        let n = self.words.len();
        let next = (1..n).map(|by| (self.at + by) % n).find(|&gap| self.is_empty_at(gap));
        match next.filter(|_| !self.is_empty_at(self.at)) {
            Some(gap) => {
                self.at = gap;
                true
            }
            None => false,
        }
    }

    fn bindings(&self, submit: Binding<Act>) -> Vec<Binding<Act>> {
        let arrows = vec![(keys::UP, Act::Up), (keys::DOWN, Act::Down)];
        // In forms Tab goes to the next field; before anything is typed it still skips the question.
        let begun = (0..self.words.len()).any(|gap| !self.is_empty_at(gap));
        let gaps = if begun {
            let tabs = vec![(keys::TAB, Act::Down), (keys::BACK_TAB, Act::Up)];
            Binding::each("Tab ↑↓", "other gap", [arrows, tabs].concat())
        } else {
            Binding::each("↑↓", "other gap", arrows)
        };
        if self.is_several() { vec![submit, gaps] } else { vec![submit] }
    }

    fn act(&mut self, act: Act) {
        self.at = step(self.at, self.words.len(), act);
    }

    fn is_typing(&self) -> bool {
        true
    }

    fn type_key(&mut self, key: KeyEvent) {
        self.words[self.at].handle_event(&TerminalEvent::Key(key));
    }

    fn paste(&mut self, text: &str) {
        // What parts words where it came from parts them here.
        let apart = |c: char| if c.is_whitespace() { ' ' } else { c };
        for c in text.replace("\r\n", "\n").chars().map(apart).filter(|c| !is_unsafe(*c)).take(LONGEST_PASTE) {
            self.words[self.at].handle(tui_input::InputRequest::InsertChar(c));
        }
    }

    fn draw(&self, sketch: &mut Sketch<'_>, _: &Item) {
        for (gap, words) in self.words.iter().enumerate() {
            let label = self.labels.get(gap).and_then(Option::as_ref).map(Text::as_str);
            sketch.typing(label, words.value(), (gap == self.at).then(|| words.visual_cursor()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::question::draft::Draft;

    #[test]
    fn tab_goes_to_the_next_gap_once_something_is_typed() {
        let mut draft = Draft(Box::new(Write::new(vec![None, None])));
        assert!(!draft.uses_tab(), "nothing is typed: Tab skips");
        draft.paste("clerk");
        assert!(draft.uses_tab());
        assert!(!Draft(Box::new(Write::new(vec![None]))).uses_tab());
    }
}
