//! What authors write, in words alone: citations as "(McDonald 2003)", terms as their words.

use crate::course::Course;
use crate::course::markdown::{Link, Paragraph, parse};
use crate::course::model::Id;

/// `text` in one line: for options, cells and labels.
pub fn inline(course: &Course, text: &str) -> String {
    let paragraphs = parse(text);
    paragraphs.iter().map(|p| words(course, p)).collect::<Vec<_>>().join(" ")
}

/// The words of a paragraph. Works cited side by side share one pair of brackets.
pub fn words(course: &Course, paragraph: &Paragraph) -> String {
    let mut said = String::new();
    let mut works: Vec<String> = Vec::new();
    for span in &paragraph.spans {
        if let Some(Link::Reference(key)) = &span.link {
            works.push(named(course, key));
        } else if works.is_empty() || !span.text.trim().is_empty() {
            cite(&mut said, &mut works);
            said.push_str(&span.text);
        }
    }
    cite(&mut said, &mut works);
    said.trim().to_owned()
}

/// Adds the works gathered, in brackets.
fn cite(said: &mut String, works: &mut Vec<String>) {
    if works.is_empty() {
        return;
    }
    let gap = if said.is_empty() || said.ends_with([' ', '(']) { "" } else { " " };
    said.push_str(&format!("{gap}({})", works.join("; ")));
    works.clear();
}

fn named(course: &Course, key: &str) -> String {
    Id::new(key).map_or_else(|_| key.to_owned(), |id| course.short_name(&id))
}

/// The works behind a figure or table as " (McDonald 2003; Nan 2003)"; nothing when there are none.
pub fn cited(course: &Course, cite: &[Id]) -> String {
    let works: Vec<String> = cite.iter().map(|c| course.short_name(c)).collect();
    if works.is_empty() { String::new() } else { format!(" ({})", works.join("; ")) }
}
