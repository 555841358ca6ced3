//! What a report is made of, before it is set for a page, a screen or a pipe.

/// A part of a report.
#[derive(Clone, Debug, PartialEq)]
pub enum Element {
    Title(String),
    Heading(String),
    /// A question or decision: its number and words.
    Item {
        number: usize,
        words: String,
    },
    Text(String),
    /// How to read what stands above.
    Aside(String),
    /// What must not be overlooked.
    Caution(String),
    /// Names and what they are.
    Facts(Vec<(&'static str, String)>),
    List(Vec<String>),
    Table(DataTable),
    /// Charts that stand side by side where there is room.
    Charts(Vec<BarChart>),
    /// How many there are in each class.
    Columns {
        title: String,
        columns: Vec<(String, usize)>,
    },
    /// What each team said.
    Replies(Vec<TeamReply>),
}

/// Rows under a head.
#[derive(Clone, Debug, PartialEq)]
pub struct DataTable {
    pub title: String,
    pub head: Vec<String>,
    pub rows: Vec<Vec<Value>>,
    /// A wide one, whose numbers are all told elsewhere too: for pages only.
    pub for_pages: bool,
}

/// A cell; numbers stand at the right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    Words(String),
    Number(String),
    Team(TeamMark),
}

/// A team as it is told apart: by letter, shape, colour and name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamMark {
    pub letter: char,
    pub shape: &'static str,
    pub colour: u8,
    pub name: String,
}

/// Horizontal bars.
#[derive(Clone, Debug, PartialEq)]
pub struct BarChart {
    /// What is shown, also for those who do not see it.
    pub title: String,
    /// Whether rows hold a bar before arguing and one after.
    pub compares: bool,
    pub scale: Scale,
    pub rows: Vec<BarRow>,
    /// Whether the same numbers stand in a table: then a pipe does without the chart.
    pub in_table: bool,
}

/// How a bar lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// 0 to 1, from the left.
    Share,
    /// −1 to 1, from the middle.
    Signed,
}

/// What is measured, and its bars: one, or before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct BarRow {
    pub team: Option<TeamMark>,
    /// A letter or a number; empty for none.
    pub mark: String,
    pub label: String,
    /// TeamReply of the row: `key`, `chosen`.
    pub tag: Option<String>,
    pub bars: Vec<ChartBar>,
}

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartBar {
    /// Within the scale.
    pub share: f64,
    /// The number in words, always shown beside it.
    pub said: String,
    pub fill: Fill,
    /// A mark to be reached.
    pub aim: Option<f64>,
}

/// How a bar is filled: told apart without colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fill {
    Solid,
    Light,
    /// Only its outline: before arguing.
    Hollow,
    Team(u8),
    /// No bar, only words: nothing was measured.
    Absent,
}

/// What a team said to a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TeamReply {
    pub team: TeamMark,
    /// `None` where it gave no answer.
    pub answer: Option<String>,
    /// `None` where the question does not count.
    pub points: Option<String>,
}

impl TeamMark {
    /// `A Ada`.
    #[must_use]
    pub fn words(&self) -> String {
        format!("{} {}", self.letter, self.name)
    }
}

impl Value {
    #[must_use]
    pub fn words(&self) -> String {
        match self {
            Self::Words(text) | Self::Number(text) => text.clone(),
            Self::Team(team) => team.words(),
        }
    }
}

impl TeamReply {
    /// What it said, or that it did not.
    #[must_use]
    pub fn words(&self) -> &str {
        self.answer.as_deref().unwrap_or("no answer")
    }
}

impl BarChart {
    /// The title where the bars are drawn: with how to tell them apart.
    #[must_use]
    pub fn drawn_title(&self) -> String {
        let how = if self.compares { ": before arguing (outline) and after (filled)" } else { "" };
        format!("{}{how}", self.title)
    }
}

impl ChartBar {
    pub(crate) fn new(share: f64, said: String, fill: Fill) -> Self {
        Self { share, said, fill, aim: None }
    }
}
