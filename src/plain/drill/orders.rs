//! Words that can be typed at every prompt of a drill.

/// What a word asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Order {
    Pause,
    More,
    Skip,
    Close,
    Undo,
    /// A team of this name comes late.
    Late(String),
    /// A key is wrong: of the question with this number, where it was named.
    Key(Option<usize>),
    Board,
    Again,
    End,
    Leave,
    Help,
}

/// The order that `line` gives; `None` when it is something else, such as an answer.
pub fn read(line: &str) -> Option<Order> {
    let (word, rest) = line.split_once(' ').unwrap_or((line, ""));
    let rest = rest.trim();
    let order = match word.to_lowercase().as_str() {
        "late" => return Some(Order::Late(rest.to_owned())),
        "key" if rest.is_empty() => Order::Key(None),
        "key" => return rest.parse().ok().map(|number| Order::Key(Some(number))),
        "pause" => Order::Pause,
        "more" => Order::More,
        "skip" => Order::Skip,
        "close" => Order::Close,
        "undo" => Order::Undo,
        "board" => Order::Board,
        "again" => Order::Again,
        "end" => Order::End,
        "leave" | "quit" => Order::Leave,
        "help" | "?" => Order::Help,
        _ => return None,
    };
    rest.is_empty().then_some(order)
}

/// The words and what each does.
pub const HELP: [(&str, &str); 12] = [
    ("an empty line", "goes on"),
    ("again", "says what was said last once more"),
    ("undo", "takes back what was done last"),
    ("pause", "waits, and the clock stands; an empty line goes on"),
    ("more", "30 seconds more for the question"),
    ("close", "closes the question now"),
    ("skip", "leaves the question out: it counts for nobody"),
    ("board", "says how the teams stand"),
    ("late NAME", "a team of this name joins"),
    ("key", "mends the key of a question that was shown; key 3, that of question 3"),
    ("end", "ends the drill now"),
    ("leave", "leaves it; ninetracks drill --plain --resume goes on there"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_orders_whatever_their_case() {
        assert_eq!(read("Pause"), Some(Order::Pause));
        assert_eq!(read("late  The Late Ones"), Some(Order::Late("The Late Ones".into())));
        assert_eq!(read("late"), Some(Order::Late(String::new())));
        assert_eq!((read("key"), read("KEY 3")), (Some(Order::Key(None)), Some(Order::Key(Some(3)))));
    }

    #[test]
    fn answers_are_none() {
        for line in ["", "b", "bd", "q", "q b", "12 5", "1991", "end of the cold war", "key signatories", "answer end"]
        {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn every_word_that_help_names_is_one() {
        for (word, _) in &HELP[1..] {
            assert!(read(word).is_some(), "{word}");
        }
    }
}
