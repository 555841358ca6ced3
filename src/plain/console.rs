//! Lines in, paragraphs out: wrapped for eyes at a terminal, one line each for everything else.

use std::io::{BufRead, Read, Write};

use textwrap::{Options, WordSeparator, WordSplitter, fill};

use super::PlainError;
use crate::course::model::text::defused;

/// Longest line written, in cells: the reading column of the screens.
pub(super) const WIDTH: usize = 76;
/// Longest line read, in bytes; what comes after belongs to the next line. No answer is that long, and a file without
/// line ends piped in by mistake must not fill the memory.
const LONGEST_BYTES: u64 = 4096;

/// Where an activity talks and listens. `talk` and `result` are both standard output, unless a result for a program
/// is wanted: then `talk` is standard error.
pub struct Console<'a> {
    input: &'a mut dyn BufRead,
    talk: &'a mut dyn Write,
    result: &'a mut dyn Write,
    /// Longest line written, in cells; `None` for one line a paragraph.
    width: Option<usize>,
}

impl<'a> Console<'a> {
    pub fn new(input: &'a mut dyn BufRead, talk: &'a mut dyn Write, result: &'a mut dyn Write) -> Self {
        Self { input, talk, result, width: Some(WIDTH) }
    }

    /// With each paragraph on a line of its own, however long: what reads on wraps it, if it wants to.
    #[must_use]
    pub fn unwrapped(self) -> Self {
        Self { width: None, ..self }
    }

    /// The same console for a part of what goes on at it.
    pub(super) fn lent(&mut self) -> Console<'_> {
        Console { input: &mut *self.input, talk: &mut *self.talk, result: &mut *self.result, width: self.width }
    }

    /// A paragraph.
    pub(super) fn say(&mut self, text: &str) -> Result<(), PlainError> {
        self.say_after("", text)
    }

    /// A paragraph behind `marker`, its further lines indented by the marker's width.
    pub(super) fn say_after(&mut self, marker: &str, text: &str) -> Result<(), PlainError> {
        let Some(width) = self.width else {
            let line = format!("{marker}{text}");
            return writeln!(self.talk, "{}", line.trim_end()).map_err(PlainError::Output);
        };
        let indent = " ".repeat(textwrap::core::display_width(marker));
        // A word stays whole, hyphens and all: a voice spells out what is broken.
        let options = Options::new(width)
            .word_separator(WordSeparator::AsciiSpace)
            .word_splitter(WordSplitter::NoHyphenation)
            .initial_indent(marker)
            .subsequent_indent(&indent);
        writeln!(self.talk, "{}", fill(text, options)).map_err(PlainError::Output)
    }

    /// A line whose blanks mean something: code.
    pub(super) fn say_as_is(&mut self, line: &str) -> Result<(), PlainError> {
        writeln!(self.talk, "{}", line.trim_end()).map_err(PlainError::Output)
    }

    /// An empty line.
    pub(super) fn gap(&mut self) -> Result<(), PlainError> {
        self.say("")
    }

    /// A line for a program.
    pub(super) fn give(&mut self, result: &str) -> Result<(), PlainError> {
        writeln!(self.result, "{result}").and_then(|()| self.result.flush()).map_err(PlainError::Output)
    }

    /// Puts `prompt` on a line of its own, so that what follows stands alone even when no one types a line end, and
    /// reads a line. `None` is the end of input.
    pub(super) fn ask(&mut self, prompt: &str) -> Result<Option<String>, PlainError> {
        self.prompt(prompt)?;
        self.read_line()
    }

    /// Says what is asked for.
    pub(super) fn prompt(&mut self, prompt: &str) -> Result<(), PlainError> {
        self.say(prompt)?;
        self.talk.flush().map_err(PlainError::Output)
    }

    /// Reads a line. `None` is the end of input.
    pub(super) fn read_line(&mut self) -> Result<Option<String>, PlainError> {
        let mut line = Vec::new();
        let n = (&mut *self.input).take(LONGEST_BYTES).read_until(b'\n', &mut line).map_err(PlainError::Input)?;
        Ok((n > 0).then(|| tidy(&line)))
    }
}

/// What was typed, safe to be saved and shown: bytes that are no text and characters that could steer a terminal are
/// replaced. A byte order mark at the front of a piped file is no part of an answer.
fn tidy(line: &[u8]) -> String {
    let text = String::from_utf8_lossy(line);
    let text = text.trim_start_matches('\u{feff}').replace('\t', " ");
    defused(text.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(width: Option<usize>, text: &str) -> String {
        let (mut input, mut talk, mut result) = (b"".as_slice(), Vec::new(), Vec::new());
        let mut console = Console { width, ..Console::new(&mut input, &mut talk, &mut result) };
        console.say_after("- ", text).unwrap();
        String::from_utf8(talk).unwrap()
    }

    #[test]
    fn a_paragraph_is_wrapped_between_words_or_is_one_line() {
        assert_eq!(said(Some(10), "one-off two-way"), "- one-off\n  two-way\n");
        assert_eq!(said(None, "one-off two-way"), "- one-off two-way\n");
    }

    fn asked(input: &[u8]) -> (Vec<Option<String>>, String) {
        let (mut input, mut talk, mut result) = (input, Vec::new(), Vec::new());
        let mut console = Console::new(&mut input, &mut talk, &mut result);
        let lines = (0..2).map(|_| console.ask("Well?").unwrap()).collect();
        (lines, String::from_utf8(talk).unwrap())
    }

    #[test]
    fn lines_come_without_their_ends_and_the_end_of_input_is_none() {
        assert_eq!(asked(b"\xef\xbb\xbf 1\t2 \r\n").0, [Some("1 2".to_owned()), None]);
        assert_eq!(asked(b"\n").0, [Some(String::new()), None]);
    }

    #[test]
    fn what_could_steer_a_terminal_is_taken_out() {
        assert_eq!(asked(b"a\x1b[2Jb\xff").0[0].as_deref(), Some("a\u{fffd}[2Jb\u{fffd}"));
    }

    #[test]
    fn a_prompt_stands_on_a_line_of_its_own() {
        assert_eq!(asked(b"").1, "Well?\nWell?\n");
    }
}
