//! A response as it stands on a sheet of paper, typed in by a teacher: letters, also where some are missing or stand
//! twice, for so it may be on paper.

use super::form::{Form, OptionSet};
use super::letters::letter;
use super::{Item, Response};

impl Item {
    /// What may be typed, for a prompt.
    #[must_use]
    pub fn pen_hint(&self) -> String {
        let last = self.last_letter();
        match &self.form {
            Form::PickOne { pool: OptionSet::Truth, .. } => "t or f".to_owned(),
            Form::PickOne { .. } => format!("a-{last}"),
            Form::PickMany { .. } => format!("all ticked, a-{last}"),
            Form::Join { premises, .. } => format!("letters beside 1-{}, a-{last}, - for none", premises.len()),
            Form::Sort { things } => format!("{} letters, a-{last}", things.len()),
            Form::Type { gaps } if gaps.len() > 1 => "the words, separated by semicolons".to_owned(),
            Form::Type { .. } => "the words".to_owned(),
        }
    }

    /// Reads what stands on a sheet.
    ///
    /// # Errors
    /// Says what to type when it cannot be read.
    pub fn read_pen(&self, line: &str) -> Result<Response, String> {
        let read = self.read_line(&self.apart(line));
        let read = match (&self.form, read) {
            (Form::Join { premises, .. }, Err(_)) => joined(line, premises.len(), &self.order).ok_or(()),
            (_, read) => read.map_err(|_| ()),
        };
        read.map_err(|()| format!("Type {}; Enter alone for no answer.", self.pen_wanted()))
    }

    fn pen_wanted(&self) -> String {
        let last = self.last_letter();
        match &self.form {
            Form::PickOne { pool: OptionSet::Truth, .. } => "t for true or f for false".to_owned(),
            Form::PickOne { .. } => format!("one letter from a to {last}"),
            Form::PickMany { .. } => format!("the letters that are ticked, from a to {last}: ac"),
            Form::Join { premises, .. } => format!(
                "{} letters from a to {last}, from top to bottom, with - where there is none; or pairs such as 1c 3a",
                premises.len()
            ),
            Form::Sort { .. } => format!(
                "every letter from a to {last} once; an order with a letter missing or twice earns nothing, so leave it empty"
            ),
            Form::Type { gaps } if gaps.len() > 1 => {
                format!("what is written, {} answers separated by semicolons", gaps.len())
            }
            Form::Type { .. } => "what is written".to_owned(),
        }
    }

    fn last_letter(&self) -> char {
        letter(self.order.len().saturating_sub(1)).to_ascii_lowercase()
    }

    /// Letters that were typed without blanks between them, set apart: "bdac".
    fn apart(&self, line: &str) -> String {
        let run_on = line.len() > 1 && line.chars().all(|c| c.is_ascii_alphabetic());
        match &self.form {
            Form::PickMany { .. } | Form::Sort { .. } if run_on => line.chars().flat_map(|c| [c, ' ']).collect(),
            Form::PickOne { .. }
            | Form::PickMany { .. }
            | Form::Join { .. }
            | Form::Sort { .. }
            | Form::Type { .. } => line.to_owned(),
        }
    }
}

/// Partners of some or all premises: "c a - b" from top to bottom, or "1c 3a". A letter may stand twice: so it may on paper.
fn joined(line: &str, premises: usize, order: &[usize]) -> Option<Response> {
    let partner =
        |c: char| order.get(usize::from(u8::try_from(c.to_ascii_lowercase()).ok()?.checked_sub(b'a')?)).copied();
    let signs: Vec<char> = line.chars().filter(|c| !matches!(c, ' ' | ',' | ';' | ':' | '=' | '.' | ')')).collect();
    let mut joined = vec![None; premises];
    if signs.iter().any(char::is_ascii_digit) {
        for pair in signs.chunks(2) {
            let &[number, c] = pair else { return None };
            let at = usize::try_from(number.to_digit(10)?).ok()?.checked_sub(1)?;
            *joined.get_mut(at)? = if c == '-' { None } else { Some(partner(c)?) };
        }
    } else {
        if signs.len() != premises {
            return None;
        }
        for (slot, &c) in joined.iter_mut().zip(&signs) {
            *slot = if c == '-' { None } else { Some(partner(c)?) };
        }
    }
    Some(Response::Joined(joined))
}
