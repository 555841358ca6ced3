//! Reviewing cards, and changing how some of them stand.

use clap::Args;

use crate::study::card_list::CardFilter;

/// Which cards are reviewed, or which are set aside or begun anew.
#[derive(Args, Clone, Debug)]
pub struct CardsArgs {
    /// Only the cards of this lesson, by number or id
    pub lesson: Option<String>,
    /// Suspend these cards: they are not shown until they are resumed. An ID is that of a card or of one of its sides
    #[arg(long, value_name = "ID", num_args = 1.., conflicts_with_all = ["lesson", "bury", "resume", "make_new"])]
    pub suspend: Vec<String>,
    /// Bury these cards until tomorrow
    #[arg(long, value_name = "ID", num_args = 1.., conflicts_with_all = ["lesson", "resume", "make_new"])]
    pub bury: Vec<String>,
    /// Show suspended or buried cards again
    #[arg(long, value_name = "ID", num_args = 1.., conflicts_with_all = ["lesson", "make_new"])]
    pub resume: Vec<String>,
    /// Make these cards new again; their reviews stay in the statistics
    #[arg(long, value_name = "ID", num_args = 1.., conflicts_with = "lesson")]
    pub make_new: Vec<String>,
}

pub(super) fn card_filter(raw: &str) -> Result<CardFilter, String> {
    let all = || CardFilter::ALL.map(CardFilter::word).join(", ");
    CardFilter::ALL.into_iter().find(|filter| filter.word() == raw).ok_or_else(|| format!("write one of {}", all()))
}
