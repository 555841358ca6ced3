//! The results of a quiz on the screen.

use ratatui::style::Modifier;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use super::PassageSetter;
use crate::course::wording::{count, points as worth};
use crate::pages::words::pass_verdict;
use crate::pages::{MissedQuestion, Share};
use crate::study::quiz::percent;
use crate::study::score::{Score, points};
use crate::ui::meter;

/// Cells for what stands behind a name: the bar, the percent and the number of questions.
const BEHIND: usize = 32;
/// Blocks of a bar.
const BAR: usize = 10;

impl PassageSetter<'_> {
    pub(super) fn score(&mut self, percent: u32, score: Score, (right, questions): (usize, usize)) {
        let (earned, of) = (points(score.points), points(score.of));
        let beside = format!("   {earned} of {} · {right} of {} right", worth(&of), count(questions, "question"));
        let percent = Span::styled(format!("{percent} %"), self.theme.focus);
        self.setter.gap();
        self.setter.lines([Line::from(vec![percent, Span::styled(beside, self.theme.text)])]);
    }

    pub(super) fn pass_verdict(&mut self, earned: u32, needed: u32) {
        let style = if earned >= needed { self.theme.right } else { self.theme.wrong };
        self.setter.gap();
        self.setter.plain(&pass_verdict(earned, needed), style.add_modifier(Modifier::BOLD));
    }

    pub(super) fn time_spent(&mut self, seconds: u64) {
        self.setter.lines([Line::styled(format!("{} on the questions", meter::clock(seconds)), self.theme.dim)]);
    }

    pub(super) fn tallies(&mut self, tallies: &[Share]) {
        for tally in tallies {
            self.tally(tally);
        }
    }

    /// The whole name, however many lines it takes; what it earned stands beside the last.
    fn tally(&mut self, Share { of: name, score, questions }: &Share) {
        let theme = self.theme;
        let room = self.width.saturating_sub(BEHIND);
        let hanging = textwrap::Options::new(room).subsequent_indent("  ");
        let mut lines: Vec<String> =
            textwrap::wrap(name, hanging).into_iter().map(std::borrow::Cow::into_owned).collect();
        let last = lines.pop().unwrap_or_default();
        self.setter.lines(lines.into_iter().map(|line| Line::styled(line, theme.text)));
        let pad = " ".repeat(room.saturating_sub(last.width()));
        let filled = meter::filled(score.share(), BAR);
        self.setter.lines([Line::from(vec![
            Span::styled(format!("{last}{pad} "), theme.text),
            Span::styled("■".repeat(filled), theme.accent),
            Span::styled("□".repeat(BAR - filled), theme.dim),
            Span::styled(format!(" {:>3} %", percent(*score)), theme.text),
            Span::styled(format!("  {}", count(*questions, "question")), theme.dim),
        ])]);
    }

    pub(super) fn missed(&mut self, missed: &[MissedQuestion]) {
        let theme = self.theme;
        for it in missed {
            let (sign, style) = if it.is_partly { ("½", theme.partly) } else { ("✗", theme.wrong) };
            self.setter.item((&format!("{sign} {:>2}  ", it.number), style), &it.stem, theme.text);
        }
        if missed.iter().any(|it| it.is_partly) {
            self.setter.gap();
            self.setter.plain("✗ earned nothing · ½ earned a part of the points", theme.dim);
        }
    }
}
