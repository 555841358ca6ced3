//! One question of a drill: how hard it was, what was taken, who said what.

use serde::Serialize;

use super::MISSED_BELOW;
use super::options::{Counting, OptionCount, unused};
use super::teams::{in_points, silent};
use super::which_question::About;
use crate::course::Course;
use crate::study::drill::{Earnings, Given, Mode, Outcome, Played, Points, PupilVote, Room, facility_of_hands};
use crate::study::item::{Item, Key};
use crate::study::names::PersonName;
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
    /// Answers or hands that the counts are taken from, passes included.
    pub answers_counted: usize,
    /// Teams that were asked, where all were: the facility is of these; `null` elsewhere.
    pub teams_asked: Option<usize>,
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
    /// What single pupils voted for, where that is known, in the order of voting; absent elsewhere.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pupils: Vec<PupilAnswer>,
    /// Whether it is one to practise.
    pub missed: bool,
}

/// What a pupil voted for, by the letters shown.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PupilAnswer {
    pub name: String,
    /// Before arguing; `null` for no vote.
    pub first: Option<String>,
    /// After arguing.
    pub second: Option<String>,
    /// What an answer on a device was worth, 0 to 1, before any option of the scoring; absent where hands were counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub worth: Option<f64>,
    /// The points of that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub points: Option<f64>,
    /// Whether the teacher typed it in from a device that did not reach the host; absent otherwise.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub by_code: bool,
}

/// Whether a question counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    Counted,
    /// Its key was found wanting: it does not count.
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
    /// Whether it was passed over.
    pub passed: bool,
    /// 0 (wrong) to 1 (right), before any option of the scoring; 0 where the question does not count.
    pub worth: f64,
    pub points: f64,
}

impl DrillQuestion {
    pub(super) fn of(course: &Course, room: &Room, earnings: &Earnings, played: &Played) -> Option<Self> {
        let at = played.question;
        let (item, key) = (room.setup().asked(at)?, room.key(at));
        let counting = Counting { item, key };
        let tally = OptionTally::of(item, &played.outcome);
        let options =
            if tally.answers == 0 { Vec::new() } else { counting.rows(&tally.counts, tally.first.as_deref()) };
        let all_answer = room.setup().questions().is_some_and(|q| !q.mode.times_teams());
        Some(Self {
            about: About::of(course, at + 1, item),
            fate: fate(&played.outcome, key),
            key: item.key_in_words(key),
            key_changed: (*key != Key::Author).then(|| KeyChange { authors_key: item.authors_key() }),
            facility: room.facility(at),
            answers_counted: tally.answers,
            teams_asked: teams_asked(room, played),
            votes: votes(room, item, played),
            unused_distractors: if all_answer && *key != Key::Void { unused(&options) } else { Vec::new() },
            options,
            no_option: tally.none,
            answers: played
                .outcome
                .given()
                .iter()
                .filter_map(|given| TeamAnswer::of(room, earnings, at, given))
                .collect(),
            no_answer: no_answer(room, played),
            pupils: PupilAnswer::all(room, item, at),
            missed: room.is_missed(at, MISSED_BELOW),
        })
    }
}

impl PupilAnswer {
    fn all(room: &Room, item: &Item, at: usize) -> Vec<Self> {
        let [first, second] = room.pupil_votes(at);
        let of = |votes: &[PupilVote], who: &PersonName| {
            votes.iter().find(|vote| vote.who == *who).map(|vote| item.label(vote.option).to_string())
        };
        let mut all: Vec<&PersonName> = Vec::new();
        for vote in first.iter().chain(second) {
            if !all.contains(&&vote.who) {
                all.push(&vote.who);
            }
        }
        let line = |who: &&PersonName| Self {
            name: who.to_string(),
            first: of(first, who),
            second: of(second, who),
            worth: None,
            points: None,
            by_code: false,
        };
        all.iter().map(line).collect()
    }

    /// The last word.
    #[must_use]
    pub fn last(&self) -> Option<&str> {
        self.second.as_deref().or(self.first.as_deref())
    }
}

fn fate(outcome: &Outcome, key: &Key) -> Fate {
    match (outcome, key) {
        (Outcome::Skipped, _) => Fate::Skipped,
        (_, Key::Void) => Fate::Void,
        _ => Fate::Counted,
    }
}

fn teams_asked(room: &Room, played: &Played) -> Option<usize> {
    let said = played.outcome.given().len();
    let asked_all = room.setup().questions().is_some_and(|q| matches!(q.mode, Mode::Together | Mode::Class { .. }));
    (asked_all && said > 0).then(|| said + no_answer(room, played).len())
}

fn no_answer(room: &Room, played: &Played) -> Vec<char> {
    let asked_all = room.setup().questions().is_some_and(|q| matches!(q.mode, Mode::Together | Mode::Class { .. }));
    let said: Vec<_> = played.outcome.given().iter().map(|g| g.team).collect();
    if asked_all && played.outcome != Outcome::Skipped { silent(room, played.question, &said) } else { Vec::new() }
}

/// Counts by option in the author's order, whatever the key: also a void question was answered.
#[derive(Default)]
struct OptionTally {
    counts: Vec<usize>,
    first: Option<Vec<usize>>,
    none: usize,
    answers: usize,
}

impl OptionTally {
    fn of(item: &Item, outcome: &Outcome) -> Self {
        match outcome {
            Outcome::Skipped => Self::default(),
            Outcome::Answered(given) => {
                let picks = picks(item.form.options().len(), given.iter().filter_map(|g| g.said.entered()));
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

fn votes(room: &Room, item: &Item, played: &Played) -> Option<Votes> {
    let Outcome::Voted { first: Some(first), second: Some(second) } = &played.outcome else { return None };
    let (before, after) = (facility_of_hands(item, room.key(played.question), first)?, room.facility(played.question)?);
    Some(Votes {
        hands_first: counts(first).iter().sum(),
        hands_second: counts(second).iter().sum(),
        facility_first: before,
        facility_second: after,
        change: after - before,
        normalised_gain: (before < 1.0).then(|| (after - before) / (1.0 - before)),
    })
}

impl TeamAnswer {
    fn of(room: &Room, earnings: &Earnings, at: usize, given: &Given) -> Option<Self> {
        let item = room.setup().asked(at)?;
        Some(Self {
            team: room.team(given.team)?.number,
            marks: given.said.in_marks(item),
            said: given.said.in_words(item),
            passed: given.said.entered().is_some_and(|response| !response.is_answer()),
            worth: given.said.credit(item, room.key(at)).share(),
            points: in_points(earnings.of(given.team, at).unwrap_or(Points::ZERO)),
        })
    }
}
