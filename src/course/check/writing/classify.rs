//! `Classify`: the stem names the scheme, and the likely wrong categories have reasons (rule 18).

use super::item::{BankItem, WaivableFinding, questions};
use super::{rules, text};
use crate::course::check::survey::Survey;
use crate::course::model::{Ask, Id, Question, Reasoned, Scheme};

pub(super) fn check<'a>(survey: &'a Survey<'_>) -> Vec<WaivableFinding<'a>> {
    questions(survey).flat_map(|(item, question)| of(survey, item, question)).collect()
}

fn of<'a>(survey: &Survey<'_>, item: BankItem<'a>, question: &Question) -> Vec<WaivableFinding<'a>> {
    let Ask::Classify { scheme, key, defensible, why_not } = &question.ask else { return Vec::new() };
    let Some(scheme) = survey.course.scheme(scheme) else { return Vec::new() };
    let found = [unnamed(item, question, scheme), unreasoned(item, scheme, key, defensible, why_not)];
    found.into_iter().flatten().collect()
}

fn unnamed<'a>(item: BankItem<'a>, question: &Question, scheme: &Scheme) -> Option<WaivableFinding<'a>> {
    let stem = text::line(question.stem.as_str());
    let names: Vec<String> = scheme.named_as.iter().map(|n| text::line(n.as_str())).collect();
    let silent = !names.is_empty() && !names.iter().any(|n| stem.contains(n.as_str()));
    let help =
        format!("name it, because a case can be classified differently in other schemes: \"In {}, …\"", scheme.name);
    silent.then(|| {
        item.find(
            &rules::CLASSIFY_SCHEME,
            question.stem.as_str(),
            "this stem does not say in which scheme to classify",
            &help,
        )
    })
}

/// Of a short scheme every other category is a likely answer; of the longer ones, at least two.
fn unreasoned<'a>(
    item: BankItem<'a>,
    scheme: &Scheme,
    key: &Id,
    defensible: &[Id],
    why_not: &[Reasoned],
) -> Option<WaivableFinding<'a>> {
    let reasoned = |track: &str| why_not.iter().any(|r| r.0.as_str() == track);
    let keys = scheme.categories.iter().map(|c| c.key.as_str());
    let other: Vec<&str> =
        keys.filter(|t| *t != key.as_str() && !defensible.iter().any(|d| d.as_str() == *t)).collect();
    let given = other.iter().filter(|t| reasoned(t)).count();
    let due = other.len().min(2);
    let message = || format!("{given} of the likely wrong categories have a reason under `why_not`; {due} need one");
    (given < due)
        .then(|| item.find_item(&rules::REASON, message(), "say for each category a learner may pick why it is wrong"))
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
    fn the_other_categories_have_reasons() {
        assert_eq!(
            case(
                "Track One, 1.5 or Two? Farmers meet, and a charity pays.",
                r#"("1", "Nobody acts for a government.")"#
            ),
            ["reason"]
        );
    }
}
