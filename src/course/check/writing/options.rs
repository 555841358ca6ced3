//! Options of `Choice` and `Several`: apart in meaning, alike in form (rules 9, 10 and 12 of the curriculum, after
//! Haladyna, Downing & Rodriguez 2002, rules 22 to 28).

use super::item::{BankItem, WaivableFinding, questions};
use super::rules;
use super::text;
use crate::course::check::survey::Survey;
use crate::course::markdown;
use crate::course::model::Judged;
use crate::course::spelling::{Language, Spelling};

/// Options shorter than this look alike whatever their lengths.
const SHORT: usize = 30;

pub(super) fn check<'a>(survey: &'a Survey<'_>) -> Vec<WaivableFinding<'a>> {
    let rules = [overlap, length, full_stops, capitals, verbs, above];
    let of = |(item, options)| rules.iter().filter_map(move |rule| rule(item, options));
    options(survey).flat_map(of).collect()
}

/// The options of every `Choice` and `Several`.
pub(super) fn options<'a>(survey: &'a Survey<'_>) -> impl Iterator<Item = (BankItem<'a>, &'a [Judged])> {
    questions(survey).map(|(item, question)| (item, question.ask.options())).filter(|(_, options)| !options.is_empty())
}

fn raw(option: &Judged) -> &str {
    option.text().as_str()
}

fn overlap<'a>(item: BankItem<'a>, options: &[Judged]) -> Option<WaivableFinding<'a>> {
    let contents: Vec<Vec<String>> = options.iter().map(|o| meant(raw(o))).collect();
    let pairs = (0..options.len()).flat_map(|a| (0..options.len()).map(move |b| (a, b))).filter(|(a, b)| a != b);
    let (inner, outer) = pairs.into_iter().find(|&(a, b)| {
        let (one, other) = (raw(&options[a]), raw(&options[b]));
        holds(&contents[b], &contents[a]) && !differ_in_signs(one, other) && !is_twin(one, other)
    })?;
    let message = format!("the option \"{}\" is contained in \"{}\"", raw(&options[inner]), raw(&options[outer]));
    Some(item.find(
        &rules::OVERLAP,
        raw(&options[outer]),
        message,
        "let each option say something that excludes the others",
    ))
}

/// Whether two options say the same: `sets` finds these.
fn is_twin(a: &str, b: &str) -> bool {
    let spelled = |text: &str| Spelling::new(&markdown::plain(text), Language::ENGLISH);
    spelled(a).is_closely(&spelled(b))
}

/// Whether two options of the same words are told apart by signs: `+5` and `-5`, `C` and `C++`.
fn differ_in_signs(a: &str, b: &str) -> bool {
    let spelled = |text: &str| Spelling::new(&markdown::plain(text), Language::ENGLISH);
    meant(a) == meant(b) && !spelled(a).is_same(&spelled(b))
}

/// The words of an option but for those that change nothing between two options.
fn meant(option: &str) -> Vec<String> {
    const EMPTY: [&str; 8] = ["a", "an", "the", "in", "of", "at", "on", "by"];
    text::words(option).into_iter().filter(|w| !EMPTY.contains(&w.as_str())).collect()
}

/// Whether `inner` stands in `outer` in the same order and without a gap.
fn holds(outer: &[String], inner: &[String]) -> bool {
    !inner.is_empty() && outer.windows(inner.len()).any(|w| w == inner)
}

fn length<'a>(item: BankItem<'a>, options: &[Judged]) -> Option<WaivableFinding<'a>> {
    let long = options.iter().max_by_key(|o| text::length(raw(o)))?;
    let (most, least) = (text::length(raw(long)), options.iter().map(|o| text::length(raw(o))).min()?);
    let unlike = most > SHORT && most * 10 > least * 22;
    let message = || format!("the longest option has {most} characters, the shortest {least}");
    unlike.then(|| item.find(&rules::OPTION_LENGTH, raw(long), message(), "bring the options nearer to one length"))
}

fn full_stops<'a>(item: BankItem<'a>, options: &[Judged]) -> Option<WaivableFinding<'a>> {
    let stops = |o: &Judged| markdown::plain(raw(o)).trim_end_matches(['"', '”', '’', '\'']).ends_with('.');
    mixed(item, options, stops, "some options end with a full stop and others do not")
}

fn capitals<'a>(item: BankItem<'a>, options: &[Judged]) -> Option<WaivableFinding<'a>> {
    let small =
        |o: &Judged| markdown::plain(raw(o)).chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_lowercase);
    mixed(item, options, small, "some options begin with a lower-case letter and others do not")
}

fn mixed<'a>(
    item: BankItem<'a>,
    options: &[Judged],
    has: impl Fn(&Judged) -> bool,
    message: &str,
) -> Option<WaivableFinding<'a>> {
    let first = options.first().map(&has)?;
    let other = options.iter().find(|o| has(o) != first)?;
    Some(item.find(&rules::OPTION_GRAMMAR, raw(other), message, "write all options in one form"))
}

/// "To sign" beside "Signing": the stem can lead into one of them only.
fn verbs<'a>(item: BankItem<'a>, options: &[Judged]) -> Option<WaivableFinding<'a>> {
    let first = |o: &Judged| text::words(raw(o)).into_iter().next().unwrap_or_default();
    let gerund = options.iter().find(|o| first(o).len() > 5 && first(o).ends_with("ing"))?;
    options.iter().any(|o| first(o) == "to").then(|| {
        let message = "some options begin with \"to\" and others with a form in -ing";
        item.find(&rules::OPTION_GRAMMAR, raw(gerund), message, "write all options in one form")
    })
}

fn above<'a>(item: BankItem<'a>, options: &[Judged]) -> Option<WaivableFinding<'a>> {
    let option = options.iter().find(|o| covers(o))?;
    let message = format!("\"{}\" can be answered without knowing the subject", raw(option));
    Some(item.find(&rules::ABOVE, raw(option), message, "write a proper distractor, or use three options"))
}

/// Whether an option stands for other options.
pub(super) fn covers(option: &Judged) -> bool {
    const COVER: [&str; 6] =
        [" of the above ", " all of these ", " none of these ", " all of them ", " none of them ", " all the above "];
    COVER.iter().any(|c| text::line(raw(option)).contains(c))
}

#[cfg(test)]
mod tests {
    use crate::course::check::writing::tests::{found, question};

    fn options(options: &str) -> Vec<&'static str> {
        found(&question("Which word fits the case?", &format!("Choice([{options}])")))
    }

    const WHY: &str = r#""It names another kind of actor altogether.""#;

    fn choice(right: &str, wrong: [&str; 2]) -> Vec<&'static str> {
        options(&format!(
            r#"Right("{right}"), Wrong("{}", {WHY}), Wrong("{}", "This one belongs to quite another track.")"#,
            wrong[0], wrong[1]
        ))
    }

    #[test]
    fn options_apart_and_alike_pass() {
        assert!(choice("Private people", ["Serving officials", "Armed groups"]).is_empty());
        assert!(
            choice("The name with the practice", ["The practice with the theory", "The theory with the name"])
                .is_empty()
        );
    }

    #[test]
    fn one_option_inside_another() {
        assert_eq!(choice("In 1991", ["In October 1991", "In 1981"]), ["overlap"]);
        assert_eq!(choice("The states", ["States", "A city"]), ["overlap"]);
    }

    #[test]
    fn lengths_far_apart() {
        assert_eq!(
            choice("People outside government who speak for themselves", ["Officials on leave", "Envoys"]),
            ["option-length"]
        );
        assert!(choice("Citizen diplomacy", ["Trade", "War"]).is_empty());
    }

    #[test]
    fn forms_that_differ() {
        assert_eq!(choice("They met.", ["They fought.", "They traded"]), ["option-grammar"]);
        assert_eq!(choice("a treaty", ["A truce", "A letter"]), ["option-grammar"]);
        assert_eq!(choice("To sign treaties", ["Signing letters", "To hold talks"]), ["option-grammar"]);
    }

    #[test]
    fn above_covers_the_rest() {
        assert_eq!(choice("Trade", ["Religion", "None of the above"]), ["above"]);
        assert!(choice("Trade", ["Religion", "Peace from above"]).is_empty());
    }
}
