//! What screens ask for, performed in order: each answer is saved before the next frame.

use std::path::Path;
use std::sync::Arc;

use super::App;
use crate::store::{Forgettable, Store, StoreError};
use crate::study::event::{Event, EventKind};
use crate::study::report::Report;
use crate::ui::catalogue::ListedCourse;
use crate::ui::context::{Context, Opening};
use crate::ui::effect::{Effect, Place};
use crate::ui::export::ReportFormat;
use crate::ui::file_exchange::ExchangeRequest;
use crate::ui::screens::Screen;
use crate::ui::store_trouble::Trouble;

impl App {
    /// Performs what is waiting until nothing is left or something could not be saved.
    pub(super) fn perform(&mut self) {
        while self.trouble.is_none() {
            let Some(effect) = self.waiting.pop_front() else { return };
            match effect {
                Effect::Quit => self.quit = true,
                Effect::Ring => self.rings = true,
                Effect::Back => self.back(),
                Effect::Copy { what, text } => self.copy(&what, text),
                Effect::Save(what) => self.save(what),
                Effect::Export { report, format } => self.export(&report, format),
                Effect::SaveFor { profile, what } => self.save_for(&profile, what),
                Effect::ChangeProfile(change) => self.change_profile(change),
                Effect::Exchange(request) => self.exchange(&request),
                Effect::ReadList(path) => self.read_list(&path),
                Effect::Forget(what) => self.forget(what),
                Effect::OpenCourse(course) => self.open_course(&course),
                Effect::Keep(change) => self.keep_setting(&change),
                Effect::Open(place) => self.open(place),
                Effect::Replace(place) => {
                    self.screens.pop();
                    self.open(place);
                }
            }
        }
    }

    /// The runner puts it on the clipboard. Whether the terminal takes it, nobody is told.
    fn copy(&mut self, what: &str, text: String) {
        self.said = Some(format!("Copied: {what} (where your terminal allows it)."));
        self.copied = Some(text);
    }

    fn back(&mut self) {
        self.screens.pop();
        if self.screens.is_empty() {
            self.quit = true;
        }
        self.refresh();
    }

    /// The screen that comes to light again reads its figures anew.
    pub(super) fn refresh(&mut self) {
        let Some(mut screen) = self.screens.pop() else { return };
        let result = screen.refresh(&self.store, &Context { wide: self.width(&screen), ..self.context() });
        self.screens.push(screen);
        if let Err(error) = result {
            self.trouble = Some(Trouble::reading(error));
        }
    }

    pub(super) fn opening(&self) -> Opening<'_> {
        Opening {
            clock: &self.clock,
            limits: self.setup.limits,
            preferences: &self.setup.preferences,
            catalogue: &*self.setup.catalogue,
            seed: self.setup.seed,
            pass_mark: self.setup.pass_mark,
            seats: self.setup.seats.as_ref(),
        }
    }

    pub(super) fn open(&mut self, place: Place) {
        let opened = Screen::open(place, &self.store, &self.course, &self.opening());
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

    fn exchange(&mut self, request: &ExchangeRequest) {
        let step = self.setup.exchange.step(request, &self.course);
        if let Some(screen) = self.screens.last_mut() {
            screen.exchanged(step);
        }
    }

    /// Home of another course, for the same learner. What is not saved here is not saved there.
    fn open_course(&mut self, course: &ListedCourse) {
        let (course, learner) = match self.setup.catalogue.open(course) {
            Ok(opened) => opened,
            Err(why) => {
                self.said = Some(format!("It cannot be opened: {why}"));
                return;
            }
        };
        let store = if self.store.is_saving() {
            Store::open(&self.setup.data, learner.clone())
        } else {
            Store::in_memory(learner.clone())
        };
        match store {
            Ok(store) => {
                (self.store, self.course, self.setup.learner) = (store, Arc::new(course), learner);
                self.author_errors = None;
                self.screens.clear();
                self.waiting.clear();
                self.open(Place::Home);
            }
            Err(error) => self.trouble = Some(Trouble::reading(error)),
        }
    }

    fn save(&mut self, what: EventKind) {
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

    fn export(&mut self, report: &Report, format: ReportFormat) {
        let written = self.setup.files.export(report, format);
        if let Some(screen) = self.screens.last_mut() {
            screen.written(written);
        }
    }

    fn read_list(&mut self, path: &Path) {
        let list = self.setup.files.read_list(path);
        let Some(mut screen) = self.screens.pop() else { return };
        let effects = screen.list_read(list, &Context { wide: self.width(&screen), ..self.context() });
        self.screens.push(screen);
        self.waiting.extend(effects);
    }

    /// Erases for good; what cannot be erased is said, and stays.
    fn forget(&mut self, what: Forgettable) {
        match self.store.forget(&what, self.clock.now) {
            Ok(erased) => self.said = Some(erased.words()),
            Err(StoreError::NothingToForget) => self.said = Some("There was nothing to erase.".to_owned()),
            Err(error) => self.trouble = Some(Trouble::saving(error, Effect::Forget(what))),
        }
        self.refresh();
    }

    fn save_for(&mut self, profile: &str, what: EventKind) {
        let event = Event { at: self.clock.now, what };
        if let Err(error) = self.store.append_for(profile, &event, self.clock.today()) {
            self.trouble =
                Some(Trouble::saving(error, Effect::SaveFor { profile: profile.to_owned(), what: event.what }));
        }
    }
}
