//! One learner's app: a stack of screens over a course and a store. It knows no terminal: keys and the time come in,
//! frames go out, and what the screens ask for is performed here, in order, each answer saved before the next frame.

use std::collections::VecDeque;
use std::sync::Arc;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use jiff::{Timestamp, tz::TimeZone};
use ratatui::Frame;
use ratatui::layout::Rect;

use super::context::Context;
use super::effect::{DrillStart, Effect, Place};
use super::frame;
use super::screens::{Input, Screen, help};
use super::theme::Theme;
use super::trouble::{Choice, Trouble};
use crate::course::Course;
use crate::store::{Learner, Store, StoreError};
use crate::study::event::{Event, Happening};
use crate::study::queue::Limits;
use crate::study::time::Clock;

/// How an app is set up.
#[derive(Clone, Debug)]
pub struct Setup {
    pub theme: Theme,
    pub zone: TimeZone,
    pub seed: Option<u64>,
    pub limits: Limits,
    /// Whether the terminal shows ASCII only.
    pub ascii: bool,
    /// The data folder, for setting a damaged file aside.
    pub data: std::path::PathBuf,
    /// Where reports are written to.
    pub exports: std::path::PathBuf,
    pub learner: Learner,
}

/// What happened outside.
#[derive(Clone, Debug)]
pub enum Message {
    Key(KeyEvent),
    /// Several keys that came in one read.
    Keys(Vec<KeyEvent>),
    Paste(String),
    Resize(u16, u16),
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

/// One learner's app.
pub struct App {
    course: Arc<Course>,
    pub(super) store: Store,
    setup: Setup,
    screens: Vec<Screen>,
    help: bool,
    trouble: Option<Trouble>,
    waiting: VecDeque<Effect>,
    area: Rect,
    clock: Clock,
    /// Set when a screen or a trouble ends the app.
    quit: bool,
}

impl App {
    /// An app that opens at `place`. When the store could not be opened, the app first asks how to go on.
    ///
    /// # Errors
    /// When not even a store in memory can be made.
    pub fn new(
        course: Arc<Course>,
        store: Result<Store, StoreError>,
        setup: Setup,
        place: Place,
        now: Timestamp,
        size: (u16, u16),
    ) -> Result<Self, StoreError> {
        let clock = Clock { now, zone: setup.zone.clone() };
        let (store, trouble) = match store {
            Ok(store) => (store, None),
            Err(error) => (Store::in_memory(setup.learner.clone())?, Some(Trouble::at_start(error))),
        };
        let mut app = Self {
            course,
            store,
            setup,
            screens: Vec::new(),
            help: false,
            trouble,
            waiting: VecDeque::new(),
            area: Rect::new(0, 0, size.0, size.1),
            clock,
            quit: false,
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
        match message {
            Message::Resize(width, height) => self.area = Rect::new(0, 0, width, height),
            Message::Keys(keys) if self.takes_together(&keys) => self.input(&Input::Keys(keys)),
            Message::Keys(keys) => {
                for key in keys {
                    // A class that presses on must not choose how to go on when a press could not be saved: that takes a
                    // key of its own.
                    if self.trouble.as_ref().is_some_and(|t| !t.is_at_start()) && !is_ctrl(key, 'c') {
                        continue;
                    }
                    let flow = self.handle(Message::Key(key), now);
                    if flow != Flow::Continue {
                        return flow;
                    }
                }
            }
            Message::Key(key) if is_ctrl(key, 'c') => return Flow::Quit,
            Message::Key(key) if is_ctrl(key, 'z') => return Flow::Suspend,
            Message::Key(key) => self.key(key),
            Message::Paste(text) => self.input(&Input::Paste(text)),
            Message::Wake => self.input(&Input::Wake),
        }
        if self.quit || self.screens.is_empty() && self.trouble.is_none() { Flow::Quit } else { Flow::Continue }
    }

    /// Whether the top screen wants the keys of a read as one. Control keys are never among them.
    fn takes_together(&self, keys: &[KeyEvent]) -> bool {
        let plain = keys.iter().all(|k| !k.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT));
        plain && !self.help && self.trouble.is_none() && self.screens.last().is_some_and(Screen::takes_reads)
    }

    fn key(&mut self, key: KeyEvent) {
        if self.trouble.is_some() {
            self.trouble_key(key);
        } else if self.help {
            self.help = false;
        } else if key.code == KeyCode::Char('?') && self.screens.last().is_some_and(|s| !s.is_typing()) {
            self.help = true;
        } else {
            self.input(&Input::Key(key));
        }
    }

    fn input(&mut self, input: &Input) {
        if self.trouble.is_some() {
            return;
        }
        let Some(mut screen) = self.screens.pop() else { return };
        let effects = screen.handle(input, &self.context());
        self.screens.push(screen);
        self.waiting.extend(effects);
        self.perform();
    }

    /// Performs what is waiting until nothing is left or something could not be saved.
    fn perform(&mut self) {
        while self.trouble.is_none() {
            let Some(effect) = self.waiting.pop_front() else { return };
            match effect {
                Effect::Quit => self.quit = true,
                Effect::Back => self.back(),
                Effect::Save(what) => self.save(what),
                Effect::Write { name, extension, text } => self.write(&name, extension, &text),
                Effect::SaveFor { profile, what } => self.save_for(&profile, what),
                Effect::Open(place) => self.open(place),
                Effect::Replace(place) => {
                    self.screens.pop();
                    self.open(place);
                }
            }
        }
    }

    fn back(&mut self) {
        self.screens.pop();
        if self.screens.is_empty() {
            self.quit = true;
        }
        self.refresh();
    }

    /// The screen that comes to light again reads its figures anew.
    fn refresh(&mut self) {
        let Some(mut screen) = self.screens.pop() else { return };
        let result = screen.refresh(&self.store, &self.context());
        self.screens.push(screen);
        if let Err(error) = result {
            self.trouble = Some(Trouble::reading(error));
        }
    }

    fn open(&mut self, place: Place) {
        let opened = Screen::open(
            place,
            &mut self.store,
            &self.course,
            &Opening { clock: &self.clock, limits: self.setup.limits, seed: self.setup.seed },
        );
        match opened {
            Ok(Some((screen, effects))) => {
                self.screens.push(screen);
                for effect in effects.into_iter().rev() {
                    self.waiting.push_front(effect);
                }
            }
            Ok(None) => self.refresh(),
            Err(error) => self.trouble = Some(Trouble::reading(error)),
        }
    }

    fn save(&mut self, what: Happening) {
        let event = Event { at: self.clock.now, what };
        match self.store.append(&event, self.clock.today()) {
            Ok(id) => {
                if let Some(screen) = self.screens.last_mut() {
                    screen.saved(&event.what, id);
                }
            }
            Err(error) => self.trouble = Some(Trouble::saving(error, Effect::Save(event.what))),
        }
    }

    fn write(&mut self, name: &str, extension: &str, text: &str) {
        let written = super::export::write(&self.setup.exports, name, extension, text);
        if let Some(screen) = self.screens.last_mut() {
            screen.written(written.map_err(|why| format!("{} cannot be written: {why}", self.setup.exports.display())));
        }
    }

    fn save_for(&mut self, profile: &str, what: Happening) {
        let event = Event { at: self.clock.now, what };
        if let Err(error) = self.store.append_for(profile, &event, self.clock.today()) {
            self.trouble = Some(Trouble::saving(error, Effect::SaveFor { profile: profile.to_owned(), what: event.what }));
        }
    }

    fn trouble_key(&mut self, key: KeyEvent) {
        let Some(choice) = self.trouble.as_ref().and_then(|t| t.choice(key)) else { return };
        let Some(trouble) = self.trouble.take() else { return };
        match choice {
            Choice::Quit => self.quit = true,
            Choice::GoOn => self.go_on_without_saving(trouble),
            Choice::Again => self.try_again(trouble),
            Choice::TakeUp => self.take_up(&trouble),
            Choice::SetAside => self.set_aside(trouble),
        }
        self.perform();
    }

    fn go_on_without_saving(&mut self, trouble: Trouble) {
        let copy = self.store.detached_copy().or_else(|_| Store::in_memory(self.setup.learner.clone()));
        match copy {
            Ok(store) => {
                self.store = store;
                self.put_back(trouble);
            }
            Err(error) => self.trouble = Some(trouble.with(error)),
        }
    }

    fn put_back(&mut self, trouble: Trouble) {
        if let Some(effect) = trouble.unsaved() {
            self.waiting.push_front(effect);
        }
    }

    fn try_again(&mut self, trouble: Trouble) {
        if trouble.is_at_start() {
            match Store::open(&self.setup.data, self.setup.learner.clone()) {
                Ok(store) => self.store = store,
                Err(error) => self.trouble = Some(Trouble::at_start(error)),
            }
        } else {
            self.put_back(trouble);
        }
    }

    /// Reads the drill on the top screen anew. What was entered here meanwhile belongs to a moment that is gone.
    fn take_up(&mut self, trouble: &Trouble) {
        self.waiting.clear();
        if let Some(run) = trouble.overtaken() {
            self.screens.pop();
            self.open(Place::Drill(DrillStart::Again(run)));
        }
    }

    fn set_aside(&mut self, trouble: Trouble) {
        match crate::store::set_aside(&self.setup.data, self.clock.today().date()) {
            Ok(_) => self.try_again(Trouble::at_start(trouble.into_error())),
            Err(error) => self.trouble = Some(Trouble::at_start(error)),
        }
    }

    fn context(&self) -> Context<'_> {
        Context { course: &self.course, theme: &self.setup.theme, clock: &self.clock, area: self.area, seed: self.setup.seed }
    }

    /// When the top screen wants to be woken; `None` lets the program sleep.
    #[must_use]
    pub fn wake_at(&self) -> Option<Timestamp> {
        if self.trouble.is_some() { None } else { self.screens.last().and_then(|s| s.wake_at(&self.context())) }
    }

    /// Draws the top screen. Changes nothing.
    pub fn draw(&self, frame: &mut Frame<'_>) {
        let context = Context { area: frame.area(), ..self.context() };
        if !frame::fits(context.area) {
            frame::too_small(frame, context.area);
        } else if let Some(trouble) = &self.trouble {
            trouble.draw(frame, &context);
        } else if let Some(screen) = self.screens.last() {
            let hints = screen.hints(&context);
            let body = frame::draw(frame.buffer_mut(), context.area, context.theme, screen.header(&context), &hints, screen.width());
            screen.draw(frame, body, &context);
            if !self.store.is_saving() {
                not_saving(frame, &context);
            }
            if self.help {
                help::draw(frame, &context, &hints);
            }
        }
        if self.setup.ascii {
            super::ascii::apply(frame.buffer_mut());
        }
    }
}

/// What opening a screen needs besides course and store.
pub struct Opening<'a> {
    pub clock: &'a Clock,
    pub limits: Limits,
    pub seed: Option<u64>,
}

fn is_ctrl(key: KeyEvent, c: char) -> bool {
    key.modifiers.contains(KeyModifiers::CONTROL) && key.code == KeyCode::Char(c)
}

/// A word in the line under the header as long as nothing is kept.
fn not_saving(frame: &mut Frame<'_>, context: &Context<'_>) {
    let body = context.body();
    let text = " not saving";
    let x = body.right().saturating_sub(u16::try_from(text.len()).unwrap_or(0));
    frame.buffer_mut().set_string(x, context.area.y + 1, text, context.theme.wrong);
}
