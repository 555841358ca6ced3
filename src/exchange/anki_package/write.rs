//! Cards become notes of Anki's, each in a deck of its lesson. The ids of kinds, decks and notes come from ours, so that a
//! second package brings what is new into the first, and leaves what Anki knows of its reviews.

use rusqlite::{Connection, params};
use serde_json::{Map, Value, json};

use super::database::damaged;
use crate::course::model::Card;
use crate::exchange::anki_note::{self, NoteFields};
use crate::exchange::archive::packed;
use crate::exchange::fidelity::ItemFate;
use crate::exchange::outgoing::{Outgoing, face_texts, fate, front, kept, note_links, without_place};
use crate::study::chance::fnv;

/// The fields of a card that is asked both ways.
pub(super) const TWO_WAY_FIELDS: [&str; 4] = ["Front", "Back", "Ask", "Ask back"];

const CSS: &str = ".card { font-family: Georgia, serif; font-size: 21px; text-align: center; color: black; background: white; }
.ask { color: gray; font-size: 17px; } .cloze { font-weight: bold; color: #1f5fa8; } .nightMode .cloze { color: #8fbfff; }";

/// A kind of notes that packages of ours have.
#[derive(Clone, Copy)]
enum OwnKind {
    Basic,
    TwoWay,
    Cloze,
}

impl OwnKind {
    const ALL: [Self; 3] = [Self::Basic, Self::TwoWay, Self::Cloze];

    /// The same in every package, so that a second one brings no second kind.
    fn id(self) -> i64 {
        1_790_000_000_001
            + match self {
                Self::Basic => 0,
                Self::TwoWay => 1,
                Self::Cloze => 2,
            }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Basic => "ninetracks Basic",
            Self::TwoWay => "ninetracks Both ways",
            Self::Cloze => "ninetracks Cloze",
        }
    }

    fn fields(self) -> &'static [&'static str] {
        match self {
            Self::Basic => &["Front", "Back"],
            Self::TwoWay => &TWO_WAY_FIELDS,
            Self::Cloze => &["Text"],
        }
    }

    /// The name, the question's side and the answer's of each kind of card.
    fn templates(self) -> &'static [[&'static str; 3]] {
        match self {
            Self::Basic => &[["Card 1", "{{Front}}", "{{FrontSide}}\n<hr id=answer>\n{{Back}}"]],
            Self::TwoWay => &[
                ["Card 1", "<div class=ask>{{Ask}}</div>\n{{Front}}", "{{FrontSide}}\n<hr id=answer>\n{{Back}}"],
                ["Card 2", "<div class=ask>{{Ask back}}</div>\n{{Back}}", "{{FrontSide}}\n<hr id=answer>\n{{Front}}"],
            ],
            Self::Cloze => &[["Cloze", "{{cloze:Text}}", "{{cloze:Text}}"]],
        }
    }

    fn json(self, now: i64) -> Value {
        let fields = self.fields().iter().enumerate().map(|(ord, name)| {
            json!({"name": name, "ord": ord, "font": "Arial", "size": 20, "rtl": false, "sticky": false, "media": []})
        });
        let templates = self.templates().iter().enumerate().map(|(ord, [name, question, answer])| {
            json!({"name": name, "ord": ord, "qfmt": question, "afmt": answer, "bqfmt": "", "bafmt": "", "did": null})
        });
        let required: Vec<Value> =
            (0..self.templates().len()).map(|ord| json!([ord, "any", [ord.min(self.fields().len() - 1)]])).collect();
        json!({
            "id": self.id(), "name": self.name(), "type": i32::from(matches!(self, Self::Cloze)), "mod": now, "usn": -1,
            "sortf": 0, "did": 1, "css": CSS, "flds": fields.collect::<Value>(), "tmpls": templates.collect::<Value>(),
            "req": required, "tags": [], "vers": [],
            "latexPre": "\\documentclass[12pt]{article}\n\\begin{document}\n", "latexPost": "\\end{document}",
        })
    }
}

/// What is put into the database.
struct NoteWriter<'a> {
    db: &'a Connection,
    /// Seconds since 1970.
    now: i64,
    /// The last id that a note or a card was given.
    last: i64,
    /// How many cards there are.
    cards: i64,
}

/// The whole package.
pub(super) fn package(course: &Outgoing<'_>, fates: &mut Vec<ItemFate>) -> Result<Vec<u8>, String> {
    let db = Connection::open_in_memory().map_err(damaged)?;
    db.execute_batch(include_str!("schema.sql")).map_err(damaged)?;
    let now = course.at.as_second();
    let mut writer = NoteWriter { db: &db, now, last: course.at.as_millisecond(), cards: 0 };
    let about = course.course.about();
    let mut decks = vec![(1, "Default".to_owned()), (deck_id(about.title.as_str()), about.title.as_str().to_owned())];
    for bank in &course.banks {
        let name = course.deck(bank);
        let deck = deck_id(&name);
        for card in &bank.cards {
            writer.note(course, card, deck).map_err(damaged)?;
            let mut changed = Vec::new();
            note_links(face_texts(&card.face), &mut changed);
            fates.push(fate(&card.id, front(&card.face), kept(changed)));
        }
        without_place(&bank.questions, "Anki has cards only", fates);
        if !bank.cards.is_empty() {
            decks.push((deck, name));
        }
    }
    collection(&db, now, &decks, &course.attribution()).map_err(damaged)?;
    let bytes = db.serialize("main").map_err(damaged)?;
    packed([("collection.anki2", &bytes[..]), ("media", b"{}")])
}

impl NoteWriter<'_> {
    fn note(&mut self, course: &Outgoing<'_>, card: &Card, deck: i64) -> rusqlite::Result<()> {
        let (kind, fields, cards) = match NoteFields::of(course, card) {
            NoteFields::Basic(sides) => (OwnKind::Basic, sides.to_vec(), 1),
            NoteFields::TwoWay { front, back, ask, ask_back } => (OwnKind::TwoWay, vec![front, back, ask, ask_back], 2),
            NoteFields::Cloze(text) => {
                let gaps = anki_note::gap_numbers(&text).len();
                (OwnKind::Cloze, vec![text], gaps)
            }
        };
        let note = self.next_id();
        let guid = anki_note::guid(&course.course.about().id, &card.id);
        let tags = match anki_note::tags(card) {
            tags if tags.is_empty() => tags,
            tags => format!(" {tags} "),
        };
        self.db.prepare_cached("INSERT INTO notes VALUES (?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')")?.execute(params![
            note,
            guid,
            kind.id(),
            self.now,
            tags,
            fields.join("\u{1f}"),
            fields[0],
        ])?;
        for place in 0..i64::try_from(cards).unwrap_or(0) {
            let id = self.next_id();
            self.cards += 1;
            self.db
                .prepare_cached("INSERT INTO cards VALUES (?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')")?
                .execute(params![id, note, deck, place, self.now, self.cards])?;
        }
        Ok(())
    }

    fn next_id(&mut self) -> i64 {
        self.last += 1;
        self.last
    }
}

/// The row of the table `col`: settings, kinds of notes, decks.
fn collection(db: &Connection, now: i64, decks: &[(i64, String)], licence: &str) -> rusqlite::Result<()> {
    let kinds: Map<String, Value> =
        OwnKind::ALL.map(|kind| (kind.id().to_string(), kind.json(now))).into_iter().collect();
    let decks: Map<String, Value> =
        decks.iter().map(|(id, name)| (id.to_string(), deck(*id, name, now, licence))).collect();
    let settings = json!({
        "activeDecks": [1], "curDeck": 1, "newSpread": 0, "collapseTime": 1200, "timeLim": 0, "estTimes": true, "dueCounts": true,
        "curModel": null, "nextPos": 1, "sortType": "noteFld", "sortBackwards": false, "addToCur": true, "dayLearnFirst": false,
    });
    db.execute(
        "INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, '{}')",
        params![
            now,
            now * 1000,
            now * 1000,
            settings.to_string(),
            Value::from(kinds).to_string(),
            Value::from(decks).to_string(),
            json!({"1": deck_options()}).to_string(),
        ],
    )?;
    Ok(())
}

fn deck(id: i64, name: &str, now: i64, licence: &str) -> Value {
    let licence = if id == 1 { "" } else { licence };
    json!({
        "id": id, "name": name, "desc": licence, "mod": now, "usn": -1, "conf": 1, "dyn": 0, "collapsed": false,
        "browserCollapsed": false, "extendNew": 0, "extendRev": 0, "newToday": [0, 0], "revToday": [0, 0], "lrnToday": [0, 0],
        "timeToday": [0, 0],
    })
}

/// Anki's own settings of a deck.
fn deck_options() -> Value {
    json!({
        "id": 1, "name": "Default", "mod": 0, "usn": 0, "maxTaken": 60, "autoplay": true, "timer": 0, "replayq": true, "dyn": false,
        "new": {"bury": false, "delays": [1, 10], "initialFactor": 2500, "ints": [1, 4, 7], "order": 1, "perDay": 20},
        "rev": {"bury": false, "ease4": 1.3, "ivlFct": 1, "maxIvl": 36500, "perDay": 200, "hardFactor": 1.2},
        "lapse": {"delays": [10], "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0},
    })
}

/// The same for a name in every package.
fn deck_id(name: &str) -> i64 {
    let number = fnv(name.as_bytes()) % 100_000_000_000;
    1_600_000_000_000 + i64::try_from(number).unwrap_or(0)
}
