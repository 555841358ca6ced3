//! Bytes as text: what spreadsheets, schools' programs and old programs write.

use std::borrow::Cow;

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Reads UTF-8, UTF-16 with a byte order mark or plainly so without one, and everything else as Windows-1252, which holds
/// Latin-1. Line ends become `\n`. Bytes that are no text come out as signs that [`is_text`] knows.
#[must_use]
pub fn decode(bytes: &[u8]) -> Cow<'_, str> {
    let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| (guessed(bytes), 0));
    let rest = &bytes[mark..];
    let text = encoding.decode_without_bom_handling_and_without_replacement(rest).unwrap_or_else(|| {
        // A letter cut in two, as at the end of half a file, is no reason to misread the whole of it.
        let otherwise = if encoding == UTF_8 && mark == 0 { WINDOWS_1252 } else { encoding };
        otherwise.decode_without_bom_handling(rest).0
    });
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n").into() } else { text }
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    if bytes.contains(&0) { wide(bytes).unwrap_or(UTF_8) } else { UTF_8 }
}

/// Two bytes a letter without a mark in front: then every other byte of most letters is 0.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |from: usize| bytes.iter().skip(from).step_by(2).filter(|&&byte| byte == 0).count();
    let (high, low, half) = (zeros(0), zeros(1), bytes.len() / 2);
    match () {
        () if half == 0 || bytes.len() % 2 == 1 => None,
        () if low * 2 > half && high * 4 < half => Some(UTF_16LE),
        () if high * 2 > half && low * 4 < half => Some(UTF_16BE),
        () => None,
    }
}

/// Whether `text` was made of bytes that are a text. Formatting signs do no harm; a picture is full of what is none.
#[must_use]
pub fn is_text(text: &str) -> bool {
    let is_sign = |c: char| c == '\t' || c == '\n' || c == '\r' || c == '\u{c}' || !c.is_control();
    let strange = text.chars().filter(|&c| !is_sign(c) || c == '\u{fffd}').count();
    strange == 0 || strange * 50 < text.chars().count() && !text.contains('\0')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn bytes_of_every_encoding_are_read() {
        for bytes in [
            utf16("\u{feff}é, b\r\n", u16::to_le_bytes),
            utf16("\u{feff}é, b\r\n", u16::to_be_bytes),
            utf16("é, b\r\n", u16::to_le_bytes),
            utf16("é, b\r\n", u16::to_be_bytes),
            "\u{feff}é, b\r".into(),
            "é, b\n".into(),
            b"\xe9, b\r\n".to_vec(),
        ] {
            assert_eq!(decode(&bytes), "é, b\n", "{bytes:?}");
        }
    }

    #[test]
    fn half_a_file_is_read_as_what_it_is() {
        assert!(
            decode("\u{feff}naïve naïve".as_bytes().split_last().map_or(&[], |(_, rest)| rest)).contains("naïve na")
        );
        assert!(decode(&utf16("\u{feff}naïve", u16::to_le_bytes)[..11]).starts_with("naïv"));
    }

    #[test]
    fn a_picture_is_no_text() {
        assert!(!is_text(&decode(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\0")));
        assert!(is_text(&decode("Nowak, Anna\u{200e}\n".as_bytes())));
    }
}
