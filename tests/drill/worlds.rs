//! Two classes side by side, which must look the same.

use ninetracks::ui::app::Message;

use crate::class::Class;

/// What is done in both.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    /// The same keys in both.
    Public(&'static str),
    /// In each its own.
    Secret([String; 2]),
    Wait(i64),
    Resize(u16, u16),
    /// The program is killed, started again, and the drill goes on.
    Killed,
}

pub(crate) struct Worlds([Class; 2]);

impl Worlds {
    pub(crate) fn new(classes: [Class; 2]) -> Self {
        Self(classes)
    }

    /// Plays `steps`, as far as no answer is shown, and looks at both after each.
    pub(crate) fn plays(mut self, steps: &[Step]) {
        self.look(None);
        for step in steps {
            self = self.does(step);
            if self.is_told() {
                return;
            }
            self.look(Some(step));
        }
    }

    fn does(self, step: &Step) -> Self {
        let Self([one, other]) = self;
        Self([done(one, step, 0), done(other, step, 1)])
    }

    /// Whether an answer was shown, or a decision made, in either.
    fn is_told(&self) -> bool {
        self.0.iter().map(Class::room).any(|room| !room.played().is_empty() || !room.road().is_empty())
    }

    fn look(&self, after: Option<&Step>) {
        let [one, other] = &self.0;
        assert_eq!(one.screen(), other.screen(), "after {after:?}");
        assert!(one.picture() == other.picture(), "other colours after {after:?} in\n{}", one.screen());
    }
}

fn done(mut class: Class, step: &Step, world: usize) -> Class {
    match step {
        Step::Public(keys) => class.keys(keys),
        Step::Secret(keys) => class.keys(&keys[world]),
        Step::Wait(seconds) => class.wait(*seconds),
        Step::Resize(width, height) => {
            let _ = class.does(Message::Resize(*width, *height));
            class
        }
        Step::Killed => class.killed().keys("1"),
    }
}
