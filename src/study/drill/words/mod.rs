//! A drill in words, the same on the wall and in lines.
//!
//! ```text
//!  poster   a question as it is asked, with nothing about its answer
//!  keys     what a wrong key can be corrected to
//! ```

mod keys;
mod poster;

pub use keys::{choices as key_choices, stem};
pub use poster::Poster;

use super::{ClassScore, Drill, Mode, Points, PublicFloor, PublicHands, Questions, Setup, Team, TeamId};
use crate::course::Course;
use crate::course::wording::count;

/// What is played: its title, and what is done, how much, by which rule, a sentence or more each.
#[must_use]
pub fn introduction(course: &Course, setup: &Setup) -> (String, Vec<String>) {
    match setup.drill() {
        Drill::Questions(questions) => {
            let (title, sentence) = mode(questions.mode);
            let scored = questions.mode != Mode::Argue;
            let rules = Some(questions.scoring.sentences().join(" ")).filter(|_| scored);
            (title.to_owned(), [Some(sentence), Some(counts(questions)), rules].into_iter().flatten().collect())
        }
        Drill::Scenario(road) => {
            let title =
                course.scenario(&road.scenario).map_or_else(|| road.scenario.to_string(), |s| s.title.to_string());
            (title, vec!["A scenario played by vote: the class decides at each scene.".to_owned()])
        }
    }
}

/// What the class does with its hands.
#[must_use]
pub const fn voting(hands: PublicHands) -> &'static str {
    match hands {
        PublicHands::First => "Vote: raise your hand for one option.",
        PublicHands::Arguing => "Argue: convince your neighbour.",
        PublicHands::Second => "Vote again: raise your hand for one.",
        PublicHands::Counted => "Counted.",
    }
}

/// What is called for when the time is up and answers are still taken.
#[must_use]
pub const fn called(floor: &PublicFloor) -> &'static str {
    match floor {
        PublicFloor::Buzzers { .. } | PublicFloor::Speaking { .. } => "Time is up.",
        PublicFloor::Turn { .. } => "time is up: answer now",
        PublicFloor::Everyone => "Time is up: cards up!",
        PublicFloor::Hands(PublicHands::First | PublicHands::Second) => "Time is up: hands up for one option.",
        PublicFloor::Hands(PublicHands::Arguing) => "Time is up: now vote again.",
        PublicFloor::Hands(PublicHands::Counted) => "Counted.",
    }
}

/// How far the answers have come in; not whose, nor what.
#[must_use]
pub fn how_many(answered: usize, teams: usize) -> String {
    format!("{answered} of {} {} answered.", count(teams, "team"), if teams == 1 { "has" } else { "have" })
}

/// The class's score against its target.
#[must_use]
pub fn class_score(score: ClassScore) -> String {
    let target = score.of.part(u64::from(score.target_percent), 100);
    match score.of {
        Points::ZERO => format!("No points yet. The target is {} %.", score.target_percent),
        of => format!("{} of {of} points: the target is {} % ({target}).", score.points, score.target_percent),
    }
}

/// Whether the target is reached.
#[must_use]
pub fn target(score: ClassScore, over: bool) -> &'static str {
    match (score.is_reached(), over) {
        (true, _) => "Target reached.",
        (false, true) => "The target was not reached.",
        (false, false) => "Not reached yet.",
    }
}

/// What stands on the board where hands are counted.
#[must_use]
pub fn no_points(questions: usize) -> String {
    let count = count(questions, "question");
    format!("Two votes on each question; {count} in this drill. No points.")
}

/// What the end means.
#[must_use]
pub const fn ending(early: bool) -> (&'static str, &'static str) {
    if early {
        ("Ended early", "Questions that were not revealed do not count.")
    } else {
        ("The end", "All questions have been asked.")
    }
}

/// What came of it where teams play for points: who is first, and what the class earned; empty where nobody is ranked.
#[must_use]
pub fn result(teams: &[Team], winners: &[TeamId], class_percent: Option<i64>) -> String {
    let team = |id: &TeamId| teams.get(usize::from(id.0)).map(|team| team.name.to_string());
    let names: Vec<String> = winners.iter().filter_map(team).collect();
    let first = match names.as_slice() {
        [] => return String::new(),
        [one] => format!("{one} is first."),
        [names @ .., last] => format!("{} and {last} are first.", names.join(", ")),
    };
    let class = class_percent.map(|percent| format!(" All teams together: {percent} % of all points."));
    format!("{first}{}", class.unwrap_or_default())
}

/// A mode's title, and what is done in it.
fn mode(mode: Mode) -> (&'static str, String) {
    match mode {
        Mode::Buzzer => ("Buzzer", "Press first, then answer. After a wrong answer the others may press.".to_owned()),
        Mode::Turns => ("In turn", "Teams answer in turn. A missed question passes to the next team.".to_owned()),
        Mode::Together => ("All together", "Every team answers every question.".to_owned()),
        Mode::Argue => (
            "Argue and vote again",
            "Vote by show of hands, argue with your neighbours, vote again. No points.".to_owned(),
        ),
        Mode::Class { target_percent } => (
            "The class against a target",
            format!("Every team answers; together the class aims for {target_percent} % of all points."),
        ),
    }
}

/// `10 questions, 20 seconds each, 1 to 3 points each.`
fn counts(questions: &Questions) -> String {
    let n = questions.asked.len();
    let count = count(n, "question");
    let timer = questions.timer_s.map_or(", no clock".to_owned(), |s| format!(", {s} seconds each"));
    let points = || questions.asked.iter().map(|a| a.points);
    let (low, high) = (points().min().unwrap_or(0), points().max().unwrap_or(0));
    let worth = match (questions.mode, low, high) {
        (Mode::Argue, _, _) => String::new(),
        (_, 1, 1) => ", 1 point each".to_owned(),
        (_, low, high) if low == high => format!(", {low} points each"),
        (_, low, high) => format!(", {low} to {high} points each"),
    };
    format!("{count}{timer}{worth}.")
}
