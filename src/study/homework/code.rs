//! The code in which a pupil's answers come back: short enough to be written on a note, read out or sent.

use super::pack::{Unpacker, packed};
use crate::study::chance::fnv;
use crate::study::item::{Item, Response};
use crate::study::names::PersonName;

/// The first sign of every code says its form.
const FORM: u8 = 1;
/// Bytes that say for which homework it is.
const TAG: usize = 2;
/// Bytes that show whether something was changed.
const PROOF: usize = 5;
/// Signs that are not mistaken for one another (Crockford, *Base 32*, 2019).
const SIGNS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Signs between two dashes.
const GROUP: usize = 4;

/// A homework that was handed out, as far as its codes need it.
#[derive(Clone, Copy, Debug)]
pub struct HandedOut<'a> {
    pub token: u64,
    pub items: &'a [Item],
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returned {
    pub person: PersonName,
    /// In the order of the paper; a pass where nothing was answered.
    pub answers: Vec<Response>,
}

/// Why a code is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CodeError {
    #[error("this is no code of a homework, or part of it is missing")]
    NoCode,
    #[error("this code is for another homework, or another teacher's")]
    Foreign,
    #[error("this code was changed or mistyped: ask for it again")]
    Changed,
}

/// The code of what `returned` says of the homework.
#[must_use]
pub fn code(homework: HandedOut<'_>, returned: &Returned) -> String {
    let mut bytes = vec![FORM];
    bytes.extend(tag(homework.token));
    let name = returned.person.as_str().as_bytes();
    bytes.push(u8::try_from(name.len()).unwrap_or(u8::MAX));
    bytes.extend(name.iter().take(usize::from(u8::MAX)));
    let none = Response::Passed;
    for (at, item) in homework.items.iter().enumerate() {
        bytes.extend(packed(item, returned.answers.get(at).unwrap_or(&none)));
    }
    bytes.extend(proof(homework.token, &bytes));
    in_signs(&bytes)
}

/// Which of the homework `handed_out` a code is for, by its place, and what came back.
///
/// # Errors
/// When it is no code, is for none of them, or was changed.
pub fn read_code(text: &str, handed_out: &[HandedOut<'_>]) -> Result<(usize, Returned), CodeError> {
    let bytes = from_signs(text).ok_or(CodeError::NoCode)?;
    let body = bytes.len().checked_sub(PROOF).filter(|&n| n > 1 + TAG).ok_or(CodeError::NoCode)?;
    let (body, proven) = bytes.split_at(body);
    if body[0] != FORM {
        return Err(CodeError::NoCode);
    }
    let tagged: Vec<usize> = (0..handed_out.len()).filter(|&at| body[1..=TAG] == tag(handed_out[at].token)).collect();
    if tagged.is_empty() {
        return Err(CodeError::Foreign);
    }
    let is_proven = |at: &usize| proof(handed_out[*at].token, body) == *proven;
    let at = tagged.into_iter().find(is_proven).ok_or(CodeError::Changed)?;
    returned(&body[1 + TAG..], handed_out[at].items).map(|returned| (at, returned)).ok_or(CodeError::Changed)
}

fn returned(bytes: &[u8], items: &[Item]) -> Option<Returned> {
    let mut reader = Unpacker::new(bytes);
    let length = usize::from(reader.byte()?);
    let person = PersonName::new(std::str::from_utf8(reader.bytes(length)?).ok()?).ok()?;
    let answers = items.iter().map(|item| reader.response(item)).collect::<Option<_>>()?;
    reader.is_empty().then_some(Returned { person, answers })
}

fn tag(token: u64) -> [u8; TAG] {
    let hash = fnv(format!("homework {token}").as_bytes()).to_be_bytes();
    [hash[0] ^ hash[4], hash[1] ^ hash[5]]
}

fn proof(token: u64, body: &[u8]) -> [u8; PROOF] {
    let key = token.to_be_bytes();
    let hash = fnv(&[&key[..], body, &key].concat());
    let hash = fnv(&[&hash.to_be_bytes()[..], &key].concat()).to_be_bytes();
    std::array::from_fn(|at| hash[at])
}

fn in_signs(bytes: &[u8]) -> String {
    let (mut signs, mut held, mut bits) = (Vec::new(), 0_u32, 0);
    for &byte in bytes {
        (held, bits) = (held << 8 | u32::from(byte), bits + 8);
        while bits >= 5 {
            bits -= 5;
            signs.push(SIGNS[usize::try_from(held >> bits & 31).unwrap_or(0)]);
        }
        held &= (1 << bits) - 1;
    }
    if bits > 0 {
        signs.push(SIGNS[usize::try_from(held << (5 - bits) & 31).unwrap_or(0)]);
    }
    let group = |signs: &[u8]| signs.iter().map(|&sign| char::from(sign)).collect::<String>();
    signs.chunks(GROUP).map(group).collect::<Vec<_>>().join("-")
}

/// Whatever the case, with or without dashes and blanks; `O` is a 0, `I` and `L` are a 1.
fn from_signs(text: &str) -> Option<Vec<u8>> {
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0_u32, 0);
    for c in text.chars().filter(|c| !c.is_whitespace() && !matches!(c, '-' | '–' | '‐' | '.')) {
        let c = match c.to_ascii_uppercase() {
            'O' => '0',
            'I' | 'L' => '1',
            c => c,
        };
        let value = SIGNS.iter().position(|&sign| char::from(sign) == c)?;
        (held, bits) = (held << 5 | u32::try_from(value).ok()?, bits + 5);
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(held >> bits & 255).ok()?);
            held &= (1 << bits) - 1;
        }
    }
    (held == 0).then_some(bytes)
}
