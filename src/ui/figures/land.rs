//! Where there is land: a bit for each degree of the world that maps show.
//!
//! `land.bin` holds rows from north to south, each from west to east, eight bits a byte: whether most of the degree is land in
//! the 1:50m coastline of Natural Earth, which is in the public domain.

use std::ops::Range;

/// What is shown: where people live, nearly all of them, cut where the Pacific is widest.
pub(super) const LONGITUDES: [f64; 2] = [-170.0, 190.0];
pub(super) const LATITUDES: [f64; 2] = [-44.0, 70.0];
/// Degrees from west to east, those from north to south that are shown, and those farther north that the bits have.
const ACROSS: usize = 360;
const DOWN: usize = 114;
const NORTH: usize = 6;
const BITS: &[u8] = include_bytes!("land.bin");

/// The cell of a map of so many columns and rows that holds a place, or the nearest one on its edge.
#[expect(clippy::cast_possible_truncation, reason = "a share of the cells of a screen")]
pub(super) fn cell(longitude: f64, latitude: f64, (columns, rows): (u16, u16)) -> (i32, i32) {
    let across = (longitude - LONGITUDES[0]).rem_euclid(360.0) / 360.0;
    let down = (LATITUDES[1] - latitude) / (LATITUDES[1] - LATITUDES[0]);
    let row = (down * f64::from(rows)).floor() as i32;
    ((across * f64::from(columns)) as i32, row.clamp(0, i32::from(rows).saturating_sub(1).max(0)))
}

/// Whether the cell of a map of so many columns and rows is land: two fifths of it are enough, so that isthmuses hold.
pub(super) fn is_land((column, row): (u16, u16), (columns, rows): (u16, u16)) -> bool {
    let down = degrees(row, rows, DOWN);
    let across = degrees(column, columns, ACROSS);
    let all = down.len() * across.len();
    let land = down.flat_map(|y| across.clone().map(move |x| (NORTH + y) * ACROSS + x)).filter(|&at| bit(at)).count();
    land * 5 >= all * 2
}

/// The degrees under the cell `at` of `cells`; one at least.
fn degrees(at: u16, cells: u16, degrees: usize) -> Range<usize> {
    let edge = |at: usize| at * degrees / usize::from(cells.max(1));
    let from = edge(at.into()).min(degrees - 1);
    from..edge(usize::from(at) + 1).clamp(from + 1, degrees)
}

fn bit(at: usize) -> bool {
    BITS.get(at / 8).is_some_and(|byte| byte >> (7 - at % 8) & 1 == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_a_bit_for_each_degree() {
        assert_eq!(BITS.len() * 8, ACROSS * 132, "from 76 north to 56 south");
    }

    #[test]
    fn continents_are_land_and_oceans_are_not() {
        let size = (72, 13);
        let is = |longitude, latitude| {
            let (x, y) = cell(longitude, latitude, size);
            is_land((u16::try_from(x).unwrap(), u16::try_from(y).unwrap()), size)
        };
        for (longitude, latitude) in
            [(2.0, 47.0), (-100.0, 40.0), (25.0, 0.0), (134.0, -25.0), (-60.0, -10.0), (100.0, 67.0)]
        {
            assert!(is(longitude, latitude), "{longitude} {latitude}");
        }
        for (longitude, latitude) in [(-30.0, 30.0), (-130.0, 0.0), (80.0, -20.0), (175.0, 30.0), (-5.0, 67.0)] {
            assert!(!is(longitude, latitude), "{longitude} {latitude}");
        }
    }
}
