//! Texts of other programs as Markdown: plain words, HTML, and formulas in the notations that schools use.

use super::from_html;
use crate::course::markdown;
use crate::course::model::Text;
use crate::print::rich;

/// Most characters of a text that stands for an item in a report.
const SHORT: usize = 60;

/// Plain words as Markdown that shows them as they are, lines kept apart.
pub(super) fn escaped(words: &str) -> String {
    let words = words.trim();
    let is_line = !words.contains('\n');
    if is_line && markdown::plain(words) == words && !words.contains("{{") {
        return words.to_owned();
    }
    let lines: Vec<String> = words.lines().map(|line| rich::escaped(line.trim_end())).collect();
    let lines: Vec<String> = if is_line { lines } else { lines.iter().map(|line| at_head(line)).collect() };
    let mut text = String::new();
    for (at, line) in lines.iter().enumerate() {
        text.push_str(line);
        let next = lines.get(at + 1);
        // A line that ends with a backslash is broken there.
        match next {
            Some(next) if !line.is_empty() && !next.is_empty() => text.push_str("\\\n"),
            Some(_) => text.push('\n'),
            None => (),
        }
    }
    text
}

/// What would make a line of several a list is taken as words.
pub(super) fn at_head(line: &str) -> String {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    match line[digits..].chars().next() {
        Some('.' | ')') if digits > 0 => format!("{}\\{}", &line[..digits], &line[digits..]),
        Some('-' | '+' | '=') if digits == 0 => format!("\\{line}"),
        _ => line.to_owned(),
    }
}

/// Most tags of a text. One with more is no question, and takes long to read: it is taken as the words it is.
const MOST_TAGS: usize = 5000;

/// HTML as Markdown. Pictures stand in `pictures`, by their files; formulas between `\(…\)`, `\[…\]` and `$$…$$` stay.
pub(super) fn from_html(html: &str, pictures: &mut Vec<String>) -> String {
    let html = html.trim();
    if !html.contains(['<', '&', '\\', '\n']) && !html.contains("$$") {
        return escaped(html);
    }
    if html.matches('<').count() > MOST_TAGS {
        return escaped(html);
    }
    from_html::markdown(html, pictures)
}

/// Words in Moodle's own format: HTML in which lines and paragraphs are as they are written.
pub(super) fn from_auto_format(words: &str, pictures: &mut Vec<String>) -> String {
    let has_blocks = ["<p", "<br", "<div", "<ul", "<ol", "<table", "<pre"].iter().any(|tag| words.contains(tag));
    if has_blocks || !words.trim().contains('\n') {
        return from_html(words, pictures);
    }
    let paragraph = |part: &str| format!("<p>{}</p>", part.trim().replace('\n', "<br>"));
    from_html(&words.trim().split("\n\n").map(paragraph).collect::<String>(), pictures)
}

/// `raw` without the characters that a text may not hold.
pub(super) fn without_unsafe(raw: &str) -> String {
    raw.chars().filter(|c| matches!(c, '\n' | ' ') || Text::new(format!("a{c}")).is_ok()).collect()
}

/// The words of `text`, cut to what fits in a line.
pub(super) fn short(text: &str) -> String {
    let words = markdown::plain(text).split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= SHORT {
        return if words.is_empty() { "(no text)".to_owned() } else { words };
    }
    let cut: String = words.chars().take(SHORT - 1).collect();
    format!("{}…", cut.trim_end())
}
