//! What size a question is drawn in: the largest that fits whole. Measured from what does not change while the
//! question is in play, so that nothing jumps when it opens or closes.

use ratatui::layout::Rect;

use super::Poster;
use super::paged;
use super::question::{self, Letters, Look, Size};
use crate::ui::theme::Theme;

/// Columns of small text at most: longer lines tire the eye.
const COLUMN: u16 = 100;
/// Fewest columns for whole sentences in big letters: fewer break after every third word.
const BIG: u16 = 90;
/// From this size on the foot may be drawn large.
const WALL: (u16, u16) = (120, 40);

/// How the wall is divided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    pub size: Size,
    /// Everything is in this column.
    pub column: Rect,
    /// Rows between the number and the stem, and between the options and the foot.
    pub gaps: u16,
    /// Rows of the foot: who may answer, and the clock.
    pub foot: u16,
    pub large_foot: bool,
}

/// Rows that a foot needs in a column of some width.
pub trait Foot {
    fn rows(&self, width: u16) -> u16;
    fn large(&self, width: u16) -> u16;
    /// Rows with which it still says all, names shortened.
    fn least(&self, width: u16) -> u16;
}

/// How much room the foot takes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FootSize {
    Large,
    Usual,
    /// Names shortened.
    Least,
}

/// Sizes in the order of trying. What is asked goes before what stands around it: no text of a question is drawn smaller
/// while a smaller foot makes room for it.
const TRIES: [(Size, FootSize); 25] = [
    (Size::Grand, FootSize::Large),
    (Size::Big, FootSize::Large),
    (Size::Big, FootSize::Usual),
    (Size::BigPairs, FootSize::Usual),
    (Size::BigTight, FootSize::Usual),
    (Size::Big, FootSize::Least),
    (Size::BigPairs, FootSize::Least),
    (Size::BigTight, FootSize::Least),
    (Size::Paged, FootSize::Large),
    (Size::Paged, FootSize::Usual),
    (Size::Paged, FootSize::Least),
    (Size::BigStem, FootSize::Large),
    (Size::BigStem, FootSize::Usual),
    (Size::BigStemPairs, FootSize::Large),
    (Size::BigStemPairs, FootSize::Usual),
    (Size::BigStem, FootSize::Least),
    (Size::BigStemPairs, FootSize::Least),
    (Size::Airy, FootSize::Large),
    (Size::Airy, FootSize::Usual),
    (Size::AiryPairs, FootSize::Large),
    (Size::AiryPairs, FootSize::Usual),
    (Size::TightPairs, FootSize::Usual),
    (Size::Roomy, FootSize::Usual),
    (Size::Tight, FootSize::Usual),
    (Size::TightPairs, FootSize::Least),
];

/// Whether `area` is so large that it may be read from afar.
pub(super) fn is_wall(area: Rect) -> bool {
    area.width >= WALL.0 && area.height >= WALL.1
}

/// The largest layout in which the whole question fits; the smallest where none does.
#[must_use]
pub fn layout(poster: &Poster, foot: &dyn Foot, area: Rect) -> Layout {
    let theme = Theme::named(crate::ui::theme::ColourScheme::None);
    let wall = is_wall(area);
    let can = |(size, foot): &&(Size, FootSize)| {
        let needs_wall = *foot == FootSize::Large || *size == Size::Paged;
        (wall || !needs_wall) && (area.width >= BIG || !is_big(*size))
    };
    let wide = TRIES.iter().filter(can).map(|&(size, foot_size)| {
        let column = column(area, size);
        let rows = match foot_size {
            FootSize::Large => foot.large(column.width),
            FootSize::Usual => foot.rows(column.width),
            FootSize::Least => foot.least(column.width),
        };
        Layout { size, column, gaps: 1, foot: rows, large_foot: foot_size == FootSize::Large }
    });
    let column = column(area, Size::Tight);
    let small = Layout { size: Size::Tight, column, gaps: 0, foot: foot.rows(column.width), large_foot: false };
    let pairs = Layout { size: Size::TightPairs, ..small };
    let packed = Layout { size: Size::Packed, ..small };
    let least = Layout { foot: foot.least(column.width), ..packed };
    let fits = |l: &Layout| {
        let look = Look { theme: &theme, size: l.size, at: None, struck: &[] };
        if l.size == Size::Paged {
            let pages = paged::sheets(poster, look, l.column.width, l.room());
            // A large foot is not worth a page.
            return pages.is_some_and(|pages| pages.len() == 2 || !l.large_foot);
        }
        question::sheet(poster, look, l.column.width).is_some_and(|sheet| sheet.height() <= l.room())
    };
    wide.chain([pairs, small, packed]).find(fits).unwrap_or(least)
}

impl Layout {
    /// Rows for stem and options. One row is the number's, one that of the pointer's line.
    #[must_use]
    pub fn room(&self) -> u16 {
        self.column.height.saturating_sub(2 + 2 * self.gaps + self.foot)
    }
}

/// Big letters take all the width; small text stays in a column in the middle.
fn column(area: Rect, size: Size) -> Rect {
    let width = if is_big(size) { area.width } else { area.width.min(COLUMN) };
    Rect { x: area.x + (area.width - width) / 2, width, ..area }
}

fn is_big(size: Size) -> bool {
    size.letters() > Letters::Plain
}
