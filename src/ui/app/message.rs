//! What comes in, and what the loop does next.

use crossterm::event::KeyEvent;

use crate::course::live::CourseUpdate;
use crate::ui::theme::Background;

/// What happened outside.
#[derive(Clone, Debug)]
pub enum Message {
    Key(KeyEvent),
    /// Several keys that came in one read.
    Keys(Vec<KeyEvent>),
    Paste(String),
    Resize(u16, u16),
    /// The terminal said what its background is.
    Background(Background),
    /// Files of the course were changed.
    Course(CourseUpdate),
    /// The time a screen asked to be woken at has come.
    Wake,
}

/// What the loop does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[must_use]
pub enum Flow {
    Continue,
    /// Stop the program as Ctrl-Z does, and come back.
    Suspend,
    Quit,
}
