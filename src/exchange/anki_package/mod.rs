//! Anki's packages, `.apkg`: a zip file with a SQLite database and media.
//!
//! Anki writes three forms. The oldest has `collection.anki2`, the next `collection.anki21` beside it (both schema 11, kinds of
//! notes and decks as JSON), the current one `collection.anki21b` (schema 18, compressed with Zstandard, settings as protocol
//! buffers). All three are read; the oldest is written, since every Anki takes it.
//! <https://github.com/ankitects/anki/blob/main/proto/anki/import_export.proto>

mod collection;
mod database;
mod json;
mod messages;
mod package;
mod read;
mod template;
mod write;

use super::archive::Archive;
use super::format::PackageWriter;
use super::{FormatReader, Intake, ItemFate, Outgoing};

/// Reads and writes Anki's packages.
pub(super) struct AnkiPackage;

/// Whether a zip file is a package of Anki's.
pub(super) fn holds_collection(zip: &Archive<'_>) -> bool {
    package::COLLECTIONS.iter().any(|name| zip.has(name))
}

impl FormatReader for AnkiPackage {
    fn read(&self, bytes: &[u8], intake: &mut Intake) -> Result<(), String> {
        let mut package = package::Package::open(bytes)?;
        let collection = package.collection()?;
        read::notes(&collection, intake);
        let media = package.media()?;
        read::media(media, intake);
        Ok(())
    }
}

impl PackageWriter for AnkiPackage {
    fn write(&self, course: &Outgoing<'_>, fates: &mut Vec<ItemFate>) -> Result<Vec<u8>, String> {
        write::package(course, fates)
    }
}

#[cfg(test)]
mod tests;
