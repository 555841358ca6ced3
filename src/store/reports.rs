//! What can be reported: drills, and papers that people sat, on the screen or on paper.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::{EnteredSheet, LoggedDrill, Store, StoreError, TakenQuiz};
use crate::course::Course;
use crate::study::event::RunId;
use crate::study::quiz::PaperSpec;
use crate::study::report::{Attempt, DrillReport, How, Report, TestReport};

/// A paper that people sat.
#[derive(Clone, Debug, PartialEq)]
pub struct SatPaper {
    pub paper: PaperSpec,
    /// Attempts that count: the first of each person on the screen, the last that was typed in from paper.
    pub people: usize,
    /// When the last of them was finished.
    pub last: Timestamp,
}

impl Store {
    /// The report of the drill `run`; `None` when it is not this profile's. `zone` is the teacher's.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn drill_report(&self, course: &Course, run: RunId, zone: &TimeZone) -> Result<Option<Report>, StoreError> {
        let report =
            |drill: LoggedDrill| DrillReport::of(course, &drill.room(), drill.number, drill.started).told_in(zone);
        Ok(self.drill(run)?.map(report).map(Report::Drill))
    }

    /// The report of everybody who sat `paper`; `None` when nobody did.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn paper_report(&self, course: &Course, paper: &PaperSpec) -> Result<Option<Report>, StoreError> {
        let sat: Vec<Attempt> =
            self.sat()?.into_iter().filter(|s| s.paper.asks_the_same_as(paper)).map(|s| s.attempt).collect();
        if sat.is_empty() {
            return Ok(None);
        }
        let mut report = TestReport::of(course, paper, &sat);
        report.notes.extend(said_of_broken(self.broken_sheets()?));
        Ok(Some(Report::Test(report)))
    }

    /// The papers that people sat, the latest first. Those of one person alone are theirs, not a class's: they are not
    /// listed.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn sat_papers(&self) -> Result<Vec<SatPaper>, StoreError> {
        let mut papers: Vec<SatPaper> = Vec::new();
        for sat in self.sat()? {
            match papers.iter_mut().find(|p| p.paper.asks_the_same_as(&sat.paper)) {
                Some(paper) => (paper.people, paper.last) = (paper.people + 1, paper.last.max(sat.at)),
                None => papers.push(SatPaper { paper: sat.paper, people: 1, last: sat.at }),
            }
        }
        papers.retain(|p| p.people > 1);
        papers.sort_by_key(|p| std::cmp::Reverse(p.last));
        Ok(papers)
    }

    /// Every attempt that counts, of every person at every paper.
    fn sat(&self) -> Result<Vec<Sat>, StoreError> {
        let mut all: Vec<Sat> = Vec::new();
        for quiz in self.quizzes_of_all()? {
            let sat = on_the_screen(quiz);
            if !all.iter().any(|other| other.is_of_the_same(&sat)) {
                all.push(sat);
            }
        }
        for sheet in self.all_sheets()? {
            let sat = on_paper(sheet);
            all.retain(|other| !other.is_of_the_same(&sat));
            all.push(sat);
        }
        Ok(all)
    }
}

/// What is said of sheets that cannot be read; of no sheets, nothing.
#[must_use]
pub fn said_of_broken(sheets: usize) -> Option<String> {
    (sheets > 0)
        .then(|| format!("Sheets that were typed in, of this paper or another, and cannot be read any more: {sheets}. Type them in again."))
}

/// An attempt and the paper it was made at.
struct Sat {
    paper: PaperSpec,
    at: Timestamp,
    attempt: Attempt,
    /// Whose it is: names on paper are the same whatever the case.
    person: String,
}

impl Sat {
    /// Whether the same person sat the same paper in the same way.
    fn is_of_the_same(&self, other: &Self) -> bool {
        self.attempt.how == other.attempt.how
            && self.person == other.person
            && self.paper.asks_the_same_as(&other.paper)
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
    Sat { paper: quiz.run.paper, at, attempt, person: quiz.profile }
}

fn on_paper(sheet: EnteredSheet) -> Sat {
    let attempt = Attempt {
        who: sheet.person.to_string(),
        how: How::Paper,
        version: sheet.version,
        answers: sheet.answers.into_iter().map(|a| (a.question, a.answer, a.score)).collect(),
        took_ms: None,
    };
    Sat { paper: sheet.paper, at: sheet.at, attempt, person: sheet.person.folded() }
}
