//! Reading a number that somebody typed, with its unit. There is one rule, and it is here:
//!
//! * A sign, digits as `numeral` reads them, a power of ten (`1.5e3`, `1.5 × 10^3`, `1.5*10³`) or a fraction (`3/4`,
//!   `1 3/4`) or a word up to twelve, then a unit or nothing. A currency may stand before the digits.
//! * A unit may be left out; another unit than the one that is asked for makes the answer wrong. Blanks, case and the
//!   form of exponents (`m²`, `m2`, `m^2`) do not count in it,
//!   but `mW` is not `MW`. A stop at the end is that of the sentence.

use unicode_normalization::char::is_combining_mark;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

use super::language::Language;
use super::letters::plain;
use super::numeral::numeral;
use super::signs::unified;

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
        let text: Vec<char> = unified(text).replace("**", "^").replace(" ^", "^").replace("^ ", "^").chars().collect();
        let (sign, at) = sign(&text, 0);
        let (currency, at) = currency(&text, at);
        let (sign, at) = if at > 0 && sign > 0.0 { self::sign(&text, at) } else { (sign, at) };
        let (digits, at) = digits(&text, at, language)?;
        let (digits, at) = raised(&text, digits, at);
        let (value, at) = fraction(&text, digits, at, language)?;
        let (power, at) = power(&text, at);
        let unit: String = text.get(at..)?.iter().collect();
        let value = sign * value * 10f64.powi(power);
        let unit = if currency.is_empty() { unit } else { currency + &unit };
        value.is_finite().then(|| Self { value, unit: folded_unit(&unit) })
    }

    /// Whether it is a number of `unit`, or of no unit.
    #[must_use]
    pub fn is_of(&self, unit: Option<&str>) -> bool {
        self.unit.is_empty() || unit.is_some_and(|unit| is_same_unit(&folded_unit(unit), &self.unit))
    }
}

fn sign(text: &[char], at: usize) -> (f64, usize) {
    let sign = match text.get(at) {
        Some('-') => -1.0,
        Some('+') => 1.0,
        _ => return (1.0, at),
    };
    (sign, at + 1 + usize::from(text.get(at + 1) == Some(&' ')))
}

/// The signs of a currency before the digits: `$5`, `€ 5`.
fn currency(text: &[char], at: usize) -> (String, usize) {
    let is_currency = |c: &&char| c.general_category() == GeneralCategory::CurrencySymbol;
    let signs: String = text.get(at..).unwrap_or_default().iter().take_while(is_currency).collect();
    let end = at + signs.chars().count();
    let blank = !signs.is_empty() && text.get(end) == Some(&' ');
    (signs, end + usize::from(blank))
}

fn digits(text: &[char], at: usize, language: Language) -> Option<(f64, usize)> {
    if let Some(spelled) = spelled(text, at, language) {
        return Some(spelled);
    }
    let found = numeral(text, at, language)?;
    Some((found.digits?.parse().ok()?, found.end))
}

/// A number up to twelve in words: `five`.
fn spelled(text: &[char], at: usize, language: Language) -> Option<(f64, usize)> {
    let word: String = text.get(at..)?.iter().take_while(|c| c.is_alphabetic() || is_combining_mark(**c)).collect();
    let number = language.spelled_number(&plain(&word))?;
    Some((f64::from(number), at + word.chars().count()))
}

/// `value` to the whole power behind it: `10^6`.
fn raised(text: &[char], value: f64, at: usize) -> (f64, usize) {
    let rest: String = text.get(at..).unwrap_or_default().iter().collect();
    let power = rest.strip_prefix('^').and_then(whole);
    power.map_or((value, at), |(power, left)| (value.powi(power), text.len() - rest_chars(&rest, left)))
}

/// The whole number at the head of `text`, and how many bytes are left behind it.
fn whole(text: &str) -> Option<(i32, usize)> {
    let is_in = |&(i, c): &(usize, char)| c.is_ascii_digit() || i == 0 && matches!(c, '-' | '+');
    let long = text.char_indices().take_while(is_in).count();
    text[..long].parse::<i32>().ok().filter(|p| p.abs() < 400).map(|p| (p, text.len() - long))
}

/// `value` with the fraction that it is the top of, or that stands behind it.
fn fraction(text: &[char], value: f64, at: usize, language: Language) -> Option<(f64, usize)> {
    let below = |at: usize| match text.get(at) {
        Some('/') => digits(text, at + 1, language),
        _ => None,
    };
    if let Some((below, end)) = below(at) {
        return (below != 0.0).then(|| (value / below, end));
    }
    let behind = (text.get(at) == Some(&' ')).then(|| digits(text, at + 1, language)).flatten();
    let mixed = behind.and_then(|(above, end)| below(end).filter(|(b, _)| *b != 0.0).map(|(b, end)| (above / b, end)));
    Some(mixed.map_or((value, at), |(part, end)| (value + part, end)))
}

/// The power of ten from `at`, 0 without one, and where it ends.
fn power(text: &[char], at: usize) -> (i32, usize) {
    let rest: String = text.get(at..).unwrap_or_default().iter().collect();
    let bare = rest.trim_start();
    let times =
        ["*", "·", "x", "X"].into_iter().find_map(|sign| bare.strip_prefix(sign)?.trim_start().strip_prefix("10^"));
    let number = times.into_iter().chain(["e", "E"].into_iter().filter_map(|e| bare.strip_prefix(e))).find_map(whole);
    number.map_or((0, at), |(power, left)| (power, text.len() - rest_chars(&rest, left)))
}

/// How many characters the last `bytes` of `rest` are.
fn rest_chars(rest: &str, bytes: usize) -> usize {
    rest[rest.len() - bytes..].chars().count()
}

/// A unit without blanks, signs of powers and the stop of a sentence; a blank between two symbols multiplies (`N m`).
fn folded_unit(unit: &str) -> String {
    let unit = unified(unit);
    let unit = unit.trim().trim_end_matches(['.', ' ']).replace('·', "*").replace(" * ", "*");
    let chars: Vec<char> = unit.chars().collect();
    let letter = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(|c| c.is_alphabetic());
    let one = |at: usize| match chars[at] {
        ' ' if letter(at.checked_sub(1)) && letter(Some(at + 1)) => Some('*'),
        c if c.is_whitespace() || c == '^' => None,
        c => Some(c),
    };
    (0..chars.len()).filter_map(one).collect()
}

/// Whether both are the same unit. Case does not matter, but in a prefix of the SI that is another in capitals: `mW`, `MW`.
fn is_same_unit(asked: &str, typed: &str) -> bool {
    asked.to_lowercase() == typed.to_lowercase() && !has_another_prefix(asked, typed)
}

/// Symbols of units that take prefixes, in small letters.
const PREFIXED: [&str; 25] = [
    "m", "g", "s", "a", "w", "v", "hz", "pa", "j", "n", "ω", "f", "h", "t", "ev", "l", "b", "wh", "bit", "bq", "gy",
    "sv", "k", "mol", "cd",
];

fn has_another_prefix(asked: &str, typed: &str) -> bool {
    let prefix = |unit: &str| unit.chars().next().filter(|c| matches!(c, 'm' | 'M' | 'p' | 'P'));
    let symbol: String = asked.chars().skip(1).take_while(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let (capitals, small) = (typed.to_uppercase() == typed, typed.to_lowercase() == typed);
    // In capitals only, or in small letters only, case says nothing; but not where all else is as it was asked.
    let is_told = asked.chars().skip(1).eq(typed.chars().skip(1)) || !capitals && !small;
    prefix(asked) != prefix(typed) && PREFIXED.contains(&symbol.as_str()) && is_told
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
        reads("1⅓", "en", 4.0 / 3.0);
        reads("10⁶", "en", 1e6);
        reads("1,5·10³", "de", 1500.0);
        reads("1.5X10^3", "en", 1500.0);
        reads("1.5 * 10 ^ 3", "en", 1500.0);
        reads("1.5×10**3", "en", 1500.0);
        reads("five years", "en", 5.0);
        reads("zwölf", "de", 12.0);
    }

    #[test]
    fn what_is_no_number() {
        for text in ["", "about 3", "m 3", "-", "1/0", "e5"] {
            assert_eq!(Quantity::read(text, Language::ENGLISH), None, "{text}");
        }
    }

    #[test]
    fn units_are_left_out_or_right() {
        let of = |text: &str, unit| Quantity::read(text, Language::ENGLISH).is_some_and(|q| q.is_of(unit));
        assert!(of("9.81", Some("m/s²")) && of("9.81 M/s^2", Some("m/s²")) && of("9.81m/s2", Some("m/s²")));
        assert!(!of("9.81 m", Some("m/s²")) && !of("9 kg", None));
        assert!(of("5.", None) && of("5 m.", Some("m")) && of("20 ºC", Some("°C")) && of("4 N⋅m", Some("N·m")));
        assert!(of("4 N m", Some("N·m")) && of("5 m s^-1", Some("m·s⁻¹")) && !of("4 ms", Some("m·s")));
    }

    #[test]
    fn a_prefix_in_capitals_is_another() {
        let of = |text: &str, unit| Quantity::read(text, Language::ENGLISH).is_some_and(|q| q.is_of(Some(unit)));
        assert!(!of("5 mW", "MW") && !of("5 Mm", "mm") && !of("5 pA", "Pa"));
        assert!(of("5 KM", "km") && of("5 MM", "mm") && of("5 Min", "min") && of("5 Kg", "kg") && of("5 mw", "mW"));
    }
}
