//! A course with errors.

use std::sync::Arc;

use ninetracks::course::Course;

use super::fixture;

/// The fixture with a lesson that is not closed and a card with a control character.
pub(super) fn broken_course() -> (tempfile::TempDir, Arc<Course>) {
    let folder = tempfile::tempdir().unwrap();
    for file in fixture().files() {
        let path = folder.path().join(&file.path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        let text = file
            .text
            .replace("title: \"Every figure once\",", "title: \"Every figure once\"")
            .replace("\"Thirty.\"", "\"Thirty.\\u{1b}[31m\"");
        std::fs::write(path, text).unwrap();
    }
    let course = Course::open(folder.path()).unwrap();
    assert_eq!(course.problems().len(), 2, "{:?}", course.problems());
    (folder, Arc::new(course))
}
