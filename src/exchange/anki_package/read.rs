//! Notes become cards.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::collection::{AnkiCard, AnkiNote, AnkiReview, CardTemplate, Collection, NoteKind};
use super::template::{is_typed, rendered, shown};
use super::write::TWO_WAY_FIELDS;

use crate::course::model::Id;
use crate::course::outline::{CardKey, Side};
use crate::exchange::anki_note::{self, FieldReader};
use crate::exchange::card_draft::CardDraft;
use crate::exchange::fidelity::SourcePlace;
use crate::exchange::intake::{Intake, SourceItem};
use crate::exchange::{MediaFile, PastReview};
use crate::study::memory::Grade;

/// What of ours a card of Anki's became.
type CardKeys = BTreeMap<i64, Vec<CardKey>>;

/// A note with what belongs to it.
struct WholeNote<'a> {
    note: &'a AnkiNote,
    kind: &'a NoteKind,
    cards: &'a [&'a AnkiCard],
    at: SourcePlace,
}

/// Takes every note of `collection`, and how its cards were graded.
pub(super) fn notes(collection: &Collection, intake: &mut Intake) {
    let mut cards: BTreeMap<i64, Vec<&AnkiCard>> = BTreeMap::new();
    for card in &collection.cards {
        cards.entry(card.note).or_default().push(card);
    }
    let mut keys = CardKeys::new();
    for (line, note) in (1..).zip(&collection.notes) {
        let at = SourcePlace { line, column: 1 };
        let cards = cards.get(&note.id).map_or(&[][..], Vec::as_slice);
        let deck = cards.first().and_then(|card| collection.decks.get(&card.deck));
        intake.category(&deck.map_or("Default", String::as_str).replace("::", "/"));
        match collection.kinds.get(&note.kind) {
            Some(kind) => WholeNote { note, kind, cards, at }.take(intake, &mut keys),
            None => intake.dropped(at, &note.fields.join(" "), "its kind of note is not in the package"),
        }
    }
    for review in &collection.reviews {
        for past in past_reviews(review, &keys) {
            intake.review(past);
        }
    }
}

/// Takes pictures and sounds.
pub(super) fn media(files: Vec<MediaFile>, intake: &mut Intake) {
    for file in files {
        intake.media(file);
    }
}

impl WholeNote<'_> {
    fn take(&self, intake: &mut Intake, keys: &mut CardKeys) {
        if anki_note::is_occlusion(&self.note.fields) {
            intake.dropped(self.at, &self.name(), anki_note::OCCLUSION);
        } else if self.kind.has_gaps {
            self.take_cloze(intake, keys);
        } else if self.kind.fields == TWO_WAY_FIELDS {
            self.take_ours(intake, keys);
        } else {
            self.take_sides(intake, keys);
        }
    }

    /// A card of ours that is asked both ways, as it was written.
    fn take_ours(&self, intake: &mut Intake, keys: &mut CardKeys) {
        let mut reader = FieldReader::new(true);
        let [front, back, ask, ask_back] = TWO_WAY_FIELDS.map(|name| reader.read(self.field(name)));
        let id = self.card(intake, 0, reader, CardDraft::TwoWayAsking { ask, front, ask_back, back });
        self.both_ways(id, keys);
    }

    fn take_cloze(&self, intake: &mut Intake, keys: &mut CardKeys) {
        let asked = self.kind.templates.first().map_or_else(Vec::new, |template| shown(&template.question));
        let name = asked.first().copied().or(self.kind.fields.first().map(String::as_str)).unwrap_or_default();
        let field = self.field(name);
        let mut reader = FieldReader::new(true);
        let draft = reader.cloze(field);
        self.note_unused(&[name], &mut reader);
        let Some(id) = self.card(intake, 0, reader, draft) else { return };
        for card in self.cards {
            let is_asked = |number: &u16| usize::from(*number) == card.place + 1;
            let gaps = (1..).zip(anki_note::gap_numbers(field)).filter(|(_, number)| is_asked(number));
            let sides = gaps.map(|(gap, _)| CardKey { card: id.clone(), side: Side::Gap(gap) });
            keys.insert(card.id, sides.collect());
        }
    }

    /// What each of its cards shows becomes a card; two that ask both ways become one.
    fn take_sides(&self, intake: &mut Intake, keys: &mut CardKeys) {
        let cards = self.sides();
        if let [there, back] = &cards[..] {
            let is_mirror = |asked: &[&str], answer: &[&str]| asked.iter().all(|field| answer.contains(field));
            let is_bare = there.is_bare() && back.is_bare();
            if is_bare && is_mirror(&there.question, &back.answer) && is_mirror(&back.question, &there.answer) {
                let mut reader = FieldReader::new(true);
                let (front, back_side) =
                    (self.text(&there.question, &mut reader), self.text(&back.question, &mut reader));
                let used: Vec<&str> = there.question.iter().chain(&back.question).copied().collect();
                self.note_unused(&used, &mut reader);
                let id = self.card(intake, 0, reader, CardDraft::TwoWay { front, back: back_side });
                return self.both_ways(id, keys);
            }
        }
        for (n, side) in cards.iter().enumerate() {
            let mut reader = FieldReader::new(true);
            let [front, back] = self.shown(side).map(|html| reader.read(&html));
            if n == 0 {
                let used = cards.iter().flat_map(|s| s.question.iter().chain(&s.answer)).copied().collect::<Vec<_>>();
                self.note_unused(&used, &mut reader);
            }
            if cards.len() > 1 {
                reader.note(format!("its {} cards are a card each", cards.len()));
            }
            if side.is_typed {
                reader.note(anki_note::NOT_TYPED.to_owned());
            }
            let id = self.card(intake, n, reader, CardDraft::Basic { front, back });
            if let (Some(card), Some(id)) = (side.card, id) {
                keys.insert(card, vec![CardKey { card: id, side: Side::Front }]);
            }
        }
    }

    /// What its cards show; all that its kind makes where the package has no cards.
    fn sides(&self) -> Vec<Sides<'_>> {
        let templates = &self.kind.templates;
        if self.cards.is_empty() {
            let all = templates.iter().map(|template| Sides::of(None, template));
            // What asks nothing would be no card in Anki either; the first is, so that its want is named.
            return all
                .enumerate()
                .filter(|(n, side)| *n == 0 || !self.text(&side.question, &mut FieldReader::new(true)).is_empty())
                .map(|(_, side)| side)
                .collect();
        }
        let card = |place: usize| self.cards.iter().find(|card| card.place == place);
        let sides = |(place, template)| Some(Sides::of(Some(card(place)?.id), template));
        templates.iter().enumerate().filter_map(sides).collect()
    }

    /// Both sides of a card as HTML. The answer repeats nothing that the question has shown.
    fn shown(&self, sides: &Sides<'_>) -> [String; 2] {
        let is_filled = |name: &str| !self.field(name).is_empty();
        let of = |template: &str, names: &[&str]| {
            rendered(
                template,
                |name| if names.contains(&name) { self.field(name).to_owned() } else { String::new() },
                is_filled,
            )
        };
        [of(&sides.template.question, &sides.question), of(&sides.template.answer, &sides.answer)]
    }

    fn field(&self, name: &str) -> &str {
        let at = self.kind.fields.iter().position(|field| field == name);
        at.and_then(|at| self.note.fields.get(at)).map_or("", |field| field.trim())
    }

    fn text(&self, fields: &[&str], reader: &mut FieldReader) -> String {
        let texts = fields.iter().map(|name| reader.read(self.field(name)));
        texts.filter(|text| !text.trim().is_empty()).collect::<Vec<_>>().join("\n\n")
    }

    /// Says which fields that hold something are on no card.
    fn note_unused(&self, used: &[&str], reader: &mut FieldReader) {
        for name in self.kind.fields.iter().filter(|name| !used.contains(&name.as_str())) {
            if !self.field(name).is_empty() {
                reader.note(format!("its field “{name}” is left out"));
            }
        }
    }

    fn name(&self) -> String {
        self.note.fields.first().cloned().unwrap_or_default()
    }

    /// The `n`-th card that becomes of the note.
    fn card(&self, intake: &mut Intake, n: usize, mut reader: FieldReader, draft: CardDraft) -> Option<Id> {
        if n == 0 && self.cards.iter().any(|card| card.is_suspended) {
            reader.note("it is suspended in Anki: here it is asked".to_owned());
        }
        let own = anki_note::card_id(&self.note.guid);
        let exact_id = if n == 0 { own } else { own.and_then(|id| Id::new(format!("{id}.{}", n + 1)).ok()) };
        let tags = self.note.tags.split_whitespace().map(str::to_owned).collect();
        intake.pictures(&reader.pictures);
        let found = SourceItem { exact_id, tags, changed: reader.changed, ..SourceItem::default() };
        intake.card(self.at, found, draft)
    }

    fn both_ways(&self, id: Option<Id>, keys: &mut CardKeys) {
        let Some(id) = id else { return };
        for (card, side) in self.cards.iter().zip([Side::Front, Side::Back]) {
            keys.insert(card.id, vec![CardKey { card: id.clone(), side }]);
        }
    }
}

/// The fields on either side of a card.
struct Sides<'a> {
    card: Option<i64>,
    template: &'a CardTemplate,
    question: Vec<&'a str>,
    /// Those that only the answer shows.
    answer: Vec<&'a str>,
    is_typed: bool,
}

impl<'a> Sides<'a> {
    fn of(card: Option<i64>, template: &'a CardTemplate) -> Self {
        let mut question = shown(&template.question);
        let is_typed = is_typed(&template.question);
        let mut answer = shown(&template.answer);
        // What is to be typed stands on the question's side, where only a box is seen.
        let typed = template.question.split("{{type:").skip(1).filter_map(|part| part.split_once("}}"));
        let typed: Vec<&str> = typed.map(|(name, _)| name.rsplit(':').next().unwrap_or(name).trim()).collect();
        question.retain(|name| !typed.contains(name));
        answer.retain(|name| !question.contains(name));
        Self { card, template, question, answer, is_typed }
    }

    /// Whether its template has no words of its own.
    fn is_bare(&self) -> bool {
        let html = rendered(&self.template.question, |_| String::new(), |_| true);
        FieldReader::new(true).read(&html).trim().is_empty()
    }
}

fn past_reviews(review: &AnkiReview, keys: &CardKeys) -> Vec<PastReview> {
    let grade = match review.grade {
        1 => Grade::Again,
        2 => Grade::Hard,
        3 => Grade::Good,
        4 => Grade::Easy,
        // A date that was set by hand.
        _ => return Vec::new(),
    };
    let Ok(at) = Timestamp::from_millisecond(review.at_ms) else { return Vec::new() };
    let took_ms = u32::try_from(review.took_ms).unwrap_or(0);
    let cards = keys.get(&review.card).map_or(&[][..], Vec::as_slice);
    cards.iter().map(|card| PastReview { card: card.clone(), at, grade, took_ms }).collect()
}
