//! `ninetracks report`: what a drill showed, or a paper that several people sat.

mod change;
mod listing;

use std::path::Path;

use anyhow::Context as _;

use super::{Ended, app, class, environment, homework, output, write_file};
use crate::cli::{CsvTable, Global, ReportArgs, ReportForm};
use crate::course::Course;
use crate::course::model::Id;
use crate::print::report::{self as page, SingleTable};
use crate::store::{SatPaper, Store};
use crate::study::class::{PaperLabel, SchoolClass};
use crate::study::event::RunId;
use crate::study::quiz::{Mode, Paper, PaperSpec};
use crate::study::report::{MISSED_BELOW, Report};
use crate::ui::effect::{Place, ReportOf};

/// # Errors
/// When there is nothing of the kind to report, it cannot be changed as asked, or the file cannot be written.
pub(super) fn run(global: &Global, args: &ReportArgs) -> anyhow::Result<Ended> {
    let course = environment::course(global)?;
    let mut store = environment::store(global, &course)?;
    let class = args.class.as_ref().map(|name| class::called(&store, name)).transpose()?;
    if args.list {
        return listing::list(&store, args.form.json, class.as_ref());
    }
    let wanted = if args.add.is_empty() {
        wanted(&store, args)?
    } else {
        ReportOf::Paper(homework::add(&mut store, &args.add)?)
    };
    if let (Some(file), ReportOf::Drill(run)) = (&args.home, &wanted) {
        return missed_to_take_home(&mut store, &course, *run, (file, args.force));
    }
    let is_changed = match &wanted {
        ReportOf::Drill(run) => change::drill(&mut store, *run, args)?,
        ReportOf::Paper(paper) => change::paper(&mut store, &course, paper, &args.key)?,
    };
    if args.delete {
        output::note("The drill is no longer listed. `ninetracks forget drill N` erases one.");
        return Ok(Ended::Done);
    }
    let formed = args.form.is_any() || args.out.is_some();
    if !formed && class.is_none() && !is_changed && environment::lines_because(global).is_none() {
        drop(store);
        return app::open_in(global, course, Place::Report(wanted));
    }
    let report = load(&store, &course, &wanted, class.as_ref())?;
    let text = set(&report, args.form);
    match &args.out {
        Some(file) => write_file::write(file, &text, args.force, "--out FILE")?,
        None => output::document(&text)?,
    }
    Ok(Ended::Done)
}

/// What the class missed, as homework of the class.
fn missed_to_take_home(
    store: &mut Store,
    course: &Course,
    run: RunId,
    (file, force): (&Path, bool),
) -> anyhow::Result<Ended> {
    let drill = store.drill(run)?.context("there is no such drill any more")?;
    let missed = drill.room().missed(MISSED_BELOW);
    anyhow::ensure!(!missed.is_empty(), "nothing was missed in this drill: at least half got every question right");
    let label = store.drill_labels()?.remove(&run).unwrap_or_default();
    let spec = PaperSpec {
        lessons: Vec::new(),
        length: missed.len(),
        seed: drill.setup.questions().map_or(0, |questions| questions.paper.seed),
        mode: Mode::Practice,
        limit_s: None,
        only: missed,
    };
    let asked = |id: &Id| drill.setup.questions()?.asked.iter().find(|item| item.question == *id).cloned();
    let paper = Paper { items: spec.only.iter().filter_map(asked).collect(), spec };
    homework::write(store, course, (paper, PaperLabel { name: label.name, class: label.class }), file, force)?;
    Ok(Ended::Done)
}

fn set(report: &Report, form: ReportForm) -> String {
    match form.csv {
        Some(CsvTable::All | CsvTable::Drill(_)) => page::csv(report),
        Some(CsvTable::Gradebook) => page::single_table(report, SingleTable::Gradebook),
        Some(CsvTable::Items) => page::single_table(report, SingleTable::Items),
        Some(CsvTable::Log) => page::single_table(report, SingleTable::Log),
        None if form.json => format!("{}\n", report.json()),
        None if form.html => page::html(report),
        None => crate::plain::class_report(report),
    }
}

fn wanted(store: &Store, args: &ReportArgs) -> anyhow::Result<ReportOf> {
    if let Some(named) = &args.paper {
        return Ok(ReportOf::Paper(paper(store.sat_papers()?, named)?.paper));
    }
    let number = match (args.drill, args.form.csv) {
        (Some(number), _) | (None, Some(CsvTable::Drill(number))) => Some(number),
        (None, _) => None,
    };
    let drills = store.drills()?;
    let drill = match number {
        Some(number) => drills.iter().find(|d| d.number == number).with_context(|| match drills.last() {
            None => "there is no drill yet: `ninetracks drill` starts one".to_owned(),
            Some(last) => {
                let n = last.number;
                format!("there is no drill {number}: they are numbered 1 to {n}. `ninetracks report --list` lists them")
            }
        }),
        None => {
            drills.last().context("there is no drill yet: `ninetracks drill` starts one. For a paper, use --paper SEED")
        }
    };
    Ok(ReportOf::Drill(drill?.run))
}

/// The paper that is meant; where several are, they are named with what tells them apart.
fn paper(sat: Vec<SatPaper>, named: &str) -> anyhow::Result<SatPaper> {
    let mut found: Vec<SatPaper> = sat.into_iter().filter(|paper| paper.is_called(named)).collect();
    match (found.len(), named.parse::<u64>()) {
        (1, _) => Ok(found.remove(0)),
        (0, Ok(seed)) => anyhow::bail!(
            "fewer than two people have taken the paper with seed {seed}. `ninetracks report --list` shows what can be reported"
        ),
        (0, Err(_)) => anyhow::bail!(
            "there is no paper `{named}` that anybody has taken. `ninetracks report --list` shows what can be reported"
        ),
        _ => {
            let lines: Vec<String> = found.iter().map(listing::candidate).collect();
            anyhow::bail!("there are several papers `{named}`. Choose one by its code:\n{}", lines.join("\n"))
        }
    }
}

fn load(store: &Store, course: &Course, wanted: &ReportOf, class: Option<&SchoolClass>) -> anyhow::Result<Report> {
    let report = match wanted {
        ReportOf::Drill(run) => store.drill_report(course, *run, &environment::clock().zone)?,
        ReportOf::Paper(paper) => store.paper_report_of(course, paper, class)?,
    };
    report.context("there is nothing to report")
}
