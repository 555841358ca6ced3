//! Where keys stand and how long they are, over a bank and over the course: what a learner could learn about the
//! author instead of the matter (rules 9, 11 and 14; Haladyna, Downing & Rodriguez 2002, rules 20 and 24).

use super::item::{WaivableFinding, finding};
use super::odds::{self, RARE, at_least, expected};
use super::rules::{self, Rule};
use super::text;
use crate::course::check::survey::Survey;
use crate::course::files::File;
use crate::course::finding::Location;
use crate::course::locate;
use crate::course::model::{Ask, Bank, Judged, Kind, Question};

/// From this number on, a bank needs true statements and false ones.
const MANY: usize = 4;

/// What is looked at together: a bank, or the whole course.
struct QuestionSet<'a> {
    name: String,
    place: Location,
    questions: Vec<&'a Question>,
}

pub(super) fn check<'a>(survey: &'a Survey<'_>) -> Vec<WaivableFinding<'a>> {
    pools(survey)
        .iter()
        .flat_map(|pool| [longest(pool, Kind::Choice), longest(pool, Kind::Several), position(pool), balance(pool)])
        .flatten()
        .collect()
}

fn pools<'a>(survey: &'a Survey<'_>) -> Vec<QuestionSet<'a>> {
    let bank = |(file, bank): &'a (&File, Bank)| QuestionSet {
        name: "this bank".into(),
        place: locate::token(file, None, &format!("\"{}\"", bank.lesson)),
        questions: bank.questions.iter().collect(),
    };
    let mut pools: Vec<QuestionSet<'_>> = survey.banks.iter().map(bank).collect();
    if pools.len() > 1 {
        let all = pools.iter().flat_map(|p| p.questions.iter().copied()).collect();
        let place = survey
            .asset("assets/course.ron")
            .map_or_else(|| Location::file("quizzes"), |file| locate::token(file, None, "lessons"));
        pools.push(QuestionSet { name: "the course".into(), place, questions: all });
    }
    pools
}

impl QuestionSet<'_> {
    fn found<'b>(&self, rule: &Rule, message: String, help: &str) -> WaivableFinding<'b> {
        WaivableFinding { finding: finding(rule, self.place.clone(), message, help), items: Vec::new() }
    }

    /// The options of every question of `kind`.
    fn options(&self, kind: Kind) -> impl Iterator<Item = &[Judged]> {
        self.questions.iter().filter(move |q| q.ask.kind() == kind).map(|q| q.ask.options()).filter(|o| !o.is_empty())
    }

    /// The options of every `Choice` but those of numbers, which keep their natural order.
    fn ordered(&self) -> impl Iterator<Item = &[Judged]> {
        let number = |o: &Judged| o.text().as_str().starts_with(|c: char| c.is_ascii_digit());
        self.options(Kind::Choice).filter(move |options| !options.iter().all(number))
    }
}

/// The longest option is a key more often than chance has it. The kinds are looked at apart, so that a habit in one
/// does not hide behind its opposite in the other.
fn longest<'b>(pool: &QuestionSet<'_>, kind: Kind) -> Option<WaivableFinding<'b>> {
    let seen: Vec<(bool, f64)> = pool.options(kind).filter_map(longest_is_key).collect();
    let chances: Vec<f64> = seen.iter().map(|s| s.1).collect();
    let hits = seen.iter().filter(|s| s.0).count();
    let odds = at_least(hits, &chances);
    let message = format!(
        "in {}, the longest option is a key in {hits} of {} questions ({}) that have a longest one; chance would give {:.1} (p = {odds:.3})",
        pool.name,
        seen.len(),
        kind.name(),
        expected(&chances)
    );
    (odds < RARE).then(|| {
        pool.found(
            &rules::LONGEST_KEY,
            message,
            "shorten keys to what must be said, or give distractors as much detail",
        )
    })
}

/// Whether the one longest option is a key, and how likely chance makes that. `None` when two are equally long.
fn longest_is_key(options: &[Judged]) -> Option<(bool, f64)> {
    let length = |o: &Judged| text::length(o.text().as_str());
    let most = options.iter().map(length).max()?;
    let mut longest = options.iter().filter(|o| length(o) == most);
    let (Some(one), None) = (longest.next(), longest.next()) else { return None };
    let keys = options.iter().filter(|o| o.why().is_none()).count();
    Some((one.why().is_none(), odds::ratio(keys, options.len())))
}

/// The key stands in one place more often than chance has it. Four places are tried, so each must be rarer by four.
fn position<'b>(pool: &QuestionSet<'_>) -> Option<WaivableFinding<'b>> {
    const PLACES: [&str; 4] = ["first", "second", "third", "fourth"];
    PLACES.iter().enumerate().find_map(|(at, place)| {
        let able: Vec<&[Judged]> = pool.ordered().filter(|o| o.len() > at).collect();
        let chances: Vec<f64> = able.iter().map(|o| odds::one_in(o.len())).collect();
        let hits = able.iter().filter(|o| o[at].why().is_none()).count();
        let odds = (at_least(hits, &chances) * 4.0).min(1.0);
        let message = || {
            format!(
                "in {}, the key is {place} in {hits} of {} questions; chance would give {:.1} (p = {odds:.3})",
                pool.name,
                able.len(),
                expected(&chances)
            )
        };
        (odds < RARE)
            .then(|| pool.found(&rules::KEY_POSITION, message(), "move some keys to other places in their lists"))
    })
}

/// True and false statements are roughly half each.
fn balance<'b>(pool: &QuestionSet<'_>) -> Option<WaivableFinding<'b>> {
    let (yes, no): (Vec<bool>, Vec<bool>) = pool
        .questions
        .iter()
        .filter_map(|q| if let Ask::TrueFalse(is) = q.ask { Some(is) } else { None })
        .partition(|is| *is);
    let (all, most) = (yes.len() + no.len(), yes.len().max(no.len()));
    let odds = (at_least(most, &vec![0.5; all]) * 2.0).min(1.0);
    let lopsided = odds < RARE || all >= MANY && most == all;
    let message =
        || format!("in {}, {} statements are true and {} false (p = {odds:.3})", pool.name, yes.len(), no.len());
    lopsided.then(|| {
        pool.found(&rules::TRUE_FALSE_BALANCE, message(), "reverse some statements, until about half are true")
    })
}

#[cfg(test)]
mod tests {
    use crate::course::check::writing::tests::{found, numbered};

    /// Ten questions of three options, of which the key is the `at`th and as long as `key`.
    fn bank(key: &str, at: impl Fn(usize) -> usize) -> Vec<&'static str> {
        let one = |no: usize| {
            let wrong = |word: &str| format!(r#"Wrong("{word} {no}a", "The word {word} belongs to another scheme.")"#);
            let mut options = vec![wrong("beta"), wrong("gamma")];
            options.insert(at(no), format!(r#"Right("{key} {no}a")"#));
            numbered(
                no,
                &format!("Which word {no}x fits case {no}y of row {no}z?"),
                &format!("Choice([{}])", options.join(",")),
            )
        };
        found(&(0..10).map(one).collect::<String>())
    }

    fn statements(truths: [bool; 4]) -> Vec<&'static str> {
        let of = |(no, is): (usize, bool)| {
            numbered(no, &format!("Row {no}x holds case {no}y beside stone {no}z."), &format!("TrueFalse({is})"))
        };
        found(&truths.into_iter().enumerate().map(of).collect::<String>())
    }

    #[test]
    fn keys_of_any_length_in_any_place() {
        assert!(bank("pi", |no| no % 3).is_empty());
    }

    #[test]
    fn keys_that_are_longest() {
        assert_eq!(bank("epsilon", |no| no % 3), ["longest-key"]);
    }

    #[test]
    fn keys_in_one_place() {
        assert_eq!(bank("pi", |_| 1), ["key-position"]);
    }

    #[test]
    fn statements_of_one_kind() {
        assert_eq!(statements([true; 4]), ["true-false-balance"]);
        assert!(statements([true, false, false, false]).is_empty());
    }
}
