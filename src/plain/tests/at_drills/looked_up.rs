//! Terms that a class asks for.

use super::*;

#[test]
fn terms_are_looked_up_when_the_answer_is_shown_and_nothing_else_is() {
    let mut bench = bench();
    bench.drill(questions(Way::Together, &TWO), 2, "||?informal|b|b|||? informal talks|? coined|");
    bench.heard("Terms can be looked up when the answer is shown.");
    bench.heard("informal talks: Talks without a mandate.");
    bench.heard("No term of the course holds these words.");
}
