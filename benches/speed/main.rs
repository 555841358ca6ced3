//! What `ninetracks` costs, held against the floor (`benches/floor.rs`) in the same run and the same pseudo-terminal.
//!
//! ```text
//! cargo bench ─► floor    says where it is
//!             └► speed    history   a database with weeks of study in it
//!                         seat      one program in its pseudo-terminal: text, frames, keys
//!                         process   what the kernel says of it: time on a processor, switches, memory
//!                         measure   the measures            table   the rows, their limits, the verdict
//! ```
//! Rows of the same kind are measured in turn (floor, app, floor, app …), so that a busy machine burdens both.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark prints what it measured")]

mod history;
mod measure;
mod process;
mod seat;
mod table;

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use ninetracks::course::Course;

type Result<T> = anyhow::Result<T>;

/// What is measured, and where.
struct Bench {
    floor: PathBuf,
    app: PathBuf,
    /// Data folders: nothing learned yet, and weeks of study.
    new: PathBuf,
    studied: PathBuf,
    course: Course,
}

fn main() -> ExitCode {
    if !env::args().any(|a| a == "--bench") || !Path::new("/proc/self/schedstat").exists() {
        println!("speed: only `cargo bench` runs this, on Linux, whose /proc it reads");
        return ExitCode::SUCCESS;
    }
    match run() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("speed: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<bool> {
    let bench = set_up()?;
    let mut table = table::Table::default();
    measure::answers(&bench, &mut table)?;
    measure::starts(&bench, &mut table)?;
    measure::keys(&bench, &mut table)?;
    measure::idle(&bench, &mut table)?;
    measure::memory(&bench, &mut table)?;
    println!("{table}");
    Ok(table.holds())
}

fn set_up() -> Result<Bench> {
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let said = fs::read_to_string(scratch.join("floor"));
    let floor = PathBuf::from(
        said.map_err(|_| anyhow::anyhow!("the floor has not said where it is: run the whole of `cargo bench` once"))?,
    );
    let data = scratch.join("speed");
    let _ = fs::remove_dir_all(&data);
    let bench = Bench {
        floor,
        app: env!("CARGO_BIN_EXE_ninetracks").into(),
        new: data.join("new"),
        studied: data.join("studied"),
        course: Course::builtin()?,
    };
    drop(history::store(&bench.course, &bench.new)?);
    history::weeks_of_study(&bench.course, &mut history::store(&bench.course, &bench.studied)?)?;
    Ok(bench)
}
