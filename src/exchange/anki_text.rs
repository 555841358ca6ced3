//! Anki's text export: `#separator:tab`, a note a line. <https://docs.ankiweb.net/importing/text-files.html>

use super::anki_note::{self, FieldReader, NoteFields};
use super::card_draft::CardDraft;
use super::fidelity::{ItemFate, SourcePlace};
use super::intake::{Intake, SourceItem};
use super::outgoing::{Outgoing, fate, front, kept, without_place};
use super::{FormatReader, FormatWriter, decode};

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
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .delimiter(u8::try_from(head.separator).unwrap_or(b'\t'))
            .from_reader(body.as_bytes());
        for record in reader.records() {
            let record = record.map_err(|e| format!("it is no table: {e}"))?;
            let line = lines + record.position().map_or(1, |at| usize::try_from(at.line()).unwrap_or(1));
            let cells: Vec<&str> = record.iter().collect();
            if cells.iter().any(|cell| !cell.trim().is_empty()) {
                note(line, &head, &cells, intake);
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

fn note(line: usize, head: &Head, cells: &[&str], intake: &mut Intake) {
    let at = SourcePlace { line, column: 1 };
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
    let mut reader = FieldReader::new(head.is_html);
    let kind = cell(head.kind).unwrap_or_default().to_lowercase();
    let first = fields.first().copied().unwrap_or_default();
    let face = if kind.contains("cloze") || first.contains("{{c1::") {
        reader.cloze(first)
    } else {
        let (front, back) = (reader.read(first), reader.read(fields.get(1).copied().unwrap_or_default()));
        if kind.contains("revers") { CardDraft::TwoWay { front, back } } else { CardDraft::Basic { front, back } }
    };
    let more = fields.iter().skip(2).filter(|field| !field.is_empty()).count();
    if more > 0 {
        reader.note(format!("its other fields are left out ({more})"));
    }
    found.changed = reader.changed;
    intake.pictures(&reader.pictures);
    intake.card(at, found, face);
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
