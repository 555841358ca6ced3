//! A wrong key: which question's, and what it is to be.

use super::Drilling;
use super::input::Heard;
use crate::plain::PlainError;
use crate::study::drill::Input;
use crate::study::drill::words::{key_choices, stem};

/// What was picked of a list.
enum Picked<T> {
    One(T),
    None,
    Leave,
}

impl Drilling<'_> {
    pub(super) fn mend(&mut self, number: Option<usize>) -> Result<Heard, PlainError> {
        let question = match self.which(number)? {
            Picked::One(question) => question,
            Picked::None => return Ok(Heard::On),
            Picked::Leave => return Ok(Heard::Leave),
        };
        let choices = key_choices(&self.room, question);
        let rows: Vec<(usize, String)> =
            choices.iter().enumerate().map(|(at, (text, _))| (at + 1, text.clone())).collect();
        let prompt = "What is its key to be? Type a number; an empty line leaves it.";
        match self.pick(&rows, prompt)? {
            Picked::One(at) => {
                let Some((_, key)) = choices.into_iter().nth(at - 1) else { return Ok(Heard::On) };
                if self.enter(Input::Regraded { question, key })? {
                    self.say(&format!(
                        "The key of question {} is mended; all points are computed anew.",
                        question + 1
                    ))?;
                    self.told.forget();
                }
                Ok(Heard::On)
            }
            Picked::None => Ok(Heard::On),
            Picked::Leave => Ok(Heard::Leave),
        }
    }

    /// Which question; asked for unless it was named.
    fn which(&mut self, number: Option<usize>) -> Result<Picked<usize>, PlainError> {
        let revealed = self.room.revealed();
        let rows: Vec<(usize, String)> = revealed.iter().map(|&q| stem(&self.room, q)).collect();
        if rows.is_empty() {
            self.say("No question has been revealed.")?;
            return Ok(Picked::None);
        }
        let picked = match number {
            Some(number) if rows.iter().any(|(n, _)| *n == number) => Picked::One(number),
            Some(number) => {
                self.say(&format!("Question {number} has not been revealed."))?;
                Picked::None
            }
            None => self.pick(&rows, "Which question's key is wrong? Type its number; an empty line leaves it.")?,
        };
        Ok(match picked {
            Picked::One(number) => Picked::One(number - 1),
            other => other,
        })
    }

    /// Says numbered rows and asks for one of the numbers.
    fn pick(&mut self, rows: &[(usize, String)], prompt: &str) -> Result<Picked<usize>, PlainError> {
        for (number, text) in rows {
            self.session.say_after(&format!("{number}. "), text)?;
        }
        loop {
            let Some(line) = self.session.console.ask(prompt)? else { return Ok(Picked::Leave) };
            if line.is_empty() {
                return Ok(Picked::None);
            }
            match line.parse().ok().filter(|n| rows.iter().any(|(number, _)| number == n)) {
                Some(number) => return Ok(Picked::One(number)),
                None => self.say("Type one of these numbers.")?,
            }
        }
    }
}
