//! Standard output for results and standard error for talk: the one place where lines leave the program. Whatever a
//! course, a name, a path or a database holds, no character goes out that could steer a terminal.

mod charset;

use std::borrow::Cow;
use std::fmt::Display;
use std::io::{self, Stderr, Stdout, Write};

use serde::Serialize;

pub(super) use self::charset::Charset;
use crate::course::model::text::{outgoing, outgoing_document, outgoing_json};

/// What an error begins with when results cannot be written.
pub const UNWRITTEN: &str = "the output cannot be written";

/// A writer of lines that lets nothing unsafe through.
#[derive(Debug)]
pub struct SafeLines<W: Write> {
    to: W,
    /// The bytes of a character that has not come to its end.
    begun: Vec<u8>,
    charset: Charset,
}

/// Standard output.
#[must_use]
pub fn results() -> SafeLines<Stdout> {
    SafeLines { charset: Charset::of_the_locale(), ..SafeLines::new(io::stdout()) }
}

/// Standard output for JSON that was made safe already.
#[must_use]
pub(super) fn json_results() -> SafeLines<Stdout> {
    SafeLines { charset: Charset::of_the_locale().in_json(), ..SafeLines::new(io::stdout()) }
}

/// Standard error.
#[must_use]
pub fn talk() -> SafeLines<Stderr> {
    SafeLines { charset: Charset::of_the_locale(), ..SafeLines::new(io::stderr()) }
}

/// Says a line on standard error. Where it cannot be written there is nobody to tell.
pub fn note(line: impl Display) {
    let _ = writeln!(talk(), "{line}");
}

/// Writes `value` to standard output as JSON.
///
/// # Errors
/// When it cannot be written.
pub fn json(value: &impl Serialize) -> io::Result<()> {
    let text = serde_json::to_string_pretty(value)?;
    writeln!(json_results(), "{}", outgoing_json(&text))
}

/// Writes a whole document to standard output, a byte order mark in front included.
///
/// # Errors
/// When it cannot be written.
pub(super) fn document(text: &str) -> io::Result<()> {
    io::stdout().write_all(outgoing_document(text).as_bytes())
}

/// What came of writing results that are counted too: that nobody read them to their end changes no count.
///
/// # Errors
/// When they could not be written for another reason.
pub(super) fn read_or_not(written: io::Result<()>) -> io::Result<()> {
    written.or_else(|error| if error.kind() == io::ErrorKind::BrokenPipe { Ok(()) } else { Err(error) })
}

/// Writes what standard output still holds back.
///
/// # Errors
/// When it cannot be written.
pub fn finish() -> io::Result<()> {
    io::stdout().flush()
}

impl<W: Write> SafeLines<W> {
    pub fn new(to: W) -> Self {
        Self { to, begun: Vec::new(), charset: Charset::Unicode }
    }

    fn safe<'t>(&self, text: &'t str) -> Cow<'t, str> {
        match self.charset.set(&outgoing(text)) {
            Some(set) => Cow::Owned(set),
            None => outgoing(text),
        }
    }

    /// Writes a text that the program coloured; what it took from outside was made safe before.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn coloured(&mut self, text: &str) -> io::Result<()> {
        for (n, part) in text.split('\u{1b}').enumerate() {
            let after = if n == 0 { part } else { self.colour(part)? };
            let safe = self.safe(after).into_owned();
            self.to.write_all(safe.as_bytes())?;
        }
        Ok(())
    }

    /// Writes the colour that `part`, found behind an escape, begins with, and gives what comes after it.
    fn colour<'a>(&mut self, part: &'a str) -> io::Result<&'a str> {
        let end = part.find(|c: char| !matches!(c, '[' | '0'..='9' | ';')).unwrap_or(part.len());
        if part.starts_with('[') && part[end..].starts_with('m') {
            write!(self.to, "\u{1b}{}", &part[..=end])?;
            return Ok(&part[end + 1..]);
        }
        let replaced = self.safe("\u{fffd}");
        self.to.write_all(replaced.as_bytes())?;
        Ok(part)
    }
}

impl<W: Write> Write for SafeLines<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.begun.extend_from_slice(bytes);
        let mut text = String::new();
        let mut read = 0;
        for chunk in self.begun.utf8_chunks() {
            text.push_str(chunk.valid());
            read += chunk.valid().len();
            let broken = chunk.invalid();
            let at_the_end = read + broken.len() == self.begun.len();
            if at_the_end && is_begun(broken) {
                break;
            }
            read += broken.len();
            if !broken.is_empty() {
                text.push('\u{fffd}');
            }
        }
        self.begun.drain(..read);
        let safe = self.safe(&text).into_owned();
        self.to.write_all(safe.as_bytes())?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.to.flush()
    }
}

/// Whether more bytes can make a character of these.
fn is_begun(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|e| e.error_len().is_none())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::course::model::text::is_unsafe;

    fn written(parts: &[&[u8]]) -> String {
        let mut lines = SafeLines::new(Vec::new());
        for part in parts {
            lines.write_all(part).unwrap();
        }
        String::from_utf8(lines.to).unwrap()
    }

    fn coloured(text: &str) -> String {
        let mut lines = SafeLines::new(Vec::new());
        lines.coloured(text).unwrap();
        String::from_utf8(lines.to).unwrap()
    }

    #[test]
    fn lines_tabs_and_joined_signs_stay() {
        let text = "a\tb\n👩\u{200d}🔬 שלום عليكم ۝ क्\u{200d}ष\n";
        assert_eq!(written(&[text.as_bytes()]), text);
    }

    #[test]
    fn what_steers_a_terminal_goes() {
        let found = written(&["a\u{1b}]52;c;x\u{7}\u{9b}2J\u{202e}\u{e000}\u{e0041}\u{2028}\r".as_bytes(), b"\xff"]);
        assert_eq!(found, "a\u{fffd}]52;c;x\u{fffd}\u{fffd}2J\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}\u{fffd}");
    }

    #[test]
    fn colours_pass_and_nothing_else_that_is_escaped() {
        assert_eq!(
            coloured("\u{1b}[1;31mred\u{1b}[0m \u{1b}[2J\u{1b}]0;x\u{7}"),
            "\u{1b}[1;31mred\u{1b}[0m \u{fffd}[2J\u{fffd}]0;x\u{fffd}"
        );
    }

    proptest! {
        #[test]
        fn nothing_unsafe_passes_however_it_is_cut(bytes: Vec<u8>, text: String, cut: prop::sample::Index) {
            let whole = [text.as_bytes(), &bytes].concat();
            let (front, back) = whole.split_at(cut.index(whole.len() + 1));
            prop_assert!(written(&[front, back]).chars().all(|c| c == '\t' || !is_unsafe(c)));
        }

        #[test]
        fn json_is_safe_once_it_is_decoded(text: String) {
            let json = serde_json::to_string(&text).unwrap();
            let decoded: String = serde_json::from_str(&outgoing_json(&json)).unwrap();
            prop_assert!(decoded.chars().all(|c| c == '\t' || !is_unsafe(c)));
            prop_assert_eq!(decoded.chars().count(), text.chars().count());
        }
    }
}
