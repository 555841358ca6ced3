//! What a seat is known by, and what lets somebody in.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// 128 bits that only one device knows: whoever has them is the person on that seat.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct SeatSecret(pub [u8; 16]);

impl SeatSecret {
    /// Reads 32 hexadecimal digits.
    #[must_use]
    pub fn parse(hex: &str) -> Option<Self> {
        let digits = Some(hex.as_bytes()).filter(|d| d.len() == 32 && d.iter().all(u8::is_ascii_hexdigit))?;
        let mut bytes = [0; 16];
        for (byte, pair) in bytes.iter_mut().zip(digits.chunks(2)) {
            *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
        }
        Some(Self(bytes))
    }
}

impl fmt::Display for SeatSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// Nothing that is printed for a log or a message tells it.
impl fmt::Debug for SeatSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SeatSecret(…)")
    }
}

impl Serialize for SeatSecret {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for SeatSecret {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Self::parse(&String::deserialize(from)?).ok_or_else(|| de::Error::custom("a secret has 32 hexadecimal digits"))
    }
}

/// Letters and digits that nobody takes for one another on a wall.
pub(super) const SIGNS: &[u8] = b"ABCDEFGHJKLMNPQRTUVWXYZ2346789";
/// Signs of a code: some 800,000 codes, guessed one at a time and ever more slowly.
const LENGTH: usize = 4;

/// The code on the wall.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RoomCode(String);

impl RoomCode {
    /// The code that four random bytes give.
    #[must_use]
    pub fn from_bytes(bytes: [u8; LENGTH]) -> Self {
        let sign = |byte: u8| char::from(SIGNS[usize::from(byte) % SIGNS.len()]);
        Self(bytes.into_iter().map(sign).collect())
    }

    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether somebody typed this code, in whatever case and with blanks between.
    #[must_use]
    pub fn is(&self, typed: &str) -> bool {
        let typed = typed.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_uppercase());
        typed.eq(self.0.chars())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_read_as_it_is_written_and_never_printed() {
        let secret = SeatSecret(std::array::from_fn(|at| u8::try_from(at * 17).unwrap()));
        assert_eq!(SeatSecret::parse(&secret.to_string()), Some(secret));
        assert_eq!(["", "00", &"g".repeat(32), &"0".repeat(33), &"é".repeat(16)].map(SeatSecret::parse), [None; 5]);
        assert!(!format!("{secret:?}").contains("11"));
    }

    #[test]
    fn a_code_is_recognised_however_it_is_typed() {
        let code = RoomCode::from_bytes([0, 7, 200, 31]);
        let spaced: String = code.as_str().to_lowercase().chars().flat_map(|c| [c, ' ']).collect();
        assert!(code.is(code.as_str()) && code.is(&spaced));
        assert!(!code.is("") && !code.is(&code.as_str()[1..]) && !code.is(&format!("{}A", code.as_str())));
    }
}
