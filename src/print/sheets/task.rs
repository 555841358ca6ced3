//! What each kind of question asks of the pen.

use crate::course::model::Ask;

/// What is to be done, in one line under the stem. Who loses points by a wrong tick is told before.
pub fn task(ask: &Ask) -> String {
    match ask {
        Ask::Choice(_) => "Tick one.".to_owned(),
        Ask::Classify { .. } => "Tick one track.".to_owned(),
        Ask::Several(_) => "Tick all that apply. Each wrong tick takes away a right one.".to_owned(),
        Ask::TrueFalse(_) => "Tick true or false.".to_owned(),
        Ask::Match { spare, .. } => {
            let over = if spare.len() == 1 { "One letter is" } else { "Some letters are" };
            format!("Write a letter on each line. {over} left over.")
        }
        Ask::Order(_) => "Write each letter once, from the first event to the last.".to_owned(),
        Ask::Typed { .. } => "Write the answer.".to_owned(),
    }
}
