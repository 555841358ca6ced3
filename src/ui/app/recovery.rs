//! After a trouble with the store: what the learner chose is done.

use crossterm::event::KeyEvent;

use super::App;
use crate::store::{self, Store};
use crate::ui::effect::{DrillStart, Place};
use crate::ui::store_trouble::{Recovery, Trouble};

impl App {
    pub(super) fn trouble_key(&mut self, key: KeyEvent) {
        let Some(choice) = self.trouble.as_ref().and_then(|t| t.choice(key)) else { return };
        let Some(trouble) = self.trouble.take() else { return };
        match choice {
            Recovery::Quit => self.quit = true,
            Recovery::GoOn => self.go_on_without_saving(trouble),
            Recovery::Again => self.try_again(trouble),
            Recovery::TakeUp => self.take_up(&trouble),
            Recovery::SetAside => self.set_aside(trouble),
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
            self.open(Place::Drill(DrillStart::Resume(run)));
        }
    }

    fn set_aside(&mut self, trouble: Trouble) {
        match store::set_aside(&self.setup.data, self.clock.today().date()) {
            Ok(_) => self.try_again(Trouble::at_start(trouble.into_error())),
            Err(error) => self.trouble = Some(Trouble::at_start(error)),
        }
    }
}
