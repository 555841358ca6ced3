//! Names of keys, as they are written in the settings and shown on screens: `x`, `space`, `Ctrl-x`, `F5`.

use crossterm::event::KeyCode;

use crate::ui::keys::Chord;

/// The key that is written so.
///
/// # Errors
/// Says which keys can be chosen.
pub fn read_key(written: &str) -> Result<Chord, String> {
    let written = written.trim();
    let refused = |why: &str| Err(format!("`{}` {why}", crate::course::model::text::in_one_line(written)));
    let lower = written.to_lowercase();
    if lower == "space" {
        return Ok(Chord::Char(' '));
    }
    if let Some(letter) = lower.strip_prefix("ctrl-").or_else(|| lower.strip_prefix("ctrl+")) {
        return match one(letter) {
            Some('c' | 'z') => refused("ends or suspends the program"),
            // What terminals send for them is Tab, Enter and Backspace.
            Some('h' | 'i' | 'j' | 'm') => refused("cannot be told from Tab, Enter or Backspace by a terminal"),
            Some(c) if c.is_ascii_lowercase() => Ok(Chord::Ctrl(c)),
            _ => refused("is no key: write Ctrl- and a letter"),
        };
    }
    let number = lower.strip_prefix('f').and_then(|n| n.parse().ok());
    if let Some(n) = number.filter(|n| (1..=12).contains(n)) {
        return Ok(Chord::Code(KeyCode::F(n)));
    }
    match one(written) {
        Some(c) if c.is_ascii_digit() => refused("is taken: digits pick and count"),
        // Letters of other scripts stand for those in the same place of the keyboard.
        Some(c) if c.is_ascii_graphic() => Ok(Chord::Char(c)),
        _ => refused("is no key: write a letter or a sign, space, Ctrl-x or F1 to F12"),
    }
}

fn one(text: &str) -> Option<char> {
    let mut letters = text.chars();
    letters.next().filter(|_| letters.next().is_none())
}

/// As screens show it.
#[must_use]
pub fn key_name(key: Chord) -> String {
    match key {
        Chord::Char(' ') => "space".to_owned(),
        Chord::Char(c) => c.to_string(),
        Chord::Ctrl(c) => format!("Ctrl-{}", c.to_ascii_uppercase()),
        Chord::Code(KeyCode::F(n)) => format!("F{n}"),
        Chord::Code(code) | Chord::Shift(code) => format!("{code}"),
    }
}
