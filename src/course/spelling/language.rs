//! What typed answers may do with or without, by language: articles, and numbers in words or Roman numerals.

/// A language: whose articles and numbers are known, and what parts whole from decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Language {
    words: KnownWords,
    decimal_point: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum KnownWords {
    English,
    German,
    French,
    Spanish,
    /// Any other: case and accents are folded, articles and numbers are not.
    Unknown,
}

/// A word that says a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NumberWord {
    /// `two`, `ii`.
    Cardinal(usize),
    /// `second`.
    Rank(usize),
    /// `v`: a letter like any other, unless it stands behind a word.
    Letter(usize),
}

/// Languages with a decimal point (CLDR); all others have a comma.
const POINT: [&str; 30] = [
    "en", "ja", "zh", "ko", "th", "he", "yi", "hi", "bn", "ta", "te", "mr", "gu", "kn", "ml", "pa", "si", "ne", "ur",
    "ms", "fil", "ga", "gd", "cy", "mt", "sw", "ar", "fa", "my", "am",
];

/// Regions that have a point where their language has a comma.
const POINT_REGIONS: [&str; 9] = ["es-MX", "es-US", "es-419", "es-GT", "es-PE", "es-PR", "de-CH", "de-LI", "it-CH"];

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
    pub const ENGLISH: Self = Self { words: KnownWords::English, decimal_point: true };

    /// The language of a BCP 47 tag: `en-GB` is English.
    #[must_use]
    pub fn of_tag(tag: &str) -> Self {
        let primary = tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
        let words = match primary.as_str() {
            "en" => KnownWords::English,
            "de" => KnownWords::German,
            "fr" => KnownWords::French,
            "es" => KnownWords::Spanish,
            _ => KnownWords::Unknown,
        };
        let in_region = POINT_REGIONS.iter().any(|region| region.eq_ignore_ascii_case(tag));
        Self { words, decimal_point: in_region || POINT.contains(&primary.as_str()) }
    }

    /// `value` as it is written in this language, and read again.
    #[must_use]
    pub fn decimal(self, value: f64) -> String {
        value.to_string().replace('.', if self.decimal_point { "." } else { "," })
    }

    pub(super) fn is_english(self) -> bool {
        self.words == KnownWords::English
    }

    /// What parts whole from decimal.
    pub(super) fn decimal_sign(self) -> char {
        if self.decimal_point { '.' } else { ',' }
    }

    /// What `&` says between two words.
    pub(super) fn and(self) -> Option<&'static str> {
        match self.words {
            KnownWords::English => Some("and"),
            KnownWords::German => Some("und"),
            KnownWords::French => Some("et"),
            KnownWords::Spanish => Some("y"),
            KnownWords::Unknown => None,
        }
    }

    /// Whether an apostrophe behind `word` parts it from the next: `l'eau`.
    pub(super) fn elides(self, word: &str) -> bool {
        self.words == KnownWords::French && word.eq_ignore_ascii_case("l")
    }

    /// `word`, in small letters and without accents.
    pub(super) fn is_article(self, word: &str) -> bool {
        let articles: &[&str] = match self.words {
            KnownWords::English => &["the", "a", "an"],
            KnownWords::German => {
                &["der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines"]
            }
            KnownWords::French => &["le", "la", "les", "l", "un", "une", "des"],
            KnownWords::Spanish => &["el", "la", "los", "las", "un", "una", "unos", "unas"],
            KnownWords::Unknown => &[],
        };
        articles.contains(&word)
    }

    /// The number up to twelve that `word`, in small letters and without accents, spells out.
    pub(super) fn spelled_number(self, word: &str) -> Option<u8> {
        let at = self.numbers()?.iter().position(|&(_, name, _)| name == word)?;
        u8::try_from(at + 1).ok()
    }

    fn numbers(self) -> Option<&'static Numbers> {
        Some(match self.words {
            KnownWords::English => &ENGLISH,
            KnownWords::German => &GERMAN,
            KnownWords::French => &FRENCH,
            KnownWords::Spanish => &SPANISH,
            KnownWords::Unknown => return None,
        })
    }

    /// The number up to twelve that `word` says: spelt out, by rank, or Roman.
    pub(super) fn number(self, word: &str) -> Option<NumberWord> {
        let names = self.numbers()?;
        if self.is_article(word) {
            return None;
        }
        (1..).zip(names).find_map(|(n, &(roman, name, rank))| match word {
            _ if word == name => Some(NumberWord::Cardinal(n)),
            _ if word == rank => Some(NumberWord::Rank(n)),
            _ if word == roman && roman.len() == 1 => Some(NumberWord::Letter(n)),
            _ if word == roman => Some(NumberWord::Cardinal(n)),
            _ => None,
        })
    }
}
