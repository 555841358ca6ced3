//! A certificate: what was done in a course, when, and with which results; or what is still missing for one.
//!
//! It is made when every section was read, every card has left its learning steps, and a final exam was passed. It says what
//! the program saw, and no more: nobody watched who answered.

use jiff::civil::Date;
use serde::Serialize;

use crate::course::wording::count;

/// Questions of a final exam at least, where the course has as many.
pub const EXAM_QUESTIONS: usize = 30;
/// Per cent of a final exam that pass it.
pub const EXAM_PERCENT: u32 = 60;

/// An exam on the whole course.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct FinalExam {
    pub date: Date,
    pub questions: usize,
    pub percent: u32,
}

/// How far a learner is on the way to a certificate.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Certificate {
    pub course: String,
    pub learner: String,
    pub lessons: usize,
    pub sections: usize,
    pub sections_read: usize,
    /// Sides of cards, each of which is scheduled by itself.
    pub cards: usize,
    pub cards_learned: usize,
    /// Questions that the final exam needs.
    pub exam_questions: usize,
    /// The best exam on the whole course that is long enough, passed or not.
    pub exam: Option<FinalExam>,
    /// The first and the last day of study.
    pub days: Option<(Date, Date)>,
    pub days_studied: usize,
}

impl Certificate {
    /// What is still missing, a sentence each; nothing when all is done.
    #[must_use]
    pub fn missing(&self) -> Vec<String> {
        let (sections, cards) = (self.sections - self.sections_read, self.cards - self.cards_learned);
        let exam = match self.exam {
            Some(exam) if exam.percent >= EXAM_PERCENT => None,
            best => {
                let best = best.map(|it| format!(" The best so far has {} %.", it.percent)).unwrap_or_default();
                Some(format!(
                    "A final exam on the whole course of at least {}, passed with {EXAM_PERCENT} % (ninetracks quiz --exam -n {}).{best}",
                    count(self.exam_questions, "question"),
                    self.exam_questions
                ))
            }
        };
        let left = [
            (sections > 0).then(|| format!("{} of {} still to be read.", count(sections, "section"), self.sections)),
            (cards > 0).then(|| format!("{} of {} still to be learned.", count(cards, "card side"), self.cards)),
            exam,
        ];
        left.into_iter().flatten().collect()
    }

    /// The certificate, a paragraph each; `None` as long as something is missing.
    #[must_use]
    pub fn paragraphs(&self) -> Option<Vec<String>> {
        let (exam, (from, until)) = self.exam.zip(self.days).filter(|_| self.missing().is_empty())?;
        Some(vec![
            format!("The learner “{}” has completed the course “{}”.", self.learner, self.course),
            format!(
                "Between {from} and {until}, on {}: read all {} of {}, learned all {} so that each had left its learning steps.",
                count(self.days_studied, "day"),
                count(self.sections, "section"),
                count(self.lessons, "lesson"),
                count(self.cards, "card side")
            ),
            format!(
                "Final exam on {}: {} % of the points of {} on the whole course; {EXAM_PERCENT} % pass.",
                exam.date,
                exam.percent,
                count(exam.questions, "question")
            ),
            "This is what the program recorded on the learner's own computer. Nobody checked who answered or with what help, and it is no qualification."
                .to_owned(),
        ])
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn done() -> Certificate {
        Certificate {
            course: "Two ports".into(),
            learner: "ana".into(),
            lessons: 2,
            sections: 9,
            sections_read: 9,
            cards: 20,
            cards_learned: 20,
            exam_questions: 30,
            exam: Some(FinalExam { date: date(2026, 11, 28), questions: 40, percent: 81 }),
            days: Some((date(2026, 10, 1), date(2026, 11, 28))),
            days_studied: 31,
        }
    }

    #[test]
    fn it_says_what_was_done_when_and_with_what_results() {
        let text = done().paragraphs().unwrap().join("\n");
        for fact in
            ["“ana”", "“Two ports”", "2026-10-01", "31 days", "9 sections", "20 card sides", "81 %", "no qualification"]
        {
            assert!(text.contains(fact), "{fact}: {text}");
        }
    }

    #[test]
    fn what_is_missing_is_said_instead() {
        let low = Some(FinalExam { percent: 59, ..done().exam.unwrap() });
        for (it, says) in [
            (Certificate { sections_read: 8, ..done() }, "1 section of 9 still to be read."),
            (Certificate { cards_learned: 5, ..done() }, "15 card sides of 20 still to be learned."),
            (Certificate { exam: None, ..done() }, "at least 30 questions, passed with 60 %"),
            (Certificate { exam: low, ..done() }, "The best so far has 59 %."),
        ] {
            assert_eq!((it.missing().len(), it.paragraphs()), (1, None));
            assert!(it.missing()[0].contains(says), "{:?}", it.missing());
        }
        assert_eq!(Certificate::default().missing().len(), 1, "an empty course asks for its exam");
    }
}
