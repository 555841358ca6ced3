//! The names of the writing rules, as findings show them and authors write them in `waive`.

use crate::course::finding::Severity::{self, Error, Warning};

/// A rule for the writing of cards and questions.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Rule {
    pub name: &'static str,
    /// An error breaks the item; a warning may be weighed and waived.
    pub severity: Severity,
}

const fn rule(name: &'static str, severity: Severity) -> Rule {
    Rule { name, severity }
}

pub(super) const OVERLAP: Rule = rule("overlap", Error);
pub(super) const SAME_OPTION: Rule = rule("same-option", Error);
pub(super) const UNCLOSED: Rule = rule("unclosed", Error);
pub(super) const ABOVE: Rule = rule("above", Error);
pub(super) const OPTION_LENGTH: Rule = rule("option-length", Warning);
pub(super) const OPTION_GRAMMAR: Rule = rule("option-grammar", Warning);
pub(super) const ABSOLUTE: Rule = rule("absolute", Warning);
pub(super) const NEGATIVE: Rule = rule("negative", Warning);
pub(super) const NO_QUESTION: Rule = rule("no-question", Warning);
pub(super) const NOVEL: Rule = rule("novel", Warning);
pub(super) const COPIED_STEM: Rule = rule("copied-stem", Warning);
pub(super) const SEVERAL_COUNT: Rule = rule("several-count", Error);
pub(super) const MATCH_PARTNERS: Rule = rule("match-partners", Error);
pub(super) const ORDER_DATES: Rule = rule("order-dates", Warning);
pub(super) const ORDER_KEY: Rule = rule("order-key", Error);
pub(super) const TYPED_RIVALS: Rule = rule("typed-rivals", Error);
pub(super) const TYPED_KEY: Rule = rule("typed-key", Error);
pub(super) const ORDER_TWINS: Rule = rule("order-twins", Warning);
pub(super) const CLOZE_HINT: Rule = rule("cloze-hint", Warning);
pub(super) const SAME_FRONT: Rule = rule("same-front", Warning);
pub(super) const ONE_LINE: Rule = rule("one-line", Warning);
pub(super) const UNSEEN: Rule = rule("unseen", Warning);
pub(super) const CLASSIFY_SCHEME: Rule = rule("classify-scheme", Error);
pub(super) const CLASSIFY_DETAIL: Rule = rule("classify-detail", Warning);
pub(super) const STEM_DETAIL: Rule = rule("stem-detail", Warning);
pub(super) const REASON: Rule = rule("reason", Warning);
pub(super) const CITE: Rule = rule("cite", Error);
pub(super) const CARD_CITE: Rule = rule("card-cite", Warning);
pub(super) const LEAK: Rule = rule("leak", Warning);
pub(super) const NEAR_DUPLICATE: Rule = rule("near-duplicate", Warning);

/// Rules about a single item: an author may waive them there, with a reason.
pub(super) const OF_ITEMS: [&Rule; 30] = [
    &OVERLAP,
    &SAME_OPTION,
    &UNCLOSED,
    &ABOVE,
    &OPTION_LENGTH,
    &OPTION_GRAMMAR,
    &ABSOLUTE,
    &NEGATIVE,
    &NO_QUESTION,
    &NOVEL,
    &COPIED_STEM,
    &SEVERAL_COUNT,
    &MATCH_PARTNERS,
    &ORDER_DATES,
    &ORDER_KEY,
    &TYPED_RIVALS,
    &TYPED_KEY,
    &ORDER_TWINS,
    &CLOZE_HINT,
    &SAME_FRONT,
    &ONE_LINE,
    &UNSEEN,
    &CLASSIFY_SCHEME,
    &CLASSIFY_DETAIL,
    &STEM_DETAIL,
    &REASON,
    &CITE,
    &CARD_CITE,
    &LEAK,
    &NEAR_DUPLICATE,
];

/// What only the full standard asks for.
pub(super) const FULL_ONLY: [&Rule; 5] = [&REASON, &CITE, &CARD_CITE, &NOVEL, &UNUSED_WAIVER];

/// What makes an answer key wrong, whatever the standard.
pub(super) const BROKEN: [&Rule; 7] =
    [&SAME_OPTION, &UNCLOSED, &MATCH_PARTNERS, &ORDER_KEY, &TYPED_RIVALS, &TYPED_KEY, &WAIVER];

// Of whole banks and of the course: there is no single item to waive them at.
pub(super) const LONGEST_KEY: Rule = rule("longest-key", Warning);
pub(super) const KEY_POSITION: Rule = rule("key-position", Warning);
pub(super) const TRUE_FALSE_BALANCE: Rule = rule("true-false-balance", Warning);

pub(super) const WAIVER: Rule = rule("waiver", Error);
pub(super) const UNUSED_WAIVER: Rule = rule("unused-waiver", Warning);
