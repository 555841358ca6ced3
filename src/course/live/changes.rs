//! Waiting until something in a course's folder changes. Linux tells of it, so that nothing wakes while nothing happens;
//! elsewhere names, sizes and times are looked at twice a second.

use std::path::{Path, PathBuf};
use std::time::Duration;

use crate::course::cache::FolderStamp;
#[cfg(target_os = "linux")]
use crate::course::files::FOLDERS;

/// How often the folder is looked at where nobody tells of changes.
const LOOKED_AT: Duration = Duration::from_millis(500);

/// Changes in a course's folder, one after the other.
pub struct FolderChanges(ChangeSource);

/// What tells of them.
enum ChangeSource {
    #[cfg(target_os = "linux")]
    Kernel(kernel::Inotify),
    Looks {
        root: PathBuf,
        state: Option<FolderStamp>,
    },
}

impl FolderChanges {
    /// From now on.
    #[must_use]
    pub fn of(root: &Path) -> Self {
        #[cfg(target_os = "linux")]
        if let Some(kernel) = kernel::Inotify::of(root) {
            return Self(ChangeSource::Kernel(kernel));
        }
        Self(ChangeSource::Looks { root: root.to_owned(), state: FolderStamp::of(root) })
    }

    /// Whether the kernel tells of them.
    #[cfg(all(test, target_os = "linux"))]
    pub(super) fn are_told(&self) -> bool {
        matches!(self.0, ChangeSource::Kernel(_))
    }

    /// Sleeps until something has changed, and a moment longer: an editor saves in several steps.
    pub fn wait(&mut self) {
        match &mut self.0 {
            #[cfg(target_os = "linux")]
            ChangeSource::Kernel(kernel) => {
                if kernel.wait().is_none() {
                    self.0 = ChangeSource::Looks { root: kernel.root().to_owned(), state: None };
                }
            }
            ChangeSource::Looks { root, state } => loop {
                std::thread::sleep(LOOKED_AT);
                let now = FolderStamp::of(root);
                if now.is_none() || *state != now {
                    *state = now;
                    return;
                }
            },
        }
    }
}

#[cfg(target_os = "linux")]
mod kernel {
    use std::os::fd::OwnedFd;
    use std::path::{Path, PathBuf};

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::fs::inotify::{self, CreateFlags, WatchFlags};

    use super::FOLDERS;

    /// The kernel's word on the folders of a course.
    pub(super) struct Inotify {
        events: OwnedFd,
        root: PathBuf,
    }

    /// How long nothing more may come before the files are read, in nanoseconds.
    const SETTLED: i64 = 30_000_000;
    /// Most times that is waited for: a quarter of a second.
    const MOST: usize = 8;

    impl Inotify {
        /// `None` where the kernel gives no such thing, or no more of them.
        pub(super) fn of(root: &Path) -> Option<Self> {
            let events = inotify::init(CreateFlags::CLOEXEC).ok()?;
            let told = Self { events, root: root.canonicalize().ok()? };
            told.watch().then_some(told)
        }

        pub(super) fn root(&self) -> &Path {
            &self.root
        }

        /// Asks for word on the folder and those in it that are there; a second time for the same changes nothing. Whether
        /// the first could be had.
        fn watch(&self) -> bool {
            let what = WatchFlags::CLOSE_WRITE
                | WatchFlags::MOVED_TO
                | WatchFlags::MOVED_FROM
                | WatchFlags::CREATE
                | WatchFlags::DELETE
                | WatchFlags::ONLYDIR;
            for folder in FOLDERS {
                let _ = inotify::add_watch(&self.events, self.root.join(folder), what);
            }
            inotify::add_watch(&self.events, &self.root, what).is_ok()
        }

        /// Sleeps until there is word, and until it ends. `None` when there will be none any more.
        pub(super) fn wait(&self) -> Option<()> {
            let mut words = [0; 4096];
            for _ in 0..MOST {
                rustix::io::retry_on_intr(|| rustix::io::read(&self.events, &mut words)).ok()?;
                if !self.comes_more() {
                    break;
                }
            }
            // A folder may have been made, or another put in its place.
            self.watch().then_some(())
        }

        fn comes_more(&self) -> bool {
            let moment = Timespec { tv_sec: 0, tv_nsec: SETTLED };
            poll(&mut [PollFd::new(&self.events, PollFlags::IN)], Some(&moment)).is_ok_and(|ready| ready > 0)
        }
    }
}
