//! The debrief of a scenario on the screen.

use super::PassageSetter;
use crate::course::model::Text;
use crate::course::wording::points as worth;
use crate::pages::Level;
use crate::study::score::Score;
use crate::ui::scenario::{class::hands, meters, standing};

/// Before what belongs to a decision.
const MARGIN: &str = "   ";

impl PassageSetter<'_> {
    pub(super) fn echo(&mut self, text: &Text) {
        self.setter.item(("→ ", self.theme.accent), text.as_str(), self.theme.text);
    }

    pub(super) fn reasons(&mut self, score: Score) {
        self.setter.gap();
        self.setter
            .plain(&format!("Your reasons: {} of {}", score.points, worth(&score.of.to_string())), self.theme.strong);
    }

    pub(super) fn rewinds(&mut self, times: usize) {
        let times = if times == 1 { "once".to_owned() } else { format!("{times} times") };
        let text = format!("You went back {times}. Of a decision made again, the first reason counts.");
        self.setter.plain(&text, self.theme.dim);
    }

    pub(super) fn meters(&mut self, levels: &[Level]) {
        self.setter.gap();
        meters::set(&mut self.setter, levels);
    }

    pub(super) fn near_zero(&mut self, Level { meter, level, .. }: &Level, meaning: &Text) {
        let text = format!("{meter} ended at {level}. At 0 it would mean: {meaning}");
        self.setter.item(("! ", self.theme.partly), &text, self.theme.text);
    }

    pub(super) fn decision(&mut self, number: usize, scene: &str) {
        self.apart = false;
        self.setter.gap();
        self.setter.plain(&format!("{number}  {scene}"), self.theme.strong);
    }

    pub(super) fn hands(&mut self, counted: &[u32], taken: usize) {
        self.apart = true;
        self.setter.gap();
        hands::draw(&mut self.setter, counted, taken, MARGIN);
    }

    pub(super) fn labelled(&mut self, label: &str, text: &Text) {
        self.part();
        self.setter.item((MARGIN, self.theme.text), &format!("**{label}:** {text}"), self.theme.text);
    }

    pub(super) fn reason(&mut self, points: u8, text: &Text) {
        let (sign, style) = standing(points, self.theme);
        self.setter.item((&format!("{MARGIN}{sign} "), style), &format!("“{text}”"), self.theme.dim);
    }

    pub(super) fn not_taken(&mut self, letter: Option<char>, choice: &Text, outcome: &Text) {
        let letter = letter.map_or_else(String::new, |letter| format!(", {letter}"));
        self.part();
        self.setter.item((MARGIN, self.theme.dim), &format!("**Not taken{letter}:** {choice}"), self.theme.dim);
        self.setter.item((&format!("{MARGIN}→ "), self.theme.dim), outcome.as_str(), self.theme.text);
    }

    pub(super) fn unseen(&mut self, titles: &[String], can_go_back: bool) {
        let back = if can_go_back { " Press r to take another route." } else { "" };
        self.setter.gap();
        self.setter.item(("", self.theme.dim), &format!("Not seen: {}.{back}", titles.join("; ")), self.theme.dim);
    }

    pub(super) fn work(&mut self, number: usize, name: &str, full: &str) {
        self.setter.item((&format!("[{number}] "), self.theme.dim), &format!("{name}: {full}"), self.theme.text);
    }

    fn part(&mut self) {
        if self.apart {
            self.setter.gap();
        }
    }
}
