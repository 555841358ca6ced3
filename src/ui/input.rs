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
