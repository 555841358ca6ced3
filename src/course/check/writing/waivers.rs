//! Waivers: an author has weighed a finding and says at the item why it stands.

use std::collections::HashSet;

use super::item::{WaivableFinding, finding, waivers};
use super::rules::{self, OF_ITEMS};
use crate::course::check::survey::{Survey, place};
use crate::course::finding::Finding;
use crate::course::model::Id;

/// The findings that no item waives, and those about the waivers themselves.
pub(super) fn weigh(survey: &Survey<'_>, found: Vec<WaivableFinding<'_>>) -> Vec<Finding> {
    let mut left = about_waivers(survey, &found);
    let waived: HashSet<(&Id, &str)> = waivers(survey).map(|(item, w)| (item.id, w.0.as_str())).collect();
    let stays = |f: &WaivableFinding<'_>| !f.items.iter().any(|item| waived.contains(&(*item, f.finding.rule)));
    left.extend(found.into_iter().filter(stays).map(|f| f.finding));
    left
}

fn about_waivers(survey: &Survey<'_>, found: &[WaivableFinding<'_>]) -> Vec<Finding> {
    let can_drop: HashSet<(&Id, &str)> =
        found.iter().flat_map(|f| f.items.iter().map(|item| (*item, f.finding.rule))).collect();
    let about = |(item, waiver): (super::item::BankItem<'_>, &crate::course::model::Waiver)| {
        let rule = &waiver.0;
        let at = || place(item.file, item.id, &format!("\"{rule}\""));
        if !OF_ITEMS.iter().any(|r| r.name == rule.as_str()) {
            let names: Vec<&str> = OF_ITEMS.iter().map(|r| r.name).collect();
            let help = format!("rules that an item can waive: {}", names.join(", "));
            return Some(finding(&rules::WAIVER, at(), format!("there is no rule `{rule}` to waive"), &help));
        }
        let used = can_drop.contains(&(item.id, rule.as_str()));
        (!used).then(|| {
            finding(&rules::UNUSED_WAIVER, at(), format!("`{rule}` finds nothing here to waive"), "remove the waiver")
        })
    };
    waivers(survey).filter_map(about).collect()
}

#[cfg(test)]
mod tests {
    use crate::course::check::writing::tests::{found, waiving};

    const NONE_ABOVE: &str = r#"Choice([Right("Trade"), Wrong("Religion", "Clergy form a track of their own."), Wrong("None of the above", "One of the others fits the case.")])"#;

    #[test]
    fn a_waiver_drops_its_finding() {
        assert!(found(&waiving("above", "Which track is it?", NONE_ABOVE)).is_empty());
    }

    #[test]
    fn a_waiver_that_waives_nothing() {
        assert_eq!(found(&waiving("overlap", "Which track is it?", NONE_ABOVE)), ["above", "unused-waiver"]);
    }

    #[test]
    fn a_waiver_of_no_rule() {
        assert_eq!(found(&waiving("abov", "Which track is it?", NONE_ABOVE)), ["above", "waiver"]);
    }
}
