//! Another profile is used, renamed or removed while the app is open.

use super::App;
use crate::store::{Forgettable, Learner, Store, StoreError};
use crate::ui::effect::{Place, ProfileChange};
use crate::ui::store_trouble::Trouble;

impl App {
    pub(super) fn change_profile(&mut self, change: ProfileChange) {
        if !self.store.is_saving() {
            self.tell_profiles(Err("Nothing is saved at present, so profiles stay as they are.".to_owned()));
            return;
        }
        match change {
            ProfileChange::Use(name) => self.use_profile(name),
            ProfileChange::Rename { old, new } => {
                let renamed = self.store.rename_profile(&old, &new);
                let moved = renamed.as_ref().map(|()| self.setup.keeper.move_profile(&old, Some(&new)));
                let is_own = self.setup.learner.profile == old;
                if is_own && renamed.is_ok() {
                    self.adopt(Learner { profile: new.clone(), ..self.setup.learner.clone() });
                }
                let moved = moved.unwrap_or(Ok(()));
                self.tell_profiles(said(renamed, moved, &format!("{old} is now {new}.")));
            }
            ProfileChange::Remove(name) => {
                let erased = self.store.forget(&Forgettable::Profile(name.clone()), self.clock.now);
                let moved = if erased.is_ok() { self.setup.keeper.move_profile(&name, None) } else { Ok(()) };
                self.tell_profiles(said(erased, moved, &format!("{name} was erased.")));
            }
        }
    }

    /// Goes on as another learner, from home.
    fn use_profile(&mut self, name: String) {
        let learner = Learner { profile: name, ..self.setup.learner.clone() };
        match Store::open(&self.setup.data, learner.clone()) {
            Ok(store) => {
                self.store = store;
                self.adopt(learner);
                self.screens.clear();
                self.open(Place::Home);
            }
            Err(error) => self.trouble = Some(Trouble::reading(error)),
        }
    }

    /// The settings of a profile hold as soon as it is used.
    fn adopt(&mut self, learner: Learner) {
        let (keeper, loaded) = self.setup.keeper.of_profile(&learner.profile);
        (self.setup.keeper, self.setup.learner) = (keeper, learner);
        if let Some(loaded) = loaded {
            self.prefer(loaded);
        }
    }

    fn tell_profiles(&mut self, done: Result<String, String>) {
        if let Some(screen) = self.screens.last_mut() {
            screen.profile_changed(&self.store, done);
        }
    }
}

/// What came of a change, and of moving its settings along.
fn said<T>(done: Result<T, StoreError>, moved: Result<(), String>, words: &str) -> Result<String, String> {
    done.map_err(|error| format!("{error}."))?;
    moved.map_err(|why| format!("{words} Its settings stay as they were: {why}."))?;
    Ok(words.to_owned())
}
