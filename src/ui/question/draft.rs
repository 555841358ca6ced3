//! An answer while it is being put together. Places are as shown; the finished answer counts as the author wrote.

use crossterm::event::{Event as TerminalEvent, KeyEvent};
use tui_input::Input;
use tui_input::backend::crossterm::EventHandler;

use crate::course::model::{Ask, Id, Question};
use crate::study::answer::Answer;
use crate::study::quiz::Item;
use crate::ui::keys::{self, BACKSPACE, Binding, Chord, DOWN, ENTER, SPACE, UP};
use crossterm::event::KeyCode;

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
            (Work::Mark { marked, .. }, Answer::Several(picked)) => *marked = self.order.iter().map(|o| picked.contains(o)).collect(),
            (Work::Join { joined, .. }, Answer::Match(given)) => *joined = given.iter().map(|g| g.and_then(place)).collect(),
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
                let mut picked: Vec<usize> = self.order.iter().zip(marked).filter(|(_, m)| **m).map(|(&o, _)| o).collect();
                picked.sort_unstable();
                (!picked.is_empty()).then_some(Answer::Several(picked))
            }
            Work::Join { joined, .. } => {
                let all = joined.iter().all(Option::is_some);
                let given = joined.iter().map(|j| j.and_then(|p| self.order.get(p).copied())).collect();
                all.then_some(Answer::Match(given))
            }
            Work::Sort { sorted, lifted, .. } => (!lifted).then(|| Answer::Order(sorted.clone())),
            Work::Type(input) => (!input.value().trim().is_empty()).then(|| Answer::Typed(input.value().trim().to_owned())),
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

    /// Whether the letter is a part of the answer.
    #[must_use]
    pub fn takes(&self, letter: char) -> bool {
        let key = KeyEvent::new(KeyCode::Char(letter), crossterm::event::KeyModifiers::NONE);
        self.is_typing() || keys::action(&self.bindings(), key).is_some()
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

    /// The key table of this kind of question.
    #[must_use]
    pub fn bindings(&self) -> Vec<Binding<Act>> {
        let submit = Binding::new("⏎", "answer", &[ENTER], Act::Submit);
        let moves =
            Binding::each("↑↓", "move", vec![(UP, Act::Up), (DOWN, Act::Down), (Chord::Char('k'), Act::Up), (Chord::Char('j'), Act::Down)]);
        match &self.work {
            Work::Type(_) => vec![submit],
            Work::Pick { of: Single::TrueFalse, .. } => {
                let mut keys = keys::picks(2, true, false, Act::Pick);
                keys.extend([(Chord::Char('t'), Act::Pick(0)), (Chord::Char('f'), Act::Pick(1))]);
                vec![Binding::each("t f", "true, false", keys), submit, moves.quiet()]
            }
            Work::Pick { n, of, .. } => {
                let letters = *of == Single::Choice;
                vec![Binding::each(&format!("1-{n}"), "pick", keys::picks(*n, true, letters, Act::Pick)), submit, moves]
            }
            Work::Mark { marked, .. } => {
                let mut keys = keys::picks(marked.len(), true, false, Act::Pick);
                keys.extend(keys::picks(marked.len().min(5), false, true, Act::Pick));
                vec![
                    Binding::each(&format!("1-{}", marked.len()), "mark", keys),
                    Binding::new("space", "mark", &[SPACE], Act::Toggle),
                    submit,
                    moves,
                ]
            }
            Work::Join { partners, .. } => {
                let last = char::from(b'a' + u8::try_from(partners.saturating_sub(1)).unwrap_or(0));
                let keys = keys::picks(*partners, false, true, Act::Pick);
                vec![
                    Binding::each(&format!("a-{last}"), "join", keys),
                    moves_of_join(),
                    submit,
                    Binding::new("⌫", "clear", &[BACKSPACE], Act::Clear),
                ]
            }
            Work::Sort { lifted, .. } => sort_bindings(*lifted, submit),
        }
    }

    pub fn act(&mut self, act: Act) {
        match &mut self.work {
            Work::Pick { n, at, .. } => pick(at, *n, act),
            Work::Mark { cursor, marked } => mark(cursor, marked, act),
            Work::Join { cursor, joined, partners } => join(cursor, joined, *partners, act),
            Work::Sort { cursor, sorted, lifted } => sort(cursor, sorted, lifted, act),
            Work::Type(_) => {}
        }
    }
}

/// In matching the letters j and k may be partners.
fn moves_of_join() -> Binding<Act> {
    Binding::each("↑↓", "move", vec![(UP, Act::Up), (DOWN, Act::Down)])
}

fn sort_bindings(lifted: bool, submit: Binding<Act>) -> Vec<Binding<Act>> {
    let carry = |code, act| (Chord::Shift(code), act);
    let with_shift = vec![
        carry(KeyCode::Up, Act::CarryUp),
        carry(KeyCode::Down, Act::CarryDown),
        (Chord::Char('K'), Act::CarryUp),
        (Chord::Char('J'), Act::CarryDown),
    ];
    let moves = vec![(UP, Act::Up), (DOWN, Act::Down), (Chord::Char('k'), Act::Up), (Chord::Char('j'), Act::Down)];
    let digits = Binding::each("1-9", "carry to place", keys::picks(9, true, false, Act::Pick));
    if lifted {
        vec![Binding::each("↑↓", "carry", moves), Binding::new("space ⏎", "drop", &[SPACE, ENTER], Act::Toggle), digits.quiet()]
    } else {
        let move_ = Binding::each("↑↓", "move", moves);
        vec![move_, Binding::new("space", "lift", &[SPACE], Act::Toggle), submit, Binding::each("⇧↑↓", "carry", with_shift), digits]
    }
}

fn step(cursor: usize, n: usize, act: Act) -> usize {
    match act {
        Act::Up => cursor.checked_sub(1).unwrap_or(n.saturating_sub(1)),
        Act::Down => (cursor + 1) % n.max(1),
        _ => cursor,
    }
}

fn pick(at: &mut Option<usize>, n: usize, act: Act) {
    match act {
        Act::Pick(i) if i < n => *at = Some(i),
        Act::Up => *at = Some(at.map_or(n.saturating_sub(1), |a| step(a, n, act))),
        Act::Down => *at = Some(at.map_or(0, |a| step(a, n, act))),
        _ => {}
    }
}

fn mark(cursor: &mut usize, marked: &mut [bool], act: Act) {
    let at = match act {
        Act::Pick(i) => i,
        Act::Toggle => *cursor,
        _ => {
            *cursor = step(*cursor, marked.len(), act);
            return;
        }
    };
    if let Some(mark) = marked.get_mut(at) {
        *mark = !*mark;
        *cursor = at;
    }
}

/// A partner joins one premise: joining it again moves it. The cursor goes on to the next premise without a partner.
fn join(cursor: &mut usize, joined: &mut [Option<usize>], partners: usize, act: Act) {
    match act {
        Act::Pick(partner) if partner < partners => {
            for slot in joined.iter_mut().filter(|s| **s == Some(partner)) {
                *slot = None;
            }
            joined[*cursor] = Some(partner);
            let n = joined.len();
            if let Some(next) = (1..n).map(|d| (*cursor + d) % n).find(|&i| joined[i].is_none()) {
                *cursor = next;
            }
        }
        Act::Clear => joined[*cursor] = None,
        _ => *cursor = step(*cursor, joined.len(), act),
    }
}

fn sort(cursor: &mut usize, sorted: &mut Vec<usize>, lifted: &mut bool, act: Act) {
    let n = sorted.len();
    match act {
        Act::Toggle => *lifted = !*lifted,
        Act::Pick(to) if to < n => carry(cursor, sorted, to),
        Act::CarryUp => carry(cursor, sorted, cursor.saturating_sub(1)),
        Act::CarryDown => carry(cursor, sorted, (*cursor + 1).min(n.saturating_sub(1))),
        Act::Up if *lifted => carry(cursor, sorted, cursor.saturating_sub(1)),
        Act::Down if *lifted => carry(cursor, sorted, (*cursor + 1).min(n.saturating_sub(1))),
        _ => *cursor = step(*cursor, n, act),
    }
}

fn carry(cursor: &mut usize, sorted: &mut Vec<usize>, to: usize) {
    if *cursor < sorted.len() {
        let event = sorted.remove(*cursor);
        sorted.insert(to.min(sorted.len()), event);
        *cursor = to;
    }
}
