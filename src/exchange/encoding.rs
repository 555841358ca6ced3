//! Bytes as text: what spreadsheets and old programs write.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// Reads UTF-8, with or without a byte order mark, UTF-16 with one, and everything else as Windows-1252, which holds
/// Latin-1. Line ends become `\n`.
#[must_use]
pub fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or((UTF_8, 0));
    let rest = &bytes[mark..];
    let text = encoding.decode_without_bom_handling_and_without_replacement(rest).unwrap_or_else(|| {
        let otherwise = if encoding == UTF_8 { WINDOWS_1252 } else { encoding };
        otherwise.decode(rest).0
    });
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text }
}
