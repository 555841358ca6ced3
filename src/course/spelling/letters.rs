//! Letters in plain form: small, without accents and strokes. Marks that make another letter in their script stay.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// `word` in small letters; Latin and Greek ones without accents and strokes, Hebrew and Arabic ones without points.
#[must_use]
pub fn plain(word: &str) -> String {
    folded(word, |_, _| None, stroked)
}

/// The same, with letters that are also written as two: `ü` is `ue`, `å` is `aa`, `ø` is `oe`.
pub(super) fn in_two(word: &str) -> String {
    let mark = |base: char, mark: char| match (base, mark) {
        ('a' | 'o' | 'u', '\u{308}') => Some('e'),
        ('a', '\u{30a}') => Some('a'),
        _ => None,
    };
    let letter = |c: char| match c {
        'ø' => Some("oe"),
        'ŋ' => Some("ng"),
        c => stroked(c),
    };
    folded(word, mark, letter)
}

fn folded(
    word: &str,
    second: impl Fn(char, char) -> Option<char>,
    letter: impl Fn(char) -> Option<&'static str>,
) -> String {
    let mut base = ' ';
    let mut plain = String::with_capacity(word.len());
    for c in word.nfkd().flat_map(char::to_lowercase) {
        if is_combining_mark(c) {
            match second(base, c) {
                Some(letter) => plain.push(letter),
                None if is_kept(base, c) => plain.push(c),
                None => {}
            }
            continue;
        }
        base = c;
        match letter(c) {
            Some(letters) => plain.push_str(letters),
            None => plain.push(c),
        }
    }
    plain.nfc().collect()
}

/// Letters that Unicode does not take apart, as they are written without their stroke or as two (CLDR, Latin-ASCII).
fn stroked(c: char) -> Option<&'static str> {
    Some(match c {
        'ł' | 'ƚ' | 'ɫ' => "l",
        'ø' => "o",
        'đ' | 'ð' | 'ɗ' | 'ɖ' => "d",
        'ħ' => "h",
        'ŧ' | 'ƭ' => "t",
        'ƀ' | 'ɓ' => "b",
        'ɨ' | 'ı' => "i",
        'ʉ' => "u",
        'ǥ' => "g",
        'ƙ' => "k",
        'ƶ' => "z",
        'ɍ' => "r",
        'ɏ' | 'ƴ' => "y",
        'ɉ' | 'ȷ' => "j",
        'ɇ' => "e",
        'ŋ' | 'ɲ' => "n",
        'ĸ' => "q",
        'æ' => "ae",
        'œ' => "oe",
        'ß' => "ss",
        'þ' => "th",
        'ς' => "σ",
        _ => return None,
    })
}

/// Whether `mark` makes another letter of `base`, or means something over what is no letter (`≠`).
fn is_kept(base: char, mark: char) -> bool {
    match u32::from(base) {
        // Greek and Latin: accents, breathings, umlauts.
        0x41..=0x24f | 0x250..=0x2af | 0x370..=0x3ff | 0x1e00..=0x1fff if base.is_alphabetic() => false,
        // Cyrillic: stress is for dictionaries and ё is mostly written е; й, ї, ў, ѓ, ќ are letters.
        0x400..=0x52f => match mark {
            '\u{300}' | '\u{301}' => matches!(base, 'г' | 'к'),
            '\u{308}' => base != 'е',
            _ => true,
        },
        // Hebrew and Arabic: vowels are for learners and scripture; hamza and madda are letters.
        0x590..=0x5ff => !('\u{591}'..='\u{5c7}').contains(&mark),
        0x600..=0x6ff | 0x750..=0x77f => {
            !matches!(mark, '\u{64b}'..='\u{652}' | '\u{656}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}')
        }
        _ => true,
    }
}

/// Whether `c` is of a script in which words are rows of letters with blanks between, so that one of them can slip.
#[must_use]
pub fn is_alphabetic_script(c: char) -> bool {
    matches!(u32::from(c), 0x61..=0x24f | 0x250..=0x2af | 0x370..=0x52f | 0x531..=0x587 | 0x10a0..=0x10ff | 0x1e00..=0x1fff)
}
