//! What is known of the built-in course, whatever course is open.

use std::sync::OnceLock;

use super::assemble::SharedList;
use super::model::{About, Id, Scheme};
use super::pictures::Pictures;
use super::{Course, files};

impl Course {
    /// The id that progress in this course is kept under: its own, but for a folder that claims the id of the built-in
    /// course. Who follows a course from elsewhere must not find somebody else's cards among their own.
    #[must_use]
    pub fn progress_id(&self) -> Id {
        if !self.claims_builtin_id() {
            return self.about.id.clone();
        }
        Id::new(format!("{}.folder", self.about.id)).unwrap_or_else(|_| self.about.id.clone())
    }

    /// Whether this is a folder with the id of the built-in course.
    #[must_use]
    pub fn claims_builtin_id(&self) -> bool {
        matches!(self.pictures, Pictures::Folder(_)) && builtin_id() == Some(&self.about.id)
    }
}

/// The id of the built-in course; none when the program was built without one that can be read.
fn builtin_id() -> Option<&'static Id> {
    static ID: OnceLock<Option<Id>> = OnceLock::new();
    let read = || {
        let about = files::builtin().into_iter().find(|f| f.path == "assets/course.ron")?.packed?;
        postcard::from_bytes::<About>(about).ok().map(|about| about.id)
    };
    ID.get_or_init(read).as_ref()
}

/// The schemes of the built-in course; none when the program was built without.
#[must_use]
pub fn builtin_schemes() -> &'static [Scheme] {
    static SCHEMES: OnceLock<Vec<Scheme>> = OnceLock::new();
    SCHEMES.get_or_init(|| {
        let packed = files::builtin().into_iter().find(|f| f.path == SharedList::Schemes.path()).and_then(|f| f.packed);
        packed.and_then(|bytes| postcard::from_bytes(bytes).ok()).unwrap_or_default()
    })
}
