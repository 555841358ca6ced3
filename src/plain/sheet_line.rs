//! A whole sheet in one line, and corrections of one that was entered: `B a b - cd`, `3=b`, `delete`.

use super::PlainError;
use super::enter_sheets::Entering;
use super::paper_answer::{self, Penned};
use crate::study::event::{EventKind, SheetAnswer};
use crate::study::item::{Item, Response};
use crate::study::names::PersonName;

impl Entering<'_> {
    /// A sheet behind its name: `Ana; B; a b - cd`, also without the second semicolon.
    pub(super) fn whole_sheet(&mut self, person: &PersonName, sheet: &str) -> Result<(), PlainError> {
        let sheet = sheet.trim().replacen(';', " ", 1);
        if self.on_one_line(person, &sheet)? { Ok(()) } else { self.session.say("Nothing was entered.") }
    }

    /// Does what `line` says of the sheet of `person`; whether it could be read.
    pub(super) fn on_one_line(&mut self, person: &PersonName, line: &str) -> Result<bool, PlainError> {
        let done = match line.split_once('=') {
            _ if line == "delete" => self.delete(person)?,
            Some((number, answer)) if number.trim().parse::<usize>().is_ok() => {
                self.correct(person, number.trim().parse().unwrap_or(0), answer.trim())?
            }
            _ => self.read_whole(person, line)?,
        };
        match done {
            Ok(()) => Ok(true),
            Err(why) => self.session.say(&why).map(|()| false),
        }
    }

    fn read_whole(&mut self, person: &PersonName, line: &str) -> Result<Result<(), String>, PlainError> {
        let (letter, answers) = line.trim().split_once(' ').unwrap_or((line.trim(), ""));
        let version =
            self.sheets.iter().position(|sheet| sheet.version.to_lowercase().eq(letter.to_lowercase().chars()));
        let Some(version) = version else {
            return Ok(Err(format!("“{letter}” is no version: begin with the large letter at the top of the sheet.")));
        };
        match read(&self.sheets[version].items, answers) {
            Ok(answers) => self.save(person.clone(), version, answers).map(Ok),
            Err(why) => Ok(Err(why)),
        }
    }

    fn correct(&mut self, person: &PersonName, number: usize, answer: &str) -> Result<Result<(), String>, PlainError> {
        let Some(before) = self.before(person)? else {
            return Ok(Err(format!("{person} is not entered yet.")));
        };
        let Some(version) = self.sheets.iter().position(|sheet| sheet.version == before.version) else {
            return Ok(Err(format!("Version {} is not among these sheets: add --versions.", before.version)));
        };
        let mut answers = before.answers;
        let item = number.checked_sub(1).and_then(|at| self.sheets[version].items.get(at));
        let Some(item) = item else { return Ok(Err(format!("There is no question {number}."))) };
        match one(item, answer) {
            Ok(response) => {
                let new = SheetAnswer::new(item, response);
                match answers.iter_mut().find(|answer| answer.question == new.question) {
                    Some(old) => *old = new,
                    None => answers.push(new),
                }
                self.save(before.person, version, answers).map(Ok)
            }
            Err(why) => Ok(Err(why)),
        }
    }

    fn delete(&mut self, person: &PersonName) -> Result<Result<(), String>, PlainError> {
        let Some(before) = self.before(person)? else {
            return Ok(Err(format!("{person} is not entered.")));
        };
        let now = self.session.now();
        self.session.save(&now, EventKind::Undone { event: before.event })?;
        let said = match self.before(person)? {
            None => format!("The sheet of {} is deleted.", before.person),
            Some(_) => format!("The sheet of {} is deleted; the one entered before it stands again.", before.person),
        };
        self.session.say(&said).map(Ok)
    }
}

/// The answers of a sheet: with blanks between them or, where words are among them, slashes.
fn read(items: &[Item], line: &str) -> Result<Vec<SheetAnswer>, String> {
    let parts: Vec<&str> =
        if line.contains('/') { line.split('/').map(str::trim).collect() } else { line.split_whitespace().collect() };
    if parts.len() != items.len() {
        return Err(format!(
            "There are {} questions, and {} answers in this line. Put - for none, and / between answers that are words.",
            items.len(),
            parts.len()
        ));
    }
    let answer = |(number, (item, part)): (usize, (&Item, &&str))| {
        one(item, part)
            .map(|response| SheetAnswer::new(item, response))
            .map_err(|why| format!("Question {number}: {why}"))
    };
    (1..).zip(items.iter().zip(&parts)).map(answer).collect()
}

fn one(item: &Item, part: &str) -> Result<Response, String> {
    if part == "-" {
        return Ok(Response::Blank);
    }
    match paper_answer::read(item, part)? {
        Penned::Answer(response) => Ok(response),
        Penned::Back | Penned::Leave => Err(format!("“{part}” is no answer.")),
    }
}
