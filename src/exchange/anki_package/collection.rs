//! What a database of Anki's holds, in whichever form.

use std::collections::BTreeMap;

use prost::Message as _;
use rusqlite::Connection;

use super::database::{damaged, has_table, number, open, rows, words};
use super::json::{self, NamedJson, NoteKindJson};
use super::messages::{NoteKindConfig, TemplateConfig};

/// The newest schema that is known.
const NEWEST_SCHEMA: i64 = 18;

/// Notes, their cards, and how they were graded.
#[derive(Debug)]
pub(super) struct Collection {
    pub kinds: BTreeMap<i64, NoteKind>,
    /// Names, those of outer decks before them.
    pub decks: BTreeMap<i64, String>,
    /// In the order in which they were made.
    pub notes: Vec<AnkiNote>,
    pub cards: Vec<AnkiCard>,
    pub reviews: Vec<AnkiReview>,
}

/// A kind of notes: its fields, and the cards that are made of them.
#[derive(Debug, Default)]
pub(super) struct NoteKind {
    pub has_gaps: bool,
    pub fields: Vec<String>,
    pub templates: Vec<CardTemplate>,
}

/// What a card shows, with fields in braces.
#[derive(Debug, Default)]
pub(super) struct CardTemplate {
    pub question: String,
    pub answer: String,
}

#[derive(Debug)]
pub(super) struct AnkiNote {
    pub id: i64,
    pub guid: String,
    pub kind: i64,
    pub tags: String,
    pub fields: Vec<String>,
}

#[derive(Debug)]
pub(super) struct AnkiCard {
    pub id: i64,
    pub note: i64,
    /// Which of its note's cards: the template, or a gap's number less one.
    pub place: usize,
    pub deck: i64,
    /// It is not to be asked for now.
    pub is_suspended: bool,
}

/// A card was graded.
#[derive(Debug)]
pub(super) struct AnkiReview {
    pub card: i64,
    /// Milliseconds since 1970.
    pub at_ms: i64,
    /// 1 to 4; 0 where the date was set by hand.
    pub grade: i64,
    pub took_ms: i64,
}

impl Collection {
    /// # Errors
    /// When it is no collection, a newer one than is known, or damaged.
    pub(super) fn read(bytes: Vec<u8>) -> Result<Self, String> {
        let db = open(bytes)?;
        for table in ["col", "notes", "cards", "revlog"] {
            if !has_table(&db, table)? {
                return Err(format!("its collection has no table “{table}”"));
            }
        }
        let schema = rows(&db, "SELECT ver FROM col", |row| number(row, 0))?.first().copied().unwrap_or(0);
        if schema > NEWEST_SCHEMA {
            return Err(format!(
                "it is from a newer Anki (schema {schema}, and {NEWEST_SCHEMA} is the newest known here)"
            ));
        }
        let (kinds, decks) = if has_table(&db, "notetypes")? { current(&db)? } else { old(&db)? };
        let (notes, cards) = (notes(&db)?, cards(&db)?);
        Ok(Self { kinds, decks, notes, cards, reviews: reviews(&db)? })
    }
}

type KindsAndDecks = (BTreeMap<i64, NoteKind>, BTreeMap<i64, String>);

fn old(db: &Connection) -> Result<KindsAndDecks, String> {
    let of = |row: &rusqlite::Row<'_>| Ok((words(row, 0)?, words(row, 1)?));
    let (kinds, decks) = db.query_row("SELECT models, decks FROM col LIMIT 1", [], of).map_err(damaged)?;
    let kinds: BTreeMap<i64, NoteKindJson> = json::by_id(&kinds)?;
    let kind = |it: NoteKindJson| NoteKind {
        has_gaps: it.kind == 1,
        fields: it.fields.into_iter().map(|field| field.name).collect(),
        templates: it.templates.into_iter().map(|t| CardTemplate { question: t.question, answer: t.answer }).collect(),
    };
    let decks: BTreeMap<i64, NamedJson> = json::by_id(&decks)?;
    Ok((
        kinds.into_iter().map(|(id, it)| (id, kind(it))).collect(),
        decks.into_iter().map(|(id, deck)| (id, deck.name)).collect(),
    ))
}

fn current(db: &Connection) -> Result<KindsAndDecks, String> {
    for table in ["fields", "templates", "decks"] {
        if !has_table(db, table)? {
            return Err(format!("its collection has no table “{table}”"));
        }
    }
    let blob = |row: &rusqlite::Row<'_>, column| row.get::<_, Vec<u8>>(column);
    let mut kinds: BTreeMap<i64, NoteKind> = BTreeMap::new();
    for (id, config) in rows(db, "SELECT id, config FROM notetypes", |row| Ok((number(row, 0)?, blob(row, 1)?)))? {
        let has_gaps = NoteKindConfig::decode(&config[..]).is_ok_and(|config| config.kind == 1);
        kinds.insert(id, NoteKind { has_gaps, ..NoteKind::default() });
    }
    let mut fields =
        rows(db, "SELECT ntid, ord, name FROM fields", |row| Ok((number(row, 0)?, number(row, 1)?, words(row, 2)?)))?;
    fields.sort();
    for (kind, _, name) in fields {
        kinds.entry(kind).or_default().fields.push(name);
    }
    let mut templates = rows(db, "SELECT ntid, ord, config FROM templates", |row| {
        Ok((number(row, 0)?, number(row, 1)?, blob(row, 2)?))
    })?;
    templates.sort();
    for (kind, _, config) in templates {
        let TemplateConfig { question, answer } = TemplateConfig::decode(&config[..]).unwrap_or_default();
        kinds.entry(kind).or_default().templates.push(CardTemplate { question, answer });
    }
    let deck = |row: &rusqlite::Row<'_>| Ok((number(row, 0)?, words(row, 1)?.replace('\u{1f}', "::")));
    Ok((kinds, rows(db, "SELECT id, name FROM decks", deck)?.into_iter().collect()))
}

fn notes(db: &Connection) -> Result<Vec<AnkiNote>, String> {
    rows(db, "SELECT id, guid, mid, tags, flds FROM notes ORDER BY id", |row| {
        let fields = words(row, 4)?.split('\u{1f}').map(str::to_owned).collect();
        Ok(AnkiNote { id: number(row, 0)?, guid: words(row, 1)?, kind: number(row, 2)?, tags: words(row, 3)?, fields })
    })
}

/// A card that is in a filtered deck for a while belongs to its own.
fn cards(db: &Connection) -> Result<Vec<AnkiCard>, String> {
    rows(
        db,
        "SELECT id, nid, ord, CASE WHEN odid > 0 THEN odid ELSE did END, queue FROM cards ORDER BY nid, ord",
        |row| {
            let place = usize::try_from(number(row, 2)?).unwrap_or(0);
            let (id, note, deck) = (number(row, 0)?, number(row, 1)?, number(row, 3)?);
            Ok(AnkiCard { id, note, place, deck, is_suspended: number(row, 4)? == -1 })
        },
    )
}

fn reviews(db: &Connection) -> Result<Vec<AnkiReview>, String> {
    rows(db, "SELECT cid, id, ease, time FROM revlog ORDER BY id", |row| {
        let (card, at_ms) = (number(row, 0)?, number(row, 1)?);
        Ok(AnkiReview { card, at_ms, grade: number(row, 2)?, took_ms: number(row, 3)? })
    })
}
