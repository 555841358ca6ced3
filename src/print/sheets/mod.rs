//! Question sheets for pen and paper, and the key to mark them by: HTML made for printing, and Markdown.
//!
//! ```text
//!  Set ─► page      the sheets as HTML        key_page   the key as HTML
//!      └► text      the sheets as Markdown    key_text   the key as Markdown
//!         answer    what is right, in the letters of a sheet, and how it scores
//! ```
//! Sheets and key are apart, so that the key is not handed out by mistake.

pub(in crate::print) mod answer;
mod key_page;
mod key_text;
mod page;
mod text;

use crate::course::Course;
use crate::course::model::Id;
use crate::course::wording::count;
use crate::study::item::Item;
use crate::study::quiz::PaperSpec;
use crate::study::sheet::Sheet;

/// Most lessons whose titles are printed; more of them are named by number only.
const MOST_TITLES: usize = 3;

/// All that is printed of one paper.
#[derive(Clone, Copy)]
pub struct Set<'a> {
    pub course: &'a Course,
    pub spec: &'a PaperSpec,
    pub sheets: &'a [Sheet],
    /// The command that takes results in; it stands in the key.
    pub enter: &'a str,
    pub imprint: Imprint<'a>,
}

/// What stands on every page beside the questions.
#[derive(Clone, Copy, Debug, Default)]
pub struct Imprint<'a> {
    /// What the teacher calls the paper.
    pub name: Option<&'a str>,
    pub class: Option<&'a str>,
    /// Its number among the papers kept here.
    pub number: Option<usize>,
    /// What tells it from every other paper.
    pub code: &'a str,
    /// For those who read large print.
    pub is_large: bool,
}

impl Imprint<'_> {
    /// `Friday quiz · 8b`; empty for neither.
    fn words(&self) -> String {
        self.name.into_iter().chain(self.class).collect::<Vec<_>>().join(" · ")
    }
}

impl Set<'_> {
    /// The sheets as a page made for printing.
    #[must_use]
    pub fn sheets_html(&self) -> String {
        page::page(self)
    }

    #[must_use]
    pub fn sheets_markdown(&self) -> String {
        text::text(self)
    }

    /// The key as a page made for printing.
    #[must_use]
    pub fn key_html(&self) -> String {
        key_page::page(self)
    }

    #[must_use]
    pub fn key_markdown(&self) -> String {
        key_text::text(self)
    }

    /// "Lessons 1 and 2: What is diplomacy, and why tracks?; Track One".
    fn about(&self) -> String {
        if !self.spec.only.is_empty() {
            return "Chosen questions".to_owned();
        }
        let titles: Vec<String> = self.spec.lessons.iter().map(|l| self.course.title(l)).collect();
        match titles.len() {
            0 => "The whole course".to_owned(),
            1..=MOST_TITLES => format!("{}: {}", self.lessons(), titles.join("; ")),
            _ => self.lessons(),
        }
    }

    /// "Lesson 3", "Lessons 1, 2".
    fn lessons(&self) -> String {
        if !self.spec.only.is_empty() {
            return "Chosen questions".to_owned();
        }
        let number = |l: &Id| self.course.number(l).to_string();
        match self.spec.lessons.as_slice() {
            [] => "Whole course".to_owned(),
            [one] => format!("Lesson {}", number(one)),
            many => format!("Lessons {}", many.iter().map(number).collect::<Vec<_>>().join(", ")),
        }
    }

    /// "10 questions, 12 points".
    fn size(&self) -> String {
        let Some(sheet) = self.sheets.first() else { return String::new() };
        format!("{}, {}", count(sheet.items.len(), "question"), count(sheet.points() as usize, "point"))
    }

    /// What stands at the foot: all that is needed to draw the same paper again. Numbers and words of the program only.
    fn foot(&self) -> String {
        let number = self.imprint.number.map(|n| format!(" · paper {n}")).unwrap_or_default();
        let code = if self.imprint.code.is_empty() { String::new() } else { format!(" · code {}", self.imprint.code) };
        format!("{} · {} · seed {}{number}{code}", self.lessons(), count(self.spec.length, "question"), self.spec.seed)
    }

    /// The version letters: "A, B, C".
    fn versions(&self) -> String {
        self.sheets.iter().map(|s| s.version.to_string()).collect::<Vec<_>>().join(", ")
    }

    fn title(&self) -> String {
        self.course.about().title.to_string()
    }
}

/// Points of a question where they are not 1, as almost all are: "2 points".
fn worth(item: &Item) -> Option<String> {
    (item.points != 1).then(|| count(item.points as usize, "point"))
}

/// The questions of `sheet` with their numbers, from 1.
fn numbered(sheet: &Sheet) -> impl Iterator<Item = (usize, &Item)> {
    (1..).zip(&sheet.items)
}

#[cfg(test)]
mod tests;
