//! `ninetracks drill`: a drill for a class on one screen.

mod plan;

use std::io::Read as _;
use std::path::Path;

use anyhow::Context as _;

use self::plan::Wanted;
use super::choosing::{Chosen, choose};
use super::{Ended, app, class, environment, output, plain};
use crate::cli::{DrillArgs, Global};
use crate::course::Course;
use crate::course::model::text::{in_one_line, named_path};
use crate::store::Store;
use crate::study::class::{DrillLabel, MAX_BYTES, MAX_PUPILS, Pupil, import};
use crate::study::drill::{Plan, Setup, Team, USUAL_TEAMS, teams_of};
use crate::study::event::RunId;
use crate::study::names::{Name, PersonName};
use crate::ui::effect::{DrillStart, Place, SetupStart};

/// # Errors
/// When there is no drill to resume, no teams can be made of the roster, or the drill cannot be shown.
pub(super) fn run(global: &Global, args: &DrillArgs) -> anyhow::Result<Ended> {
    let course = environment::course(global)?;
    if args.resume {
        let run = left(global, &course)?;
        return if environment::chooses_lines_for_a_class(global) {
            lines(global, &course, DrillStart::Resume(run), args.json)
        } else {
            app::open_in(global, course, Place::Drill(DrillStart::Resume(run)))
        };
    }
    let seed = environment::seed(global);
    let DrillRequest { wanted, label, dealt: (teams, refused) } = match asked_for(global, &course, args, seed)? {
        Ok(asked) => asked,
        Err(ended) => return Ok(ended),
    };
    if environment::chooses_lines_for_a_class(global) {
        for line in &refused {
            output::note(format_args!("ninetracks: {line}"));
        }
        let setup = setup(&course, &wanted.for_lines(), teams, seed)?;
        return lines(global, &course, DrillStart::Labelled(Box::new(setup), label), args.json);
    }
    app::open_in(
        global,
        course,
        Place::DrillSetup(SetupStart { teams, plan: wanted.for_the_screen(), label, note: summed_up(&refused) }),
    )
}

/// What the options ask for.
struct DrillRequest {
    wanted: Wanted,
    label: DrillLabel,
    dealt: Dealt,
}

/// What the options ask for; the inner error is an end before anything is played.
fn asked_for(
    global: &Global,
    course: &Course,
    args: &DrillArgs,
    seed: u64,
) -> anyhow::Result<Result<DrillRequest, Ended>> {
    let wanted = match Wanted::of(course, args)? {
        Ok(wanted) => wanted,
        Err(misuse) => {
            output::note(format_args!("ninetracks: {misuse}"));
            return Ok(Err(Ended::Misused));
        }
    };
    let Some(wanted) = chosen(global, course, args, wanted, seed)? else { return Ok(Err(Ended::Done)) };
    let store = environment::store(global, course)?;
    let (label, dealt) = match &args.class {
        Some(class) => of_class(&store, class, args, seed)?,
        None => (DrillLabel { name: args.name.clone(), ..DrillLabel::default() }, teams(args, seed)?),
    };
    Ok(Ok(DrillRequest { wanted, label, dealt }))
}

/// A drill that begins without being asked for more.
pub(super) enum Prepared {
    Start(DrillStart),
    Ended(Ended),
}

/// The drill that the options ask for, with the usual in place of what they do not say.
///
/// # Errors
/// When there is no drill to resume, or it cannot be set up.
pub(super) fn prepare(global: &Global, course: &Course, args: &DrillArgs) -> anyhow::Result<Prepared> {
    if args.resume {
        return Ok(Prepared::Start(DrillStart::Resume(left(global, course)?)));
    }
    let seed = environment::seed(global);
    let DrillRequest { wanted, label, dealt: (teams, refused) } = match asked_for(global, course, args, seed)? {
        Ok(asked) => asked,
        Err(ended) => return Ok(Prepared::Ended(ended)),
    };
    for line in &refused {
        output::note(format_args!("ninetracks: {line}"));
    }
    let setup = setup(course, wanted.plan(), teams, seed)?;
    Ok(Prepared::Start(DrillStart::Labelled(Box::new(setup), label)))
}

/// The same with the questions that were chosen; `None` when they were only to be shown.
fn chosen(
    global: &Global,
    course: &Course,
    args: &DrillArgs,
    wanted: Wanted,
    seed: u64,
) -> anyhow::Result<Option<Wanted>> {
    let drawn = (environment::lessons(course, &args.lessons)?, wanted.length(), seed);
    let chosen = if args.choosing.is_any() {
        choose(&mut environment::store(global, course)?, course, &args.choosing, drawn)?
    } else {
        Chosen::Drawn
    };
    Ok(match chosen {
        Chosen::Shown => None,
        Chosen::Drawn => Some(wanted),
        Chosen::These(ids) => Some(wanted.asking(ids)),
    })
}

fn lines(global: &Global, course: &Course, start: DrillStart, json: bool) -> anyhow::Result<Ended> {
    let outcome = plain::run(global, course, json, |session| crate::plain::drill(session, start, json))?;
    Ok(plain::ended(outcome, None))
}

fn setup(course: &Course, plan: &Plan, teams: Vec<Team>, seed: u64) -> anyhow::Result<Setup> {
    let teams = if teams.is_empty() { Team::line_up(USUAL_TEAMS) } else { teams };
    Setup::new(plan.draft(course, teams, seed).0).context("this drill cannot be set up")
}

/// The last drill, where it was left.
fn left(global: &Global, course: &Course) -> anyhow::Result<RunId> {
    let last = environment::store(global, course)?
        .last_drill()?
        .context("there is no drill to resume: `ninetracks drill` starts one")?;
    if last.room().is_over() {
        anyhow::bail!("the last drill is over: `ninetracks report` shows it");
    }
    Ok(last.run)
}

/// Refused lines of a roster for the screen: the first, and how many more there are.
fn summed_up(refused: &[String]) -> Option<String> {
    let (first, rest) = refused.split_first()?;
    Some(match rest.len() {
        0 => format!("one line of the roster was left out. {first}"),
        1 => format!("two lines of the roster were left out. {first}"),
        n => format!("{} lines of the roster were left out. {first}", n + 1),
    })
}

/// The teams of a class without those who are away, and what is said of the drill.
fn of_class(store: &Store, name: &Name, args: &DrillArgs, seed: u64) -> anyhow::Result<(DrillLabel, Dealt)> {
    let class = class::called(store, name)?;
    for away in &args.absent {
        class.pupil(away).with_context(|| format!("there is nobody called “{away}” in {}", class.name))?;
    }
    let is_here = |pupil: &&Pupil| !args.absent.iter().any(|away| pupil.is_called(away));
    let names: Vec<PersonName> = class.pupils.iter().filter(is_here).map(|pupil| pupil.name.clone()).collect();
    let teams = teams_of(&names, args.teams.map(usize::from), seed)
        .with_context(|| format!("the class {} cannot be dealt into teams", class.name))?;
    let label =
        DrillLabel { name: args.name.clone(), class: Some(class.id), absent: args.absent.clone(), deleted: false };
    Ok((label, (teams, Vec::new())))
}

/// Teams, and the lines of a list that were left out.
type Dealt = (Vec<Team>, Vec<String>);

/// The teams asked for, and what of a roster was not taken; no teams when the set-up is to choose.
fn teams(args: &DrillArgs, seed: u64) -> anyhow::Result<Dealt> {
    let number = args.teams.map(usize::from);
    match &args.roster {
        None => Ok((number.map(Team::line_up).unwrap_or_default(), Vec::new())),
        Some(path) => {
            from_roster(path, number, seed).with_context(|| format!("the roster {} cannot be used", named_path(path)))
        }
    }
}

/// Lines that hold no good name are given back with their reasons; the others play.
fn from_roster(path: &Path, number: Option<usize>, seed: u64) -> anyhow::Result<Dealt> {
    let list = import(&start_of(path)?, None)?;
    let names = list.names();
    anyhow::ensure!(names.len() <= MAX_PUPILS, "this list has {} names: at most {MAX_PUPILS} can play", names.len());
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    let refused = list.refused.iter().map(|refusal| format!("{}, {refusal}", in_one_line(&file)));
    Ok((teams_of(&names, number, seed)?, refused.collect()))
}

/// A byte more than a list may have tells that there are too many; the rest of a film is not read.
pub(super) fn start_of(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
