//! A drill of 500 questions, eight teams and 200 names.

use std::env;
use std::process::Command;

use ninetracks::course::Course;
use ninetracks::study::class::import;
use ninetracks::study::drill::{Entry, Input, Mode, Moment, Plan, QuestionPlan, Room, Setup, TeamId, teams_of};

use crate::{Result, row, status, timed};

/// In a process of its own, so that its peak memory is the drill's.
pub(crate) fn measure() -> Result<()> {
    let output = Command::new(env::current_exe()?).arg("drill").output()?;
    print!("{}", String::from_utf8(output.stdout)?);
    Ok(())
}

pub(crate) fn play() -> Result<()> {
    let roster: String = (0..200).map(|n| format!("Pupil {n}\n")).collect();
    println!("| a roster read | 200 | {:.2} ms | |", timed(9, || Ok(import(roster.as_bytes(), None)?))?);
    let teams = teams_of(&import(roster.as_bytes(), None)?.names(), Some(8), 7)?;
    let plan = QuestionPlan { mode: Mode::Together, length: 500, timer_s: None, ..QuestionPlan::default() };
    let setup = Setup::new(Plan::Questions(plan).draft(&Course::builtin()?, teams, 7).0)?;
    let log = log(&setup);
    let room = Room::fold(setup.clone(), &log);
    let mb = status("VmHWM")? / 1024;
    let (played, ms) = (room.played().len(), timed(5, || Ok(Room::fold(setup.clone(), &log)))?);
    row(&format!("a drill played again, peak {mb} MB, its log of {} entries", log.len()), played, ms, &mut None);
    Ok(())
}

fn log(setup: &Setup) -> Vec<Entry> {
    let (mut room, mut log) = (Room::new(setup.clone()), Vec::new());
    let mut enter = |room: &mut Room, what| {
        let entry = Entry::new(Moment(i64::try_from(log.len()).unwrap_or(0) * 1000), what);
        if room.apply(&entry).is_ok() {
            log.push(entry);
        }
    };
    while let Some(question) = room.next_question() {
        enter(&mut room, Input::Asked { question });
        enter(&mut room, Input::Opened);
        for team in (0..8).map(TeamId) {
            enter(&mut room, Input::Passed { team });
        }
        enter(&mut room, Input::Closed);
        enter(&mut room, Input::Revealed);
    }
    log
}
