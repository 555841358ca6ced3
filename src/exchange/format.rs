//! The formats: what each is called, how its files end, and who reads and writes it.

use super::archive::Archive;
use super::outgoing::Outgoing;
use super::{FormatReader, FormatWriter, ItemFate, decode};
use super::{aiken, anki_package, anki_text, gift, kahoot, lesson_page, markdown, moodle, qti, table};

/// A format that can be read or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    Gift,
    MoodleXml,
    Aiken,
    Qti,
    AnkiPackage,
    AnkiText,
    Csv,
    Tsv,
    Spreadsheet,
    Kahoot,
    Markdown,
    LessonPage,
}

/// What is known of a format.
struct FormatEntry {
    /// Its name on the command line.
    id: &'static str,
    /// How a person calls it.
    name: &'static str,
    /// How the names of its files end.
    ending: &'static str,
    reader: Option<&'static dyn FormatReader>,
    writer: Option<AnyWriter>,
}

/// Something that writes a format.
#[derive(Clone, Copy)]
pub(super) enum AnyWriter {
    Text(&'static dyn FormatWriter),
    Package(&'static dyn PackageWriter),
}

/// Something that writes a format whose files are no text.
pub(super) trait PackageWriter: Sync {
    /// As [`FormatWriter::write`].
    ///
    /// # Errors
    /// When the package cannot be put together.
    fn write(&self, course: &Outgoing<'_>, fates: &mut Vec<ItemFate>) -> Result<Vec<u8>, String>;
}

impl Format {
    pub const ALL: [Self; 12] = [
        Self::Gift,
        Self::MoodleXml,
        Self::Aiken,
        Self::Qti,
        Self::AnkiPackage,
        Self::AnkiText,
        Self::Csv,
        Self::Tsv,
        Self::Spreadsheet,
        Self::Kahoot,
        Self::Markdown,
        Self::LessonPage,
    ];

    fn entry(self) -> FormatEntry {
        use AnyWriter::{Package, Text};
        let entry = |id, name, ending, reader, writer| FormatEntry { id, name, ending, reader, writer };
        match self {
            Self::Gift => entry("gift", "GIFT", "gift", Some(&gift::Gift), Some(Text(&gift::Gift))),
            Self::MoodleXml => {
                entry("moodle", "Moodle XML", "xml", Some(&moodle::MoodleXml), Some(Text(&moodle::MoodleXml)))
            }
            Self::Aiken => entry("aiken", "Aiken", "txt", Some(&aiken::Aiken), Some(Text(&aiken::Aiken))),
            Self::Qti => entry("qti", "QTI 1.2", "zip", None, Some(Package(&qti::Qti))),
            Self::AnkiPackage => {
                let both = &anki_package::AnkiPackage;
                entry("anki", "Anki package", "apkg", Some(both), Some(Package(both)))
            }
            Self::AnkiText => {
                entry("anki-text", "Anki text", "txt", Some(&anki_text::AnkiText), Some(Text(&anki_text::AnkiText)))
            }
            Self::Csv => {
                let both = &table::Separated(Some(','));
                entry("csv", "CSV", "csv", Some(both), Some(Text(both)))
            }
            Self::Tsv => {
                let both = &table::Separated(Some('\t'));
                entry("tsv", "tab-separated text", "tsv", Some(both), Some(Text(both)))
            }
            Self::Spreadsheet => {
                let both = &table::Spreadsheet;
                entry("xlsx", "spreadsheet", "xlsx", Some(both), Some(Package(both)))
            }
            Self::Kahoot => entry(
                "kahoot",
                "Kahoot! spreadsheet",
                "xlsx",
                Some(&table::Spreadsheet),
                Some(Package(&kahoot::Kahoot)),
            ),
            Self::Markdown => {
                entry("markdown", "Markdown", "md", Some(&markdown::Markdown), Some(Text(&markdown::Markdown)))
            }
            Self::LessonPage => entry("html", "web page", "html", None, Some(Text(&lesson_page::LessonPage))),
        }
    }

    /// Its name on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.entry().id
    }

    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }

    /// How a person calls it.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.entry().name
    }

    /// How the names of its files end, without the dot.
    #[must_use]
    pub fn ending(self) -> &'static str {
        self.entry().ending
    }

    pub(super) fn reader(self) -> Option<&'static dyn FormatReader> {
        self.entry().reader
    }

    pub(super) fn writer(self) -> Option<AnyWriter> {
        self.entry().writer
    }

    /// The formats that can be read.
    pub fn readable() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|format| format.reader().is_some())
    }

    /// The formats that can be written.
    pub fn writable() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|format| format.writer().is_some())
    }

    /// Which format a file is in, by its name and by what it begins with.
    #[must_use]
    pub fn of_file(name: &str, bytes: &[u8]) -> Option<Self> {
        let ending = name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_lowercase());
        if matches!(&ending[..], "apkg" | "colpkg") {
            return Some(Self::AnkiPackage);
        }
        if bytes.starts_with(b"PK\x03\x04") {
            let is_collection = Archive::open(bytes).is_ok_and(|zip| anki_package::holds_collection(&zip));
            return Some(if is_collection { Self::AnkiPackage } else { Self::Spreadsheet });
        }
        let text = decode(bytes);
        match &ending[..] {
            "gift" => Some(Self::Gift),
            "xml" => Some(Self::MoodleXml),
            "csv" => Some(Self::Csv),
            "tsv" | "tab" => Some(Self::Tsv),
            "md" | "markdown" => Some(Self::Markdown),
            "ods" | "pdf" | "docx" => None,
            _ => Self::of_text(&text),
        }
    }

    fn of_text(text: &str) -> Option<Self> {
        let text = text.trim_start();
        let has_line = |test: &dyn Fn(&str) -> bool| text.lines().any(|line| test(line.trim()));
        if text.starts_with("<?xml") || text.starts_with("<quiz") {
            Some(Self::MoodleXml)
        } else if has_line(&|l| l.get(..7).is_some_and(|head| head.eq_ignore_ascii_case("answer:"))) {
            Some(Self::Aiken)
        } else if text.starts_with("#separator") || text.starts_with("#html") {
            Some(Self::AnkiText)
        } else if text.starts_with("$CATEGORY")
            || text.starts_with("::")
            || has_line(&|l| l.contains('{') && (l.contains('=') || l.contains("{T") || l.contains("{F")))
        {
            Some(Self::Gift)
        } else if has_line(&|l| l.starts_with("Q:") || l.starts_with("C:") || l.starts_with("- [x]")) {
            Some(Self::Markdown)
        } else if has_line(&|l| l.contains('\t')) {
            Some(Self::AnkiText)
        } else {
            None
        }
    }
}
