//! Bytes as text: what spreadsheets and old programs write.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// A file as text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    pub text: Cow<'a, str>,
    /// The encoding, where it was not UTF-8.
    pub guessed: Option<&'static str>,
}

/// Reads UTF-8, with or without a byte order mark, UTF-16 with one, and everything else as Windows-1252, which holds
/// Latin-1. Line ends become `\n`.
#[must_use]
pub fn decode(bytes: &[u8]) -> Decoded<'_> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or((UTF_8, 0));
    let rest = &bytes[mark..];
    let (text, guessed) = match encoding.decode_without_bom_handling_and_without_replacement(rest) {
        Some(text) => (text, (encoding != UTF_8).then(|| encoding.name())),
        None if encoding == UTF_8 => (WINDOWS_1252.decode(rest).0, Some(WINDOWS_1252.name())),
        None => (encoding.decode(rest).0, Some(encoding.name())),
    };
    let text = if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text };
    Decoded { text, guessed }
}
