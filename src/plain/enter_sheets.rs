//! Typing in what was answered on paper: person by person, question by question. A person's sheet is one event, saved
//! when its last question is answered; until then what is typed is kept with every answer, and offered again.

use super::error::ended;
use super::paper_answer::{self, Penned};
use super::session::Session;
use super::{Outcome, PlainError};
use crate::course::suggestion::did_you_mean;
use crate::course::wording::count;
use crate::course::wording::points as worth;
use crate::store::EnteredSheet;
use crate::study::class::{ClassId, SchoolClass};
use crate::study::event::{EventKind, SheetAnswer};
use crate::study::item::Item;
use crate::study::names::PersonName;
use crate::study::quiz::PaperSpec;
use crate::study::score::{Score, points};
use crate::study::sheet::Sheet;

/// A paper whose sheets are typed in, and the class that sat it.
#[derive(Clone, Debug)]
pub struct SheetEntry {
    pub spec: PaperSpec,
    /// The first version is the paper as the screen draws it.
    pub sheets: Vec<Sheet>,
    pub class: Option<SchoolClass>,
}

/// Asks for the answers on the sheets of a paper until no more names come.
///
/// # Errors
/// When the lessons have no question, something could not be saved, or a line not be read or written.
pub fn enter(session: Session<'_>, entry: SheetEntry) -> Result<Outcome, PlainError> {
    let SheetEntry { spec, sheets, class } = entry;
    if sheets.first().is_none_or(|s| s.items.is_empty()) {
        return Err(PlainError::NoQuestion);
    }
    ended(Entering { session, spec, sheets, class }.run())
}

/// What was entered; `None` goes back to what was asked before.
type Entered<T> = Result<Option<T>, PlainError>;

/// A sheet's place among the versions, and what is written on it.
type Written = (usize, Vec<SheetAnswer>);

pub(super) struct Entering<'a> {
    pub(super) session: Session<'a>,
    spec: PaperSpec,
    pub(super) sheets: Vec<Sheet>,
    class: Option<SchoolClass>,
}

impl Entering<'_> {
    fn run(mut self) -> Result<Outcome, PlainError> {
        self.opening()?;
        self.go_on()?;
        while let Some(person) = self.name()? {
            if let Some((version, answers)) = self.sheet(&person)? {
                self.save(person, version, answers)?;
            }
        }
        let entered = self.entered()?.len();
        self.session.say(&format!("{} of this paper typed in so far.", count(entered, "sheet")))?;
        Ok(Outcome::Done)
    }

    /// Sheets of this paper and this class.
    fn entered(&self) -> Result<Vec<EnteredSheet>, PlainError> {
        let id = self.class_id();
        Ok(self.session.store.sheets(&self.spec)?.into_iter().filter(|sheet| sheet.class == id).collect())
    }

    fn class_id(&self) -> Option<ClassId> {
        self.class.as_ref().map(|class| class.id.clone())
    }

    fn opening(&mut self) -> Result<(), PlainError> {
        let entered: Vec<String> = self.entered()?.iter().map(|s| s.person.to_string()).collect();
        let questions = count(self.sheets[0].items.len(), "question");
        self.session.say(&format!(
            "Sheets with {questions}, seed {}. Type what is written: Enter alone for no answer, u to go back, q to stop.",
            self.spec.seed
        ))?;
        if entered.is_empty() { Ok(()) } else { self.session.say(&format!("Already entered: {}.", entered.join(", "))) }
    }

    /// Offers what was typed in in part before.
    fn go_on(&mut self) -> Result<(), PlainError> {
        for left in self.session.store.begun_sheets(&self.spec)? {
            let Some(version) = self.sheets.iter().position(|sheet| fits(sheet, &left)) else { continue };
            let (done, of) = (left.answers.len(), self.sheets[version].items.len());
            self.session.gap()?;
            self.session.say(&format!(
                "The sheet of {} (version {}) was left after {done} of {of} answers.",
                left.person, left.version
            ))?;
            match self.choice()? {
                HalfSheet::GoOn => {
                    if let Some(answers) = self.answers(&left.person, version, left.answers)? {
                        self.save(left.person, version, answers)?;
                    }
                }
                HalfSheet::Later => {}
                HalfSheet::Drop => self.keep(&left.person, version, &[])?,
            }
        }
        Ok(())
    }

    fn choice(&mut self) -> Result<HalfSheet, PlainError> {
        loop {
            match self.session.ask("Continue with it? (y, n for later, x to discard it)")?.to_lowercase().as_str() {
                "y" | "yes" | "" => return Ok(HalfSheet::GoOn),
                "n" | "no" => return Ok(HalfSheet::Later),
                "x" => return Ok(HalfSheet::Drop),
                "q" | "quit" => return Err(PlainError::Left),
                _ => self.session.say("Type y, n or x.")?,
            }
        }
    }

    /// The next person; `None` when there is none.
    fn name(&mut self) -> Result<Option<PersonName>, PlainError> {
        self.session.gap()?;
        loop {
            let line = self.session.console.ask("Name (Enter alone ends):")?.unwrap_or_default();
            if matches!(line.to_lowercase().as_str(), "" | "q" | "quit") {
                return Ok(None);
            }
            let (line, sheet) = line.split_once(';').map_or((&line[..], None), |(name, sheet)| (name, Some(sheet)));
            let person = match PersonName::new(line) {
                Ok(person) => self.as_listed(person)?,
                Err(why) => {
                    self.session.say(&format!("{why}."))?;
                    continue;
                }
            };
            if let Some(before) = self.before(&person)? {
                self.session.say(&format!("{} is already entered; this replaces it.", before.person))?;
                if sheet.is_none() {
                    self.session.say("To correct one answer instead, type its number and the answer: 3=b. To delete the sheet: delete.")?;
                }
            }
            if let Some(sheet) = sheet {
                self.whole_sheet(&person, sheet)?;
                continue;
            }
            return Ok(Some(person));
        }
    }

    /// What was entered for `person` before.
    pub(super) fn before(&self, person: &PersonName) -> Result<Option<EnteredSheet>, PlainError> {
        Ok(self.entered()?.into_iter().find(|sheet| sheet.person.is_like(person)))
    }

    /// The name as the class's list has it; somebody who is not on it is said to be not.
    fn as_listed(&mut self, person: PersonName) -> Result<PersonName, PlainError> {
        let Some(class) = &self.class else { return Ok(person) };
        if let Some(pupil) = class.pupil(&person) {
            return Ok(pupil.name.clone());
        }
        let meant = did_you_mean(person.as_str(), class.pupils.iter().map(|pupil| pupil.name.as_str()));
        self.session.say(&format!("{person} is not on the list of {}.{meant} u goes back.", class.name))?;
        Ok(person)
    }

    fn sheet(&mut self, person: &PersonName) -> Entered<Written> {
        loop {
            match self.version()? {
                Begun::Back => return Ok(None),
                Begun::Line(line) => {
                    if self.on_one_line(person, &line)? {
                        return Ok(None);
                    }
                }
                Begun::Version(version) => {
                    if let Some(answers) = self.answers(person, version, Vec::new())? {
                        return Ok(Some((version, answers)));
                    }
                }
            }
        }
    }

    /// The sheet's place among the versions.
    fn version(&mut self) -> Result<Begun, PlainError> {
        let last = self.sheets.last().map_or('A', |s| s.version);
        let prompt = if last == 'A' { "Version (A):".to_owned() } else { format!("Version (A to {last}):") };
        loop {
            match self.session.ask(&prompt)?.to_lowercase().as_str() {
                "q" | "quit" => return Err(PlainError::Left),
                "u" => return Ok(Begun::Back),
                typed if typed.contains([' ', '=', '/']) || typed == "delete" => {
                    return Ok(Begun::Line(typed.to_owned()));
                }
                typed => match self.sheets.iter().position(|s| s.version.to_lowercase().eq(typed.chars())) {
                    Some(at) => return Ok(Begun::Version(at)),
                    None => self.session.say("Type the large letter at the top of the sheet.")?,
                },
            }
        }
    }

    /// What is written on the sheet, in its order, from behind `answers` on.
    fn answers(
        &mut self,
        person: &PersonName,
        version: usize,
        mut answers: Vec<SheetAnswer>,
    ) -> Entered<Vec<SheetAnswer>> {
        let items = self.sheets[version].items.clone();
        while let Some(item) = items.get(answers.len()) {
            match self.one(answers.len() + 1, item)? {
                Penned::Answer(answer) => answers.push(SheetAnswer::new(item, answer)),
                Penned::Back if answers.pop().is_none() => return Ok(None),
                Penned::Back => {}
                Penned::Leave => return Err(PlainError::Left),
            }
            // The last answer makes the sheet whole, which is saved as such.
            if answers.len() < items.len() {
                self.keep(person, version, &answers)?;
            }
        }
        Ok(Some(answers))
    }

    fn one(&mut self, number: usize, item: &Item) -> Result<Penned, PlainError> {
        let prompt = format!("{number} ({})", item.pen_hint());
        loop {
            let line = self.session.ask(&prompt)?;
            match paper_answer::read(item, &line) {
                Ok(read) => return Ok(read),
                Err(what_to_type) => self.session.say(&what_to_type)?,
            }
        }
    }

    /// Keeps what is typed in so far.
    fn keep(&mut self, person: &PersonName, version: usize, answers: &[SheetAnswer]) -> Result<(), PlainError> {
        let (now, version) = (self.session.now(), self.sheets[version].version);
        let (paper, person, answers) = (self.spec.clone(), person.clone(), answers.to_vec());
        self.session.save(&now, EventKind::SheetBegun { paper, person, class: self.class_id(), version, answers })?;
        Ok(())
    }

    pub(super) fn save(
        &mut self,
        person: PersonName,
        version: usize,
        answers: Vec<SheetAnswer>,
    ) -> Result<(), PlainError> {
        let score: Score = answers.iter().map(|a| a.score).sum();
        let said = format!("{person}: {} of {}.", points(score.points), worth(&points(score.of)));
        let now = self.session.now();
        let version = self.sheets[version].version;
        // The first version is the paper as the screen draws it.
        let items = self.sheets.first().map(|sheet| sheet.items.clone()).unwrap_or_default();
        let (paper, class) = (self.spec.clone(), self.class_id());
        self.session.save(&now, EventKind::SheetEntered { paper, person, class, version, answers, items })?;
        self.session.say(&said)
    }
}

/// What is typed where the version is asked for.
enum Begun {
    Version(usize),
    /// The whole sheet, or a correction.
    Line(String),
    Back,
}

/// What becomes of a sheet that was typed in in part.
enum HalfSheet {
    GoOn,
    Later,
    Drop,
}

/// Whether what was typed in answers the questions of `sheet`, from the first on: the course may have changed.
fn fits(sheet: &Sheet, left: &EnteredSheet) -> bool {
    let asked = sheet.items.iter().map(|item| &item.question);
    sheet.version == left.version
        && left.answers.len() < sheet.items.len()
        && asked.zip(&left.answers).all(|(question, answer)| *question == answer.question)
}
