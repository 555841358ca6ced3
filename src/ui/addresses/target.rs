//! Where a link leads: what an address is made of, and what may be said of it to a terminal.

/// Signs at the beginning of an address that tell that it is one.
pub(super) const LONGEST_START: usize = 16;
/// Longer addresses are left as text: some terminals refuse them.
const LONGEST: usize = 2_000;

/// Whether an address or a DOI begins with these signs.
pub(super) fn begins(signs: &[char]) -> bool {
    let text: String = signs.iter().collect();
    let is_web = ["https://", "http://"].iter().any(|scheme| {
        text.strip_prefix(scheme)
            .and_then(|rest| rest.chars().next())
            .is_some_and(|c| c.is_ascii_alphanumeric() || c == '[')
    });
    is_web || is_doi(&text)
}

/// Whether it begins as a DOI does: `10.`, four to nine digits, a slash.
fn is_doi(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("10.") else { return false };
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    (4..=9).contains(&digits) && rest[digits..].starts_with('/')
}

/// Whether an address can hold `c`.
pub(super) fn may_hold(c: char) -> bool {
    !c.is_whitespace()
        && !c.is_control()
        && !matches!(c, '<' | '>' | '"' | '“' | '”' | '«' | '»' | '│' | '┃' | '|' | '`' | '…')
}

/// As much of the beginning of `text` as one address can hold.
pub(super) fn run(text: &str) -> &str {
    text.split(|c| !may_hold(c)).next().unwrap_or_default()
}

/// `text` without the stops and brackets that belong to the sentence around it.
pub(super) fn trimmed(text: &str) -> &str {
    let mut text = text;
    loop {
        let unopened =
            |close: char, open: char| text.ends_with(close) && text.matches(close).count() > text.matches(open).count();
        if text.ends_with(['.', ',', ';', ':', '!', '?', '\'', '’', '*']) || unopened(')', '(') || unopened(']', '[')
        {
            text = &text[..text.len() - text.chars().next_back().map_or(0, char::len_utf8)];
        } else {
            return text;
        }
    }
}

/// The address as it is sent to the terminal: printable ASCII only, whatever a course wrote; `None` when it is none.
pub(super) fn clean(shown: &str) -> Option<String> {
    let whole = if is_doi(shown) { format!("https://doi.org/{shown}") } else { shown.to_owned() };
    let mut target = String::with_capacity(whole.len());
    for byte in whole.bytes() {
        if byte.is_ascii_graphic() {
            target.push(char::from(byte));
        } else {
            target.push_str(&format!("%{byte:02X}"));
        }
    }
    (target.len() <= LONGEST && begins(&target.chars().take(LONGEST_START).collect::<Vec<_>>())).then_some(target)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_but_printable_ascii_of_the_web_is_sent() {
        assert_eq!(clean("https://a.b/ü").as_deref(), Some("https://a.b/%C3%BC"));
        assert_eq!(clean("https://a.b/\u{1b}\\x").as_deref(), Some("https://a.b/%1B\\x"));
        assert_eq!(clean("file:///etc/passwd"), None);
        assert_eq!(clean("https:///"), None);
        assert_eq!(clean(&format!("https://a.b/{}", "c".repeat(3_000))), None);
        assert_eq!(clean("10.1177/1").as_deref(), Some("https://doi.org/10.1177/1"));
    }
}
