//! Character references: Markdown makes a character of `&#27;` when the text has passed the door that lets none in.

use super::{Link, Paragraph, ParagraphKind, Span};
use crate::course::model::text::{self, defused};

/// Characters that may not be shown as U+FFFD, and every blank of running text as a space.
pub(super) fn made_safe(mut paragraphs: Vec<Paragraph>) -> Vec<Paragraph> {
    for paragraph in &mut paragraphs {
        let is_running = paragraph.kind != ParagraphKind::Code;
        for span in &mut paragraph.spans {
            if is_running && span.text.contains(['\n', '\t']) {
                span.text = span.text.replace(['\n', '\t'], " ");
            }
            if is_unsafe(span) {
                span.text = defused(&span.text);
                span.link = span.link.take().map(safe_link);
            }
        }
    }
    paragraphs
}

pub(super) fn is_unsafe(span: &Span) -> bool {
    let led_to = match &span.link {
        Some(Link::Term(id) | Link::Reference(id)) => id.as_str(),
        None => "",
    };
    span.text.chars().chain(led_to.chars()).any(text::is_unsafe)
}

fn safe_link(link: Link) -> Link {
    match link {
        Link::Term(id) => Link::Term(defused(&id)),
        Link::Reference(key) => Link::Reference(defused(&key)),
    }
}

#[cfg(test)]
mod tests {
    use crate::course::markdown::{decodes_to_unsafe, plain};

    #[test]
    fn a_reference_to_what_may_not_be_shown_is_a_stand_in() {
        for hostile in
            ["&#27;]52;c;ZXZpbA==&#7;", "&#x9b;2J", "&#x202e;", "&shy;", "&rlm;", "&#xe000;", "&#xe0041;", "&#x2028;"]
        {
            let text = format!("a {hostile} b");
            assert!(decodes_to_unsafe(&text), "{hostile}");
            assert!(plain(&text).starts_with("a \u{fffd}"), "{hostile}: {}", plain(&text));
        }
    }

    #[test]
    fn references_that_are_seen_stay() {
        assert_eq!(plain("&eacute; &amp; &zwj;क &#128105;&Tab;a&NewLine;b"), "é & \u{200d}क 👩 a b");
        assert!(!decodes_to_unsafe("In code it is written `&#27;`."));
    }
}
