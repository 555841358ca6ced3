//! Aiken: a stem, options behind letters, `ANSWER: B`. <https://docs.moodle.org/en/Aiken_format>

use super::fidelity::{ItemFate, SourcePlace, Transfer};
use super::intake::{Intake, QuestionDraft, SourceItem, Unasked};
use super::options::{OptionDraft, picked, several};
use super::outgoing::{Outgoing, bare_line, fate, kept, note_losses, without_cards};
use super::{FormatReader, FormatWriter, decode, markup};
use crate::course::model::{Ask, Question};

/// Reads and writes Aiken.
pub(super) struct Aiken;

/// A question as far as it has been read.
#[derive(Default)]
struct HalfRead {
    line: usize,
    stem: Vec<String>,
    options: Vec<(char, String)>,
    /// What stands behind `ANSWER:`.
    answer: Option<String>,
    /// What some programs say behind it.
    explain: Vec<String>,
    /// The line before was empty.
    is_apart: bool,
}

impl FormatReader for Aiken {
    fn read(&self, bytes: &[u8], intake: &mut Intake) -> Result<(), String> {
        let text = decode(bytes);
        let mut open = HalfRead::default();
        for (n, line) in text.lines().enumerate() {
            open = open.with(n + 1, line.trim(), intake);
        }
        open.take(intake);
        Ok(())
    }
}

impl HalfRead {
    fn with(mut self, number: usize, line: &str, intake: &mut Intake) -> Self {
        if line.is_empty() {
            self.is_apart = true;
        } else if let Some(letters) = behind(line, &["answer", "answers"]).filter(|_| !self.is_empty()) {
            let answer = self.answer.get_or_insert_default();
            answer.push(' ');
            answer.push_str(letters);
        } else if let Some(words) = behind(line, &["feedback", "explanation"]).filter(|_| self.answer.is_some()) {
            self.explain.push(words.to_owned());
        } else if let Some(option) = self.option(line) {
            self.options.push(option);
            self.is_apart = false;
        } else if self.answer.is_some() || (!self.options.is_empty() && self.is_apart) {
            self.take(intake);
            self = Self { line: number, stem: vec![line.to_owned()], ..Self::default() };
        } else if let Some((_, words)) = self.options.last_mut() {
            // A long option goes on in the next line.
            format!("{words}\n{line}").trim().clone_into(words);
        } else {
            if self.stem.is_empty() {
                self.line = number;
            }
            self.stem.push(line.to_owned());
            self.is_apart = false;
        }
        self
    }

    fn is_empty(&self) -> bool {
        self.stem.is_empty() && self.options.is_empty()
    }

    /// An option; the first of a question has the letter A.
    fn option(&self, line: &str) -> Option<(char, String)> {
        let (letter, words) = option(line).filter(|_| !self.stem.is_empty() && self.answer.is_none())?;
        (letter == 'A' || !self.options.is_empty()).then_some((letter, words))
    }

    fn take(self, intake: &mut Intake) {
        if self.is_empty() {
            return;
        }
        let at = SourcePlace { line: self.line.max(1), column: 1 };
        let mut found = SourceItem::default();
        let [stem, explain] = [&self.stem, &self.explain].map(|lines| markup::escaped(&lines.join("\n")));
        let mut draft = QuestionDraft { stem, explain, ..QuestionDraft::default() };
        let ask = self.ask(&mut found, &mut draft);
        intake.question(at, found, draft, ask);
    }

    fn ask(self, found: &mut SourceItem, draft: &mut QuestionDraft) -> Result<Ask, Unasked> {
        if self.options.is_empty() {
            return Err("it has no options: each is a line such as “A. words”".into());
        }
        let letters: Vec<char> = self.options.iter().map(|option| option.0).collect();
        if let Some(twice) = (1..letters.len()).find(|&n| letters[..n].contains(&letters[n])) {
            return Err(format!("two options have the letter {}", letters[twice]).into());
        }
        let answer = self.answer.ok_or("the line ANSWER: is missing")?.to_ascii_uppercase();
        let right: Vec<&str> = answer.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
        let right: Vec<char> = right.iter().filter(|part| **part != "AND").flat_map(|part| part.chars()).collect();
        match right.iter().find(|letter| !letters.contains(letter)) {
            _ if right.is_empty() => return Err("behind ANSWER: stands no letter".into()),
            Some(letter) => return Err(format!("no option has the letter {letter}").into()),
            None => (),
        }
        let options = self.options.into_iter().map(|(its, words)| OptionDraft {
            text: markup::escaped(&words),
            percent: if right.contains(&its) { 100 } else { 0 },
            feedback: String::new(),
        });
        let (options, changed) = (options.collect(), &mut found.changed);
        Ok(if right.len() > 1 { several(options, changed) } else { picked(options, draft, changed) })
    }
}

/// What stands behind one of `heads` and a colon, in capitals or not.
fn behind<'a>(line: &'a str, heads: &[&str]) -> Option<&'a str> {
    let (head, rest) = line.split_once(':')?;
    heads.contains(&&head.trim().to_ascii_lowercase()[..]).then(|| rest.trim())
}

/// `A. words`, `a) words` or `(A) words`.
fn option(line: &str) -> Option<(char, String)> {
    let (line, is_closed) = line.strip_prefix('(').map_or((line, false), |rest| (rest, true));
    let mut chars = line.chars();
    let letter = chars.next().filter(char::is_ascii_alphabetic)?;
    chars.next().filter(|c| *c == ')' || (*c == '.' && !is_closed))?;
    Some((letter.to_ascii_uppercase(), chars.as_str().trim().to_owned()))
}

/// Whether Moodle would take a line for an option.
fn is_option_in_moodle(line: &str) -> bool {
    let bytes = line.as_bytes();
    bytes.first().is_some_and(u8::is_ascii_uppercase) && matches!(bytes.get(1..3), Some(b". " | b") "))
}

impl FormatWriter for Aiken {
    fn write(&self, course: &Outgoing<'_>, fates: &mut Vec<ItemFate>) -> String {
        let mut text = String::new();
        for bank in &course.banks {
            for question in &bank.questions {
                let done = match one(course, question) {
                    Ok((block, changed)) => {
                        text.push_str(&block);
                        kept(changed)
                    }
                    Err(why) => Transfer::Dropped(why),
                };
                fates.push(fate(&question.id, question.stem.as_str(), done));
            }
            without_cards(&bank.cards, "Aiken has no cards", fates);
        }
        text
    }
}

fn one(course: &Outgoing<'_>, question: &Question) -> Result<(String, Vec<String>), String> {
    let mut changed = Vec::new();
    let options: Vec<(String, bool)> = match &question.ask {
        Ask::TrueFalse(is_true) => vec![("True".to_owned(), *is_true), ("False".to_owned(), !is_true)],
        Ask::Choice(options) => {
            options.iter().map(|o| (bare_line(o.text().as_str(), &mut changed), o.is_right())).collect()
        }
        Ask::Classify { .. } => {
            course.options(&question.ask).into_iter().map(|o| (o.words, o.percent == 100)).collect()
        }
        Ask::Several(_) | Ask::Match { .. } | Ask::Order(_) | Ask::Typed { .. } => {
            return Err("Aiken has single choices only".to_owned());
        }
    };
    if course.options(&question.ask).iter().any(|o| !matches!(o.percent, 0 | 100)) {
        changed.push("an option that earns a part counts as wrong".to_owned());
    }
    note_losses(question, &[], &mut changed);
    let letters = ('A'..='Z').zip(&options);
    let key =
        letters.clone().find(|(_, (_, is_key))| *is_key).map(|(letter, _)| letter).ok_or("no option is right alone")?;
    let mut stem = bare_line(question.stem.as_str(), &mut changed);
    // “J. W. Burton …” would be read as an option J: a blank that does not break is no blank there.
    if is_option_in_moodle(&stem) {
        stem = stem.replacen(' ', "\u{a0}", 1);
        changed.push("a blank in it does not break".to_owned());
    }
    if behind(&stem, &["answer", "answers"]).is_some() {
        return Err("it begins with what ends a question in Aiken".to_owned());
    }
    let lines: String = letters.map(|(letter, (words, _))| format!("{letter}. {words}\n")).collect();
    Ok((format!("{stem}\n{lines}ANSWER: {key}\n\n"), changed))
}
