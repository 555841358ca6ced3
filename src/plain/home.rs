//! Home in lines: what can be done now, by number. Each activity comes back to it.

use super::error::ended;
use super::session::{Session, number};
use super::unfinished::named;
use super::{
    Outcome, PlainError, QuizOptions, cards, learn, look_up, placement, quiz, quiz_or_unfinished, scenario, statistics,
};
use crate::course::model::Id;
use crate::course::wording::count;
use crate::store::progress::Progress;
use crate::study::quiz::{Mode, PaperSpec, USUAL_LENGTH};
use crate::study::session::{ReviewRules, ReviewSession};
use crate::study::study_time::GoalProgress;

/// Says what can be done and does what is chosen, until the learner leaves or chooses one of the `other` courses; `quizzes`
/// are taken so, and `pauses` as for [`learn`].
///
/// # Errors
/// As the activities.
pub fn home(
    session: Session<'_>,
    rules: impl Into<ReviewRules>,
    quizzes: QuizOptions,
    pauses: bool,
    others: &[String],
) -> Result<Outcome, PlainError> {
    ended(HomeLines { session, rules: rules.into(), quizzes, pauses, others, other: None }.run())
}

struct HomeLines<'a, 'o> {
    session: Session<'a>,
    rules: ReviewRules,
    quizzes: QuizOptions,
    pauses: bool,
    others: &'o [String],
    /// The one of them that was chosen.
    other: Option<usize>,
}

/// What can be chosen.
#[derive(Clone, Debug)]
enum HomeRow {
    Read(Id),
    Cards,
    Quiz,
    /// Questions that were answered with certainty and wrong.
    Returning(Vec<Id>),
    ChooseLesson,
    ChooseQuiz,
    Placement,
    Scenarios,
    Search,
    Statistics,
    OtherCourse,
}

impl HomeLines<'_, '_> {
    fn run(mut self) -> Result<Outcome, PlainError> {
        self.session.say(&format!("{}.", self.session.course.about().title))?;
        loop {
            self.session.gap()?;
            self.say_goal()?;
            let entries = self.entries()?;
            for (at, (_, words)) in entries.iter().enumerate() {
                self.session.say_after(&format!("{}. ", at + 1), words)?;
            }
            let n = entries.len();
            let at = self.session.ask_number(&format!("Type a number from 1 to {n}; q leaves."), n)?;
            self.session.gap()?;
            // Leaving what was chosen comes back here; at the end of input the next prompt ends it all.
            match self.open(&entries[at].0) {
                Ok(()) | Err(PlainError::Left) => {}
                Err(error) => return Err(error),
            }
            if let Some(at) = self.other {
                return Ok(Outcome::OtherCourse(at));
            }
        }
    }

    /// How far the day's goal is, if there is one.
    fn say_goal(&mut self) -> Result<(), PlainError> {
        let studied = self.session.store.study_time(self.session.now().today())?.minutes();
        match GoalProgress::new(self.rules.daily_goal, studied) {
            Some(goal) => self.session.say(&goal.sentence()),
            None => Ok(()),
        }
    }

    /// What makes sense in this course now, in the order of home on the screen.
    fn entries(&mut self) -> Result<Vec<(HomeRow, String)>, PlainError> {
        let course = self.session.course;
        let mut entries = Vec::new();
        if let Some(lesson) = self.next_lesson()? {
            let words = format!("Read lesson {}: {}", course.number(&lesson), course.title(&lesson));
            entries.push((HomeRow::Read(lesson), words));
        }
        entries.push((HomeRow::Cards, self.cards_waiting()?));
        let quiz = match self.session.store.unfinished_run()? {
            Some(left) => format!("{} (unfinished)", named(course, &left)),
            None => format!("A quiz of {USUAL_LENGTH} questions on the whole course"),
        };
        entries.push((HomeRow::Quiz, quiz));
        let returning = self.returning()?;
        if !returning.is_empty() {
            let words = format!("What you were sure of and got wrong: {}", count(returning.len(), "question"));
            entries.push((HomeRow::Returning(returning), words));
        }
        if self.lessons().next().is_some() {
            entries.push((HomeRow::ChooseLesson, "Choose a lesson".to_owned()));
        }
        entries.push((HomeRow::ChooseQuiz, "Choose a quiz, an exam or adaptive practice".to_owned()));
        if course.has_placement() {
            entries.push((HomeRow::Placement, "The placement test".to_owned()));
        }
        if !course.scenario_outlines().is_empty() {
            entries.push((HomeRow::Scenarios, "Play a scenario".to_owned()));
        }
        entries.push((HomeRow::Search, "Search".to_owned()));
        entries.push((HomeRow::Statistics, "Statistics".to_owned()));
        if !self.others.is_empty() {
            entries.push((HomeRow::OtherCourse, "Another course".to_owned()));
        }
        Ok(entries)
    }

    /// Lessons with a text; a course of cards has none.
    fn lessons(&self) -> impl Iterator<Item = &Id> {
        let course = self.session.course;
        course.outlines().iter().map(|o| &o.id).filter(|id| course.lesson(id).is_some())
    }

    /// Where reading goes on: in the lesson that was read last or, where that was read whole, in the one after it.
    fn next_lesson(&self) -> Result<Option<Id>, PlainError> {
        let course = self.session.course;
        let last = self.session.store.last_place()?.map(|(lesson, _)| lesson).filter(|id| course.lesson(id).is_some());
        let Some(last) = last else { return Ok(self.lessons().next().cloned()) };
        let read = self.session.store.sections_read()?;
        let is_read = course
            .outline(&last)
            .is_some_and(|o| o.sections.iter().all(|s| read.get(&last).is_some_and(|read| read.contains(&s.id))));
        let next = course.next_lesson(&last).filter(|_| is_read).map(|o| o.id.clone());
        Ok(next.or(Some(last)))
    }

    /// Questions that return today.
    fn returning(&self) -> Result<Vec<Id>, PlainError> {
        let (course, today) = (self.session.course, self.session.now().today());
        let due = self.session.store.returning_questions()?.into_iter().filter(|(day, _)| *day <= today);
        Ok(due.map(|(_, id)| id).filter(|id| course.practice_question(id).is_some()).collect())
    }

    fn cards_waiting(&self) -> Result<String, PlainError> {
        let (now, store) = (self.session.now(), &self.session.store);
        let deck = store.review_deck(None, now.today(), self.rules.clone(), self.session.seed)?;
        let counts = ReviewSession::new(self.session.course, deck, &now).counts();
        Ok(format!("Review cards: {} due, {} new", counts.learning + counts.due, counts.new))
    }

    fn open(&mut self, entry: &HomeRow) -> Result<(), PlainError> {
        let (rules, pauses) = (self.rules.clone(), self.pauses);
        let seed = self.session.seed.unwrap_or_else(|| self.session.now().new_seed());
        let session = self.session.lent();
        match entry {
            HomeRow::Read(lesson) => learn(session, lesson, pauses).map(drop),
            HomeRow::Cards => cards(session, None, rules).map(drop),
            HomeRow::Quiz => quiz_or_unfinished(session, usual(seed), self.quizzes).map(drop),
            HomeRow::Returning(only) => {
                quiz(session, PaperSpec::of_questions(only.clone(), seed), self.quizzes).map(drop)
            }
            HomeRow::Placement => placement(session, seed, false).map(drop),
            HomeRow::Scenarios => scenario(session, None).map(drop),
            HomeRow::ChooseLesson => self.choose_lesson(),
            HomeRow::ChooseQuiz => self.choose_quiz(seed),
            HomeRow::Search => self.search(),
            HomeRow::Statistics => self.statistics(),
            HomeRow::OtherCourse => self.choose_course(),
        }
    }

    fn choose_course(&mut self) -> Result<(), PlainError> {
        for (n, words) in (1..).zip(self.others) {
            self.session.say_after(&format!("{n}. "), words)?;
        }
        let n = self.others.len();
        self.other =
            Some(self.session.ask_number(&format!("Which course? Type a number from 1 to {n}; q goes back."), n)?);
        Ok(())
    }

    fn choose_lesson(&mut self) -> Result<(), PlainError> {
        let lessons: Vec<Id> = self.lessons().cloned().collect();
        self.say_lessons(&lessons)?;
        let n = lessons.len();
        let at = self.session.ask_number(&format!("Which lesson? Type a number from 1 to {n}."), n)?;
        learn(self.session.lent(), &lessons[at], self.pauses).map(drop)
    }

    fn say_lessons(&mut self, lessons: &[Id]) -> Result<(), PlainError> {
        let course = self.session.course;
        (1..).zip(lessons).try_for_each(|(n, id)| self.session.say_after(&format!("{n}. "), &course.title(id)))
    }

    fn choose_quiz(&mut self, seed: u64) -> Result<(), PlainError> {
        let all: Vec<Id> = self.session.course.outlines().iter().map(|o| o.id.clone()).collect();
        self.say_lessons(&all)?;
        let lessons = loop {
            let line = self.session.ask_or_look_up("On which lessons? Type their numbers; Enter for all.")?;
            let words = line.split([' ', ',']).filter(|word| !word.is_empty());
            match words.map(|word| Some(all[number(word, all.len())?].clone())).collect::<Option<Vec<Id>>>() {
                Some(lessons) => break lessons,
                None => self.session.say(&format!("Type numbers from 1 to {}, or Enter.", all.len()))?,
            }
        };
        let most: usize = self.session.course.outlines().iter().map(|o| o.questions).sum();
        let prompt = format!("How many questions? Enter for {USUAL_LENGTH}.");
        let length = loop {
            match self.session.ask_or_look_up(&prompt)?.as_str() {
                "" => break USUAL_LENGTH,
                line => match number(line, most.max(1)) {
                    Some(at) => break at + 1,
                    None => self.session.say(&format!("Type a number from 1 to {most}, or Enter."))?,
                },
            }
        };
        self.session.say_after("1. ", "Practice: feedback after each question.")?;
        self.session.say_after("2. ", "Exam: feedback at the end.")?;
        self.session.say_after("3. ", "Adaptive practice: each question by your answers so far.")?;
        let modes = [Mode::Practice, Mode::Exam, Mode::Adaptive];
        let mode = modes[self.session.ask_number("Type 1, 2 or 3.", modes.len())?];
        let spec = PaperSpec { lessons, length, mode, ..usual(seed) };
        quiz_or_unfinished(self.session.lent(), spec, self.quizzes).map(drop)
    }

    fn search(&mut self) -> Result<(), PlainError> {
        let words = self.session.ask("What are you looking for? Type words.")?;
        look_up::answer(&mut self.session.console, self.session.course, words.trim_start_matches('?').trim())
    }

    fn statistics(&mut self) -> Result<(), PlainError> {
        let now = self.session.now();
        let progress = Progress::load(self.session.store, self.session.course, &now)?;
        statistics(self.session.lent(), &progress).map(drop)
    }
}

/// Practice on the whole course.
fn usual(seed: u64) -> PaperSpec {
    PaperSpec { lessons: Vec::new(), length: USUAL_LENGTH, seed, mode: Mode::Practice, limit_s: None, only: Vec::new() }
}
