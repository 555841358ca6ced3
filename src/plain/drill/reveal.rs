//! After the question: what is right and why, who said what, and what it earned.

use crate::course::Course;
use crate::course::markdown::plain;
use crate::pages::words::percent;
use crate::plain::{Console, PlainError, text};
use crate::study::drill::{Points, Solution, Team, TeamId};
use crate::study::item::{OptionRow, Revealed, Rows};

/// Says a revealed question.
pub(super) fn say(
    console: &mut Console<'_>,
    course: &Course,
    solution: &Solution,
    teams: &[Team],
) -> Result<(), PlainError> {
    let revealed = solution.revealed(course);
    // "The answer to question 3: B. A pilot".
    console.say(&format!("The answer to question {}: {}", solution.posed.number, revealed.headline.line(". ")))?;
    for line in key(&revealed) {
        console.say_after("- ", &line)?;
    }
    let options: &[OptionRow] = if let Rows::Options(rows) = &revealed.rows { rows } else { &[] };
    if solution.is_voted() {
        votes(console, solution, options)?;
    } else {
        said(console, solution, teams)?;
    }
    for row in options.iter().filter(|row| solution.is_taken(row.of)) {
        if let Some(why) = &row.why {
            console.say(&format!("Not {}: {}", row.label, plain(why.as_str())))?;
        }
    }
    console.gap()?;
    text::say(console, course, revealed.explanation())?;
    text::say_sources(console, &revealed.sources)
}

/// What belongs together or comes after what; a word or an option the first line has said.
fn key(revealed: &Revealed) -> Vec<String> {
    match &revealed.rows {
        Rows::Options(_) | Rows::Typed(_) => Vec::new(),
        Rows::Pairs(rows) => (1..)
            .zip(rows)
            .map(|(n, row)| {
                let (premise, partner) = (plain(row.premise.as_str()), plain(row.partner.as_str()));
                format!("{n} {premise}: {} {partner}", row.label)
            })
            .collect(),
        Rows::Sorted(rows) => rows
            .iter()
            .map(|row| format!("{}, {}, {}", row.label, plain(row.date.as_str()), plain(row.text.as_str())))
            .collect(),
    }
}

/// "A. first 9 hands, 45 %; second 1 hand, 5 %".
fn votes(console: &mut Console<'_>, solution: &Solution, options: &[OptionRow]) -> Result<(), PlainError> {
    let Solution { first_vote, second_vote, .. } = solution;
    for row in options {
        let vote = |name: &str, hands: &Option<Vec<u32>>| {
            hands.as_ref().map(|hands| format!("{name} {}", share(hands, row.of)))
        };
        let both: Vec<String> =
            [vote("first", first_vote), vote("second", second_vote)].into_iter().flatten().collect();
        console.say_after(&format!("{}. ", row.label), &both.join("; "))?;
    }
    Ok(())
}

fn share(hands: &[u32], of: usize) -> String {
    let (here, all) = (hands.get(of).copied().unwrap_or(0), hands.iter().sum::<u32>());
    let percent = percent(if all == 0 { 0.0 } else { f64::from(here) / f64::from(all) });
    format!("{here} {}, {percent}", if here == 1 { "hand" } else { "hands" })
}

/// Each team, what it said, and what that earned.
fn said(console: &mut Console<'_>, solution: &Solution, teams: &[Team]) -> Result<(), PlainError> {
    for (id, team) in (0_u8..).map(TeamId).zip(teams) {
        let line = match solution.given.iter().find(|(given, _)| given.team == id) {
            Some((given, points)) => {
                format!("{}: {}, {}.", team.name, given.said.in_letters(&solution.item), counted(*points))
            }
            None => format!("{}: no answer.", team.name),
        };
        console.say(&line)?;
    }
    Ok(())
}

/// "1 point", "-0.5 points".
pub(super) fn counted(points: Points) -> String {
    format!("{points} {}", if points == Points::whole(1) { "point" } else { "points" })
}
