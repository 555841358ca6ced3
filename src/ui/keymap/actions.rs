//! The actions whose key can be chosen, by the name that footer, help and palette give them, and the keys beside them that
//! cannot. A test holds this table against the key tables of the screens.
//!
//! The keys of a drill are not among them: a whole class is told them.

use crate::ui::keys::Chord::{self, Char, Ctrl};

/// The screen of what can be done on all.
pub(super) const EVERY_SCREEN: &str = "every screen";

/// An action of a screen and its usual key.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NamedAction {
    pub screen: &'static str,
    pub does: &'static str,
    pub key: Chord,
}

const fn action(screen: &'static str, does: &'static str, key: Chord) -> NamedAction {
    NamedAction { screen, does, key }
}

const HOME: &str = "home";
const LESSON: &str = "a lesson";
const CARDS: &str = "cards";
const CARD_LIST: &str = "the list of cards";
const QUIZ: &str = "a quiz";
const QUIZ_SETUP: &str = "the choice of a quiz";
const RESULTS: &str = "results";
const COURSES: &str = "the courses";
const SCENARIO: &str = "a scenario";
const REPORT: &str = "a report";
const MEMORY: &str = "memory";
const CLASSES: &str = "the list of classes";
const CLASS: &str = "a class";

/// Every action whose key can be chosen.
pub const ACTIONS: &[NamedAction] = &[
    action(EVERY_SCREEN, "search", Char('/')),
    action(EVERY_SCREEN, "every action", Ctrl('p')),
    action(EVERY_SCREEN, "help", Char('?')),
    action(HOME, "cards", Char('c')),
    action(HOME, "browse the cards", Char('v')),
    action(HOME, "the quiz of the row", Char('q')),
    action(HOME, "choose a quiz", Char('Q')),
    action(HOME, "scenarios", Char('s')),
    action(HOME, "placement test", Char('p')),
    action(HOME, "library", Char('b')),
    action(HOME, "statistics", Char('t')),
    action(HOME, "drill", Char('d')),
    action(HOME, "wheel", Char('w')),
    action(HOME, "notes", Char('n')),
    action(HOME, "courses", Char('o')),
    action(HOME, "settings", Char(',')),
    action(HOME, "errors in the course", Char('!')),
    action(LESSON, "read on", Char(' ')),
    action(LESSON, "next lesson", Char('n')),
    action(LESSON, "note", Char('e')),
    action(LESSON, "bookmark", Char('m')),
    action(LESSON, "its cards", Char('c')),
    action(LESSON, "a quiz on it", Char('q')),
    action(LESSON, "skip", Char('s')),
    action(LESSON, "answer again", Char('r')),
    action(LESSON, "where it is used", Char('o')),
    action(LESSON, "flag for the author", Char('f')),
    action(LESSON, "copy", Char('y')),
    action(LESSON, "copy the term or source", Char('y')),
    action(CARDS, "turn the card", Char(' ')),
    action(CARDS, "read on", Char(' ')),
    action(CARDS, "good", Char(' ')),
    action(CARDS, "open the section", Char('o')),
    action(CARDS, "flag for the author", Char('f')),
    action(CARDS, "undo", Char('u')),
    action(CARDS, "one more round", Char('m')),
    action(CARDS, "fit the schedule", Char('f')),
    action(CARDS, "copy the card", Char('y')),
    action(CARDS, "suspend", Char('s')),
    action(CARDS, "bury until tomorrow", Char('b')),
    action(CARDS, "browse the cards", Char('v')),
    action(CARD_LIST, "order", Char('o')),
    action(CARD_LIST, "suspend", Char('s')),
    action(CARD_LIST, "bury", Char('b')),
    action(CARD_LIST, "make new", Char('x')),
    action(CARD_LIST, "practise", Char('m')),
    action(CARD_LIST, "flag for the author", Char('F')),
    action("practice with cards", "remembered", Char(' ')),
    action(QUIZ, "skip", Char('s')),
    action(QUIZ, "open the section", Char('o')),
    action(QUIZ, "other options", Char('w')),
    action(QUIZ, "flag", Char('f')),
    action(QUIZ, "flag for the author", Char('f')),
    action(QUIZ, "undo", Char('u')),
    action(QUIZ, "why", Char('y')),
    action(QUIZ_SETUP, "choose", Char(' ')),
    action(QUIZ_SETUP, "all lessons", Char('a')),
    action(QUIZ_SETUP, "placement test", Char('p')),
    action(RESULTS, "open the section", Char('o')),
    action(RESULTS, "flag for the author", Char('f')),
    action(RESULTS, "all", Char('v')),
    action(RESULTS, "practise missed", Char('p')),
    action(RESULTS, "new quiz", Char('a')),
    action(COURSES, "add", Char('a')),
    action(COURSES, "import", Char('i')),
    action(COURSES, "export", Char('x')),
    action(SCENARIO, "rewind", Char('r')),
    action(SCENARIO, "page", Char(' ')),
    action(SCENARIO, "lesson", Char('o')),
    action(SCENARIO, "again", Char('a')),
    action(CLASSES, "import a list", Char('i')),
    action(CLASSES, "new", Char('n')),
    action(CLASSES, "rename", Char('r')),
    action(CLASSES, "erase", Char('x')),
    action(CLASS, "add", Char('a')),
    action(CLASS, "rename", Char('r')),
    action(CLASS, "more time", Char('t')),
    action(CLASS, "large print", Char('p')),
    action(CLASS, "take off the list", Char('d')),
    action(CLASS, "erase", Char('x')),
    action("notes", "undo", Char('u')),
    action("settings", "profiles", Char('p')),
    action("the list of profiles", "new profile", Char('n')),
    action("the list of profiles", "rename", Char('r')),
    action("the list of profiles", "remove", Char('x')),
    action("the list of profiles", "erase for good", Char('X')),
    action("the list of scenarios", "restart", Char('n')),
    action("the library", "filter", Char('f')),
    action("the library", "copy", Char('y')),
    action("a flag", "remove the flag", Ctrl('x')),
    action("statistics", "memory", Char('m')),
    action("statistics", "reports of classes", Char('r')),
    action(MEMORY, "fit to my reviews", Char('f')),
    action(MEMORY, "the average learner again", Char('x')),
    action(MEMORY, "change the retention", Char('r')),
    action("the placement test", "do not offer it", Char('x')),
    action("the list of reports", "resume the drill", Char('g')),
    action(REPORT, "save as web page", Char('w')),
    action(REPORT, "save as CSV", Char('v')),
];

/// Keys that stay what they are.
pub(super) const FIXED: &[NamedAction] = &[
    action(EVERY_SCREEN, "down", Char('j')),
    action(EVERY_SCREEN, "up", Char('k')),
    action(EVERY_SCREEN, "left", Char('h')),
    action(EVERY_SCREEN, "right", Char('l')),
    action(EVERY_SCREEN, "first", Char('g')),
    action(EVERY_SCREEN, "last", Char('G')),
    action(LESSON, "next section", Char('n')),
    action(LESSON, "previous section", Char('p')),
    action(LESSON, "back", Char('b')),
    action(LESSON, "the first option", Char('a')),
    action(LESSON, "the fourth option", Char('d')),
    action(LESSON, "true", Char('t')),
    action(LESSON, "false", Char('f')),
    action(QUIZ, "the first option", Char('a')),
    action(QUIZ, "the second option", Char('b')),
    action(QUIZ, "the third option", Char('c')),
    action(QUIZ, "the fourth option", Char('d')),
    action(QUIZ, "the fifth option", Char('e')),
    action(QUIZ, "true", Char('t')),
];
