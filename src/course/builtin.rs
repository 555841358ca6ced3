//! What is known of the built-in course, whatever course is open.

use std::sync::OnceLock;

use super::assemble::{ABOUT as ABOUT_FILE, SharedList};
use super::model::{About, Id, Scheme};
use super::pictures::Pictures;
use super::{Course, files};

impl Course {
    /// The id that progress in this course is kept under: its own, but for a folder that claims the id of the built-in
    /// course. Who follows a course from elsewhere must not find somebody else's cards among their own.
    #[must_use]
    pub fn progress_id(&self) -> Id {
        if let Some(id) = &self.progress_id {
            return id.clone();
        }
        match self.pictures {
            Pictures::Folder(_) => progress_id_in_folder(&self.about.id),
            Pictures::BuiltIn => self.about.id.clone(),
        }
    }

    /// The same course with its progress under another id, where two courses have the same.
    #[must_use]
    pub fn with_progress_id(self, id: Id) -> Self {
        Self { progress_id: Some(id), ..self }
    }

    /// Whether this is a folder with the id of the built-in course.
    #[must_use]
    pub fn claims_builtin_id(&self) -> bool {
        matches!(self.pictures, Pictures::Folder(_)) && builtin_id() == Some(&self.about.id)
    }
}

/// The id of the built-in course; none when the program was built without one that can be read.
#[must_use]
pub fn builtin_id() -> Option<&'static Id> {
    builtin_about().map(|about| &about.id)
}

/// What the built-in course says of itself; none when the program was built without one that can be read.
#[must_use]
pub fn builtin_about() -> Option<&'static About> {
    static ABOUT: OnceLock<Option<About>> = OnceLock::new();
    let read = || {
        let about = files::builtin().into_iter().find(|f| f.path == ABOUT_FILE)?.packed?;
        postcard::from_bytes::<About>(about).ok()
    };
    ABOUT.get_or_init(read).as_ref()
}

/// The id under which progress is kept in a course that is opened from its folder and has the id `id`.
#[must_use]
pub fn progress_id_in_folder(id: &Id) -> Id {
    if builtin_id() == Some(id) { Id::new(format!("{id}.folder")).unwrap_or_else(|_| id.clone()) } else { id.clone() }
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
