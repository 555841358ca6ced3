//! Responses in as few bytes as will do.

use crate::study::item::{Form, Item, Response};

/// Nothing was answered.
const PASSED: u8 = 255;
/// A premise without a partner.
const NO_PARTNER: u8 = 254;
/// Most characters of typed words that are kept.
const MOST_TYPED: usize = 200;

/// `response` to `item`.
pub(super) fn packed(item: &Item, response: &Response) -> Vec<u8> {
    let byte = |of: usize| u8::try_from(of).unwrap_or(NO_PARTNER);
    match (&item.form, response) {
        (Form::PickOne { .. }, Response::Picked(of)) => vec![byte(*of)],
        (Form::PickMany { .. }, Response::Marked(of)) => {
            number(of.iter().filter(|of| **of < 63).map(|of| 1_u64 << of).fold(0, |all, bit| all | bit))
        }
        (Form::PickMany { .. }, _) => number(0),
        (Form::Join { .. }, Response::Joined(partners)) => {
            partners.iter().map(|partner| partner.map_or(NO_PARTNER, byte)).collect()
        }
        (Form::Sort { .. }, Response::Sorted(of)) => of.iter().map(|of| byte(*of)).collect(),
        (Form::Type { .. }, Response::Typed(words)) => {
            let word = |word: &String| {
                let cut: String = word.chars().take(MOST_TYPED).collect();
                let length = number(u64::try_from(cut.len()).unwrap_or(0));
                [vec![0], length, cut.into_bytes()].concat()
            };
            words.iter().flat_map(word).collect()
        }
        (Form::Type { gaps }, _) => vec![PASSED; gaps.len()],
        (Form::PickOne { .. } | Form::Join { .. } | Form::Sort { .. }, _) => vec![PASSED],
    }
}

/// Seven bits a byte, the lowest first.
fn number(mut n: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = u8::try_from(n & 127).unwrap_or(0);
        n >>= 7;
        bytes.push(if n > 0 { low | 128 } else { low });
        if n == 0 {
            return bytes;
        }
    }
}

/// Reads what was packed.
pub(super) struct Unpacker<'a>(&'a [u8]);

impl<'a> Unpacker<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(super) fn byte(&mut self) -> Option<u8> {
        self.bytes(1).map(|bytes| bytes[0])
    }

    pub(super) fn bytes(&mut self, n: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(n)?;
        self.0 = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<u64> {
        let mut n = 0_u64;
        for shift in (0..63).step_by(7) {
            let byte = self.byte()?;
            n |= u64::from(byte & 127) << shift;
            if byte < 128 {
                return Some(n);
            }
        }
        None
    }

    /// A response that `item` can have.
    pub(super) fn response(&mut self, item: &Item) -> Option<Response> {
        let n = item.form.places();
        match &item.form {
            Form::PickOne { .. } => match self.byte()? {
                PASSED => Some(Response::Passed),
                of => self::place(of, n).map(Response::Picked),
            },
            Form::PickMany { .. } => {
                let bits = self.number()?;
                let of: Vec<usize> = (0..63).filter(|of| bits >> of & 1 == 1).collect();
                let is_known = of.iter().all(|of| *of < n);
                is_known.then_some(if of.is_empty() { Response::Passed } else { Response::Marked(of) })
            }
            Form::Join { premises, .. } => self.places(premises.len(), n).map(|all| {
                all.map_or(Response::Passed, |all| {
                    Response::Joined(all.into_iter().map(|of| (of < n).then_some(of)).collect())
                })
            }),
            Form::Sort { .. } => {
                let Some(all) = self.places(n, n)? else { return Some(Response::Passed) };
                let each_once = (0..n).all(|of| all.contains(&of));
                each_once.then_some(Response::Sorted(all))
            }
            Form::Type { gaps } => self.words(gaps.len()),
        }
    }

    /// So many places below `n`, [`NO_PARTNER`] among them; the inner `None` is a pass.
    #[expect(clippy::option_option, reason = "the outer one is for what no item can have, for `?`")]
    fn places(&mut self, places: usize, n: usize) -> Option<Option<Vec<usize>>> {
        let first = self.byte()?;
        if first == PASSED {
            return Some(None);
        }
        let rest = self.bytes(places.checked_sub(1)?)?;
        let is_known = |of: &&u8| **of == NO_PARTNER || usize::from(**of) < n;
        let all = [&[first], rest].concat();
        all.iter().all(|of| is_known(&of)).then(|| Some(all.iter().map(|&of| usize::from(of)).collect()))
    }

    fn words(&mut self, gaps: usize) -> Option<Response> {
        let mut words = Vec::new();
        for _ in 0..gaps {
            if self.byte()? == PASSED {
                continue;
            }
            let length = usize::try_from(self.number()?).ok()?;
            words.push(String::from_utf8(self.bytes(length)?.to_vec()).ok()?);
        }
        match words.len() {
            0 => Some(Response::Passed),
            n if n == gaps => Some(Response::Typed(words)),
            _ => None,
        }
    }
}

fn place(of: u8, n: usize) -> Option<usize> {
    Some(usize::from(of)).filter(|of| *of < n)
}
