//! What learners flagged, with the place of each item in the author's files.

use std::collections::HashMap;

use serde_json::json;

use super::Listed;
use crate::course::Course;
use crate::course::files::File;
use crate::course::locate;
use crate::course::model::Id;
use crate::store::ItemFlag;

pub(super) fn listed(course: &Course, flags: &[ItemFlag]) -> Vec<Listed> {
    let files = course.files_by_id("quizzes/");
    flags.iter().map(|flag| one(course, &files, flag)).collect()
}

fn one(course: &Course, files: &HashMap<&str, &File>, flag: &ItemFlag) -> Listed {
    let place = place(files, &flag.item);
    let kind =
        if course.question(&flag.item).is_some() { Some("question") } else { course.card(&flag.item).map(|_| "card") };
    let (path, line) = place.clone().unzip();
    let place = place.map_or_else(|| "no longer in the course".to_owned(), |(path, line)| format!("{path}:{line}"));
    Listed {
        cells: vec![place, flag.item.to_string(), flag.note.clone()],
        value: json!({
            "kind": kind, "id": flag.item, "lesson": flag.lesson, "path": path, "line": line, "note": flag.note,
            "at": flag.at.to_string(),
        }),
    }
}

/// File and line of an item.
fn place(files: &HashMap<&str, &File>, item: &Id) -> Option<(String, usize)> {
    let found = locate::item(files.get(item.as_str())?, item);
    Some((found.path, found.line))
}
