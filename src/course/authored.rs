//! Files as their author wrote them, where that is not RON: every place in the RON that they are told as is a place there.

use std::ops::Range;
use std::sync::Arc;

use super::files::File;
use super::finding::{Finding, Location};
use super::markdown_file::{CoursePart, RonMap, ToldPart, to_ron};

/// The text that was written, and where the RON came from.
#[derive(Clone, Debug)]
pub(super) struct Authored {
    path: Arc<str>,
    text: Arc<str>,
    map: RonMap,
}

impl Authored {
    fn place(&self, span: Range<usize>) -> Location {
        Location::new(&self.path, &self.text, self.map.source(span))
    }
}

/// The files that the Markdown `text` at `path` stands for: a lesson and its bank, or a bank.
///
/// # Errors
/// Every place of it that cannot be understood.
pub(super) fn told(path: &str, text: String) -> Result<Vec<File>, Vec<Finding>> {
    let (named, text): (Arc<str>, Arc<str>) = (path.into(), text.into());
    let both = to_ron(path, &text, CoursePart::of_path(path))?;
    let file = |path: String, ToldPart { ron, map }: ToldPart| {
        let authored = Authored { path: Arc::clone(&named), text: Arc::clone(&text), map };
        let mut file = File::new(path, ron);
        file.authored = Some(authored);
        file
    };
    let lesson = both.lesson.map(|told| file(path.to_owned(), told));
    let bank = both.bank.map(|told| file(path.replacen("lessons/", "quizzes/", 1), told));
    Ok(lesson.into_iter().chain(bank).collect())
}

impl File {
    /// The place of the bytes `span`, as the author finds it.
    #[must_use]
    pub(super) fn place(&self, span: Range<usize>) -> Location {
        match &self.authored {
            Some(authored) => authored.place(span),
            None => Location::in_line(&self.path, &self.text, self.index().line(span.start), span),
        }
    }

    /// The whole file.
    #[must_use]
    pub(super) fn whole(&self) -> Location {
        Location::file(self.named())
    }

    /// How the author finds it.
    #[must_use]
    pub(super) fn named(&self) -> &str {
        self.authored.as_ref().map_or(&self.path, |authored| &authored.path)
    }

    /// What stands on disk; `None` for the second part of a file that was told already.
    pub(super) fn on_disk(&self) -> Option<&str> {
        match &self.authored {
            Some(authored) => (*authored.path == self.path).then_some(&*authored.text),
            None => Some(&self.text),
        }
    }
}
