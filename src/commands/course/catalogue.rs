//! The courses of this computer, for home.

use super::{AddedCourse, AddedCourses, CourseChoice, added};
use crate::cli::Global;
use crate::commands::environment;
use crate::course::model::About;
use crate::course::model::text::named_path;
use crate::course::{Course, builtin_about, progress_id_in_folder, read_about};
use crate::store::Learner;
use crate::ui::catalogue::{CatalogueEntry, CourseCatalogue, ListedCourse};

/// Opens them as the options say.
#[derive(Debug)]
pub(in crate::commands) struct Catalogue(pub Global);

impl Catalogue {
    fn choice(&self, course: &ListedCourse) -> Result<CourseChoice, String> {
        match course {
            ListedCourse::BuiltIn => Ok(CourseChoice::BuiltIn),
            ListedCourse::Folder(folder) => Ok(CourseChoice::Folder(folder.clone())),
            ListedCourse::Added(name) => {
                let added =
                    AddedCourses::of(&self.0).and_then(|added| added.named(name)).map_err(|why| why.to_string())?;
                Ok(CourseChoice::Added { name: added.name, place: added.place })
            }
        }
    }

    /// Those beside `course`, where any was added.
    pub(in crate::commands) fn others(&self, course: &Course) -> Vec<CatalogueEntry> {
        if AddedCourses::of(&self.0).map_or(true, |added| added.names().is_empty()) {
            return Vec::new();
        }
        let here = Some(course.progress_id());
        self.entries().into_iter().filter(|entry| entry.progress != here).collect()
    }

    fn added(&self) -> Vec<AddedCourse> {
        AddedCourses::of(&self.0).map(|added| added.all()).unwrap_or_default()
    }
}

impl CourseCatalogue for Catalogue {
    fn entries(&self) -> Vec<CatalogueEntry> {
        let built_in = builtin_about().map(|about| CatalogueEntry {
            course: ListedCourse::BuiltIn,
            title: about.title.to_string(),
            about: said("built in", Some(about)),
            progress: Some(about.id.clone()),
        });
        let given = match CourseChoice::of(&self.0) {
            CourseChoice::Folder(folder) => {
                let about = read_about(&folder);
                let progress = about.as_ref().map(|about| progress_id_in_folder(&about.id));
                let title = about.as_ref().map_or_else(|| named_path(&folder), |about| about.title.to_string());
                let about = said(&named_path(&folder), about.as_ref());
                Some(CatalogueEntry { course: ListedCourse::Folder(folder), title, about, progress })
            }
            CourseChoice::BuiltIn | CourseChoice::Added { .. } => None,
        };
        let entry = |it: AddedCourse| CatalogueEntry {
            title: it.about.as_ref().map_or_else(|| it.name.to_string(), |about| about.title.to_string()),
            about: said(&format!("added as {}", it.name), it.about.as_ref()),
            progress: it.about.as_ref().map(|about| added::progress(&it.name, &about.id)),
            course: ListedCourse::Added(it.name),
        };
        built_in.into_iter().chain(given).chain(self.added().into_iter().map(entry)).collect()
    }

    fn open(&self, course: &ListedCourse) -> Result<(Course, Learner), String> {
        let opened = self.choice(course)?.opened(&self.0).map_err(|why| format!("{why:#}"))?;
        let learner = environment::learner(&self.0, &opened);
        Ok((opened, learner))
    }
}

fn said(from: &str, about: Option<&About>) -> String {
    about.map_or_else(
        || format!("{from} · assets/course.ron cannot be read"),
        |about| format!("{from} · version {} · {}", about.version, about.licence),
    )
}
