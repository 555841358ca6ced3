//! A hundred slips as authors make them, planted in a sound course one at a time: the first error is the cause, and what
//! it says to do mends it. No message of a parser reaches an author as it is.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stderr, reason = "a test may panic, and says where")]

#[path = "planted/operators.rs"]
mod operators;

use std::path::Path;

use ninetracks::course::Course;
use ninetracks::course::check::check;
use ninetracks::course::finding::{Finding, Severity};
use ninetracks::study::chance::chance;
use operators::{OPERATORS, Planted, Source};
use rand::RngExt as _;

const SEED: u64 = 20_261_128;
const SLIPS: usize = 100;

/// Words of the library that reads RON, and of Rust.
const RAW: [&str; 8] =
    ["Expected ", "Unexpected ", "Non-whitespace", "raw identifier", "Invalid ", "out of bounds", "struct ", "enum "];

struct Tried {
    operator: &'static str,
    path: String,
    planted: Planted,
    first: Option<Finding>,
}

impl Tried {
    /// Whether the first error stands where the slip is, or names its line.
    fn is_cause(&self) -> bool {
        self.first.as_ref().is_some_and(|error| {
            let line = format!("line {}", self.planted.line);
            let named =
                error.message.contains(&line) || self.planted.named.is_some_and(|it| error.message.contains(it));
            error.place.path == self.path && (error.place.line == self.planted.line || named)
        })
    }

    fn is_mended(&self) -> bool {
        self.is_cause()
            && self.first.as_ref().is_some_and(|error| self.planted.remedies.iter().any(|it| error.help.contains(it)))
    }
}

fn copy(from: &Path, to: &Path) -> Vec<String> {
    let mut files = Vec::new();
    for folder in ["assets", "assets/pictures", "lessons", "quizzes", "quizzes/scenarios"] {
        let Ok(entries) = std::fs::read_dir(from.join(folder)) else { continue };
        std::fs::create_dir_all(to.join(folder)).unwrap();
        for entry in entries.flatten().filter(|e| e.path().is_file()) {
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            std::fs::write(to.join(&path), std::fs::read(entry.path()).unwrap()).unwrap();
            if entry.path().extension().is_some_and(|end| end == "ron") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// Plants a slip by each operator in turn, where chance says.
fn tried() -> Vec<Tried> {
    let course = tempfile::tempdir().unwrap();
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/format");
    let files = copy(&from, course.path());
    let mut chance = chance(SEED, "planted slips");
    let mut all = Vec::new();
    for no in 0.. {
        if all.len() == SLIPS {
            break;
        }
        let (operator, plant) = OPERATORS[no % OPERATORS.len()];
        let start = chance.random_range(0..files.len());
        let order = (0..files.len()).map(|i| &files[(start + i) % files.len()]);
        let place = order.into_iter().find_map(|path| {
            let text = std::fs::read_to_string(course.path().join(path)).unwrap();
            plant(&Source::new(&text), &mut chance).map(|planted| (path, text, planted))
        });
        let (path, before, planted) = place.unwrap_or_else(|| panic!("{operator} finds no place"));
        std::fs::write(course.path().join(path), &planted.text).unwrap();
        let found = Course::open(course.path()).map(|course| check(&course)).unwrap_or_default();
        std::fs::write(course.path().join(path), before).unwrap();
        let first = found.into_iter().find(|f| f.severity == Severity::Error);
        all.push(Tried { operator, path: path.clone(), planted, first });
    }
    all
}

fn told(tried: &Tried) -> String {
    let said = tried.first.as_ref().map_or("nothing".to_owned(), |e| format!("{}: {}; {}", e.place, e.message, e.help));
    format!("{} at {}:{}: {said}", tried.operator, tried.path, tried.planted.line)
}

#[test]
fn the_first_error_is_the_cause_and_its_remedy_applies() {
    let all = tried();
    let without = |is: fn(&Tried) -> bool| all.iter().filter(|t| !is(t)).map(told).collect::<Vec<_>>();
    let (not_cause, not_mended) = (without(Tried::is_cause), without(Tried::is_mended));
    assert!(not_cause.len() <= 5, "{} of {SLIPS}:\n{}", not_cause.len(), not_cause.join("\n"));
    assert!(not_mended.len() <= 20, "{} of {SLIPS}:\n{}", not_mended.len(), not_mended.join("\n"));
    eprintln!("cause {}, remedy {} of {SLIPS}", SLIPS - not_cause.len(), SLIPS - not_mended.len());
    for error in all.iter().filter_map(|t| t.first.as_ref()) {
        assert!(RAW.iter().all(|raw| !error.message.contains(raw) && !error.help.contains(raw)), "{error:?}");
    }
}
