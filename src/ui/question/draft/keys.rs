//! The keys of each kind of question.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::{Act, Draft, Single, Work};
use crate::ui::keys::{self, BACKSPACE, Binding, Chord, DOWN, ENTER, SPACE, UP};

impl Draft {
    /// Whether the letter is a part of the answer.
    #[must_use]
    pub fn takes(&self, letter: char) -> bool {
        let key = KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE);
        self.is_typing() || keys::action(&self.bindings(), key).is_some()
    }

    /// The key table of this kind of question.
    #[must_use]
    pub fn bindings(&self) -> Vec<Binding<Act>> {
        let submit = Binding::new("⏎", "answer", &[ENTER], Act::Submit);
        let moves = Binding::each("↑↓", "move", keys::up_down(Act::Up, Act::Down));
        match &self.work {
            Work::Type(_) => vec![submit],
            Work::Pick { of: Single::TrueFalse, .. } => {
                let mut keys = keys::picks(2, true, false, Act::Pick);
                keys.extend([(Chord::Char('t'), Act::Pick(0)), (Chord::Char('f'), Act::Pick(1))]);
                vec![Binding::each("t f", "true, false", keys), submit, moves.quiet()]
            }
            Work::Pick { n, of, .. } => {
                let letters = *of == Single::Choice;
                vec![
                    Binding::each(&keys::digits_of(*n), "pick", keys::picks(*n, true, letters, Act::Pick)),
                    submit,
                    moves,
                ]
            }
            Work::Mark { marked, .. } => {
                let mut keys = keys::picks(marked.len(), true, false, Act::Pick);
                keys.extend(keys::picks(marked.len().min(5), false, true, Act::Pick));
                vec![
                    Binding::each(&keys::digits_of(marked.len()), "mark", keys),
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
    let moves = keys::up_down(Act::Up, Act::Down);
    let digits = Binding::each("1-9", "carry to place", keys::picks(10, true, false, Act::Pick));
    if lifted {
        vec![
            Binding::each("↑↓", "carry", moves),
            Binding::new("space ⏎", "drop", &[SPACE, ENTER], Act::Toggle),
            digits.quiet(),
        ]
    } else {
        let move_ = Binding::each("↑↓", "move", moves);
        vec![
            move_,
            Binding::new("space", "lift", &[SPACE], Act::Toggle),
            submit,
            Binding::each("⇧↑↓", "carry", with_shift),
            digits,
        ]
    }
}
