//! Choosing questions, for drills and for paper.

use clap::Args;

use super::name;
use crate::course::model::{Bloom, Kind};
use crate::study::names::Name;

/// Which questions are asked. Without any of these they are drawn from the lessons.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Choosing questions")]
pub struct ChoosingArgs {
    /// Only questions of these kinds: choice, several, truefalse, match, order, typed, classify
    #[arg(long, value_name = "KINDS", value_delimiter = ',', value_parser = kind)]
    pub kind: Vec<Kind>,
    /// Only questions of these levels: remember, understand, apply, analyse, evaluate, create
    #[arg(long, value_name = "LEVELS", value_delimiter = ',', value_parser = level)]
    pub level: Vec<Bloom>,
    /// Only questions that assess these objectives, by id
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub objective: Vec<String>,
    /// Only questions with one of these tags
    #[arg(long, value_name = "TAGS", value_delimiter = ',')]
    pub tag: Vec<String>,
    /// Only questions whose case is not in the lessons (yes), or only the others (no)
    #[arg(long, value_name = "yes|no", value_parser = ["yes", "no"])]
    pub novel: Option<String>,
    /// Ask these questions in any case, first and in this order, by id
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub pin: Vec<String>,
    /// Leave these questions out, by id
    #[arg(long, value_name = "IDS", value_delimiter = ',')]
    pub without: Vec<String>,
    /// Ask the questions saved under this name, in their order
    #[arg(long, value_name = "NAME", value_parser = name, conflicts_with_all = ["kind", "level", "objective", "tag", "novel"])]
    pub questions: Option<Name>,
    /// Save the questions under this name, for --questions
    #[arg(long, value_name = "NAME", value_parser = name)]
    pub save_questions: Option<Name>,
    /// Show the questions with their ids and without their keys, and do nothing else
    #[arg(long)]
    pub preview: bool,
}

impl ChoosingArgs {
    /// Whether anything was named.
    #[must_use]
    pub fn is_any(&self) -> bool {
        let lists = [&self.objective, &self.tag, &self.pin, &self.without];
        !self.kind.is_empty()
            || !self.level.is_empty()
            || self.novel.is_some()
            || self.questions.is_some()
            || self.save_questions.is_some()
            || self.preview
            || lists.iter().any(|list| !list.is_empty())
    }
}

fn bare(raw: &str) -> String {
    raw.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase()
}

fn kind(raw: &str) -> Result<Kind, String> {
    let named = |kind: &Kind| [bare(&format!("{kind:?}")), bare(kind.name())].contains(&bare(raw));
    let known = || Kind::ALL.map(|kind| format!("{kind:?}").to_lowercase()).join(", ");
    Kind::ALL.into_iter().find(named).ok_or_else(|| format!("the kinds are {}", known()))
}

fn level(raw: &str) -> Result<Bloom, String> {
    let wanted = bare(raw).replace("analyze", "analyse");
    let known = || Bloom::ALL.map(|level| format!("{level:?}").to_lowercase()).join(", ");
    Bloom::ALL
        .into_iter()
        .find(|level| bare(&format!("{level:?}")) == wanted)
        .ok_or_else(|| format!("the levels are {}", known()))
}
