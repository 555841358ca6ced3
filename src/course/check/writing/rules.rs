//! The names of the writing rules, as findings show them and authors write them in `waive`.

use crate::course::finding::Severity::{self, Error, Warning};

/// A rule for the writing of cards and questions.
#[derive(Debug, PartialEq, Eq)]
pub struct Rule {
    pub name: &'static str,
    /// An error breaks the item; a warning may be weighed and waived.
    pub severity: Severity,
}

const fn rule(name: &'static str, severity: Severity) -> Rule {
    Rule { name, severity }
}

pub const OVERLAP: Rule = rule("overlap", Error);
pub const ABOVE: Rule = rule("above", Error);
pub const OPTION_LENGTH: Rule = rule("option-length", Warning);
pub const OPTION_GRAMMAR: Rule = rule("option-grammar", Warning);
pub const ABSOLUTE: Rule = rule("absolute", Warning);
pub const NEGATIVE: Rule = rule("negative", Warning);
pub const NO_QUESTION: Rule = rule("no-question", Warning);
pub const NOVEL: Rule = rule("novel", Warning);
pub const COPIED_STEM: Rule = rule("copied-stem", Warning);
pub const SEVERAL_COUNT: Rule = rule("several-count", Error);
pub const MATCH_PARTNERS: Rule = rule("match-partners", Error);
pub const ORDER_DATES: Rule = rule("order-dates", Warning);
pub const ORDER_KEY: Rule = rule("order-key", Error);
pub const TYPED_RIVALS: Rule = rule("typed-rivals", Error);
pub const TYPED_KEY: Rule = rule("typed-key", Error);
pub const CLASSIFY_SCHEME: Rule = rule("classify-scheme", Error);
pub const CLASSIFY_DETAIL: Rule = rule("classify-detail", Warning);
pub const STEM_DETAIL: Rule = rule("stem-detail", Warning);
pub const REASON: Rule = rule("reason", Warning);
pub const CITE: Rule = rule("cite", Error);
pub const CARD_CITE: Rule = rule("card-cite", Warning);
pub const LEAK: Rule = rule("leak", Warning);
pub const NEAR_DUPLICATE: Rule = rule("near-duplicate", Warning);

/// Rules about a single item: an author may waive them there, with a reason.
pub const OF_ITEMS: [&Rule; 23] = [
    &OVERLAP,
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
pub const FULL_ONLY: [&Rule; 5] = [&REASON, &CITE, &CARD_CITE, &NOVEL, &UNUSED_WAIVER];

/// What makes an answer key wrong, whatever the standard.
pub const BROKEN: [&Rule; 6] = [&SEVERAL_COUNT, &MATCH_PARTNERS, &ORDER_KEY, &TYPED_RIVALS, &TYPED_KEY, &WAIVER];

// Of whole banks and of the course: there is no single item to waive them at.
pub const LONGEST_KEY: Rule = rule("longest-key", Warning);
pub const KEY_POSITION: Rule = rule("key-position", Warning);
pub const TRUE_FALSE_BALANCE: Rule = rule("true-false-balance", Warning);

pub const WAIVER: Rule = rule("waiver", Error);
pub const UNUSED_WAIVER: Rule = rule("unused-waiver", Warning);
