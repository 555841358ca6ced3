//! Kahoot!'s spreadsheet: a question a row, its heads in the eighth. Reading it is [`super::table`]'s.
//! <https://support.kahoot.com/hc/en-us/articles/115002812547>

use super::fidelity::{ItemFate, Transfer};
use super::format::PackageWriter;
use super::outgoing::{Outgoing, OutgoingOption, bare_line, fate, kept, note_losses, without_cards};
use super::table;
use crate::course::model::{Ask, Question};

/// Writes the spreadsheet.
pub(super) struct Kahoot;

/// Most characters of a question, and of an answer.
const LONGEST_QUESTION: usize = 120;
const LONGEST_ANSWER: usize = 75;

/// Most answers.
const MOST_ANSWERS: usize = 4;

/// Seconds that may be given.
const TIMES: [usize; 8] = [5, 10, 20, 30, 60, 90, 120, 240];

/// Seconds for the least question, and characters that are read in a second beyond that.
const LEAST_TIME: usize = 10;
const CHARACTERS_A_SECOND: usize = 12;

/// Rows above the heads.
const ABOVE: usize = 7;

impl PackageWriter for Kahoot {
    fn write(&self, course: &Outgoing<'_>, fates: &mut Vec<ItemFate>) -> Result<Vec<u8>, String> {
        let mut rows = vec![Vec::new(); ABOVE];
        rows[0] = vec![String::new(), course.course.about().title.to_string()];
        rows[2] = vec![String::new(), course.attribution()];
        rows.push(heads());
        for bank in &course.banks {
            for question in &bank.questions {
                let mut changed = Vec::new();
                let done = match row(course, question, &mut changed) {
                    Ok(cells) => {
                        let number = (rows.len() - ABOVE).to_string();
                        rows.push(std::iter::once(number).chain(cells).collect());
                        kept(changed)
                    }
                    Err(why) => Transfer::Dropped(why),
                };
                fates.push(fate(&question.id, question.stem.as_str(), done));
            }
            without_cards(&bank.cards, "Kahoot! has no cards", fates);
        }
        table::written(course, "Sheet1", &rows, ABOVE)
    }
}

fn heads() -> Vec<String> {
    let answers = (1..=MOST_ANSWERS).map(|n| format!("Answer {n} - max {LONGEST_ANSWER} characters"));
    let mut heads = vec![String::new(), format!("Question - max {LONGEST_QUESTION} characters")];
    heads.extend(answers);
    heads.push("Time limit (sec) – 5, 10, 20, 30, 60, 90, 120, or 240 secs".to_owned());
    heads.push("Correct answer(s) - choose at least one".to_owned());
    heads
}

/// The cells of a question, or why Kahoot! would refuse it.
fn row(course: &Outgoing<'_>, question: &Question, changed: &mut Vec<String>) -> Result<Vec<String>, String> {
    let in_line = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    let stem = bare_line(question.stem.as_str(), changed);
    fits("its question", &stem, LONGEST_QUESTION)?;
    let (answers, right) = match &question.ask {
        Ask::TrueFalse(is_true) => (vec!["True".to_owned(), "False".to_owned()], vec![*is_true, !is_true]),
        Ask::Choice(_) | Ask::Several(_) | Ask::Classify { .. } => {
            let options = fewer(course.options(&question.ask), changed)?;
            (options.iter().map(|o| in_line(&o.words)).collect(), options.iter().map(|o| o.percent == 100).collect())
        }
        Ask::Match { .. } | Ask::Order(_) | Ask::Typed { .. } => {
            return Err("the spreadsheet has questions with options only".to_owned());
        }
    };
    answers.iter().try_for_each(|answer| fits("an answer", answer, LONGEST_ANSWER))?;
    if !right.contains(&true) {
        return Err("no option is right alone".to_owned());
    }
    note_losses(question, &[], changed);
    for option in question.ask.options() {
        bare_line(option.text().as_str(), changed);
    }
    let time = time(&stem, &answers);
    let correct: Vec<String> =
        (1..).zip(&right).filter(|(_, is)| **is).map(|(n, _): (usize, _)| n.to_string()).collect();
    let mut cells = vec![stem];
    cells.extend(answers);
    cells.resize(MOST_ANSWERS + 1, String::new());
    cells.extend([time.to_string(), correct.join(",")]);
    Ok(cells)
}

/// The options that there is room for: all that are right, and the first of the wrong ones.
fn fewer(options: Vec<OutgoingOption>, changed: &mut Vec<String>) -> Result<Vec<OutgoingOption>, String> {
    if options.iter().any(|o| !matches!(o.percent, 0 | 100)) {
        changed.push("an option that earns a part counts as wrong".to_owned());
    }
    let right = options.iter().filter(|o| o.percent == 100).count();
    if right > MOST_ANSWERS {
        return Err(format!("{right} options of it are right, and there is room for {MOST_ANSWERS}"));
    }
    let over = options.len().saturating_sub(MOST_ANSWERS);
    if over > 0 {
        changed.push(format!("{over} of its wrong options are left out: there is room for {MOST_ANSWERS}"));
    }
    let mut wrong_left = MOST_ANSWERS - right;
    let mut stays = |percent: u8| {
        let is_right = percent == 100;
        let stays = is_right || wrong_left > 0;
        wrong_left -= usize::from(stays && !is_right);
        stays
    };
    Ok(options.into_iter().filter(|option| stays(option.percent)).collect())
}

fn fits(what: &str, words: &str, most: usize) -> Result<(), String> {
    match words.chars().count() {
        n if n > most => Err(format!("{what} has {n} characters, and Kahoot! takes {most}")),
        _ => Ok(()),
    }
}

/// Time to read it all and to think, as Kahoot! gives it.
fn time(stem: &str, answers: &[String]) -> usize {
    let characters = stem.chars().count() + answers.iter().map(|answer| answer.chars().count()).sum::<usize>();
    let wanted = LEAST_TIME + characters / CHARACTERS_A_SECOND;
    TIMES.into_iter().find(|time| *time >= wanted).unwrap_or(TIMES[TIMES.len() - 1])
}
