//! The rows of the form: what each says, and what the arrows and digits do to it.

use super::form::{ChosenPlan, Game, penalty_says, speed_says, streak_says};
use crate::course::Course;
use crate::study::drill::{MAX_TIMER_S, Penalty, Speed, Streak};
use crate::ui::screens::quiz_setup::{around, stepped};

const LENGTHS: [usize; 11] = [3, 5, 8, 10, 12, 15, 20, 25, 30, 40, 50];
/// Seconds; 0 is no clock.
const TIMERS: [u16; 12] = [0, 10, 15, 20, 30, 45, 60, 90, 120, 180, 240, 300];
/// Questions between boards; 0 is at the end only.
const BOARDS: [u8; 8] = [0, 1, 2, 3, 4, 5, 10, 20];
const POINTS: [u32; 11] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
/// Per cent; 0 is none.
const SHARES: [u8; 5] = [0, 25, 50, 75, 100];
/// Right answers in a row; 0 is none.
const STREAKS: [u8; 5] = [0, 2, 3, 4, 5];
/// Points for each answer of a streak.
const STREAK_POINTS: u8 = 1;
/// Most questions that can be typed: more than a school day holds.
const MOST_QUESTIONS: usize = 500;

/// A row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum SetupRow {
    Play,
    Scenario,
    Length,
    From,
    Set,
    Points,
    Timer,
    Board,
    Target,
    Extras,
    Seed,
    Teams,
    Speed,
    Streak,
    Penalty,
    Reading,
    Closing,
    Bell,
    Argument,
}

/// The rows of the page with the extras.
pub(super) const EXTRAS: [SetupRow; 6] =
    [SetupRow::Speed, SetupRow::Streak, SetupRow::Penalty, SetupRow::Reading, SetupRow::Closing, SetupRow::Bell];

/// The rows of the first page.
pub(super) fn settings(form: &ChosenPlan) -> Vec<SetupRow> {
    use SetupRow::{Argument, Board, Extras, From, Length, Play, Points, Scenario, Seed, Set, Target, Teams, Timer};
    match form.game {
        Game::Scenario => vec![Play, Scenario, Set],
        Game::Argue => vec![Play, Length, From, Set, Timer, Argument, Seed],
        Game::Class => vec![Play, Length, From, Set, Points, Timer, Board, Target, Extras, Seed, Teams],
        _ => vec![Play, Length, From, Set, Points, Timer, Board, Extras, Seed, Teams],
    }
}

impl SetupRow {
    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Play => "Mode",
            Self::Scenario => "Scenario",
            Self::Length => "Questions",
            Self::From => "From",
            Self::Set => "Set",
            Self::Points => "Points",
            Self::Timer => "Time",
            Self::Board => "Board",
            Self::Target => "Target",
            Self::Extras => "Extras",
            Self::Seed => "Seed",
            Self::Teams => "Teams",
            Self::Speed => "Speed",
            Self::Streak => "Streak",
            Self::Penalty => "Penalty",
            Self::Reading => "Opening",
            Self::Closing => "Closing",
            Self::Bell => "Bell",
            Self::Argument => "Argument",
        }
    }

    /// Whether it stands for a page of its own.
    pub(super) const fn opens(self) -> bool {
        matches!(self, Self::From | Self::Set | Self::Extras | Self::Teams)
    }

    /// Whether digits are typed into it.
    pub(super) const fn is_number(self) -> bool {
        matches!(self, Self::Length | Self::Points | Self::Timer | Self::Seed)
    }

    /// What is chosen; the rows for pages say it themselves.
    pub(super) fn value(self, form: &ChosenPlan, course: &Course, given_seed: Option<u64>) -> String {
        let plan = &form.questions;
        match self {
            Self::Play => form.game.name().to_owned(),
            Self::Scenario => scenario(form, course),
            Self::Length => plan.length.to_string(),
            Self::From => from(form, course),
            Self::Points if plan.points == 0 => "none: for discussion".to_owned(),
            Self::Points => format!("{} for each question", plan.points),
            Self::Timer => plan.timer_s.map_or_else(|| "no clock".to_owned(), |s| format!("{s} s for each question")),
            Self::Board => board(plan.round),
            Self::Target => format!("{} % of all points", form.target_percent),
            Self::Extras => form.extras(),
            Self::Seed => plan.seed.or(given_seed).map_or_else(|| "new each time".to_owned(), |s| s.to_string()),
            Self::Speed => form.scoring().speed.map_or_else(none, speed_says),
            Self::Streak => plan.scoring.streak.map_or_else(none, streak_says),
            Self::Penalty => plan.scoring.penalty.map_or_else(none, penalty_says),
            Self::Reading if plan.pace.opens_at_once => "at once; only the first is read out before".to_owned(),
            Self::Reading => "by a key, after reading out".to_owned(),
            Self::Closing if plan.pace.closes_when_all_answered => "when all have answered".to_owned(),
            Self::Closing => "by a key".to_owned(),
            Self::Bell if plan.pace.bell => "at a press and when the time is up".to_owned(),
            Self::Bell => none(),
            Self::Argument => argument(plan.timer_s, plan.pace.argue_s),
            Self::Set | Self::Teams => String::new(),
        }
    }

    /// The next or the one before.
    pub(super) fn change(self, form: &mut ChosenPlan, course: &Course, more: bool) {
        let no_speed = form.no_speed().is_some();
        let plan = &mut form.questions;
        match self {
            Self::Play => form.game = around(&games(course), &form.game, more).unwrap_or(form.game),
            Self::Scenario => {
                let all: Vec<_> = course.scenario_outlines().iter().map(|o| o.id.clone()).collect();
                form.scenario = form.scenario.take().and_then(|id| around(&all, &id, more));
            }
            Self::Length => plan.length = stepped(&LENGTHS, plan.length, more),
            Self::Points => plan.points = stepped(&POINTS, plan.points, more),
            Self::Timer => plan.timer_s = Some(stepped(&TIMERS, plan.timer_s.unwrap_or(0), more)).filter(|&s| s > 0),
            Self::Board => plan.round = Some(stepped(&BOARDS, plan.round.unwrap_or(0), more)).filter(|&n| n > 0),
            Self::Target => {
                form.target_percent =
                    if more { form.target_percent.min(95) + 5 } else { form.target_percent.max(10) - 5 }
            }
            Self::Speed if no_speed => {}
            Self::Speed => {
                let percent = stepped(&SHARES, plan.scoring.speed.map_or(0, |s| s.percent), more);
                plan.scoring.speed = (percent > 0).then_some(Speed { percent });
            }
            Self::Streak => {
                let from = stepped(&STREAKS, plan.scoring.streak.map_or(0, |s| s.from), more);
                plan.scoring.streak = (from > 0).then_some(Streak { from, points: STREAK_POINTS });
            }
            Self::Reading => plan.pace.opens_at_once = !plan.pace.opens_at_once,
            Self::Closing => plan.pace.closes_when_all_answered = !plan.pace.closes_when_all_answered,
            Self::Bell => plan.pace.bell = !plan.pace.bell,
            Self::Argument => {
                let seconds = stepped(&TIMERS, plan.pace.argue_s.unwrap_or(0), more);
                plan.pace.argue_s = Some(seconds).filter(|&s| s > 0);
            }
            Self::Penalty => {
                let percent = stepped(&SHARES, plan.scoring.penalty.map_or(0, |p| p.percent), more);
                plan.scoring.penalty = (percent > 0).then_some(Penalty { percent });
            }
            Self::From | Self::Set | Self::Extras | Self::Seed | Self::Teams => {}
        }
    }

    /// A digit, behind those typed before or, when `fresh`, in place of what stood there.
    pub(super) fn digit(self, form: &mut ChosenPlan, digit: u64, fresh: bool) {
        let plan = &mut form.questions;
        let typed = |now: u64| if fresh { digit } else { now.saturating_mul(10).saturating_add(digit) };
        let small = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
        match self {
            Self::Length => plan.length = small(typed(plan.length as u64)).clamp(1, MOST_QUESTIONS),
            Self::Points => plan.points = u32::try_from(typed(plan.points.into())).unwrap_or(u32::MAX).min(10),
            Self::Timer => {
                let seconds = typed(plan.timer_s.unwrap_or(0).into()).min(MAX_TIMER_S.into());
                plan.timer_s = u16::try_from(seconds).ok().filter(|&s| s > 0);
            }
            Self::Seed => plan.seed = Some(typed(plan.seed.unwrap_or(0)) % 1_000_000_000_000),
            _ => {}
        }
    }

    /// Takes the last digit away.
    pub(super) fn erase(self, form: &mut ChosenPlan) {
        let plan = &mut form.questions;
        match self {
            Self::Length => plan.length = (plan.length / 10).max(1),
            Self::Points => plan.points /= 10,
            Self::Timer => plan.timer_s = plan.timer_s.map(|s| s / 10).filter(|&s| s > 0),
            Self::Seed => plan.seed = plan.seed.filter(|&s| s >= 10).map(|s| s / 10),
            _ => {}
        }
    }
}

fn none() -> String {
    "none".to_owned()
}

fn games(course: &Course) -> Vec<Game> {
    Game::ALL.into_iter().filter(|w| *w != Game::Scenario || !course.scenario_outlines().is_empty()).collect()
}

fn board(round: Option<u8>) -> String {
    match round {
        None => "only at the end".to_owned(),
        Some(1) => "after every question".to_owned(),
        Some(n) => format!("after every {n} questions"),
    }
}

fn argument(vote_s: Option<u16>, argue_s: Option<u16>) -> String {
    match (vote_s, argue_s) {
        (None, _) => "no clock".to_owned(),
        (_, Some(s)) => format!("{s} s between the votes"),
        (_, None) => "as long as a vote".to_owned(),
    }
}

fn scenario(form: &ChosenPlan, course: &Course) -> String {
    let outline = course.scenario_outlines().iter().find(|o| Some(&o.id) == form.scenario.as_ref());
    outline.map_or_else(none, |o| format!("{} · {} min", o.title, o.minutes))
}

fn from(form: &ChosenPlan, course: &Course) -> String {
    let (lessons, only) = (&form.questions.lessons, &form.questions.only);
    match (only.len(), lessons.as_slice()) {
        (0, []) => "the whole course".to_owned(),
        (0, [one]) => course.outline(one).map_or_else(none, |o| format!("lesson {}, {}", course.number(one), o.title)),
        (0, some) => {
            let numbers: Vec<String> = course
                .outlines()
                .iter()
                .filter(|o| some.contains(&o.id))
                .map(|o| course.number(&o.id).to_string())
                .collect();
            format!("lessons {}", numbers.join(", "))
        }
        (1, _) => "1 chosen question".to_owned(),
        (n, _) => format!("{n} chosen questions"),
    }
}
