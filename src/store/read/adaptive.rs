//! What adaptive practice follows from: the answers of the learner and of classes, and quizzes as they are begun and resumed.

use std::collections::HashSet;

use jiff::Timestamp;
use rusqlite::params;

use super::{id, moment};
use crate::course::Course;
use crate::store::placement::COUNTS;
use crate::store::{Store, StoreError};
use crate::study::adaptive::{AbilityChange, AdaptivePractice, PastAnswer, Respondent};
use crate::study::event::{EventKind, RunId};
use crate::study::quiz::{Mode, PaperSpec, Sitting};
use crate::study::score::Score;
use crate::study::session::{NoQuestions, QuizSession};

impl Store {
    /// A new quiz, and its start, which is to be saved; nothing where the lessons have no question.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn begin_quiz(
        &self,
        course: &Course,
        spec: PaperSpec,
        now: Timestamp,
    ) -> Result<Result<(QuizSession, EventKind), NoQuestions>, StoreError> {
        if spec.mode != Mode::Adaptive {
            return Ok(QuizSession::start(course, spec, now));
        }
        let adaptive = AdaptivePractice::new(course, &self.past_answers(now)?);
        Ok(QuizSession::start_adaptive(course, spec, adaptive, now))
    }

    /// The quiz `run`, where it was left. `None` when there is no such quiz, or none of its questions any more.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn resume_quiz(&self, course: &Course, run: RunId, now: Timestamp) -> Result<Option<QuizSession>, StoreError> {
        let Some(known) = self.run(run)? else { return Ok(None) };
        let paper = self.taken_paper(course, &known)?.paper;
        let given = self.given(run, &paper)?;
        if paper.spec.mode != Mode::Adaptive {
            return Ok(QuizSession::resume(run, paper, given, now).ok());
        }
        let adaptive = AdaptivePractice::new(course, &self.past_answers(known.started)?);
        Ok(QuizSession::resume_adaptive((run, paper), given, course, adaptive, now).ok())
    }

    /// What an adaptive practice that began at `started` changed; `None` for other quizzes.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn ability_change(
        &self,
        course: &Course,
        sitting: &Sitting,
        started: Timestamp,
    ) -> Result<Option<AbilityChange>, StoreError> {
        if sitting.mode() != Mode::Adaptive {
            return Ok(None);
        }
        let adaptive = AdaptivePractice::new(course, &self.past_answers(started)?);
        Ok(Some(adaptive.change(course, sitting)))
    }

    /// What was answered before `end`: by this learner in quizzes, by classes in drills, and on paper.
    fn past_answers(&self, end: Timestamp) -> Result<Vec<PastAnswer>, StoreError> {
        let mut answers = self.own_answers()?;
        answers.extend(self.answers_in_drills()?);
        answers.extend(self.answers_on_paper()?);
        answers.retain(|answer| answer.at < end);
        Ok(answers)
    }

    /// The last answer to each question of each quiz.
    fn own_answers(&self) -> Result<Vec<PastAnswer>, StoreError> {
        let sql = format!(
            "SELECT max(answer.event), event.at_ms, answer.question, answer.points, answer.of
             FROM answer JOIN event ON event.id = answer.event
             WHERE answer.profile = ? AND answer.course = ? AND {COUNTS} GROUP BY answer.run, answer.question"
        );
        let [profile, course] = self.me();
        self.all(&sql, params![profile, course], |row| {
            let share = Score { points: row.get(3)?, of: row.get(4)? }.share();
            Ok(PastAnswer { at: moment(row, 1)?, by: Respondent::Learner, question: id(row, 2)?, share })
        })
    }

    /// A class counts as one in each drill: what was said to a question, on average.
    fn answers_in_drills(&self) -> Result<Vec<PastAnswer>, StoreError> {
        let mut answers = Vec::new();
        for line in self.drills()? {
            // One that cannot be read is named by the list of drills.
            let Some(drill) = self.drill_of(line).ok().flatten() else { continue };
            let room = drill.room();
            let by = Respondent::Other(format!("drill {}", line.started));
            answers.extend(room.played().iter().filter_map(|played| {
                let question = room.setup().asked(played.question)?.question.clone();
                let share = room.facility(played.question)?;
                Some(PastAnswer { at: line.started, by: by.clone(), question, share })
            }));
        }
        Ok(answers)
    }

    /// Questions whose key turned out wrong tell nothing.
    fn answers_on_paper(&self) -> Result<Vec<PastAnswer>, StoreError> {
        let rekeyed: HashSet<_> = self.rekeyed_questions()?.into_iter().collect();
        let mut answers = Vec::new();
        for sheet in self.sheets_that_count()? {
            let class = sheet.class.as_ref().map_or("", |class| class.as_str());
            let by = Respondent::Other(format!("{class} {}", sheet.person.folded()));
            let counted =
                sheet.answers.into_iter().filter(|it| !rekeyed.contains(&(sheet.paper.origin(), it.question.clone())));
            answers.extend(counted.map(|it| PastAnswer {
                at: sheet.at,
                by: by.clone(),
                question: it.question,
                share: it.score.share(),
            }));
        }
        Ok(answers)
    }
}
