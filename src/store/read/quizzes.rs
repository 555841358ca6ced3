//! Quizzes taken and what their answers show.

use std::collections::HashMap;

use jiff::Timestamp;
use rusqlite::{Row, params};

use super::{id, json, moment};
use crate::course::model::Id;
use crate::store::placement::IS_PLACEMENT;
use crate::store::{Store, StoreError};
use crate::study::event::{EventId, RunId};
use crate::study::item::Response;
use crate::study::quiz::{Given, Mode, Paper, PaperSpec};
use crate::study::score::Score;

/// A quiz that was begun.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    pub id: RunId,
    pub started: Timestamp,
    pub paper: PaperSpec,
    pub answered: usize,
    /// Of the questions answered. Questions never reached are in neither number.
    pub score: Score,
    pub end: RunEnd,
}

/// Whether and how a quiz ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunEnd {
    Open,
    Finished(Timestamp),
    GivenUp(Timestamp),
}

/// An answer given in a quiz.
#[derive(Clone, Debug, PartialEq)]
pub struct RunAnswer {
    pub event: EventId,
    pub lesson: Id,
    pub objective: Id,
    pub question: Id,
    pub answer: Response,
    pub score: Score,
    pub took_ms: u32,
}

/// Scores of the finished quizzes on one lesson.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LessonScore {
    /// By share of the points.
    pub best: Score,
    pub last: Score,
}

/// What the latest answer to each question on an objective earned.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ObjectiveScore {
    pub score: Score,
    /// Number of questions.
    pub n: usize,
}

/// A question whose latest answer earned less than all its points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missed {
    pub lesson: Id,
    pub question: Id,
}

/// A run with the totals of its answers; the last answer to a question counts.
const RUNS: &str = "
    SELECT run.event, run.at_ms, run.paper, count(a.event), total(a.points), total(a.of),
      ending.at_ms, ending.done, run.lesson
    FROM run
    LEFT JOIN ending ON ending.event = (SELECT min(event) FROM ending AS e WHERE e.profile = run.profile
                                          AND e.course = run.course AND e.run = run.event)
    LEFT JOIN answer AS a ON a.profile = run.profile AND a.course = run.course AND a.run = run.event
      AND a.event = (SELECT max(event) FROM answer AS b WHERE b.profile = a.profile AND b.course = a.course
                       AND b.run = a.run AND b.question = a.question)
    WHERE run.profile = ?1 AND run.course = ?2";

impl Run {
    /// How many questions it has: of an adaptive practice that is over, those that were answered.
    #[must_use]
    pub fn questions(&self) -> usize {
        match (self.paper.mode, self.end) {
            (Mode::Adaptive, RunEnd::Finished(_) | RunEnd::GivenUp(_)) => self.answered,
            _ => self.paper.length,
        }
    }
}

impl Store {
    /// The latest `limit` quizzes, newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn runs(&self, limit: usize) -> Result<Vec<Run>, StoreError> {
        self.runs_of(&self.profile, limit)
    }

    /// The same of any profile.
    pub(super) fn runs_of(&self, profile: &str, limit: usize) -> Result<Vec<Run>, StoreError> {
        let sql = format!("{RUNS} GROUP BY run.event ORDER BY run.event DESC LIMIT ?3");
        let [_, course] = self.me();
        self.all(&sql, params![profile, course, i64::try_from(limit).unwrap_or(i64::MAX)], run)
    }

    /// The placement tests, oldest first.
    pub(in crate::store) fn placement_runs(&self) -> Result<Vec<Run>, StoreError> {
        let sql = format!("{RUNS} AND {IS_PLACEMENT} GROUP BY run.event ORDER BY run.event");
        self.all(&sql, self.me(), run)
    }

    /// The quiz `wanted`, if it is this learner's.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn run(&self, wanted: RunId) -> Result<Option<Run>, StoreError> {
        let sql = format!("{RUNS} AND run.event = ?3 GROUP BY run.event");
        let [profile, course] = self.me();
        self.first(&sql, params![profile, course, wanted.0], run)
    }

    /// The latest quiz, when it was neither finished nor given up.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn unfinished_run(&self) -> Result<Option<Run>, StoreError> {
        let sql = "SELECT event FROM run WHERE profile = ? AND course = ? ORDER BY event DESC LIMIT 1";
        let last = self.first(sql, self.me(), |row| Ok(EventId(row.get(0)?)))?;
        match last {
            Some(run) if self.done(run)?.is_none() => self.run(run),
            _ => Ok(None),
        }
    }

    /// The answers given in `run`, oldest first; only the last to each question.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn answers(&self, run: RunId) -> Result<Vec<RunAnswer>, StoreError> {
        self.answers_of(&self.profile, run)
    }

    /// What was given in `run` to each question of `paper`, in the order of the paper.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn given(&self, run: RunId, paper: &Paper) -> Result<Vec<Option<Given>>, StoreError> {
        let (answers, levels) = (self.answers(run)?, self.certainties(run)?);
        let last = |question: &Id| {
            let found = answers.iter().rev().find(|a| &a.question == question)?;
            let certainty = levels.get(&found.event).copied();
            Some(Given { answer: found.answer.clone(), score: found.score, took_ms: found.took_ms, certainty })
        };
        Ok(paper.items.iter().map(|item| last(&item.question)).collect())
    }

    /// The same as [`Store::answers`], of any profile.
    pub(super) fn answers_of(&self, profile: &str, run: RunId) -> Result<Vec<RunAnswer>, StoreError> {
        let sql = "SELECT max(event), lesson, objective, question, answer, points, of, took_ms FROM answer
                   WHERE profile = ? AND course = ? AND run = ? GROUP BY question ORDER BY max(event)";
        let [_, course] = self.me();
        self.all(sql, params![profile, course, run.0], run_answer)
    }

    /// The answers of all quizzes of a profile, as [`Self::answers_of`] gives them of one: asked at once, since they are many.
    pub(super) fn answers_of_all(&self, profile: &str) -> Result<HashMap<RunId, Vec<RunAnswer>>, StoreError> {
        let sql = "SELECT max(event), lesson, objective, question, answer, points, of, took_ms, run FROM answer
                   WHERE profile = ? AND course = ? GROUP BY run, question ORDER BY max(event)";
        let [_, course] = self.me();
        let mut by_run: HashMap<RunId, Vec<RunAnswer>> = HashMap::new();
        let all: Vec<_> =
            self.all(sql, params![profile, course], |row| Ok((EventId(row.get(8)?), run_answer(row)?)))?;
        for (run, answer) in all {
            by_run.entry(run).or_default().push(answer);
        }
        Ok(by_run)
    }

    /// Best and last score of the finished quizzes drawn from exactly one lesson. Practice of chosen questions is none.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn lesson_scores(&self) -> Result<HashMap<Id, LessonScore>, StoreError> {
        let sql = format!(
            "{RUNS} AND run.lesson IS NOT NULL GROUP BY run.event HAVING ending.done AND count(a.event) > 0 ORDER BY run.event"
        );
        let finished: Vec<(Id, Score)> = self.all(&sql, self.me(), |row| Ok((id(row, 8)?, score(row, 4)?)))?;
        let mut scores: HashMap<Id, LessonScore> = HashMap::new();
        for (lesson, last) in finished {
            let best = scores.get(&lesson).map_or(last, |s| if s.best.share() > last.share() { s.best } else { last });
            scores.insert(lesson, LessonScore { best, last });
        }
        Ok(scores)
    }

    /// The last of each of [`Self::lesson_scores`]. Home asks this at every start, so no other run's answers are read.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn last_scores(&self) -> Result<HashMap<Id, Score>, StoreError> {
        let sql =
            "SELECT event, lesson FROM run WHERE profile = ? AND course = ? AND lesson IS NOT NULL ORDER BY event DESC";
        let runs: Vec<(RunId, Id)> = self.all(sql, self.me(), |row| Ok((EventId(row.get(0)?), id(row, 1)?)))?;
        let mut scores = HashMap::new();
        for (run, lesson) in runs {
            if !scores.contains_key(&lesson)
                && self.done(run)? == Some(true)
                && let Some(score) = self.run_score(run)?
            {
                scores.insert(lesson, score);
            }
        }
        Ok(scores)
    }

    /// What the last answers of `run` earned; `None` when it has none.
    fn run_score(&self, run: RunId) -> Result<Option<Score>, StoreError> {
        let sql = "SELECT total(points), total(of) FROM
                     (SELECT points, of, max(event) FROM answer WHERE profile = ? AND course = ? AND run = ? GROUP BY question)
                   HAVING count(*) > 0";
        let [profile, course] = self.me();
        self.first(sql, params![profile, course, run.0], |row| score(row, 0))
    }

    /// Whether `run` was finished (or given up); `None` while it is open.
    fn done(&self, run: RunId) -> Result<Option<bool>, StoreError> {
        let sql = "SELECT done FROM ending WHERE profile = ? AND course = ? AND run = ? ORDER BY event LIMIT 1";
        let [profile, course] = self.me();
        self.first(sql, params![profile, course, run.0], |row| row.get(0))
    }

    /// What the latest answers say of each objective, by lesson and objective.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn objective_scores(&self) -> Result<HashMap<(Id, Id), ObjectiveScore>, StoreError> {
        let sql = "SELECT lesson, objective, total(points), total(of), count(*) FROM latest
                   WHERE profile = ? AND course = ? GROUP BY lesson, objective";
        let scores: Vec<_> = self.all(sql, self.me(), |row| {
            let n: u32 = row.get(4)?;
            Ok(((id(row, 0)?, id(row, 1)?), ObjectiveScore { score: score(row, 2)?, n: n as usize }))
        })?;
        Ok(scores.into_iter().collect())
    }

    /// The questions whose latest answer was not fully right, the latest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn missed_questions(&self) -> Result<Vec<Missed>, StoreError> {
        let sql =
            "SELECT lesson, question FROM latest WHERE profile = ? AND course = ? AND points < of ORDER BY event DESC";
        self.all(sql, self.me(), |row| Ok(Missed { lesson: id(row, 0)?, question: id(row, 1)? }))
    }
}

fn run_answer(row: &Row) -> rusqlite::Result<RunAnswer> {
    Ok(RunAnswer {
        event: EventId(row.get(0)?),
        lesson: id(row, 1)?,
        objective: id(row, 2)?,
        question: id(row, 3)?,
        answer: json(row, 4)?,
        score: score(row, 5)?,
        took_ms: row.get(7)?,
    })
}

fn run(row: &Row) -> rusqlite::Result<Run> {
    let answered: u32 = row.get(3)?;
    let end = match row.get(7)? {
        None => RunEnd::Open,
        Some(true) => RunEnd::Finished(moment(row, 6)?),
        Some(false) => RunEnd::GivenUp(moment(row, 6)?),
    };
    Ok(Run {
        id: EventId(row.get(0)?),
        started: moment(row, 1)?,
        paper: json(row, 2)?,
        answered: answered as usize,
        score: score(row, 4)?,
        end,
    })
}

/// Columns `at` and the one after it as points out of points.
fn score(row: &Row, at: usize) -> rusqlite::Result<Score> {
    Ok(Score { points: row.get(at)?, of: row.get(at + 1)? })
}
