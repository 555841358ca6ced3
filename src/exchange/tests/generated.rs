//! Items with everything in them that formats stumble over, the same in every run.

use rand::RngExt as _;
use rand::seq::IndexedRandom as _;

use crate::course::model::{
    Ask, Blank, Card, Face, Feedback, Id, Judged, Pair, Partly, Question, Reasoned, Rival, Step, Target, Text,
};
use crate::exchange::markup;
use crate::study::chance::{Chance, chance};

/// Words and signs that mean something to one format or another.
const PIECES: [&str; 64] = [
    "bowline",
    "a loop",
    "reef knot",
    "~",
    "=",
    "#",
    "{",
    "}",
    ":",
    "::",
    "{}",
    "{=x}",
    "{T}",
    "->",
    "\\",
    "\\n",
    "|",
    ";",
    ",",
    "\"",
    "\"quoted\"",
    "'",
    "“so”",
    "‘so’",
    "&",
    "&amp;",
    "&lt;",
    "<",
    ">",
    "a < b > c",
    "<b>",
    "</b>",
    "<br>",
    "<script>",
    "1.",
    "2)",
    "- so",
    "* so *",
    "+",
    "_so_",
    "`",
    "[",
    "]",
    "[[",
    "]]",
    "[@",
    "(c)",
    "%50%",
    "ANSWER: B",
    "A. so",
    "B) so",
    "T",
    "TRUE",
    "$",
    "$$",
    "€5",
    "🦀",
    "naïve",
    "日本語",
    "שלום עולם",
    "مرحبا",
    "x = 3",
    "----",
    "??",
];

/// Marks of the course's own, which mean something.
const MARKED: [&str; 12] = [
    "**bold**",
    "*stressed*",
    "`a = b`",
    "`{x}`",
    "$x^2 + y_1$",
    "$\\frac{1}{2}$",
    "$a < b$",
    "**a *b***",
    "`<b>`",
    "$\\{1, 2\\}$",
    "**a: b = c**",
    "`a \\ b`",
];

/// Where items are drawn from.
pub(super) struct Generator {
    chance: Chance,
    made: usize,
}

impl Generator {
    pub(super) fn new(seed: u64) -> Self {
        Self { chance: chance(seed, "items"), made: 0 }
    }

    fn one_in(&mut self, n: u32) -> bool {
        self.chance.random_range(0..n) == 0
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        *all.choose(&mut self.chance).unwrap()
    }

    fn count(&mut self, from: usize, to: usize) -> usize {
        self.chance.random_range(from..=to)
    }

    /// Words as they are to be read, without marks.
    fn words(&mut self) -> String {
        let n = self.count(1, 5);
        let words: Vec<&str> = (0..n).map(|_| self.of(&PIECES)).collect();
        format!("{} {}", self.of(&["Which", "loop", "Über", "العربية", "3"]), words.join(" "))
    }

    /// A line, with marks now and then.
    fn line(&mut self) -> String {
        let plain = markup::escaped(&self.words());
        if self.one_in(3) { format!("{plain} {} {}", self.of(&MARKED), markup::escaped("so")) } else { plain }
    }

    fn text(&mut self) -> Text {
        let text = match self.count(0, 9) {
            0 => markup::escaped(&[self.words(), self.words(), self.words()].join("\n")),
            1 => format!("{}\n\n{}", self.line(), self.line()),
            2 => format!("{}:\n\n- one\n- {}", self.line(), "two"),
            3 => format!("{}\n\n1. one\n2. two\n   - three", self.line()),
            4 => format!("{}\n\n$$\n\\sum_{{i=1}}^n {{x_i}} = 1\n$$", self.line()),
            5 => format!("{}\n\n```\nif a {{ b = c: d }} ~ \"#\"\n  two\n```", self.line()),
            _ => self.line(),
        };
        Text::new(text).unwrap()
    }

    fn option(&mut self) -> Text {
        self.made += 1;
        // No two options of a question say the same.
        let line = format!("{} {}", self.line(), self.made);
        Text::new(line).unwrap()
    }

    /// A word that is typed.
    fn typed(&mut self) -> Text {
        self.made += 1;
        Text::new(markup::escaped(&format!("{} {}", self.words(), self.made))).unwrap()
    }

    fn maybe(&mut self) -> Option<Text> {
        self.one_in(2).then(|| self.text())
    }

    fn id(&mut self, prefix: &str) -> Id {
        self.made += 1;
        Id::new(format!("{prefix}-made-{}", self.made)).unwrap()
    }

    fn judged(&mut self, options: usize, right: usize, parts: bool) -> Vec<Judged> {
        (0..options)
            .map(|n| match n {
                n if n < right => Judged::Right(self.option()),
                _ if parts && self.one_in(4) => {
                    Judged::Weighed { text: self.option(), percent: 50, feedback: self.maybe() }
                }
                _ => Judged::Wrong(self.option(), self.maybe()),
            })
            .collect()
    }

    fn ask(&mut self) -> Ask {
        let typed =
            |accept, partly, rivals, number, gaps| Ask::Typed { accept, partly, rivals, number, unit: None, gaps };
        match self.count(0, 9) {
            0..=2 => Ask::Choice(self.judged(4, 1, true)),
            3 => Ask::Several(self.judged(5, 2, false)),
            4 => Ask::TrueFalse(self.one_in(2)),
            5 => {
                let pairs = (0..4).map(|_| Pair(self.option(), self.option())).collect();
                let spare = if self.one_in(2) {
                    vec![Reasoned(self.option(), Text::new("It belongs to none of them.").unwrap())]
                } else {
                    Vec::new()
                };
                Ask::Match { pairs, spare }
            }
            6 => Ask::Order((0..4).map(|_| Step(self.option(), Text::new("1900").unwrap())).collect()),
            7 => typed(
                vec![self.typed(), self.typed()],
                if self.one_in(2) { vec![Partly(self.typed(), 50, self.maybe())] } else { Vec::new() },
                if self.one_in(3) { vec![Rival(self.typed(), self.text())] } else { Vec::new() },
                None,
                Vec::new(),
            ),
            8 => {
                let targets = [Target::Exactly(3.0), Target::Near(-2.5, 0.5), Target::Between(1.0, 1.75)];
                typed(Vec::new(), Vec::new(), Vec::new(), Some(self.of(&targets)), Vec::new())
            }
            _ => {
                let gap = |label: &str, accept: Vec<Text>| Blank {
                    label: Text::new(label).unwrap(),
                    accept,
                    partly: Vec::new(),
                    rivals: Vec::new(),
                };
                // Semicolons part the answers to several gaps.
                let mut word = || Text::new(self.typed().as_str().replace(';', ",")).unwrap();
                let gaps = vec![gap("port", vec![word()]), gap("knot", vec![word(), word()])];
                typed(Vec::new(), Vec::new(), Vec::new(), None, gaps)
            }
        }
    }

    pub(super) fn question(&mut self) -> Question {
        let feedback = if self.one_in(4) {
            Feedback { right: Some(self.text()), partly: None, wrong: Some(self.text()) }
        } else {
            Feedback::default()
        };
        Question {
            id: self.id("q"),
            objective: None,
            section: None,
            level: None,
            novel: false,
            stem: self.text(),
            picture: None,
            ask: self.ask(),
            explain: self.maybe(),
            feedback,
            facts: Vec::new(),
            cite: Vec::new(),
            points: if self.one_in(5) { 2 } else { 1 },
            tags: if self.one_in(3) {
                vec![Id::new("knots").unwrap(), Id::new("rope-work").unwrap()]
            } else {
                Vec::new()
            },
            answers: Vec::new(),
            reserve: false,
            waive: Vec::new(),
        }
    }

    pub(super) fn card(&mut self) -> Card {
        let face = match self.count(0, 2) {
            0 => Face::Basic { front: self.text(), back: self.text() },
            1 => Face::TwoWay { ask: self.text(), front: self.text(), ask_back: self.text(), back: self.text() },
            _ => {
                let without_gaps = |line: String| line.replace(['{', '}', ':'], "?");
                let [before, after] = [self.line(), self.line()].map(without_gaps);
                Face::Cloze(Text::new(format!("{before} {{{{working end}}}} and {{{{bight::part}}}} {after}")).unwrap())
            }
        };
        let tags = if self.one_in(3) { vec![Id::new("knots").unwrap()] } else { Vec::new() };
        let id = self.id("c");
        Card {
            id,
            section: None,
            face,
            facts: Vec::new(),
            cite: Vec::new(),
            tags,
            answers: Vec::new(),
            waive: Vec::new(),
        }
    }
}
