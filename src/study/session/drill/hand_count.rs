//! Counting hands: a number for each option, typed one after the other or all at once.

/// Most digits of a number: a hall holds no more.
pub const MOST_DIGITS: usize = 4;

/// The numbers typed so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandCount {
    typed: Vec<String>,
    at: usize,
    /// Whether the option that is counted was chosen by hand.
    pointed: bool,
    settling: bool,
    /// Numbers of pupils and the places of the options they voted for, where pupils vote one by one.
    pupils: Vec<(usize, usize)>,
}

impl HandCount {
    #[must_use]
    pub fn new(options: usize) -> Self {
        Self { typed: vec![String::new(); options], at: 0, pointed: false, settling: false, pupils: Vec::new() }
    }

    /// The number that is typed is a pupil's, who votes for the option at `place`: in place of what the pupil voted before.
    pub fn pupil(&mut self, place: usize) {
        let typed = self.typed.get_mut(self.at).map(std::mem::take).and_then(|typed| typed.parse().ok());
        if let Some(number) = typed {
            self.pupils.retain(|(known, _)| *known != number);
            self.pupils.push((number, place));
        }
    }

    /// Votes of single pupils: their numbers, and places of options.
    #[must_use]
    pub fn pupils(&self) -> &[(usize, usize)] {
        &self.pupils
    }

    /// The number that is typed.
    #[must_use]
    pub fn number(&self) -> Option<usize> {
        self.typed.get(self.at)?.parse().ok()
    }

    /// Number of options.
    #[must_use]
    pub fn options(&self) -> usize {
        self.typed.len()
    }

    /// The place of the option that is counted.
    #[must_use]
    pub fn at(&self) -> usize {
        self.at
    }

    /// Counts the option at `place`, if there is one.
    pub fn point(&mut self, place: usize) {
        if place < self.typed.len() {
            (self.at, self.pointed) = (place, true);
        }
    }

    /// Counts another option, so many places further down.
    pub fn step(&mut self, by: isize) {
        self.pointed = true;
        self.at = self.at.saturating_add_signed(by).min(self.typed.len().saturating_sub(1));
    }

    pub fn digit(&mut self, c: char) {
        self.settling = false;
        if let Some(number) = self.typed.get_mut(self.at).filter(|n| n.len() < MOST_DIGITS) {
            number.push(c);
        }
    }

    /// A whole number for the option that is counted.
    pub fn set(&mut self, hands: u32) {
        self.settling = false;
        if let Some(number) = self.typed.get_mut(self.at) {
            *number = hands.to_string();
        }
    }

    /// All numbers at once, where there is one for each option.
    pub fn fill(&mut self, hands: &[u32]) {
        if hands.len() == self.typed.len() {
            self.typed = hands.iter().map(u32::to_string).collect();
            self.settling = false;
        }
    }

    /// Forgets all numbers.
    pub fn clear(&mut self) {
        *self = Self::new(self.typed.len());
    }

    /// Takes back the number of the option that is counted; `false` when there is none. It goes whole: how many digits it
    /// has is nobody's business in front of a wall.
    pub fn erase(&mut self) -> bool {
        let number = self.typed.get_mut(self.at).map(std::mem::take);
        number.is_some_and(|n| !n.is_empty()) || self.pupils.pop().is_some()
    }

    /// Forgets the last number and counts that option again; `false` when there is none.
    pub fn forget_last(&mut self) -> bool {
        if self.pupils.pop().is_some() {
            return true;
        }
        let last = self.typed.iter().rposition(|n| !n.is_empty());
        if let Some(last) = last {
            self.typed[last].clear();
            self.at = last;
        }
        last.is_some()
    }

    /// Digits typed for the option that is counted.
    #[must_use]
    pub fn digits(&self) -> usize {
        self.typed.get(self.at).map_or(0, String::len)
    }

    /// Whether nothing was typed at all.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        self.pupils.is_empty() && self.typed.iter().all(String::is_empty)
    }

    /// On to the next option that has no number, the present one counting none when nothing was typed; `false` when
    /// all have one.
    pub fn advance(&mut self) -> bool {
        if let Some(number) = self.typed.get_mut(self.at).filter(|n| n.is_empty()) {
            number.push('0');
        }
        let open = self.typed.iter().position(String::is_empty);
        self.at = open.unwrap_or(self.at);
        open.is_some()
    }

    /// Options that have a number.
    #[must_use]
    pub fn done(&self) -> usize {
        self.typed.iter().filter(|number| !number.is_empty()).count()
    }

    /// Whether the option that is counted was chosen by hand, and is not just the first.
    #[must_use]
    pub fn is_pointed(&self) -> bool {
        self.pointed
    }

    /// Whether every other option has its number.
    #[must_use]
    pub fn is_last(&self) -> bool {
        self.typed.iter().enumerate().all(|(option, number)| option == self.at || !number.is_empty())
    }

    /// The numbers by place, 0 where nothing was typed; where pupils vote one by one, how many did.
    #[must_use]
    pub fn counts(&self) -> Vec<u32> {
        if self.pupils.is_empty() {
            return self.typed.iter().map(|n| n.parse().unwrap_or(0)).collect();
        }
        let votes = |option: usize| self.pupils.iter().map(|(_, place)| u32::from(*place == option)).sum();
        (0..self.typed.len()).map(votes).collect()
    }

    #[must_use]
    pub fn total(&self) -> u32 {
        self.counts().iter().sum()
    }

    /// The options with the most hands.
    #[must_use]
    pub fn leaders(&self) -> Vec<usize> {
        let counts = self.counts();
        let most = counts.iter().max().copied().unwrap_or(0);
        counts.iter().enumerate().filter(|&(_, &n)| n == most).map(|(i, _)| i).collect()
    }

    /// A tie: from now on the option that is counted is the one chosen.
    pub(super) fn settle(&mut self) {
        self.settling = true;
    }

    /// Whether a tie is being settled.
    #[must_use]
    pub fn is_tied(&self) -> bool {
        self.settling
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(keys: &str) -> HandCount {
        let mut count = HandCount::new(3);
        for key in keys.chars() {
            match key {
                ',' => {
                    count.advance();
                }
                digit => count.digit(digit),
            }
        }
        count
    }

    #[test]
    fn numbers_are_typed_one_after_the_other() {
        assert_eq!(typed("12,5,").counts(), [12, 5, 0]);
        assert_eq!(typed("12,,3").counts(), [12, 0, 3]);
        assert_eq!(typed("99999").counts(), [9999, 0, 0]);
    }

    #[test]
    fn it_is_full_when_each_has_a_number() {
        let mut count = typed("4,4,");
        assert!(!count.advance());
        assert_eq!((count.total(), count.leaders()), (8, vec![0, 1]));
    }

    #[test]
    fn how_many_digits_a_number_has_is_not_told_by_taking_it_back() {
        let mut count = typed("12");
        assert!(count.erase() && !count.erase());
        assert!(count.is_untouched());
    }

    #[test]
    fn a_number_is_taken_back_whole_and_its_option_counted_again() {
        let mut count = typed("12,34,");
        assert!(count.forget_last());
        assert_eq!((count.counts(), count.at()), (vec![12, 0, 0], 1));
        assert!(count.forget_last() && !count.forget_last());
    }
}
