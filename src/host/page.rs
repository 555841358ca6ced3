//! The page that a device gets.

use std::sync::LazyLock;

use crate::course::Course;

/// What the page may do, as a header.
pub(crate) const POLICY: &str = "default-src 'none'";

/// The page.
pub(crate) static PAGE: LazyLock<String> = LazyLock::new(|| "<!DOCTYPE html><title>Room</title>".to_owned());

/// The page, compressed.
pub(crate) static PAGE_GZIP: LazyLock<Vec<u8>> = LazyLock::new(Vec::new);

/// The data sheet.
pub(crate) fn data_sheet(_: &Course) -> String {
    PAGE.clone()
}
