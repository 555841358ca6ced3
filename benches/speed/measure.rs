//! The measures.

use std::fs::{self, File};
use std::io::Write;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use ninetracks::store::FILE;
use ninetracks::study::event::{Event, EventKind};
use ninetracks::study::time::StudyDay;

use crate::seat::Seat;
use crate::table::{Table, quantile};
use crate::{Bench, Result, history};

const STARTS: usize = 60;
const KEYS: usize = 120;
const ANSWERS: usize = 200;
/// Times of the floor, milliseconds over the floor, milliseconds, MB.
const START_LIMIT: f64 = 2.0;
const KEY_LIMIT: f64 = 0.3;
const ANSWER_LIMIT: f64 = 3.0;
const MEMORY_LIMIT: f64 = 25.0;

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

/// Processor time from the start to the first whole frame, until the program waits for a key.
pub(crate) fn starts(bench: &Bench, table: &mut Table) -> Result<()> {
    let home = home_texts(bench);
    let programs: [(&str, &Path, Vec<&str>, Vec<&str>); 3] = [
        ("floor", &bench.floor, vec![], vec!["end-of-floor"]),
        ("home, first day", &bench.app, vec!["--data", text(&bench.new)], home.clone()),
        ("home, weeks of study", &bench.app, vec!["--data", text(&bench.studied)], home),
    ];
    let mut cpu = [const { Vec::new() }; 3];
    let mut wall = [const { Vec::new() }; 3];
    for round in 0..STARTS + 3 {
        for (n, (_, program, args, texts)) in programs.iter().enumerate() {
            let began = Instant::now();
            let seat = Seat::start(program, args)?;
            let shown = seat.frame_with(texts)?.duration_since(began);
            seat.process().wait_asleep();
            // The first rounds fill the caches.
            if round >= 3 {
                cpu[n].push(ms(Duration::from_nanos(seat.process().cpu_ns())));
                wall[n].push(ms(shown));
            }
            seat.leave()?;
        }
    }
    let floor = quantile(&cpu[0], 0.5);
    for (n, (name, ..)) in programs.iter().enumerate() {
        let median = quantile(&cpu[n], 0.5);
        let what = format!("start, {name}: processor time");
        let measured = format!(
            "{median:.2} ms (lowest {:.2}; {:.1} ms on the clock)",
            quantile(&cpu[n], 0.0),
            quantile(&wall[n], 0.5)
        );
        if n == 0 {
            table.note(what, measured);
        } else {
            let times = median / floor;
            table.row(
                what,
                format!("{measured}: {times:.2} × floor"),
                format!("{START_LIMIT} × floor"),
                times <= START_LIMIT,
            );
        }
    }
    Ok(())
}

/// Screens that are reached from home, by their keys, and in which `j` and `k` move, or a letter is typed and taken back.
const SCREENS: [(&str, &[&str]); 9] = [
    ("library", &["b"]),
    ("statistics", &["t"]),
    ("search, typing", &["/", "t", "r"]),
    ("list of cards", &["v"]),
    ("scenarios", &["s"]),
    ("scenario", &["s", "\r", "\r"]),
    ("drill set-up", &["d"]),
    ("settings", &[","]),
    ("every action, typing", &["\x10"]),
];

/// Time from a key to the last byte of its frame.
pub(crate) fn keys(bench: &Bench, table: &mut Table) -> Result<()> {
    let mut seats = vec![
        ("floor", floor(bench)?),
        ("home", home(bench)?),
        ("lesson, scrolling", lesson(bench)?),
        ("quiz, moving", quiz(bench)?),
    ];
    for (name, keys) in SCREENS {
        let mut seat = home(bench)?;
        for key in keys {
            seat.press(key)?;
        }
        seats.push((name, seat));
    }
    let mut times = vec![Vec::new(); seats.len()];
    for round in 0..KEYS + 6 {
        for (n, (name, seat)) in seats.iter_mut().enumerate() {
            let keys = if name.ends_with("typing") { ["j", "\x7f"].repeat(2) } else { vec!["j", "j", "k", "k"] };
            let time = seat.press(keys[round % 4])?;
            if round >= 6 {
                times[n].push(ms(time));
            }
        }
    }
    let floor = quantile(&times[0], 0.5);
    for (n, (name, _)) in seats.iter().enumerate() {
        let median = quantile(&times[n], 0.5);
        let measured = format!("{median:.2} ms (95 %: {:.2})", quantile(&times[n], 0.95));
        if n == 0 {
            table.note(format!("key to frame, {name}"), measured);
        } else {
            table.row(
                format!("key to frame, {name}"),
                format!("{measured}: floor {:+.2}", median - floor),
                format!("floor + {KEY_LIMIT} ms"),
                median - floor <= KEY_LIMIT,
            );
        }
    }
    Ok(())
}

/// Wake-ups and bytes in a second in which nobody does anything.
pub(crate) fn idle(bench: &Bench, table: &mut Table) -> Result<()> {
    let seats = [("home", home(bench)?), ("lesson", lesson(bench)?), ("quiz without limit", quiz(bench)?)];
    for (_, seat) in &seats {
        seat.process().wait_asleep();
        sleep(Duration::from_millis(50));
        seat.bytes_shown();
    }
    let before: Vec<u64> = seats.iter().map(|(_, seat)| seat.process().switches()).collect();
    sleep(Duration::from_secs(1));
    for ((name, seat), before) in seats.iter().zip(before) {
        let (woken, bytes) = (seat.process().switches() - before, seat.bytes_shown());
        table.row(
            format!("a second idle, {name}"),
            format!("{woken} wake-ups, {bytes} bytes"),
            "none",
            woken == 0 && bytes == 0,
        );
    }
    Ok(())
}

/// Peak memory after a walk through home, a lesson, a quiz and the search.
pub(crate) fn memory(bench: &Bench, table: &mut Table) -> Result<()> {
    let mut seat = home(bench)?;
    let walk = [
        "j", "k", "\r", " ", "j", " ", " ", "\x1b[F", "\x1b", "/", "t", "r", "a", "c", "k", "\x1b[B", "\x1b", "t",
        "\x1b", "w", "\x1b", "q", "\r", "\r", "1", "\r", "\r", "2", "\r",
    ];
    for key in walk {
        seat.press(key)?;
    }
    #[allow(clippy::cast_precision_loss, reason = "no program here holds 2^53 bytes")]
    let mb = seat.process().peak_kib() as f64 * 1024.0 / 1e6;
    table.row(
        "peak memory after a walk through home, lesson, search, quiz",
        format!("{mb:.1} MB"),
        format!("{MEMORY_LIMIT} MB"),
        mb < MEMORY_LIMIT,
    );
    Ok(())
}

/// Time until an accepted answer is on disk, and, to compare, a bare write of a page.
pub(crate) fn answers(bench: &Bench, table: &mut Table) -> Result<()> {
    // A copy, so that these answers are in no other measure.
    let folder = bench.studied.with_file_name("answered");
    fs::create_dir(&folder)?;
    fs::copy(bench.studied.join(FILE), folder.join(FILE))?;
    let mut store = history::store(&bench.course, &folder)?;
    let mut file = File::create(folder.join("page"))?;
    let day = StudyDay::of(Timestamp::now(), &jiff::tz::TimeZone::UTC);
    let run = store.append(&Event { at: Timestamp::now(), what: history::started(&bench.course, 0) }, day)?;
    let (mut answers, mut pages) = (Vec::new(), Vec::new());
    let bank = bench.course.banks().next().map_or(&[][..], |b| &b.questions);
    for question in bank.iter().cycle().take(ANSWERS) {
        let what = history::answered(
            run,
            bench.course.outlines()[0].id.clone(),
            question.id.clone(),
            question.aim(&bench.course.outlines()[0].id).clone(),
            true,
        );
        let event = Event { at: Timestamp::now(), what };
        let began = Instant::now();
        store.append(&event, day)?;
        answers.push(ms(began.elapsed()));
        let began = Instant::now();
        file.write_all(&[0; 4096])?;
        file.sync_data()?;
        pages.push(ms(began.elapsed()));
    }
    store.append(&Event { at: Timestamp::now(), what: EventKind::QuizEnded { run, done: true } }, day)?;
    let said = |times: &[f64]| format!("{:.2} ms (95 %: {:.2})", quantile(times, 0.5), quantile(times, 0.95));
    table.note("a page written and synced to disk", said(&pages));
    table.row(
        "an accepted answer on disk",
        said(&answers),
        format!("{ANSWER_LIMIT} ms"),
        quantile(&answers, 0.5) <= ANSWER_LIMIT,
    );
    Ok(())
}

fn floor(bench: &Bench) -> Result<Seat> {
    opened(Seat::start(&bench.floor, &[])?, &["end-of-floor"], &[])
}

fn home(bench: &Bench) -> Result<Seat> {
    opened(Seat::start(&bench.app, &["--data", text(&bench.studied)])?, &home_texts(bench), &[])
}

fn lesson(bench: &Bench) -> Result<Seat> {
    opened(Seat::start(&bench.app, &["learn", "1", "--data", text(&bench.new)])?, &["? help"], &[" "])
}

fn quiz(bench: &Bench) -> Result<Seat> {
    opened(Seat::start(&bench.app, &["quiz", "1", "--seed", "1", "--data", text(&bench.new)])?, &["? help"], &["j"])
}

fn opened(mut seat: Seat, texts: &[&str], keys: &[&str]) -> Result<Seat> {
    seat.frame_with(texts)?;
    for key in keys {
        seat.press(key)?;
    }
    Ok(seat)
}

/// What stands on a whole home screen: its first row, its last lesson, its last key.
fn home_texts(bench: &Bench) -> Vec<&str> {
    let last = bench.course.outlines().last().map_or("", |o| o.title.as_str());
    vec!["▸", last.get(..20).unwrap_or(last), "? help"]
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap_or_default()
}
