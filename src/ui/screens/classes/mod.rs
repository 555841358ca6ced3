//! The teacher's classes: made, read from a list, renamed, erased. ⏎ opens one.

mod draw;
mod list_import;

use self::list_import::{ListImport, NextStep};
use super::field::{Field, TypesField};
use super::listing::Notice;
use crate::course::wording::sentence;
use crate::store::{Forgettable, Kept, Store, StoreError};
use crate::study::class::{ClassSection, SchoolClass, namesakes};
use crate::study::event::EventKind;
use crate::study::names::Name;
use crate::ui::bindings::{Binding, Keyed};
use crate::ui::context::Context;
use crate::ui::effect::{Effect, Place};
use crate::ui::input::InputEvent;
use crate::ui::keys::Chord::Char;
use crate::ui::keys::{ENTER, ESC, RIGHT};
use crate::ui::screens::lifecycle::Lifecycle;

/// The list of classes.
pub struct ClassList {
    classes: Vec<Kept<SchoolClass>>,
    cursor: usize,
    task: ClassTask,
    notice: Option<Notice>,
}

/// What the next key is for.
#[derive(Default)]
enum ClassTask {
    #[default]
    Looking,
    /// The name of a new class.
    Creating(Field),
    /// A new name for the class under the cursor.
    Renaming(Field),
    /// Whether the class under the cursor is to be erased: the word `yes`.
    Erasing(Field),
    Importing(Box<ListImport>),
}

impl Keyed for ClassList {
    fn bindings(&self, _: &Context<'_>) -> Vec<Binding<Self>> {
        if let Some(does) = self.task.does() {
            return vec![
                Binding::new("⏎", does, &[ENTER], Self::take).once(),
                Binding::<Self>::new("Esc", "cancel", &[ESC], |s, _| s.task = ClassTask::Looking).once(),
            ];
        }
        let is_any = !self.classes.is_empty();
        vec![
            Binding::<Self>::up_down("move", |s, by, _| s.step(by)).when(is_any),
            Binding::<Self>::new("⏎", "people and results", &[ENTER, RIGHT, Char('l')], |s, _| s.open())
                .once()
                .when(is_any),
            Binding::<Self>::new("i", "import a list", &[Char('i')], |s, _| {
                s.task = ClassTask::Importing(Box::default());
            }),
            Binding::<Self>::new("n", "new", &[Char('n')], |s, _| s.task = ClassTask::Creating(Field::default())),
            Binding::<Self>::new("r", "rename", &[Char('r')], |s, _| s.task = ClassTask::Renaming(Field::default()))
                .when(is_any),
            Binding::<Self>::new("x", "erase", &[Char('x')], |s, _| s.task = ClassTask::Erasing(Field::default()))
                .when(is_any),
            Binding::back(),
        ]
    }
}

impl Lifecycle for ClassList {
    fn is_typing(&self) -> bool {
        !matches!(self.task, ClassTask::Looking)
    }

    fn saved(&mut self, what: &EventKind, event: crate::study::event::EventId) {
        let EventKind::ClassKept { class } = what else { return };
        self.classes.retain(|kept| kept.what.id != class.id);
        self.classes.push(Kept { event, name: class.name.clone(), what: (**class).clone() });
        self.classes.sort_by_key(|kept| (kept.name.folded(), kept.event));
        self.cursor = self.classes.iter().position(|kept| kept.what.id == class.id).unwrap_or(0);
    }

    fn refresh(&mut self, store: &Store, _: &Context<'_>) -> Result<(), StoreError> {
        self.classes = store.classes()?;
        self.cursor = self.cursor.min(self.classes.len().saturating_sub(1));
        Ok(())
    }
}

impl ClassTask {
    /// What ⏎ does with what is typed; `None` while nothing is.
    fn does(&self) -> Option<&'static str> {
        match self {
            Self::Looking => None,
            Self::Creating(_) => Some("make the class"),
            Self::Renaming(_) => Some("rename"),
            Self::Erasing(_) => Some("erase for good"),
            Self::Importing(import) => Some(import.does()),
        }
    }

    fn field_mut(&mut self) -> Option<&mut Field> {
        match self {
            Self::Looking => None,
            Self::Creating(field) | Self::Renaming(field) | Self::Erasing(field) => Some(field),
            Self::Importing(import) => Some(import.field_mut()),
        }
    }
}

impl TypesField for ClassList {
    fn field_mut(&mut self) -> Option<&mut Field> {
        self.task.field_mut()
    }

    fn forget_notice(&mut self) {
        self.notice = None;
    }
}

impl ClassList {
    pub fn load(store: &Store) -> Result<Self, StoreError> {
        Ok(Self { classes: store.classes()?, cursor: 0, task: ClassTask::Looking, notice: None })
    }

    pub fn handle(&mut self, input: &InputEvent, context: &Context<'_>) -> Vec<Effect> {
        self.type_or_press(input, context)
    }

    fn here(&self) -> Option<&SchoolClass> {
        self.classes.get(self.cursor).map(|kept| &kept.what)
    }

    fn step(&mut self, by: isize) {
        let of = self.classes.len().max(1);
        self.cursor = (self.cursor + of).saturating_add_signed(by) % of;
    }

    fn open(&self) -> Option<Effect> {
        self.here().map(|class| Effect::Open(Place::SchoolClass(class.id.clone())))
    }

    /// Does what was typed for.
    fn take(&mut self, context: &Context<'_>) -> Vec<Effect> {
        match std::mem::take(&mut self.task) {
            ClassTask::Looking => Vec::new(),
            ClassTask::Creating(field) => self.create(field, context),
            ClassTask::Renaming(field) => self.rename(field),
            ClassTask::Erasing(field) => self.erase(&field),
            ClassTask::Importing(import) => self.go_on_with(*import, context),
        }
    }

    fn create(&mut self, field: Field, context: &Context<'_>) -> Vec<Effect> {
        match Name::among(field.value(), self.classes.iter().map(|class| &class.name)) {
            Ok(name) => vec![kept(SchoolClass::new(&name, context.clock.now.as_millisecond()))],
            Err(why) => self.refuse(why, ClassTask::Creating(field)),
        }
    }

    fn rename(&mut self, field: Field) -> Vec<Effect> {
        let Some(class) = self.here().cloned() else { return Vec::new() };
        let others = self.classes.iter().filter(|other| other.what.id != class.id).map(|other| &other.name);
        match Name::among(field.value(), others) {
            Ok(name) => vec![kept(SchoolClass { name, ..class })],
            Err(why) => self.refuse(why, ClassTask::Renaming(field)),
        }
    }

    fn erase(&mut self, field: &Field) -> Vec<Effect> {
        let Some(class) = self.here().filter(|_| field.value().trim().eq_ignore_ascii_case("yes")) else {
            self.notice = Some(Notice::Said("Nothing was erased.".to_owned()));
            return Vec::new();
        };
        vec![Effect::Forget(Forgettable::Class(class.name.clone()))]
    }

    fn refuse(&mut self, why: impl ToString, task: ClassTask) -> Vec<Effect> {
        self.task = task;
        self.notice = Some(Notice::Refused(why.to_string()));
        Vec::new()
    }

    fn go_on_with(&mut self, import: ListImport, context: &Context<'_>) -> Vec<Effect> {
        match import.enter() {
            NextStep::Read(import, path) => {
                self.task = ClassTask::Importing(Box::new(import));
                vec![Effect::ReadList(path)]
            }
            NextStep::Ask(import, notice) => {
                (self.task, self.notice) = (ClassTask::Importing(Box::new(import)), Some(notice));
                Vec::new()
            }
            NextStep::Admit(sections, left_out) => self.admit(sections, left_out, context),
        }
    }

    /// The list that was asked for has come, or not, and why.
    pub fn list_read(&mut self, list: Result<Vec<u8>, String>, context: &Context<'_>) -> Vec<Effect> {
        let ClassTask::Importing(import) = std::mem::take(&mut self.task) else { return Vec::new() };
        match import.read(list) {
            NextStep::Admit(sections, left_out) => self.admit(sections, left_out, context),
            NextStep::Ask(import, notice) => {
                (self.task, self.notice) = (ClassTask::Importing(Box::new(import)), Some(notice));
                Vec::new()
            }
            NextStep::Read(..) => Vec::new(),
        }
    }

    fn admit(&mut self, sections: Vec<ClassSection>, left_out: Vec<String>, context: &Context<'_>) -> Vec<Effect> {
        let (mut effects, mut said) = (Vec::new(), Vec::new());
        for ClassSection { class: name, pupils } in sections {
            let Some(name) = name else { continue };
            let known = self.classes.iter().find(|class| class.name.is_like(&name)).map(|class| class.what.clone());
            let mut class = known.unwrap_or_else(|| SchoolClass::new(&name, context.clock.now.as_millisecond()));
            match class.admit(pupils) {
                Ok(admission) => {
                    said.push(admission.words(&name));
                    said.extend(admission.numbered.iter().map(|(asked, added)| sentence(&namesakes(asked, added))));
                    effects.push(kept(class));
                }
                Err(why) => said.push(format!("{name}: {why}.")),
            }
        }
        said.extend(left_out);
        self.notice = Some(Notice::Said(said.join(" ")));
        effects
    }
}

fn kept(class: SchoolClass) -> Effect {
    Effect::Save(EventKind::ClassKept { class: Box::new(class) })
}
