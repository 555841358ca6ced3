//! Scrolling as arithmetic: a window over lines, without a terminal.

use std::ops::Range;

/// Lines of the page before that stay in sight when it is turned.
const KEPT: usize = 2;
/// Lines of a figure or table that must be in sight at the foot for its beginning to be shown there, when it is too tall for a page.
const ENOUGH: usize = 6;

/// A window of `height` lines over `total`, from line `top`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scroll {
    pub top: usize,
    /// The first line that was not in sight before the page was turned: where the eye goes on.
    pub unread: Option<usize>,
}

impl Scroll {
    /// At line `top`.
    #[must_use]
    pub fn at(top: usize) -> Self {
        Self { top, unread: None }
    }

    /// At line `top` as after the turn of a page.
    #[must_use]
    pub fn turned_to(top: usize) -> Self {
        Self { top, unread: (top > 0).then_some(top + KEPT) }
    }

    /// Moves by `lines` and stays within the text.
    pub fn by(&mut self, lines: isize, total: usize, height: usize) {
        // The last page may be shorter than the window: a step down does not push it back.
        let lowest =
            if self.unread.is_some() { self.top.max(last_top(total, height)) } else { last_top(total, height) };
        self.top = self.top.saturating_add_signed(lines).min(lowest);
    }

    /// Moves by a page, keeping two lines in sight.
    pub fn page(&mut self, down: bool, total: usize, height: usize) {
        if down {
            return self.page_keeping(&[], total, height);
        }
        self.unread = None;
        self.by(-isize::try_from(height.saturating_sub(KEPT).max(1)).unwrap_or(1), total, height);
    }

    /// Moves a page down, keeping its last two lines in sight. What is better seen together and was cut at the foot comes whole.
    pub fn page_keeping(&mut self, together: &[Range<usize>], total: usize, height: usize) {
        let (top, foot) = (self.drawn(total, height), self.foot(together, total, height));
        if foot < total {
            *self = Self { top: foot.saturating_sub(KEPT).max(top + 1), unread: Some(foot) };
        }
    }

    /// The line before which the page ends. What is better seen together is not begun at the foot when the next page holds
    /// it whole, nor when little more than its caption would be seen.
    #[must_use]
    pub fn foot(self, together: &[Range<usize>], total: usize, height: usize) -> usize {
        let top = self.drawn(total, height);
        let foot = (top + height).min(total);
        let is_cut = |r: &&Range<usize>| top + KEPT < r.start && r.start < foot && foot < r.end;
        // Between two pages, by lines, it comes into sight line by line.
        let is_page = top == 0 || self.unread == Some(top + KEPT);
        let waits = |r: &&Range<usize>| is_page && r.len() + KEPT <= height || foot - r.start < ENOUGH;
        together.iter().filter(is_cut).find(waits).map_or(foot, |r| r.start)
    }

    /// Brings the lines `from..to` into sight, moving as little as possible.
    pub fn show(&mut self, from: usize, to: usize, height: usize) {
        if to > self.top + height {
            self.top = to - height;
        }
        if from < self.top {
            self.top = from;
        }
    }

    #[must_use]
    pub fn at_end(self, total: usize, height: usize) -> bool {
        self.top >= last_top(total, height)
    }

    /// The top that is drawn: a window that grew shows no emptiness below the text, but for a last page that was turned to.
    #[must_use]
    pub fn drawn(self, total: usize, height: usize) -> usize {
        let lowest = if self.unread.is_some() { total.saturating_sub(1) } else { last_top(total, height) };
        self.top.min(lowest)
    }
}

fn last_top(total: usize, height: usize) -> usize {
    total.saturating_sub(height)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_keeps_two_lines_in_sight_the_last_one_too() {
        let mut scroll = Scroll::default();
        scroll.page(true, 30, 12);
        assert_eq!(scroll, Scroll { top: 10, unread: Some(12) });
        scroll.page(true, 30, 12);
        assert_eq!(scroll, Scroll { top: 20, unread: Some(22) });
        assert!(scroll.at_end(30, 12));
        let last = scroll;
        scroll.page(true, 30, 12);
        scroll.by(1, 30, 12);
        assert_eq!(scroll, last);
        scroll.page(false, 30, 12);
        assert_eq!(scroll, Scroll::at(10));
    }

    #[test]
    fn a_larger_window_shows_no_emptiness() {
        assert_eq!(Scroll::at(18).drawn(30, 25), 5);
        assert_eq!(Scroll::at(18).drawn(10, 25), 0);
    }

    #[test]
    fn a_figure_cut_at_the_foot_waits_for_the_next_page() {
        let mut scroll = Scroll::default();
        let figure = [8..17, 30..31];
        assert_eq!(scroll.foot(&figure, 40, 12), 8);
        scroll.page_keeping(&figure, 40, 12);
        assert_eq!(scroll, Scroll { top: 6, unread: Some(8) });
        assert_eq!(scroll.foot(&figure, 40, 12), 18);
        assert_eq!(Scroll::at(4).foot(&figure, 40, 12), 16, "by lines it comes line by line");
    }

    #[test]
    fn a_caption_does_not_stand_alone_above_a_figure_taller_than_a_page() {
        let mut scroll = Scroll::default();
        let tall = std::array::from_ref(&(8..40));
        assert_eq!(scroll.foot(tall, 40, 12), 8);
        scroll.page_keeping(tall, 40, 12);
        assert_eq!((scroll.top, scroll.foot(tall, 40, 12)), (6, 18));
        assert_eq!(Scroll::at(2).foot(tall, 40, 12), 14, "six lines are enough");
    }

    #[test]
    fn showing_moves_as_little_as_possible() {
        let mut scroll = Scroll::at(5);
        scroll.show(7, 9, 10);
        assert_eq!(scroll.top, 5);
        scroll.show(16, 18, 10);
        assert_eq!(scroll.top, 8);
        scroll.show(2, 3, 10);
        assert_eq!(scroll.top, 2);
    }
}
