//! Reading a number that somebody typed. There is one rule, and it is here:
//!
//! * A sign, digits with a decimal point or comma, a power of ten (`1.5e3`, `1.5 × 10^3`, `1.5*10^3`) or a fraction
//!   (`3/4`), then a unit or nothing. `−` is a minus sign like `-`.
//! * Blanks and apostrophes between groups of three digits are left out: `1 234 567`, `1'234'567`.
//! * Where both signs stand, the last one is the decimal sign: `1,234.5` and `1.234,5` are the same number.
//! * Where one of them stands once before exactly three digits, it is the decimal sign if the language has it, and groups
//!   otherwise: in English `1,234` is 1234 and `1.234` is between 1 and 2; in German it is the other way round.
//! * Where one stands more than once, it groups. Any other single sign is the decimal sign: `1,5` is 1.5 everywhere.
//! * A unit may be left out; another unit than the one that is asked for makes the answer wrong. Blanks, case and the
//!   form of exponents (`m²`, `m2`, `m^2`) do not count in it.

use super::short_answer::Language;

/// A number and what stood behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Quantity {
    pub value: f64,
    /// Folded; empty when there was none.
    unit: String,
}

impl Quantity {
    /// Reads `text`; `None` when it does not begin with a number.
    #[must_use]
    pub fn read(text: &str, language: Language) -> Option<Self> {
        let text: Vec<char> = text.trim().chars().map(plain_sign).collect();
        let (sign, at) = match text.first()? {
            '-' => (-1.0, 1),
            '+' => (1.0, 1),
            _ => (1.0, 0),
        };
        let (digits, mut at) = digits(&text, at);
        let mut value = decimal(&digits, language)?;
        if text.get(at) == Some(&'/') {
            let (below, end) = self::digits(&text, at + 1);
            let below = decimal(&below, language).filter(|b| *b != 0.0)?;
            (value, at) = (value / below, end);
        }
        let (power, at) = power(&text, at);
        let unit: String = text.get(at..)?.iter().collect();
        let value = sign * value * 10f64.powi(power);
        value.is_finite().then(|| Self { value, unit: folded_unit(&unit) })
    }

    /// Whether it is a number of `unit`, or of no unit.
    #[must_use]
    pub fn is_of(&self, unit: Option<&str>) -> bool {
        self.unit.is_empty() || unit.is_some_and(|unit| folded_unit(unit) == self.unit)
    }
}

fn plain_sign(c: char) -> char {
    match c {
        '\u{2212}' | '\u{2013}' => '-',
        '\u{a0}' | '\u{202f}' | '\u{2009}' => ' ',
        '\u{2019}' => '\'',
        c => c,
    }
}

/// Digits, points and commas from `at`, the blanks and apostrophes between groups left out, and where they end.
fn digits(text: &[char], mut at: usize) -> (String, usize) {
    let mut found = String::new();
    let group = |from: usize| text.get(from..from + 3).is_some_and(|g| g.iter().all(char::is_ascii_digit));
    let ends = |from: usize| text.get(from + 3).is_none_or(|c| !c.is_ascii_digit());
    while let Some(&c) = text.get(at) {
        match c {
            '0'..='9' => found.push(c),
            '.' | ',' if text.get(at + 1).is_some_and(char::is_ascii_digit) => found.push(c),
            ' ' | '\'' if !found.is_empty() && group(at + 1) && ends(at + 1) => {}
            _ => break,
        }
        at += 1;
    }
    (found, at)
}

/// The value of digits with points and commas.
fn decimal(digits: &str, language: Language) -> Option<f64> {
    let (points, commas) = (digits.matches('.').count(), digits.matches(',').count());
    let sign = match (points, commas) {
        (0, 0) => None,
        (1, 0) | (0, 1) => {
            let sign = if points == 1 { '.' } else { ',' };
            let groups = digits.rsplit(sign).next().is_some_and(|d| d.len() == 3) && !digits.starts_with('0');
            let own = if language.has_decimal_point() { '.' } else { ',' };
            (sign == own || !groups).then_some(sign)
        }
        (_, 0) | (0, _) => None,
        _ => digits.chars().rfind(|c| matches!(c, '.' | ',')).filter(|last| digits.matches(*last).count() == 1),
    };
    let bare: String = digits
        .chars()
        .filter_map(|c| match c {
            c if Some(c) == sign => Some('.'),
            '.' | ',' => None,
            digit => Some(digit),
        })
        .collect();
    bare.parse().ok()
}

/// The power of ten from `at`, 0 without one, and where it ends.
fn power(text: &[char], at: usize) -> (i32, usize) {
    let rest: String = text.get(at..).unwrap_or_default().iter().collect();
    let bare = rest.trim_start();
    let marks = ["e", "E", "×10^", "× 10^", "*10^", "* 10^", "x10^", "x 10^"];
    let number = marks.iter().filter_map(|mark| bare.strip_prefix(mark)).find_map(|after| {
        let long =
            after.char_indices().take_while(|&(i, c)| c.is_ascii_digit() || i == 0 && matches!(c, '-' | '+')).count();
        after[..long].parse::<i32>().ok().filter(|p| p.abs() < 400).map(|p| (p, after.len() - long))
    });
    number.map_or((0, at), |(power, left)| (power, text.len() - rest_chars(&rest, left)))
}

/// How many characters the last `bytes` of `rest` are.
fn rest_chars(rest: &str, bytes: usize) -> usize {
    rest[rest.len() - bytes..].chars().count()
}

fn folded_unit(unit: &str) -> String {
    let plain = |c: char| match c {
        '²' => '2',
        '³' => '3',
        '·' => '*',
        c => c,
    };
    unit.chars().map(plain).filter(|c| !c.is_whitespace() && *c != '^').flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn reads(text: &str, tag: &str, value: f64) {
        let read = Quantity::read(text, Language::of_tag(tag)).map(|q| q.value);
        assert!(read.is_some_and(|v| (v - value).abs() <= 1e-12 * value.abs()), "{text} in {tag}: {read:?}");
    }

    #[test]
    fn the_rule() {
        reads("42", "en", 42.0);
        reads("−7,5", "en", -7.5);
        reads("+.5", "en", 0.5);
        reads("1 234 567", "fr", 1_234_567.0);
        reads("1'234.5", "en", 1234.5);
        reads("1,234.5", "en", 1234.5);
        reads("1.234,5", "en", 1234.5);
        reads("1,234", "en", 1234.0);
        reads("1,234", "de", 1.234);
        reads("1.234", "en", 1.234);
        reads("1.234", "de", 1234.0);
        reads("0,125", "en", 0.125);
        reads("1.234.567", "en", 1_234_567.0);
        reads("3/4", "en", 0.75);
        reads("1.5e3", "en", 1500.0);
        reads("1.5 × 10^-3", "en", 0.0015);
        reads("12 m", "en", 12.0);
    }

    #[test]
    fn what_is_no_number() {
        for text in ["", "about 3", "m 3", "-", "1/0", "e5"] {
            assert_eq!(Quantity::read(text, Language::English), None, "{text}");
        }
    }

    #[test]
    fn units_are_left_out_or_right() {
        let of = |text: &str, unit| Quantity::read(text, Language::English).is_some_and(|q| q.is_of(unit));
        assert!(of("9.81", Some("m/s²")) && of("9.81 M/s^2", Some("m/s²")) && of("9.81m/s2", Some("m/s²")));
        assert!(!of("9.81 m", Some("m/s²")) && !of("9 kg", None));
    }
}
