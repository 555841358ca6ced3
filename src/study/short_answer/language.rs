//! What typed answers may do with or without, by language: articles, and numbers in words or Roman numerals.

/// A language whose articles and numbers are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    #[default]
    English,
    German,
    French,
    Spanish,
    /// Any other: case and accents are folded, articles and numbers are not.
    Other,
}

/// One to twelve: Roman, as a word, and by rank.
type Numbers = [(&'static str, &'static str, &'static str); 12];

const ENGLISH: Numbers = [
    ("i", "one", "first"),
    ("ii", "two", "second"),
    ("iii", "three", "third"),
    ("iv", "four", "fourth"),
    ("v", "five", "fifth"),
    ("vi", "six", "sixth"),
    ("vii", "seven", "seventh"),
    ("viii", "eight", "eighth"),
    ("ix", "nine", "ninth"),
    ("x", "ten", "tenth"),
    ("xi", "eleven", "eleventh"),
    ("xii", "twelve", "twelfth"),
];

const GERMAN: Numbers = [
    ("i", "eins", "erste"),
    ("ii", "zwei", "zweite"),
    ("iii", "drei", "dritte"),
    ("iv", "vier", "vierte"),
    ("v", "funf", "funfte"),
    ("vi", "sechs", "sechste"),
    ("vii", "sieben", "siebte"),
    ("viii", "acht", "achte"),
    ("ix", "neun", "neunte"),
    ("x", "zehn", "zehnte"),
    ("xi", "elf", "elfte"),
    ("xii", "zwolf", "zwolfte"),
];

const FRENCH: Numbers = [
    ("i", "un", "premier"),
    ("ii", "deux", "deuxieme"),
    ("iii", "trois", "troisieme"),
    ("iv", "quatre", "quatrieme"),
    ("v", "cinq", "cinquieme"),
    ("vi", "six", "sixieme"),
    ("vii", "sept", "septieme"),
    ("viii", "huit", "huitieme"),
    ("ix", "neuf", "neuvieme"),
    ("x", "dix", "dixieme"),
    ("xi", "onze", "onzieme"),
    ("xii", "douze", "douzieme"),
];

const SPANISH: Numbers = [
    ("i", "uno", "primero"),
    ("ii", "dos", "segundo"),
    ("iii", "tres", "tercero"),
    ("iv", "cuatro", "cuarto"),
    ("v", "cinco", "quinto"),
    ("vi", "seis", "sexto"),
    ("vii", "siete", "septimo"),
    ("viii", "ocho", "octavo"),
    ("ix", "nueve", "noveno"),
    ("x", "diez", "decimo"),
    ("xi", "once", "undecimo"),
    ("xii", "doce", "duodecimo"),
];

impl Language {
    /// The language of a BCP 47 tag: `en-GB` is English.
    #[must_use]
    pub fn of_tag(tag: &str) -> Self {
        match tag.split('-').next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "en" => Self::English,
            "de" => Self::German,
            "fr" => Self::French,
            "es" => Self::Spanish,
            _ => Self::Other,
        }
    }

    /// Whether a point, and not a comma, parts whole from decimal.
    #[must_use]
    pub fn has_decimal_point(self) -> bool {
        matches!(self, Self::English)
    }

    /// `word`, in small letters and without accents.
    pub(super) fn is_article(self, word: &str) -> bool {
        let articles: &[&str] = match self {
            Self::English => &["the", "a", "an"],
            Self::German => {
                &["der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines"]
            }
            Self::French => &["le", "la", "les", "un", "une", "des"],
            Self::Spanish => &["el", "la", "los", "las", "un", "una", "unos", "unas"],
            Self::Other => &[],
        };
        articles.contains(&word)
    }

    /// A Roman or spelt-out number up to twelve as digits; any other word as it is.
    pub(super) fn number(self, word: &str) -> String {
        if self.is_article(word) {
            return word.to_owned();
        }
        let names: &Numbers = match self {
            Self::English => &ENGLISH,
            Self::German => &GERMAN,
            Self::French => &FRENCH,
            Self::Spanish => &SPANISH,
            Self::Other => return word.to_owned(),
        };
        let position = names.iter().position(|&(roman, name, nth)| word == roman || word == name || word == nth);
        position.map_or_else(|| word.to_owned(), |i| (i + 1).to_string())
    }

    /// "one and a half" and "1 1/2" are 1.5.
    pub(super) fn half(self, words: Vec<String>) -> Vec<String> {
        if self != Self::English {
            return words;
        }
        let joined = format!(" {} ", words.join(" "));
        let joined = joined
            .replace(" 1 and a half ", " 1.5 ")
            .replace(" 1 1 2 ", " 1.5 ")
            .replace(" 1 5 ", " 1.5 ")
            .replace(" 1 point 5 ", " 1.5 ");
        joined.split_whitespace().map(str::to_owned).collect()
    }
}
