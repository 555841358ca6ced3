//! Points by hand and teams that leave, as one line each.

use super::DrillHost;
use crate::course::model::Text;
use crate::study::drill::{Input, MOST_BY_HAND, Points, Team, TeamId};

/// How points by hand are typed.
pub const HOW_TO_AWARD: &str = "A team's number, the points and the reason: 2 +1 a good question";

impl DrillHost {
    /// `2 +1 a good question`: the team, the points, the reason.
    ///
    /// # Errors
    /// Says what is missing, or what cannot be read.
    pub fn award(&self, line: &str) -> Result<Input, String> {
        let (team, rest) = line.trim().split_once(char::is_whitespace).ok_or(HOW_TO_AWARD)?;
        let team = self.team_called(team)?;
        let (points, why) = rest.trim_start().split_once(char::is_whitespace).unwrap_or((rest.trim(), ""));
        let points = points_of(points)
            .ok_or_else(|| format!("Type the points after the team, 0.01 to {MOST_BY_HAND}: +1 or -0.5."))?;
        let why =
            Text::new(why.trim()).map_err(|_| "Type the reason after the points: the report says it.".to_owned())?;
        Ok(Input::Awarded { team, points, why })
    }

    /// The team with this number or name, which has not left.
    ///
    /// # Errors
    /// Says which teams there are.
    pub fn team_called(&self, word: &str) -> Result<TeamId, String> {
        let is = |team: &Team| {
            word.eq_ignore_ascii_case(&team.number.to_string())
                || team.name.as_str().to_lowercase() == word.to_lowercase()
        };
        let present = self.room().present();
        let found = present.iter().copied().find(|&id| self.room().team(id).is_some_and(is));
        found.ok_or_else(|| {
            let numbers: Vec<String> =
                present.iter().filter_map(|&id| self.room().team(id)).map(|team| team.number.to_string()).collect();
            format!("There is no team {word}: type one of {}.", numbers.join(", "))
        })
    }
}

/// `+1`, `-0.5`, `2,25`.
fn points_of(text: &str) -> Option<Points> {
    let (sign, digits) = match text.strip_prefix(['-', '−']) {
        Some(digits) => (-1, digits),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, part) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
    let number =
        |text: &str| text.parse::<i64>().ok().filter(|_| text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit()));
    let hundredths = match part.len() {
        1 => number(part)? * 10,
        2 => number(part)?,
        _ => return None,
    };
    let points = number(whole)? * 100 + hundredths;
    (1..=MOST_BY_HAND * 100).contains(&points).then_some(Points(sign * points))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_read_to_the_hundredth() {
        let read = |text| points_of(text).map(|points| points.0);
        assert_eq!(["+1", "-0.5", "2,25", "100", "−3"].map(read), [100, -50, 225, 10_000, -300].map(Some));
        assert_eq!(["", "0", "+", "1.234", "101", "a", "--1", "99999999999999999999", "1."].map(read), [None; 9]);
    }
}
