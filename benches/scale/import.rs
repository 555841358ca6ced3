//! Questions of another program, brought in by the program itself: a table of 10,000 and of 100,000 rows.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::process::Process;
use crate::{Result, row};

const SIZES: [usize; 2] = [10_000, 100_000];
/// The larger takes no longer than this, and no more memory.
const LIMIT_MS: f64 = 5_000.0;
const LIMIT_MB: f64 = 300.0;

pub(crate) fn measure(scratch: &Path) -> Result<()> {
    fs::create_dir_all(scratch)?;
    let mut before = None;
    for rows in SIZES {
        let (file, folder) = (scratch.join(format!("{rows}.csv")), scratch.join(format!("imported{rows}")));
        let questions: String = (0..rows).map(|n| format!("What is {n}?,It is {n},no,maybe,1\n")).collect();
        fs::write(&file, format!("question,option 1,option 2,option 3,correct\n{questions}"))?;
        let (ms, mb) = import(&file, &folder)?;
        let verdict = if rows < SIZES[1] {
            ""
        } else if ms <= LIMIT_MS && mb <= LIMIT_MB {
            ", limits 5 s and 300 MB: ok"
        } else {
            ", limits 5 s and 300 MB: OVER"
        };
        row(&format!("`import` of rows, {mb:.0} MB{verdict}"), rows, ms, &mut before);
    }
    Ok(())
}

/// Milliseconds and peak megabytes of an import.
fn import(file: &Path, folder: &Path) -> Result<(f64, f64)> {
    let started = Instant::now();
    let mut program = Command::new(env!("CARGO_BIN_EXE_ninetracks"))
        .arg("import")
        .arg(file)
        .arg("--into")
        .arg(folder)
        .stdout(Stdio::null())
        .spawn()?;
    let mut peak = 0;
    while program.try_wait()?.is_none() {
        peak = peak.max(Process(program.id()).peak_kib());
        sleep(Duration::from_millis(1));
    }
    let ms = started.elapsed().as_secs_f64() * 1000.0;
    anyhow::ensure!(program.wait()?.success(), "an import failed");
    let megabytes = f64::from(u32::try_from(peak / 1024).unwrap_or(u32::MAX));
    Ok((ms, megabytes))
}
