//! A course of nonsense on which nobody can do better than chance, and the same with a flaw of each kind.

use std::fmt::Write as _;
use std::fs;

use ninetracks::study::chance::{Chance, chance, shuffled};
use tempfile::TempDir;

const LESSONS: usize = 4;
/// Questions of each kind in a lesson.
const EACH: usize = 8;

/// A folder with the course.
pub(crate) fn course(has_flaws: bool) -> TempDir {
    let dir = TempDir::new().unwrap();
    for folder in ["assets", "quizzes", "quizzes/scenarios"] {
        fs::create_dir(dir.path().join(folder)).unwrap();
    }
    let write = |name: &str, text: &str| fs::write(dir.path().join(name), text).unwrap();
    write(
        "assets/course.ron",
        r#"About(id: "planted", title: "P", version: "1", language: "en", licence: "none", standard: Plain)"#,
    );
    write("assets/schemes.ron", SCHEMES);
    let mut writer = Writer { has_flaws, chance: chance(SEED, "planted"), no: 0 };
    for lesson in 0..LESSONS {
        write(&format!("quizzes/{lesson}.ron"), &writer.bank(lesson));
    }
    for case in 0..3 {
        write(&format!("quizzes/scenarios/{case}.ron"), &writer.scenario(case));
    }
    dir
}

/// One by which the course without a flaw is guessed no better than by chance.
const SEED: u64 = 1;

const SCHEMES: &str = r#"[Scheme(id: "boats", name: "boats", noun: "boat", categories: [
    Category(key: "a", name: "Alder", phrase: "carries timber downstream"),
    Category(key: "b", name: "Birch", phrase: "tows barges upriver"),
    Category(key: "c", name: "Cedar", phrase: "ferries cattle across"),
])]"#;
const PHRASES: [&str; 3] = ["carries timber downstream", "tows barges upriver", "ferries cattle across"];

const WORDS: [&str; 48] = [
    "amber", "basin", "candle", "delta", "ember", "fabric", "garden", "hollow", "island", "jacket", "kernel", "ladder",
    "marble", "needle", "orchid", "pebble", "quarry", "ribbon", "saddle", "timber", "umbrella", "velvet", "willow",
    "yarrow", "anchor", "bramble", "copper", "dimple", "easel", "feather", "gravel", "hammer", "ivory", "jasmine",
    "kettle", "lantern", "meadow", "nettle", "oyster", "pillow", "quiver", "raisin", "silver", "thistle", "urchin",
    "violet", "walnut", "zephyr",
];

struct Writer {
    has_flaws: bool,
    chance: Chance,
    no: usize,
}

impl Writer {
    fn words(&mut self, n: usize) -> String {
        let order = shuffled(WORDS.len(), &mut self.chance);
        order.into_iter().take(n).map(|at| WORDS[at]).collect::<Vec<_>>().join(" ")
    }

    fn below(&mut self, n: usize) -> usize {
        shuffled(n, &mut self.chance)[0]
    }

    fn question(&mut self, stem: &str, ask: &str) -> String {
        self.no += 1;
        format!(r#"Question(id: "q{}", stem: "{stem}", ask: {ask}),"#, self.no)
    }

    fn bank(&mut self, lesson: usize) -> String {
        let mut questions = String::new();
        for _ in 0..EACH {
            let kinds =
                [Self::choice, Self::several, Self::statement, Self::classify, Self::joined, Self::sorted, Self::typed];
            for kind in kinds {
                questions.push_str(&kind(self));
                questions.push('\n');
            }
        }
        if self.has_flaws {
            questions.push_str(&self.question("Who built the Pharos of Velm?", r#"Typed(accept: ["Sostratus Kane"])"#));
            questions.push_str(&self.question("Sostratus Kane built the Pharos.", "TrueFalse(true)"));
        }
        format!(r#"Bank(lesson: "l{lesson}", questions: [{questions}])"#)
    }

    fn choice(&mut self) -> String {
        let key = self.below(4);
        let mut options = String::new();
        for at in 0..4 {
            let n = if at == key && self.has_flaws { 7 } else { 4 };
            let text = self.words(n);
            let _ =
                if at == key { write!(options, r#"Right("{text}"),"#) } else { write!(options, r#"Wrong("{text}"),"#) };
        }
        let stem = self.words(9);
        self.question(&stem, &format!("Choice([{options}])"))
    }

    fn several(&mut self) -> String {
        let keys: Vec<usize> = shuffled(5, &mut self.chance).into_iter().take(2).collect();
        let mut options = String::new();
        for at in 0..5 {
            let text = self.words(4);
            let is_key = keys.contains(&at);
            let more = if is_key && self.has_flaws { " together" } else { "" };
            let _ = write!(options, r#"{}("{text}{more}"),"#, if is_key { "Right" } else { "Wrong" });
        }
        let stem = self.words(9);
        self.question(&stem, &format!("Several([{options}])"))
    }

    fn statement(&mut self) -> String {
        let is = self.no.is_multiple_of(2);
        let text = self.words(8);
        let year = if is && self.has_flaws { " in 1991" } else { "" };
        self.question(&format!("{text}{year}"), &format!("TrueFalse({is})"))
    }

    fn classify(&mut self) -> String {
        let key = self.below(3);
        let text = self.words(9);
        let own = if self.has_flaws { PHRASES[key] } else { "" };
        self.question(
            &format!("{text} {own}"),
            &format!(r#"Classify(scheme: "boats", key: "{}")"#, ["a", "b", "c"][key]),
        )
    }

    fn joined(&mut self) -> String {
        let all = self.words(24);
        let words: Vec<&str> = all.split(' ').collect();
        let pair = |at: usize| {
            let more = if self.has_flaws { words[at * 6] } else { "" };
            format!(
                r#"Pair("{}", "{} {more}"),"#,
                words[at * 6..at * 6 + 3].join(" "),
                words[at * 6 + 3..at * 6 + 6].join(" ")
            )
        };
        let pairs: String = (0..4).map(pair).collect();
        let stem = self.words(6);
        self.question(&stem, &format!("Match(pairs: [{pairs}])"))
    }

    fn sorted(&mut self) -> String {
        let mut steps = String::new();
        for at in 0..4 {
            let text = self.words(4);
            let year = if self.has_flaws { format!(" {}", 1950 + at) } else { String::new() };
            let _ = write!(steps, r#"Step("{text}{year}", "{at}"),"#);
        }
        let stem = self.words(6);
        self.question(&stem, &format!("Order([{steps}])"))
    }

    fn typed(&mut self) -> String {
        let answer = format!("word{}", self.no);
        let stem = self.words(8);
        let own = if self.has_flaws { answer.as_str() } else { "" };
        self.question(&format!("{stem} {own}"), &format!(r#"Typed(accept: ["{answer}"])"#))
    }

    fn scenario(&mut self, case: usize) -> String {
        let scenes: String = (0..5).map(|scene| self.scene(case, scene)).collect();
        format!(
            r#"Scenario(id: "case{case}", title: "T", lesson: "l0", minutes: 1, role: "R", setting: "S",
meters: [Meter(id: "m", name: "m", start: 5, low: "none")], scenes: [{scenes}],
endings: [Ending(id: "end", title: "E", text: "E")], debrief: ["D"])"#
        )
    }

    fn scene(&mut self, case: usize, scene: usize) -> String {
        let best = self.below(3);
        let mut choices = String::new();
        for at in 0..3 {
            let long = at == best && self.has_flaws;
            let (text, cost, reasons) = (self.words(if long { 9 } else { 5 }), self.words(4), self.reasons());
            let good = if at == best { 1 } else { -1 };
            let _ = write!(
                choices,
                "\n{}",
                format_args!(
                    r#"Choice(id: "c{case}-{scene}-{at}", text: "{text}", cost: "{cost}", outcome: "o", effects: {{"m": {good}}}, then: End("end"), reasons: [{reasons}]),"#
                )
            );
        }
        let text = self.words(12);
        format!(r#"Scene(id: "s{case}-{scene}", title: "T", text: "{text}", reading: "R", choices: [{choices}]),"#)
    }

    fn reasons(&mut self) -> String {
        let points = shuffled(3, &mut self.chance);
        let mut reasons = String::new();
        for points in points {
            let text = self.words(7);
            let but = if points == 2 && self.has_flaws { "though" } else { "and" };
            let _ = write!(reasons, r#"Reason(text: "{text} {but} all", points: {points}, why: "w"),"#);
        }
        reasons
    }
}
