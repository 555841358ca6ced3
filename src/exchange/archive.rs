//! Zip files: those of others are read with limits, so that a small file cannot become a large one; ours are the same
//! whenever they are written.

use std::io::{Cursor, Read as _, Write as _};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Most bytes that all files of an archive may come to.
const LARGEST_WHOLE: u64 = 512 << 20;

/// Most files in it.
const MOST_FILES: usize = 100_000;

/// A zip file of somebody else.
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// How many more bytes it may give.
    left: u64,
}

impl<'a> Archive<'a> {
    /// # Errors
    /// When it is no zip file, or a torn one.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, String> {
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|e| format!("it is no whole zip file: {e}"))?;
        if zip.len() > MOST_FILES {
            return Err(format!("it holds more than {MOST_FILES} files"));
        }
        Ok(Self { zip, left: LARGEST_WHOLE })
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// The bytes of the file `name`.
    ///
    /// # Errors
    /// When there is none, it is torn, or it becomes too large.
    pub(super) fn read(&mut self, name: &str) -> Result<Vec<u8>, String> {
        let file = self.zip.by_name(name).map_err(|e| format!("“{name}” in it cannot be read: {e}"))?;
        let mut bytes = Vec::new();
        file.take(self.left + 1).read_to_end(&mut bytes).map_err(|e| format!("“{name}” in it cannot be read: {e}"))?;
        self.spend(bytes.len())?;
        Ok(bytes)
    }

    /// Unpacks everything once and keeps nothing, so that another reader can be let at it.
    ///
    /// # Errors
    /// When a file of it is torn, or all together become too large.
    pub(super) fn try_all(&mut self) -> Result<(), String> {
        for at in 0..self.zip.len() {
            let file = self.zip.by_index(at).map_err(|e| format!("a file in it cannot be read: {e}"))?;
            let name = file.name().map_or_else(|_| "a file".to_owned(), std::borrow::Cow::into_owned);
            let size = std::io::copy(&mut file.take(self.left + 1), &mut std::io::sink())
                .map_err(|e| format!("“{name}” in it cannot be read: {e}"))?;
            self.spend(usize::try_from(size).unwrap_or(usize::MAX))?;
        }
        Ok(())
    }

    /// Takes note of bytes that came out of it, unpacked as far as they go.
    ///
    /// # Errors
    /// When they are too many.
    pub(super) fn spend(&mut self, bytes: usize) -> Result<(), String> {
        let left = self.left.checked_sub(u64::try_from(bytes).unwrap_or(u64::MAX));
        self.left = left.ok_or_else(|| format!("unpacked it is larger than {} MB", LARGEST_WHOLE >> 20))?;
        Ok(())
    }

    /// How many more bytes it may give.
    pub(super) fn left(&self) -> u64 {
        self.left
    }
}

/// A zip file of `files`, by name, without a time.
///
/// # Errors
/// When one is too large for the format.
pub(super) fn packed<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> Result<Vec<u8>, String> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in files {
        zip.start_file(name, options).map_err(|e| e.to_string())?;
        zip.write_all(bytes).map_err(|e| e.to_string())?;
    }
    Ok(zip.finish().map_err(|e| e.to_string())?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_packed_comes_out_and_what_is_torn_does_not() {
        let bytes = packed([("a/b.txt", b"words".as_slice()), ("c", b"")]).unwrap();
        let mut zip = Archive::open(&bytes).unwrap();
        assert_eq!((zip.read("a/b.txt").unwrap(), zip.has("c"), zip.has("d")), (b"words".to_vec(), true, false));
        assert!(zip.read("d").is_err() && zip.try_all().is_ok());
        assert!(Archive::open(&bytes[..bytes.len() / 2]).is_err());
    }

    #[test]
    fn a_bomb_is_refused_before_it_is_large() {
        let bytes = packed([("bomb", vec![0; 2 << 20].as_slice())]).unwrap();
        assert!(bytes.len() < 10_000);
        let mut zip = Archive::open(&bytes).unwrap();
        zip.left = 1 << 20;
        assert!(zip.read("bomb").unwrap_err().contains("larger than"));
        assert!(zip.try_all().unwrap_err().contains("larger than"));
    }
}
