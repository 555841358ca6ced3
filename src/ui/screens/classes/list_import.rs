//! Reading a class from a list, step by step: which file, what its columns hold where that cannot be told, and which class
//! it is where it does not say.

use std::path::{Path, PathBuf};

use crate::course::wording::count;
use crate::study::class::{ClassSection, Column, ImportError, Imported, import, read_columns};
use crate::study::names::Name;
use crate::ui::screens::field::Field;
use crate::ui::screens::listing::Notice;

/// How far it has come.
pub(super) struct ListImport {
    asked: ImportQuestion,
    field: Field,
    path: PathBuf,
    bytes: Vec<u8>,
    list: Imported,
}

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ImportQuestion {
    File,
    Columns,
    ClassName,
}

/// What comes next.
pub(super) enum NextStep {
    Read(ListImport, PathBuf),
    /// Something has to be typed; with a word on it.
    Ask(ListImport, Notice),
    /// The people, by class, and what is said of lines that were left out.
    Admit(Vec<ClassSection>, Vec<String>),
}

impl Default for ListImport {
    fn default() -> Self {
        Self {
            asked: ImportQuestion::File,
            field: Field::of_a_path(),
            path: PathBuf::new(),
            bytes: Vec::new(),
            list: Imported::default(),
        }
    }
}

impl ListImport {
    /// What ⏎ does.
    pub(super) fn does(&self) -> &'static str {
        match self.asked {
            ImportQuestion::File => "read the list",
            ImportQuestion::Columns | ImportQuestion::ClassName => "import",
        }
    }

    /// What is to be typed, and an example.
    pub(super) fn question(&self) -> (&'static str, String) {
        match self.asked {
            ImportQuestion::File => ("File with the list (CSV or text, a name a line): ", "lists/8b.csv".to_owned()),
            ImportQuestion::Columns => ("What do the columns hold? ", "last,first,-".to_owned()),
            ImportQuestion::ClassName => ("Which class is it? ", self.usual_name()),
        }
    }

    pub(super) fn field(&self) -> &Field {
        &self.field
    }

    pub(super) fn field_mut(&mut self) -> &mut Field {
        &mut self.field
    }

    /// Takes what was typed.
    pub(super) fn enter(mut self) -> NextStep {
        match self.asked {
            ImportQuestion::File => match typed_path(self.field.value()) {
                Some(path) => {
                    self.path.clone_from(&path);
                    NextStep::Read(self, path)
                }
                None => self.ask("type the path of a file, or drag it here"),
            },
            ImportQuestion::Columns => {
                let told: Vec<String> = self.field.value().split(',').map(|column| column.trim().to_owned()).collect();
                match read_columns(&told) {
                    Ok(columns) => self.with_columns(Some(&columns)),
                    Err(why) => self.ask(why),
                }
            }
            ImportQuestion::ClassName => self.named(),
        }
    }

    /// The file has come, or not, and why.
    pub(super) fn read(mut self, bytes: Result<Vec<u8>, String>) -> NextStep {
        match bytes {
            Ok(bytes) => {
                self.bytes = bytes;
                self.with_columns(None)
            }
            Err(why) => self.ask(why),
        }
    }

    fn with_columns(mut self, columns: Option<&[Column]>) -> NextStep {
        match import(&self.bytes, columns) {
            Ok(list) => {
                self.list = list;
                self.with_list()
            }
            Err(ImportError::Columns(unknown)) => {
                (self.asked, self.field) = (ImportQuestion::Columns, Field::default());
                self.ask(unknown)
            }
            Err(why) => {
                (self.asked, self.field) = (ImportQuestion::File, Field::of_a_path());
                self.ask(why)
            }
        }
    }

    fn with_list(mut self) -> NextStep {
        if self.list.sections.iter().all(|section| section.class.is_some()) {
            return self.admitted();
        }
        (self.asked, self.field) = (ImportQuestion::ClassName, Field::default());
        let people = self.list.names().len();
        let said = format!("{} read. The list does not say which class it is.", count(people, "name"));
        NextStep::Ask(self, Notice::Said(said))
    }

    fn named(mut self) -> NextStep {
        let typed = self.field.value().trim().to_owned();
        let name = if typed.is_empty() { self.usual_name() } else { typed };
        match Name::new(&name) {
            Ok(name) => {
                self.list.sections.iter_mut().for_each(|section| {
                    section.class.get_or_insert_with(|| name.clone());
                });
                self.admitted()
            }
            Err(why) => self.ask(why),
        }
    }

    fn admitted(self) -> NextStep {
        let left_out = self.list.refused.iter().map(|refusal| format!("Left out: {refusal}.")).collect();
        NextStep::Admit(self.list.sections, left_out)
    }

    fn ask(self, why: impl ToString) -> NextStep {
        NextStep::Ask(self, Notice::Refused(why.to_string()))
    }

    /// The file's name without its ending.
    fn usual_name(&self) -> String {
        let stem = self.path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Name::new(&stem).map_or_else(|_| "8b".to_owned(), |name| name.to_string())
    }
}

/// The path that was typed, or dragged here: then it may stand in quotation marks, or with `\` before blanks.
fn typed_path(typed: &str) -> Option<PathBuf> {
    let typed = typed.trim();
    let quoted = ['"', '\''].into_iter().find_map(|mark| typed.strip_prefix(mark)?.strip_suffix(mark));
    let path = quoted.map_or_else(|| typed.replace("\\ ", " "), str::to_owned);
    (!path.is_empty()).then(|| Path::new(&path).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_that_was_dragged_is_taken_without_its_marks() {
        for typed in ["'/a b/8b.csv'", "\"/a b/8b.csv\"", "/a\\ b/8b.csv ", "/a b/8b.csv"] {
            assert_eq!(typed_path(typed).unwrap(), Path::new("/a b/8b.csv"), "{typed}");
        }
        assert_eq!(typed_path("  "), None);
    }
}
