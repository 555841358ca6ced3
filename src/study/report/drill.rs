//! The report of a drill.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::headline::{ReportHead, Roster};
use super::people::DeviceLine;
use super::question::DrillQuestion;
use super::route::ScenarioReport;
use super::teams::{self, ClassLine, TeamLine};
use super::which_question::LessonName;
use super::{FORMAT, MISSED_BELOW};
use crate::course::Course;
use crate::course::attribution::Attribution;
use crate::course::model::Id;
use crate::study::class::{DrillLabel, SchoolClass};
use crate::study::drill::{self, Drill, Finish, Questions, Room, State};
use crate::study::statistics::FEW;

/// Everything that is told about a drill.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DrillReport {
    pub format: u8,
    pub course: Attribution,
    pub headline: ReportHead,
    /// The class that played, and who was away.
    pub roster: Roster,
    /// The drill's number, as in the list of drills.
    pub number: usize,
    pub started: Timestamp,
    /// The same for people: `22 November 2026, 09:14`.
    pub started_in_words: String,
    pub played: HowPlayed,
    /// In the order of joining.
    pub teams: Vec<TeamLine>,
    /// Those who answered on their own devices, in the order of coming; absent where nobody did.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<DeviceLine>,
    /// `null` unless the class played against a target.
    pub class: Option<ClassLine>,
    /// Those that were revealed or skipped, in the order of play; empty for a scenario.
    pub questions: Vec<DrillQuestion>,
    /// Questions to practise: facility under 0.5, or shown and answered by nobody.
    pub missed: Vec<Id>,
    /// `null` unless a scenario was played.
    pub scenario: Option<ScenarioReport>,
    /// How far the shares can be read, in a sentence; `null` when there is nothing to warn of.
    pub sample: Option<String>,
}

/// What was set up and how far it went.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct HowPlayed {
    pub mode: Mode,
    pub mode_in_words: String,
    /// The lessons the questions were drawn from; empty for the whole course and for a scenario.
    pub lessons: Vec<LessonName>,
    /// Draws the same questions again; `null` for a scenario.
    pub seed: Option<u64>,
    /// Seconds for each question; `null` for no clock.
    pub timer_s: Option<u16>,
    /// The rule of scoring, a sentence each; empty where nobody scored.
    pub scoring: Vec<String>,
    /// Questions that were set up.
    pub questions: usize,
    pub outcome: Outcome,
}

/// The way of playing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    Buzzer,
    InTurn,
    AllTogether,
    ArgueAndRevote,
    ClassTarget,
    Scenario,
}

/// How far a drill went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    Finished,
    /// Ended by the teacher before its end.
    EndedEarly,
    /// Left, and not ended: it can be taken up again.
    Unfinished,
}

impl DrillReport {
    /// The report of `room`, the drill with this number. What is still in play is not told. The time is given in UTC:
    /// [`DrillReport::told_in`] turns it into the teacher's.
    #[must_use]
    pub fn of(course: &Course, room: &Room, number: usize, started: Timestamp) -> Self {
        let earnings = room.earnings();
        let report = Self {
            format: FORMAT,
            course: course.attribution(),
            headline: ReportHead::of_drill(room, &DrillLabel::default(), None, started.as_millisecond()),
            roster: Roster::default(),
            number,
            started,
            started_in_words: String::new(),
            played: HowPlayed::of(course, room),
            teams: teams::lines(room),
            people: Vec::new(),
            class: room.class_score().as_ref().map(ClassLine::of),
            questions: room
                .played()
                .iter()
                .filter_map(|played| DrillQuestion::of(course, room, &earnings, played))
                .collect(),
            missed: room.missed(MISSED_BELOW),
            scenario: ScenarioReport::of(course, room),
            sample: None,
        };
        let sample = report.sample();
        Self { sample, ..report }.told_in(&TimeZone::UTC)
    }

    /// The same with its name, and as the report of a class.
    #[must_use]
    pub fn labelled(self, room: &Room, label: &DrillLabel, class: Option<&SchoolClass>) -> Self {
        let headline = ReportHead::of_drill(room, label, class, self.started.as_millisecond());
        let absent = room.away().unwrap_or(&label.absent).iter().map(ToString::to_string).collect();
        let roster = Roster { absent, ..class.map(Roster::of).unwrap_or_default() };
        Self { headline, roster, ..self }
    }

    /// The same with the start said in the time of `zone`.
    #[must_use]
    pub fn told_in(mut self, zone: &TimeZone) -> Self {
        let suffix = if *zone == TimeZone::UTC { " UTC" } else { "" };
        self.started_in_words = format!("{}{suffix}", self.started.to_zoned(zone.clone()).strftime("%-d %B %Y, %H:%M"));
        self
    }

    fn sample(&self) -> Option<String> {
        let most = self.questions.iter().map(|q| q.answers_counted).max().filter(|&n| n > 0)?;
        let one = if self.played.mode == Mode::ArgueAndRevote { "hand" } else { "answer" };
        let word = if most == 1 { one.to_owned() } else { format!("{one}s") };
        (most < FEW).then(|| {
            format!(
                "No question has more than {most} {word}. That is too few to tell how hard a question is: \
                 the shares say what happened in this room on this day."
            )
        })
    }
}

impl HowPlayed {
    fn of(course: &Course, room: &Room) -> Self {
        let outcome = match room.state() {
            State::Done(Finish::Played) => Outcome::Finished,
            State::Done(Finish::Early) => Outcome::EndedEarly,
            State::Live(_) | State::Paused(_) => Outcome::Unfinished,
        };
        match room.setup().drill() {
            Drill::Questions(questions) => Self::of_questions(course, questions, outcome),
            Drill::Scenario(_) => Self {
                mode: Mode::Scenario,
                mode_in_words: "A scenario played by vote".to_owned(),
                lessons: Vec::new(),
                seed: None,
                timer_s: None,
                scoring: Vec::new(),
                questions: 0,
                outcome,
            },
        }
    }

    fn of_questions(course: &Course, questions: &Questions, outcome: Outcome) -> Self {
        let (mode, mode_in_words) = in_words(questions.mode);
        Self {
            mode,
            mode_in_words,
            lessons: questions.paper.lessons.iter().map(|id| LessonName::of(course, id)).collect(),
            seed: Some(questions.paper.seed),
            timer_s: questions.timer_s,
            scoring: if questions.mode == drill::Mode::Argue { Vec::new() } else { questions.scoring.sentences() },
            questions: questions.asked.len(),
            outcome,
        }
    }
}

fn in_words(mode: drill::Mode) -> (Mode, String) {
    let (mode, words) = match mode {
        drill::Mode::Buzzer => {
            (Mode::Buzzer, "Buzzer: the first to press answers, a wrong answer opens the question to the others")
        }
        drill::Mode::Turns => (Mode::InTurn, "In turn: teams answer in order, a missed question passes on"),
        drill::Mode::Together => (Mode::AllTogether, "All together: every team answers every question"),
        drill::Mode::Argue => {
            (Mode::ArgueAndRevote, "Argue and vote again: a vote, a discussion, a second vote by show of hands")
        }
        drill::Mode::Class { target_percent } => {
            return (Mode::ClassTarget, format!("The class against a target of {target_percent} % of all points"));
        }
    };
    (mode, words.to_owned())
}
