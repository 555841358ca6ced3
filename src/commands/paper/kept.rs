//! Papers that are kept: they have a number, and questions that no change of the course touches.

use anyhow::Context as _;

use crate::commands::environment;
use crate::store::{MadePaper, Store};
use crate::study::class::{PaperLabel, SchoolClass};
use crate::study::event::{Event, EventKind};
use crate::study::item::Item;
use crate::study::names::Name;
use crate::study::quiz::{PaperSpec, paper_code};

/// The kept paper that is meant by its number, name or code.
///
/// # Errors
/// Says which papers there are when there is none such, or several.
pub(in crate::commands) fn called(store: &Store, named: &str) -> anyhow::Result<MadePaper> {
    let all = store.made_papers()?;
    let name = Name::new(named).ok();
    let is_meant = |made: &&MadePaper| {
        named.parse() == Ok(made.number)
            || paper_code(&made.items).eq_ignore_ascii_case(named)
            || name.as_ref().is_some_and(|name| made.label.name.as_ref().is_some_and(|own| own.is_like(name)))
    };
    let mut found: Vec<&MadePaper> = all.iter().filter(is_meant).collect();
    if let ([last], _) | ([.., last], true) = (found.as_slice(), is_one_paper(&found)) {
        return Ok((*last).clone());
    }
    let several = !found.is_empty();
    if !several {
        found = all.iter().collect();
    }
    let words: Vec<String> = found.iter().map(|made| words(made)).collect();
    match (several, words.is_empty()) {
        (true, _) => anyhow::bail!("there are several papers `{named}`: {}", words.join("; ")),
        (false, false) => anyhow::bail!("there is no kept paper `{named}`. These are: {}", words.join("; ")),
        (false, true) => anyhow::bail!(
            "no paper is kept: `ninetracks paper --name NAME` keeps one. For other sheets, use --enter with --lessons, --length and --seed"
        ),
    }
}

/// Whether all are the same questions, written more than once.
fn is_one_paper(found: &[&MadePaper]) -> bool {
    found.windows(2).all(|pair| pair[0].items == pair[1].items)
}

fn words(made: &MadePaper) -> String {
    let name = made.label.name.as_ref().map(|name| format!(" “{name}”")).unwrap_or_default();
    format!("{}{name} (code {})", made.number, paper_code(&made.items))
}

/// The class that a paper is for.
pub(super) fn class_of(store: &Store, label: &PaperLabel) -> anyhow::Result<Option<SchoolClass>> {
    let classes = store.classes()?;
    Ok(classes.into_iter().find(|class| Some(&class.what.id) == label.class.as_ref()).map(|class| class.what))
}

/// Keeps a paper, unless it is kept already in the same words, and gives its number.
pub(super) fn keep(
    store: &mut Store,
    paper: &PaperSpec,
    label: PaperLabel,
    versions: u8,
    items: &[Item],
) -> anyhow::Result<usize> {
    let is_same = |made: &MadePaper| {
        made.label == label && made.items == items && made.versions == versions && made.home.is_none()
    };
    if let Some(made) = store.made_papers()?.iter().find(|made| is_same(made)) {
        return Ok(made.number);
    }
    let clock = environment::clock();
    let what = EventKind::PaperMade { paper: paper.clone(), label, versions, home: None, items: items.to_vec() };
    store.append(&Event { at: clock.now, what }, clock.today())?;
    Ok(store.made_papers()?.last().context("the paper was not kept")?.number)
}
