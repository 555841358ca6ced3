//! A course that is written while it is open.

use crate::harness::ninetracks;
use crate::trouble::copy_course;

#[test]
fn a_saved_change_shows_and_an_error_with_its_place() {
    let (data, course) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    copy_course(course.path());
    let file = course.path().join("lessons/01-ferry.ron");
    let text = std::fs::read_to_string(&file).unwrap();
    let mut terminal = ninetracks(data.path()).course(course.path()).run();
    terminal.shows("How a ferry is agreed");
    std::fs::write(&file, text.replace("How a ferry is agreed", "How a ferry is sold")).unwrap();
    terminal.shows("How a ferry is sold").shows("Reread: lessons/01-ferry.ron.");
    std::fs::write(&file, text.replace("minutes: ", "minutes ")).unwrap();
    terminal.shows("! could not be read: lessons/01-ferry.ron:5:").shows("How a ferry is sold");
    // As editors save that write beside the file and rename.
    let beside = course.path().join("lessons/.01-ferry.ron.new");
    std::fs::write(&beside, &text).unwrap();
    std::fs::rename(&beside, &file).unwrap();
    terminal.shows("How a ferry is agreed").shows_no_more("could not be read");
    terminal.send("\x1b");
    assert!(terminal.ends().success());
}
