//! What can be reported: drills, and papers that people sat, on the screen or on paper.

use std::collections::{HashMap, HashSet};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::items::{earns, is_worded_alike, redrawn};
use super::{EnteredSheet, Store, StoreError, TakenPaper, TakenQuiz};
use crate::course::Course;
use crate::study::class::{ClassId, SchoolClass};
use crate::study::event::{EventId, RunId};
use crate::study::item::{Item, Key};
use crate::study::live::Seats;
use crate::study::names::Name;
use crate::study::quiz::{Mode, Paper, PaperOrigin, PaperSpec, code_of, paper_code};
use crate::study::report::{Attempt, DrillReport, How, Report, TestReport};

/// A paper that people sat.
#[derive(Clone, Debug, PartialEq)]
pub struct SatPaper {
    pub paper: PaperSpec,
    /// Attempts that count: the first of each person on the screen, the last that was typed in from paper.
    pub people: usize,
    /// When the last of them was finished.
    pub last: Timestamp,
    /// What tells it from every other paper, whatever the seed.
    pub code: String,
    /// What the teacher calls it, and its number, when its sheets were written here.
    pub name: Option<Name>,
    pub number: Option<usize>,
}

impl SatPaper {
    /// Whether it is meant by `wanted`: its seed, number, code or name.
    #[must_use]
    pub fn is_called(&self, wanted: &str) -> bool {
        let number = wanted.parse::<u64>().ok();
        let is_numbered = number
            .is_some_and(|n| n == self.paper.seed || self.number.and_then(|own| u64::try_from(own).ok()) == Some(n));
        let is_named = Name::new(wanted).is_ok_and(|name| self.name.as_ref().is_some_and(|own| own.is_like(&name)));
        is_numbered || is_named || wanted.eq_ignore_ascii_case(&self.code)
    }
}

impl Store {
    /// The report of the drill `run`; `None` when it is not this profile's. `zone` is the teacher's.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn drill_report(&self, course: &Course, run: RunId, zone: &TimeZone) -> Result<Option<Report>, StoreError> {
        let Some(drill) = self.drill(run)? else { return Ok(None) };
        let label = self.drill_labels()?.remove(&run).unwrap_or_default();
        let class = self.class_with(label.class.as_ref())?;
        let room = drill.room();
        let report = DrillReport::of(course, &room, drill.number, drill.started);
        let seats = Seats::fold(&self.seat_entries(run)?);
        let report = report.with_seats(&room, &seats);
        Ok(Some(Report::Drill(report.labelled(&room, &label, class.as_ref()).told_in(zone))))
    }

    /// The report of everybody who sat `paper`; `None` when nobody did.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn paper_report(&self, course: &Course, paper: &PaperSpec) -> Result<Option<Report>, StoreError> {
        self.paper_report_of(course, paper, None)
    }

    /// The same of the people of `class` alone.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn paper_report_of(
        &self,
        course: &Course,
        paper: &PaperSpec,
        class: Option<&SchoolClass>,
    ) -> Result<Option<Report>, StoreError> {
        let made = self.made_papers()?.into_iter().rev().find(|made| made.paper.asks_the_same_as(paper));
        let label = made.map(|made| made.label).unwrap_or_default();
        let own = if class.is_some() { None } else { self.class_with(label.class.as_ref())? };
        let is_of = |sat: &Sat| class.is_none_or(|class| sat.is_of(class));
        let sat: Vec<Sat> = self.sat()?.into_iter().filter(|s| s.paper.asks_the_same_as(paper) && is_of(s)).collect();
        if sat.is_empty() {
            return Ok(None);
        }
        let Edition { paper, attempts, notes } = self.latest_edition(course, paper, sat)?;
        let keys = self.paper_keys(&paper.spec)?;
        let report = TestReport::by_keys(course, &paper, &attempts, &keys);
        let mut report = report.labelled(&label, class.or(own.as_ref()));
        let mended = keys.values().filter(|key| **key != Key::Author).count();
        report.notes.extend(
            (mended > 0).then(|| format!("Keys corrected afterwards: {mended}. All points are by the new keys.")),
        );
        report.notes.extend(notes);
        report.notes.extend(said_of_broken(self.broken_sheets()?));
        Ok(Some(Report::Test(report)))
    }

    /// The paper as it was asked last, and those who sat it so. The same lessons, length and seed can have drawn other
    /// questions, or other words, before the course was changed.
    fn latest_edition(&self, course: &Course, spec: &PaperSpec, sat: Vec<Sat>) -> Result<Edition, StoreError> {
        let mut asked = Vec::new();
        for one in &sat {
            asked.push(self.asked(one.event)?);
        }
        let latest = sat.iter().zip(&asked).filter(|(_, items)| !items.is_empty()).max_by_key(|(one, _)| one.at);
        let Some(latest) = latest.map(|(_, items)| items.clone()) else {
            let answers = sat.iter().flat_map(|s| &s.attempt.answers);
            let TakenPaper { paper, is_changed } = redrawn(course, spec, answers.map(|(id, a, score)| (id, a, *score)));
            let attempts = sat.into_iter().map(|s| s.attempt).collect();
            return Ok(Edition { paper, attempts, notes: is_changed.then(said_of_a_change).into_iter().collect() });
        };
        let all = sat.len();
        let is_latest = |(one, items): &(Sat, Vec<Item>)| {
            if items.is_empty() { fits(&latest, &one.attempt) } else { is_worded_alike(&latest, items) }
        };
        let attempts: Vec<Attempt> = sat.into_iter().zip(asked).filter(is_latest).map(|(one, _)| one.attempt).collect();
        let notes = said_of_earlier(all - attempts.len()).into_iter().collect();
        Ok(Edition { paper: Paper { spec: spec.clone(), items: latest }, attempts, notes })
    }

    /// The papers that people sat, the latest first. Those of one person alone are theirs, not a class's: they are not
    /// listed.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn sat_papers(&self) -> Result<Vec<SatPaper>, StoreError> {
        let mut papers: Vec<SatPaper> = Vec::new();
        let mut known: HashMap<PaperOrigin, usize> = HashMap::new();
        let made = self.made_papers()?;
        for sat in self.sat()? {
            let at = *known.entry(sat.paper.origin()).or_insert(papers.len());
            if let Some(paper) = papers.get_mut(at) {
                (paper.people, paper.last) = (paper.people + 1, paper.last.max(sat.at));
            } else {
                let own = made.iter().rev().find(|made| made.paper.asks_the_same_as(&sat.paper));
                let items = self.asked(sat.event)?;
                let code =
                    if items.is_empty() { code_of(&format!("{:?}", sat.paper.origin())) } else { paper_code(&items) };
                let (name, number) = own.map(|own| (own.label.name.clone(), own.number)).unzip();
                papers.push(SatPaper { paper: sat.paper, people: 1, last: sat.at, code, name: name.flatten(), number });
            }
        }
        // One person's quiz on the screen is theirs; sheets that were written were for a class.
        papers.retain(|p| p.people > 1 || p.number.is_some());
        papers.sort_by_key(|p| std::cmp::Reverse(p.last));
        Ok(papers)
    }

    /// Every attempt that counts, of every person at every paper.
    fn sat(&self) -> Result<Vec<Sat>, StoreError> {
        let mut on_screen = HashSet::new();
        // The report prints keys, which a placement test keeps for itself. Adaptive practice asks everybody something else.
        let is_report = |quiz: &TakenQuiz| match quiz.run.paper.mode {
            Mode::Practice | Mode::Exam | Mode::InClass => true,
            Mode::Placement(_) | Mode::Adaptive => false,
        };
        let mut all: Vec<Sat> = self.quizzes_of_all()?.into_iter().filter(is_report).map(on_the_screen).collect();
        all.retain(|sat| on_screen.insert(sat.whose()));
        let made = self.made_papers()?;
        let at_home: HashSet<PaperOrigin> =
            made.iter().filter(|made| made.home.is_some()).map(|made| made.paper.origin()).collect();
        let how = |sheet: &EnteredSheet| if at_home.contains(&sheet.paper.origin()) { How::Home } else { How::Paper };
        let sat = |sheet: EnteredSheet| typed_in_by(how(&sheet), sheet);
        all.extend(self.sheets_that_count()?.into_iter().map(sat));
        Ok(all)
    }
}

/// What is said of sheets that cannot be read; of no sheets, nothing.
#[must_use]
pub fn said_of_broken(sheets: usize) -> Option<String> {
    (sheets > 0).then(|| {
        format!(
            "Sheets that were entered, of this paper or another, and can no longer be read: {sheets}. Enter them again."
        )
    })
}

fn said_of_a_change() -> String {
    "The course has changed since this was taken, and the questions were not saved at the time: those that were removed or reworded \
     are shown as the course has them now."
        .to_owned()
}

fn said_of_earlier(attempts: usize) -> Option<String> {
    (attempts > 0).then(|| {
        format!("Attempts at these questions before they were reworded, which are not counted here: {attempts}.")
    })
}

/// A paper in one wording, and who sat it so.
struct Edition {
    paper: Paper,
    attempts: Vec<Attempt>,
    notes: Vec<String>,
}

/// Whether what was answered can have been these questions: the same ids, and the same points.
fn fits(items: &[Item], attempt: &Attempt) -> bool {
    attempt.answers.iter().all(|(id, answer, score)| {
        let item = items.iter().find(|item| item.question == *id);
        item.is_some_and(|item| earns(item, answer, *score))
    })
}

/// An attempt and the paper it was made at.
struct Sat {
    /// What holds the questions.
    event: EventId,
    paper: PaperSpec,
    at: Timestamp,
    attempt: Attempt,
    /// Whose it is: names on paper are the same whatever the case.
    person: String,
    /// The class for which it was entered.
    class: Option<ClassId>,
}

impl Sat {
    /// Who sat which paper: the same of two attempts that stand for each other, on the screen or on paper.
    fn whose(&self) -> (Option<ClassId>, String, PaperOrigin) {
        (self.class.clone(), self.person.clone(), self.paper.origin())
    }

    /// Whether it is somebody's of `class`: entered for it, or a pupil's on the screen.
    fn is_of(&self, class: &SchoolClass) -> bool {
        let is_pupil = class.pupils.iter().any(|pupil| pupil.profile.as_deref() == Some(&self.person));
        self.class.as_ref() == Some(&class.id) || self.attempt.how == How::Screen && is_pupil
    }
}

fn on_the_screen(quiz: TakenQuiz) -> Sat {
    let took_ms = quiz.answers.iter().map(|a| u64::from(a.took_ms)).sum();
    let attempt = Attempt {
        who: quiz.profile.clone(),
        how: How::Screen,
        version: 'A',
        answers: quiz.answers.into_iter().map(|a| (a.question, a.answer, a.score)).collect(),
        took_ms: Some(took_ms),
    };
    let at = if let super::RunEnd::Finished(at) = quiz.run.end { at } else { quiz.run.started };
    Sat { event: quiz.run.id, paper: quiz.run.paper, at, attempt, person: quiz.profile, class: None }
}

fn typed_in_by(how: How, sheet: EnteredSheet) -> Sat {
    let attempt = Attempt {
        who: sheet.person.to_string(),
        how,
        version: sheet.version,
        answers: sheet.answers.into_iter().map(|a| (a.question, a.answer, a.score)).collect(),
        took_ms: None,
    };
    Sat {
        event: sheet.event,
        paper: sheet.paper,
        at: sheet.at,
        attempt,
        person: sheet.person.folded(),
        class: sheet.class,
    }
}
