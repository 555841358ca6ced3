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
    ClassId, Column, ColumnsUnknown, ImportError, Imported, Presence, Pupil, PupilHistory, SchoolClass, import,
    read_columns,
};
use crate::study::event::{Event, EventKind};
use crate::study::names::{Name, PersonName};
use crate::study::score::points;

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
        history.iter().try_for_each(|line| writeln!(out, "{}", told(line)))?;
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

    /// Those who are there already under the same name are not added again, unless the list itself has two of them.
    fn add(&mut self, name: &Name, mut pupils: Vec<Pupil>) -> anyhow::Result<()> {
        let known = self.store.class_called(name)?.map(|class| class.what);
        let at_ms = environment::clock().now.as_millisecond();
        let mut class = known.unwrap_or_else(|| SchoolClass {
            id: ClassId::new(name, at_ms),
            name: name.clone(),
            pupils: Vec::new(),
        });
        let mut there: Vec<String> = class.pupils.iter().map(|pupil| pupil.name.folded()).collect();
        let mut is_new = |pupil: &Pupil| match there.iter().position(|name| *name == pupil.name.folded()) {
            Some(at) => {
                there.swap_remove(at);
                false
            }
            None => true,
        };
        let before = pupils.len();
        pupils.retain(&mut is_new);
        let already = before - pupils.len();
        let asked: Vec<PersonName> = pupils.iter().map(|pupil| pupil.name.clone()).collect();
        let added = class.add(pupils)?;
        let total = class.pupils.len();
        self.keep(class)?;
        let twice = asked.iter().zip(&added).filter(|(asked, added)| asked != added);
        for (asked, added) in twice {
            output::note(format_args!("ninetracks: there are two called {asked}: the second is {added}"));
        }
        let known = if already > 0 { format!(", {already} already there") } else { String::new() };
        say(format_args!("{name}: {} added{known}, {} in all.", added.len(), total))?;
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

/// `Ana Ruiz (25 % more time): Drill 1: team Team 2, 3 of 5 points; Drill 2: absent`.
fn told(line: &PupilHistory) -> String {
    let needs = if line.needs.is_empty() { String::new() } else { format!(" ({})", line.needs) };
    let result = |presence: &Presence| match presence {
        Presence::Absent => "absent".to_owned(),
        Presence::Present { team, points: earned, of } => {
            let team = team.as_ref().map(|team| format!("in {team}")).into_iter();
            let earned = earned.zip(*of).map(|(earned, of)| format!("{} of {} points", points(earned), points(of)));
            let said: Vec<String> = team.chain(earned).collect();
            if said.is_empty() { "present".to_owned() } else { said.join(", ") }
        }
    };
    let results: Vec<String> = line.results.iter().map(|it| format!("{}, {}", it.what, result(&it.presence))).collect();
    if results.is_empty() {
        format!("{}{needs}", line.name)
    } else {
        format!("{}{needs}: {}", line.name, results.join("; "))
    }
}
