//! Where readers put what they find: items with their ids, and what became of each.

use std::collections::BTreeSet;

use super::card_draft::CardDraft;
use super::fidelity::{Fidelity, ItemFate, SourcePlace, Transfer};
use super::ids::{Ids, slug};
use super::imported::{ImportedItems, MediaFile, PastReview};
use super::{Format, markup};
use crate::course::model::{Ask, Bank, Card, Feedback, Id, Question, Text};

/// Gathers items.
#[derive(Debug)]
pub struct Intake {
    format: Format,
    banks: Vec<Bank>,
    current: usize,
    ids: Ids,
    pictures: BTreeSet<String>,
    media: Vec<MediaFile>,
    reviews: Vec<PastReview>,
    notes: Vec<String>,
    items: Vec<ItemFate>,
}

/// An item before its texts are looked at.
#[derive(Clone, Debug, Default)]
pub(super) struct SourceItem {
    /// An id that the source gives, to be made one of ours.
    pub id: Option<String>,
    /// An id of ours, which leads back to the item in the source.
    pub exact_id: Option<Id>,
    pub title: Option<String>,
    pub tags: Vec<String>,
    /// What is not as it was.
    pub changed: Vec<String>,
}

/// A question's texts, in Markdown.
#[derive(Clone, Debug, Default)]
pub(super) struct QuestionDraft {
    pub stem: String,
    pub explain: String,
    pub right: String,
    pub partly: String,
    pub wrong: String,
    pub points: u8,
}

impl Intake {
    /// `name` is the file's: its stem is the title of what has no category.
    pub(super) fn new(format: Format, name: &str) -> Self {
        let stem = name.rsplit(['/', '\\']).next().unwrap_or(name);
        let title = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
        let (banks, ids, pictures) = (vec![bank(title)], Ids::default(), BTreeSet::new());
        let (media, reviews, notes, items) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { format, banks, current: 0, ids, pictures, media, reviews, notes, items }
    }

    /// What follows belongs to the category `title`, such as `Ropes/Stoppers`.
    pub(super) fn category(&mut self, title: &str) {
        let new = bank(title);
        self.current = self.banks.iter().position(|b| b.lesson == new.lesson).unwrap_or_else(|| {
            self.banks.push(new);
            self.banks.len() - 1
        });
    }

    /// Takes a question, or says what is missing.
    pub(super) fn question(
        &mut self,
        at: SourcePlace,
        mut found: SourceItem,
        draft: QuestionDraft,
        ask: Result<Ask, String>,
    ) {
        let name = found.title.clone().filter(|t| !t.trim().is_empty()).unwrap_or_else(|| draft.stem.clone());
        let built = ask.and_then(|ask| self.built(&mut found, &draft, ask));
        match built {
            Ok(question) => {
                self.banks[self.current].questions.push(question);
                self.came(at, &name, found.changed);
            }
            Err(why) => self.dropped(at, &name, why),
        }
    }

    fn built(&mut self, found: &mut SourceItem, draft: &QuestionDraft, ask: Ask) -> Result<Question, String> {
        let stem = text(&draft.stem, &mut found.changed).ok_or("it has no text")?;
        complete(&ask)?;
        let mut optional = |raw: &str| text(raw, &mut found.changed);
        let (explain, right) = (optional(&draft.explain), optional(&draft.right));
        let feedback = Feedback { right, partly: optional(&draft.partly), wrong: optional(&draft.wrong) };
        let all = format!("{}{ask:?}", stem.as_str());
        let name = found.id.as_deref().or(found.title.as_deref()).unwrap_or(&draft.stem);
        let exact = found.exact_id.take().and_then(|id| self.ids.exactly(id));
        let id = exact.or_else(|| self.ids.next("q-", name, &all)).ok_or("no id is left for it")?;
        Ok(Question {
            id,
            objective: None,
            section: None,
            level: None,
            novel: false,
            stem,
            picture: None,
            ask,
            explain,
            feedback,
            facts: Vec::new(),
            cite: Vec::new(),
            points: draft.points.max(1),
            tags: tags(&found.tags),
            answers: Vec::new(),
            reserve: false,
            waive: Vec::new(),
        })
    }

    /// Takes a card and gives its id, or says what is missing.
    pub(super) fn card(&mut self, at: SourcePlace, mut found: SourceItem, face: CardDraft) -> Option<Id> {
        let name = found.title.clone().unwrap_or_else(|| face.front().to_owned());
        match face.face(&mut found.changed) {
            Ok(made) => {
                let all = format!("{made:?}");
                let wanted = found.id.clone().unwrap_or_else(|| face.front().to_owned());
                let exact = found.exact_id.take().and_then(|id| self.ids.exactly(id));
                let id = exact.or_else(|| self.ids.next("c-", &wanted, &all))?;
                let (facts, cite, answers, waive) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
                let tags = tags(&found.tags);
                self.banks[self.current].cards.push(Card {
                    id: id.clone(),
                    section: None,
                    face: made,
                    facts,
                    cite,
                    tags,
                    answers,
                    waive,
                });
                self.came(at, &name, found.changed);
                Some(id)
            }
            Err(why) => {
                self.dropped(at, &name, why);
                None
            }
        }
    }

    /// An essay: there is nobody here to mark it, so it is a card.
    pub(super) fn essay(&mut self, at: SourcePlace, mut found: SourceItem, draft: QuestionDraft) {
        let has_answer = !draft.explain.trim().is_empty();
        let back =
            if has_answer { draft.explain } else { "Say it aloud or write it down, then look it up.".to_owned() };
        let with = if has_answer { "its general feedback as the back" } else { "no model answer, since none is given" };
        found.changed.push(format!("an essay: kept as a card, with {with}"));
        self.card(at, found, CardDraft::Basic { front: draft.stem, back });
    }

    fn came(&mut self, at: SourcePlace, name: &str, changed: Vec<String>) {
        let fate = if changed.is_empty() { Transfer::Kept } else { Transfer::Changed(changed) };
        self.items.push(ItemFate { at: Some(at), item: markup::short(name), fate });
    }

    pub(super) fn dropped(&mut self, at: SourcePlace, name: &str, why: impl Into<String>) {
        self.items.push(ItemFate { at: Some(at), item: markup::short(name), fate: Transfer::Dropped(why.into()) });
    }

    /// A text that asks nothing is kept apart.
    pub(super) fn note(&mut self, at: SourcePlace, words: &str, what: &str) {
        if !words.trim().is_empty() {
            self.notes.push(words.trim().to_owned());
            self.came(at, words, vec![what.to_owned()]);
        }
    }

    /// An item shows these files.
    pub(super) fn pictures(&mut self, files: &[String]) {
        self.pictures.extend(files.iter().cloned());
    }

    /// An item shows this file.
    pub(super) fn picture(&mut self, file: &str) {
        self.pictures.insert(file.to_owned());
    }

    /// A picture or a sound came along.
    pub(super) fn media(&mut self, file: MediaFile) {
        self.media.push(file);
    }

    /// A card was graded where it comes from.
    pub(super) fn review(&mut self, review: PastReview) {
        self.reviews.push(review);
    }

    pub(super) fn finish(mut self) -> ImportedItems {
        self.banks.retain(|bank| !bank.cards.is_empty() || !bank.questions.is_empty());
        let fidelity = Fidelity { format: self.format, items: self.items };
        let Self { banks, pictures, media, reviews, notes, .. } = self;
        ImportedItems { banks, pictures, media, reviews, notes, fidelity }
    }
}

fn bank(title: &str) -> Bank {
    let slug = Some(slug(title)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| "imported".to_owned());
    let lesson = Id::new(slug).unwrap_or_else(|_| unreachable_id());
    Bank { lesson, title: text(&markup::escaped(title), &mut Vec::new()), cards: Vec::new(), questions: Vec::new() }
}

/// A slug is an id already.
fn unreachable_id() -> Id {
    Id::new("imported").unwrap_or_else(|_| unreachable!("a word of small letters is an id"))
}

/// `raw` as a text of a course: what a text may not hold is taken out, and said. `None` when nothing is left.
pub(super) fn text(raw: &str, changed: &mut Vec<String>) -> Option<Text> {
    let raw = raw.trim();
    match Text::new(raw) {
        Ok(text) => Some(text),
        Err(_) if raw.is_empty() => None,
        Err(_) => {
            let clean = markup::without_unsafe(raw);
            let text = Text::new(clean.trim()).ok()?;
            changed.push("characters that nobody sees are gone".to_owned());
            Some(text)
        }
    }
}

fn tags(raw: &[String]) -> Vec<Id> {
    let mut tags: Vec<Id> = raw.iter().filter_map(|tag| Id::new(slug(tag)).ok()).collect();
    tags.sort();
    tags.dedup();
    tags
}

/// Whether a question can be asked at all; the rules of the format say more, and `check` says which.
fn complete(ask: &Ask) -> Result<(), String> {
    match ask {
        Ask::Choice(options) if options.len() < 2 => Err("a single choice needs two options".to_owned()),
        Ask::Choice(options) | Ask::Several(options) if !options.iter().any(|o| o.percent() > 0) => {
            Err("no option is right".to_owned())
        }
        Ask::Choice(options) | Ask::Several(options) if options.len() > 10 => {
            Err(format!("it has {} options, and ten are the most", options.len()))
        }
        Ask::Match { pairs, .. } if pairs.len() < 3 => Err("matching needs three pairs".to_owned()),
        Ask::Match { pairs, .. } if pairs.len() > 9 => Err("nine pairs are the most".to_owned()),
        Ask::Order(steps) if steps.len() < 3 => Err("ordering needs three events".to_owned()),
        Ask::Typed { accept, number: None, gaps, .. } if accept.is_empty() && gaps.is_empty() => {
            Err("no answer is given".to_owned())
        }
        Ask::Choice(_)
        | Ask::Several(_)
        | Ask::TrueFalse(_)
        | Ask::Match { .. }
        | Ask::Order(_)
        | Ask::Typed { .. }
        | Ask::Classify { .. } => Ok(()),
    }
}

/// Words of ours, which are a text.
pub(super) fn plain(words: &str) -> Text {
    Text::new(words).unwrap_or_else(|_| unreachable!("the words are not empty"))
}
