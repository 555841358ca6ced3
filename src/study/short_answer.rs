//! Judging a typed answer: folding away what does not matter, forgiving one slip, never between rival answers.
//! What does not matter follows the language: its articles and the words of its numbers.

mod language;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

pub use language::Language;

/// Longest word, in letters, in which no slip is forgiven.
const LONGEST_STRICT_WORD: usize = 5;

/// How a typed answer was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpellingMatch {
    /// As it is accepted.
    Exactly,
    /// With one slip forgiven.
    WithASlip,
    /// It is the rival answer with this number.
    Rival(usize),
    Wrong,
}

/// Judges `typed`, in English, against what is accepted and the rivals that a slip must not cross to.
#[must_use]
pub fn judge(typed: &str, accept: &[&str], rivals: &[&str]) -> SpellingMatch {
    judge_in(Language::English, typed, accept, rivals)
}

/// The same in any language.
#[must_use]
pub fn judge_in(language: Language, typed: &str, accept: &[&str], rivals: &[&str]) -> SpellingMatch {
    let typed = fold(typed, language);
    if typed.is_empty() {
        return SpellingMatch::Wrong;
    }
    let folded = |texts: &[&str]| texts.iter().map(|t| fold(t, language)).collect::<Vec<_>>();
    let (accept, rivals) = (folded(accept), folded(rivals));
    if accept.contains(&typed) {
        return SpellingMatch::Exactly;
    }
    if let Some(rival) = rivals.iter().position(|r| r == &typed) {
        return SpellingMatch::Rival(rival);
    }
    let near_rival = rivals.iter().any(|r| forgivable(&typed, r));
    if !near_rival && accept.iter().any(|a| forgivable(&typed, a)) {
        SpellingMatch::WithASlip
    } else {
        SpellingMatch::Wrong
    }
}

/// Words alike whatever their case, accents, hyphens, dots, articles and kind of number: "Track II" = "track 2" = "track two".
fn fold(text: &str, language: Language) -> Vec<String> {
    let text = text.replace("1½", " 1.5 ").replace('½', " 1 2 ");
    let bare: String = text.nfkd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase).collect();
    let kept: String = bare.chars().map(|c| if keeps(c) { c } else { ' ' }).filter(|&c| c != '\'').collect();
    let words: Vec<String> =
        kept.split_whitespace().map(|w| language.number(w.trim_matches('.'))).filter(|w| !w.is_empty()).collect();
    let numbered = language.half(words);
    let words = numbered.iter().filter(|w| !language.is_article(w)).cloned().collect::<Vec<_>>();
    if words.is_empty() { numbered } else { words }
}

/// A dot stays for "1.5"; an apostrophe is dropped rather than made a blank ("Sant'Egidio").
fn keeps(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '\'')
}

/// Whether `typed` is `right` but for one slip in one word of over five letters. Numbers are never forgiven.
fn forgivable(typed: &[String], right: &[String]) -> bool {
    if typed.len() != right.len() {
        return false;
    }
    let mut unlike = typed.iter().zip(right).filter(|(t, r)| t != r);
    let (Some((t, r)), None) = (unlike.next(), unlike.next()) else { return false };
    r.chars().count() > LONGEST_STRICT_WORD && !r.chars().any(|c| c.is_ascii_digit()) && one_slip(t, r)
}

/// One letter too many, too few or wrong, or two neighbours swapped (Damerau 1964).
fn one_slip(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let front = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (a, b) = (&a[front..], &b[front..]);
    match a.len().cmp(&b.len()) {
        std::cmp::Ordering::Less => b.len() == a.len() + 1 && a == &b[1..],
        std::cmp::Ordering::Greater => a.len() == b.len() + 1 && &a[1..] == b,
        std::cmp::Ordering::Equal if a.is_empty() => true,
        std::cmp::Ordering::Equal => {
            a[1..] == b[1..] || (a.len() > 1 && a[0] == b[1] && a[1] == b[0] && a[2..] == b[2..])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn judged(typed: &str, accept: &str, rivals: &[&str], taken: SpellingMatch) {
        assert_eq!(judge(typed, &[accept], rivals), taken);
    }

    #[test]
    fn numerals_are_one_number() {
        for typed in ["Track II", "track 2", "track two", "TRACK-TWO", "  Track  Two. "] {
            judged(typed, "Track Two", &[], SpellingMatch::Exactly);
        }
        for typed in ["1.5", "one and a half", "1½", "track 1.5", "Track One and a Half", "1,5"] {
            assert_eq!(judge(typed, &["1.5", "Track 1.5"], &[]), SpellingMatch::Exactly, "{typed}");
        }
    }

    #[test]
    fn accents_case_articles_and_apostrophes_are_folded() {
        judged("cuhadar", "Çuhadar", &[], SpellingMatch::Exactly);
        judged("the santegidio", "Sant'Egidio", &[], SpellingMatch::Exactly);
    }

    #[test]
    fn one_slip_is_forgiven_in_a_long_word() {
        judged("Montvile", "Montville", &[], SpellingMatch::WithASlip);
        judged("Montvlile", "Montville", &[], SpellingMatch::WithASlip);
        judged("Montvle", "Montville", &[], SpellingMatch::Wrong);
        judged("Asle", "Aste", &[], SpellingMatch::Wrong);
    }

    #[test]
    fn a_slip_never_crosses_to_a_rival() {
        judged("1996", "1991", &["1996"], SpellingMatch::Rival(0));
        judged("1992", "1991", &["1996"], SpellingMatch::Wrong);
        judged("formal", "informal", &["formal"], SpellingMatch::Rival(0));
        judged("mediations", "mediation", &["meditation"], SpellingMatch::WithASlip);
        judged("meditaton", "mediation", &["meditation"], SpellingMatch::Wrong);
    }

    #[track_caller]
    fn same_in(tag: &str, typed: &str, accept: &str, same: bool) {
        let taken = judge_in(Language::of_tag(tag), typed, &[accept], &[]);
        assert_eq!(taken == SpellingMatch::Exactly, same, "{tag}: {typed} for {accept}");
    }

    #[test]
    fn articles_and_numbers_follow_the_language() {
        same_in("en-GB", "the harbour", "harbour", true);
        same_in("de", "der Hafen", "Hafen", true);
        same_in("de-AT", "Kapitel zwei", "Kapitel II", true);
        same_in("de", "the Hafen", "Hafen", false);
        same_in("fr", "le port", "port", true);
        same_in("es", "el puerto", "puerto", true);
        same_in("fi", "a satama", "satama", false);
        same_in("fi", "two", "2", false);
        same_in("fi", "ÄÄNI", "ääni", true);
    }

    #[test]
    fn nothing_typed_is_wrong() {
        judged("  - ", "the", &[], SpellingMatch::Wrong);
    }
}
