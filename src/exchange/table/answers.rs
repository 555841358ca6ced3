//! Which answers of a row are right: by number, by letter, or in words.

use super::SourceRow;
use super::columns::{ColumnRole, column};
use crate::course::model::Ask;
use crate::exchange::intake::{QuestionDraft, SourceItem, Unasked};
use crate::exchange::markup;
use crate::exchange::options::{OptionDraft, judgement, picked, several};
use crate::exchange::typed::{self, TypedDraft};

/// What parts the numbers of right options. A spreadsheet may have taken `1,3` for the number 1.3.
const PARTED: [char; 8] = [',', ';', '|', ' ', '.', '/', '&', '+'];

/// Words between them.
const AND: [&str; 8] = ["and", "und", "et", "y", "e", "en", "i", "и"];

/// How a sentence is said to be true, and how to be false.
const TRUE: [&str; 10] = ["true", "t", "wahr", "richtig", "vrai", "verdadero", "vero", "verdadeiro", "waar", "prawda"];
const FALSE: [&str; 10] = ["false", "f", "falsch", "faux", "falso", "incorrect", "unwahr", "onwaar", "fałsz", "ложь"];

/// The answers of a row.
pub(super) struct AnswerCells<'a> {
    /// Empty where a cell is.
    pub options: Vec<&'a str>,
    pub wrong: Vec<&'a str>,
    pub correct: &'a str,
    /// Right answers of the table are numbers of options.
    pub is_numbered: bool,
}

/// Whether the right answers of all rows that have options can be numbers of theirs.
pub(super) fn are_numbers(columns: &[ColumnRole], rows: &[SourceRow]) -> bool {
    let most = columns.iter().filter(|role| **role == ColumnRole::Option).count();
    let Some(key) = columns.iter().position(|role| *role == ColumnRole::Correct) else { return false };
    let numbers = |cell: &str| parts(cell).all(|part| part.parse().is_ok_and(|n: usize| (1..=most).contains(&n)));
    let filled = || rows.iter().filter_map(|(_, cells)| cells.get(key)).filter(|cell| !cell.trim().is_empty());
    most > 0 && filled().next().is_some() && filled().all(|cell| numbers(whole(cell)))
}

/// `1.0`, as spreadsheets write a number, is 1.
fn whole(cell: &str) -> &str {
    cell.trim().trim_end_matches(".0")
}

fn parts(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(PARTED).map(|part| part.trim_matches(['(', ')', '[', ']'])).filter(|part| {
        // “Option 2 and 3”: the words between are none.
        let is_word = part.chars().count() > 1 && column(part) == ColumnRole::Option;
        !part.is_empty() && !is_word && !AND.contains(&&part.to_lowercase()[..])
    })
}

impl AnswerCells<'_> {
    pub(super) fn ask(&self, found: &mut SourceItem, draft: &mut QuestionDraft) -> Result<Ask, Unasked> {
        if self.correct.is_empty() {
            return Err("no cell says which answer is right".into());
        }
        if self.options.iter().all(|option| option.is_empty()) {
            return self.without_options(found, draft);
        }
        let right = self.right(found)?;
        let options = self.options.iter().enumerate().filter(|(_, words)| !words.is_empty());
        let options = options.map(|(n, words)| option(words, right.contains(&n)));
        let drafts: Vec<OptionDraft> = options.chain(self.wrong.iter().map(|words| option(words, false))).collect();
        let changed = &mut found.changed;
        Ok(if right.len() > 1 { several(drafts, changed) } else { picked(drafts, draft, changed) })
    }

    /// The right words stand in their own column: beside wrong ones, or to be typed.
    fn without_options(&self, found: &mut SourceItem, draft: &mut QuestionDraft) -> Result<Ask, Unasked> {
        if !self.wrong.is_empty() {
            let wrong = self.wrong.iter().map(|words| option(words, false));
            return Ok(picked(
                std::iter::once(option(self.correct, true)).chain(wrong).collect(),
                draft,
                &mut found.changed,
            ));
        }
        let word = self.correct.to_lowercase();
        if TRUE.contains(&&word[..]) || FALSE.contains(&&word[..]) {
            return Ok(judgement(TRUE.contains(&&word[..]), [String::new(), String::new()], draft));
        }
        let accepted = self.correct.split(['|', ';']).map(str::trim).map(TypedDraft::accepted).collect();
        typed::words(accepted, draft, &mut found.changed)
    }

    /// Which options are right, from 0.
    fn right(&self, found: &mut SourceItem) -> Result<Vec<usize>, Unasked> {
        let by_words = self.by_words(self.correct);
        if !self.is_numbered
            && let Some(one) = by_words
        {
            return Ok(vec![one]);
        }
        let named: Option<Vec<usize>> = match self.named(whole(self.correct)) {
            Some(one) => Some(vec![one]),
            None => parts(self.correct).map(|part| self.named(part)).collect(),
        };
        let right = named
            .filter(|right| !right.is_empty())
            .ok_or_else(|| format!("“{}” names none of its options", self.correct))?;
        if by_words.is_some_and(|words| right != [words]) {
            found
                .changed
                .push(format!("“{}” is taken for the number of its right option, not for its words", self.correct));
        }
        Ok(right)
    }

    fn by_words(&self, words: &str) -> Option<usize> {
        self.options.iter().position(|option| !option.is_empty() && option.to_lowercase() == words.to_lowercase())
    }

    /// The option of this number, this letter or these words.
    fn named(&self, name: &str) -> Option<usize> {
        let by_number = name.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
        let mut chars = name.chars();
        let letter = chars.next().filter(char::is_ascii_alphabetic).filter(|_| chars.next().is_none());
        let by_letter = letter.and_then(|c| ('a'..='z').position(|known| known == c.to_ascii_lowercase()));
        let is_there = |n: &usize| self.options.get(*n).is_some_and(|option| !option.is_empty());
        by_number.or(by_letter).filter(is_there).or_else(|| self.by_words(name))
    }
}

fn option(words: &str, is_right: bool) -> OptionDraft {
    OptionDraft { text: markup::escaped(words), percent: if is_right { 100 } else { 0 }, feedback: String::new() }
}
