//! Counting hands: a number for each option, line by line or all in one.

use super::Drilling;
use crate::plain::PlainError;
use crate::study::session::drill::{HandCount, MOST_DIGITS};

/// Reads whole numbers with blanks or commas between; `None` when there is anything else.
pub(super) fn numbers(line: &str) -> Option<Vec<u32>> {
    let parts = line.split([' ', ',']).filter(|part| !part.is_empty());
    let one = |part: &str| {
        part.parse().ok().filter(|_| part.len() <= MOST_DIGITS && part.bytes().all(|b| b.is_ascii_digit()))
    };
    parts.map(one).collect::<Option<Vec<u32>>>().filter(|n| !n.is_empty())
}

impl Drilling<'_> {
    /// Whether `line` is to be what single pupils showed, by their numbers.
    pub(super) fn are_pupils(&self, line: &str) -> bool {
        let has = |is: fn(&char) -> bool| line.chars().any(|c| is(&c));
        self.host.has_numbers() && has(char::is_ascii_digit) && has(|c| c.is_alphabetic())
    }

    /// A number, none for no hands, or all numbers at once.
    pub(super) fn count(&mut self, line: &str) -> Result<(), PlainError> {
        let options = self.host.pending().count().map_or(0, HandCount::options);
        let typed = if line.is_empty() { Some(vec![0]) } else { numbers(line) };
        match typed.as_deref() {
            Some(&[one]) => self.host.set_hands(one),
            Some(all) if self.host.fill(all) => {}
            None if self.are_pupils(line) => {
                if let Err(why) = self.host.fill_pupils(line) {
                    return self.say(&why);
                }
            }
            _ => {
                return self.say(&format!(
                    "Type a number, or {options} numbers for all options: 9 5 3. Enter alone means none."
                ));
            }
        }
        let now = self.session.now();
        let Some(taken) = self.host.count_on(&now) else { return Ok(()) };
        if !self.keep(&now, taken)? {
            self.host.clear_hands();
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_stand_apart() {
        assert_eq!(numbers("12, 5  3"), Some(vec![12, 5, 3]));
        for line in ["", "12 a", "-3", "12345", "+5", "1.5"] {
            assert_eq!(numbers(line), None, "{line}");
        }
    }
}
