//! What authors write, set for a page: emphasis kept, terms as their words, works cited as "(McDonald 2003)".

use maud::{Markup, html};

use crate::course::Course;
use crate::course::markdown::{Link, Manner, Paragraph, ParagraphKind, Span, parse, plain};
use crate::course::model::{Id, Picture};

/// `text` as HTML, a paragraph a line.
#[must_use]
pub fn html(course: &Course, text: &str) -> Markup {
    html! {
        @for paragraph in &parse(text) {
            @let words = html_words(course, paragraph);
            @match paragraph.kind {
                ParagraphKind::Plain => p { (words) },
                ParagraphKind::Heading => p { strong { (words) } },
                ParagraphKind::Bullet | ParagraphKind::Numbered(_) => p class=(if paragraph.depth == 0 { "entry" } else { "entry nested" }) { (marker(paragraph.kind)) (words) },
                ParagraphKind::Quote => blockquote { (words) },
                ParagraphKind::Code => pre { code { (text_of(paragraph)) } },
                ParagraphKind::Formula => p class="formula" { code { (text_of(paragraph)) } },
            }
        }
    }
}

/// `text` as HTML in one line: for options and cells.
#[must_use]
pub fn html_line(course: &Course, text: &str) -> Markup {
    html! {
        @for (at, paragraph) in parse(text).iter().enumerate() {
            @if at > 0 { " " }
            (html_words(course, paragraph))
        }
    }
}

/// `text` as Markdown that any reader takes: nothing of the course's own notation is left in it.
#[must_use]
pub fn markdown(course: &Course, text: &str) -> String {
    let paragraphs: Vec<String> = parse(text)
        .iter()
        .map(|p| match p.kind {
            ParagraphKind::Plain => markdown_words(course, p),
            ParagraphKind::Heading => format!("**{}**", markdown_words(course, p)),
            ParagraphKind::Bullet | ParagraphKind::Numbered(_) => {
                let inset = "\u{2003}".repeat(p.depth);
                format!("{inset}{}{}", marker(p.kind), markdown_words(course, p))
            }
            ParagraphKind::Quote => format!("> {}", markdown_words(course, p)),
            ParagraphKind::Code | ParagraphKind::Formula => fenced(&text_of(p)),
        })
        .collect();
    paragraphs.join("\n\n")
}

/// `text` as Markdown in one line.
#[must_use]
pub fn markdown_line(course: &Course, text: &str) -> String {
    parse(text).iter().map(|p| markdown_words(course, p)).collect::<Vec<_>>().join(" ")
}

/// A picture in the page itself, so that the page needs no other file; its description where the file cannot be read.
#[must_use]
pub fn picture(course: &Course, it: &Picture) -> Markup {
    if let Ok((bytes, form)) = course.picture(&it.file) {
        let data: String = bytes.iter().map(|byte| format!("%{byte:02X}")).collect();
        html! { figure { img src=(format!("data:{form},{data}")) alt=(plain(it.alt.as_str())); } }
    } else {
        html! { p { "Picture: " (html_line(course, it.alt.as_str())) } }
    }
}

/// A picture as Markdown: its description and its file, in a paragraph of their own.
#[must_use]
pub fn picture_words(course: &Course, it: &Picture) -> String {
    format!("\n\nPicture: {} ({})", markdown_line(course, it.alt.as_str()), escaped(it.file.as_str()))
}

/// `words` as Markdown that shows them as they are.
#[must_use]
pub fn escaped(words: &str) -> String {
    let special = |c: char| matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '$' | '&');
    words.chars().flat_map(|c| special(c).then_some('\\').into_iter().chain([c])).collect()
}

fn marker(kind: ParagraphKind) -> String {
    match kind {
        ParagraphKind::Numbered(n) => format!("{n}. "),
        ParagraphKind::Bullet => "• ".to_owned(),
        ParagraphKind::Plain
        | ParagraphKind::Heading
        | ParagraphKind::Quote
        | ParagraphKind::Code
        | ParagraphKind::Formula => String::new(),
    }
}

/// A paragraph as it is written.
fn text_of(paragraph: &Paragraph) -> String {
    paragraph.spans.iter().map(|s| s.text.as_str()).collect()
}

/// Lines between fences longer than any in them.
fn fenced(code: &str) -> String {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}\n{code}\n{fence}")
}

fn html_words(course: &Course, paragraph: &Paragraph) -> Markup {
    html! {
        @for (words, manner) in runs(course, paragraph) {
            @match manner {
                Manner { strong: true, emphasis: true, .. } => strong { em { (words) } },
                Manner { strong: true, .. } => strong { (words) },
                Manner { emphasis: true, .. } => em { (words) },
                Manner { code: true, .. } => code { (words) },
                Manner { .. } => (words),
            }
        }
    }
}

fn markdown_words(course: &Course, paragraph: &Paragraph) -> String {
    let mut line = String::new();
    for (words, manner) in runs(course, paragraph) {
        let mark = match manner {
            Manner { strong: true, emphasis: true, .. } => "***",
            Manner { strong: true, .. } => "**",
            Manner { emphasis: true, .. } => "*",
            Manner { .. } => "",
        };
        // Blanks inside the marks would undo them.
        let bare = words.trim();
        let (front, back) = words.split_once(bare).unwrap_or(("", ""));
        line.push_str(&format!("{front}{mark}{}{mark}{back}", escaped(bare)));
    }
    unlisted(&line)
}

/// `line` with what would make it a list or a heading taken as words: "1990. A treaty".
fn unlisted(line: &str) -> String {
    let digits = line.chars().take_while(char::is_ascii_digit).count();
    match line[digits..].chars().next() {
        Some('.' | ')') if digits > 0 => format!("{}\\{}", &line[..digits], &line[digits..]),
        Some('-' | '+' | '=') if digits == 0 => format!("\\{line}"),
        _ => line.to_owned(),
    }
}

/// The words of a paragraph in runs of one manner. Works cited side by side share one pair of brackets.
pub(crate) fn runs(course: &Course, paragraph: &Paragraph) -> Vec<(String, Manner)> {
    let mut runs: Vec<(String, Manner)> = Vec::new();
    let mut works: Vec<String> = Vec::new();
    for Span { text, manner, link } in &paragraph.spans {
        if let Some(Link::Reference(key)) = link {
            works.push(Id::new(key.as_str()).map_or_else(|_| key.clone(), |id| course.short_name(&id)));
        } else if works.is_empty() || !text.trim().is_empty() {
            cite(&mut runs, &mut works);
            runs.push((text.clone(), *manner));
        }
    }
    cite(&mut runs, &mut works);
    runs
}

/// Adds the works gathered, in brackets.
fn cite(runs: &mut Vec<(String, Manner)>, works: &mut Vec<String>) {
    if works.is_empty() {
        return;
    }
    let gap = if runs.last().is_none_or(|(words, _)| words.ends_with([' ', '('])) { "" } else { " " };
    runs.push((format!("{gap}({})", works.join("; ")), Manner::default()));
    works.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(text: &str) -> (String, String) {
        let course = Course::builtin().unwrap();
        (html(&course, text).into_string(), markdown(&course, text))
    }

    #[test]
    fn emphasis_stays_and_the_courses_own_marks_go() {
        let (html, markdown) = both("A *lone* **[[track-two|second track]]** spoke [@nobody-1][@nobody-2].");
        assert_eq!(html, "<p>A <em>lone</em> <strong>second track</strong> spoke (nobody-1; nobody-2).</p>");
        assert_eq!(markdown, "A *lone* **second track** spoke (nobody-1; nobody-2).");
    }

    #[test]
    fn what_is_written_cannot_become_markup() {
        let (html, markdown) = both(r"A <script>x</script> & 2 < 3, a\*b\*");
        assert!(html.starts_with("<p>A &lt;script&gt;x&lt;/script&gt; &amp; 2 &lt; 3, a*b*"), "{html}");
        assert_eq!(markdown, r"A \<script\>x\</script\> \& 2 \< 3, a\*b\*");
        assert_eq!(both(r"1990\. A treaty").1, r"1990\. A treaty");
    }

    #[test]
    fn lists_keep_their_marks() {
        let (html, markdown) = both("Two:\n\n- one\n- two");
        assert!(html.ends_with(r#"<p class="entry">• one</p><p class="entry">• two</p>"#), "{html}");
        assert_eq!(markdown, "Two:\n\n• one\n\n• two");
    }
}
