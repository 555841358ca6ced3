//! Questions that have no room in big letters on one page, on several.

use super::*;
use crate::course::model::Text;
use crate::study::item::{Form, Item, Partner};
use crate::ui::wall::{big_text, glyph};

/// The bodies of screens of 160x45, 192x54 and 200x60.
const WALLS: [(u16, u16); 3] = [(156, 41), (188, 50), (196, 56)];

/// Cells of the sign before a text in big letters.
const SIGN: u16 = 10;

const PREMISES: [&str; 4] =
    ["Official talks", "Unofficial dialogues", "Talks of retired officials", "Grassroots peace work"];
const PARTNERS: [&str; 7] = [
    "ministers who speak for a government",
    "scholars and advisers without a mandate",
    "people of influence, known to both sides",
    "village elders and women's committees",
    "a foundation that pays for the meetings",
    "journalists who were invited once",
    "a company that trades on both sides",
];

fn texts<T>(texts: &[&str], new: impl Fn(Text) -> T) -> Vec<T> {
    texts.iter().map(|text| new(Text::new(*text).unwrap())).collect()
}

fn matching() -> Item {
    let form = Form::Join {
        premises: texts(&PREMISES, |text| text),
        partners: texts(&PARTNERS, |text| Partner { text, reason: None }),
    };
    let order = (0..PARTNERS.len()).collect();
    Item { form, order, ..asked(Mode::Together, &[Kind::Match]).remove(0) }
}

fn opened(item: Item) -> Play {
    Play::of(setup(teams(&SHORT[..4]), Mode::Together, vec![item])).opens()
}

/// Each page of what is asked.
fn pages(mut play: Play, (width, height): (u16, u16)) -> Vec<String> {
    let area = Rect::new(0, 0, width, height);
    assert_eq!(play.wall(|wall| wall.height(area)), 0, "a page is never scrolled");
    let count = play.wall(|wall| wall.pages(area));
    let page = |turned| {
        play.turned = turned;
        play.seen(width, height)
    };
    (0..count).map(page).collect()
}

/// Whether `text` stands there in lines of big letters, `before` cells from the left.
fn is_large(seen: &str, text: &str, (width, before): (u16, u16)) -> bool {
    let lines = big_text::wrapped(text, width - before).unwrap();
    !seen.contains(text) && lines.iter().all(|line| seen.contains(glyph::rows(line)[2].trim_end()))
}

#[test]
fn what_is_joined_is_large_on_the_first_page_and_its_partners_on_the_second() {
    for size in WALLS {
        let pages = pages(opened(matching()), size);
        let [first, second] = pages.as_slice() else { panic!("{} pages at {size:?}", pages.len()) };
        for text in PREMISES {
            assert!(is_large(first, text, (size.0, SIGN)), "{text} at {size:?} in\n{first}");
            assert!(second.contains(text), "{text} at {size:?} in\n{second}");
        }
        for text in PARTNERS {
            assert!(is_large(second, text, (size.0, SIGN)), "{text} at {size:?} in\n{second}");
        }
    }
}

#[test]
fn a_window_that_is_no_wall_and_a_short_question_have_one_page() {
    let count = |item: Item, (width, height)| opened(item).wall(|wall| wall.pages(Rect::new(0, 0, width, height)));
    assert_eq!((count(matching(), WINDOW), count(matching(), (116, 31))), (1, 1));
    let short = asked(Mode::Together, &[Kind::Choice]).remove(0);
    assert_eq!(count(short, WALLS[0]), 1);
}

#[test]
fn every_word_of_a_long_question_is_large_on_one_of_its_pages() {
    for kind in Kind::ALL {
        let mut item = asked(Mode::Together, &[kind]).remove(0);
        item.stem = Text::new(format!("Who? {}", "some say so and others say that. ".repeat(14))).unwrap();
        for size in WALLS {
            let pages = pages(opened(item.clone()), size);
            let first = &big_text::wrapped(item.stem.as_str(), size.0).unwrap()[0];
            assert!(is_large(&pages[0], first, (size.0, 0)), "{kind:?} at {size:?} in\n{}", pages[0]);
            assert!(pages.len() > 1 || size != WALLS[0], "{kind:?} on one page");
        }
    }
}

#[test]
fn a_turned_page_stays_when_the_answers_open_and_close() {
    let at = |play: Play| pages(play, WALLS[0]).iter().map(|page| page.lines().take(30).collect()).collect();
    let ask = || Play::of(setup(teams(&SHORT[..4]), Mode::Together, vec![matching()]));
    let [before, open, closed]: [Vec<String>; 3] =
        [at(ask().does(Input::Asked { question: 0 })), at(ask().opens()), at(ask().opens().does(Input::Closed))];
    assert!(before == open && open == closed);
}
