//! Counting hands: a number for each option, typed one after the other.

/// Most digits of a number: a hall holds no more.
const DIGITS: usize = 4;

/// The numbers typed so far.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tally {
    typed: Vec<String>,
    /// The option that is counted.
    pub at: usize,
    /// Whether a tie is being settled: then the option that is counted is the one chosen.
    settling: bool,
}

impl Tally {
    pub fn new(options: usize) -> Self {
        Self { typed: vec![String::new(); options], at: 0, settling: false }
    }

    pub fn digit(&mut self, c: char) {
        self.settling = false;
        if let Some(number) = self.typed.get_mut(self.at).filter(|n| n.len() < DIGITS) {
            number.push(c);
        }
    }

    /// Takes back a digit; `false` when there is none.
    pub fn erase(&mut self) -> bool {
        self.typed.get_mut(self.at).is_some_and(|n| n.pop().is_some())
    }

    pub fn step(&mut self, by: isize) {
        self.at = self.at.saturating_add_signed(by).min(self.typed.len().saturating_sub(1));
    }

    /// Digits typed for the option that is counted.
    pub fn digits(&self) -> usize {
        self.typed.get(self.at).map_or(0, String::len)
    }

    /// Whether nothing was typed at all.
    pub fn is_untouched(&self) -> bool {
        self.typed.iter().all(String::is_empty)
    }

    /// On to the next option that has no number, the present one counting none when nothing was typed; `false` when
    /// all have one.
    pub fn next(&mut self) -> bool {
        if let Some(number) = self.typed.get_mut(self.at).filter(|n| n.is_empty()) {
            number.push('0');
        }
        match self.typed.iter().position(String::is_empty) {
            Some(at) => {
                self.at = at;
                true
            }
            None => false,
        }
    }

    /// Whether ⏎ is the last: every other option has its number.
    pub fn is_last(&self) -> bool {
        self.typed.iter().enumerate().all(|(option, number)| option == self.at || !number.is_empty())
    }

    /// The numbers, none where nothing was typed.
    pub fn counts(&self) -> Vec<u32> {
        self.typed.iter().map(|n| n.parse().unwrap_or(0)).collect()
    }

    pub fn total(&self) -> u32 {
        self.counts().iter().sum()
    }

    pub fn settle(&mut self) {
        self.settling = true;
    }

    pub fn settles(&self) -> bool {
        self.settling
    }

    /// The options with the most hands.
    pub fn first(&self) -> Vec<usize> {
        let counts = self.counts();
        let most = counts.iter().max().copied().unwrap_or(0);
        counts.iter().enumerate().filter(|&(_, &n)| n == most).map(|(i, _)| i).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(keys: &str) -> Tally {
        let mut tally = Tally::new(3);
        for key in keys.chars() {
            match key {
                ',' => {
                    tally.next();
                }
                digit => tally.digit(digit),
            }
        }
        tally
    }

    #[test]
    fn numbers_are_typed_one_after_the_other() {
        assert_eq!(typed("12,5,").counts(), [12, 5, 0]);
        assert_eq!(typed("12,,3").counts(), [12, 0, 3]);
        assert_eq!(typed("99999").counts(), [9999, 0, 0]);
    }

    #[test]
    fn it_is_full_when_each_has_a_number() {
        let mut tally = typed("4,4,");
        assert!(!tally.next());
        assert_eq!((tally.total(), tally.first()), (8, vec![0, 1]));
    }

    #[test]
    fn a_digit_is_taken_back() {
        let mut tally = typed("12");
        assert!(tally.erase() && tally.erase() && !tally.erase());
        assert!(tally.is_untouched());
    }
}
