//! One question of a drill: how hard it was, what was taken, who said what.

use serde::Serialize;

use super::about::About;
use super::options::{Counting, OptionCount, unused};
use super::teams::{in_points, silent};
use super::{MISSED_BELOW, answer_words};
use crate::course::Course;
use crate::study::answer::Answer;
use crate::study::drill::{Asked, Given, Key, Mode, Outcome, Played, Points, Room, Said, option_as_answer, options_of};
use crate::study::statistics::picks;

/// A question that is over.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DrillQuestion {
    #[serde(flatten)]
    pub about: About,
    pub fate: Fate,
    /// The key that stands, in words.
    pub key: String,
    /// `null` when the author's key stands.
    pub key_changed: Option<KeyChange>,
    /// Mean worth of what was said, 0 to 1; of two votes the second. `null` when nothing counted.
    pub facility: Option<f64>,
    /// Answers or hands that the facility and the counts are taken from.
    pub answers_counted: usize,
    /// Before and after arguing; `null` unless there were two votes.
    pub votes: Option<Votes>,
    /// In the order shown; empty where a question has no options.
    pub options: Vec<OptionCount>,
    /// Answers that name no option: passed, or judged by ear.
    pub no_option: usize,
    /// Letters of wrong options that nobody took. Told only where everybody answered.
    pub unused_distractors: Vec<String>,
    /// In the order of answering.
    pub answers: Vec<TeamAnswer>,
    /// Letters of the teams that were there and said nothing; empty where hands were counted.
    pub no_answer: Vec<char>,
    /// Whether it is one to practise.
    pub missed: bool,
}

/// Whether a question counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    Counted,
    /// Its key was found wanting: it counts for nobody.
    Void,
    /// Left out before its answer was shown.
    Skipped,
}

/// Another key than the author's was laid to it, and every score computed anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeyChange {
    pub authors_key: String,
}

/// Before and after arguing (peer instruction: Mazur, *Peer Instruction*, 1997).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Votes {
    pub hands_first: usize,
    pub hands_second: usize,
    pub facility_first: f64,
    pub facility_second: f64,
    /// Second less first, −1 to 1.
    pub change: f64,
    /// The change as a part of what was to be gained, (second − first) / (1 − first) (Hake 1998); `null` when everybody
    /// was right at first.
    pub normalised_gain: Option<f64>,
}

/// What a team said.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TeamAnswer {
    pub team: char,
    /// By the letters shown.
    pub marks: String,
    pub said: String,
    /// Whether it was passed over; its words and letters say so in the JSON.
    #[serde(skip)]
    pub passed: bool,
    /// 0 (wrong) to 1 (right), before any option of the scoring; 0 where the question does not count.
    pub worth: f64,
    pub points: f64,
}

impl DrillQuestion {
    pub(super) fn of(course: &Course, room: &Room, played: &Played) -> Option<Self> {
        let at = played.question;
        let asked = room.setup().asked(at)?;
        let (question, key) = (&asked.question, room.key(at));
        let counting = Counting { course, question, key, order: &asked.order };
        let tally = Tally::of(asked, &played.outcome);
        let options =
            if tally.answers == 0 { Vec::new() } else { counting.rows(&tally.counts, tally.first.as_deref()) };
        let all_answer = room.setup().questions().is_some_and(|q| !q.mode.times_teams());
        Some(Self {
            about: About::of(course, at + 1, &asked.lesson, question, asked.points),
            fate: fate(&played.outcome, key),
            key: answer_words::key(course, question, key),
            key_changed: (*key != Key::Author)
                .then(|| KeyChange { authors_key: answer_words::author(course, &question.ask) }),
            facility: room.facility(at),
            answers_counted: tally.answers,
            votes: votes(room, asked, played),
            unused_distractors: if all_answer && *key != Key::Void { unused(&options) } else { Vec::new() },
            options,
            no_option: tally.none,
            answers: played
                .outcome
                .given()
                .iter()
                .filter_map(|given| TeamAnswer::of(course, room, asked, at, given))
                .collect(),
            no_answer: no_answer(room, played),
            missed: room.missed(MISSED_BELOW).contains(&question.id),
        })
    }
}

fn fate(outcome: &Outcome, key: &Key) -> Fate {
    match (outcome, key) {
        (Outcome::Skipped, _) => Fate::Skipped,
        (_, Key::Void) => Fate::Void,
        _ => Fate::Counted,
    }
}

fn no_answer(room: &Room, played: &Played) -> Vec<char> {
    let asked_all = room.setup().questions().is_some_and(|q| matches!(q.mode, Mode::Together | Mode::Class { .. }));
    let said: Vec<_> = played.outcome.given().iter().map(|g| g.team).collect();
    if asked_all && played.outcome != Outcome::Skipped { silent(room, played.question, &said) } else { Vec::new() }
}

/// Counts by option in the author's order, whatever the key: also a void question was answered.
#[derive(Default)]
struct Tally {
    counts: Vec<usize>,
    first: Option<Vec<usize>>,
    none: usize,
    answers: usize,
}

impl Tally {
    fn of(asked: &Asked, outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Skipped => Self::default(),
            Outcome::Answered(given) => {
                let picks = picks(options_of(&asked.question.ask), given.iter().filter_map(|g| g.said.entered()));
                let by_ear = given.iter().filter(|g| g.said.entered().is_none()).count();
                Self { counts: picks.by_option, first: None, none: picks.none + by_ear, answers: given.len() }
            }
            Outcome::Voted { first, second } => {
                let last = second.as_ref().or(first.as_ref()).map(|hands| counts(hands)).unwrap_or_default();
                let before = second.as_ref().and(first.as_ref()).map(|hands| counts(hands));
                Self { answers: last.iter().sum(), counts: last, first: before, none: 0 }
            }
        }
    }
}

fn counts(hands: &[u32]) -> Vec<usize> {
    hands.iter().map(|&n| usize::try_from(n).unwrap_or(usize::MAX)).collect()
}

fn votes(room: &Room, asked: &Asked, played: &Played) -> Option<Votes> {
    let Outcome::Voted { first: Some(first), second: Some(second) } = &played.outcome else { return None };
    let (before, after) = (share_right(room, asked, played, first)?, room.facility(played.question)?);
    Some(Votes {
        hands_first: counts(first).iter().sum(),
        hands_second: counts(second).iter().sum(),
        facility_first: before,
        facility_second: after,
        change: after - before,
        normalised_gain: (before < 1.0).then(|| (after - before) / (1.0 - before)),
    })
}

/// Mean worth of a show of hands.
fn share_right(room: &Room, asked: &Asked, played: &Played, hands: &[u32]) -> Option<f64> {
    let key = room.key(played.question);
    let worth =
        |option| key.worth(&asked.question, &Said::Entered(option_as_answer(&asked.question.ask, option))).share();
    let all: u32 = hands.iter().sum();
    let sum: f64 = hands.iter().enumerate().map(|(option, &n)| worth(option) * f64::from(n)).sum();
    (all > 0).then(|| sum / f64::from(all))
}

fn is_empty(answer: &Answer) -> bool {
    matches!(answer, Answer::Skipped) || matches!(answer, Answer::Several(options) if options.is_empty())
}

impl TeamAnswer {
    fn of(course: &Course, room: &Room, asked: &Asked, at: usize, given: &Given) -> Option<Self> {
        let ask = &asked.question.ask;
        Some(Self {
            team: room.team(given.team)?.letter,
            marks: answer_words::marks(ask, &asked.order, &given.said),
            said: answer_words::words(course, ask, &given.said),
            passed: given.said.entered().is_some_and(is_empty),
            worth: room.key(at).worth(&asked.question, &given.said).share(),
            points: in_points(room.earned(given.team, at).unwrap_or(Points::ZERO)),
        })
    }
}
