//! An answer while it is being put together. Places are as shown; the finished answer counts as the author wrote.

mod keys;
mod response;

use crossterm::event::{Event as TerminalEvent, KeyEvent};
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler;

use crate::course::model::{Ask, Id, Question};
use crate::study::answer::Answer;
use crate::study::quiz::Item;

/// What the learner has so far.
#[derive(Clone, Debug)]
pub struct Draft {
    pub question: Id,
    /// What is shown at each place (see [`Item::order`]).
    pub order: Vec<usize>,
    pub work: Work,
}

/// The state of the answer, by the way it is given.
#[derive(Clone, Debug)]
pub enum Work {
    /// One of `n`: options, true and false, tracks.
    Pick {
        n: usize,
        at: Option<usize>,
        of: Single,
    },
    /// Any number of the options.
    Mark {
        cursor: usize,
        marked: Vec<bool>,
    },
    /// Partners by premise, as shown.
    Join {
        cursor: usize,
        joined: Vec<Option<usize>>,
        partners: usize,
    },
    /// Events as sorted so far, in the author's numbers.
    Sort {
        cursor: usize,
        sorted: Vec<usize>,
        lifted: bool,
    },
    Type(Box<Input>),
}

/// Which kind of question one thing is picked in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Single {
    Choice,
    TrueFalse,
    Classify,
}

/// What a key does to a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    Up,
    Down,
    /// The option, track or place with this number; the partner in matching.
    Pick(usize),
    /// Mark the option, lift or drop the event.
    Toggle,
    Clear,
    /// Carry the event up or down.
    CarryUp,
    CarryDown,
    Submit,
}

impl Draft {
    #[must_use]
    pub fn new(question: &Question, item: &Item) -> Self {
        let n = item.order.len();
        let work = match &question.ask {
            Ask::Choice(_) => Work::Pick { n, at: None, of: Single::Choice },
            Ask::TrueFalse(_) => Work::Pick { n: 2, at: None, of: Single::TrueFalse },
            Ask::Classify { .. } => Work::Pick { n, at: None, of: Single::Classify },
            Ask::Several(_) => Work::Mark { cursor: 0, marked: vec![false; n] },
            Ask::Match { pairs, .. } => Work::Join { cursor: 0, joined: vec![None; pairs.len()], partners: n },
            Ask::Order(_) => Work::Sort { cursor: 0, sorted: item.order.clone(), lifted: false },
            Ask::Typed { .. } => Work::Type(Box::default()),
        };
        Self { question: question.id.clone(), order: item.order.clone(), work }
    }

    /// A draft that holds `answer` already: to look at it, or to change it.
    #[must_use]
    pub fn with(mut self, answer: &Answer) -> Self {
        let place = |of: usize| self.order.iter().position(|&o| o == of);
        match (&mut self.work, answer) {
            (Work::Pick { at, .. }, Answer::Choice(i)) => *at = place(*i),
            (Work::Pick { at, .. }, Answer::Classify(i)) => *at = Some(*i),
            (Work::Pick { at, .. }, Answer::TrueFalse(said)) => *at = Some(usize::from(!said)),
            (Work::Mark { marked, .. }, Answer::Several(picked)) => {
                *marked = self.order.iter().map(|o| picked.contains(o)).collect();
            }
            (Work::Join { joined, .. }, Answer::Match(given)) => {
                *joined = given.iter().map(|g| g.and_then(place)).collect();
            }
            (Work::Sort { sorted, .. }, Answer::Order(given)) => sorted.clone_from(given),
            (Work::Type(input), Answer::Typed(text)) => **input = Input::new(text.clone()),
            _ => {}
        }
        self
    }

    /// The answer, when there is enough of it to be judged.
    #[must_use]
    pub fn answer(&self) -> Option<Answer> {
        match &self.work {
            Work::Pick { at, of, .. } => at.map(|at| match of {
                Single::Choice => Answer::Choice(self.order.get(at).copied().unwrap_or(at)),
                Single::TrueFalse => Answer::TrueFalse(at == 0),
                Single::Classify => Answer::Classify(at),
            }),
            Work::Mark { marked, .. } => {
                let mut picked: Vec<usize> =
                    self.order.iter().zip(marked).filter(|(_, m)| **m).map(|(&o, _)| o).collect();
                picked.sort_unstable();
                (!picked.is_empty()).then_some(Answer::Several(picked))
            }
            Work::Join { joined, .. } => {
                let all = joined.iter().all(Option::is_some);
                let given = joined.iter().map(|j| j.and_then(|p| self.order.get(p).copied())).collect();
                all.then_some(Answer::Match(given))
            }
            Work::Sort { sorted, lifted, .. } => (!lifted).then(|| Answer::Order(sorted.clone())),
            Work::Type(input) => {
                (!input.value().trim().is_empty()).then(|| Answer::Typed(input.value().trim().to_owned()))
            }
        }
    }

    /// What is missing before the answer can be given.
    #[must_use]
    pub fn missing(&self) -> &'static str {
        match self.work {
            Work::Pick { .. } => "Pick an answer first.",
            Work::Mark { .. } => "Mark at least one option first.",
            Work::Join { .. } => "Join every item first.",
            Work::Sort { .. } => "Drop the event you are carrying first.",
            Work::Type(_) => "Type an answer first.",
        }
    }

    /// Whether letters and digits are text.
    #[must_use]
    pub fn is_typing(&self) -> bool {
        matches!(self.work, Work::Type(_))
    }

    /// A key of a typed answer.
    pub fn type_key(&mut self, key: KeyEvent) {
        if let Work::Type(input) = &mut self.work {
            input.handle_event(&TerminalEvent::Key(key));
        }
    }

    /// Pasted text, on one line.
    pub fn paste(&mut self, text: &str) {
        if let Work::Type(input) = &mut self.work {
            for c in text.chars().filter(|c| !crate::course::model::text::is_unsafe(*c) && *c != '\n').take(200) {
                input.handle(tui_input::InputRequest::InsertChar(c));
            }
        }
    }
}
