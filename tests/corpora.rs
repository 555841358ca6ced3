//! What the fuzz targets (`fuzz/`) were given to begin with goes through the same functions here, so that they cannot rot.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stderr, reason = "a test may panic, and says where")]
#![allow(clippy::must_use_candidate, unreachable_pub, dead_code, reason = "shared with fuzz targets and other tests")]

mod trial;

/// Tries each file of the corpus; it must not be empty.
fn all(corpus: &str, trial: fn(&[u8])) {
    let folder = trial::top().join("fuzz/corpus").join(corpus);
    let mut tried = 0;
    for file in std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()) {
        eprintln!("{}", file.display());
        trial(&std::fs::read(&file).unwrap());
        tried += 1;
    }
    assert!(tried > 5, "{corpus} holds {tried} files");
}

#[test]
fn course_files() {
    all("course_files", trial::course::course_files);
}

#[test]
fn typed_answers() {
    all("typed_answers", trial::typed_answers::typed_answers);
}

#[test]
fn lines() {
    all("lines", trial::lines::lines);
}

#[test]
fn drill_logs() {
    all("drill_log", trial::drill_log::drill_log);
}
