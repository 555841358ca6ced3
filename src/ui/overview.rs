//! What the home screen says: where to go on, what is due, what is weakest, and how far each lesson is.

mod past;
mod texts;

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use serde::{Deserialize, Serialize};

use self::past::Past;
use crate::course::Course;
use crate::course::model::Id;
use crate::course::outline::{CardKey, LessonOutline, ScenarioOutline};
use crate::pages::words::part_of_many;
use crate::store::{Run, Store, StoreError};
use crate::study::event::RunId;
use crate::study::memory::CardState;
use crate::study::queue::{Counts, DayCounts, Deck, ExaminationAhead, deck_cards, due_counts};
use crate::study::quiz::{Half, Mode, PaperSpec, USUAL_LENGTH, percent};
use crate::study::score::Score;
use crate::study::session::ReviewRules;
use crate::study::time::{Clock, StudyDay};
use crate::ui::effect::Place;

/// Seconds a card takes, for "about … min".
const SECONDS_A_CARD: usize = 12;
/// Points an objective must have been asked for before it is called weak.
const ENOUGH_POINTS: f64 = 3.0;
/// To be raised when [`Overview`] changes: one that was kept in another shape must not be read.
const SHAPE: u32 = 5;

/// The figures of home.
#[derive(Clone, Serialize, Deserialize)]
pub struct Overview {
    /// Where reading goes on.
    pub resume: (Id, Option<Id>),
    begun: bool,
    minutes_left: usize,
    waiting: Counts,
    unfinished: Option<Unfinished>,
    weakest: Option<Weakest>,
    /// Questions that return on the day: they were answered with certainty and wrong.
    returning: Vec<Id>,
    /// How many scenarios were played to an end, and the titles of the one under way and of the first that was not played.
    played: usize,
    under_way: Option<String>,
    unplayed: Option<String>,
    /// The placement test that is offered.
    pub offer: Option<Half>,
    /// `day 12 · 5-day streak`.
    days: String,
    /// Minutes studied on the day.
    minutes: u32,
    /// In the course's order.
    pub lessons: Vec<LessonProgress>,
}

/// How far a lesson is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonProgress {
    pub sections_read: usize,
    /// Per cent of its cards that have left the learning steps.
    pub cards: Option<u32>,
    /// Per cent of the last finished quiz on this lesson alone.
    pub quiz: Option<u32>,
}

/// A quiz that was left.
#[derive(Clone, Serialize, Deserialize)]
struct Unfinished {
    run: RunId,
    answered: usize,
    questions: usize,
    is_placement: bool,
}

#[derive(Clone, Serialize, Deserialize)]
struct Weakest {
    lesson: Id,
    objective: Id,
    percent: u32,
}

/// What is kept: as long as nothing is saved, tomorrow's figures can be told today.
#[derive(Serialize, Deserialize)]
struct TwoDays {
    today: StudyDay,
    figures: [Overview; 2],
}

impl Overview {
    /// The figures as they were last told, if nothing was saved since; asking for them anew takes a dozen questions, each of
    /// which `SQLite` compiles at every start.
    pub fn load(store: &Store, course: &Course, clock: &Clock, rules: &ReviewRules) -> Result<Self, StoreError> {
        let (today, key) = (clock.today(), key(course, rules));
        if let Some(kept) = store.glance(key)?.and_then(|kept| told(&kept, today)) {
            return Ok(kept);
        }
        let (event, figures) = store.at_one_moment(|| {
            let past = Past::load(store, today)?;
            let rules = with_memory(store, rules, today)?;
            let mut figures = Self::of_two_days(&past, course, &rules, today);
            let offer = offer(store, course, &past, &figures[0].lessons)?;
            for day in &mut figures {
                day.offer = offer;
            }
            Ok((store.latest_event()?, figures))
        })?;
        if let Some(event) = event {
            let kept = TwoDays { today, figures: figures.clone() };
            store.keep_glance(key, event, &postcard::to_stdvec(&kept).unwrap_or_default());
        }
        let [figures, _] = figures;
        Ok(figures)
    }

    fn of_two_days(past: &Past, course: &Course, rules: &ReviewRules, today: StudyDay) -> [Self; 2] {
        let (cards, requested) = (deck_cards(course, &past.read, None), HashSet::new());
        let waiting = |day: StudyDay| {
            let done = if day == today { past.done } else { DayCounts::default() };
            let (states, requested, holds, limits) = (&past.states, &requested, &past.holds, rules.limits);
            let examination = ExaminationAhead::of(&rules.scheduling);
            due_counts(&Deck { cards: &cards, states, requested, holds, done, limits, examination }, day)
        };
        let today_figures = Self {
            waiting: waiting(today),
            days: days(&past.days, today),
            minutes: past.minutes,
            returning: returning(past, course, today),
            ..Self::of_any_day(past, course)
        };
        let tomorrow = today.plus(1);
        let tomorrow_figures = Self {
            waiting: waiting(tomorrow),
            days: days(&past.days, tomorrow),
            minutes: 0,
            returning: returning(past, course, tomorrow),
            ..today_figures.clone()
        };
        [today_figures, tomorrow_figures]
    }

    /// All that no day changes.
    fn of_any_day(past: &Past, course: &Course) -> Self {
        let sections = |o: &LessonOutline| {
            past.read.get(&o.id).map_or(0, |r| o.sections.iter().filter(|s| r.contains(&s.id)).count())
        };
        let lesson = |o: &LessonOutline| LessonProgress {
            sections_read: sections(o),
            cards: known_percent(o, &past.states),
            quiz: past.scores.get(&o.id).map(|&s| percent(s)),
        };
        let lessons: Vec<LessonProgress> = course.outlines().iter().map(lesson).collect();
        let place = past.place.clone().filter(|(lesson, _)| course.outline(lesson).is_some());
        let begun = place.is_some();
        let resume = resume(course, &lessons, place);
        let scenarios = course.scenario_outlines();
        let is_played = |o: &ScenarioOutline| past.plays.get(&o.id).is_some_and(|r| r.ended > 0);
        let is_open = |o: &ScenarioOutline| past.plays.get(&o.id).is_some_and(|r| r.open);
        let unfinished = past.unfinished.as_ref();
        Self {
            minutes_left: minutes_left(course, &resume.0, &lessons),
            waiting: Counts::default(),
            unfinished: unfinished.map(Unfinished::of),
            weakest: weakest(past, course),
            returning: Vec::new(),
            played: scenarios.iter().filter(|o| is_played(o)).count(),
            under_way: scenarios.iter().find(|o| is_open(o)).map(|o| o.title.to_string()),
            unplayed: scenarios.iter().find(|o| !is_played(o)).map(|o| o.title.to_string()),
            offer: None,
            days: String::new(),
            minutes: 0,
            resume,
            begun,
            lessons,
        }
    }

    /// What ⏎ on the quiz row opens.
    #[must_use]
    pub fn quiz_place(&self, seed: u64) -> Place {
        if let Some(run) = &self.unfinished {
            return Place::QuizAgain(run.run);
        }
        if !self.returning.is_empty() {
            return Place::Quiz(PaperSpec::of_questions(self.returning.clone(), seed));
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

impl Unfinished {
    fn of(run: &Run) -> Self {
        let is_placement = matches!(run.paper.mode, Mode::Placement(_));
        Self { run: run.id, answered: run.answered, questions: run.questions(), is_placement }
    }
}

/// The first test to whoever has done nothing yet; the second to whoever took the first and has read every lesson. Neither
/// to whoever declined it.
fn offer(store: &Store, course: &Course, past: &Past, lessons: &[LessonProgress]) -> Result<Option<Half>, StoreError> {
    let is_read = |(o, l): (&LessonOutline, &LessonProgress)| l.sections_read == o.sections.len();
    let all = course.outlines().iter().zip(lessons);
    let is_finished = all.clone().all(is_read) && all.clone().any(|(o, _)| !o.sections.is_empty());
    Ok(match past.is_begun {
        _ if !course.has_placement() => None,
        false => Some(Half::Before),
        true if is_finished && store.awaits_second_placement()? => Some(Half::After),
        true => None,
    })
}

fn known_percent(outline: &LessonOutline, states: &std::collections::HashMap<CardKey, CardState>) -> Option<u32> {
    let begun: Vec<&CardState> = outline.cards.iter().filter_map(|k| states.get(k)).collect();
    let n = begun.iter().filter(|state| matches!(state, CardState::Review { .. })).count();
    (!begun.is_empty()).then(|| percent(Score { points: part_of_many(n), of: part_of_many(outline.cards.len()) }))
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

/// Those that are due by `day` and can be asked.
fn returning(past: &Past, course: &Course, day: StudyDay) -> Vec<Id> {
    let due = past.returning.iter().filter(|(due, _)| *due <= day);
    due.filter(|(_, id)| course.practice_question(id).is_some()).map(|(_, id)| id.clone()).collect()
}

fn weakest(past: &Past, course: &Course) -> Option<Weakest> {
    let asked = past.objectives.iter().filter(|((lesson, _), s)| {
        s.score.of >= ENOUGH_POINTS && s.score.share() < 1.0 && course.outline(lesson).is_some()
    });
    let weakest = asked.min_by(|a, b| a.1.score.share().total_cmp(&b.1.score.share()).then_with(|| a.0.cmp(b.0)));
    weakest.map(|((lesson, objective), s)| Weakest {
        lesson: lesson.clone(),
        objective: objective.clone(),
        percent: percent(s.score),
    })
}

/// `rules` with what is known of the learner's memory, where the figures of `today` or tomorrow depend on it.
fn with_memory(store: &Store, rules: &ReviewRules, today: StudyDay) -> Result<ReviewRules, StoreError> {
    let mut rules = rules.clone();
    let examination = ExaminationAhead::of(&rules.scheduling);
    if examination.is_some_and(|it| it.is_prepared_on(today) || it.is_prepared_on(today.plus(1))) {
        rules.scheduling.parameters = store.memory_parameters()?;
    }
    Ok(rules)
}

/// What the figures depend on beside the log. It need not mean the same in another release.
fn key(course: &Course, rules: &ReviewRules) -> u64 {
    let (limits, scheduling) = (rules.limits, &rules.scheduling);
    let mut hasher = DefaultHasher::new();
    (SHAPE, env!("CARGO_PKG_VERSION"), limits.new_per_day, limits.reviews_per_day).hash(&mut hasher);
    (limits.easy_days, scheduling.examination.map(|day| day.0), scheduling.retention.to_bits()).hash(&mut hasher);
    for lesson in course.outlines() {
        (lesson.id.as_str(), lesson.minutes, lesson.reserved).hash(&mut hasher);
        lesson.sections.iter().for_each(|s| s.id.as_str().hash(&mut hasher));
        (&lesson.cards, &lesson.card_sections).hash(&mut hasher);
    }
    course.scenario_outlines().iter().for_each(|o| (o.id.as_str(), o.title.as_str()).hash(&mut hasher));
    hasher.finish()
}

/// The figures of `today` among those that were kept.
fn told(kept: &[u8], today: StudyDay) -> Option<Overview> {
    let kept: TwoDays = postcard::from_bytes(kept).ok()?;
    let day = usize::try_from(today.since(kept.today)).ok()?;
    kept.figures.into_iter().nth(day)
}

/// How many days there were, and how many in a row up to today or yesterday.
fn days(days: &[StudyDay], today: StudyDay) -> String {
    // Days after today are of a clock that was set back since.
    let days = &days[..days.partition_point(|day| *day <= today)];
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
