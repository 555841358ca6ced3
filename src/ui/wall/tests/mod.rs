//! Walls in tests: rooms of the fixture course, drawn at sizes of windows and of halls.

/// A test a row: a room, drawn at sizes of a window or a wall.
macro_rules! pictures {
    ($($name:ident: $play:expr, $($size:expr),+;)+) => {
        $(#[test]
        fn $name() {
            let play = $play;
            $(let (width, height) = $size;
            insta::assert_snapshot!(format!("{}_{width}x{height}", stringify!($name)), play.seen(width, height));)+
        })+
    };
}

mod every_field;
mod paged;
mod pictures;
mod safety;

use std::path::Path;
use std::sync::LazyLock;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

use super::{Pointer, Wall};
use crate::course::Course;
use crate::course::model::Kind;
use crate::study::drill::{Draft, Drill, Entry, Input, Mode, Moment, Questions, Room, Setup, Team, TeamId};
use crate::study::item::tests::backwards;
use crate::study::item::{Item, Response};
use crate::study::names::Name;
use crate::ui::scroll::Scroll;
use crate::ui::theme::{self, Theme};

static COURSE: LazyLock<Course> =
    LazyLock::new(|| Course::open(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/course")).unwrap());

const WINDOW: (u16, u16) = (76, 20);
const WALL: (u16, u16) = (192, 56);

const SHORT: [&str; 8] = ["Ada", "Bo", "Cy", "Dot", "Eve", "Fay", "Gus", "Hal"];

fn teams(names: &[&str]) -> Vec<Team> {
    names.iter().fold(Vec::new(), |mut teams, name| {
        teams.push(Team::next(Name::new(name).unwrap(), &teams).unwrap());
        teams
    })
}

/// The fixture's questions of `kinds`, or all, options shown last first.
fn asked(mode: Mode, kinds: &[Kind]) -> Vec<Item> {
    let suits = |item: &Item| mode.leaves_out(&item.form).is_none() && (kinds.is_empty() || kinds.contains(&item.kind));
    let bank = COURSE.banks().next().unwrap();
    let item = |q| Item { points: 3, ..backwards(Item::written(&COURSE, &bank.lesson, q)) };
    bank.questions.iter().map(item).filter(suits).collect()
}

fn setup(teams: Vec<Team>, mode: Mode, asked: Vec<Item>) -> Setup {
    let questions = Questions::sample(mode, asked);
    Setup::new(Draft { teams, drill: Drill::Questions(questions) }).unwrap()
}

/// A room being played, a second between two acts.
struct Play {
    course: &'static Course,
    room: Room,
    now: i64,
    pointer: Pointer,
    turned: usize,
}

impl Play {
    fn new(names: &[&str], mode: Mode, kinds: &[Kind]) -> Self {
        Self::of(setup(teams(names), mode, asked(mode, kinds)))
    }

    fn of(setup: Setup) -> Self {
        Self { course: &COURSE, room: Room::new(setup), now: 0, pointer: Pointer::default(), turned: 0 }
    }

    #[track_caller]
    fn does(mut self, what: Input) -> Self {
        self.now += 1000;
        self.room.apply(&Entry::new(Moment(self.now), what)).unwrap();
        self
    }

    /// Asks and opens the next question.
    fn opens(self) -> Self {
        let question = self.room.next_question().unwrap();
        self.does(Input::Asked { question }).does(Input::Opened)
    }

    fn says(self, team: u8, answer: Response) -> Self {
        self.does(Input::Answered { team: TeamId(team), answer })
    }

    fn buzzes(self, teams: &[u8]) -> Self {
        self.does(Input::Buzzed { teams: teams.iter().copied().map(TeamId).collect() })
    }

    fn with(mut self, pointer: Pointer) -> Self {
        self.pointer = pointer;
        self
    }

    fn wall<T>(&self, see: impl FnOnce(&Wall<'_>) -> T) -> T {
        let (public, theme) = (self.room.public(), Theme::named(theme::ColourScheme::Dark));
        see(&Wall {
            course: self.course,
            theme: &theme,
            public: &public,
            setup: self.room.setup(),
            left_ms: self.room.left_ms(Moment(self.now)),
            pointer: &self.pointer,
            scroll: Scroll::default(),
            turned: self.turned,
        })
    }

    fn buffer(&self, width: u16, height: u16) -> Buffer {
        let area = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(area);
        self.wall(|wall| wall.draw(&mut buffer, area));
        buffer
    }

    /// The wall as text.
    fn seen(&self, width: u16, height: u16) -> String {
        text(&self.buffer(width, height))
    }
}

fn text(buffer: &Buffer) -> String {
    let row = |cells: &[ratatui::buffer::Cell]| {
        let mut skip = 0;
        let mut line = String::new();
        for cell in cells {
            if skip == 0 {
                line.push_str(cell.symbol());
                skip = cell.symbol().width().max(1);
            }
            skip -= 1;
        }
        line.trim_end().to_owned()
    };
    buffer.content.chunks(usize::from(buffer.area.width)).map(row).collect::<Vec<_>>().join("\n")
}
