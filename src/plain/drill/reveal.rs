//! After the question: what is right and why, who said what, and what it earned.

use crate::course::Course;
use crate::course::markdown::plain;
use crate::course::wording::why_wrong;
use crate::plain::wording::source;
use crate::plain::{Console, PlainError, text};
use crate::study::drill::words::{Solved, Worth, picks};
use crate::study::drill::{Points, Solution, Team, TeamId};

/// Says a revealed question.
pub fn say(console: &mut Console<'_>, course: &Course, solution: &Solution, teams: &[Team]) -> Result<(), PlainError> {
    let solved = Solved { course, solution };
    console.say(&right(&solved))?;
    // One line only says what the answer has said.
    for line in Some(solved.lines()).filter(|lines| lines.len() > 1).iter().flatten() {
        console.say_after("- ", &line.replace(" → ", ": ").replace(" · ", ", "))?;
    }
    if is_voted(solution) {
        votes(console, &solved)?;
    } else {
        said(console, &solved, teams)?;
    }
    whys(console, &solved)?;
    console.gap()?;
    text::say(console, course, solution.question.explanation())?;
    console.say(&source(course, &solution.question.cite, &solution.lesson, solution.question.section.as_ref()))
}

/// "The answer to question 3: B. A pilot".
fn right(solved: &Solved<'_>) -> String {
    let headline = solved.headline().replacen("  ", ". ", 1);
    format!("The answer to question {}: {headline}", solved.solution.shown.number)
}

fn is_voted(solution: &Solution) -> bool {
    solution.first_vote.is_some() || solution.second_vote.is_some()
}

/// "A. first 9 hands, 45 %; second 1 hand, 5 %".
fn votes(console: &mut Console<'_>, solved: &Solved<'_>) -> Result<(), PlainError> {
    let Solution { first_vote, second_vote, .. } = solved.solution;
    for of in solved.order() {
        let vote =
            |name: &str, hands: &Option<Vec<u32>>| hands.as_ref().map(|hands| format!("{name} {}", share(hands, of)));
        let both: Vec<String> =
            [vote("first", first_vote), vote("second", second_vote)].into_iter().flatten().collect();
        console.say_after(&format!("{}. ", solved.letter(of)), &both.join("; "))?;
    }
    Ok(())
}

fn share(hands: &[u32], of: usize) -> String {
    let (here, all) = (hands.get(of).copied().unwrap_or(0), hands.iter().sum::<u32>());
    let percent = if all == 0 { 0.0 } else { f64::from(here) / f64::from(all) * 100.0 };
    format!("{here} {}, {percent:.0} %", if here == 1 { "hand" } else { "hands" })
}

/// Each team, what it said, and what that earned.
fn said(console: &mut Console<'_>, solved: &Solved<'_>, teams: &[Team]) -> Result<(), PlainError> {
    for (id, team) in (0_u8..).map(TeamId).zip(teams) {
        let line = match solved.solution.given.iter().find(|(given, _)| given.team == id) {
            Some((given, points)) => format!("{}: {}, {}.", team.name, solved.said(&given.said), counted(*points)),
            None => format!("{}: no answer.", team.name),
        };
        console.say(&line)?;
    }
    Ok(())
}

/// "1 point", "-0.5 points".
pub fn counted(points: Points) -> String {
    format!("{points} {}", if points == Points::whole(1) { "point" } else { "points" })
}

/// Why each wrong option that somebody took is wrong.
fn whys(console: &mut Console<'_>, solved: &Solved<'_>) -> Result<(), PlainError> {
    let Solution { question, given, first_vote, second_vote, .. } = solved.solution;
    let hands = |vote: &Option<Vec<u32>>, of: usize| vote.as_ref().and_then(|v| v.get(of)).is_some_and(|&n| n > 0);
    let said = |of| given.iter().any(|(g, _)| g.said.entered().is_some_and(|answer| picks(answer, of)));
    let taken = |of| said(of) || hands(first_vote, of) || hands(second_vote, of);
    for of in solved.order().into_iter().filter(|&of| taken(of) && solved.worth(of) == Worth::Wrong) {
        if let Some(why) = why_wrong(solved.course, &question.ask, of) {
            console.say(&format!("Not {}: {}", solved.letter(of), plain(&why)))?;
        }
    }
    Ok(())
}
