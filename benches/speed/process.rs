//! What the kernel says of a running program, over all its threads.

use std::fs;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// A process by its number.
#[derive(Clone, Copy)]
pub(crate) struct Process(pub u32);

impl Process {
    /// Nanoseconds on a processor since it was made, in the program and in the kernel for it.
    pub(crate) fn cpu_ns(self) -> u64 {
        self.each("schedstat").iter().filter_map(|s| s.split(' ').next()?.parse::<u64>().ok()).sum()
    }

    /// How often one of its threads has been woken or interrupted.
    pub(crate) fn switches(self) -> u64 {
        let of = |status: &String| {
            status
                .lines()
                // Being pushed aside by others is no wake-up of its own.
                .filter(|l| l.starts_with("voluntary_ctxt"))
                .filter_map(|l| l.split_whitespace().last()?.parse::<u64>().ok())
                .sum::<u64>()
        };
        self.each("status").iter().map(of).sum()
    }

    /// The most memory it has held, in KiB.
    pub(crate) fn peak_kib(self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.0)).unwrap_or_default();
        status.lines().find_map(|l| l.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse().ok()).unwrap_or(0)
    }

    /// Waits until every thread sleeps, a second at most.
    pub(crate) fn wait_asleep(self) {
        let since = Instant::now();
        while !self
            .each("stat")
            .iter()
            .all(|s| s.rsplit(')').next().is_some_and(|rest| rest.trim_start().starts_with('S')))
            && since.elapsed() < Duration::from_secs(1)
        {
            sleep(Duration::from_micros(200));
        }
    }

    fn each(self, file: &str) -> Vec<String> {
        let tasks = fs::read_dir(format!("/proc/{}/task", self.0)).into_iter().flatten().flatten();
        tasks.filter_map(|t| fs::read_to_string(t.path().join(file)).ok()).collect()
    }
}
