//! What an activity says at its opening and at its end, before it is set on the screen or in lines.

use jiff::civil::Date;

use crate::course::markdown;
use crate::course::model::{Id, Term, Text};
use crate::study::insight::DueDay;
use crate::study::placement::{Gain, RightOf};
use crate::study::progress::{CardCounts, DayLine, QuizLine};
use crate::study::quiz::Half;
use crate::study::score::Score;
use crate::study::workload::Workload;

/// A part of what is said.
#[derive(Clone, Debug, PartialEq)]
pub enum Passage {
    Heading(String),
    /// What the list below holds.
    ListHead(String),
    /// There is nothing to list.
    Nothing(&'static str),
    /// An author's words in Markdown, with terms and works named.
    Prose(Text),
    /// The activity is done.
    Done(&'static str),
    /// A paragraph of the program's own.
    Words(String),
    /// Short ones, one under the other.
    Points(Vec<String>),

    /// What a lesson teaches to do.
    Objectives(Vec<Text>),
    /// The titles of a lesson's sections.
    Sections(Vec<String>),
    /// How long a lesson is, and the titles of the lessons it builds on.
    Length {
        minutes: u16,
        sections: usize,
        requires: Vec<String>,
    },
    /// What there is to do on a lesson.
    Exercises {
        cards: usize,
        questions: usize,
        /// Number and title of the lesson that comes next.
        next: Option<(usize, String)>,
    },
    Terms(Vec<Term>),

    /// How a scenario ended.
    Ending(String),
    /// What comes back of an earlier choice.
    Echo(Text),
    /// What the reasons earned.
    Reasons(Score),
    /// How often the learner went back.
    Rewinds(usize),
    /// How the meters stand, and by how much they moved since the beginning.
    Meters(Vec<Level>),
    /// A meter that came near 0, and what 0 would mean.
    NearZero {
        level: Level,
        meaning: Text,
    },
    /// A decision of the way taken.
    Decision {
        number: usize,
        scene: String,
    },
    /// The hands for each choice, in the author's order; empty when nobody counted.
    Hands {
        counted: Vec<u32>,
        taken: usize,
    },
    /// A text and what it is.
    Labelled {
        label: String,
        text: Text,
    },
    /// The reason given, and what it earned: 0, 1 or 2.
    Reason {
        points: u8,
        text: Text,
    },
    /// A choice not made, by its letter where a class votes, and what would have come of it.
    NotTaken {
        letter: Option<char>,
        choice: Text,
        outcome: Text,
    },
    /// Scenes and endings of other ways.
    Unseen {
        titles: Vec<String>,
        can_go_back: bool,
    },
    /// A work named on the page.
    Work {
        number: usize,
        name: String,
        full: String,
    },

    /// Percent earned and percent needed to pass.
    PassVerdict {
        earned: u32,
        needed: u32,
    },
    /// What a quiz earned.
    Score {
        percent: u32,
        score: Score,
        right: usize,
        questions: usize,
    },
    /// What came of the placement tests, the first first.
    TestScores(Vec<TestScore>),
    /// What both say together.
    Gain(Gain),
    /// What came of them by lesson.
    LessonPairs(Vec<LessonScores>),
    /// Seconds spent on the questions.
    TimeSpent(u64),
    Tallies(Vec<Share>),
    /// Questions that did not earn all their points.
    Missed(Vec<MissedQuestion>),

    /// Days of study and sections read; a screen has them in its header and at home.
    Studied {
        days: usize,
        read: usize,
        sections: usize,
    },
    /// How many cards stand where.
    CardsByStage(CardCounts),
    /// Percent of so many reviews of the last 30 days that were remembered.
    Retention(Option<(u32, u32)>),
    /// What the figures above mean, in a sentence.
    Aside(&'static str),
    /// Days of many weeks, oldest first, the last one today.
    Calendar(Vec<DayLine>),
    /// Cards that fall due, day by day.
    Forecast(Vec<DueDay>),
    /// What each desired retention costs, the least first.
    Workloads(Vec<Workload>),
    /// Newest first.
    Days(Vec<DayLine>),
    /// Newest first. The seed is for lines: a screen has it among the results.
    Attempts(Vec<QuizLine>),
}

/// How a meter stands, 0 to 10, and by how much it moved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    pub meter: String,
    pub level: i16,
    pub change: i16,
}

/// What was earned by the questions on something.
#[derive(Clone, Debug, PartialEq)]
pub struct Share {
    pub of: String,
    pub score: Score,
    pub questions: usize,
}

/// A question that did not earn all its points, and its number on the paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MissedQuestion {
    pub number: usize,
    /// Whether it earned a part of its points.
    pub is_partly: bool,
    pub question: Id,
    /// Markdown; the id when the course has the question no more.
    pub stem: String,
}

/// What came of a placement test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TestScore {
    pub half: Half,
    pub on: Date,
    pub right: RightOf,
}

/// What came of the questions on a lesson in both placement tests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LessonScores {
    /// 0 when the course has the lesson no more.
    pub number: usize,
    pub title: String,
    pub before: RightOf,
    pub after: Option<RightOf>,
}

impl Passage {
    /// The author's words in it, in the order in which they are set.
    fn texts(&self) -> Vec<&Text> {
        match self {
            Self::Prose(text) | Self::Echo(text) | Self::Labelled { text, .. } | Self::Reason { text, .. } => {
                vec![text]
            }
            Self::NearZero { meaning, .. } => vec![meaning],
            Self::NotTaken { choice, outcome, .. } => vec![choice, outcome],
            Self::Objectives(texts) => texts.iter().collect(),
            Self::Terms(terms) => terms.iter().map(|t| &t.meaning).collect(),
            Self::Heading(_)
            | Self::ListHead(_)
            | Self::Nothing(_)
            | Self::Done(_)
            | Self::Words(_)
            | Self::Points(_)
            | Self::TestScores(_)
            | Self::Gain(_)
            | Self::LessonPairs(_)
            | Self::Sections(_)
            | Self::Length { .. }
            | Self::Exercises { .. }
            | Self::Ending(_)
            | Self::Reasons(_)
            | Self::Rewinds(_)
            | Self::Meters(_)
            | Self::Decision { .. }
            | Self::Hands { .. }
            | Self::Unseen { .. }
            | Self::Work { .. }
            | Self::PassVerdict { .. }
            | Self::Score { .. }
            | Self::TimeSpent(_)
            | Self::Tallies(_)
            | Self::Missed(_)
            | Self::Studied { .. }
            | Self::CardsByStage(_)
            | Self::Retention(_)
            | Self::Aside(_)
            | Self::Calendar(_)
            | Self::Forecast(_)
            | Self::Workloads(_)
            | Self::Days(_)
            | Self::Attempts(_) => Vec::new(),
        }
    }
}

/// The works that `passages` name, each once, in the order in which they are named.
pub(super) fn works(passages: &[Passage]) -> Vec<Id> {
    let mut works: Vec<Id> = Vec::new();
    let links = passages.iter().flat_map(Passage::texts).flat_map(|text| markdown::links(text.as_str()));
    for link in links {
        if let markdown::Link::Reference(key) = link
            && let Ok(id) = Id::new(key)
            && !works.contains(&id)
        {
            works.push(id);
        }
    }
    works
}
