//! An answer as twelve signs, for a device that does not reach the host: it shows them, the teacher types them. Only who has the
//! seat's secret can make them.
//!
//! With `key` the secret's 16 bytes and `hash` SHA-256 (FIPS 180-4) of `key ‖ seat (2 bytes) ‖ poll (4) ‖ answer (2)`, the signs are
//! two numbers of six signs each: `(seat · 2¹⁴ + answer) · 2⁵ +` the first 5 bits of `hash`, then 29 bits of its second word. A
//! forged ticket fits one time in 2³⁴.

use sha2::{Digest as _, Sha256};

use super::poll::Poll;
use super::seats::SeatId;
use super::secret::{SIGNS, SeatSecret};
use crate::study::item::{Form, Item, Response};

/// Answers that fit, as numbers.
const ANSWERS: usize = 1 << 14;
/// Seats that fit.
const MOST_SEATS: usize = 1 << 10;
const HALF: usize = 6;

/// What a ticket says, before it is known to be genuine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ticket {
    pub seat: SeatId,
    answer: usize,
    /// The first 5 bits of the hash, and 29 bits of its second word.
    proof: (u32, u32),
}

impl Ticket {
    /// Reads twelve signs, however they are grouped; `None` when they are no ticket.
    #[must_use]
    pub fn read(typed: &str) -> Option<Self> {
        let signs: Vec<usize> = typed.chars().filter(|c| c.is_alphanumeric()).map(value).collect::<Option<_>>()?;
        let (first, second) = signs.split_at_checked(HALF).filter(|(_, second)| second.len() == HALF)?;
        let (first, second) = (number(first), number(second));
        let (body, proof) = (first >> 5, first & 31);
        let seat = SeatId(body / ANSWERS);
        let proof = (u32::try_from(proof).ok()?, u32::try_from(second).ok()?);
        (seat.0 < MOST_SEATS).then_some(Self { seat, answer: body % ANSWERS, proof })
    }

    /// Whether who has `secret` made it for `poll`.
    #[must_use]
    pub fn is_genuine(&self, secret: &SeatSecret, poll: Poll) -> bool {
        let part = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).to_be_bytes();
        let hash = Sha256::new()
            .chain_update(secret.0)
            .chain_update(&part(self.seat.0)[2..])
            .chain_update(part(poll.number()))
            .chain_update(&part(self.answer)[2..])
            .finalize();
        let word = |at: usize| hash[at..at + 4].iter().fold(0_u32, |word, &byte| word << 8 | u32::from(byte));
        self.proof == (word(0) >> 27, word(4) >> 3)
    }

    /// The answer to `item`.
    #[must_use]
    pub fn answer_to(&self, item: &Item) -> Option<Response> {
        let n = item.form.places();
        let shown = match &item.form {
            Form::PickOne { .. } => Response::Picked(self.answer),
            Form::PickMany { .. } => Response::Marked((0..n).filter(|&at| self.answer >> at & 1 == 1).collect()),
            Form::Join { premises, .. } => Response::Joined(joined(self.answer, premises.len(), n)),
            Form::Sort { .. } => Response::Sorted(sorted(self.answer, n)?),
            Form::Type { .. } => return None,
        };
        item.from_places(&shown).filter(|response| item.form.allows(response))
    }
}

fn value(sign: char) -> Option<usize> {
    let sign = u8::try_from(sign.to_ascii_uppercase()).ok()?;
    SIGNS.iter().position(|&known| known == sign)
}

fn number(signs: &[usize]) -> usize {
    signs.iter().fold(0, |sum, sign| sum * SIGNS.len() + sign)
}

/// A digit for each premise, the partner or one past the last for none.
fn joined(mut number: usize, premises: usize, partners: usize) -> Vec<Option<usize>> {
    let mut joined = vec![None; premises];
    for slot in joined.iter_mut().rev() {
        *slot = Some(number % (partners + 1)).filter(|&at| at < partners);
        number /= partners + 1;
    }
    joined
}

/// An order as a number of the factorial system: how many later ones stand before each.
fn sorted(mut number: usize, things: usize) -> Option<Vec<usize>> {
    let mut digits = Vec::with_capacity(things);
    for base in 1..=things {
        digits.push(number % base);
        number /= base;
    }
    let mut left: Vec<usize> = (0..things).collect();
    let order = digits.into_iter().rev().map(|digit| (digit < left.len()).then(|| left.remove(digit)));
    order.collect::<Option<Vec<usize>>>().filter(|_| number == 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::drill::Vote;

    /// What the page writes for seat 5, poll 6 (the fourth question) and the third option, with the secret 000102…0f.
    const OF_THE_PAGE: &str = "ADHC-2ZQD-QCEC";

    #[test]
    fn a_ticket_of_the_page_is_genuine_and_a_changed_one_is_not() {
        let secret = SeatSecret(std::array::from_fn(|at| u8::try_from(at).unwrap()));
        let poll = Poll { question: 3, vote: Vote::First };
        let ticket = Ticket::read(OF_THE_PAGE).unwrap();
        assert_eq!((ticket.seat, ticket.answer), (SeatId(5), 2));
        assert!(ticket.is_genuine(&secret, poll));
        assert!(
            !ticket.is_genuine(&secret, Poll { question: 4, ..poll }) && !ticket.is_genuine(&SeatSecret([0; 16]), poll)
        );
        assert!(!Ticket { answer: 1, ..ticket }.is_genuine(&secret, poll));
        assert_eq!(Ticket::read("KKKK"), None);
    }

    #[test]
    fn orders_and_pairs_are_numbers() {
        let mut all: Vec<Vec<usize>> = (0..24).filter_map(|n| sorted(n, 4)).collect();
        all.sort();
        all.dedup();
        assert_eq!((all.len(), sorted(13, 4), sorted(24, 4)), (24, Some(vec![2, 0, 3, 1]), None));
        assert_eq!(joined(28, 3, 3), [Some(1), None, Some(0)]);
    }
}
