//! What an activity says at its opening and its end, in lines: the passages of `pages`.

use super::text::{self, inline, stopped};
use super::{Console, PlainError};
use crate::course::Course;
use crate::course::model::{Term, Text};
use crate::course::wording::count;
use crate::course::wording::points as worth;
use crate::course::wording::sentence;
use crate::pages::words::{self, LAST_LESSON, clock};
use crate::pages::{LessonScores, Level, MissedQuestion, Passage, Share, TestScore};
use crate::study::drill::letter;
use crate::study::insight::DueDay;
use crate::study::placement::Gain;
use crate::study::progress::{DayLine, QuizLine};
use crate::study::quiz::percent;
use crate::study::score::{Score, points};
use crate::study::workload::Workload;

/// Before what belongs to a decision.
const MARGIN: &str = "   ";
/// Before an entry of a list.
const ENTRY: &str = "- ";

/// Says `passages` one after the other.
pub(super) fn say(console: &mut Console<'_>, course: &Course, passages: &[Passage]) -> Result<(), PlainError> {
    let mut page = Speaker { console, course };
    passages.iter().try_for_each(|passage| page.say(passage))
}

/// How the meters stand: "Meters, of 10: trust 6 (up 1), …".
pub(super) fn say_levels(console: &mut Console<'_>, name: &str, levels: &[Level]) -> Result<(), PlainError> {
    let change = |by: i16| match by {
        0 => String::new(),
        up if up > 0 => format!(" (up {up})"),
        down => format!(" (down {})", -down),
    };
    let one = |Level { meter, level, change: by }: &Level| format!("{meter} {level}{}", change(*by));
    console.say(&format!("{name}, of 10: {}.", levels.iter().map(one).collect::<Vec<_>>().join(", ")))
}

/// What comes back of an earlier choice.
pub(super) fn say_echo(console: &mut Console<'_>, course: &Course, text: &Text) -> Result<(), PlainError> {
    console.say(&format!("Because of what you did before: {}", inline(course, text.as_str())))
}

/// A question that was missed, behind its number.
pub(super) fn say_missed(console: &mut Console<'_>, course: &Course, it: &MissedQuestion) -> Result<(), PlainError> {
    console.say_after(&format!("{}. ", it.number), &inline(course, &it.stem))
}

/// A page being said.
struct Speaker<'a, 'c> {
    console: &'a mut Console<'c>,
    course: &'a Course,
}

impl Speaker<'_, '_> {
    fn say(&mut self, passage: &Passage) -> Result<(), PlainError> {
        match passage {
            Passage::Heading(text) => self.heading(text),
            Passage::ListHead(text) => self.console.say(&format!("{text}:")),
            Passage::Nothing(text) => self.entry(text),
            Passage::Prose(text) => text::say(self.console, self.course, text.as_str()),
            Passage::Done(text) => self.heading(text),
            Passage::Words(text) => self.console.say(text),
            Passage::Points(all) => all.iter().try_for_each(|point| self.entry(point)),
            Passage::TestScores(scores) => scores.iter().try_for_each(|score| self.test_score(score)),
            Passage::Gain(gain) => self.gain(gain),
            Passage::LessonPairs(lessons) => lessons.iter().try_for_each(|lesson| self.lesson_pair(lesson)),
            Passage::Objectives(all) => all.iter().try_for_each(|text| self.entry(&self.inline(text))),
            Passage::Sections(titles) => self.sections(titles),
            Passage::Length { minutes, sections, requires } => self.length(*minutes, *sections, requires),
            Passage::Exercises { cards, questions, next } => self.exercises(*cards, *questions, next.as_ref()),
            Passage::Terms(terms) => terms.iter().try_for_each(|term| self.term(term)),
            Passage::Ending(title) => self.console.say(&format!("The end: {title}")),
            Passage::Echo(text) => say_echo(self.console, self.course, text),
            Passage::Reasons(score) => self.reasons(*score),
            Passage::Rewinds(times) => self.rewinds(*times),
            Passage::Meters(levels) => say_levels(self.console, "Meters at the end", levels),
            Passage::NearZero { level, meaning } => self.near_zero(level, meaning),
            Passage::Decision { number, scene } => self.console.say_after(&format!("{number}. "), &stopped(scene)),
            Passage::Hands { counted, .. } => self.hands(counted),
            Passage::Labelled { label, text } => self.within(&format!("{label}: {}", self.inline(text))),
            Passage::Reason { points, text } => self.reason(*points, text),
            Passage::NotTaken { letter, choice, outcome } => self.not_taken(*letter, choice, outcome),
            Passage::Unseen { titles, .. } => self.console.say(&format!("Not seen: {}.", titles.join("; "))),
            Passage::Work { name, full, .. } => self.entry(&format!("{name}: {full}")),
            Passage::PassVerdict { earned, needed } => self.console.say(&words::pass_verdict(*earned, *needed)),
            Passage::Score { percent, score, right, questions } => self.score(*percent, *score, (*right, *questions)),
            Passage::TimeSpent(seconds) => self.time_spent(*seconds),
            Passage::Tallies(tallies) => tallies.iter().try_for_each(|tally| self.tally(tally)),
            Passage::Missed(all) => all.iter().try_for_each(|it| say_missed(self.console, self.course, it)),
            Passage::Studied { days, read, sections } => self.studied(*days, *read, *sections),
            Passage::CardsByStage(counts) => {
                counts.rows().iter().try_for_each(|(stage, n)| self.console.say(&format!("Cards {stage}: {n}")))
            }
            Passage::Retention(share) => self.retention(*share),
            Passage::Aside(text) => self.console.say(text),
            Passage::Calendar(days) => self.calendar(days),
            Passage::Forecast(days) => days.iter().try_for_each(|day| self.due_day(day)),
            Passage::Workloads(all) => all.iter().try_for_each(|it| self.workload(it)),
            Passage::Days(days) => days.iter().try_for_each(|day| self.day(day)),
            Passage::Attempts(quizzes) => quizzes.iter().try_for_each(|quiz| self.attempt(quiz)),
        }
    }

    fn inline(&self, text: &Text) -> String {
        inline(self.course, text.as_str())
    }

    fn entry(&mut self, text: &str) -> Result<(), PlainError> {
        self.console.say_after(ENTRY, text)
    }

    fn within(&mut self, text: &str) -> Result<(), PlainError> {
        self.console.say_after(MARGIN, text)
    }

    fn heading(&mut self, text: &str) -> Result<(), PlainError> {
        self.console.gap()?;
        self.console.say(text)
    }

    fn sections(&mut self, titles: &[String]) -> Result<(), PlainError> {
        titles.iter().enumerate().try_for_each(|(at, title)| self.console.say_after(&format!("§{} ", at + 1), title))
    }

    fn length(&mut self, minutes: u16, sections: usize, requires: &[String]) -> Result<(), PlainError> {
        let needs =
            if requires.is_empty() { String::new() } else { format!(" It builds on: {}.", requires.join("; ")) };
        self.console.say(&format!("About {}, {}.{needs}", count(minutes, "minute"), count(sections, "section")))
    }

    fn exercises(&mut self, cards: usize, questions: usize, next: Option<&(usize, String)>) -> Result<(), PlainError> {
        let (cards, questions) = (count(cards, "card"), count(questions, "question"));
        self.console.say(&format!("It has {cards} and {questions}."))?;
        match next {
            Some((number, title)) => self.console.say(&format!("The next lesson: {number} · {title}")),
            None => self.console.say(LAST_LESSON),
        }
    }

    /// With its meaning: there is no pop-up to look it up in.
    fn term(&mut self, Term { term, meaning, .. }: &Term) -> Result<(), PlainError> {
        self.entry(&format!("{term}: {}", self.inline(meaning)))
    }

    fn reasons(&mut self, score: Score) -> Result<(), PlainError> {
        self.console.say(&format!("Your reasons: {} of {}.", points(score.points), worth(&points(score.of))))
    }

    fn rewinds(&mut self, times: usize) -> Result<(), PlainError> {
        let times = if times == 1 { "once".to_owned() } else { format!("{times} times") };
        self.console.say(&format!("You went back {times}. Of a decision made again, the first reason counts."))
    }

    fn near_zero(&mut self, Level { meter, level, .. }: &Level, meaning: &Text) -> Result<(), PlainError> {
        self.console.say(&format!("{meter} ended at {level}. At 0 it would mean: {}", self.inline(meaning)))
    }

    /// "Hands: A 3, B 7."
    fn hands(&mut self, counted: &[u32]) -> Result<(), PlainError> {
        if counted.is_empty() {
            return Ok(());
        }
        let one = |(at, n): (usize, &u32)| format!("{} {n}", letter(at));
        self.within(&format!("Hands: {}.", counted.iter().enumerate().map(one).collect::<Vec<_>>().join(", ")))
    }

    fn reason(&mut self, points: u8, text: &Text) -> Result<(), PlainError> {
        let standing = match points {
            0 => "Your reason does not hold",
            1 => "Your reason holds in part",
            _ => "Your reason holds",
        };
        self.within(&format!("{standing}: \"{}\"", self.inline(text)))
    }

    fn not_taken(&mut self, letter: Option<char>, choice: &Text, outcome: &Text) -> Result<(), PlainError> {
        let letter = letter.map_or_else(String::new, |letter| format!(", {letter}"));
        let (choice, outcome) = (self.inline(choice), self.inline(outcome));
        self.within(&format!("Not taken{letter}: {choice} What came of it there: {outcome}"))
    }

    fn score(&mut self, percent: u32, score: Score, (right, of): (usize, usize)) -> Result<(), PlainError> {
        let (earned, most) = (points(score.points), points(score.of));
        self.console.say(&format!(
            "Score: {percent} %, {earned} of {}, {right} of {} right.",
            worth(&most),
            count(of, "question")
        ))
    }

    fn test_score(&mut self, TestScore { half, on, right: (right, of) }: &TestScore) -> Result<(), PlainError> {
        let share = words::percent(words::part_of(*right, *of));
        self.console.say(&sentence(&format!("{}, on {on}: {right} of {of} right, {share}", half.words())))
    }

    fn gain(&mut self, gain: &Gain) -> Result<(), PlainError> {
        let [gain, low, high] = gain.points();
        self.console.say(&format!("Gain: {gain} points of 100, with 95 % confidence between {low} and {high}."))
    }

    fn lesson_pair(&mut self, it: &LessonScores) -> Result<(), PlainError> {
        let LessonScores { number, title, before: (right, of), after } = it;
        let after = after.map_or_else(String::new, |(right, of)| format!(", after {right} of {of}"));
        self.console.say_after(&format!("{number}. "), &format!("{title}: before {right} of {of}{after}"))
    }

    fn time_spent(&mut self, seconds: u64) -> Result<(), PlainError> {
        self.console.say(&format!("Time on the questions: {}.", clock(seconds)))
    }

    fn tally(&mut self, Share { of, score, questions }: &Share) -> Result<(), PlainError> {
        let name = inline(self.course, of);
        self.entry(&format!("{name}: {} % of {}", percent(*score), count(*questions, "question")))
    }

    fn studied(&mut self, days: usize, read: usize, sections: usize) -> Result<(), PlainError> {
        self.console.say(&format!("Days of study: {days}"))?;
        self.console.say(&format!("Sections read: {read} of {sections}"))
    }

    fn retention(&mut self, share: Option<(u32, u32)>) -> Result<(), PlainError> {
        self.console.say(&share.map_or_else(
            || "No reviews yet in the last 30 days".to_owned(),
            |(percent, of)| format!("Remembered in the last 30 days: {percent} % of {of} reviews"),
        ))
    }

    /// Month by month: a picture of days cannot be heard.
    fn calendar(&mut self, days: &[DayLine]) -> Result<(), PlainError> {
        for month in words::months(days) {
            self.entry(&month)?;
        }
        Ok(())
    }

    fn due_day(&mut self, it: &DueDay) -> Result<(), PlainError> {
        self.entry(&format!("{}: {}", it.date, count(it.cards, "card")))
    }

    fn workload(&mut self, it: &Workload) -> Result<(), PlainError> {
        let set = if it.is_set { ", as it is set" } else { "" };
        self.entry(&format!("{} %{set}: {}", it.retention_percent, words::workload(it)))
    }

    fn day(&mut self, it: &DayLine) -> Result<(), PlainError> {
        self.entry(&format!("{}: {}", it.date, words::day(it)))
    }

    fn attempt(&mut self, it: &QuizLine) -> Result<(), PlainError> {
        let state = if it.finished { format!("{} %", it.percent) } else { "left".to_owned() };
        let (date, about, seed) = (it.date, &it.about, it.seed);
        self.entry(&format!(
            "{date}: quiz {}, {}, {state}, {} of {} answered, {about}, seed {seed}",
            it.number, it.mode, it.answered, it.questions
        ))
    }
}

/// What is said as text.
#[cfg(test)]
pub(crate) fn passages_in_lines(course: &Course, passages: &[Passage]) -> String {
    let (mut input, mut said, mut result) = (std::io::empty(), Vec::new(), std::io::sink());
    say(&mut Console::new(&mut input, &mut said, &mut result), course, passages).unwrap();
    String::from_utf8(said).unwrap()
}
