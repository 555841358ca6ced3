//! Slips by name: each operator makes one at a place of a file, and knows what would mend it.

use rand::{Rng, RngExt as _};

/// A file with a slip.
pub(crate) struct Planted {
    pub(crate) text: String,
    /// Where the slip is.
    pub(crate) line: usize,
    /// What the message may name instead of the line.
    pub(crate) named: Option<&'static str>,
    /// Words of which a remedy that applies holds one.
    pub(crate) remedies: Vec<String>,
}

/// A file, and which of its bytes stand in texts or comments.
pub(crate) struct Source<'a> {
    text: &'a str,
    quoted: Vec<bool>,
}

type Operator = fn(&Source<'_>, &mut dyn Rng) -> Option<Planted>;

pub(crate) const OPERATORS: [(&str, Operator); 44] = [
    ("comma left out", |s, r| s.comma(r)),
    ("comma left out in a line", |s, r| s.replaced(r, "\", ", "\" ", &["comma"])),
    ("colon left out", |s, r| s.replaced(r, ": \"", " \"", &[": …"])),
    ("closing bracket left out", |s, r| s.bracket(r, ")")),
    ("closing square bracket left out", |s, r| s.bracket(r, "]")),
    ("round bracket for a square one", |s, r| s.replaced(r, ": [", ": (", &["[…]", "[\"", "`)`"])),
    ("square bracket for a round one", |s, r| {
        s.name(r, |name| (format!("{name}("), format!("{name}["), format!("{name}(")))
    }),
    ("quotation mark left out before", |s, r| s.replaced(r, ": \"", ": ", &["\"", "quotation mark"])),
    ("quotation mark left out behind", |s, r| s.replaced(r, "\",\n", ",\n", &["quotation mark", "\\\""])),
    ("quotation within a text", |s, r| s.in_text(r, |text| text.replacen(' ', " \"so\" ", 1), &["\\\""])),
    ("curly quotation marks", |s, r| s.around(r, "“", "”", &["\"…\""])),
    ("single quotation marks", |s, r| s.around(r, "'", "'", &["\"…\""])),
    ("field misspelt", |s, r| s.field(r, swapped)),
    ("field in capitals", |s, r| s.field(r, str::to_uppercase)),
    ("field in quotation marks", |s, r| s.field(r, |name| format!("\"{name}\""))),
    ("field given twice", |s, r| s.replaced(r, "id: \"", "id: \"twice\", id: \"", &["keep one"])),
    ("stem left out", |s, r| s.field_out(r, "stem")),
    ("name misspelt", |s, r| s.name(r, |name| (format!("{name}("), format!("{}(", swapped(name)), name.to_owned()))),
    ("name in small letters", |s, r| {
        s.name(r, |name| (format!("{name}("), format!("{}(", name.to_lowercase()), name.to_owned()))
    }),
    ("text in square brackets", |s, r| s.replaced(r, "title: \"", "title: [\"", &["title: \"…\"", "close the `[`"])),
    ("list without brackets", |s, r| s.list(r)),
    ("equals sign for a colon", |s, r| s.replaced(r, ": \"", " = \"", &["`:`"])),
    ("semicolon for a comma", |s, r| s.replaced(r, "\", ", "\"; ", &["comma"])),
    ("comma twice", |s, r| s.replaced(r, "\", ", "\",, ", &["take it out"])),
    ("comment of another language", |s, r| {
        s.replaced(r, "\n    id:", "\n    # so\n    id:", &["//"]).map(Planted::a_line_on)
    }),
    ("blank of a web page", |s, r| {
        s.replaced(r, "\n    id:", "\n\u{a0}   id:", &["ordinary blank"]).map(Planted::a_line_on)
    }),
    ("backslash in a text", |s, r| s.in_text(r, |text| format!("\\p{text}"), &["\\\\"])),
    ("control character in a text", |s, r| s.in_text(r, |text| format!("\u{7}{text}"), &["remove it"])),
    ("empty text", |s, r| s.in_text(r, |_| String::new(), &["write something"])),
    ("blank in an id", |s, r| s.replaced(r, "id: \"", "id: \"a ", &["write \"a-"])),
    ("letter that no id has", |s, r| s.replaced(r, "id: \"", "id: \"ä", &["write \"a"])),
    ("number in quotation marks", |s, r| s.number(r, |n| format!("\"{n}\""), |field, n| format!("{field}: {n}"))),
    ("number with decimals", |s, r| s.number(r, |n| format!("{n}.5"), |field, n| format!("{field}: {n}"))),
    ("number with a unit", |s, r| s.number(r, |n| format!("{n} min"), |field, n| format!("{field}: {n}"))),
    ("number below nought", |s, r| s.number(r, |n| format!("-{n}"), |_, n| n.to_owned())),
    ("true with a capital", |s, r| s.replaced(r, "TrueFalse(true)", "TrueFalse(True)", &["true or false"])),
    ("level in quotation marks", |s, r| s.replaced(r, "level: Remember", "level: \"Remember\"", &["level: Remember"])),
    ("positions for names", |s, r| s.replaced(r, "Basic(front: ", "Basic(", &["front: "])),
    ("section that is not there", |s, r| s.replaced(r, "section: \"quay\"", "section: \"quey\"", &["`quay`"])),
    ("work that is not there", |s, r| s.replaced(r, "[\"quay-1990\"]", "[\"quay-1909\"]", &["`quay-1990`"])),
    ("question without a key", |s, r| s.replaced(r, "Right(\"The pilot\")", "Wrong(\"The pilot\")", &["Right(…)"])),
    ("option given twice", |s, r| s.replaced(r, "Wrong(\"The clerk\")", "Wrong(\"The pilot\")", &["different"])),
    ("gap with one brace", |s, r| s.replaced(r, "{{1991::year}}", "{{1991::year}", &["}}"])),
    ("link with one bracket", |s, r| s.replaced(r, "[[pilot]]", "[[pilot]", &["]]"])),
];

/// The name with two letters swapped.
fn swapped(name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let at = (1..letters.len().saturating_sub(1)).find(|&at| letters[at] != letters[at + 1]).unwrap_or(0);
    if at + 1 < letters.len() {
        letters.swap(at, at + 1);
    }
    letters.into_iter().collect()
}

impl Planted {
    /// The slip is on the line after the place.
    fn a_line_on(self) -> Self {
        Self { line: self.line + 1, ..self }
    }
}

impl<'a> Source<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        let (mut quoted, mut at) = (vec![false; text.len()], 0);
        while at < text.len() {
            let rest = &text[at..];
            let long = if rest.starts_with("//") {
                rest.find('\n').unwrap_or(rest.len())
            } else if rest.starts_with("r#\"") {
                rest.find("\"#").map_or(rest.len(), |end| end + 2)
            } else if rest.starts_with('"') {
                text_long(rest)
            } else {
                at += 1;
                continue;
            };
            quoted[at..at + long].fill(true);
            at += long;
        }
        Self { text, quoted }
    }

    /// `from` as `to`, at one of the places where it begins outside texts, or with the mark that opens or closes one.
    fn replaced(&self, chance: &mut dyn Rng, from: &str, to: &str, remedies: &[&str]) -> Option<Planted> {
        let inside = !from.contains('"') && (from.starts_with("[[") || from.starts_with("{{"));
        let fits = |at: &usize| inside || from.starts_with('"') && self.closes(*at) || !self.quoted[*at];
        let places: Vec<usize> = self.text.match_indices(from).map(|(at, _)| at).filter(fits).collect();
        let at = *places.get(chance.random_range(0..places.len().max(1)))?;
        Some(self.planted(at, from.len(), to, remedies.iter().map(|r| (*r).to_owned()).collect()))
    }

    fn closes(&self, at: usize) -> bool {
        self.quoted[at] && self.quoted.get(at + 1) == Some(&false)
    }

    fn planted(&self, at: usize, long: usize, to: &str, remedies: Vec<String>) -> Planted {
        let text = format!("{}{to}{}", &self.text[..at], &self.text[at + long..]);
        Planted { text, line: self.line(at), named: None, remedies }
    }

    fn line(&self, at: usize) -> usize {
        self.text[..at].matches('\n').count() + 1
    }

    /// A comma at the end of a line left out, but not the last in brackets, which is not needed.
    fn comma(&self, chance: &mut dyn Rng) -> Option<Planted> {
        let is_needed = |at: &usize| !self.quoted[*at] && !self.text[at + 1..].trim_start().starts_with([')', ']']);
        let places: Vec<usize> = self.text.match_indices(",\n").map(|(at, _)| at).filter(is_needed).collect();
        let at = *places.get(chance.random_range(0..places.len().max(1)))?;
        Some(self.planted(at, 1, "", vec!["comma".to_owned()]))
    }

    /// A field with its text left out.
    fn field_out(&self, chance: &mut dyn Rng, name: &'static str) -> Option<Planted> {
        let words = self.words(|word, rest| word == name && rest.starts_with(": \""));
        let (at, _) = Self::one(chance, &words)?;
        let text = at + name.len() + 2;
        let end = text + text_long(&self.text[text..]);
        let end = end + usize::from(self.text[end..].starts_with(','));
        let planted = self.planted(at, end - at, "", vec![format!("add `{name}")]);
        Some(Planted { named: Some(name), ..planted })
    }

    /// A bracket left out: the line that counts is the one where it was opened.
    fn bracket(&self, chance: &mut dyn Rng, close: &str) -> Option<Planted> {
        let planted = self.replaced(chance, close, "", &["`)`", "`]`"])?;
        let at = self.text.bytes().zip(planted.text.bytes()).position(|(a, b)| a != b).unwrap_or(self.text.len() - 1);
        let at = self.text[..=at].rfind(close).unwrap_or(at);
        let (mut depth, mut opened) = (0, at);
        for (back, byte) in self.text.bytes().enumerate().take(at + 1).collect::<Vec<_>>().into_iter().rev() {
            match byte {
                b')' | b']' if !self.quoted[back] => depth += 1,
                b'(' | b'[' if !self.quoted[back] => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                opened = back;
                break;
            }
        }
        Some(Planted { line: self.line(opened), ..planted })
    }

    /// The places of words outside texts for which `is` holds.
    fn words(&self, is: impl Fn(&str, &str) -> bool) -> Vec<(usize, &'a str)> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(start) = self.text[at..].find(|c: char| c.is_ascii_alphanumeric()).map(|i| at + i) {
            let long = self.text[start..].find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(0);
            let word = &self.text[start..start + long.max(1)];
            if !self.quoted[start] && is(word, &self.text[start + long..]) {
                found.push((start, word));
            }
            at = start + long.max(1);
        }
        found
    }

    fn one<'w>(chance: &mut dyn Rng, words: &[(usize, &'w str)]) -> Option<(usize, &'w str)> {
        words.get(chance.random_range(0..words.len().max(1))).copied()
    }

    /// A field's name, changed.
    fn field(&self, chance: &mut dyn Rng, changed: fn(&str) -> String) -> Option<Planted> {
        let words =
            self.words(|word, rest| rest.starts_with(": ") && word.len() > 3 && word.starts_with(char::is_lowercase));
        let (at, name) = Self::one(chance, &words)?;
        let remedies = vec![format!("`{name}`"), format!("{name}: ")];
        Some(self.planted(at, name.len(), &changed(name), remedies))
    }

    /// A name before brackets, changed: what stands there, what is to, and a word of the remedy.
    fn name(&self, chance: &mut dyn Rng, changed: fn(&str) -> (String, String, String)) -> Option<Planted> {
        let words =
            self.words(|word, rest| rest.starts_with('(') && word.len() > 3 && word.starts_with(char::is_uppercase));
        let (at, name) = Self::one(chance, &words)?;
        let (from, to, remedy) = changed(name);
        Some(self.planted(at, from.len(), &to, vec![remedy]))
    }

    /// A whole number of a field, changed.
    fn number(
        &self,
        chance: &mut dyn Rng,
        changed: fn(&str) -> String,
        remedy: fn(&str, &str) -> String,
    ) -> Option<Planted> {
        const FIELDS: [&str; 3] = ["minutes", "percent", "points"];
        let words = self.words(|word, rest| FIELDS.contains(&word) && rest.starts_with(": "));
        let (at, field) = Self::one(chance, &words)?;
        let start = at + field.len() + 2;
        let long = self.text[start..].find(|c: char| !c.is_ascii_digit())?;
        let number = &self.text[start..start + long];
        Some(self.planted(start, long, &changed(number), vec![remedy(field, number)]))
    }

    /// A text between plain quotation marks, of two words or more.
    fn texts(&self) -> Vec<(usize, &'a str)> {
        let opens =
            |at: &usize| self.quoted[*at] && self.text[..*at].ends_with([' ', '(', '[']) && !self.quoted[at - 1];
        let places = self.text.match_indices('"').map(|(at, _)| at).filter(opens);
        let text = |at: usize| (at, &self.text[at..at + text_long(&self.text[at..])]);
        places.map(text).filter(|(_, text)| text.contains(' ') && !text.contains(['{', '[', '\\', '\n'])).collect()
    }

    fn in_text(&self, chance: &mut dyn Rng, changed: fn(&str) -> String, remedies: &[&str]) -> Option<Planted> {
        let (at, text) = Self::one(chance, &self.texts())?;
        let inner = &text[1..text.len() - 1];
        let remedies = remedies.iter().map(|r| (*r).to_owned()).collect();
        Some(self.planted(at + 1, inner.len(), &changed(inner), remedies))
    }

    /// Other marks around a text.
    fn around(&self, chance: &mut dyn Rng, open: &str, close: &str, remedies: &[&str]) -> Option<Planted> {
        let (at, text) = Self::one(chance, &self.texts())?;
        let to = format!("{open}{}{close}", &text[1..text.len() - 1]);
        Some(self.planted(at, text.len(), &to, remedies.iter().map(|r| (*r).to_owned()).collect()))
    }

    /// A list of one text without its brackets.
    fn list(&self, chance: &mut dyn Rng) -> Option<Planted> {
        let is_list = |at: &usize| {
            !self.quoted[*at] && self.text[*at..].find("\"]") < self.text[*at + 4..].find(',').map(|i| i + 4)
        };
        let places: Vec<usize> = self.text.match_indices(": [\"").map(|(at, _)| at).filter(is_list).collect();
        let at = *places.get(chance.random_range(0..places.len().max(1)))?;
        let long = self.text[at..].find(']')? + 1;
        let text = &self.text[at + 3..at + long - 1];
        Some(self.planted(at, long, &format!(": {text}"), vec![format!("[{text}]")]))
    }
}

/// The length of the string that `rest` begins with, its marks included.
fn text_long(rest: &str) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip(1) {
        match c {
            '\\' => escaped = !escaped,
            '"' if !escaped => return at + 1,
            _ => escaped = false,
        }
    }
    rest.len()
}
