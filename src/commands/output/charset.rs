//! Which characters lines are written in. A locale of ASCII gets ASCII: a terminal or a voice of that locale would show
//! or read anything else as several wrong characters.

use deunicode::deunicode_with_tofu;

use crate::commands::app::{is_ascii, locale};

/// The characters of what is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::commands) enum Charset {
    Unicode,
    /// Words for everything else: `section 3`, `Lodz`, `->`.
    Ascii,
    /// JSON in ASCII: everything else by its number, so that whoever decodes it loses nothing.
    AsciiJson,
}

impl Charset {
    pub(in crate::commands) fn of_the_locale() -> Self {
        if is_ascii(locale().as_deref()) { Self::Ascii } else { Self::Unicode }
    }

    pub(super) fn in_json(self) -> Self {
        match self {
            Self::Unicode => Self::Unicode,
            Self::Ascii | Self::AsciiJson => Self::AsciiJson,
        }
    }

    /// `text` in these characters; `None` where it is in them already.
    pub(super) fn set(self, text: &str) -> Option<String> {
        match self {
            _ if text.is_ascii() => None,
            Self::Unicode => None,
            Self::Ascii => Some(deunicode_with_tofu(&with_own_stand_ins(text), "?")),
            Self::AsciiJson => Some(text.chars().map(escaped).collect()),
        }
    }
}

/// Where the usual stand-in would say too little, or something else.
fn with_own_stand_ins(text: &str) -> String {
    let mut set = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '§' => set.push_str("section "),
            '·' => set.push('-'),
            '→' => set.push_str("->"),
            '←' => set.push_str("<-"),
            '✓' => set.push('+'),
            '✗' => set.push('x'),
            '\u{fffd}' => set.push('?'),
            c => set.push(c),
        }
    }
    set.replace("section  ", "section ")
}

fn escaped(c: char) -> String {
    if c.is_ascii() {
        return c.to_string();
    }
    let mut units = [0; 2];
    c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_an_ascii_locale_are_ascii() {
        for (text, set) in [
            ("§3 · “Łódź” → naïve…", "section 3 - \"Lodz\" -> naive..."),
            ("1957–1987, ½ − 1", "1957-1987, 1/2 - 1"),
            ("✓ ok \u{fffd}", "+ ok ?"),
        ] {
            assert_eq!(Charset::Ascii.set(text).as_deref(), Some(set));
        }
        assert!(Charset::Ascii.set("外交 이름 שלום 😀").is_some_and(|set| set.is_ascii()));
        assert_eq!((Charset::Ascii.set("plain"), Charset::Unicode.set("§")), (None, None));
    }

    #[test]
    fn json_of_an_ascii_locale_decodes_to_what_it_was() {
        let json = serde_json::to_string("“外交” 😀").unwrap();
        let set = Charset::AsciiJson.set(&json).unwrap();
        assert!(set.is_ascii(), "{set}");
        assert_eq!(serde_json::from_str::<String>(&set).unwrap(), "“外交” 😀");
    }
}
