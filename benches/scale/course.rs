//! Courses in folders, of a hundred cards a file.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use ninetracks::course::Course;
use ninetracks::course::check::check;

use crate::{Result, opened, row, timed};

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];
const CARDS_A_FILE: usize = 100;
/// Most that are checked.
const CHECKED: usize = 10_000;

pub(crate) fn measure(scratch: &Path) -> Result<()> {
    let none = PathBuf::from("-");
    let (floor, memory) = opened(&none, &none, 9)?;
    println!("| the built-in course | | {floor:.2} ms, {memory:.0} MB | |");
    let (mut never, mut before, mut checks) = (None, None, None);
    for cards in SIZES {
        let (folder, kept) = (scratch.join(format!("{cards}")), scratch.join(format!("kept{cards}")));
        make(&folder, cards)?;
        let (ms, mb) = opened(&folder, &none, 5)?;
        row(&format!("never seen, {mb:.0} MB"), cards, ms, &mut never);
        opened(&folder, &kept, 1)?;
        let (ms, mb) = opened(&folder, &kept, 9)?;
        row(&format!("opened before, {mb:.0} MB, floor + {:.1} ms", ms - floor), cards, ms, &mut before);
        if cards <= CHECKED {
            let course = Course::open(&folder)?;
            row("`check`, in its folder", cards, timed(1, || Ok(check(&course)))?, &mut checks);
        }
    }
    Ok(())
}

/// Writes a course of so many cards that was left alone for a while.
pub(crate) fn make(folder: &Path, cards: usize) -> Result<()> {
    make_of(folder, cards, CARDS_A_FILE)
}

/// The same with so many cards in a file.
pub(crate) fn make_of(folder: &Path, cards: usize, a_file: usize) -> Result<()> {
    for part in ["assets", "quizzes"] {
        fs::create_dir_all(folder.join(part))?;
    }
    let about = r#"(id: "large", title: "Large", version: "1", language: "en", licence: "none", standard: Plain)"#;
    write(&folder.join("assets/course.ron"), about)?;
    for lesson in 0..cards.div_ceil(a_file) {
        let card = |n: usize| {
            let n = lesson * a_file + n;
            format!(
                "(id: \"c{n}\", face: Basic(front: \"What is the word with the number {n} in book {lesson}?\", \
                 back: \"w{n}x, as the chronicle of the year {n} has it\")),\n"
            )
        };
        let cards: String = (0..a_file).map(card).collect();
        let bank = format!("(lesson: \"l{lesson}\", title: \"Lesson {lesson}\", questions: [], cards: [{cards}])");
        write(&folder.join(format!("quizzes/{lesson:05}.ron")), &bank)?;
    }
    Ok(())
}

fn write(place: &Path, text: &str) -> Result<()> {
    fs::write(place, text)?;
    let file = fs::File::options().write(true).open(place)?;
    Ok(file.set_modified(SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000))?)
}
