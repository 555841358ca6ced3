//! A thread that reads a course again when its files change, and wakes the loop with what became of it.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use signal_hook::consts::SIGWINCH;
use signal_hook::low_level::raise;

use crate::course::Course;
use crate::course::live::{CourseUpdate, FolderChanges, LiveCourse};
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

/// Tells of the course as soon as it is read, and of what `check` finds when that is through.
fn watch(mut live: LiveCourse, mut changes: FolderChanges, send: &Sender<CourseUpdate>) {
    loop {
        if let Some(update) = live.reread() {
            let (course, root) = (update.course.clone(), update.root.clone());
            let errors = |course: Arc<Course>| live.errors(&course, fit::check);
            if !tell(send, update) {
                return;
            }
            if let Some(errors) = course.map(errors)
                && !tell(send, CourseUpdate { root, errors, ..CourseUpdate::default() })
            {
                return;
            }
        }
        changes.wait();
    }
}

/// Whether anybody still listens.
fn tell(send: &Sender<CourseUpdate>, update: CourseUpdate) -> bool {
    // The loop waits for the terminal alone; this it takes for a change of the window's size.
    send.send(update).is_ok() && raise(SIGWINCH).is_ok()
}
