//! Digits with points, commas, blanks and apostrophes between: which number they are. There is one rule:
//!
//! * Groups are of three digits, after a first one of one to three that does not begin with 0. Blanks, apostrophes,
//!   commas or points part them, always the same: `1 234 567`, `1'234'567`, `1,234,567`.
//! * Where points and commas both stand, the last one is the decimal sign: `1,234.5` and `1.234,5` are one number.
//! * Where one of them stands once before exactly three digits, it is the decimal sign if the language has it, and
//!   groups otherwise: in English `1,234` is 1234 and `1.234` is between 1 and 2; in German it is the other way round.
//! * Where one stands more than once, it groups. Any other single one is the decimal sign: `1,5` is 1.5 everywhere.

use super::language::Language;

/// Digits as they were found.
pub(super) struct Numeral {
    /// With a decimal point or without; `None` where the rule makes no number of them, as in `1.2.3`.
    pub digits: Option<String>,
    /// Where they end.
    pub end: usize,
}

/// The digits from `at` in `text`, which is unified; `None` where none begin.
pub(super) fn numeral(text: &[char], at: usize, language: Language) -> Option<Numeral> {
    let (first, mut end) = run(text, at);
    if first.is_empty() && decimals(text, at).is_none() {
        return None;
    }
    let mut whole = first.clone();
    let mut grouped = None;
    while let Some(group) = group(text, end, &first, grouped) {
        grouped = text.get(end).copied();
        whole.push_str(&group);
        end += 4;
    }
    let mut rest: Vec<(char, String)> = Vec::new();
    while let Some((sign, digits)) = decimals(text, end) {
        end += 1 + digits.chars().count();
        rest.push((sign, digits));
    }
    let digits = match (grouped, rest.as_slice()) {
        (_, []) => Some(whole),
        (Some(_), [(_, digits)]) => Some(format!("{whole}.{digits}")),
        (Some(_), _) => None,
        (None, rest) => pointed(&whole, rest, language),
    };
    Some(Numeral { digits, end })
}

fn run(text: &[char], at: usize) -> (String, usize) {
    let digits: String = text.get(at..).unwrap_or_default().iter().take_while(|c| c.is_ascii_digit()).collect();
    let end = at + digits.len();
    (digits, end)
}

/// A point or comma at `at`, and the digits right behind it.
fn decimals(text: &[char], at: usize) -> Option<(char, String)> {
    let sign = text.get(at).copied().filter(|c| matches!(c, '.' | ','))?;
    let digits = run(text, at + 1).0;
    (!digits.is_empty()).then_some((sign, digits))
}

/// Three digits behind a blank or an apostrophe at `at`: the same sign as before, where there was one.
fn group(text: &[char], at: usize, first: &str, grouped: Option<char>) -> Option<String> {
    let sign = text.get(at).copied().filter(|c| matches!(c, ' ' | '\''))?;
    let digits = run(text, at + 1).0;
    (digits.len() == 3 && opens_groups(first) && grouped.is_none_or(|g| g == sign)).then_some(digits)
}

fn opens_groups(first: &str) -> bool {
    (1..=3).contains(&first.len()) && !first.starts_with('0')
}

/// Digits with points and commas.
fn pointed(whole: &str, rest: &[(char, String)], language: Language) -> Option<String> {
    let (last, groups) = rest.split_last()?;
    let whole_or_zero = if whole.is_empty() { "0" } else { whole };
    let three = |(_, digits): &(char, String)| digits.len() == 3;
    let in_groups = |of: &[(char, String)]| {
        let sign = of.first().map(|(sign, _)| *sign);
        opens_groups(whole) && of.iter().all(three) && of.iter().all(|(s, _)| Some(*s) == sign)
    };
    let run_on = |of: &[(char, String)]| of.iter().map(|(_, digits)| digits.as_str()).collect::<String>();
    if groups.is_empty() {
        let groups = three(last) && opens_groups(whole) && last.0 != language.decimal_sign();
        return Some(format!("{whole_or_zero}{}{}", if groups { "" } else { "." }, last.1));
    }
    if in_groups(rest) {
        return Some(format!("{whole}{}", run_on(rest)));
    }
    let other = groups.iter().all(|(sign, _)| *sign != last.0);
    (other && in_groups(groups)).then(|| format!("{whole}{}.{}", run_on(groups), last.1))
}
