//! `ninetracks drill`: a drill for a class on one screen.

use std::io::Read as _;
use std::path::Path;

use anyhow::Context as _;

use super::{Ended, app, session};
use crate::cli::{DrillArgs, Global};
use crate::course::Course;
use crate::course::model::text::defused;
use crate::study::names::{MAX_BYTES, Roster};
use crate::study::room::{State, Team, teams_of};
use crate::ui::effect::{DrillStart, Place};

/// # Errors
/// When there is no drill to go on with, no teams can be made of the roster, or there is no terminal.
pub fn run(global: &Global, args: &DrillArgs) -> anyhow::Result<Ended> {
    let course = session::course(global)?;
    let place = if args.resume {
        Place::Drill(left(global, &course)?)
    } else {
        Place::DrillSetup { teams: teams(args, global.seed.unwrap_or_else(|| session::clock().now.as_millisecond().unsigned_abs()))? }
    };
    app::needs_terminal(global)?;
    app::open_in(global, course, place)
}

/// The last drill, where it was left.
fn left(global: &Global, course: &Course) -> anyhow::Result<DrillStart> {
    let last = session::store(global, course)?.last_drill()?.context("there is no drill to go on with: `ninetracks drill` begins one")?;
    if matches!(last.room().state(), State::Done(_)) {
        anyhow::bail!("the last drill is over: `ninetracks report` shows it");
    }
    Ok(DrillStart::Again(last.run))
}

/// The teams asked for; none when the set-up is to choose.
fn teams(args: &DrillArgs, seed: u64) -> anyhow::Result<Vec<Team>> {
    let number = args.teams.map(usize::from);
    match &args.roster {
        None => Ok(number.map(Team::line_up).unwrap_or_default()),
        Some(path) => {
            from_roster(path, number, seed).with_context(|| format!("the roster {} cannot be used", defused(&path.display().to_string())))
        }
    }
}

/// Lines that hold no good name are said on standard error; the others play.
fn from_roster(path: &Path, number: Option<usize>, seed: u64) -> anyhow::Result<Vec<Team>> {
    let roster = Roster::read(&start_of(path)?)?;
    for refusal in &roster.refused {
        eprintln!("ninetracks: {}, {refusal}", defused(&path.display().to_string()));
    }
    Ok(teams_of(&roster.names, number, seed)?)
}

/// A byte more than a roster may have tells that there are too many; the rest of a film is not read.
fn start_of(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}
