//! Texts of other programs as Markdown: plain words, HTML, and formulas in the notations that schools use.

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
    let lines: Vec<String> = words.lines().map(|line| at_head(&rich::escaped(line.trim_end()), is_line)).collect();
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
fn at_head(line: &str, is_alone: bool) -> String {
    if is_alone {
        return line.to_owned();
    }
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    match line[digits..].chars().next() {
        Some('.' | ')') if digits > 0 => format!("{}\\{}", &line[..digits], &line[digits..]),
        Some('-' | '+' | '=') if digits == 0 => format!("\\{line}"),
        _ => line.to_owned(),
    }
}

/// HTML as Markdown. Pictures stand in `pictures`, by their files; formulas between `\(…\)`, `\[…\]` and `$$…$$` stay.
pub(super) fn from_html(html: &str, pictures: &mut Vec<String>) -> String {
    let html = html.trim();
    if !html.contains(['<', '&']) && !html.contains('\\') && !html.contains("$$") {
        return escaped(html);
    }
    let (html, formulas) = formulas_apart(html);
    pictures.extend(sources(&html));
    let text = htmd::convert(&html).unwrap_or_else(|_| html.clone());
    let text = shielded(&text);
    formulas.iter().enumerate().fold(text, |text, (n, formula)| text.replace(&token(n), formula)).trim().to_owned()
}

/// Our own marks within what a converter wrote: two brackets link a term, a dollar sign begins a formula.
fn shielded(text: &str) -> String {
    text.replace("[[", "\\[\\[").replace("[@", "\\[@").replace('$', "\\$")
}

fn token(n: usize) -> String {
    format!("FORMULA{n}FORMULA")
}

/// Takes formulas out, so that nothing in them is read as HTML or Markdown.
fn formulas_apart(html: &str) -> (String, Vec<String>) {
    let (mut rest, mut text, mut formulas) = (html, String::new(), Vec::new());
    let marks = [("\\(", "\\)", "$"), ("\\[", "\\]", "$$"), ("$$", "$$", "$$")];
    while let Some((at, (open, close, ours))) =
        marks.iter().filter_map(|mark| Some((rest.find(mark.0)?, *mark))).min_by_key(|(at, _)| *at)
    {
        let inner = &rest[at + open.len()..];
        let Some(end) = inner.find(close) else { break };
        text.push_str(&rest[..at]);
        text.push_str(&token(formulas.len()));
        let formula = inner[..end].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        formulas.push(format!("{ours}{}{ours}", formula.trim()));
        rest = &inner[end + close.len()..];
    }
    text.push_str(rest);
    (text, formulas)
}

/// The files of all pictures in `html`.
fn sources(html: &str) -> Vec<String> {
    html.split("<img")
        .skip(1)
        .filter_map(|tag| {
            let after = tag.split_once("src=")?.1;
            let quote = after.chars().next().filter(|c| matches!(c, '"' | '\''))?;
            after[1..].split(quote).next().map(|source| source.trim_start_matches("@@PLUGINFILE@@/").to_owned())
        })
        .collect()
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
