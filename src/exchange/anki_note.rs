//! What Anki's text and its packages have in common: how a note is written, and how one is read.
//! <https://docs.ankiweb.net/editing.html>

use super::card_draft::CardDraft;
use super::markup;
use super::outgoing::Outgoing;
use crate::course::model::{Card, Face, Id};

/// How the id of a card begins whose note came from Anki; behind it stands the note's own.
const FROM_ANKI: &str = "anki-";

/// The id that Anki knows a note by. A note that came from there has the one it had, so that it is found again.
pub(super) fn guid(course: &Id, card: &Id) -> String {
    let from_anki = card.as_str().strip_prefix(FROM_ANKI).and_then(unescaped);
    from_anki.unwrap_or_else(|| format!("{course}-{card}"))
}

/// The id of a card whose note has this id in Anki; `None` where it is too long for one.
pub(super) fn card_id(guid: &str) -> Option<Id> {
    let escaped: String = guid
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' => char::from(byte).to_string(),
            other => format!("_{other:02x}"),
        })
        .collect();
    Id::new(format!("{FROM_ANKI}{escaped}")).ok().filter(|_| !guid.is_empty())
}

fn unescaped(id: &str) -> Option<String> {
    let mut parts = id.split('_');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(part.get(..2)?, 16).ok()?);
        bytes.extend(part.get(2..)?.bytes());
    }
    String::from_utf8(bytes).ok()
}

/// A card's fields in Anki, as HTML.
pub(super) enum NoteFields {
    Basic([String; 2]),
    TwoWay { front: String, back: String, ask: String, ask_back: String },
    Cloze(String),
}

impl NoteFields {
    pub(super) fn of(course: &Outgoing<'_>, card: &Card) -> Self {
        let html = |text: &str| course.html(text);
        match &card.face {
            Face::Basic { front, back } => Self::Basic([front, back].map(|side| html(side.as_str()))),
            Face::TwoWay { ask, front, ask_back, back } => {
                let [front, back, ask, ask_back] = [front, back, ask, ask_back].map(|text| html(text.as_str()));
                Self::TwoWay { front, back, ask, ask_back }
            }
            Face::Cloze(text) => Self::Cloze(html(&numbered(text.as_str()))),
        }
    }
}

/// Tags as Anki writes them.
pub(super) fn tags(card: &Card) -> String {
    card.tags.iter().map(Id::as_str).collect::<Vec<_>>().join(" ")
}

/// `{{answer}}` becomes `{{c1::answer}}`, each gap with a number of its own.
fn numbered(text: &str) -> String {
    let mut parts = text.split("{{");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for (n, part) in parts.enumerate() {
        out.push_str(&format!("{{{{c{}::{part}", n + 1));
    }
    out
}

/// A field of a note as Markdown, and what is another in it now.
pub(super) struct FieldReader {
    pub is_html: bool,
    pub pictures: Vec<String>,
    pub changed: Vec<String>,
}

impl FieldReader {
    pub(super) fn new(is_html: bool) -> Self {
        Self { is_html, pictures: Vec::new(), changed: Vec::new() }
    }

    /// The field without its sounds, formulas in the notations of schools.
    pub(super) fn read(&mut self, field: &str) -> String {
        let silent = self.without_sounds(field);
        if !self.is_html {
            return markup::escaped(&silent);
        }
        let text = FORMULAS.iter().fold(silent, |text, (theirs, known)| text.replace(theirs, known));
        markup::from_html(&text, &mut self.pictures)
    }

    fn without_sounds(&mut self, field: &str) -> String {
        let mut parts = field.split("[sound:");
        let mut text = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            match part.split_once(']') {
                Some((sound, rest)) => {
                    self.note(format!("its sound is left out: {sound}"));
                    text.push_str(rest);
                }
                None => text.push_str(&format!("[sound:{part}")),
            }
        }
        text
    }

    /// Gaps with their answers and hints. Gaps that Anki asks for together are asked for one by one.
    pub(super) fn cloze(&mut self, field: &str) -> CardDraft {
        let numbers = gap_numbers(field);
        if numbers.iter().enumerate().any(|(n, number)| numbers[..n].contains(number)) {
            self.note("gaps that Anki asks for together are asked for one by one".to_owned());
        }
        let text = self.read(field);
        CardDraft::Cloze(self.unnested(&text))
    }

    /// `{{c1::answer::hint}}` becomes `{{answer::hint}}`; of gaps within gaps the outer one stays.
    pub(super) fn unnested(&mut self, text: &str) -> String {
        let (mut out, mut rest, mut depth) = (String::new(), text, 0_usize);
        let mut is_nested = false;
        loop {
            let open = rest.match_indices("{{c").map(|(at, _)| at).find(|at| number_at(&rest[at + 3..]).is_some());
            let close = rest.find("}}").filter(|_| depth > 0);
            match (open, close) {
                (Some(at), close) if close.is_none_or(|close| at < close) => {
                    out.push_str(&rest[..at]);
                    let (_, behind) = number_at(&rest[at + 3..]).unwrap_or((0, ""));
                    (rest, depth) = (behind, depth + 1);
                    is_nested |= depth > 1;
                    if depth == 1 {
                        out.push_str("{{");
                    }
                }
                (_, Some(at)) => {
                    out.push_str(&rest[..at]);
                    (rest, depth) = (&rest[at + 2..], depth - 1);
                    if depth == 0 {
                        out.push_str("}}");
                    }
                }
                (_, None) => break,
            }
        }
        if is_nested {
            self.note("of gaps within gaps the outer ones are asked for".to_owned());
        }
        out + rest
    }

    pub(super) fn note(&mut self, what: String) {
        if !self.changed.contains(&what) {
            self.changed.push(what);
        }
    }
}

/// Whether a note hides parts of a picture.
pub(super) fn is_occlusion(fields: &[impl AsRef<str>]) -> bool {
    fields.iter().any(|field| field.as_ref().contains("image-occlusion:"))
}

/// Why such a note is no card.
pub(super) const OCCLUSION: &str = "its gaps are parts of a picture, which cards here do not have";

/// What is said of a card whose answer is typed in Anki.
pub(super) const NOT_TYPED: &str = "its answer is not typed";

/// Anki's own marks of formulas, and those that [`markup::from_html`] knows.
const FORMULAS: [(&str, &str); 6] = [
    ("[$$]", "\\["),
    ("[/$$]", "\\]"),
    ("[$]", "\\("),
    ("[/$]", "\\)"),
    ("<anki-mathjax>", "\\("),
    ("</anki-mathjax>", "\\)"),
];

/// The number of each gap of a field, in the order of the text.
pub(super) fn gap_numbers(field: &str) -> Vec<u16> {
    field.split("{{c").skip(1).filter_map(|part| number_at(part).map(|(number, _)| number)).collect()
}

/// The number that a gap begins with, and what stands behind its colons.
fn number_at(part: &str) -> Option<(u16, &str)> {
    let digits = part.len() - part.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = part[digits..].strip_prefix("::")?;
    Some((part[..digits].parse().ok()?, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_from_anki_goes_back_under_its_own_id() {
        let course = Id::new("ropes").unwrap();
        for guid in ["Bq#2x]M{~k", "a_b-C.d", "é"] {
            assert_eq!(super::guid(&course, &card_id(guid).unwrap()), guid);
        }
        assert_eq!(super::guid(&course, &Id::new("c-bowline").unwrap()), "ropes-c-bowline");
        assert_eq!((card_id(""), card_id(&"x".repeat(80))), (None, None));
    }

    #[test]
    fn gaps_keep_answers_and_hints() {
        let mut reader = FieldReader::new(true);
        let CardDraft::Cloze(text) = reader.cloze("The {{c1::working <b>end</b>::part}} and {{c2::bight}}.") else {
            panic!("no gaps")
        };
        assert_eq!((text.as_str(), reader.changed.len()), ("The {{working **end**::part}} and {{bight}}.", 0));
        let CardDraft::Cloze(text) = reader.cloze("{{c1::one {{c2::two}} three}} {{c1::four}}") else { panic!() };
        assert_eq!(text, "{{one two three}} {{four}}");
        assert_eq!(reader.changed.len(), 2, "{:?}", reader.changed);
    }

    #[test]
    fn sounds_and_formulas_are_read() {
        let mut reader = FieldReader::new(true);
        assert_eq!(reader.read("[$]a^2[/$] [sound:a.mp3]is"), "$a^2$ is");
        assert_eq!(reader.changed, ["its sound is left out: a.mp3"]);
    }
}
