//! After an answer: what was right, why, who says so, and where it is taught.

use super::text;
use super::wording::{option, source};
use super::{Console, PlainError};
use crate::course::Course;
use crate::course::model::{Ask, Id, Judged, Pair, Question, Reasoned, Rival, Step};
use crate::course::wording::why_wrong;
use crate::study::answer::points;
use crate::study::answer::{Answer, Verdict};
use crate::study::grading;
use crate::study::quiz::{Given, Item};
use crate::study::short_answer::Taken;

/// Says the verdict on `given`, the reasons, the explanation and the source.
pub fn say(
    console: &mut Console<'_>,
    course: &Course,
    question: &Question,
    item: &Item,
    given: &Given,
) -> Result<(), PlainError> {
    console.say(&verdict(given))?;
    let view = View { course, ask: &question.ask, item };
    for line in view.corrections(&given.answer) {
        console.say(&line)?;
    }
    text::say(console, course, question.explanation())?;
    console.say(&source(course, &question.cite, &item.lesson, question.section.as_ref()))
}

fn verdict(given: &Given) -> String {
    match given.score.verdict() {
        _ if given.answer == Answer::Skipped => "Skipped.".to_owned(),
        Verdict::Right => "Right.".to_owned(),
        Verdict::Wrong => "Wrong.".to_owned(),
        Verdict::Partly => format!("Partly: {} of {}.", points(given.score.points), points(given.score.of)),
    }
}

/// A question as it was shown.
struct View<'a> {
    course: &'a Course,
    ask: &'a Ask,
    item: &'a Item,
}

impl View<'_> {
    /// What was wrong and why, and the key where the learner has not given it.
    fn corrections(&self, answer: &Answer) -> Vec<String> {
        match self.ask {
            Ask::Choice(options) => self.one(answer, options.iter().position(grading::is_right)),
            Ask::Classify { scheme, key, .. } => {
                self.one(answer, crate::course::wording::keys(scheme).iter().position(|k| *k == key.as_str()))
            }
            Ask::TrueFalse(truth) if *answer == Answer::TrueFalse(*truth) => Vec::new(),
            Ask::TrueFalse(truth) => vec![format!("It is {truth}.")],
            Ask::Several(options) => self.several(options, answer),
            Ask::Match { pairs, spare } => self.matched(pairs, spare, answer),
            Ask::Order(steps) => self.ordered(steps, answer),
            Ask::Typed { accept, rivals, .. } => self.typed(accept.first().map(ToString::to_string), rivals, answer),
        }
    }

    /// An option with the number it was shown under.
    fn numbered(&self, of: usize) -> String {
        let at = self.item.order.iter().position(|&o| o == of).map_or(of, |at| at);
        format!("{}. {}", at + 1, option(self.course, self.ask, of))
    }

    fn one(&self, answer: &Answer, key: Option<usize>) -> Vec<String> {
        let picked = match answer {
            Answer::Choice(at) | Answer::Classify(at) => Some(*at),
            _ => None,
        };
        if picked == key {
            return Vec::new();
        }
        let why = picked.and_then(|p| self.why_wrong(p));
        let right = key.map(|k| format!("The answer is {}", self.numbered(k)));
        why.into_iter().chain(right).collect()
    }

    fn why_wrong(&self, of: usize) -> Option<String> {
        why_wrong(self.course, self.ask, of).map(|why| text::inline(self.course, &why))
    }

    fn several(&self, options: &[Judged], answer: &Answer) -> Vec<String> {
        let picked: &[usize] = if let Answer::Several(picked) = answer { picked } else { &[] };
        let line = |of: usize| match (picked.contains(&of), grading::is_right(&options[of])) {
            (true, false) => {
                Some(format!("Does not apply: {} {}", self.numbered(of), self.why_wrong(of).unwrap_or_default()))
            }
            (false, true) => Some(format!("Applies too: {}", self.numbered(of))),
            _ => None,
        };
        self.item.order.iter().filter_map(|&of| line(of)).collect()
    }

    fn matched(&self, pairs: &[Pair], spare: &[Reasoned], answer: &Answer) -> Vec<String> {
        let line = |(at, Pair(premise, _)): (usize, &Pair)| {
            let said = if let Answer::Match(joined) = answer { joined.get(at).copied().flatten() } else { None };
            let right = format!(
                "{}. {}: {}.",
                at + 1,
                text::inline(self.course, premise.as_str()),
                option(self.course, self.ask, at)
            );
            match said {
                Some(said) if said == at => None,
                None => Some(right),
                Some(said) => {
                    let why = said
                        .checked_sub(pairs.len())
                        .and_then(|s| spare.get(s))
                        .map_or_else(String::new, |Reasoned(_, why)| {
                            format!(" {}", text::inline(self.course, why.as_str()))
                        });
                    Some(format!("{right} You joined: {}.{why}", option(self.course, self.ask, said)))
                }
            }
        };
        pairs.iter().enumerate().filter_map(line).collect()
    }

    /// The dates are part of the answer, so the whole order is told even when it was right.
    fn ordered(&self, steps: &[Step], answer: &Answer) -> Vec<String> {
        let yours = |of: usize| {
            if let Answer::Order(order) = answer {
                order.iter().position(|&o| o == of).filter(|&at| at != of)
            } else {
                None
            }
        };
        let line = |(of, step): (usize, &Step)| {
            let place = yours(of).map_or_else(String::new, |at| format!(" (you: {})", at + 1));
            format!("{}. {}: {}{place}", of + 1, step.1, option(self.course, self.ask, of))
        };
        steps.iter().enumerate().map(line).collect()
    }

    fn typed(&self, key: Option<String>, rivals: &[Rival], answer: &Answer) -> Vec<String> {
        let taken = if let Answer::Typed(text) = answer { grading::typed(self.ask, text) } else { Taken::Wrong };
        let note = match taken {
            Taken::Rival(at) => rivals.get(at).map(|r| text::inline(self.course, r.1.as_str())),
            Taken::WithASlip => Some("Taken with one slip forgiven.".to_owned()),
            Taken::Exactly | Taken::Wrong => None,
        };
        let key = key.filter(|_| taken != Taken::Exactly).map(|k| format!("The answer is {k}."));
        note.into_iter().chain(key).collect()
    }
}

/// An item that was never reached counts as skipped.
pub fn nothing(question: &Question) -> Given {
    Given { answer: Answer::Skipped, score: grading::grade(question, &Answer::Skipped), took_ms: 0 }
}

/// The question of `item`, when the course still has it.
pub fn question_of<'a>(course: &'a Course, id: &Id) -> Option<&'a Question> {
    course.question(id).map(|(_, question)| question)
}
