//! Where readers put what they find: items with their ids, and what became of each.

use std::collections::BTreeSet;

use super::card_draft::CardDraft;
use super::fidelity::{Fidelity, ItemFate, SourcePlace, Transfer};
use super::ids::{Ids, slug};
use super::imported::{ImportedItems, MediaFile, PastReview};
use super::table::NamedColumns;
use super::{Format, markup};
use crate::course::model::{Ask, Bank, Card, Feedback, Id, Judged, Picture, Question, Text};

/// Gathers items.
#[derive(Debug)]
pub struct Intake {
    format: Format,
    columns: Option<NamedColumns>,
    banks: Vec<Bank>,
    current: usize,
    ids: Ids,
    /// Files that the item shows whose texts are being read.
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
    pub picture: Option<Picture>,
}

/// Why a source's question is not asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unasked {
    /// Something is missing: it does not come.
    Missing(String),
    /// It is whole, and no kind of question here has room for it: it comes as a card.
    NoPlace {
        why: String,
        /// The answer, in Markdown.
        answer: String,
    },
}

impl From<String> for Unasked {
    fn from(why: String) -> Self {
        Self::Missing(why)
    }
}

impl From<&str> for Unasked {
    fn from(why: &str) -> Self {
        Self::Missing(why.to_owned())
    }
}

impl Intake {
    /// `name` is the file's: its stem is the title of what has no category.
    pub(super) fn new(format: Format, name: &str) -> Self {
        let stem = name.rsplit(['/', '\\']).next().unwrap_or(name);
        let title = stem.rsplit_once('.').map_or(stem, |(stem, _)| stem);
        let (banks, ids, pictures) = (vec![bank(title)], Ids::default(), BTreeSet::new());
        let (media, reviews, notes, items) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { format, columns: None, banks, current: 0, ids, pictures, media, reviews, notes, items }
    }

    /// The same with what the columns of a table hold.
    pub(super) fn with_columns(self, columns: Option<NamedColumns>) -> Self {
        Self { columns, ..self }
    }

    pub(super) fn columns(&self) -> Option<&NamedColumns> {
        self.columns.as_ref()
    }

    /// What follows belongs to the category `title`, such as `Ropes/Stoppers`.
    pub(super) fn category(&mut self, title: &str) {
        let new = bank(title);
        let Some(at) = self.banks.iter().position(|b| b.lesson == new.lesson) else {
            self.current = self.banks.len();
            self.banks.push(new);
            return;
        };
        self.current = at;
        let there = &mut self.banks[at];
        // The file's own name gives way to one that its text says.
        if there.cards.is_empty() && there.questions.is_empty() {
            there.title = new.title;
        }
    }

    /// Takes a question, or says what is missing.
    pub(super) fn question(
        &mut self,
        at: SourcePlace,
        mut found: SourceItem,
        mut draft: QuestionDraft,
        ask: Result<Ask, Unasked>,
    ) {
        let name = found.title.clone().filter(|t| !t.trim().is_empty()).unwrap_or_else(|| draft.stem.clone());
        let built = ask.and_then(|ask| Ok(self.built(&mut found, &mut draft, ask)?));
        match built {
            Ok(question) => {
                self.banks[self.current].questions.push(question);
                self.came(at, &name, found.changed);
            }
            Err(Unasked::NoPlace { why, answer }) => {
                found.changed.push(format!("{why}: kept as a card"));
                self.card(at, found, CardDraft::Basic { front: draft.stem, back: answer });
            }
            Err(Unasked::Missing(why)) => self.dropped(at, &name, why),
        }
    }

    fn built(&mut self, found: &mut SourceItem, draft: &mut QuestionDraft, ask: Ask) -> Result<Question, String> {
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
            picture: draft.picture.take(),
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
        let with = if has_answer { "its model answer as the back" } else { "no model answer, since none is given" };
        found.changed.push(format!("an essay: kept as a card, with {with}"));
        self.card(at, found, CardDraft::Basic { front: draft.stem, back });
    }

    fn came(&mut self, at: SourcePlace, name: &str, mut changed: Vec<String>) {
        let pictures = std::mem::take(&mut self.pictures);
        changed.extend(pictures.iter().map(|file| format!("its picture is shown as its name: {file}")));
        let fate = if changed.is_empty() { Transfer::Kept } else { Transfer::Changed(changed) };
        self.items.push(ItemFate { at: Some(at), item: markup::short(name), fate });
    }

    pub(super) fn dropped(&mut self, at: SourcePlace, name: &str, why: impl Into<String>) {
        self.pictures.clear();
        self.items.push(ItemFate { at: Some(at), item: markup::short(name), fate: Transfer::Dropped(why.into()) });
    }

    /// A text that asks nothing is kept apart.
    pub(super) fn note(&mut self, at: SourcePlace, words: &str, what: &str) {
        if words.trim().is_empty() {
            return self.dropped(at, what, "it has no text");
        }
        self.notes.push(words.trim().to_owned());
        self.came(at, words, vec![format!("{what}: its text is kept in notes.md")]);
    }

    /// The item that is read next shows these files.
    pub(super) fn pictures(&mut self, files: &[String]) {
        self.pictures.extend(files.iter().cloned());
    }

    /// A file is shown by the item as its picture.
    pub(super) fn has_picture(&mut self, file: &str) {
        self.pictures.remove(file);
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
        let Self { banks, media, reviews, notes, .. } = self;
        ImportedItems { banks, media, reviews, notes, fidelity }
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
        Ask::Choice(options) | Ask::Several(options) if !options.iter().any(Judged::is_right) => {
            Err("no option is right".to_owned())
        }
        Ask::Choice(options) | Ask::Several(options) if options.len() < 2 => {
            Err("it needs two options, and has one".to_owned())
        }
        Ask::Choice(options) | Ask::Several(options) if options.len() > 10 => {
            Err(format!("{} of its options are right, and ten options are the most", options.len()))
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
