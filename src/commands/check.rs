//! `ninetracks check`: every finding with file, line and column, in one run.

mod attack;
mod statistics;
mod summary;

use std::io::IsTerminal;

use serde_json::json;

use super::course::CourseChoice;
use super::{Ended, environment, output};
use crate::cli::{CheckArgs, Global};
use crate::course::Course;
use crate::course::check::{check, fails};
use crate::course::finding::{Finding, Severity};
use crate::course::report::{Ink, render};
use crate::ui::fit;

/// # Errors
/// When the course cannot be opened at all.
pub(super) fn run(global: &Global, args: &CheckArgs) -> anyhow::Result<Ended> {
    let course = match &args.dir {
        Some(dir) => CourseChoice::of_path(global, dir).open_with(global, Course::open)?,
        None => environment::course_from_files(global)?,
    };
    if args.attack {
        return attack::run(&course, args);
    }
    if let Some(report) = &args.statistics {
        return statistics::run(&course, report, args.json);
    }
    let findings = findings(&course);
    if args.json {
        output::read_or_not(output::json(&findings.iter().map(as_value).collect::<Vec<_>>()))?;
    } else {
        output::read_or_not(print(&findings))?;
        summary::say(&course, &findings);
    }
    Ok(if fails(&findings) { Ended::Failed } else { Ended::Done })
}

/// Everything that the command finds.
pub(super) fn findings(course: &Course) -> Vec<Finding> {
    let mut findings = check(course);
    findings.extend(fit::check(course));
    findings
}

fn print(findings: &[Finding]) -> std::io::Result<()> {
    let mut out = output::results();
    let ink = if std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none() {
        Ink::Colour
    } else {
        Ink::Plain
    };
    for finding in findings {
        out.coloured(&format!("{}\n\n", render(finding, ink)))?;
    }
    Ok(())
}

pub(super) use crate::course::wording::count as counted;

fn as_value(finding: &Finding) -> serde_json::Value {
    let place = &finding.place;
    json!({
        "severity": if finding.severity == Severity::Error { "error" } else { "warning" },
        "rule": finding.rule, "path": place.path, "line": place.line, "column": place.column,
        "message": finding.message, "help": finding.help,
    })
}
