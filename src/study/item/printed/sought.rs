//! What a question asks for, in words, and whether another question prints it.

use std::collections::HashSet;

use super::Vocabulary;
use super::shown::{PrintedText, ShownLine};
use crate::course::check::item_text::{content, line, words};
use crate::study::item::{Credit, Form, Item, OptionSet};

/// The longest answer, in words, that counts as a name or term.
const TERM: usize = 4;
/// From this number of parts on, an answer separated by commas is a list.
const LIST: usize = 3;
/// A line of this many words at most is a label, which says of what it holds that it belongs here.
const LABEL: usize = 4;
/// Words that begin alike so far are the same word.
const ALIKE: usize = 5;

/// What is asked for, where another question could print it.
pub(super) enum Sought {
    /// Names, terms or years, each of which is the whole answer of the question or of a gap.
    Terms(Vec<String>),
    /// The parts of a list.
    List(Vec<Vec<String>>),
    /// Things that belong together: an event and its date, a premise and its partner.
    Links(Vec<(Vec<String>, Vec<String>)>),
}

impl Sought {
    pub(super) fn by(item: &Item) -> Option<Self> {
        match &item.form {
            Form::PickOne { options, pool: OptionSet::Own } => {
                let key = options.iter().find(|o| o.credit == Credit::FULL)?;
                Self::answers(vec![key.text.to_string()])
            }
            // Shared options stand in every question of the scheme; what is marked or judged is no name or term.
            Form::PickOne { pool: OptionSet::Truth | OptionSet::Shared(_), .. } | Form::PickMany { .. } => None,
            Form::Join { premises, partners } => {
                let link = |(a, b): (&crate::course::model::Text, &crate::study::item::Partner)| {
                    (content(a.as_str()), content(b.text.as_str()))
                };
                Some(Self::Links(premises.iter().zip(partners).map(link).collect()))
            }
            Form::Sort { things } => {
                Some(Self::Links(things.iter().map(|t| (content(t.text.as_str()), content(t.date.as_str()))).collect()))
            }
            Form::Type { gaps } => {
                let words = |g: &crate::study::item::Gap| g.answers.first().map(|a| a.text.to_string());
                Self::answers(gaps.iter().filter(|g| g.number.is_none()).filter_map(words).collect())
            }
        }
    }

    fn answers(raw: Vec<String>) -> Option<Self> {
        if let [one] = raw.as_slice()
            && one.split(',').count() >= LIST
        {
            return Some(Self::List(one.split(',').map(content).filter(|part| !part.is_empty()).collect()));
        }
        let terms: Vec<String> = raw.into_iter().filter(|a| words(a).len() <= TERM).collect();
        (!terms.is_empty()).then_some(Self::Terms(terms))
    }

    /// What to look for in other questions; `own` is what the asking question prints itself.
    pub(super) fn search(&self, own: &PrintedText, vocabulary: &Vocabulary) -> AnswerSearch<'_> {
        let about: HashSet<String> = own.stem.iter().filter(|w| vocabulary.tells(w)).cloned().collect();
        let terms = match self {
            Self::Terms(terms) => {
                let open = |t: &&String| {
                    let stem = &own.lines[0].text;
                    vocabulary.is_particular(&content(t)) && !stem.contains(&line(t))
                };
                terms.iter().filter(open).map(|t| SoughtTerm::of(t, &about)).collect()
            }
            Self::List(_) | Self::Links(_) => Vec::new(),
        };
        AnswerSearch { sought: self, terms, about, stem: own.stem.clone() }
    }
}

/// What is looked for, made once for each asking question.
pub(super) struct AnswerSearch<'a> {
    sought: &'a Sought,
    terms: Vec<SoughtTerm>,
    /// Words that tell what is asked.
    about: HashSet<String>,
    /// Words of the asking stem that carry meaning.
    stem: HashSet<String>,
}

struct SoughtTerm {
    line: String,
    content: Vec<String>,
    /// What is asked, but for the words of the answer itself.
    about: HashSet<String>,
    is_name: bool,
}

impl SoughtTerm {
    fn of(raw: &str, about: &HashSet<String>) -> Self {
        let content = content(raw);
        Self {
            line: line(raw),
            about: about.iter().filter(|w| !content.contains(w)).cloned().collect(),
            is_name: content.len() > 1 || raw.starts_with(char::is_uppercase),
            content,
        }
    }

    fn is_printed(&self, shown: &PrintedText, stem: &HashSet<String>) -> bool {
        let holding: Vec<&ShownLine> = shown.lines.iter().filter(|l| l.text.contains(&self.line)).collect();
        if holding.is_empty() {
            return false;
        }
        let label = |l: &&ShownLine| l.content.len() <= LABEL && self.content.len() * 2 >= l.content.len();
        let due = if self.is_name || holding.iter().copied().any(|l| label(&l)) { 1 } else { 2 };
        // Names of categories stand together wherever the scheme is used: there it is enough to speak of the scheme.
        let in_scheme = || {
            let open = stem.iter().filter(|w| !self.content.contains(w));
            let (spoken, all) = open.fold((0, 0), |(n, of), w| (n + usize::from(shown.stem.contains(w)), of + 1));
            spoken * 2 >= all && all > 0 && holding.iter().any(|l| l.is_category && label(l))
        };
        self.about.intersection(&shown.content).count() >= due || in_scheme()
    }
}

impl AnswerSearch<'_> {
    /// Words of which a question that meets it shows one at least; without any, none does.
    pub(super) fn needed(&self) -> Vec<&String> {
        match self.sought {
            Sought::Terms(_) => self.terms.iter().filter_map(|t| t.content.first()).collect(),
            Sought::List(_) | Sought::Links(_) => self.about.iter().collect(),
        }
    }

    pub(super) fn is_met_by(&self, shown: &PrintedText) -> bool {
        match self.sought {
            Sought::Terms(_) => self.terms.iter().any(|t| t.is_printed(shown, &self.stem)),
            Sought::List(parts) => {
                let printed = |part: &&Vec<String>| shown.lines.iter().any(|l| holds_any(&l.content, part));
                parts.iter().filter(printed).count() * 5 >= parts.len() * 4 && self.speaks_of_it(shown)
            }
            Sought::Links(links) => {
                let printed = |(left, right): &&(Vec<String>, Vec<String>)| {
                    shown.lines.iter().any(|l| holds_all(l, right) && is_meant(&l.content, left, right))
                };
                links.iter().filter(printed).count() * 2 >= links.len() && self.speaks_of_it(shown)
            }
        }
    }

    fn speaks_of_it(&self, shown: &PrintedText) -> bool {
        self.about.intersection(&shown.content).count() > 0
    }
}

/// Whether a line that holds the right side of a link means its left side: a number says little by itself.
fn is_meant(line: &HashSet<String>, left: &[String], right: &[String]) -> bool {
    let due = if right.iter().all(|w| w.starts_with(|c: char| c.is_ascii_digit())) { 2 } else { 1 };
    left.iter().filter(|w| !right.contains(w) && line.iter().any(|other| alike(w, other))).count() >= due
}

/// Words as they are, for what a category's number is part of.
fn holds_all(line: &ShownLine, part: &[String]) -> bool {
    !part.is_empty()
        && part.iter().all(|w| line.content.iter().any(|o| alike(w, o)) || line.text.contains(&format!(" {w} ")))
}

fn holds_any(line: &HashSet<String>, part: &[String]) -> bool {
    part.iter().any(|w| line.iter().any(|other| alike(w, other)))
}

fn alike(a: &str, b: &str) -> bool {
    let start = |w: &str| w.char_indices().nth(ALIKE).map(|(at, _)| at);
    a == b
        || matches!((start(a), start(b)), (Some(i), Some(j)) if a[..i] == b[..j])
        || a.len() >= ALIKE && b.len() >= ALIKE && (a.starts_with(b) || b.starts_with(a))
}
