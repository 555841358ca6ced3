//! The zip file around a collection: which form it is in, its database, its media.

use std::collections::BTreeMap;
use std::io::Read as _;

use prost::Message as _;
use ruzstd::decoding::StreamingDecoder;

use super::collection::Collection;
use super::messages::{MediaEntries, PackageMetadata};
use crate::exchange::MediaFile;
use crate::exchange::archive::Archive;

/// The databases that a package may hold, the newest form first. A newer form has an old one beside it that only says so.
pub(super) const COLLECTIONS: [&str; 3] = ["collection.anki21b", "collection.anki21", "collection.anki2"];

/// The newest form that is known.
const NEWEST: i32 = 3;

/// How a magic number tells a file that is compressed with Zstandard.
const ZSTANDARD: &[u8] = &[0x28, 0xb5, 0x2f, 0xfd];

/// A package that was opened.
pub(super) struct Package<'a> {
    zip: Archive<'a>,
}

impl<'a> Package<'a> {
    /// # Errors
    /// When it is no package, or one of a newer form than is known.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, String> {
        let mut zip = Archive::open(bytes)?;
        if zip.has("meta") {
            let meta = zip.read("meta")?;
            let version = PackageMetadata::decode(&meta[..]).map_or(0, |meta| meta.version);
            if version > NEWEST {
                return Err(format!(
                    "it is from a newer Anki (form {version}, and {NEWEST} is the newest known here). In Anki's export window, tick \
                     “Support older Anki versions”"
                ));
            }
        }
        Ok(Self { zip })
    }

    /// # Errors
    /// When there is none, or it is damaged.
    pub(super) fn collection(&mut self) -> Result<Collection, String> {
        let name = COLLECTIONS.into_iter().find(|name| self.zip.has(name));
        let name = name.ok_or("no collection of Anki's is in it")?;
        let bytes = self.zip.read(name)?;
        Collection::read(self.unpacked(bytes)?)
    }

    /// Pictures and sounds under the names that notes know them by. One that is damaged is passed over.
    ///
    /// # Errors
    /// When all together are too large.
    pub(super) fn media(&mut self) -> Result<Vec<MediaFile>, String> {
        let mut media = Vec::new();
        for (file, name) in self.media_names() {
            if !self.zip.has(&file) {
                continue;
            }
            let Ok(bytes) = self.zip.read(&file) else {
                self.zip.spend(0)?;
                continue;
            };
            media.extend(MediaFile::new(&name, self.unpacked(bytes)?));
        }
        Ok(media)
    }

    /// What the files `0`, `1` and so on are called.
    fn media_names(&mut self) -> BTreeMap<String, String> {
        let Ok(bytes) = self.zip.read("media").and_then(|bytes| self.unpacked(bytes)) else { return BTreeMap::new() };
        if let Ok(names) = serde_json::from_slice(&bytes) {
            return names;
        }
        let entries = MediaEntries::decode(&bytes[..]).unwrap_or_default().entries;
        entries.into_iter().enumerate().map(|(n, entry)| (n.to_string(), entry.name)).collect()
    }

    /// `bytes`, or what they hold where they are compressed once more.
    fn unpacked(&mut self, bytes: Vec<u8>) -> Result<Vec<u8>, String> {
        if !bytes.starts_with(ZSTANDARD) {
            return Ok(bytes);
        }
        let damaged = |e: &dyn std::fmt::Display| format!("a file in it is damaged: {e}");
        let decoder = StreamingDecoder::new(&bytes[..]).map_err(|e| damaged(&e))?;
        let mut whole = Vec::new();
        decoder.take(self.zip.left() + 1).read_to_end(&mut whole).map_err(|e| damaged(&e))?;
        self.zip.spend(whole.len())?;
        Ok(whole)
    }
}
