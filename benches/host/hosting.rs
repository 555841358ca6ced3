//! `ninetracks host` in a process of its own, and its teacher, who types lines.

use std::io::{BufRead, BufReader, Write};
use std::net::SocketAddr;
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::{fs, thread};

use anyhow::Context;

use crate::Result;
use crate::process::Process;

/// A running host.
pub(crate) struct Hosting {
    child: Child,
    teacher: ChildStdin,
    pub address: SocketAddr,
    /// The room's code.
    pub code: String,
}

impl Hosting {
    /// In an empty folder, at a free port of this machine.
    pub(crate) fn start() -> Result<Self> {
        let data = Path::new(env!("CARGO_TARGET_TMPDIR")).join("host");
        let _ = fs::remove_dir_all(&data);
        let mut child = Command::new(env!("CARGO_BIN_EXE_ninetracks"))
            .args([
                "host",
                "--plain",
                "--bind",
                "127.0.0.1:0",
                "--length",
                "500",
                "--timer",
                "0",
                "--seed",
                "1",
                "--keep-open",
                "--round",
                "0",
            ])
            .arg("--data")
            .arg(&data)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let teacher = child.stdin.take().context("no way to type")?;
        let mut lines = BufReader::new(child.stdout.take().context("no lines")?).lines();
        let (mut address, mut code) = (None, None);
        while address.is_none() || code.is_none() {
            let line = lines.next().context("the host ended")??;
            address = address.or_else(|| after(&line, "http://").and_then(|it| it.parse().ok()));
            code = code.or_else(|| after(&line, "The code is "));
        }
        // Lines that nobody reads would stop the host.
        thread::spawn(move || lines.for_each(drop));
        let (address, code) = (address.context("no address")?, code.context("no code")?);
        Ok(Self { child, teacher, address, code })
    }

    /// Goes on to the next question and opens it.
    pub(crate) fn open(&mut self) -> Result<()> {
        write!(self.teacher, "\n\n")?;
        Ok(())
    }

    /// Closes the open question and shows its answer.
    pub(crate) fn close(&mut self) -> Result<()> {
        writeln!(self.teacher, "show")?;
        Ok(())
    }

    /// The most memory that the host has held, in MB.
    #[expect(clippy::cast_precision_loss, reason = "no program here holds 2^53 bytes")]
    pub(crate) fn memory(&self) -> f64 {
        Process(self.child.id()).peak_kib() as f64 * 1024.0 / 1e6
    }
}

/// The word behind `sign` in a line.
fn after(line: &str, sign: &str) -> Option<String> {
    let (_, rest) = line.split_once(sign)?;
    rest.split_whitespace().next().map(|word| word.trim_end_matches('.').to_owned())
}

impl Drop for Hosting {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
