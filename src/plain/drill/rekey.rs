//! A wrong key: which question's, and what it is to be.

use super::Drilling;
use crate::plain::PlainError;
use crate::study::drill::Input;
use crate::study::drill::words::{key_choices, stem};

impl Drilling<'_> {
    pub(super) fn rekey(&mut self, number: Option<usize>) -> Result<(), PlainError> {
        let Some(question) = self.which(number)? else { return Ok(()) };
        let choices = key_choices(self.room(), question);
        let rows: Vec<(usize, String)> =
            choices.iter().enumerate().map(|(at, (text, _))| (at + 1, text.clone())).collect();
        let prompt = "What should its key be? Type a number, or press Enter to leave it.";
        let Some(at) = self.pick(&rows, prompt)? else { return Ok(()) };
        let Some((_, key)) = choices.into_iter().nth(at - 1) else { return Ok(()) };
        if self.enter(Input::Regraded { question, key })? {
            self.say(&format!(
                "The key of question {} is corrected; all points have been recalculated.",
                question + 1
            ))?;
            self.announced.forget_state();
        }
        Ok(())
    }

    /// Which question; asked for unless it was named. `None` leaves all keys.
    fn which(&mut self, number: Option<usize>) -> Result<Option<usize>, PlainError> {
        let revealed = self.room().revealed();
        let rows: Vec<(usize, String)> = revealed.iter().map(|&q| stem(self.room(), q)).collect();
        if rows.is_empty() {
            return self.say("No question has been revealed.").map(|()| None);
        }
        let picked = match number {
            Some(number) if rows.iter().any(|(n, _)| *n == number) => Some(number),
            Some(number) => {
                self.say(&format!("Question {number} has not been revealed."))?;
                None
            }
            None => self.pick(&rows, "Which question's key is wrong? Type its number, or press Enter to cancel.")?,
        };
        Ok(picked.map(|number| number - 1))
    }

    /// Says numbered rows and asks for one of the numbers. `None` for an empty line.
    fn pick(&mut self, rows: &[(usize, String)], prompt: &str) -> Result<Option<usize>, PlainError> {
        for (number, text) in rows {
            self.session.say_after(&format!("{number}. "), text)?;
        }
        loop {
            let line = self.session.ask(prompt)?;
            if line.is_empty() {
                return Ok(None);
            }
            match line.parse().ok().filter(|n| rows.iter().any(|(number, _)| number == n)) {
                Some(number) => return Ok(Some(number)),
                None => self.say("Type one of these numbers.")?,
            }
        }
    }
}
