//! `Match`, `Order` and `Typed`: partners apart, events in order without their dates, rivals that can be told from
//! the answer (rules 12 and 15 to 17).

use super::item::{BankItem, WaivableFinding, questions};
use super::{rules, text};
use crate::course::check::survey::Survey;
use crate::course::model::{Ask, Pair, Partly, Reasoned, Rival, Step, Text};

pub(super) fn check<'a>(survey: &'a Survey<'_>) -> Vec<WaivableFinding<'a>> {
    let of = |(item, question): (BankItem<'a>, &'a crate::course::model::Question)| match &question.ask {
        Ask::Match { pairs, spare } => partners(item, pairs, spare).into_iter().collect(),
        Ask::Order(steps) => [dated(item, steps), order(item, steps)].into_iter().flatten().collect(),
        Ask::Typed { accept, partly, rivals, gaps, .. } => {
            let of_gaps = gaps.iter().filter_map(|g| self::rivals(item, &g.accept, &g.partly, &g.rivals));
            self::rivals(item, accept, partly, rivals).into_iter().chain(of_gaps).collect()
        }
        Ask::Choice(_) | Ask::Several(_) | Ask::TrueFalse(_) | Ask::Classify { .. } => Vec::new(),
    };
    questions(survey).flat_map(of).collect::<Vec<_>>()
}

/// Two partners, or two premises, that say the same cannot both be joined rightly.
fn partners<'a>(item: BankItem<'a>, pairs: &[Pair], spare: &[Reasoned]) -> Option<WaivableFinding<'a>> {
    let right = pairs.iter().map(|p| &p.1).chain(spare.iter().map(|s| &s.0)).collect();
    let twin = twin(right).or_else(|| twin(pairs.iter().map(|p| &p.0).collect()))?;
    let message = format!("\"{twin}\" appears here twice");
    Some(item.find(
        &rules::MATCH_PARTNERS,
        twin.as_str(),
        message,
        "let every premise and partner, including spare ones, say something different",
    ))
}

/// The first text that repeats an earlier one.
fn twin(texts: Vec<&Text>) -> Option<&Text> {
    let lines: Vec<String> = texts.iter().map(|t| text::line(t.as_str())).collect();
    let at = (0..lines.len()).find(|&i| lines[..i].contains(&lines[i]))?;
    texts.get(at).copied()
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

/// The first year from 1000 to 2999 in `text`.
fn year(text: &str) -> Option<u32> {
    let years = text.split(|c: char| !c.is_ascii_digit()).filter(|w| w.len() == 4).filter_map(|w| w.parse().ok());
    years.into_iter().find(|y| (1000..3000).contains(y))
}

/// A rival that is accepted, or stands here twice: its reason would never be shown.
fn rivals<'a>(item: BankItem<'a>, accept: &[Text], partly: &[Partly], rivals: &[Rival]) -> Option<WaivableFinding<'a>> {
    let line = |t: &Text| text::line(t.as_str()).replace(" the ", " ");
    let taken = |i: usize, r: &Rival| {
        accept.iter().chain(partly.iter().map(|p| &p.0)).any(|a| line(a) == line(&r.0))
            || rivals[..i].iter().any(|other| line(&other.0) == line(&r.0))
    };
    let (_, rival) = rivals.iter().enumerate().find(|(i, r)| taken(*i, r))?;
    let message = format!("the rival \"{}\" is the same as an accepted answer or another rival", rival.0);
    Some(item.find(&rules::TYPED_RIVALS, rival.0.as_str(), message, "keep one of them"))
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

    fn typed(rival: &str) -> Vec<&'static str> {
        found(&question(
            "Who gave the idea its shape?",
            &format!(
                r#"Typed(accept: ["Galtung", "The Galtung"], rivals: [("{rival}", "He named the tracks in another text.")])"#
            ),
        ))
    }

    #[test]
    fn partners_that_say_the_same() {
        assert_eq!(matching("Nine", "nine."), ["match-partners"]);
        assert_eq!(matching("Four", "Three"), ["match-partners"]);
        assert!(matching("Nine", "Three").is_empty());
    }

    #[test]
    fn years_in_events() {
        assert_eq!(order(r#"("The paper of 1981", "1981"), ("The book", "1987")"#), ["order-dates"]);
        assert!(order(r#"("The paper", "1981"), ("The book", "1987")"#).is_empty());
    }

    #[test]
    fn events_out_of_order() {
        assert_eq!(order(r#"("The paper", "1987"), ("The book", "May 1981")"#), ["order-key"]);
        assert_eq!(order(r#"("The paper", "1987"), ("The book", "1987")"#), ["order-key"]);
        assert!(order(r#"("The paper", "May 1987"), ("The book", "June 1987")"#).is_empty());
    }

    #[test]
    fn rivals_that_are_accepted() {
        assert_eq!(typed("galtung"), ["typed-rivals"]);
        assert!(typed("Montville").is_empty());
    }
}
