//! Taking people of a list into a class that may have some of them already.

use super::{ClassError, Pupil, SchoolClass};
use crate::study::names::{Name, PersonName};

/// What came of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Admission {
    pub added: usize,
    /// People of the list who were in the class already.
    pub already: usize,
    /// Everybody in the class now.
    pub total: usize,
    /// Names that somebody else had, and with what number they came in.
    pub numbered: Vec<(PersonName, PersonName)>,
}

impl Admission {
    /// `8b: 27 added, 2 already there, 29 in all.`
    #[must_use]
    pub fn words(&self, class: &Name) -> String {
        let known = if self.already > 0 { format!(", {} already there", self.already) } else { String::new() };
        format!("{class}: {} added{known}, {} in all.", self.added, self.total)
    }
}

/// Says that somebody who was to be called `asked`, as another is, came in as `added`.
#[must_use]
pub fn namesakes(asked: &PersonName, added: &PersonName) -> String {
    format!("there are two called {asked}: the second is {added}")
}

impl SchoolClass {
    /// Those who are there already under the same name are not added again, unless the list itself has two of them.
    ///
    /// # Errors
    /// When the class is full; then nobody was added.
    pub fn admit(&mut self, mut pupils: Vec<Pupil>) -> Result<Admission, ClassError> {
        let mut there: Vec<String> = self.pupils.iter().map(|pupil| pupil.name.folded()).collect();
        let mut is_new = |pupil: &Pupil| match there.iter().position(|name| *name == pupil.name.folded()) {
            Some(at) => {
                there.swap_remove(at);
                false
            }
            None => true,
        };
        let before = pupils.len();
        pupils.retain(&mut is_new);
        let already = before - pupils.len();
        let asked: Vec<PersonName> = pupils.iter().map(|pupil| pupil.name.clone()).collect();
        let names = self.add(pupils)?;
        let added = names.len();
        let numbered = asked.into_iter().zip(names).filter(|(asked, name)| asked != name).collect();
        Ok(Admission { added, already, total: self.pupils.len(), numbered })
    }
}
