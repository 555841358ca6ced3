//! A new lesson in the list of lessons that `assets/course.ron` may hold.

use std::path::Path;

use crate::commands::{Ended, output};
use crate::course::Course;
use crate::course::model::text::named_path;
use crate::course::model::{About, Id};
use crate::store::whole_file;

const FILE: &str = "assets/course.ron";

/// Adds `id` where the course lists its lessons. Where the list cannot be found, says what to write.
///
/// # Errors
/// When the file cannot be written.
pub(super) fn add(folder: &Path, course: &Course, id: &Id) -> anyhow::Result<Ended> {
    let place = folder.join(FILE);
    if course.about().lessons.is_empty() {
        return Ok(Ended::Done);
    }
    let text = std::fs::read_to_string(&place).unwrap_or_default();
    match with_lesson(&text, id).filter(|new| lists(new, id)) {
        Some(new) => {
            whole_file::write(&place, new.as_bytes(), true)?;
            output::note(format_args!("Listed in {}.", named_path(&place)));
        }
        None => output::note(format_args!("Now add \"{id}\" to `lessons` in {}.", named_path(&place))),
    }
    Ok(Ended::Done)
}

/// Whether `text` can be read, with `id` last in its list.
fn lists(text: &str, id: &Id) -> bool {
    let options = ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    options.from_str::<About>(text).is_ok_and(|about| about.lessons.last() == Some(id))
}

/// `text` with `id` behind the last of its lessons, written as the others are.
fn with_lesson(text: &str, id: &Id) -> Option<String> {
    let list = text.find("lessons:")? + "lessons:".len();
    let open = list + text[list..].find('[')?;
    let close = open + text[open..].find(']')?;
    let last = open + text[open..close].rfind('"')? + 1;
    // One a line, or side by side.
    let line = text[..last].rfind('\n').map_or(0, |at| at + 1);
    let before = &text[line..last];
    let gap = match before.find('"') {
        Some(first) if before[..first].trim().is_empty() => format!(",\n{}", &before[..first]),
        _ => ", ".to_owned(),
    };
    Some(format!("{}{gap}\"{id}\"{}", &text[..last], &text[last..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lesson_is_listed_as_the_others_are() {
        let id = Id::new("c").unwrap();
        for (list, with) in [
            (r#"lessons: ["a", "b"], x"#, r#"lessons: ["a", "b", "c"], x"#),
            ("lessons: [\n    \"a\",\n    \"b\",\n],", "lessons: [\n    \"a\",\n    \"b\",\n    \"c\",\n],"),
        ] {
            assert_eq!(with_lesson(list, &id).as_deref(), Some(with));
        }
        assert_eq!(with_lesson("lessons: []", &id), None);
    }
}
