//! A class: its people, what each needs, and how each did in its drills and papers.

mod draw;

use super::field::{Field, TypesField};
use super::listing::Notice;
use crate::course::wording::sentence;
use crate::store::{Forgettable, Store, StoreError};
use crate::study::class::{ClassId, Pupil, PupilHistory, SchoolClass, namesakes};
use crate::study::event::EventKind;
use crate::study::names::PersonName;
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::Context;
use crate::ui::effect::Effect;
use crate::ui::input::InputEvent;
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{ENTER, ESC};
use crate::ui::screens::lifecycle::Lifecycle;

/// Steps of extra time, in per cent.
const EXTRA_TIME: [u16; 4] = [0, 25, 50, 100];

/// The people of a class.
pub struct ClassPeople {
    class: SchoolClass,
    histories: Vec<PupilHistory>,
    cursor: usize,
    /// Whether the results of the pupil under the cursor are shown.
    is_open: bool,
    task: PeopleTask,
    notice: Option<Notice>,
}

/// What the next key is for.
#[derive(Default)]
enum PeopleTask {
    #[default]
    Looking,
    /// Somebody who is added.
    Adding(Field),
    Renaming(Field),
    /// Whether somebody is to be erased: the word `yes`.
    Erasing(Field),
}

impl Keyed for ClassPeople {
    fn bindings(&self, _: &Context<'_>) -> Vec<Binding<Self>> {
        if let Some(does) = self.task.does() {
            return vec![
                Binding::new("⏎", does, &[ENTER], |s: &mut Self, _: &Context<'_>| s.take()).once(),
                Binding::<Self>::new("Esc", "cancel", &[ESC], |s, _| s.task = PeopleTask::Looking).once(),
            ];
        }
        let is_any = !self.class.pupils.is_empty();
        vec![
            Binding::<Self>::up_down("move", |s, by, _| s.step(by)).when(is_any),
            Binding::<Self>::new("⏎", if self.is_open { "close" } else { "results" }, &[ENTER], |s, _| {
                s.is_open = !s.is_open;
            })
            .once()
            .when(is_any),
            Binding::<Self>::new("a", "add", &[Char('a')], |s, _| s.task = PeopleTask::Adding(Field::default())),
            Binding::<Self>::new("r", "rename", &[Char('r')], |s, _| s.task = PeopleTask::Renaming(Field::default()))
                .when(is_any),
            Binding::<Self>::new("t", "more time", &[Char('t')], |s, _| s.give_time()).once().when(is_any),
            Binding::<Self>::new("p", "large print", &[Char('p')], |s, _| s.give_print()).once().when(is_any),
            Binding::<Self>::new("d", "take off the list", &[Char('d')], |s, _| s.remove()).once().quiet().when(is_any),
            Binding::<Self>::new("x", "erase", &[Char('x')], |s, _| s.task = PeopleTask::Erasing(Field::default()))
                .when(is_any),
            Binding::back(),
        ]
    }
}

impl Lifecycle for ClassPeople {
    fn is_typing(&self) -> bool {
        !matches!(self.task, PeopleTask::Looking)
    }

    fn refresh(&mut self, store: &Store, _: &Context<'_>) -> Result<(), StoreError> {
        if let Some(class) = store.class_with(Some(&self.class.id))? {
            self.histories = store.class_history(&class)?;
            self.class = class;
        }
        self.cursor = self.cursor.min(self.class.pupils.len().saturating_sub(1));
        Ok(())
    }
}

impl PeopleTask {
    fn does(&self) -> Option<&'static str> {
        match self {
            Self::Looking => None,
            Self::Adding(_) => Some("add"),
            Self::Renaming(_) => Some("rename"),
            Self::Erasing(_) => Some("erase for good"),
        }
    }

    fn field_mut(&mut self) -> Option<&mut Field> {
        match self {
            Self::Looking => None,
            Self::Adding(field) | Self::Renaming(field) | Self::Erasing(field) => Some(field),
        }
    }
}

impl TypesField for ClassPeople {
    fn field_mut(&mut self) -> Option<&mut Field> {
        self.task.field_mut()
    }

    fn forget_notice(&mut self) {
        self.notice = None;
    }
}

impl ClassPeople {
    /// `None` when there is no such class.
    pub fn load(store: &Store, id: &ClassId) -> Result<Option<Self>, StoreError> {
        let Some(class) = store.class_with(Some(id))? else { return Ok(None) };
        let histories = store.class_history(&class)?;
        let task = PeopleTask::Looking;
        Ok(Some(Self { class, histories, cursor: 0, is_open: false, task, notice: None }))
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        self.type_or_press(input, context)
    }

    fn here(&self) -> Option<&Pupil> {
        self.class.pupils.get(self.cursor)
    }

    /// What the pupil under the cursor did.
    fn history(&self) -> Option<&PupilHistory> {
        let name = &self.here()?.name;
        self.histories.iter().find(|history| history.name == *name)
    }

    fn step(&mut self, by: isize) {
        let of = self.class.pupils.len().max(1);
        self.cursor = (self.cursor + of).saturating_add_signed(by) % of;
    }

    fn take(&mut self) -> Vec<Effect> {
        match std::mem::take(&mut self.task) {
            PeopleTask::Looking => Vec::new(),
            PeopleTask::Adding(field) => self.add(field),
            PeopleTask::Renaming(field) => self.rename(field),
            PeopleTask::Erasing(field) => self.erase(&field),
        }
    }

    fn add(&mut self, field: Field) -> Vec<Effect> {
        let name = match PersonName::new(field.value()) {
            Ok(name) => name,
            Err(why) => return self.refuse(why, PeopleTask::Adding(field)),
        };
        match self.class.add(vec![Pupil::new(name.clone())]) {
            Ok(added) => {
                self.cursor = self.class.pupils.len().saturating_sub(1);
                let said = |added: &PersonName| match added {
                    added if *added == name => format!("{added} is on the list."),
                    added => sentence(&namesakes(&name, added)),
                };
                self.notice = Some(Notice::Said(added.iter().map(said).collect()));
                self.kept()
            }
            Err(why) => self.refuse(why, PeopleTask::Adding(field)),
        }
    }

    fn rename(&mut self, field: Field) -> Vec<Effect> {
        let Some(old) = self.here().map(|pupil| pupil.name.clone()) else { return Vec::new() };
        let new = PersonName::new(field.value()).map_err(|why| why.to_string());
        match new.and_then(|new| self.class.rename(&old, &new).map(|()| new).map_err(|why| why.to_string())) {
            Ok(new) => {
                self.histories.iter_mut().filter(|history| history.name == old).for_each(|history| {
                    history.name = new.clone();
                });
                self.notice = Some(Notice::Said(format!("{old} is now {new}; earlier results stay with the pupil.")));
                self.kept()
            }
            Err(why) => self.refuse(why, PeopleTask::Renaming(field)),
        }
    }

    fn remove(&mut self) -> Vec<Effect> {
        let Some(name) = self.here().map(|pupil| pupil.name.clone()) else { return Vec::new() };
        if self.class.remove(&name).is_err() {
            return Vec::new();
        }
        self.cursor = self.cursor.min(self.class.pupils.len().saturating_sub(1));
        self.notice = Some(Notice::Said(format!("{name} is off the list; a puts the name back, results are kept.")));
        self.kept()
    }

    fn erase(&mut self, field: &Field) -> Vec<Effect> {
        let Some(pupil) = self.here().filter(|_| field.value().trim().eq_ignore_ascii_case("yes")) else {
            self.notice = Some(Notice::Said("Nothing was erased.".to_owned()));
            return Vec::new();
        };
        vec![Effect::Forget(Forgettable::Pupil(pupil.name.clone()))]
    }

    fn give_time(&mut self) -> Vec<Effect> {
        let Some(pupil) = self.class.pupils.get_mut(self.cursor) else { return Vec::new() };
        let now = pupil.needs.extra_time_percent;
        pupil.needs.extra_time_percent = EXTRA_TIME.into_iter().find(|&percent| percent > now).unwrap_or(0);
        self.kept()
    }

    fn give_print(&mut self) -> Vec<Effect> {
        let Some(pupil) = self.class.pupils.get_mut(self.cursor) else { return Vec::new() };
        pupil.needs.large_print = !pupil.needs.large_print;
        self.kept()
    }

    fn refuse(&mut self, why: impl ToString, task: PeopleTask) -> Vec<Effect> {
        self.task = task;
        self.notice = Some(Notice::Refused(why.to_string()));
        Vec::new()
    }

    fn kept(&self) -> Vec<Effect> {
        vec![Effect::Save(EventKind::ClassKept { class: Box::new(self.class.clone()) })]
    }
}
