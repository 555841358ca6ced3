//! The same work on many files, on all processors.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{panic, thread};

use super::files::File;

/// Bytes of source from which on a thread is worth its start.
const WORTH_A_THREAD: usize = 256 * 1024;

/// What `work` makes of each file, in the order of `files`.
pub(super) fn in_parallel<T: Send>(files: &[&File], work: impl Fn(&File) -> T + Sync) -> Vec<T> {
    let bytes: usize = files.iter().map(|f| f.text.len()).sum();
    let processors = thread::available_parallelism().map_or(1, usize::from);
    let threads = processors.min(files.len()).min(bytes / WORTH_A_THREAD);
    if threads < 2 {
        return files.iter().map(|file| work(file)).collect();
    }
    let (next, done) = (AtomicUsize::new(0), Mutex::new(Vec::with_capacity(files.len())));
    let worker = || {
        let mut mine = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(file) = files.get(at) else { break };
            mine.push((at, work(file)));
        }
        done.lock().unwrap_or_else(std::sync::PoisonError::into_inner).extend(mine);
    };
    thread::scope(|scope| {
        let others: Vec<_> = (1..threads).map(|_| scope.spawn(worker)).collect();
        worker();
        for other in others {
            other.join().unwrap_or_else(|why| panic::resume_unwind(why));
        }
    });
    let mut done = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    done.sort_unstable_by_key(|(at, _)| *at);
    done.into_iter().map(|(_, it)| it).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_files_come_back_in_their_order() {
        let texts: Vec<File> = (0..40).map(|n| File::new(format!("{n}"), "x".repeat(20_000 + n))).collect();
        let files: Vec<&File> = texts.iter().collect();
        let lengths: Vec<usize> = in_parallel(&files, |file| file.text.len());
        assert_eq!(lengths, (20_000..20_040).collect::<Vec<_>>());
    }
}
