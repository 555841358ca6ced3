//! `Match` and `Order`: partners apart, events in order without their dates (rules 12, 15 and 16).

use super::item::{BankItem, WaivableFinding, questions};
use super::{rules, text};
use crate::course::check::survey::Survey;
use crate::course::markdown;
use crate::course::model::{Ask, Judged, Pair, Reasoned, Step, Text};
use crate::course::spelling::Spelling;

pub(super) fn check<'a>(survey: &'a Survey<'_>) -> Vec<WaivableFinding<'a>> {
    let of = |(item, question): (BankItem<'a>, &'a crate::course::model::Question)| match &question.ask {
        Ask::Match { pairs, spare } => partners(survey, item, pairs, spare).into_iter().collect(),
        Ask::Order(steps) => {
            [dated(item, steps), order(item, steps), twin_steps(survey, item, steps)].into_iter().flatten().collect()
        }
        Ask::Choice(options) | Ask::Several(options) => twin_options(survey, item, options).into_iter().collect(),
        Ask::TrueFalse(_) | Ask::Typed { .. } | Ask::Classify { .. } => Vec::new(),
    };
    questions(survey).flat_map(of).collect::<Vec<_>>()
}

/// Two partners, or two premises, that say the same cannot both be joined rightly.
fn partners<'a>(
    survey: &Survey<'_>,
    item: BankItem<'a>,
    pairs: &[Pair],
    spare: &[Reasoned],
) -> Option<WaivableFinding<'a>> {
    let right = pairs.iter().map(|p| &p.1).chain(spare.iter().map(|s| &s.0)).collect();
    let twin = twin(survey, right).or_else(|| twin(survey, pairs.iter().map(|p| &p.0).collect()))?;
    let message = format!("\"{twin}\" appears here twice");
    Some(item.find(
        &rules::MATCH_PARTNERS,
        twin.as_str(),
        message,
        "let every premise and partner, including spare ones, say something different",
    ))
}

/// The first text that repeats an earlier one, signs that say something counted: `+5` is not `-5`.
fn twin<'a>(survey: &Survey<'_>, texts: Vec<&'a Text>) -> Option<&'a Text> {
    let spelled = |text: &&Text| Spelling::new(&markdown::plain(text.as_str()), survey.language());
    let all: Vec<Spelling> = texts.iter().map(spelled).collect();
    let at = (0..all.len()).find(|&i| all[..i].iter().any(|other| other.is_closely(&all[i])))?;
    texts.get(at).copied()
}

/// Two options that say the same: whoever picks one cannot know which is meant.
fn twin_options<'a>(survey: &Survey<'_>, item: BankItem<'a>, options: &[Judged]) -> Option<WaivableFinding<'a>> {
    let twin = twin(survey, options.iter().map(Judged::text).collect())?;
    let message = format!("the option \"{twin}\" appears here twice");
    Some(item.find_last(&rules::SAME_OPTION, twin.as_str(), message, "let every option say something different"))
}

/// A year in an event's text: learners sort the years and never look at the events.
fn dated<'a>(item: BankItem<'a>, steps: &[Step]) -> Option<WaivableFinding<'a>> {
    let (step, year) = steps.iter().find_map(|s| year(s.0.as_str()).map(|y| (s, y)))?;
    let message = format!("the year {year} in this event gives its place away");
    Some(item.find(
        &rules::ORDER_DATES,
        step.0.as_str(),
        message,
        "keep dates in the second field, which is shown with the answer",
    ))
}

/// The years of the dates must rise, and no two dates may be the same.
fn order<'a>(item: BankItem<'a>, steps: &[Step]) -> Option<WaivableFinding<'a>> {
    let wrong = |pair: &&[Step]| {
        let (a, b) = (&pair[0].1, &pair[1].1);
        text::line(a.as_str()) == text::line(b.as_str())
            || year(a.as_str()).zip(year(b.as_str())).is_some_and(|(a, b)| a > b)
    };
    let pair = steps.windows(2).find(wrong)?;
    let message = format!("\"{}\" is dated {}, and before it stands {}", pair[1].0, pair[1].1, pair[0].1);
    Some(item.find(
        &rules::ORDER_KEY,
        pair[1].0.as_str(),
        message,
        "write the events in the right order, with dates that tell them apart",
    ))
}

/// Two steps that say the same: whoever sorts cannot tell them apart, and either counts in both places.
fn twin_steps<'a>(survey: &Survey<'_>, item: BankItem<'a>, steps: &[Step]) -> Option<WaivableFinding<'a>> {
    let twin = twin(survey, steps.iter().map(|s| &s.0).collect())?;
    let message = format!("\"{twin}\" appears here twice");
    let help = "say what tells the two apart (\"stir again\"), or take one out";
    Some(item.find(&rules::ORDER_TWINS, twin.as_str(), message, help))
}

/// The first year from 1000 to 2999 in `text`.
fn year(text: &str) -> Option<u32> {
    let years = text.split(|c: char| !c.is_ascii_digit()).filter(|w| w.len() == 4).filter_map(|w| w.parse().ok());
    years.into_iter().find(|y| (1000..3000).contains(y))
}

#[cfg(test)]
mod tests {
    use crate::course::check::writing::tests::{found, question};

    fn matching(last: &str, spare: &str) -> Vec<&'static str> {
        let ask = format!(
            r#"Match(pairs: [("Fishers", "Four"), ("Clergy", "Seven"), ("Donors", "Eight"), ("Radio", "{last}")], spare: [("{spare}", "Firms form the third of the tracks.")])"#
        );
        found(&question("Join each to its number.", &ask))
    }

    fn order(steps: &str) -> Vec<&'static str> {
        found(&question("Put these events in order.", &format!("Order([{steps}])")))
    }

    #[test]
    fn partners_that_say_the_same() {
        assert_eq!(matching("Nine", "nine."), ["match-partners"]);
        assert_eq!(matching("Four", "Three"), ["match-partners"]);
        assert!(matching("Nine", "Three").is_empty());
    }

    #[test]
    fn options_that_say_the_same() {
        let ask = |last: &str| {
            let why = [r#""Clergy form a track of their own.""#, r#""Donors give and do not trade.""#];
            format!(r#"Choice([Right("Trade"), Wrong("Religion", {}), Wrong("{last}", {})])"#, why[0], why[1])
        };
        assert_eq!(found(&question("Which word fits?", &ask("TRADE"))), ["same-option"]);
        assert_eq!(found(&question("Which word fits?", &ask("Religion"))), ["same-option"]);
        assert!(found(&question("Which word fits?", &ask("Funding"))).is_empty());
    }

    #[test]
    fn years_in_events() {
        assert_eq!(order(r#"("The paper of 1981", "1981"), ("The book", "1987")"#), ["order-dates"]);
        assert!(order(r#"("The paper", "1981"), ("The book", "1987")"#).is_empty());
    }

    #[test]
    fn events_that_say_the_same() {
        assert_eq!(order(r#"("Stir", "1987"), ("Heat", "1988"), ("stir", "1989")"#), ["order-twins"]);
    }

    #[test]
    fn events_out_of_order() {
        assert_eq!(order(r#"("The paper", "1987"), ("The book", "May 1981")"#), ["order-key"]);
        assert_eq!(order(r#"("The paper", "1987"), ("The book", "1987")"#), ["order-key"]);
        assert!(order(r#"("The paper", "May 1987"), ("The book", "June 1987")"#).is_empty());
    }
}
