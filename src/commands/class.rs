//! `ninetracks class`: the lists of a teacher's classes.

use std::io::{IsTerminal as _, Write as _};
use std::path::Path;

use anyhow::Context as _;
use serde_json::json;

use super::{Ended, drill, environment, output};
use crate::cli::{ClassCommand, Global, PupilNeeds};
use crate::course::model::text::named_path;
use crate::course::suggestion::did_you_mean;
use crate::course::wording::count;
use crate::store::Store;
use crate::study::class::{
    Column, ColumnsUnknown, ImportError, Imported, Pupil, SchoolClass, import, namesakes, read_columns,
};
use crate::study::event::{Event, EventKind};
use crate::study::names::{Name, PersonName};

/// # Errors
/// When there is no such class or pupil, a list cannot be read, or something could not be saved.
pub(super) fn run(global: &Global, what: &ClassCommand) -> anyhow::Result<Ended> {
    let course = environment::course(global)?;
    let mut classes = Classes { store: environment::store(global, &course)? };
    match what {
        ClassCommand::List { json } => classes.list(*json)?,
        ClassCommand::Show { class, pupil, json } => classes.show(class, pupil.as_ref(), *json)?,
        ClassCommand::Import { file, name, columns } => classes.import(file, name.as_ref(), columns)?,
        ClassCommand::Add { class, pupils } => {
            classes.add(class, pupils.iter().cloned().map(Pupil::new).collect())?;
        }
        ClassCommand::Rename { old, new } => classes.rename(old, new)?,
        ClassCommand::RenamePupil { class, old, new } => {
            classes.change(class, |class| Ok(class.rename(old, new)?))?;
            say(format_args!("{old} is now {new}."))?;
        }
        ClassCommand::RemovePupil { class, pupil } => {
            classes.change(class, |class| Ok(class.remove(pupil)?))?;
            say(format_args!("{pupil} is no longer in {class}."))?;
        }
        ClassCommand::Needs(needs) => classes.needs(needs)?,
        ClassCommand::Profile { class, pupil, profile } => {
            classes.change(class, |class| {
                class.pupil_mut(pupil)?.profile = Some(profile.clone());
                Ok(())
            })?;
            say(format_args!("{pupil} learns in the profile {profile}."))?;
        }
    }
    Ok(Ended::Done)
}

/// The class called `name`.
///
/// # Errors
/// Says which classes there are.
pub(super) fn called(store: &Store, name: &Name) -> anyhow::Result<SchoolClass> {
    let classes = store.classes()?;
    if let Some(found) = classes.iter().find(|class| class.name.is_like(name)) {
        return Ok(found.what.clone());
    }
    let names: Vec<&str> = classes.iter().map(|class| class.name.as_str()).collect();
    let meant = did_you_mean(name.as_str(), names.iter().copied());
    match names.len() {
        0 => anyhow::bail!("there is no class yet: `ninetracks class import FILE --name {name}` makes one from a list"),
        _ => anyhow::bail!("there is no class `{name}`.{meant} The classes are: {}", names.join(", ")),
    }
}

fn say(line: impl std::fmt::Display) -> std::io::Result<()> {
    writeln!(output::results(), "{line}")
}

struct Classes {
    store: Store,
}

impl Classes {
    fn keep(&mut self, class: SchoolClass) -> anyhow::Result<()> {
        let clock = environment::clock();
        let event = Event { at: clock.now, what: EventKind::ClassKept { class: Box::new(class) } };
        self.store.append(&event, clock.today())?;
        Ok(())
    }

    fn change(&mut self, name: &Name, act: impl FnOnce(&mut SchoolClass) -> anyhow::Result<()>) -> anyhow::Result<()> {
        let mut class = called(&self.store, name)?;
        act(&mut class)?;
        self.keep(class)
    }

    fn list(&self, as_json: bool) -> anyhow::Result<()> {
        let classes = self.store.classes()?;
        if as_json {
            let object = |class: &SchoolClass| json!({ "id": class.id, "name": class.name, "pupils": class.pupils });
            output::json(&classes.iter().map(|kept| object(&kept.what)).collect::<Vec<_>>())?;
            return Ok(());
        }
        if classes.is_empty() {
            output::note("There is no class yet: `ninetracks class import FILE --name NAME` makes one from a list.");
        }
        let mut out = output::results();
        for class in classes {
            writeln!(out, "{}  {}", class.name, count(class.what.pupils.len(), "person"))?;
        }
        Ok(())
    }

    fn show(&self, name: &Name, pupil: Option<&PersonName>, as_json: bool) -> anyhow::Result<()> {
        let class = called(&self.store, name)?;
        let mut history = self.store.class_history(&class)?;
        if let Some(pupil) = pupil {
            let wanted = class.clone().pupil_mut(pupil)?.name.clone();
            history.retain(|line| line.name == wanted);
        }
        if as_json {
            output::json(&json!({ "class": class.name, "pupils": history }))?;
            return Ok(());
        }
        let mut out = output::results();
        writeln!(out, "{}: {}", class.name, count(class.pupils.len(), "person"))?;
        history.iter().try_for_each(|line| writeln!(out, "{}", line.words()))?;
        Ok(())
    }

    fn import(&mut self, file: &Path, name: Option<&Name>, columns: &[String]) -> anyhow::Result<()> {
        let list = read(file, columns).with_context(|| format!("the list {} cannot be used", named_path(file)))?;
        for refused in &list.refused {
            output::note(format_args!("ninetracks: {}, {refused}. It was left out", named_path(file)));
        }
        for section in list.sections {
            let class = name
                .or(section.class.as_ref())
                .context("this list does not say which class it is: add --name, for example `--name 8b`")?;
            self.add(&class.clone(), section.pupils)?;
        }
        Ok(())
    }

    fn add(&mut self, name: &Name, pupils: Vec<Pupil>) -> anyhow::Result<()> {
        let known = self.store.class_called(name)?.map(|class| class.what);
        let at_ms = environment::clock().now.as_millisecond();
        let mut class = known.unwrap_or_else(|| SchoolClass::new(name, at_ms));
        let admission = class.admit(pupils)?;
        self.keep(class)?;
        for (asked, added) in &admission.numbered {
            output::note(format_args!("ninetracks: {}", namesakes(asked, added)));
        }
        say(admission.words(name))?;
        Ok(())
    }

    fn rename(&mut self, old: &Name, new: &Name) -> anyhow::Result<()> {
        let other = self.store.class_called(new)?;
        anyhow::ensure!(
            other.is_none() || old.is_like(new),
            "there is already a class `{new}`: choose another name, or rename that one first"
        );
        self.change(old, |class| {
            class.name = new.clone();
            Ok(())
        })?;
        say(format_args!("The class {old} is now {new}."))?;
        Ok(())
    }

    fn needs(&mut self, needs: &PupilNeeds) -> anyhow::Result<()> {
        let mut said = String::new();
        self.change(&needs.class, |class| {
            let pupil = class.pupil_mut(&needs.pupil)?;
            if let Some(percent) = needs.extra_time {
                pupil.needs.extra_time_percent = percent;
            }
            if let Some(large) = &needs.large_print {
                pupil.needs.large_print = large == "yes";
            }
            said = pupil.needs.words();
            Ok(())
        })?;
        let said = if said.is_empty() { "nothing".to_owned() } else { said };
        say(format_args!("{} needs: {said}.", needs.pupil))?;
        Ok(())
    }
}

/// Reads a list; where its columns cannot be told and somebody sits at a terminal, asks for them.
fn read(file: &Path, told: &[String]) -> anyhow::Result<Imported> {
    let bytes = drill::start_of(file)?;
    let columns = if told.is_empty() { None } else { Some(read_columns(told)?) };
    match import(&bytes, columns.as_deref()) {
        Err(ImportError::Columns(unknown)) if std::io::stdin().is_terminal() => {
            Ok(import(&bytes, Some(&asked(&unknown)?))?)
        }
        Err(ImportError::Columns(unknown)) => {
            let example =
                vec!["-"; unknown.0.len().saturating_sub(2)].iter().map(|c| format!(",{c}")).collect::<String>();
            anyhow::bail!("{unknown}. Say what the columns hold, for example `--columns last,first{example}`")
        }
        read => Ok(read?),
    }
}

fn asked(unknown: &ColumnsUnknown) -> anyhow::Result<Vec<Column>> {
    let mut out = output::talk();
    writeln!(out, "{unknown}")?;
    write!(out, "What do the columns hold? For example last,first,-: ")?;
    out.flush()?;
    let mut line = String::new();
    std::io::stdin().read_line(&mut line)?;
    let told: Vec<String> = line.trim().split(',').map(|column| column.trim().to_owned()).collect();
    Ok(read_columns(&told)?)
}
