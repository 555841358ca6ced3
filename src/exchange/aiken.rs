//! Aiken: a stem, options behind letters, `ANSWER: B`. <https://docs.moodle.org/en/Aiken_format>

use super::fidelity::{ItemFate, SourcePlace, Transfer};
use super::intake::{Intake, QuestionDraft, SourceItem};
use super::options::{OptionDraft, picked};
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
}

impl FormatReader for Aiken {
    fn read(&self, bytes: &[u8], intake: &mut Intake) -> Result<(), String> {
        let text = decode(bytes);
        let mut open = HalfRead::default();
        for (n, line) in text.lines().enumerate() {
            let line = line.trim();
            if let Some(letter) = line.strip_prefix("ANSWER:") {
                take(std::mem::take(&mut open), Some(letter.trim()), intake);
            } else if let Some(option) = option(line).filter(|_| !open.stem.is_empty()) {
                open.options.push(option);
            } else if !line.is_empty() {
                if !open.options.is_empty() {
                    take(std::mem::take(&mut open), None, intake);
                }
                if open.stem.is_empty() {
                    open.line = n + 1;
                }
                open.stem.push(line.to_owned());
            }
        }
        if !open.stem.is_empty() {
            take(open, None, intake);
        }
        Ok(())
    }
}

/// `A. words` or `A) words`.
fn option(line: &str) -> Option<(char, String)> {
    let mut chars = line.chars();
    let letter = chars.next().filter(char::is_ascii_uppercase)?;
    chars.next().filter(|c| matches!(c, '.' | ')'))?;
    let words = chars.as_str();
    words.starts_with(' ').then(|| (letter, words.trim().to_owned()))
}

fn take(open: HalfRead, letter: Option<&str>, intake: &mut Intake) {
    let at = SourcePlace { line: open.line.max(1), column: 1 };
    let stem = open.stem.join("\n");
    let (mut found, letter) = (SourceItem::default(), letter.and_then(|l| l.chars().next()));
    let ask = match letter {
        None => Err("the line ANSWER: is missing".to_owned()),
        Some(letter) if !open.options.iter().any(|o| o.0 == letter) => {
            Err(format!("no option has the letter {letter}"))
        }
        Some(letter) => {
            let options = open.options.into_iter().map(|(its, words)| OptionDraft {
                text: markup::escaped(&words),
                percent: if its == letter { 100 } else { 0 },
                feedback: String::new(),
            });
            Ok(picked(options.collect(), &mut found.changed))
        }
    };
    intake.question(at, found, QuestionDraft { stem: markup::escaped(&stem), ..QuestionDraft::default() }, ask);
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
            changed.push("its categories are options".to_owned());
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
    if option(&stem).is_some() {
        stem = stem.replacen(' ', "\u{a0}", 1);
        changed.push("a blank in it does not break".to_owned());
    }
    if stem.starts_with("ANSWER:") {
        return Err("it begins with what ends a question in Aiken".to_owned());
    }
    let lines: String = letters.map(|(letter, (words, _))| format!("{letter}. {words}\n")).collect();
    Ok((format!("{stem}\n{lines}ANSWER: {key}\n\n"), changed))
}
