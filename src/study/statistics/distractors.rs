//! How often each option was picked: a distractor that nobody takes does no work.

use crate::study::item::Response;

/// Picks of one question, by option in the author's order.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Picks {
    pub by_option: Vec<usize>,
    /// Answers that named no option of the question, passes included.
    pub none: usize,
}

/// Counts picks among `options` options. True or false counts as two: true first.
pub fn picks<'a>(options: usize, answers: impl IntoIterator<Item = &'a Response>) -> Picks {
    let nothing = Picks { by_option: vec![0; options], none: 0 };
    answers.into_iter().fold(nothing, Picks::with)
}

impl Picks {
    fn with(mut self, response: &Response) -> Self {
        let mut named = response.options();
        named.retain(|&option| option < self.by_option.len());
        self.none += usize::from(named.is_empty());
        for option in named {
            self.by_option[option] += 1;
        }
        self
    }

    /// Options that nobody picked.
    pub fn unused(&self) -> impl Iterator<Item = usize> {
        self.by_option.iter().enumerate().filter(|&(_, &n)| n == 0).map(|(option, _)| option)
    }
}
