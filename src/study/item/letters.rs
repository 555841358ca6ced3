//! Responses spelled by the letters that stand beside the options: `b`, `bd`, `cabd`. A teacher enters what teams hold
//! up; digits do as well.

use super::form::{Form, OptionSet};
use super::{Item, Response};

impl Item {
    /// The response that `text` spells in the order shown; nothing at all is a pass. Joining names a partner for each
    /// premise in turn, `-` for none.
    ///
    /// # Errors
    /// Says what to write.
    pub fn spelled(&self, text: &str) -> Result<Response, String> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(Response::Passed);
        }
        self.by_places(text).and_then(|shown| self.from_places(&shown)).ok_or_else(|| self.how_to_spell())
    }

    fn by_places(&self, text: &str) -> Option<Response> {
        let n = self.order.len();
        let places =
            || text.chars().filter(|c| !matches!(c, ' ' | ',')).map(|c| place(c, n)).collect::<Option<Vec<usize>>>();
        match &self.form {
            Form::Type { gaps } => super::lines::typed(text, gaps.len()).ok(),
            Form::PickOne { pool: OptionSet::Truth, .. } => truth(text).map(Response::Picked),
            Form::PickOne { .. } => {
                places().filter(|p| p.len() == 1).and_then(|p| p.first().copied()).map(Response::Picked)
            }
            Form::PickMany { .. } => places().map(sorted).filter(|p| !p.is_empty()).map(Response::Marked),
            Form::Join { premises, .. } => joined(text, n).filter(|j| j.len() == premises.len()).map(Response::Joined),
            Form::Sort { .. } => {
                places().filter(|p| p.len() == n && sorted(p.clone()).len() == n).map(Response::Sorted)
            }
        }
    }

    /// Letters on the screen.
    #[must_use]
    pub fn letters(&self) -> usize {
        self.order.len()
    }

    /// Whether the first letter is the whole response.
    #[must_use]
    pub fn is_one_letter(&self) -> bool {
        self.form.is_one_option()
    }

    /// The letters on the screen: `A-D`, `T F`.
    #[must_use]
    pub fn letter_range(&self) -> String {
        let (first, last) = (self.label_at(0), self.label_at(self.order.len().saturating_sub(1)));
        let between = if *self.form.pool() == OptionSet::Truth { ' ' } else { '-' };
        format!("{first}{between}{last}")
    }

    /// What a response is spelled with.
    #[must_use]
    pub fn how_to_spell(&self) -> String {
        let last = letter(self.order.len().saturating_sub(1));
        match &self.form {
            Form::Type { gaps } if gaps.len() > 1 => format!("Type {} answers, separated by semicolons.", gaps.len()),
            Form::Type { .. } => "Type the answer.".to_owned(),
            Form::PickOne { pool: OptionSet::Truth, .. } => "Type one letter, T or F.".to_owned(),
            Form::PickOne { .. } => format!("Type one letter, A to {last}."),
            Form::PickMany { .. } => format!("Type every chosen letter, A to {last}, in one word."),
            Form::Join { premises, .. } => {
                format!("Type {} letters, one for each number in order; - for none.", premises.len())
            }
            Form::Sort { .. } => format!("Type all letters from A to {last}, in order from first to last."),
        }
    }

    /// A response given by places on the screen, in the author's numbers; `None` when a place is none.
    #[must_use]
    pub fn from_places(&self, response: &Response) -> Option<Response> {
        let at = |place: usize| self.order.get(place).copied();
        let all = |places: &[usize]| places.iter().map(|&p| at(p)).collect::<Option<Vec<usize>>>();
        let partner = |place: &Option<usize>| place.map_or(Some(None), |p| at(p).map(Some));
        Some(match response {
            &Response::Picked(place) => Response::Picked(at(place)?),
            Response::Marked(places) => Response::Marked(sorted(all(places)?)),
            Response::Joined(places) => Response::Joined(places.iter().map(partner).collect::<Option<_>>()?),
            Response::Sorted(places) => Response::Sorted(all(places)?),
            Response::Typed(_) | Response::Passed | Response::Blank => response.clone(),
        })
    }

    /// Numbers by places on the screen as numbers by the author's order.
    #[must_use]
    pub fn by_author(&self, counts: &[u32]) -> Vec<u32> {
        let mut hands = vec![0; self.order.len()];
        for (&option, &count) in self.order.iter().zip(counts) {
            if let Some(slot) = hands.get_mut(option) {
                *slot = count;
            }
        }
        hands
    }
}

/// The capital letter of a place; `?` beyond Z.
#[must_use]
pub fn letter(place: usize) -> char {
    u8::try_from(place).ok().filter(|&at| at < 26).map_or('?', |at| char::from(b'A' + at))
}

/// Which of true and false, in letters, numbers or words.
pub(super) fn truth(text: &str) -> Option<usize> {
    match text.to_lowercase().as_str() {
        "t" | "true" | "1" | "a" => Some(0),
        "f" | "false" | "2" | "b" => Some(1),
        _ => None,
    }
}

fn place(c: char, n: usize) -> Option<usize> {
    let at = match c.to_ascii_lowercase() {
        c @ 'a'..='z' => usize::from(c as u8 - b'a'),
        c @ '1'..='9' => usize::from(c as u8 - b'1'),
        '0' => 9,
        _ => return None,
    };
    (at < n).then_some(at)
}

pub(super) fn sorted(mut places: Vec<usize>) -> Vec<usize> {
    places.sort_unstable();
    places.dedup();
    places
}

/// A partner a premise; each partner once.
fn joined(text: &str, n: usize) -> Option<Vec<Option<usize>>> {
    let one = |c: char| if c == '-' { Some(None) } else { place(c, n).map(Some) };
    let joined: Vec<Option<usize>> =
        text.chars().filter(|c| !matches!(c, ' ' | ',')).map(one).collect::<Option<_>>()?;
    let named: Vec<usize> = joined.iter().flatten().copied().collect();
    (sorted(named.clone()).len() == named.len()).then_some(joined)
}
