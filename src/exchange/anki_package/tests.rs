//! Packages of each form, with what real ones hold.

use prost::Message as _;
use rusqlite::Connection;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};

use super::messages::{MediaEntries, MediaEntry, NoteKindConfig, PackageMetadata, TemplateConfig};
use crate::course::model::{Card, Face};
use crate::exchange::archive::packed;
use crate::exchange::{Format, ImportedItems, import};
use crate::study::memory::Grade;

/// A kind of notes as JSON: its fields, and each template's two sides.
fn kind(name: &str, is_cloze: bool, fields: &[&str], templates: &[[&str; 2]]) -> serde_json::Value {
    let fields: Vec<_> = fields.iter().map(|name| serde_json::json!({"name": name})).collect();
    let templates: Vec<_> =
        templates.iter().map(|[q, a]| serde_json::json!({"name": "Card", "qfmt": q, "afmt": a})).collect();
    serde_json::json!({"name": name, "type": i32::from(is_cloze), "flds": fields, "tmpls": templates})
}

const NOTES: &str = "INSERT INTO notes VALUES
  (1, 'Bq#2x]M', 10, 0, 0, ' Ropes::Knots loop ', 'A <b>bowline</b>?<img src=\"b.png\">' || char(31) || 'fixed loop [sound:a.mp3]', 0, 0, 0, ''),
  (2, 'two', 11, 0, 0, '', 'bowline' || char(31) || 'Palstek' || char(31) || '', 0, 0, 0, ''),
  (3, 'gap', 12, 0, 0, '', 'The {{c2::working end::part}} and {{c1::bight}}; {{c2::so}}' || char(31) || 'more', 0, 0, 0, ''),
  (4, 'eye', 12, 0, 0, '', '{{c1::image-occlusion:rect:left=.1}}' || char(31) || '', 0, 0, 0, ''),
  (5, 'odd', 99, 0, 0, '', 'a', 0, 0, 0, ''),
  (6, 'bare', 10, 0, 0, '', 'only a front' || char(31) || '', 0, 0, 0, '');
INSERT INTO cards VALUES
  (100, 1, 5, 0, 0,0,2,2,9,9,0,2,0,0,0,0,0,''), (101, 2, 5, 0, 0,0,0,0,0,0,0,0,0,0,0,0,0,''), (102, 2, 6, 1, 0,0,0,0,0,0,0,0,0,0,0,5,0,''),
  (103, 3, 5, 0, 0,0,0,0,0,0,0,0,0,0,0,0,0,''), (104, 3, 5, 1, 0,0,0,0,0,0,0,0,0,0,0,0,0,'');
INSERT INTO revlog VALUES (1600000000000, 100, 0, 3, 1, 0, 0, 5000, 0), (1600086400000, 100, 0, 1, 1, 1, 0, 7000, 1),
  (1600086500000, 104, 0, 4, 1, 1, 0, 2000, 1), (1600086600000, 104, 0, 0, 1, 1, 0, 2000, 4);";

fn old_database() -> Connection {
    let db = Connection::open_in_memory().unwrap();
    db.execute_batch(include_str!("schema.sql")).unwrap();
    let kinds = serde_json::json!({
        "10": kind("Basic", false, &["Front", "Back"], &[["{{Front}}", "{{FrontSide}}<hr id=answer>{{Back}}"]]),
        "11": kind("Both", false, &["Front", "Back", "Add Reverse"], &[["{{Front}}", "{{FrontSide}}{{Back}}"], ["{{#Add Reverse}}{{Back}}{{/Add Reverse}}", "{{FrontSide}}{{Front}}"]]),
        "12": kind("Cloze", true, &["Text", "Extra"], &[["{{cloze:Text}}", "{{cloze:Text}}{{Extra}}"]]),
    });
    let decks = serde_json::json!({"5": {"name": "Ropes::Stoppers"}, "6": {"name": "Filtered"}});
    db.execute("INSERT INTO col VALUES (1,0,0,0,11,0,0,0,'{}',?,?,'{}','{}')", [kinds.to_string(), decks.to_string()])
        .unwrap();
    db.execute_batch(NOTES).unwrap();
    db
}

/// The same in the current schema.
fn current_database() -> Connection {
    let db = old_database();
    db.create_collation("unicase", |a, b| a.to_lowercase().cmp(&b.to_lowercase())).unwrap();
    db.execute_batch(
        "CREATE TABLE notetypes (id integer PRIMARY KEY, name text COLLATE unicase, mtime_secs integer, usn integer, config blob);
         CREATE TABLE fields (ntid integer, ord integer, name text COLLATE unicase, config blob, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
         CREATE UNIQUE INDEX idx_fields ON fields (name, ntid);
         CREATE TABLE templates (ntid integer, ord integer, name text, mtime_secs integer, usn integer, config blob, PRIMARY KEY (ntid, ord)) WITHOUT ROWID;
         CREATE TABLE decks (id integer PRIMARY KEY, name text, mtime_secs integer, usn integer, common blob, kind blob);
         INSERT INTO decks VALUES (5, 'Ropes' || char(31) || 'Stoppers', 0, 0, x'', x''), (6, 'Filtered', 0, 0, x'', x'');
         UPDATE col SET ver = 18, models = '', decks = '';",
    )
    .unwrap();
    let kinds = [
        (10, 0, &["Front", "Back"][..], &[["{{Front}}", "{{FrontSide}}{{Back}}"]][..]),
        (11, 0, &["Front", "Back", "Add Reverse"], &[["{{Front}}", "{{Back}}"], ["{{Back}}", "{{Front}}"]]),
        (12, 1, &["Text", "Extra"], &[["{{cloze:Text}}", "{{cloze:Text}}{{Extra}}"]]),
    ];
    for (id, kind, fields, templates) in kinds {
        let config = NoteKindConfig { kind }.encode_to_vec();
        db.execute("INSERT INTO notetypes VALUES (?, 'kind', 0, 0, ?)", (id, config)).unwrap();
        for (ord, name) in (0_i64..).zip(fields) {
            db.execute("INSERT INTO fields VALUES (?, ?, ?, x'')", (id, ord, name)).unwrap();
        }
        for (ord, [question, answer]) in (0_i64..).zip(templates) {
            let config = TemplateConfig { question: (*question).into(), answer: (*answer).into() }.encode_to_vec();
            db.execute("INSERT INTO templates VALUES (?, ?, 'Card', 0, 0, ?)", (id, ord, config)).unwrap();
        }
    }
    db
}

fn bytes(db: &Connection) -> Vec<u8> {
    db.serialize("main").unwrap().to_vec()
}

fn squeezed(bytes: &[u8]) -> Vec<u8> {
    compress_to_vec(bytes, CompressionLevel::Fastest)
}

fn old_package() -> Vec<u8> {
    let database = bytes(&old_database());
    packed([
        ("collection.anki2", b"not this one".as_slice()),
        ("collection.anki21", &database),
        ("media", br#"{"0": "b.png", "1": "../evil.png", "2": "a.mp3"}"#),
        ("0", b"picture"),
        ("1", b"evil"),
    ])
    .unwrap()
}

fn current_package(version: i32) -> Vec<u8> {
    let entries = ["b.png", "/etc/passwd"].map(|name| MediaEntry { name: name.to_owned() }).to_vec();
    packed([
        ("meta", &PackageMetadata { version }.encode_to_vec()[..]),
        ("collection.anki21b", &squeezed(&bytes(&current_database()))),
        ("collection.anki2", b"please update"),
        ("media", &squeezed(&MediaEntries { entries }.encode_to_vec())),
        ("0", &squeezed(b"picture")),
        ("1", &squeezed(b"root")),
    ])
    .unwrap()
}

fn read(bytes: &[u8]) -> ImportedItems {
    import(Format::AnkiPackage, "ropes.apkg", bytes).unwrap()
}

#[test]
fn old_and_current_packages_give_the_same_cards() {
    let (old, current) = (read(&old_package()), read(&current_package(3)));
    for all in [&old, &current] {
        let cards: Vec<&Card> = all.banks.iter().flat_map(|b| &b.cards).collect();
        assert_eq!(all.fidelity.totals(), [1, 2, 3], "{:#?}", all.fidelity.lines("").collect::<Vec<_>>());
        assert!(
            matches!(&cards[0].face, Face::Basic { front, back } if front.as_str().contains("**bowline**") && back.as_str() == "fixed loop"),
            "{cards:?}"
        );
        assert!(
            matches!(&cards[1].face, Face::TwoWay { front, back, .. } if front.as_str() == "bowline" && back.as_str() == "Palstek")
        );
        assert!(
            matches!(&cards[2].face, Face::Cloze(t) if t.as_str() == "The {{working end::part}} and {{bight}}; {{so}}")
        );
        assert_eq!(cards[0].id.as_str(), "anki-_42q_232x_5d_4d");
        assert_eq!(cards[0].tags.iter().map(ToString::to_string).collect::<Vec<_>>(), ["loop", "ropes-knots"]);
        assert_eq!(all.banks[0].title.as_ref().unwrap().as_str(), "Ropes/Stoppers");
        assert_eq!(
            all.media.iter().map(|m| (m.name.as_str(), &m.bytes[..])).collect::<Vec<_>>(),
            [("b.png", b"picture".as_slice())]
        );
    }
    assert_eq!(old.banks, current.banks);
}

#[test]
fn what_does_not_come_is_said() {
    let said: Vec<String> = read(&old_package()).fidelity.lines("").collect();
    for words in [
        "its sound is left out: a.mp3; its picture is shown as its name: b.png",
        "asked for one by one; its field “Extra” is left out",
        "parts of a picture",
        "its kind of note is not in the package",
        "its back is empty",
    ] {
        assert!(said.iter().any(|line| line.contains(words)), "{words}: {said:#?}");
    }
}

#[test]
fn reviews_come_with_the_cards_they_were_of() {
    let reviews = read(&old_package()).reviews;
    let told: Vec<_> = reviews.iter().map(|r| (r.card.to_string(), r.grade, r.took_ms)).collect();
    assert_eq!(
        told,
        [
            ("anki-_42q_232x_5d_4d".to_owned(), Grade::Good, 5000),
            ("anki-_42q_232x_5d_4d".to_owned(), Grade::Again, 7000),
            ("anki-gap/1".to_owned(), Grade::Easy, 2000),
            ("anki-gap/3".to_owned(), Grade::Easy, 2000),
        ],
        "the second and third gap of Anki are the first and third of ours"
    );
}

#[test]
fn packages_that_cannot_be_read_are_refused_with_a_word() {
    let refused = |bytes: &[u8]| import(Format::AnkiPackage, "a.apkg", bytes).unwrap_err();
    assert!(refused(&current_package(4)).contains("from a newer Anki"));
    assert!(refused(b"PK\x03\x04 half").contains("no whole zip file"));
    assert!(refused(&packed([("a", b"b".as_slice())]).unwrap()).contains("no collection"));
    assert!(refused(&packed([("collection.anki2", b"text".as_slice())]).unwrap()).contains("no database"));
    let whole = bytes(&old_database());
    assert!(refused(&packed([("collection.anki2", &whole[..5000])]).unwrap()).contains("damaged"));
    let newer = old_database();
    newer.execute_batch("UPDATE col SET ver = 19").unwrap();
    assert!(refused(&packed([("collection.anki2", &bytes(&newer)[..])]).unwrap()).contains("newer Anki"));
    let view = old_database();
    view.execute_batch("DROP TABLE revlog; CREATE VIEW revlog AS SELECT 1 AS cid").unwrap();
    assert!(refused(&packed([("collection.anki2", &bytes(&view)[..])]).unwrap()).contains("no table “revlog”"));
}

/// A database that says it has a write-ahead log, as those that were copied out of Anki's folder do.
#[test]
fn a_database_with_a_log_beside_it_is_read() {
    let mut database = bytes(&old_database());
    database[18..20].copy_from_slice(&[2, 2]);
    assert_eq!(read(&packed([("collection.anki2", &database[..])]).unwrap()).fidelity.totals(), [1, 2, 3]);
}

/// One note of the kind `kind`, whose card has the queue `queue`.
fn one_note(kind: &serde_json::Value, fields: &str, queue: i64) -> ImportedItems {
    let db = Connection::open_in_memory().unwrap();
    db.execute_batch(include_str!("schema.sql")).unwrap();
    let kinds = serde_json::json!({ "13": kind }).to_string();
    db.execute("INSERT INTO col VALUES (1,0,0,0,11,0,0,0,'{}',?,'{\"5\": {\"name\": \"A\"}}','{}','{}')", [kinds])
        .unwrap();
    db.execute("INSERT INTO notes VALUES (1, 'one', 13, 0, 0, '', ?, 0, 0, 0, '')", [fields]).unwrap();
    db.execute("INSERT INTO cards VALUES (100, 1, 5, 0, 0,0,2,?,9,9,0,2,0,0,0,0,0,'')", [queue]).unwrap();
    read(&packed([("collection.anki2", &bytes(&db)[..])]).unwrap())
}

#[test]
fn words_of_a_template_and_its_conditions_are_on_the_card() {
    let answer = "{{FrontSide}}<hr id=answer>{{Capital}}{{#River}} on the {{River}}{{/River}}";
    let land = kind("Land", false, &["Land", "Capital", "River"], &[["Which is the capital of {{Land}}?", answer]]);
    for (fields, words) in
        [("France\u{1f}Paris\u{1f}Seine", "Paris on the Seine"), ("Chad\u{1f}N'Djamena\u{1f}", "N'Djamena")]
    {
        let all = one_note(&land, fields, 0);
        let Face::Basic { front, back } = &all.banks[0].cards[0].face else { panic!("no two sides") };
        assert!(front.as_str().starts_with("Which is the capital of ") && back.as_str() == words, "{front} {back}");
        assert_eq!(all.fidelity.totals(), [1, 0, 0]);
    }
}

#[test]
fn a_suspended_card_is_said() {
    let basic = kind("Basic", false, &["Front", "Back"], &[["{{Front}}", "{{FrontSide}}<hr id=answer>{{Back}}"]]);
    let told = |queue| one_note(&basic, "a\u{1f}b", queue).fidelity.lines("").collect::<String>();
    assert!(told(-1).contains("suspended in Anki") && told(2).is_empty());
}
