//! Scrolling as arithmetic: a window over lines, without a terminal.

/// A window of `height` lines over `total`, from line `top`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Scroll {
    pub top: usize,
}

impl Scroll {
    /// Moves by `lines` and stays within the text.
    pub fn by(&mut self, lines: isize, total: usize, height: usize) {
        self.top = self.top.saturating_add_signed(lines).min(last_top(total, height));
    }

    /// Moves by a page, keeping two lines in sight.
    pub fn page(&mut self, down: bool, total: usize, height: usize) {
        let step = isize::try_from(height.saturating_sub(2).max(1)).unwrap_or(1);
        self.by(if down { step } else { -step }, total, height);
    }

    /// Moves a page down. What is better seen together and was cut at the foot comes to the top.
    pub fn page_keeping(&mut self, together: &[std::ops::Range<usize>], total: usize, height: usize) {
        let top = self.drawn(total, height);
        let foot = top + height;
        let cut = together.iter().find(|r| top < r.start && r.start < foot && foot < r.end);
        match cut {
            Some(block) => self.top = block.start.min(last_top(total, height)),
            None => self.page(true, total, height),
        }
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

    /// The top that is drawn: a window that grew shows no emptiness below the text.
    #[must_use]
    pub fn drawn(self, total: usize, height: usize) -> usize {
        self.top.min(last_top(total, height))
    }
}

fn last_top(total: usize, height: usize) -> usize {
    total.saturating_sub(height)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_keeps_two_lines_in_sight_and_stops_at_the_end() {
        let mut scroll = Scroll::default();
        scroll.page(true, 30, 12);
        assert_eq!(scroll.top, 10);
        scroll.page(true, 30, 12);
        assert_eq!(scroll.top, 18);
        assert!(scroll.at_end(30, 12));
    }

    #[test]
    fn a_larger_window_shows_no_emptiness() {
        assert_eq!(Scroll { top: 18 }.drawn(30, 25), 5);
        assert_eq!(Scroll { top: 18 }.drawn(10, 25), 0);
    }

    #[test]
    fn a_figure_cut_at_the_foot_comes_to_the_top() {
        let mut scroll = Scroll::default();
        let figure = [8..18, 30..31];
        scroll.page_keeping(&figure, 40, 12);
        assert_eq!(scroll.top, 8);
        scroll.page_keeping(&figure, 40, 12);
        assert_eq!(scroll.top, 18);
    }

    #[test]
    fn showing_moves_as_little_as_possible() {
        let mut scroll = Scroll { top: 5 };
        scroll.show(7, 9, 10);
        assert_eq!(scroll.top, 5);
        scroll.show(16, 18, 10);
        assert_eq!(scroll.top, 8);
        scroll.show(2, 3, 10);
        assert_eq!(scroll.top, 2);
    }
}
