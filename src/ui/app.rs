//! One learner's app: a stack of screens over a course and a store. It knows no terminal: keys and the time come in,
//! frames go out. Messages are taken here, `perform` does what the screens ask for, `recovery` what the learner chose
//! after a trouble.

mod config;
mod draw;
mod live_course;
mod message;
mod palette;
mod perform;
mod preferred;
mod profile;
mod recovery;

use std::collections::VecDeque;
use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use jiff::Timestamp;
use ratatui::layout::Rect;

pub use self::config::Config;
pub use self::message::{Flow, Message};
use super::context::Context;
use super::effect::{Effect, Place};
use super::frame::{self, Width};
use super::held_keys::Press;
use super::input::InputEvent;
use super::keyboard_layouts;
use super::keys::Chord::{self, Char, Ctrl};
use super::palette::Palette;
use super::screens::Screen;
use super::store_trouble::Trouble;
use crate::course::Course;
use crate::course::finding::Finding;
use crate::store::{Store, StoreError};
use crate::study::time::{Clock, StudyDay};

/// One learner's app.
pub struct App {
    course: Arc<Course>,
    pub(super) store: Store,
    setup: Config,
    screens: Vec<Screen>,
    help: bool,
    palette: Option<Palette>,
    trouble: Option<Trouble>,
    waiting: VecDeque<Effect>,
    area: Rect,
    clock: Clock,
    press: Press,
    /// The study day that screens were drawn for.
    day: StudyDay,
    /// Why the last key did nothing; said in the footer.
    refusal: Option<&'static str>,
    /// What the last key did that is not seen otherwise; said in the footer.
    said: Option<String>,
    /// What is wrong in a course whose files have changed since it was opened.
    author_errors: Option<Vec<Finding>>,
    /// For the terminal's clipboard.
    copied: Option<String>,
    /// What has to be said at the start; in the footer until a key is pressed.
    opening_words: Option<String>,
    /// Set when a screen or a trouble ends the app.
    quit: bool,
    /// Whether the bell is to sound.
    rings: bool,
}

impl App {
    /// An app that opens at the place of `setup`. When the store could not be opened, the app first asks how to go on.
    ///
    /// # Errors
    /// When not even a store in memory can be made.
    pub fn new(
        course: Arc<Course>,
        store: Result<Store, StoreError>,
        setup: Config,
        now: Timestamp,
        size: (u16, u16),
    ) -> Result<Self, StoreError> {
        let setup_zone = setup.zone.clone();
        let clock = Clock { day_start: setup.preferences.settings.day_start(), ..Clock::new(now, setup_zone) };
        let place = setup.place.clone();
        let (store, trouble) = match store {
            Ok(store) => (store, None),
            Err(error) => (Store::in_memory(setup.learner.clone())?, Some(Trouble::at_start(error))),
        };
        let (day, opening_words) = (clock.today(), setup.preferences.trouble());
        let mut app = Self {
            course,
            store,
            setup,
            screens: Vec::new(),
            help: false,
            palette: None,
            trouble,
            waiting: VecDeque::new(),
            area: Rect::new(0, 0, size.0, size.1),
            clock,
            press: Press::default(),
            day,
            refusal: None,
            said: None,
            author_errors: None,
            copied: None,
            opening_words,
            quit: false,
            rings: false,
        };
        let from_home = place != Place::Home;
        app.waiting.push_back(Effect::Open(Place::Home));
        if from_home {
            app.waiting.push_back(Effect::Open(place));
        }
        if app.trouble.is_none() {
            app.perform();
        }
        Ok(app)
    }

    /// Takes a message at the time `now`.
    pub fn handle(&mut self, message: Message, now: Timestamp) -> Flow {
        self.clock.now = now;
        self.press.begin();
        if self.day != self.clock.today() {
            self.day = self.clock.today();
            if self.trouble.is_none() {
                self.refresh();
            }
        }
        self.take(message)
    }

    fn take(&mut self, message: Message) -> Flow {
        match message {
            Message::Resize(width, height) => self.area = Rect::new(0, 0, width, height),
            Message::Keys(keys) if self.takes_together(&keys) => self.input(&InputEvent::Keys(keys)),
            Message::Keys(keys) => {
                for key in keys {
                    // A class that presses on must not choose how to go on when a press could not be saved: that takes a
                    // key of its own.
                    if self.trouble.as_ref().is_some_and(|t| !t.is_at_start()) && !is_ctrl(key, 'c') {
                        continue;
                    }
                    let flow = self.take(Message::Key(key));
                    if flow != Flow::Continue {
                        return flow;
                    }
                }
            }
            Message::Key(key) if is_ctrl(key, 'c') => return Flow::Quit,
            Message::Key(key) if is_ctrl(key, 'z') => return Flow::Suspend,
            // Nothing acts on what the window is too small to show, but for leaving it.
            Message::Key(KeyEvent { code, .. }) if code != KeyCode::Esc && !frame::fits(self.area) => {}
            Message::Paste(_) if !frame::fits(self.area) || self.palette.is_some() => {}
            Message::Key(key) => self.key(key),
            Message::Paste(text) => self.input(&InputEvent::pasted(&text)),
            Message::Course(update) => self.take_update(update),
            Message::Background(background) => self.see_background(background),
            Message::Wake => self.input(&InputEvent::Wake),
        }
        if self.quit || self.screens.is_empty() && self.trouble.is_none() { Flow::Quit } else { Flow::Continue }
    }

    /// Whether the top screen wants the keys of a read as one. Control keys are never among them.
    fn takes_together(&self, keys: &[KeyEvent]) -> bool {
        let plain = keys.iter().all(|k| !k.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT));
        plain
            && !self.help
            && self.palette.is_none()
            && self.trouble.is_none()
            && self.screens.last().is_some_and(Screen::takes_reads)
    }

    fn key(&mut self, key: KeyEvent) {
        self.press.key(key);
        self.said = None;
        self.opening_words = None;
        let typing = self.palette.is_some() || self.screens.last().is_some_and(Screen::is_typing);
        self.refusal = (!typing && keyboard_layouts::is_foreign(key)).then_some(FOREIGN);
        let key = if typing { key } else { keyboard_layouts::command(key) };
        if self.trouble.is_some() {
            self.trouble_key(key);
        } else if self.palette.is_some() {
            self.palette_key(key);
        } else if self.help {
            self.help = false;
        } else if self.means(key, "every action", Ctrl('p')) {
            self.open_palette();
        } else if !typing && self.means(key, "help", Char('?')) {
            self.help = true;
        } else if let Some(why) = self.screens.last().and_then(|s| s.refusal(key, &self.context())) {
            self.refusal = Some(why);
        } else if !typing && self.means(key, "search", Char('/')) {
            self.open(self.screens.last().map_or(Place::Search, Screen::search_place));
        } else {
            self.input(&InputEvent::Key(key));
        }
    }

    /// Whether `key` is what the learner chose for the action, or its usual key.
    fn means(&self, key: KeyEvent, action: &str, usual: Chord) -> bool {
        self.setup.preferences.keys.key(action).unwrap_or(usual).matches(key)
    }

    fn input(&mut self, input: &InputEvent) {
        if self.trouble.is_some() {
            return;
        }
        let Some(mut screen) = self.screens.pop() else { return };
        let effects = screen.handle(input, &Context { wide: self.width(&screen), ..self.context() });
        self.screens.push(screen);
        self.waiting.extend(effects);
        self.perform();
    }

    fn context(&self) -> Context<'_> {
        Context {
            course: &self.course,
            theme: &self.setup.theme,
            clock: &self.clock,
            area: self.area,
            wide: self.screens.last().map_or(Width::Reading, |screen| self.width(screen)),
            seed: self.setup.seed,
            press: &self.press,
            preferences: &self.setup.preferences,
            problems: self.problems(),
        }
    }

    /// Whether the bell is to sound, once for each time that it was asked for.
    pub fn take_ring(&mut self) -> bool {
        std::mem::take(&mut self.rings)
    }

    /// The text to put on the terminal's clipboard, once.
    pub fn take_copied(&mut self) -> Option<String> {
        self.copied.take()
    }

    /// When the top screen wants to be woken; `None` lets the program sleep.
    #[must_use]
    pub fn wake_at(&self) -> Option<Timestamp> {
        if self.trouble.is_some() { None } else { self.screens.last().and_then(|s| s.wake_at(&self.context())) }
    }
}

fn is_ctrl(key: KeyEvent, c: char) -> bool {
    key.modifiers.contains(KeyModifiers::CONTROL) && key.code == KeyCode::Char(c)
}

/// Said in the footer when a letter can be no command.
const FOREIGN: &str = "Commands are Latin letters: switch the keyboard's layout.";
