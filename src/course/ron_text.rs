//! Strings of RON as people write them.

/// What stands around `words` in a string of RON: raw, so that it reads as it was written, where it has line feeds,
/// quotation marks or backslashes.
#[must_use]
pub fn delimiters(words: &str) -> (String, String) {
    if !words.contains(['"', '\\', '\n']) {
        return ("\"".to_owned(), "\"".to_owned());
    }
    let longest = words.split('"').skip(1).map(|rest| rest.chars().take_while(|c| *c == '#').count()).max();
    let marks = "#".repeat(longest.unwrap_or(0) + 1);
    (format!("r{marks}\""), format!("\"{marks}"))
}

/// `words` as a string of RON.
#[must_use]
pub fn quoted(words: &str) -> String {
    let (open, close) = delimiters(words);
    format!("{open}{words}{close}")
}
