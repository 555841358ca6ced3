//! A course that uses every field of the format, on the wall: pictures, ten options, gaps, part marks, feedback.

use super::*;

static EVERY_FIELD: LazyLock<Course> =
    LazyLock::new(|| Course::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/format")).unwrap());

/// The question `id`, opened for three teams.
fn opened(id: &str) -> Play {
    let bank = EVERY_FIELD.banks().next().unwrap();
    let question = bank.questions.iter().find(|q| q.id.as_str() == id).unwrap();
    let item = Item::written(&EVERY_FIELD, &bank.lesson, question);
    Play { course: &EVERY_FIELD, ..Play::of(setup(teams(&SHORT[..3]), Mode::Together, vec![item])) }.opens()
}

fn revealed(id: &str, said: [Response; 2]) -> Play {
    let play = (0..).zip(said).fold(opened(id), |play, (team, answer)| play.says(team, answer));
    play.does(Input::Closed).does(Input::Revealed)
}

pictures! {
    ten_options_and_a_picture: opened("q-ten"), WINDOW, WALL;
    ten_options_revealed: revealed("q-ten", [Response::Picked(1), Response::Picked(7)]), WINDOW, WALL;
    several_with_part_marks: revealed("q-several", [Response::Marked(vec![0, 1]), Response::Marked(vec![2])]), WINDOW;
    gaps: opened("q-gaps"), WINDOW, WALL;
    gaps_revealed: revealed("q-gaps", [
        Response::Typed(vec!["clerk".into(), "leg".into()]), Response::Typed(vec!["cook".into(), "log".into()]),
    ]), WINDOW, WALL;
    a_number: revealed("q-number", [Response::typed("9.8"), Response::typed("3.6")]), WINDOW;
}
