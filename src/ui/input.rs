//! What reaches a screen from outside.

use crossterm::event::KeyEvent;

/// What reaches a screen.
#[derive(Clone, Debug)]
pub enum InputEvent {
    Key(KeyEvent),
    /// The keys of one read, for a screen that takes them together.
    Keys(Vec<KeyEvent>),
    Paste(String),
    /// The time asked for with `Screen::wake_at` has come.
    Wake,
}

impl InputEvent {
    /// What is pasted goes into one line: where a line or a tab ends, a blank keeps the words apart.
    pub fn pasted(text: &str) -> Self {
        let text = text.replace("\r\n", "\n");
        let ends = ['\n', '\r', '\t', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
        Self::Paste(text.trim_end_matches(['\n', '\r']).replace(ends, " "))
    }
}
