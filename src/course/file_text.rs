//! The text of one file of a course, which in the built-in course is compressed until somebody asks for it.

use std::borrow::Cow;
use std::fmt;
use std::io::Read as _;
use std::ops::Deref;
use std::sync::OnceLock;

use flate2::read::DeflateDecoder;

/// A text that is there, or that comes out of compressed bytes when it is first read.
#[derive(Clone)]
pub struct FileText {
    text: OnceLock<Cow<'static, str>>,
    /// Raw DEFLATE.
    compressed: &'static [u8],
}

impl FileText {
    /// A text that was compressed when the program was built.
    pub(super) fn compressed(bytes: &'static [u8]) -> Self {
        Self { text: OnceLock::new(), compressed: bytes }
    }
}

impl Deref for FileText {
    type Target = str;

    fn deref(&self) -> &str {
        self.text.get_or_init(|| {
            let mut text = String::new();
            // The build compressed a text, and the program's own bytes do not change.
            let _ = DeflateDecoder::new(self.compressed).read_to_string(&mut text);
            text.into()
        })
    }
}

impl<T: Into<Cow<'static, str>>> From<T> for FileText {
    fn from(text: T) -> Self {
        Self { text: OnceLock::from(text.into()), compressed: &[] }
    }
}

impl PartialEq for FileText {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl fmt::Debug for FileText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&**self, f)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use crate::course::files;

    #[test]
    fn the_built_in_files_are_those_of_the_folder() {
        for file in files::builtin() {
            let written = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(&file.path)).unwrap();
            assert!(*file.text == written.replace("\r\n", "\n"), "{}", file.path);
        }
    }
}
