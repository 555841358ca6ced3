//! From names to teams: each name a team when there are few, people dealt into teams when there are many.

use super::team::{TEAMS, Team};
use crate::study::chance::{chance, shuffled};
use crate::study::names::{PersonName, told_apart};

/// Teams that people are dealt into, unless the teacher says otherwise.
pub const USUAL_TEAMS: usize = 4;

/// Why names make no teams.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DealError {
    #[error("there is only one name: two are needed, since a drill has at least two teams")]
    One,
    #[error("there are {names} names for {teams} teams: ask for fewer teams")]
    TooFew { names: usize, teams: usize },
    #[error("{0} teams: a drill has {from} to {to}", from = TEAMS.start(), to = TEAMS.end())]
    Teams(usize),
}

/// The teams of `names`. Without a number of teams, up to eight names are a team each, and more are people in
/// [`USUAL_TEAMS`] teams. People are dealt by chance; team sizes differ by at most one, and members stand in the order
/// of `names`.
///
/// # Errors
/// When there are too few names, or no such number of teams can play.
pub fn teams_of(names: &[PersonName], teams: Option<usize>, seed: u64) -> Result<Vec<Team>, DealError> {
    match teams {
        Some(n) if !TEAMS.contains(&n) => Err(DealError::Teams(n)),
        _ if names.len() < *TEAMS.start() => Err(DealError::One),
        Some(n) if names.len() < n => Err(DealError::TooFew { names: names.len(), teams: n }),
        None if names.len() <= *TEAMS.end() => Ok(each_a_team(names)),
        _ => Ok(dealt(names, teams.unwrap_or(USUAL_TEAMS), seed)),
    }
}

fn each_a_team(names: &[PersonName]) -> Vec<Team> {
    let mut teams = Vec::new();
    for name in told_apart(names) {
        teams.extend(Team::next(name, &teams));
    }
    teams
}

fn dealt(names: &[PersonName], n: usize, seed: u64) -> Vec<Team> {
    let mut teams = Team::line_up(n);
    let order = shuffled(names.len(), &mut chance(seed, "teams"));
    for (at, team) in teams.iter_mut().enumerate() {
        let mut people: Vec<usize> = order.iter().copied().skip(at).step_by(n).collect();
        people.sort_unstable();
        team.members = people.into_iter().map(|p| names[p].clone()).collect();
    }
    teams
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::study::class::import;
    use crate::study::names::Name;

    fn names(n: usize) -> Vec<PersonName> {
        (1..=n).map(|i| PersonName::new(&format!("Pupil {i}")).unwrap()).collect()
    }

    fn sizes(names: &[PersonName], teams: Option<usize>) -> Vec<usize> {
        teams_of(names, teams, 7).unwrap().iter().map(|t| t.members.len()).collect()
    }

    #[test]
    fn up_to_eight_names_are_a_team_each() {
        for n in [2, 8] {
            let teams = teams_of(&names(n), None, 7).unwrap();
            assert_eq!(
                teams.iter().map(|t| &t.name).collect::<Vec<_>>(),
                names(n).iter().map(PersonName::short).collect::<Vec<Name>>().iter().collect::<Vec<_>>()
            );
            assert!(teams.iter().all(|t| t.members.is_empty()));
        }
    }

    #[test]
    fn more_are_dealt_evenly_and_nobody_is_lost() {
        assert_eq!(sizes(&names(9), None), [3, 2, 2, 2]);
        assert_eq!(sizes(&names(200), Some(7)), [29, 29, 29, 29, 28, 28, 28]);
        let mut all: Vec<PersonName> =
            teams_of(&names(200), None, 7).unwrap().into_iter().flat_map(|t| t.members).collect();
        all.sort();
        let mut known = names(200);
        known.sort();
        assert_eq!(all, known);
    }

    #[test]
    fn who_plays_with_whom_follows_from_the_seed() {
        let deal = |seed| teams_of(&names(30), None, seed).unwrap();
        assert_eq!(deal(7), deal(7));
        assert_ne!(deal(7), deal(8));
    }

    #[test]
    fn a_number_of_teams_deals_few_names_too() {
        assert_eq!(sizes(&names(6), Some(3)), [2, 2, 2]);
        assert_eq!(teams_of(&names(3), Some(4), 7), Err(DealError::TooFew { names: 3, teams: 4 }));
        assert_eq!(teams_of(&names(30), Some(9), 7), Err(DealError::Teams(9)));
    }

    #[test]
    fn one_name_is_refused() {
        assert_eq!(teams_of(&names(1), None, 7), Err(DealError::One));
    }

    #[test]
    fn right_to_left_and_emoji_names_play_and_namesakes_are_told_apart() {
        let list = import("שָׁלוֹם\nليلى\n🦊🦊\n\nANA\nana\n".as_bytes(), None).unwrap();
        let teams = teams_of(&list.names(), None, 7).unwrap();
        assert_eq!(
            teams.iter().map(|t| t.name.as_str()).collect::<Vec<_>>(),
            ["שָׁלוֹם", "ليلى", "🦊🦊", "ANA", "ana (2)"]
        );
    }
}
