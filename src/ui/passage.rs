//! What an activity says at its opening and its end, set into lines: the passages of `pages` on the screen.

mod placement;
mod scenario;
mod score;
mod statistics;

use ratatui::text::Line;

use super::doc::{Doc, DocBuilder};
use super::theme::Theme;
use crate::course::model::{Term, Text};
use crate::course::wording::count;
use crate::pages::Passage;
use crate::pages::words::LAST_LESSON;

/// `passages` in lines of at most `width` cells.
#[must_use]
pub fn set(passages: &[Passage], theme: &Theme, width: usize) -> Doc {
    let mut page = PassageSetter { setter: DocBuilder::new(theme, width), theme, width, apart: false };
    // How long something is stands at the foot.
    let is_foot = |passage: &&Passage| matches!(passage, Passage::Length { .. });
    passages.iter().filter(|p| !is_foot(p)).for_each(|p| page.set(p));
    passages.iter().filter(is_foot).for_each(|p| page.set(p));
    page.setter.finish()
}

/// A page being set.
struct PassageSetter<'a> {
    setter: DocBuilder<'a>,
    theme: &'a Theme,
    width: usize,
    /// Whether what belongs to a decision stands apart, as a class reads it from afar.
    apart: bool,
}

impl PassageSetter<'_> {
    fn set(&mut self, passage: &Passage) {
        match passage {
            Passage::Heading(text) => self.heading(text),
            Passage::ListHead(text) => self.list_head(text),
            Passage::Nothing(text) => self.nothing(text),
            Passage::Prose(text) => self.prose(text),
            Passage::Done(text) => self.setter.lines([Line::styled(*text, self.theme.focus)]),
            Passage::Words(text) => self.words(text),
            Passage::Points(all) => self.points(all),
            Passage::TestScores(scores) => self.test_scores(scores),
            Passage::Gain(gain) => self.gain(gain),
            Passage::LessonPairs(lessons) => self.lesson_pairs(lessons),
            Passage::Objectives(all) => self.objectives(all),
            Passage::Sections(titles) => self.sections(titles),
            Passage::Length { minutes, requires, .. } => self.length(*minutes, requires),
            Passage::Exercises { cards, questions, next } => self.exercises(*cards, *questions, next.as_ref()),
            Passage::Terms(terms) => self.terms(terms),
            Passage::Ending(title) => self.setter.plain(title, self.theme.strong),
            Passage::Echo(text) => self.echo(text),
            Passage::Reasons(score) => self.reasons(*score),
            Passage::Rewinds(times) => self.rewinds(*times),
            Passage::Meters(levels) => self.meters(levels),
            Passage::NearZero { level, meaning } => self.near_zero(level, meaning),
            Passage::Decision { number, scene } => self.decision(*number, scene),
            Passage::Hands { counted, taken } => self.hands(counted, *taken),
            Passage::Labelled { label, text } => self.labelled(label, text),
            Passage::Reason { points, text } => self.reason(*points, text),
            Passage::NotTaken { letter, choice, outcome } => self.not_taken(*letter, choice, outcome),
            Passage::Unseen { titles, can_go_back } => self.unseen(titles, *can_go_back),
            Passage::Work { number, name, full } => self.work(*number, name, full),
            Passage::PassVerdict { earned, needed } => self.pass_verdict(*earned, *needed),
            Passage::Score { percent, score, right, questions } => self.score(*percent, *score, (*right, *questions)),
            Passage::TimeSpent(seconds) => self.time_spent(*seconds),
            Passage::Tallies(tallies) => self.tallies(tallies),
            Passage::Missed(missed) => self.missed(missed),
            // In the header, and at home.
            Passage::Studied { .. } => {}
            Passage::CardsByStage(counts) => self.cards(*counts),
            Passage::Retention(share) => self.retention(*share),
            Passage::Aside(text) => self.setter.plain(text, self.theme.dim),
            Passage::Calendar(days) => self.calendar(days),
            Passage::Forecast(days) => self.forecast(days),
            Passage::Workloads(all) => self.workloads(all),
            Passage::Days(days) => self.days(days),
            Passage::Attempts(quizzes) => self.attempts(quizzes),
        }
    }

    fn heading(&mut self, text: &str) {
        self.setter.gap();
        self.setter.plain(text, self.theme.focus);
        self.setter.gap();
    }

    fn list_head(&mut self, text: &str) {
        self.setter.gap();
        self.setter.lines([Line::styled(text.to_owned(), self.theme.strong)]);
    }

    fn nothing(&mut self, text: &str) {
        self.setter.gap();
        self.setter.lines([Line::styled(format!("  {text}"), self.theme.dim)]);
    }

    fn prose(&mut self, text: &Text) {
        self.setter.gap();
        self.setter.markdown(text);
    }

    fn words(&mut self, text: &str) {
        self.setter.gap();
        self.setter.plain(text, self.theme.text);
    }

    fn points(&mut self, all: &[String]) {
        self.setter.gap();
        for point in all {
            self.setter.item(("  • ", self.theme.accent), point, self.theme.text);
        }
    }

    fn objectives(&mut self, all: &[Text]) {
        for objective in all {
            self.setter.item(("  • ", self.theme.accent), objective.as_str(), self.theme.text);
        }
    }

    fn sections(&mut self, titles: &[String]) {
        for (at, title) in titles.iter().enumerate() {
            self.setter.item((&format!("  §{}  ", at + 1), self.theme.dim), title, self.theme.text);
        }
    }

    fn length(&mut self, minutes: u16, requires: &[String]) {
        let needs = if requires.is_empty() { String::new() } else { format!(" It builds on {}", requires.join("; ")) };
        self.setter.gap();
        self.setter.plain(&format!("About {}.{needs}", count(minutes, "minute")), self.theme.dim);
    }

    fn exercises(&mut self, cards: usize, questions: usize, next: Option<&(usize, String)>) {
        self.list_head("What comes next");
        for (key, does) in [
            ("c", format!("its cards: {cards} to learn")),
            ("q", format!("a quiz on it: {} to draw from", count(questions, "question"))),
            ("n", next.map_or_else(String::new, |(number, title)| format!("the next lesson: {number} · {title}"))),
            ("⏎", "back to the lessons".to_owned()),
        ] {
            if !does.is_empty() {
                self.setter.item((&format!("  {key}  "), self.theme.focus), &does, self.theme.text);
            }
        }
        if next.is_none() {
            self.setter.item(("     ", self.theme.text), LAST_LESSON, self.theme.dim);
        }
    }

    fn terms(&mut self, terms: &[Term]) {
        for term in terms {
            self.setter.item(("  • ", self.theme.dim), &format!("[[{}|{}]]", term.id, term.term), self.theme.text);
        }
    }
}
