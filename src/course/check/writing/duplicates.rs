//! Questions that ask the same thing twice.

use std::collections::HashSet;

use super::item::{BankItem, WaivableFinding, questions};
use super::{rules, text};
use crate::course::check::survey::Survey;
use crate::course::model::{Ask, Question};

/// The shared part of two questions from which on they count as one. Tuned on the built-in course, where two cases
/// of one kind that differ on purpose in a single circumstance reach 0.31.
const ALIKE: f64 = 0.4;

pub(super) fn check<'a>(survey: &'a Survey<'_>) -> Vec<WaivableFinding<'a>> {
    let all: Vec<(BankItem<'a>, HashSet<String>)> = questions(survey).map(|(item, q)| (item, shingles(q))).collect();
    let earlier = |(i, (item, set)): (usize, &(BankItem<'a>, HashSet<String>))| {
        let (twin, share) =
            all[..i].iter().map(|(other, s)| (*other, text::jaccard(s, set))).max_by(|a, b| a.1.total_cmp(&b.1))?;
        let message = format!(
            "this question shares {:.0} % of its words with `{}` in {}",
            share * 100.0,
            twin.id,
            twin.file.path
        );
        (share >= ALIKE).then(|| {
            item.find_item(&rules::NEAR_DUPLICATE, message, "ask for something else, or take one of the two out")
                .and(twin.id)
        })
    };
    all.iter().enumerate().filter_map(earlier).collect()
}

/// The pairs of neighbouring words in stem and key.
fn shingles(question: &Question) -> HashSet<String> {
    let mut found = text::shingles(&text::content(question.stem.as_str()), 2);
    found.extend(keys(&question.ask).into_iter().flat_map(|key| text::content(&key)));
    found
}

fn keys(ask: &Ask) -> Vec<String> {
    match ask {
        Ask::Choice(options) | Ask::Several(options) => {
            options.iter().filter(|o| o.is_right()).map(|o| o.text().to_string()).collect()
        }
        Ask::TrueFalse(_) => Vec::new(),
        Ask::Match { pairs, .. } => pairs.iter().map(|p| format!("{} {}", p.0, p.1)).collect(),
        Ask::Order(steps) => steps.iter().map(|s| s.0.to_string()).collect(),
        Ask::Typed { accept, .. } => accept.iter().take(1).map(ToString::to_string).collect(),
        Ask::Classify { key, .. } => vec![key.to_string()],
    }
}

#[cfg(test)]
mod tests {
    use crate::course::check::writing::tests::{found, numbered};

    fn both(one: &str, other: &str) -> Vec<&'static str> {
        found(&(numbered(1, one, "TrueFalse(true)") + &numbered(2, other, "TrueFalse(true)")))
    }

    #[test]
    fn one_question_twice() {
        assert_eq!(
            both(
                "Fishers from both shores talk at sea in winter.",
                "The fishers from the two shores talk at sea in winter."
            ),
            ["near-duplicate"]
        );
    }

    #[test]
    fn two_questions_on_one_matter() {
        assert!(
            both("Fishers from both shores talk at sea.", "Fishers need a licence to talk on the shore.").is_empty()
        );
    }
}
