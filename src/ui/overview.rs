//! What the home screen says: where to go on, what is due, what is weakest, and how far each lesson is.

use std::collections::HashMap;

use crate::course::Course;
use crate::course::model::Id;
use crate::course::outline::{CardKey, LessonOutline, ScenarioOutline};
use crate::store::{Run, Store, StoreError};
use crate::study::memory::CardState;
use crate::study::queue::{Counts, Deck, Limits, due_counts};
use crate::study::quiz::{Mode, PaperSpec, percent};
use crate::study::time::{Clock, StudyDay};
use crate::ui::effect::Place;

/// Questions in a quiz that is started without choosing.
pub const USUAL_LENGTH: usize = 10;
/// Seconds a card takes, for "about … min".
const SECONDS_A_CARD: usize = 12;
/// Points an objective must have been asked for before it is called weak.
const ENOUGH_POINTS: f64 = 3.0;

/// The figures of home.
pub struct Overview {
    /// Where reading goes on.
    pub resume: (Id, Option<Id>),
    begun: bool,
    minutes_left: usize,
    waiting: Counts,
    unfinished: Option<Run>,
    weakest: Option<Weakest>,
    /// How many scenarios were played to an end, and the titles of the one under way and of the first that was not played.
    played: usize,
    under_way: Option<String>,
    unplayed: Option<String>,
    /// `day 12 · 5-day streak`.
    pub days: String,
    /// In the course's order.
    pub lessons: Vec<LessonProgress>,
}

/// How far a lesson is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LessonProgress {
    pub sections_read: usize,
    /// Per cent of its cards that have left the learning steps.
    pub cards: Option<u32>,
    /// Per cent of the last finished quiz on this lesson alone.
    pub quiz: Option<u32>,
}

struct Weakest {
    lesson: Id,
    objective: Id,
    percent: u32,
}

impl Overview {
    pub fn load(store: &Store, course: &Course, clock: &Clock, limits: Limits) -> Result<Self, StoreError> {
        store.at_one_moment(|| Self::ask(store, course, clock, limits))
    }

    fn ask(store: &Store, course: &Course, clock: &Clock, limits: Limits) -> Result<Self, StoreError> {
        let states = store.card_states()?;
        let read = store.sections_read()?;
        let scores = store.last_scores()?;
        let known = |outline: &LessonOutline| known_percent(outline, &states);
        let sections =
            |o: &LessonOutline| read.get(&o.id).map_or(0, |r| o.sections.iter().filter(|s| r.contains(&s.id)).count());
        let lessons: Vec<LessonProgress> = course
            .outlines()
            .iter()
            .map(|o| LessonProgress {
                sections_read: sections(o),
                cards: known(o),
                quiz: scores.get(&o.id).map(|&s| percent(s)),
            })
            .collect();
        let place = store.last_place()?.filter(|(lesson, _)| course.outline(lesson).is_some());
        let begun = place.is_some();
        let resume = resume(course, &lessons, place);
        let keys: Vec<CardKey> = course.outlines().iter().flat_map(|o| o.cards.iter().cloned()).collect();
        let scenarios = course.scenario_outlines();
        let records = if scenarios.is_empty() { HashMap::new() } else { store.scenario_records()? };
        let is_played = |o: &ScenarioOutline| records.get(&o.id).is_some_and(|r| r.ended > 0);
        let is_open = |o: &ScenarioOutline| records.get(&o.id).is_some_and(|r| r.open);
        let deck = Deck { keys: &keys, states: &states, done: store.day_counts(clock.today())?, limits };
        Ok(Self {
            minutes_left: minutes_left(course, &resume.0, &lessons),
            waiting: due_counts(&deck, clock),
            unfinished: store.unfinished_run()?,
            weakest: weakest(store, course)?,
            played: scenarios.iter().filter(|o| is_played(o)).count(),
            under_way: scenarios.iter().find(|o| is_open(o)).map(|o| o.title.to_string()),
            unplayed: scenarios.iter().find(|o| !is_played(o)).map(|o| o.title.to_string()),
            days: days(&store.study_days()?, clock.today()),
            resume,
            begun,
            lessons,
        })
    }

    /// The text of the row and what stands at its end.
    #[must_use]
    pub fn continue_text(&self, course: &Course) -> (String, String) {
        let Some(outline) = course.outline(&self.resume.0) else { return (String::new(), String::new()) };
        let section =
            self.resume.1.as_ref().and_then(|s| outline.sections.iter().position(|x| &x.id == s)).unwrap_or(0);
        let title = if self.begun { outline.title.to_string() } else { format!("begin: {}", outline.title) };
        (title, format!("§{} of {} · {} min", section + 1, outline.sections.len(), self.minutes_left))
    }

    #[must_use]
    pub fn review_text(&self) -> (String, String) {
        let Counts { learning, due, new } = self.waiting;
        let due = due + learning;
        let what = match (due, new) {
            (0, 0) => "nothing due today".to_owned(),
            (due, 0) => format!("{due} {} due", cards(due)),
            (0, new) => format!("{new} new {}", cards(new)),
            (due, new) => format!("{due} {} due, {new} new", cards(due)),
        };
        let minutes = ((due + new) * SECONDS_A_CARD).div_ceil(60);
        (what, if minutes > 0 { format!("{minutes} min") } else { String::new() })
    }

    #[must_use]
    pub fn quiz_text(&self, course: &Course) -> (String, String) {
        if let Some(run) = &self.unfinished {
            return (
                "go on with the quiz you left".to_owned(),
                format!("{} of {} answered", run.answered, run.paper.length),
            );
        }
        let what = match &self.weakest {
            Some(weak) => {
                format!("weakest: lesson {}, {} ({} %)", course.number(&weak.lesson), weak.objective, weak.percent)
            }
            None => format!("on lesson {}", course.number(&self.resume.0)),
        };
        (what, format!("{USUAL_LENGTH} questions"))
    }

    #[must_use]
    pub fn scenarios_text(&self, course: &Course) -> (String, String) {
        let n = course.scenario_outlines().len();
        let what = match (&self.under_way, &self.unplayed) {
            (Some(title), _) => format!("go on with: {title}"),
            (None, Some(title)) => format!("begin: {title}"),
            (None, None) => "other roads through the cases".to_owned(),
        };
        (what, format!("{} of {n} played", self.played))
    }

    /// What ⏎ on the quiz row opens.
    #[must_use]
    pub fn quiz_place(&self, seed: u64) -> Place {
        if let Some(run) = &self.unfinished {
            return Place::QuizAgain(run.id);
        }
        let lesson = self.weakest.as_ref().map_or(&self.resume.0, |w| &w.lesson);
        Place::Quiz(PaperSpec {
            lessons: vec![lesson.clone()],
            length: USUAL_LENGTH,
            seed,
            mode: Mode::Practice,
            limit_s: None,
            only: Vec::new(),
        })
    }
}

fn cards(n: usize) -> &'static str {
    if n == 1 { "card" } else { "cards" }
}

fn known_percent(outline: &LessonOutline, states: &HashMap<CardKey, CardState>) -> Option<u32> {
    let begun: Vec<&CardState> = outline.cards.iter().filter_map(|k| states.get(k)).collect();
    let n = begun.iter().filter(|state| matches!(state, CardState::Review { .. })).count();
    (!begun.is_empty()).then(|| u32::try_from(n * 100 / outline.cards.len().max(1)).unwrap_or(100))
}

/// The last place; when that lesson is read to its end, the first section not read after it.
fn resume(course: &Course, lessons: &[LessonProgress], place: Option<(Id, Id)>) -> (Id, Option<Id>) {
    let outlines = course.outlines();
    let unread = |i: &usize| lessons[*i].sections_read < outlines[*i].sections.len();
    if let Some((lesson, section)) = place {
        let at = course.position(&lesson).unwrap_or(0);
        if unread(&at) {
            return (lesson, Some(section));
        }
        let next = (at + 1..outlines.len()).chain(0..at).find(unread).unwrap_or(at);
        return (outlines[next].id.clone(), None);
    }
    (outlines[0].id.clone(), None)
}

fn minutes_left(course: &Course, lesson: &Id, lessons: &[LessonProgress]) -> usize {
    let Some(at) = course.position(lesson) else { return 0 };
    let outline = &course.outlines()[at];
    let sections = outline.sections.len().max(1);
    (usize::from(outline.minutes) * (sections - lessons[at].sections_read.min(sections))).div_ceil(sections).max(1)
}

fn weakest(store: &Store, course: &Course) -> Result<Option<Weakest>, StoreError> {
    let scores = store.objective_scores()?;
    let asked = scores.into_iter().filter(|((lesson, _), s)| {
        s.score.of >= ENOUGH_POINTS && s.score.share() < 1.0 && course.outline(lesson).is_some()
    });
    let weakest = asked.min_by(|a, b| a.1.score.share().total_cmp(&b.1.score.share()).then_with(|| a.0.cmp(&b.0)));
    Ok(weakest.map(|((lesson, objective), s)| Weakest { lesson, objective, percent: percent(s.score) }))
}

/// How many days there were, and how many in a row up to today or yesterday.
fn days(days: &[StudyDay], today: StudyDay) -> String {
    let mut streak = 0;
    let mut expected = if days.last() == Some(&today) { today } else { today.plus(-1) };
    for day in days.iter().rev() {
        if *day != expected {
            break;
        }
        streak += 1;
        expected = expected.plus(-1);
    }
    match (days.len(), streak) {
        (0, _) => String::new(),
        (n, s) if s > 1 => format!("day {n} · {s}-day streak"),
        (n, _) => format!("day {n}"),
    }
}
