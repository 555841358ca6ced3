//! `Classify`: the stem names the scheme, and says enough for exactly one track to follow (rule 18).

use super::item::{BankItem, WaivableFinding, questions};
use super::{rules, text};
use crate::course::check::survey::Survey;
use crate::course::model::{Ask, Id, Question, Reasoned, Scheme};

pub fn check<'a>(survey: &'a Survey<'_>) -> Vec<WaivableFinding<'a>> {
    questions(survey).flat_map(|(item, question)| of(item, question)).collect()
}

fn of<'a>(item: BankItem<'a>, question: &Question) -> Vec<WaivableFinding<'a>> {
    let Ask::Classify { scheme, key, defensible, why_not } = &question.ask else { return Vec::new() };
    let found = [
        unnamed(item, question, *scheme),
        sponsor(item, question),
        unreasoned(item, *scheme, key, defensible, why_not),
    ];
    found.into_iter().flatten().collect()
}

fn unnamed<'a>(item: BankItem<'a>, question: &Question, scheme: Scheme) -> Option<WaivableFinding<'a>> {
    let (names, write): (&[&str], _) = match scheme {
        Scheme::Two => (&[" 1.5 ", " two track ", " two tracks "], "Track One, 1.5 or Two?"),
        Scheme::Five => (&[" five track ", " five tracks "], "In McDonald's five-track scheme, …"),
        Scheme::Nine => (&[" nine track ", " nine tracks "], "In the nine-track model, …"),
    };
    let stem = text::line(question.stem.as_str());
    let silent = !names.iter().any(|n| stem.contains(n));
    let help = format!("name it, for one activity has other numbers in other schemes: \"{write}\"");
    silent.then(|| {
        item.find(
            &rules::CLASSIFY_SCHEME,
            question.stem.as_str(),
            "this stem does not say in which scheme to classify",
            &help,
        )
    })
}

/// Of actor, capacity, sponsor and purpose a program can look for the sponsor: who pays, or who calls the people together.
fn sponsor<'a>(item: BankItem<'a>, question: &Question) -> Option<WaivableFinding<'a>> {
    const PAYS: [&str; 17] = [
        "pay",
        "paid",
        "cost",
        "expense",
        "fund",
        "budget",
        "fee",
        "fare",
        "capital",
        "donat",
        "grant",
        "sponsor",
        "money",
        "offering",
        "gift",
        "collection",
        "financ",
    ];
    const CALLS: [&str; 12] = [
        "host", "invit", "bring", "brought", "send", "sent", "conven", "gather", "organis", "appoint", "gives", "holds",
    ];
    let named =
        text::words(question.stem.as_str()).iter().any(|w| PAYS.iter().chain(&CALLS).any(|part| w.starts_with(part)));
    let help = "say who acts, in which capacity, who pays and what for, so that one track follows";
    let message = "this stem says neither who pays nor who calls the people together";
    (!named).then(|| item.find(&rules::CLASSIFY_DETAIL, question.stem.as_str(), message, help))
}

/// Of the two-track scheme every other track is a likely answer; of the longer ones, at least two.
fn unreasoned<'a>(
    item: BankItem<'a>,
    scheme: Scheme,
    key: &Id,
    defensible: &[Id],
    why_not: &[Reasoned],
) -> Option<WaivableFinding<'a>> {
    let reasoned = |track: &str| why_not.iter().any(|r| r.0.as_str() == track);
    let other: Vec<&str> = scheme
        .keys()
        .iter()
        .copied()
        .filter(|t| *t != key.as_str() && !defensible.iter().any(|d| d.as_str() == *t))
        .collect();
    let given = other.iter().filter(|t| reasoned(t)).count();
    let due = other.len().min(2);
    let message = || format!("{given} of the likely wrong tracks have a reason under `why_not`; {due} need one");
    (given < due).then(|| {
        item.find_item(&rules::REASON, message(), "say of each track that a learner may pick why it is not this one")
    })
}

#[cfg(test)]
mod tests {
    use crate::course::check::writing::tests::{found, question};

    fn case(stem: &str, why_not: &str) -> Vec<&'static str> {
        found(&question(stem, &format!(r#"Classify(scheme: Two, key: "2", why_not: [{why_not}])"#)))
    }

    const WHY: &str = r#"("1", "Nobody acts for a government."), ("1.5", "No serving official takes part.")"#;

    #[test]
    fn a_case_with_scheme_sponsor_and_reasons() {
        assert!(case("Track One, 1.5 or Two? Farmers meet, and a charity pays.", WHY).is_empty());
    }

    #[test]
    fn the_scheme_is_named() {
        assert_eq!(case("Which track? Farmers meet, and a charity pays.", WHY), ["classify-scheme"]);
    }

    #[test]
    fn the_sponsor_is_named() {
        assert_eq!(case("Track One, 1.5 or Two? Farmers meet.", WHY), ["classify-detail"]);
    }

    #[test]
    fn the_other_tracks_have_reasons() {
        assert_eq!(
            case(
                "Track One, 1.5 or Two? Farmers meet, and a charity pays.",
                r#"("1", "Nobody acts for a government.")"#
            ),
            ["reason"]
        );
    }
}
