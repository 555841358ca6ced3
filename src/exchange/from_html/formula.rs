//! Formulas in the notations that schools use, taken out of HTML before it is read.

/// Stand around the number of a formula while HTML is read.
const MARKS: [char; 2] = ['\u{e000}', '\u{e001}'];

/// What stands for the `n`-th formula.
pub(super) fn token(n: usize) -> String {
    format!("{}{n}{}", MARKS[0], MARKS[1])
}

/// Takes formulas out, so that nothing in them is read as HTML or Markdown.
pub(super) fn apart(html: &str) -> (String, Vec<String>) {
    let (mut rest, mut text, mut formulas) = (html, String::new(), Vec::new());
    let marks = [("\\(", "\\)", "$"), ("\\[", "\\]", "$$"), ("$$", "$$", "$$")];
    while let Some((at, (open, close, ours))) =
        marks.iter().filter_map(|mark| Some((rest.find(mark.0)?, *mark))).min_by_key(|(at, _)| *at)
    {
        let inner = &rest[at + open.len()..];
        let Some(end) = inner.find(close) else {
            text.push_str(&rest[..at + open.len()]);
            rest = inner;
            continue;
        };
        text.push_str(&rest[..at]);
        text.push_str(&token(formulas.len()));
        formulas.push(format!("{ours}{}{ours}", decoded(&inner[..end]).trim()));
        rest = &inner[end + close.len()..];
    }
    text.push_str(rest);
    (text, formulas)
}

/// A formula without the marks of HTML.
fn decoded(formula: &str) -> String {
    let one_line = formula.replace("<br>", " ").replace("<br />", " ").replace("&nbsp;", " ");
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
        .iter()
        .fold(one_line, |text, (written, sign)| text.replace(written, sign))
}
