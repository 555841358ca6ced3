//! Judging a typed answer: the same answer in other spelling is right ([`Spelling`] says when it is the same), and one
//! slip is forgiven, never between answers that are told apart.

use crate::course::spelling::{Language, Spelling, is_alphabetic_script};

/// Longest word, in letters, in which no slip is forgiven.
const LONGEST_STRICT_WORD: usize = 5;

/// How a typed answer was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpellingMatch {
    /// As it is accepted.
    Exactly,
    /// With one slip forgiven.
    WithASlip,
    /// It is a rival answer.
    Rival,
    Wrong,
}

/// What an answer that was foreseen is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreknown {
    /// It earns this much; a slip can be forgiven.
    Accepted(u16),
    /// It is wrong, and told so.
    Rival,
    /// It answers something else: a slip is no way to it.
    Elsewhere,
}

/// An answer that was foreseen.
#[derive(Clone, Copy, Debug)]
pub struct Foreseen<'a> {
    pub text: &'a str,
    pub standing: Foreknown,
}

/// How `typed` is taken, and the number of the answer that it is.
#[must_use]
pub fn judge(language: Language, typed: &str, answers: &[Foreseen<'_>]) -> (SpellingMatch, Option<usize>) {
    let typed = Spelling::new(typed, language);
    if typed.is_empty() {
        return (SpellingMatch::Wrong, None);
    }
    let spelled: Vec<(Spelling, Foreknown)> =
        answers.iter().map(|a| (Spelling::new(a.text, language), a.standing)).collect();
    let find = |is: &dyn Fn(&Spelling) -> bool, accepted: bool| {
        let fits = |(spelling, standing): &(Spelling, Foreknown)| {
            let stands =
                if accepted { matches!(standing, Foreknown::Accepted(_)) } else { *standing == Foreknown::Rival };
            stands && is(spelling)
        };
        spelled.iter().position(fits)
    };
    let closely = |s: &Spelling| s.is_closely(&typed);
    let same = |s: &Spelling| s.is_same(&typed);
    for is in [&closely as &dyn Fn(&Spelling) -> bool, &same] {
        for (accepted, taken) in [(true, SpellingMatch::Exactly), (false, SpellingMatch::Rival)] {
            if let Some(at) = find(is, accepted) {
                return (taken, Some(at));
            }
        }
    }
    slip(&typed, &spelled).map_or((SpellingMatch::Wrong, None), |at| (SpellingMatch::WithASlip, Some(at)))
}

/// The accepted answer that `typed` is but for one slip. None, where it could as well be one that earns something else.
fn slip(typed: &Spelling, answers: &[(Spelling, Foreknown)]) -> Option<usize> {
    let at =
        answers.iter().position(|(a, standing)| matches!(standing, Foreknown::Accepted(_)) && forgivable(typed, a))?;
    let (meant, worth) = &answers[at];
    let apart = |(other, standing): &(Spelling, Foreknown)| {
        standing != worth && !other.is_same(meant) && (other.is_same(typed) || near(typed, other).is_some())
    };
    (!answers.iter().any(apart)).then_some(at)
}

/// Whether `typed` is `right` but for one slip that may be forgiven: in one word of over five letters, not in its first.
/// Numbers and signs are never forgiven, nor scripts whose words are no rows of letters.
fn forgivable(typed: &Spelling, right: &Spelling) -> bool {
    near(typed, right).is_some_and(|(typed, right)| {
        right.chars().count() > LONGEST_STRICT_WORD
            && right.chars().all(is_alphabetic_script)
            && typed.chars().next() == right.chars().next()
    })
}

/// The words in which two answers differ, where it is one word and one slip.
fn near<'a>(typed: &'a Spelling, other: &'a Spelling) -> Option<(&'a str, &'a str)> {
    let pairs = typed.readings().flat_map(|t| other.readings().map(move |o| (t, o)));
    { pairs }.filter(|(t, o)| t.len() == o.len()).find_map(|(typed, other)| {
        let mut unlike = typed.iter().zip(other).filter(|(t, o)| t != o);
        match (unlike.next(), unlike.next()) {
            (Some((t, o)), None) if one_slip(t, o) => Some((t.as_str(), o.as_str())),
            _ => None,
        }
    })
}

/// Whether two answers differ in one slip of one word, so that a learner's slip could turn one into the other.
#[must_use]
pub fn is_one_slip_apart(language: Language, one: &str, other: &str) -> bool {
    let (one, other) = (Spelling::new(one, language), Spelling::new(other, language));
    !one.is_same(&other) && near(&one, &other).is_some()
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
        let rivals = rivals.iter().map(|text| Foreseen { text, standing: Foreknown::Rival });
        let accept = Foreseen { text: accept, standing: Foreknown::Accepted(1) };
        let answers: Vec<Foreseen<'_>> = std::iter::once(accept).chain(rivals).collect();
        assert_eq!(judge(Language::ENGLISH, typed, &answers).0, taken, "{typed}");
    }

    #[test]
    fn one_slip_is_forgiven_in_a_long_word() {
        judged("Montvile", "Montville", &[], SpellingMatch::WithASlip);
        judged("Montvlile", "Montville", &[], SpellingMatch::WithASlip);
        judged("Montvle", "Montville", &[], SpellingMatch::Wrong);
        judged("the santegdio", "Sant'Egidio", &[], SpellingMatch::WithASlip);
        judged("Asle", "Aste", &[], SpellingMatch::Wrong);
        judged("typical", "atypical", &[], SpellingMatch::Wrong);
        judged("第一次世界大戦", "第二次世界大戦", &[], SpellingMatch::Wrong);
        judged("Sant'Egidio", "Sant’Egidio", &[], SpellingMatch::Exactly);
    }

    #[test]
    fn a_slip_never_crosses_to_a_rival() {
        judged("1996", "1991", &["1996"], SpellingMatch::Rival);
        judged("1992", "1991", &["1996"], SpellingMatch::Wrong);
        judged("formal", "informal", &["formal"], SpellingMatch::Rival);
        judged("mediations", "mediation", &["meditation"], SpellingMatch::WithASlip);
        judged("meditaton", "mediation", &["meditation"], SpellingMatch::Wrong);
    }

    #[test]
    fn a_slip_never_crosses_to_what_earns_something_else() {
        let standing = |text, standing| Foreseen { text, standing };
        let worth = |other| [standing("sulfate", Foreknown::Accepted(2)), standing("sulfite", other)];
        let taken = |typed, other| judge(Language::ENGLISH, typed, &worth(other)).0;
        assert_eq!(taken("sulfote", Foreknown::Accepted(2)), SpellingMatch::WithASlip);
        assert_eq!(taken("sulfote", Foreknown::Accepted(1)), SpellingMatch::Wrong);
        assert_eq!(taken("sulfite", Foreknown::Accepted(1)), SpellingMatch::Exactly);
        assert_eq!(taken("sulfite", Foreknown::Elsewhere), SpellingMatch::Wrong);
        assert_eq!(taken("sulfates", Foreknown::Elsewhere), SpellingMatch::WithASlip);
    }

    #[test]
    fn a_word_of_six_letters_is_long_enough_and_one_of_five_is_not() {
        judged("trcks", "track", &[], SpellingMatch::Wrong);
        judged("trak", "track", &[], SpellingMatch::Wrong);
        judged("trcks", "tracks", &[], SpellingMatch::WithASlip);
    }

    #[test]
    fn a_slip_is_one_letter_or_two_neighbours_and_the_same_answer_is_none() {
        let apart = |one, other| is_one_slip_apart(Language::ENGLISH, one, other);
        for (one, other) in
            [("casual", "causal"), ("form", "from"), ("mean", "means"), ("unit", "unite"), ("abc", "abd")]
        {
            assert!(apart(one, other) && apart(other, one), "{one}, {other}");
        }
        // Equal, in other spelling, two letters apart, swapped over a distance, swapped and one more.
        for (one, other) in [
            ("mean", "mean"),
            ("Mean", "mean"),
            ("mean", "meant to"),
            ("abcd", "badc"),
            ("abc", "cba"),
            ("abcd", "baxd"),
            ("ab", "ba c"),
            ("mean", "moon"),
        ] {
            assert!(!apart(one, other) && !apart(other, one), "{one}, {other}");
        }
    }

    #[test]
    fn nothing_typed_is_wrong_and_what_is_closest_is_meant() {
        judged("  ", "the", &[], SpellingMatch::Wrong);
        judged("minor", "A minor", &["minor"], SpellingMatch::Rival);
        judged("a minor", "A minor", &["minor"], SpellingMatch::Exactly);
    }
}
