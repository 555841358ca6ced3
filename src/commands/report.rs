//! `ninetracks report`: what a drill showed, or a paper that several people sat.

use std::io::Write as _;

use anyhow::Context as _;
use serde_json::json;

use super::{Ended, app, environment, output, write_file};
use crate::cli::{Global, ReportArgs, ReportForm};
use crate::course::Course;
use crate::print::report as page;
use crate::store::{SatPaper, Store, said_of_broken};
use crate::study::report::Report;
use crate::ui::effect::{Place, ReportOf};

/// # Errors
/// When there is nothing of the kind to report, or the file cannot be written.
pub(super) fn run(global: &Global, args: &ReportArgs) -> anyhow::Result<Ended> {
    let course = environment::course(global)?;
    let store = environment::store(global, &course)?;
    if args.list {
        return list(&store, args.form.json);
    }
    let wanted = wanted(&store, args)?;
    let ReportForm { csv, json, html } = args.form;
    let formed = csv || json || html;
    if !formed && args.out.is_none() && environment::lines_because(global).is_none() {
        drop(store);
        return app::open_in(global, course, Place::Report(wanted));
    }
    let report = load(&store, &course, &wanted)?;
    let text = if csv {
        page::csv(&report)
    } else if json {
        format!("{}\n", report.json())
    } else if html {
        page::html(&report)
    } else {
        crate::plain::class_report(&report)
    };
    match &args.out {
        Some(file) => write_file::write(file, &text, args.force, "--out FILE")?,
        None if csv || html => output::document(&text)?,
        None if json => write!(output::json_results(), "{text}")?,
        None => write!(output::results(), "{text}")?,
    }
    Ok(Ended::Done)
}

fn wanted(store: &Store, args: &ReportArgs) -> anyhow::Result<ReportOf> {
    if let Some(seed) = args.paper {
        let sat = store.sat_papers()?;
        let paper = sat.into_iter().find(|p| p.paper.seed == seed).map(|p| p.paper);
        return paper.map(ReportOf::Paper).with_context(|| {
            format!("fewer than two people have taken the paper with seed {seed}. `ninetracks report --list` shows what can be reported")
        });
    }
    let drills = store.drills()?;
    let drill = match args.drill {
        Some(number) => drills.iter().find(|d| d.number == number).with_context(|| match drills.len() {
            0 => "there is no drill yet: `ninetracks drill` starts one".to_owned(),
            n => {
                format!("there is no drill {number}: they are numbered 1 to {n}. `ninetracks report --list` lists them")
            }
        }),
        None => {
            drills.last().context("there is no drill yet: `ninetracks drill` starts one. For a paper, use --paper SEED")
        }
    };
    Ok(ReportOf::Drill(drill?.run))
}

fn load(store: &Store, course: &Course, wanted: &ReportOf) -> anyhow::Result<Report> {
    let report = match wanted {
        ReportOf::Drill(run) => store.drill_report(course, *run, &environment::clock().zone)?,
        ReportOf::Paper(paper) => store.paper_report(course, paper)?,
    };
    report.context("there is nothing to report")
}

fn list(store: &Store, as_json: bool) -> anyhow::Result<Ended> {
    let (drills, papers, zone) = (store.drills()?, store.sat_papers()?, environment::clock().zone);
    if let Some(said) = said_of_broken(store.broken_sheets()?) {
        output::note(format_args!("ninetracks: {said}"));
    }
    let mut out = output::results();
    if as_json {
        let drills: Vec<_> =
            drills.iter().map(|d| json!({ "drill": d.number, "started": d.started.to_string() })).collect();
        let paper = |p: &SatPaper| json!({ "seed": p.paper.seed, "lessons": p.paper.lessons, "questions": p.paper.length, "people": p.people, "last": p.last.to_string() });
        let papers: Vec<_> = papers.iter().map(paper).collect();
        output::json(&json!({ "drills": drills, "papers": papers }))?;
        return Ok(Ended::Done);
    }
    let date = |at: jiff::Timestamp| at.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M").to_string();
    for drill in &drills {
        writeln!(out, "drill {:<6} {}    ninetracks report {}", drill.number, date(drill.started), drill.number)?;
    }
    for SatPaper { paper, people, last } in &papers {
        let seed = paper.seed;
        writeln!(
            out,
            "paper {seed:<6} {}    ninetracks report --paper {seed}    {people} people, {} questions",
            date(*last),
            paper.length
        )?;
    }
    if drills.is_empty() && papers.is_empty() {
        output::note(
            "There is nothing to report yet: `ninetracks drill` starts a drill, `ninetracks paper` writes sheets.",
        );
    }
    Ok(Ended::Done)
}
