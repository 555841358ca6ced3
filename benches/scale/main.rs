//! How the costs grow: courses of 1,000 to 100,000 cards, histories of 10,000 to 500,000 reviews, a drill of 500 questions. On
//! demand, since making them takes minutes:
//!
//! ```text
//! cargo bench --bench scale -- scale     course   courses in folders      history   logs of reviews      memory   fitting the schedule      drill   a long drill      app   the program on all of these      import   tables of questions
//! ```
//! Each opening is a process of its own, so that its time and its peak memory are those of a start.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark prints what it measured")]

mod app;
mod course;
mod drill;
mod history;
mod import;
mod memory;
#[path = "../speed/process.rs"]
mod process;
#[path = "../speed/seat.rs"]
mod seat;

use std::path::Path;
use std::process::{Command, ExitCode};
use std::time::Instant;
use std::{env, fs};

use ninetracks::course::Course;

type Result<T> = anyhow::Result<T>;

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let done = match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["open", folder, kept] => open(folder, kept),
        ["drill"] => drill::play(),
        _ if args.iter().any(|a| a == "scale") => run(),
        _ => {
            println!("scale: takes minutes, so only when asked: cargo bench --bench scale -- scale");
            Ok(())
        }
    };
    done.map_or_else(
        |error| {
            eprintln!("scale: {error:#}");
            ExitCode::FAILURE
        },
        |()| ExitCode::SUCCESS,
    )
}

fn run() -> Result<()> {
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("scale");
    let _ = fs::remove_dir_all(&scratch);
    println!("| what | size | measured | of the floor or of the size before |");
    println!("|---|---|---|---|");
    course::measure(&scratch)?;
    history::measure(&scratch)?;
    memory::measure()?;
    drill::measure()?;
    app::measure(&scratch)?;
    import::measure(&scratch)?;
    fs::remove_dir_all(&scratch)?;
    Ok(())
}

/// Opens a course as the program does at its start, and says how long it took and the peak memory.
fn open(folder: &str, kept: &str) -> Result<()> {
    let started = Instant::now();
    let course = match (folder, kept) {
        ("-", _) => Course::builtin()?,
        (folder, "-") => Course::open(Path::new(folder))?,
        (folder, kept) => Course::open_kept(Path::new(folder), Path::new(kept))?,
    };
    let cards: usize = course.outlines().iter().map(|o| o.cards.len()).sum();
    let ms = started.elapsed().as_secs_f64() * 1000.0;
    println!("{ms} {} {cards}", status("VmHWM")?);
    Ok(())
}

/// Milliseconds and peak megabytes of an opening: medians of `times`.
pub(crate) fn opened(folder: &Path, kept: &Path, times: usize) -> Result<(f64, f64)> {
    let (mut all_ms, mut all_mb) = (Vec::new(), Vec::new());
    for _ in 0..times {
        let output = Command::new(env::current_exe()?).arg("open").args([folder, kept]).output()?;
        let said = String::from_utf8(output.stdout)?;
        let mut words = said.split(' ');
        all_ms.push(words.next().unwrap_or_default().parse::<f64>()?);
        all_mb.push(words.next().unwrap_or_default().parse::<f64>()? / 1024.0);
    }
    Ok((median(&mut all_ms), median(&mut all_mb)))
}

/// Kilobytes that the kernel says of this process.
pub(crate) fn status(field: &str) -> Result<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix(field)?.strip_prefix(':'));
    Ok(line.and_then(|l| l.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0))
}

pub(crate) fn median(all: &mut [f64]) -> f64 {
    all.sort_by(f64::total_cmp);
    all[all.len() / 2]
}

/// Milliseconds of `doing`, the median of `times`.
pub(crate) fn timed<T>(times: usize, mut doing: impl FnMut() -> Result<T>) -> Result<f64> {
    let mut all = Vec::new();
    for _ in 0..times {
        let started = Instant::now();
        drop(doing()?);
        all.push(started.elapsed().as_secs_f64() * 1000.0);
    }
    Ok(median(&mut all))
}

/// A row, with the growth since the row before it of the same kind.
pub(crate) fn row(what: &str, size: usize, ms: f64, before: &mut Option<f64>) {
    let growth = before.map_or_else(String::new, |before| format!("{:.1} ×", ms / before));
    println!("| {what} | {size} | {ms:.2} ms | {growth} |");
    *before = Some(ms);
}
