//! The page that a phone gets: plain HTML, CSS and JavaScript in one answer, which fetches nothing more.
//!
//! ```text
//!  index.html   what it is made of      wire.js      the connection, which comes back by itself, and what the phone remembers
//!  style.css    its look                forms.js     the five ways to answer          screens.js   all else that is shown
//!  room.js      what the host says and what goes back                                 ticket.js    an answer without a network
//! ```
//! `docs/live.md` has the words that go over the wire; `tests/browser/` plays the page in a browser.

use std::io::Write;
use std::sync::LazyLock;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::course::Course;
use crate::print::{html, rich};

const INDEX: &str = include_str!("index.html");
pub(crate) const STYLE: &str = include_str!("style.css");
const SCRIPTS: [(&str, &str); 5] = [
    ("wire.js", include_str!("wire.js")),
    ("ticket.js", include_str!("ticket.js")),
    ("forms.js", include_str!("forms.js")),
    ("screens.js", include_str!("screens.js")),
    ("room.js", include_str!("room.js")),
];

/// What the page may do, as a header: run what is in it and speak to its host. Older phones do not count a WebSocket to the
/// same host as the same origin, so all are allowed.
pub(crate) const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; \
     connect-src 'self' ws:; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// The page.
pub(crate) static PAGE: LazyLock<String> = LazyLock::new(|| {
    let styled = INDEX.replace(r#"<link rel="stylesheet" href="style.css">"#, &format!("<style>{STYLE}</style>"));
    SCRIPTS.iter().fold(styled, |page, (name, script)| {
        page.replace(&format!(r#"<script src="{name}"></script>"#), &format!("<script>{script}</script>"))
    })
});

/// The page as browsers take it that accept `gzip`: a third of its size, which counts when a whole class comes at once.
pub(crate) static PAGE_GZIP: LazyLock<Vec<u8>> = LazyLock::new(|| zipped(&PAGE));

fn zipped(text: &str) -> Vec<u8> {
    let mut to = GzEncoder::new(Vec::new(), Compression::best());
    // Writing into memory does not fail; an empty answer would be seen at once.
    to.write_all(text.as_bytes()).and_then(|()| to.finish()).unwrap_or_default()
}

/// The data sheet: what is kept, where, how long.
pub(crate) fn data_sheet(course: &Course) -> String {
    let title = "What is kept about you";
    let text = rich::html(course, include_str!("../../../docs/data-sheet.md"));
    html::page("en", title, STYLE, maud::html! { h1 { (title) } (text) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_is_one_answer_under_thirty_kilobytes() {
        assert!(!PAGE.contains(" src=") && !PAGE.contains("stylesheet"), "something is fetched after it");
        assert_eq!(PAGE.matches("<script>").count(), SCRIPTS.len());
        assert!((1000..30_000).contains(&PAGE_GZIP.len()), "{} bytes", PAGE_GZIP.len());
    }

    /// Browsers have these only on pages that came encrypted, or from their own machine.
    #[test]
    fn the_page_uses_nothing_that_needs_a_secure_context() {
        for word in ["crypto.", "wakeLock", "clipboard", "serviceWorker", "randomUUID", "innerHTML", "eval("] {
            assert!(!PAGE.contains(word), "{word}");
        }
    }

    #[test]
    fn the_data_sheet_is_a_page() {
        let sheet = data_sheet(&Course::builtin().unwrap());
        assert!(sheet.contains("What is not kept") && !sheet.contains("## "), "{sheet}");
    }
}
