//! A class on its own devices: what a room costs with 300 and 1,000 seats, and with hostile devices among them. On demand,
//! since it takes minutes:
//!
//! ```text
//! cargo bench --bench host -- host ─► hosting   `ninetracks host` in a process of its own, and its teacher
//!                                     seat      one device: a WebSocket that joins, hears and answers
//!                                     lesson    a class of seats plays questions; the times of each step
//!                                     hostile   devices that do what they should not
//!                                     table     the rows, their limits, the verdict (of `benches/speed`)
//! cargo bench --bench host -- soak       the same class for 30 minutes: times and memory at its start and at its end
//! ```
//! Host and devices are two processes on one machine, so the times hold the cost of both. Medians of five lessons, or of as
//! many as a number behind `host` says.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a benchmark prints what it measured")]

mod hostile;
mod hosting;
mod lesson;
#[expect(dead_code, reason = "only the memory of the host counts here")]
#[path = "../speed/process.rs"]
mod process;
mod seat;
#[path = "../speed/table.rs"]
mod table;

use std::env;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use hosting::Hosting;
use lesson::{Class, Figures, Lesson};
use table::{Table, quantile};

type Result<T> = anyhow::Result<T>;

const USUAL_LESSONS: usize = 5;
const SOAK: Duration = Duration::from_mins(30);
/// Milliseconds, but for memory: MB.
const JOIN_LIMIT: f64 = 200.0;
const QUESTION_LIMIT: f64 = 100.0;
const SAVED_LIMIT: f64 = 150.0;
const RUSH_LIMIT: f64 = 500.0;
const MEMORY_LIMIT: f64 = 200.0;
const IDLE_LIMIT: usize = 20;
/// What hostile devices may cost the others: a share of their time or so many milliseconds, whichever is more.
const HOSTILE_SHARE: f64 = 0.2;
const HOSTILE_MS: f64 = 20.0;

/// 300 seats that answer over two seconds, and 1,000 that answer in one.
const CLASS: Class = Class { seats: 300, answers_over: Duration::from_secs(2), questions: 5 };
const RUSH: Class = Class { seats: 1000, answers_over: Duration::from_secs(1), questions: 5 };
/// So slow that half an hour has fewer questions than a drill can have.
const STEADY: Class = Class { seats: 300, answers_over: Duration::from_secs(5), questions: 0 };

fn main() -> ExitCode {
    let asked = |word: &str| env::args().any(|a| a == word);
    if !Path::new("/proc/self/schedstat").exists() || !(asked("host") || asked("soak")) {
        println!("host: takes minutes, so only when asked, and on Linux: cargo bench --bench host -- host (or soak)");
        return ExitCode::SUCCESS;
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let lessons = env::args().find_map(|a| a.parse().ok()).unwrap_or(USUAL_LESSONS);
    let done = runtime.map_err(anyhow::Error::from).and_then(|runtime| {
        runtime.block_on(async { if asked("soak") { soak().await } else { measure(lessons).await } })
    });
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("host: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn measure(lessons: usize) -> Result<bool> {
    let mut table = Table::default();
    let class = played(CLASS, lessons).await?;
    let disturbed = disturbed(lessons).await?;
    let rush = played(RUSH, lessons).await?;
    within(&mut table, "300 seats join at once, p95", class.join, JOIN_LIMIT);
    within(&mut table, "300 seats: question to seat, p99", class.question, QUESTION_LIMIT);
    within(&mut table, "300 seats: answer to saved, p99", class.saved, SAVED_LIMIT);
    table.note("300 seats: memory of the host", format!("{:.0} MB", class.memory));
    idle(&mut table).await?;
    table.note("1,000 seats join at once, p95", format!("{:.1} ms", rush.join));
    table.note("1,000 seats: question to seat, p99", format!("{:.1} ms", rush.question));
    within(&mut table, "1,000 seats answer in a second: to saved, p99", rush.saved, RUSH_LIMIT);
    let memory = rush.memory;
    table.row(
        "1,000 seats: memory of the host",
        format!("{memory:.0} MB"),
        format!("{MEMORY_LIMIT} MB"),
        memory < MEMORY_LIMIT,
    );
    beside(&mut table, "among hostile devices: question to seat, p99", disturbed.question, class.question);
    beside(&mut table, "among hostile devices: answer to saved, p99", disturbed.saved, class.saved);
    println!("{table}");
    Ok(table.holds())
}

fn within(table: &mut Table, what: &str, ms: f64, limit: f64) {
    table.row(what, format!("{ms:.1} ms"), format!("{limit} ms"), ms < limit);
}

fn beside(table: &mut Table, what: &str, ms: f64, undisturbed: f64) {
    let limit = undisturbed + HOSTILE_MS.max(undisturbed * HOSTILE_SHARE);
    table.row(what, format!("{ms:.1} ms, {:+.1}", ms - undisturbed), format!("{limit:.1} ms"), ms <= limit);
}

/// The medians of so many lessons, each with a host of its own.
async fn played(class: Class, lessons: usize) -> Result<Figures> {
    let mut all = Vec::new();
    for _ in 0..lessons {
        let mut lesson = Lesson::start(class, Hosting::start()?).await?;
        all.push(lesson.play().await?);
    }
    Ok(medians(&all))
}

/// The same among hostile devices.
async fn disturbed(lessons: usize) -> Result<Figures> {
    let mut all = Vec::new();
    for _ in 0..lessons {
        let mut lesson = Lesson::start(CLASS, Hosting::start()?).await?;
        let hostile = hostile::among(lesson.hosting());
        all.push(lesson.play().await?);
        hostile.iter().for_each(tokio::task::JoinHandle::abort);
    }
    Ok(medians(&all))
}

fn medians(all: &[Figures]) -> Figures {
    let median = |of: fn(&Figures) -> f64| quantile(&all.iter().map(of).collect::<Vec<_>>(), 0.5);
    Figures {
        join: median(|f| f.join),
        question: median(|f| f.question),
        saved: median(|f| f.saved),
        memory: median(|f| f.memory),
    }
}

/// Bytes of frames, there and back, in 20 seconds in which nothing happens.
async fn idle(table: &mut Table) -> Result<()> {
    let mut lesson = Lesson::start(CLASS, Hosting::start()?).await?;
    let bytes = lesson.most_idle_bytes(Duration::from_secs(20)).await?;
    table.row("an idle seat: bytes in 20 seconds", format!("{bytes}"), format!("{IDLE_LIMIT}"), bytes <= IDLE_LIMIT);
    Ok(())
}

/// Half an hour of questions: the last tenth against the first.
async fn soak() -> Result<bool> {
    let mut lesson = Lesson::start(STEADY, Hosting::start()?).await?;
    let tenths = lesson.play_for(SOAK, 10).await?;
    let (Some(first), Some(last)) = (tenths.first(), tenths.last()) else { anyhow::bail!("nothing was played") };
    let mut table = Table::default();
    beside(&mut table, "30 minutes: question to seat, p99, last tenth against first", last.question, first.question);
    beside(&mut table, "30 minutes: answer to saved, p99, last tenth against first", last.saved, first.saved);
    table.row(
        "30 minutes: memory, last tenth against first",
        format!("{:.1} MB, {:+.1}", last.memory, last.memory - first.memory),
        format!("{:.1} MB", first.memory * 1.05),
        last.memory <= first.memory * 1.05,
    );
    println!("{table}");
    Ok(table.holds())
}
