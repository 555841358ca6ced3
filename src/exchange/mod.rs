//! Questions and cards of other programs: read into the course's own model, and written out of it.
//!
//! ```text
//!  bytes ─► a reader for each format ─► intake ─► banks, and a fidelity report: kept, changed, dropped
//!             gift moodle aiken table anki_text markdown   │
//!                                                           ├─► course_files   RON for people
//!  a course ─► outgoing ─► a writer for each format ─► text, and a fidelity report
//! ```
//! Nothing here touches a file: `commands` reads and writes them. A reader never stops at a bad item: it says what is
//! missing, and where, and goes on.

mod aiken;
mod anki_text;
pub mod course_files;
mod fidelity;
mod gift;
mod ids;
mod intake;
mod markdown;
mod markup;
mod moodle;
mod options;
mod outgoing;
mod table;

use crate::study::encoding::decode;
pub use fidelity::{Fidelity, ItemFate, SourcePlace, Transfer};
pub use intake::{ImportedItems, Intake};
pub use outgoing::{Outgoing, OutgoingBank};

/// A format that can be read or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Format {
    Gift,
    MoodleXml,
    Aiken,
    AnkiText,
    Csv,
    Tsv,
    Spreadsheet,
    Markdown,
}

impl Format {
    pub const ALL: [Self; 8] = [
        Self::Gift,
        Self::MoodleXml,
        Self::Aiken,
        Self::AnkiText,
        Self::Csv,
        Self::Tsv,
        Self::Spreadsheet,
        Self::Markdown,
    ];

    /// Its name on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Gift => "gift",
            Self::MoodleXml => "moodle",
            Self::Aiken => "aiken",
            Self::AnkiText => "anki-text",
            Self::Csv => "csv",
            Self::Tsv => "tsv",
            Self::Spreadsheet => "xlsx",
            Self::Markdown => "markdown",
        }
    }

    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.id() == id)
    }

    /// How a person calls it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Gift => "GIFT",
            Self::MoodleXml => "Moodle XML",
            Self::Aiken => "Aiken",
            Self::AnkiText => "Anki text",
            Self::Csv => "CSV",
            Self::Tsv => "tab-separated text",
            Self::Spreadsheet => "spreadsheet",
            Self::Markdown => "Markdown",
        }
    }

    fn reader(self) -> &'static dyn FormatReader {
        match self {
            Self::Gift => &gift::Gift,
            Self::MoodleXml => &moodle::MoodleXml,
            Self::Aiken => &aiken::Aiken,
            Self::AnkiText => &anki_text::AnkiText,
            Self::Csv => &table::Separated(Some(',')),
            Self::Tsv => &table::Separated(Some('\t')),
            Self::Spreadsheet => &table::Spreadsheet,
            Self::Markdown => &markdown::Markdown,
        }
    }

    fn writer(self) -> Option<&'static dyn FormatWriter> {
        match self {
            Self::Gift => Some(&gift::Gift),
            Self::MoodleXml => Some(&moodle::MoodleXml),
            Self::Aiken => Some(&aiken::Aiken),
            Self::AnkiText => Some(&anki_text::AnkiText),
            Self::Csv => Some(&table::Separated(Some(','))),
            Self::Tsv => Some(&table::Separated(Some('\t'))),
            Self::Markdown => Some(&markdown::Markdown),
            Self::Spreadsheet => None,
        }
    }

    /// The formats that can be written.
    pub fn writable() -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(|format| format.writer().is_some())
    }

    /// Which format a file is in, by its name and by what it begins with.
    #[must_use]
    pub fn of_file(name: &str, bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"PK\x03\x04") {
            return Some(Self::Spreadsheet);
        }
        let text = decode(bytes);
        let ending = name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_lowercase());
        match &ending[..] {
            "gift" => Some(Self::Gift),
            "xml" => Some(Self::MoodleXml),
            "csv" => Some(Self::Csv),
            "tsv" | "tab" => Some(Self::Tsv),
            "md" | "markdown" => Some(Self::Markdown),
            "apkg" | "ods" | "pdf" | "docx" => None,
            _ => Self::of_text(&text),
        }
    }

    fn of_text(text: &str) -> Option<Self> {
        let text = text.trim_start();
        let has_line = |test: &dyn Fn(&str) -> bool| text.lines().any(|line| test(line.trim()));
        if text.starts_with("<?xml") || text.starts_with("<quiz") {
            Some(Self::MoodleXml)
        } else if has_line(&|l| l.starts_with("ANSWER:")) {
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

/// Something that reads a format.
trait FormatReader: Sync {
    /// Reads every item of `bytes` into `intake`. What is not this format at all is said in words.
    fn read(&self, bytes: &[u8], intake: &mut Intake) -> Result<(), String>;
}

/// Something that writes a format.
trait FormatWriter: Sync {
    /// Writes what of `course` the format can carry; what it cannot stands in the report.
    fn write(&self, course: &Outgoing<'_>, fates: &mut Vec<ItemFate>) -> String;
}

/// Reads `bytes`, which came from a file called `name`.
///
/// # Errors
/// When nothing of it can be read: the file is in another format, torn, or empty.
pub fn import(format: Format, name: &str, bytes: &[u8]) -> Result<ImportedItems, String> {
    let mut intake = Intake::new(format, name);
    format.reader().read(bytes, &mut intake)?;
    Ok(intake.finish())
}

/// Writes a course in another format. `None` where the format is only read.
#[must_use]
pub fn export(format: Format, course: &Outgoing<'_>) -> Option<(String, Fidelity)> {
    let mut items = Vec::new();
    let text = format.writer()?.write(course, &mut items);
    Some((text, Fidelity { format, items }))
}

#[cfg(test)]
mod tests;
