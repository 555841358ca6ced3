//! Questions and cards of other programs: read into the course's own model, and written out of it.
//!
//! ```text
//!  bytes ─► a reader for each format ─► intake ─► banks, and a fidelity report: kept, changed, dropped
//!             gift moodle aiken table      │
//!             anki_package anki_text       ├─► course_files   RON for people
//!             markdown
//!  a course ─► outgoing ─► a writer for each format ─► text or a package, and a fidelity report
//!                            these, and qti kahoot lesson_page
//! ```
//! `format` lists the formats; `archive` opens and makes zip files for those that are such.
//! Nothing here touches a file: `commands` reads and writes them. A reader never stops at a bad item: it says what is
//! missing, and where, and goes on.

mod aiken;
mod alike;
mod anki_note;
mod anki_package;
mod anki_text;
mod archive;
mod card_draft;
pub mod course_files;
mod fidelity;
mod format;
mod from_html;
mod gift;
mod html;
mod ids;
mod imported;
mod intake;
mod kahoot;
mod lesson_page;
mod markdown;
mod markup;
mod moodle;
mod options;
mod outgoing;
mod qti;
mod separated;
mod table;
mod typed;

use crate::study::encoding::decode;
pub use fidelity::{Fidelity, ItemFate, SourcePlace, Transfer};
pub use format::Format;
pub use imported::{ImportedItems, MEDIA, MediaFile, PastReview};
pub use intake::Intake;
pub use outgoing::{Outgoing, OutgoingBank};
pub use table::NamedColumns;

use format::AnyWriter;

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

/// A course in another format.
#[derive(Clone, Debug)]
pub struct Exported {
    pub file: ExportedFile,
    pub fidelity: Fidelity,
}

/// What is to stand in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportedFile {
    Text(String),
    /// An archive or a spreadsheet: nothing for a terminal.
    Package(Vec<u8>),
}

/// Reads `bytes`, which came from a file called `name`.
///
/// # Errors
/// When nothing of it can be read: the file is in another format, torn, or empty.
pub fn import(format: Format, name: &str, bytes: &[u8]) -> Result<ImportedItems, String> {
    import_columns(format, name, bytes, None)
}

/// Reads `bytes` as [`import`] does; `columns` says what those of a table hold.
///
/// # Errors
/// As [`import`], and when the table has no such columns.
pub fn import_columns(
    format: Format,
    name: &str,
    bytes: &[u8],
    columns: Option<NamedColumns>,
) -> Result<ImportedItems, String> {
    let mut intake = Intake::new(format, name).with_columns(columns);
    format.reader().ok_or_else(|| format!("{} can only be written", format.name()))?.read(bytes, &mut intake)?;
    Ok(intake.finish())
}

/// Writes a course in another format.
///
/// # Errors
/// When the format is only read, or the package cannot be put together.
pub fn export(format: Format, course: &Outgoing<'_>) -> Result<Exported, String> {
    let mut items = Vec::new();
    let file = match format.writer() {
        None => return Err(format!("{} can only be read", format.name())),
        Some(AnyWriter::Text(writer)) => ExportedFile::Text(writer.write(course, &mut items)),
        Some(AnyWriter::Package(writer)) => ExportedFile::Package(writer.write(course, &mut items)?),
    };
    Ok(Exported { file, fidelity: Fidelity { format, items } })
}

#[cfg(test)]
mod tests;
