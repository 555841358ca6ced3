//! Standard input as lines that are not waited for: while none comes, reading times out now and then, so that whoever reads can
//! look at something else.

use std::io::{self, BufRead, Read};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

/// How long a line is waited for at a time.
const WAIT: Duration = Duration::from_millis(100);

/// Lines as they come.
pub(super) struct TimedLines {
    lines: Receiver<Vec<u8>>,
    line: Vec<u8>,
    /// Bytes of the line that were read.
    read: usize,
    /// Whether the end was told.
    is_ended: bool,
}

impl TimedLines {
    /// Starts to read standard input.
    ///
    /// # Errors
    /// When no more threads can be had.
    pub(super) fn of_stdin() -> io::Result<Self> {
        let (send, lines) = channel();
        let work = move || {
            let mut input = io::stdin().lock();
            let mut line = Vec::new();
            while input.read_until(b'\n', &mut line).is_ok_and(|n| n > 0) {
                if send.send(std::mem::take(&mut line)).is_err() {
                    return;
                }
            }
        };
        std::thread::Builder::new().name("typed lines".into()).spawn(work)?;
        Ok(Self { lines, line: Vec::new(), read: 0, is_ended: false })
    }
}

impl BufRead for TimedLines {
    /// The end of input is told once; after it nothing comes any more.
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.read == self.line.len() {
            (self.line, self.read) = match self.lines.recv_timeout(WAIT) {
                Ok(line) => (line, 0),
                Err(RecvTimeoutError::Timeout) => return Err(io::ErrorKind::TimedOut.into()),
                Err(RecvTimeoutError::Disconnected) if !self.is_ended => {
                    self.is_ended = true;
                    (Vec::new(), 0)
                }
                Err(RecvTimeoutError::Disconnected) => {
                    std::thread::sleep(WAIT);
                    return Err(io::ErrorKind::TimedOut.into());
                }
            };
        }
        Ok(&self.line[self.read..])
    }

    fn consume(&mut self, bytes: usize) {
        self.read += bytes;
    }
}

impl Read for TimedLines {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let given = self.fill_buf()?;
        let n = given.len().min(to.len());
        to[..n].copy_from_slice(&given[..n]);
        self.consume(n);
        Ok(n)
    }
}
