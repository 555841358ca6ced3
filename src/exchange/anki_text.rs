//! Anki's text export: `#separator:tab`, a note a line. <https://docs.ankiweb.net/importing/text-files.html>

use super::anki_note::{self, FieldReader, NoteFields};
use super::card_draft::CardDraft;
use super::fidelity::{ItemFate, SourcePlace};
use super::intake::{Intake, SourceItem};
use super::outgoing::{Outgoing, face_texts, fate, front, kept, note_links, without_place};
use super::{FormatReader, FormatWriter, decode, markup, separated};

/// Reads and writes Anki's text.
pub(super) struct AnkiText;

/// What the lines at the head say. Columns are counted from 0.
struct Head {
    separator: char,
    is_html: bool,
    guid: Option<usize>,
    deck: Option<usize>,
    kind: Option<usize>,
    tags: Option<usize>,
    /// The kind of all notes.
    all_kind: String,
    /// Tags of all notes.
    all_tags: Vec<String>,
    all_deck: Option<String>,
}

impl FormatReader for AnkiText {
    fn read(&self, bytes: &[u8], intake: &mut Intake) -> Result<(), String> {
        let text = decode(bytes);
        let (head, body, lines) = head(&text);
        if let Some(deck) = &head.all_deck {
            intake.category(&deck.replace("::", "/"));
        }
        for row in separated::rows(body, head.separator) {
            let at = SourcePlace { line: lines + row.line, column: 1 };
            let cells: Vec<&str> = row.cells.iter().map(String::as_str).collect();
            if row.is_torn {
                intake.dropped(at, &cells.join(" "), separated::TORN);
            } else if cells.iter().any(|cell| !cell.trim().is_empty()) {
                note(at, &head, &cells, intake);
            }
        }
        Ok(())
    }
}

/// The lines that begin with `#`, what follows them, and how many they are.
fn head(text: &str) -> (Head, &str, usize) {
    let none = || Head {
        separator: '\t',
        is_html: true,
        guid: None,
        deck: None,
        kind: None,
        tags: None,
        all_kind: String::new(),
        all_tags: Vec::new(),
        all_deck: None,
    };
    let (mut head, mut rest, mut lines) = (none(), text, 0);
    let is_exported = text.starts_with("#separator") || text.starts_with("#html");
    head.is_html = is_exported;
    while let Some(line) = rest.strip_prefix('#') {
        let (line, next) = line.split_once('\n').unwrap_or((line, ""));
        let (key, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.trim();
        let column = value.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        match key.trim().to_lowercase().as_str() {
            "separator" => head.separator = separator(value),
            "html" => head.is_html = value == "true",
            "guid column" => head.guid = column,
            "deck column" => head.deck = column,
            "notetype column" => head.kind = column,
            "tags column" => head.tags = column,
            "notetype" => value.clone_into(&mut head.all_kind),
            "tags" => head.all_tags = value.split(' ').map(str::to_owned).collect(),
            "deck" => head.all_deck = Some(value.to_owned()),
            _ => (),
        }
        (rest, lines) = (next, lines + 1);
    }
    if !is_exported && !rest.contains('\t') {
        head.separator = if rest.contains(';') { ';' } else { ',' };
    }
    (head, rest, lines)
}

fn separator(name: &str) -> char {
    match &name.to_lowercase()[..] {
        "comma" => ',',
        "semicolon" => ';',
        "pipe" => '|',
        "colon" => ':',
        "space" => ' ',
        other => other.chars().next().filter(|_| other.chars().count() == 1).unwrap_or('\t'),
    }
}

fn note(at: SourcePlace, head: &Head, cells: &[&str], intake: &mut Intake) {
    let cell = |column: Option<usize>| {
        column.and_then(|n| cells.get(n)).map(|cell| cell.trim()).filter(|cell| !cell.is_empty())
    };
    if let Some(deck) = cell(head.deck) {
        intake.category(&deck.replace("::", "/"));
    }
    let special = [head.guid, head.deck, head.kind, head.tags];
    let fields: Vec<&str> =
        cells.iter().enumerate().filter(|(n, _)| !special.contains(&Some(*n))).map(|(_, cell)| cell.trim()).collect();
    let mut found = SourceItem { id: None, tags: head.all_tags.clone(), ..SourceItem::default() };
    found
        .tags
        .extend(cell(head.tags).iter().flat_map(|tags| tags.split(' ')).filter(|t| !t.is_empty()).map(str::to_owned));
    found.exact_id = cell(head.guid).and_then(anki_note::card_id);
    if anki_note::is_occlusion(&fields) {
        return intake.dropped(at, "a picture", anki_note::OCCLUSION);
    }
    let mut reader = FieldReader::new(head.is_html);
    let face = face(cell(head.kind).unwrap_or(&head.all_kind), &fields, &mut reader);
    found.changed = reader.changed;
    intake.pictures(&reader.pictures);
    intake.card(at, found, face);
}

fn face(kind: &str, fields: &[&str], reader: &mut FieldReader) -> CardDraft {
    let kind = kind.to_lowercase();
    let field = |n: usize| fields.get(n).copied().unwrap_or_default();
    let has_gaps = kind.contains("cloze") || !anki_note::gap_numbers(field(0)).is_empty();
    let used = if has_gaps { 1 } else { 2 };
    let face = if has_gaps {
        reader.cloze(field(0))
    } else {
        let (front, back) = (reader.read(field(0)), reader.read(field(1)));
        // With a kind that asks both ways where a third field says so, it has to.
        let is_both = kind.contains("revers") && (!kind.contains("optional") || !field(2).is_empty());
        if is_both { CardDraft::TwoWay { front, back } } else { CardDraft::Basic { front, back } }
    };
    if kind.contains("type") {
        reader.note(anki_note::NOT_TYPED.to_owned());
    }
    for more in fields.iter().skip(used).filter(|field| !field.is_empty()) {
        if !kind.contains("optional") {
            reader.note(format!("a field of it is left out: {}", markup::short(more)));
        }
    }
    face
}

impl FormatWriter for AnkiText {
    fn write(&self, course: &Outgoing<'_>, fates: &mut Vec<ItemFate>) -> String {
        let mut text = String::from(
            "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n#tags column:6\n",
        );
        let name = &course.course.about().id;
        for bank in &course.banks {
            for card in &bank.cards {
                let mut changed = Vec::new();
                let (kind, sides) = match NoteFields::of(course, card) {
                    NoteFields::Basic(sides) => ("Basic", sides),
                    NoteFields::TwoWay { front, back, .. } => {
                        changed.push("what each side asks is left out".to_owned());
                        ("Basic (and reversed card)", [front, back])
                    }
                    NoteFields::Cloze(text) => ("Cloze", [text, String::new()]),
                };
                let [front_side, back] = sides;
                note_links(face_texts(&card.face), &mut changed);
                let deck = course.deck(bank);
                let guid = anki_note::guid(name, &card.id);
                let cells = [guid, kind.to_owned(), deck, front_side, back, anki_note::tags(card)];
                text.push_str(&cells.map(|cell| quoted(&cell)).join("\t"));
                text.push('\n');
                fates.push(fate(&card.id, front(&card.face), kept(changed)));
            }
            without_place(&bank.questions, "Anki has cards only", fates);
        }
        text
    }
}

/// A cell: a line feed in it would begin another note.
fn quoted(cell: &str) -> String {
    let one_line = cell.replace('\n', "<br>");
    if one_line.contains(['"', '\t']) || one_line.starts_with('#') {
        format!("\"{}\"", one_line.replace('"', "\"\""))
    } else {
        one_line
    }
}
