//! An item under check, and what is found at it.

use super::rules::Rule;
use crate::course::check::survey::Survey;
use crate::course::files::File;
use crate::course::finding::{Finding, Location};
use crate::course::locate;
use crate::course::model::{Bank, Card, Id, Question, Waiver};

/// A card or question with the file it stands in.
#[derive(Clone, Copy)]
pub(super) struct BankItem<'a> {
    pub file: &'a File,
    pub id: &'a Id,
}

/// A finding, and the items whose waivers can drop it.
pub(super) struct WaivableFinding<'a> {
    pub finding: Finding,
    pub items: Vec<&'a Id>,
}

impl<'a> BankItem<'a> {
    /// A finding at the text `at` of this item, or at its id when the text is not found.
    pub(super) fn find(self, rule: &Rule, at: &str, message: impl Into<String>, help: &str) -> WaivableFinding<'a> {
        WaivableFinding { finding: finding(rule, self.place(at), message, help), items: vec![self.id] }
    }

    /// A finding at the last place in this item where the text `at` stands as a whole.
    pub(super) fn find_last(
        self,
        rule: &Rule,
        at: &str,
        message: impl Into<String>,
        help: &str,
    ) -> WaivableFinding<'a> {
        let quoted = format!("\"{}\"", at.replace('"', "\\\""));
        let place = clipped(locate::last_in_item(self.file, self.id, &quoted));
        WaivableFinding { finding: finding(rule, place, message, help), items: vec![self.id] }
    }

    /// A finding at the id of this item.
    pub(super) fn find_item(self, rule: &Rule, message: impl Into<String>, help: &str) -> WaivableFinding<'a> {
        WaivableFinding {
            finding: finding(rule, locate::item(self.file, self.id), message, help),
            items: vec![self.id],
        }
    }

    fn place(self, text: &str) -> Location {
        let quoted = format!("\"{}\"", text.replace('"', "\\\""));
        clipped(locate::in_item(self.file, self.id, &[&quoted, text]))
    }
}

/// A long stem is marked at its beginning only: a caret under a whole paragraph shows nothing.
fn clipped(mut place: Location) -> Location {
    const MARKED: usize = 48;
    let inside = &place.source[place.span.clone()];
    if let Some((at, _)) = inside.char_indices().nth(MARKED) {
        place.span.end = place.span.start + at;
    }
    place
}

impl<'a> WaivableFinding<'a> {
    /// The same finding, which `other` may waive as well.
    pub(super) fn and(mut self, other: &'a Id) -> Self {
        self.items.push(other);
        self
    }
}

/// A finding of `rule`, as severe as the rule says.
pub(super) fn finding(rule: &Rule, place: Location, message: impl Into<String>, help: &str) -> Finding {
    Finding { severity: rule.severity, ..Finding::error(rule.name, place, message) }.help(help)
}

/// Every question with its place, in the order of the files.
pub(super) fn questions<'a>(survey: &'a Survey<'_>) -> impl Iterator<Item = (BankItem<'a>, &'a Question)> {
    let of = |(file, bank): &'a (&File, Bank)| bank.questions.iter().map(move |q| (BankItem { file, id: &q.id }, q));
    survey.banks.iter().flat_map(of)
}

/// Every card with its place, in the order of the files.
pub(super) fn cards<'a>(survey: &'a Survey<'_>) -> impl Iterator<Item = (BankItem<'a>, &'a Card)> {
    let of = |(file, bank): &'a (&File, Bank)| bank.cards.iter().map(move |c| (BankItem { file, id: &c.id }, c));
    survey.banks.iter().flat_map(of)
}

/// Every waiver with the item that holds it.
pub(super) fn waivers<'a>(survey: &'a Survey<'_>) -> impl Iterator<Item = (BankItem<'a>, &'a Waiver)> {
    let of_cards = cards(survey).flat_map(|(item, card)| card.waive.iter().map(move |w| (item, w)));
    of_cards.chain(questions(survey).flat_map(|(item, question)| question.waive.iter().map(move |w| (item, w))))
}
