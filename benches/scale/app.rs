//! The program itself on large courses: its first frame, `check`, and a drill's clock.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread::sleep;
use std::time::{Duration, Instant};

use ninetracks::course::Course;
use ninetracks::course::outline::CardKey;
use ninetracks::store::FILE;

use crate::process::Process;
use crate::seat::Seat;
use crate::{Result, course, history, median, row};

const SIZES: [usize; 2] = [10_000, 100_000];
const STARTS: usize = 9;
/// What home said last is told anew.
const ANEW: &str = "after an answer";
/// Seconds for which a clock is watched.
const WATCHED: u32 = 12;

pub(crate) fn measure(scratch: &Path) -> Result<()> {
    let app = PathBuf::from(env!("CARGO_BIN_EXE_ninetracks"));
    let plain = scratch.join("plain");
    let builtin = Home { app: &app, course: None, data: &plain };
    let (floor, mb) = builtin.first_frame(false)?;
    println!("| first frame of home, processor time | built-in | {floor:.2} ms, {mb:.0} MB | |");
    let (mut new, mut known, mut anew) = (None, None, None);
    for cards in SIZES {
        let (folder, data) = (scratch.join(format!("app{cards}")), scratch.join(format!("data{cards}")));
        course::make(&folder, cards)?;
        let keys: Vec<CardKey> = Course::open(&folder)?.outlines().iter().flat_map(|o| o.cards.clone()).collect();
        let home = Home { app: &app, course: Some(&folder), data: &data };
        home.first_frame(false)?;
        home.print(&mut new, "opened before", cards, floor)?;
        history::make(&data, "large", &keys, cards)?;
        home.print(&mut known, "every card reviewed", cards, floor)?;
        home.print(&mut anew, &format!("the same, {ANEW}"), cards, floor)?;
    }
    let mut letters = None;
    builtin.search(&mut letters, "built-in", 0)?;
    for cards in SIZES {
        let (folder, data) = (scratch.join(format!("app{cards}")), scratch.join(format!("data{cards}")));
        Home { app: &app, course: Some(&folder), data: &data }.search(&mut letters, "cards", cards)?;
    }
    checks(&app, scratch)?;
    clock(&app, scratch)
}

struct Home<'a> {
    app: &'a Path,
    course: Option<&'a Path>,
    data: &'a Path,
}

impl Home<'_> {
    fn print(&self, before: &mut Option<f64>, what: &str, cards: usize, floor: f64) -> Result<()> {
        let (ms, mb) = self.first_frame(what.ends_with(ANEW))?;
        row(&format!("first frame, {what}, {mb:.0} MB, built-in + {:.1} ms", ms - floor), cards, ms, before);
        Ok(())
    }

    /// Milliseconds from a letter typed into the search to the end of its frame; the first one, for which the texts are
    /// read, apart.
    fn search(&self, before: &mut Option<f64>, what: &str, cards: usize) -> Result<()> {
        let mut seat = Seat::start(self.app, &self.args())?;
        seat.frame_with(&["? help"])?;
        seat.press("/")?;
        let mut all = Vec::new();
        for letter in ["t", "r", "a", "c", "k", " ", "t", "w", "o"] {
            all.push(seat.press(letter)?.as_secs_f64() * 1e3);
        }
        let first = all.remove(0);
        let slowest = all.iter().copied().fold(0.0, f64::max);
        row(
            &format!("a letter in search, {what}: first {first:.1} ms, slowest of the others {slowest:.1} ms"),
            cards,
            median(&mut all),
            before,
        );
        Ok(())
    }

    fn args(&self) -> Vec<&str> {
        let mut args = vec!["--data", self.data.to_str().unwrap_or_default()];
        args.extend(self.course.iter().flat_map(|folder| ["--course", folder.to_str().unwrap_or_default()]));
        args
    }

    /// Milliseconds on a processor up to the first frame, and the peak in MB. `is_anew`: what home said last is forgotten
    /// before each start, as if something had been saved since.
    fn first_frame(&self, is_anew: bool) -> Result<(f64, f64)> {
        let (mut all_ms, mut all_mb) = (Vec::new(), Vec::new());
        for _ in 0..STARTS {
            if is_anew {
                rusqlite::Connection::open(self.data.join(FILE))?.execute("DELETE FROM glance", [])?;
            }
            let seat = Seat::start(self.app, &self.args())?;
            seat.frame_with(&["? help"])?;
            seat.process().wait_asleep();
            all_ms.push(Duration::from_nanos(seat.process().cpu_ns()).as_secs_f64() * 1e3);
            all_mb.push(f64::from(u32::try_from(seat.process().peak_kib())?) / 1024.0);
            seat.leave()?;
        }
        Ok((median(&mut all_ms), median(&mut all_mb)))
    }
}

/// `ninetracks check` on many items, in many files and in one.
fn checks(app: &Path, scratch: &Path) -> Result<()> {
    let make = |name: &str, a_file: usize| {
        let folder = scratch.join(name);
        course::make_of(&folder, 10_000, a_file).map(|()| folder)
    };
    for (what, folder) in
        [("one file", make("one", 10_000)?), ("100 files", make("hundred", 100)?), ("5,000 files", make("many", 2)?)]
    {
        let started = Instant::now();
        Command::new(app).arg("check").arg(&folder).output()?;
        row(&format!("`check`, the command, {what}"), 10_000, started.elapsed().as_secs_f64() * 1e3, &mut None);
    }
    Ok(())
}

/// What a drill costs while its clock runs and nobody does anything.
fn clock(app: &Path, scratch: &Path) -> Result<()> {
    let data = scratch.join("clock");
    let mut args = vec!["drill", "--mode", "together", "--timer", "300", "--teams", "4", "--seed", "7", "--data"];
    args.push(data.to_str().unwrap_or_default());
    let mut seat = Seat::start(app, &args)?;
    seat.frame_with(&["? help"])?;
    for _ in 0..3 {
        seat.press("\r")?;
        sleep(Duration::from_millis(700));
    }
    let process = seat.process();
    process.wait_asleep();
    seat.bytes_shown();
    let (woken, written) = (process.switches(), bytes_to_disk(process));
    sleep(Duration::from_secs(u64::from(WATCHED)));
    let seconds = f64::from(WATCHED);
    let per = |n: u64| f64::from(u32::try_from(n).unwrap_or(u32::MAX)) / seconds;
    println!(
        "| a drill's clock runs: a second | {:.1} wake-ups | {:.0} bytes to the terminal | {:.0} bytes to disk |",
        per(process.switches() - woken),
        per(seat.bytes_shown() as u64),
        per(bytes_to_disk(process) - written),
    );
    Ok(())
}

/// Bytes that a program has written to disk, or will have.
fn bytes_to_disk(process: Process) -> u64 {
    let io = fs::read_to_string(format!("/proc/{}/io", process.0)).unwrap_or_default();
    io.lines().find_map(|l| l.strip_prefix("write_bytes: ")?.parse().ok()).unwrap_or(0)
}
