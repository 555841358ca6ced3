//! The plan that the options of `ninetracks drill` ask for.

use anyhow::Context as _;

use crate::cli::{DrillArgs, DrillMode};
use crate::commands::{environment, scenario};
use crate::course::Course;
use crate::course::model::Id;
use crate::study::drill::{Mode, Pace, Plan, QuestionPlan, USUAL_TARGET_PERCENT};

/// What was asked for.
pub(super) struct Wanted {
    /// The usual in place of what was not named.
    plan: Plan,
    /// Whether anything was named.
    named: bool,
    /// Whether a clock was named, or none.
    timed: bool,
}

impl Wanted {
    /// The inner error is for options that contradict each other.
    ///
    /// # Errors
    /// When the course has no such lesson or scenario.
    pub(super) fn of(course: &Course, args: &DrillArgs) -> anyhow::Result<Result<Self, &'static str>> {
        let DrillArgs { lessons, length, mode, scenario, timer, points, target, round, .. } = args;
        let mode = mode.unwrap_or(usual_mode(args));
        if scenario.is_some() && mode != DrillMode::Scenario {
            return Ok(Err("--scenario works only with --mode scenario: change the mode or leave it out"));
        }
        if target.is_some() && mode != DrillMode::Class {
            return Ok(Err("--target works only with --mode class: other modes have no target"));
        }
        let of_questions =
            length.is_some() || timer.is_some() || points.is_some() || round.is_some() || !lessons.is_empty();
        let of_questions = of_questions || args.read_first || args.keep_open || args.argue.is_some() || args.bell;
        let named = of_questions || args.mode.is_some() || scenario.is_some() || target.is_some();
        if of_questions && mode == DrillMode::Scenario {
            return Ok(Err(
                "a scenario asks no questions: leave out --lessons, --length, --timer, --points, --round and the pace",
            ));
        }
        let plan = match played(mode, *target) {
            Some(mode) => Plan::Questions(questions(course, args, mode)?),
            None => scenario_plan(course, scenario.as_deref())?,
        };
        Ok(Ok(Self { plan, named, timed: timer.is_some() }))
    }

    /// Questions that are asked for.
    pub(super) fn length(&self) -> usize {
        match &self.plan {
            Plan::Questions(plan) => plan.length,
            Plan::Scenario(_) => 0,
        }
    }

    /// The same with just these questions.
    pub(super) fn asking(self, ids: Vec<Id>) -> Self {
        match self.plan {
            Plan::Questions(plan) => {
                let plan = Plan::Questions(QuestionPlan { length: ids.len(), only: ids, ..plan });
                Self { plan, named: true, ..self }
            }
            Plan::Scenario(_) => self,
        }
    }

    /// What was asked for, with the usual in place of the rest.
    pub(super) fn plan(&self) -> &Plan {
        &self.plan
    }

    /// `None` when nothing was named: then the last drill says it.
    pub(super) fn for_the_screen(self) -> Option<Plan> {
        self.named.then_some(self.plan)
    }

    /// Lines have a clock only where one was asked for.
    pub(super) fn for_lines(&self) -> Plan {
        match &self.plan {
            Plan::Questions(plan) => {
                let timer_s = plan.timer_s.filter(|_| self.timed);
                // A line is asked for at each step: scripts count them.
                let pace = Pace { argue_s: plan.pace.argue_s, ..Pace::default() };
                Plan::Questions(QuestionPlan { timer_s, pace, ..plan.clone() })
            }
            Plan::Scenario(_) => self.plan.clone(),
        }
    }
}

/// The mode that other options ask for.
fn usual_mode(args: &DrillArgs) -> DrillMode {
    if args.scenario.is_some() {
        DrillMode::Scenario
    } else if args.target.is_some() {
        DrillMode::Class
    } else {
        DrillMode::Together
    }
}

/// `None` for a scenario.
fn played(mode: DrillMode, target: Option<u8>) -> Option<Mode> {
    Some(match mode {
        DrillMode::Buzzer => Mode::Buzzer,
        DrillMode::Turns => Mode::Turns,
        DrillMode::Together => Mode::Together,
        DrillMode::Argue => Mode::Argue,
        DrillMode::Class => Mode::Class { target_percent: target.unwrap_or(USUAL_TARGET_PERCENT) },
        DrillMode::Scenario => return None,
    })
}

fn questions(course: &Course, args: &DrillArgs, mode: Mode) -> anyhow::Result<QuestionPlan> {
    let usual = QuestionPlan::usual();
    let pace = Pace {
        closes_when_all_answered: !args.keep_open,
        opens_at_once: !args.read_first,
        argue_s: args.argue.or(usual.pace.argue_s),
        bell: args.bell,
    };
    Ok(QuestionPlan {
        lessons: environment::lessons(course, &args.lessons)?,
        length: args.length.map_or(usual.length, usize::from),
        mode,
        points: args.points.unwrap_or(usual.points),
        timer_s: args.timer.map_or(usual.timer_s, |s| Some(s).filter(|&s| s > 0)),
        round: args.round.map_or(usual.round, |n| Some(n).filter(|&n| n > 0)),
        pace,
        ..usual
    })
}

fn scenario_plan(course: &Course, named: Option<&str>) -> anyhow::Result<Plan> {
    let first = || course.scenario_outlines().first().map(|o| o.id.clone());
    let id = match named {
        Some(named) => scenario::find(course, named)?,
        None => first().context("this course has no scenarios. Write them in quizzes/scenarios/")?,
    };
    Ok(Plan::Scenario(id))
}
