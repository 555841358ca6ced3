//! Flashcards as lines: front, back, a grade.

use super::card_prompt::{self, Reading, Reply};
use super::error::ended;
use super::session::Session;
use super::{Outcome, PlainError, card_faces, card_practice, passage, text};
use crate::course::model::Id;
use crate::course::outline::CardKey;
use crate::course::wording;
use crate::pages::review::{self, NothingShown};
use crate::study::memory::Grade;
use crate::study::queue::Hold;
use crate::study::session::{CardFaces, ReviewRules, ReviewSession, Showing, from_the_future};

/// Asks the cards that are due today, of one lesson or of all.
///
/// # Errors
/// When something could not be saved, or a line not be read or written.
pub fn cards(session: Session<'_>, lesson: Option<Id>, rules: impl Into<ReviewRules>) -> Result<Outcome, PlainError> {
    let (now, rules) = (session.now(), rules.into());
    let new_per_day = rules.limits.new_per_day;
    let deck = session.store.review_deck(lesson, now.today(), rules, session.seed)?;
    let review = ReviewSession::new(session.course, deck, &now);
    ended(Reviewing { session, review, new_per_day }.run())
}

/// A review session as lines.
struct Reviewing<'a> {
    session: Session<'a>,
    review: ReviewSession,
    new_per_day: u32,
}

impl Reviewing<'_> {
    fn run(mut self) -> Result<Outcome, PlainError> {
        loop {
            let reply = match self.review.showing() {
                Showing::Front(key) | Showing::Back(key, _) => {
                    let key = key.clone();
                    self.card(&key)?
                }
                Showing::Waiting(until) => {
                    let at = self.session.now().time_of_day(*until);
                    self.end(&NothingShown::Waiting(at))?
                }
                Showing::Finished => self.end(&NothingShown::Finished)?,
            };
            match reply {
                // A card answers with what is done with it; only the end of the session goes on.
                Reply::Next | Reply::Answer(_) => return Ok(Outcome::Done),
                Reply::Grade(grade) => self.grade(grade)?,
                Reply::Suspend => {
                    self.hold(Hold::Suspended, "Suspended: `ninetracks cards --resume` shows it again.")?;
                }
                Reply::Bury => self.bury()?,
                Reply::Undo => self.undo()?,
                Reply::More => self.one_more_round()?,
            }
        }
    }

    /// Front, back, and what is typed at them.
    fn card(&mut self, key: &CardKey) -> Result<Reply, PlainError> {
        let session = &mut self.session;
        let (lesson, card) = session.course.card(&key.card).ok_or(PlainError::Left)?;
        let (title, counts) = (session.course.title(lesson), self.review.counts());
        session.gap()?;
        session
            .say(&format!("Card on {title} ({} learning, {} due, {} new)", counts.learning, counts.due, counts.new))?;
        if let Some(day) = self.review.from_the_future(&session.now()) {
            session.say(&from_the_future(day))?;
        }
        let faces = CardFaces::new(card, key.side);
        session.say_paragraphs(&card_faces::front(&faces))?;
        let (first, read): (_, Reading) = if self.review.takes_answer() {
            ("Type the answer, or press Enter to turn the card", card_prompt::answering)
        } else {
            ("Press Enter to turn the card", card_prompt::turning)
        };
        let prompt = format!("{first}; s suspends it, b buries it until tomorrow, u undoes the last grade, q leaves.");
        let typed = match card_prompt::ask(session, &prompt, read, Some((&card.id, lesson)))? {
            Reply::Next => String::new(),
            Reply::Answer(typed) => typed,
            reply => return Ok(reply),
        };
        self.review.turn_with(session.course, &typed, &session.now());
        session.say_paragraphs(&card_faces::back(&faces))?;
        if let Some(answer) = self.review.answer() {
            session.say(&answer.sentence())?;
        }
        let sources = wording::sources(session.course, &card.cite, lesson, card.section.as_ref());
        text::say_sources(&mut session.console, &sources)?;
        let Showing::Back(_, outcomes) = self.review.showing() else { return Err(PlainError::Left) };
        card_prompt::ask(session, &card_prompt::grades(outcomes), card_prompt::grading, Some((&card.id, lesson)))
    }

    fn grade(&mut self, grade: Grade) -> Result<(), PlainError> {
        let now = self.session.now();
        if let Some(graded) = self.review.grade(grade, &now) {
            let id = self.session.save(&now, graded)?;
            self.review.saved(id);
        }
        Ok(())
    }

    fn bury(&mut self) -> Result<(), PlainError> {
        let until = self.session.now().today().plus(1);
        self.hold(Hold::Buried { until }, "Buried until tomorrow.")
    }

    fn hold(&mut self, hold: Hold, said: &str) -> Result<(), PlainError> {
        let now = self.session.now();
        if let Some(held) = self.review.hold(hold, &now) {
            self.session.save(&now, held)?;
            self.session.say(said)?;
        }
        Ok(())
    }

    /// Takes the last grade back; that card comes next.
    fn undo(&mut self) -> Result<(), PlainError> {
        let now = self.session.now();
        match self.review.undo(&now) {
            Some(undone) => {
                self.session.save(&now, undone)?;
                self.session.say("The last grade was undone.")
            }
            None => self.session.say("There is no grade to undo."),
        }
    }

    /// What was done and what comes. The last grade can still be taken back.
    fn end(&mut self, why: &NothingShown) -> Result<Reply, PlainError> {
        let (course, now) = (self.session.course, self.session.now());
        let day = self.review.summary(course, &now);
        passage::say(
            &mut self.session.console,
            course,
            &review::passages(course, why, &day, self.new_per_day, self.review.goal()),
        )?;
        if !self.review.can_undo() {
            return Ok(Reply::Next);
        }
        let prompt =
            "Press Enter to end; m for one more round, which leaves the schedule alone; u undoes the last grade.";
        // Nothing is left to leave.
        match card_prompt::ask(&mut self.session, prompt, card_prompt::ending, None) {
            Err(PlainError::Left) => Ok(Reply::Next),
            reply => reply,
        }
    }

    fn one_more_round(&mut self) -> Result<(), PlainError> {
        let cards = self.review.one_more_round(self.session.course, &self.session.now());
        card_practice::practise(&mut self.session, cards)
    }
}
