//! A thread that reads a course again when its files change, and wakes the loop with what became of it.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use parking_lot::Mutex;
use signal_hook::consts::SIGWINCH;
use signal_hook::low_level::raise;

use crate::course::Course;
use crate::course::live::{CourseUpdate, FolderChanges, LiveCourse, errors};
use crate::ui::fit;

/// What came of the changes so far.
pub(super) struct CourseWatch(Receiver<CourseUpdate>);

impl CourseWatch {
    /// Starts the thread for `course`, which was opened in `root`.
    ///
    /// # Errors
    /// When no more threads can be had.
    pub(super) fn start((root, course): (PathBuf, Arc<Course>)) -> io::Result<Self> {
        let (send, updates) = channel();
        let work = move || {
            // What changes from now on is told of; what changed meanwhile is seen at once.
            let changes = FolderChanges::of(&root);
            let live = LiveCourse::new(&root, &course);
            drop(course);
            watch(live, changes, &send);
        };
        std::thread::Builder::new().name("course files".into()).spawn(work)?;
        Ok(Self(updates))
    }

    pub(super) fn next(&self) -> Option<CourseUpdate> {
        self.0.try_recv().ok()
    }
}

/// Tells of the course as soon as it is read. What `check` finds is told when that is through, and no later save waits for
/// it.
fn watch(mut live: LiveCourse, mut changes: FolderChanges, send: &Sender<CourseUpdate>) {
    let turn = Arc::new(CheckTurn::default());
    loop {
        if let Some(update) = live.reread() {
            let (course, root) = (update.course.clone(), update.root.clone());
            let saved = turn.saved.fetch_add(1, Ordering::AcqRel) + 1;
            if !tell(send, update) {
                return;
            }
            if let Some(course) = course {
                let (turn, send, broken) = (Arc::clone(&turn), send.clone(), live.broken());
                let check = move || {
                    turn.check(saved, &send, || {
                        let errors = errors(&course, broken, fit::check);
                        CourseUpdate { root, errors, ..CourseUpdate::default() }
                    });
                };
                // Without a thread for it nothing is checked; what cannot be read is told all the same.
                let _ = std::thread::Builder::new().name("check".into()).spawn(check);
            }
        }
        changes.wait();
    }
}

/// One check after the other, and only of what was saved last.
#[derive(Default)]
struct CheckTurn {
    /// How often something was saved.
    saved: AtomicUsize,
    checking: Mutex<()>,
}

impl CheckTurn {
    fn check(&self, saved: usize, send: &Sender<CourseUpdate>, check: impl FnOnce() -> CourseUpdate) {
        let _turn = self.checking.lock();
        let is_last = || self.saved.load(Ordering::Acquire) == saved;
        if is_last() {
            let update = check();
            if is_last() {
                tell(send, update);
            }
        }
    }
}

/// Whether anybody still listens.
fn tell(send: &Sender<CourseUpdate>, update: CourseUpdate) -> bool {
    // The loop waits for the terminal alone; this it takes for a change of the window's size.
    send.send(update).is_ok() && raise(SIGWINCH).is_ok()
}
