//! Keys of other keyboards as those of ours that stand in the same place, so that commands work whatever the layout is.

use crossterm::event::{KeyCode, KeyEvent};

/// Rows of letters of other layouts, each beside ours.
const ROWS: [(&str, &str); 8] = [
    // Russian, and what Ukrainian and Belarusian have in other places.
    ("йцукенгшщзхъфывапролджэячсмитьбюё", "qwertyuiop[]asdfghjkl;'zxcvbnm,.`"),
    ("іїєґў", "s]'\\o"),
    ("ςερτυθιοπασδφγηξκλζχψωβνμ", "wertyuiopasdfghjklzxcvbnm"),
    ("קראטוןםפשדגכעיחלךףזסבהנמצתץ", "ertyuiopasdfghjkl;zxcvbnm,."),
    ("ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظ", "qwertyuiop[]asdfghjkl;'zxcvnm,./"),
    ("ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡ", "qwertyuiopasdfghjklzxcvbnm"),
    // The row of digits where Shift is needed for them: French and Czech.
    ("éèçà", "2790"),
    ("ěščřžýáí", "23456789"),
];

/// Signs on the French row of digits, and the Czech plus, that are ours as well.
const SIGNS: (&str, &str) = ("&\"'(-_+", "1345681");

/// `key` as a command: its Latin letter or digit, where it has one.
pub(super) fn command(key: KeyEvent) -> KeyEvent {
    match key.code {
        KeyCode::Char(c) if !c.is_ascii() => KeyEvent { code: KeyCode::Char(latin(c)), ..key },
        _ => key,
    }
}

/// What `key` may mean where it stands for nothing as it is: a small letter under Caps Lock, or a digit without Shift.
pub(super) fn instead(key: KeyEvent) -> Option<KeyEvent> {
    let KeyCode::Char(c) = key.code else { return None };
    let small = c.is_ascii_uppercase().then(|| c.to_ascii_lowercase());
    let meant = small.or_else(|| beside(c, SIGNS.0, SIGNS.1))?;
    Some(KeyEvent { code: KeyCode::Char(meant), ..key })
}

/// Whether `key` is a letter that no command can be.
pub(super) fn is_foreign(key: KeyEvent) -> bool {
    matches!(key.code, KeyCode::Char(c) if !c.is_ascii() && c.is_alphabetic() && !latin(c).is_ascii())
}

fn latin(c: char) -> char {
    let small = c.to_lowercase().next().unwrap_or(c);
    let wide = u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).filter(char::is_ascii_graphic);
    let digit = digit(c);
    let found = ROWS.iter().find_map(|(theirs, ours)| beside(small, theirs, ours));
    let found = found.map(|ours| if small == c { ours } else { ours.to_ascii_uppercase() });
    wide.or(digit).or(found).unwrap_or(c)
}

/// Arabic and Persian digits.
fn digit(c: char) -> Option<char> {
    let zero = [0x660_u32, 0x6f0].into_iter().find(|zero| (*zero..zero + 10).contains(&u32::from(c)))?;
    char::from_digit(u32::from(c) - zero, 10)
}

fn beside(c: char, theirs: &str, ours: &str) -> Option<char> {
    theirs.chars().zip(ours.chars()).find(|(t, _)| *t == c).map(|(_, o)| o)
}

#[cfg(test)]
mod tests {
    use crossterm::event::KeyModifiers;

    use super::*;

    #[test]
    fn letters_are_commands_by_their_place() {
        let as_command = |c| command(KeyEvent::new(KeyCode::Char(c), KeyModifiers::NONE)).code;
        for (theirs, ours) in [
            ('й', 'q'),
            ('Й', 'Q'),
            ('г', 'u'),
            ('і', 's'),
            ('κ', 'k'),
            ('ש', 'a'),
            ('ㅂ', 'q'),
            ('é', '2'),
            ('٣', '3'),
            ('ａ', 'a'),
        ] {
            assert_eq!(as_command(theirs), KeyCode::Char(ours), "{theirs}");
        }
        assert!(is_foreign(KeyEvent::new(KeyCode::Char('ก'), KeyModifiers::NONE)));
        for (theirs, ours) in ROWS {
            assert_eq!(theirs.chars().count(), ours.chars().count(), "{theirs}");
        }
    }
}
