//! A scenario played by vote, block by block.

use crate::pages::{Bar, BarRow, Bars, Block, Fill, Scale, words};
use crate::study::report::{DecisionLine, ScenarioReport, WayLine};

pub fn blocks(scenario: &ScenarioReport) -> Vec<Block> {
    let mut blocks = vec![Block::Heading(scenario.title.clone())];
    blocks.extend(scenario.lesson.as_ref().map(|lesson| Block::Facts(vec![("Lesson", words::lesson(lesson))])));
    if scenario.decisions.is_empty() {
        blocks.push(Block::Text("Nothing was decided.".to_owned()));
    }
    blocks.extend(scenario.decisions.iter().flat_map(decision));
    if let Some(ending) = &scenario.ending {
        blocks.push(Block::Heading(format!("How it ended: {}", ending.title)));
        blocks.extend(ending.text.clone().map(Block::Text));
    }
    blocks
}

fn decision(decision: &DecisionLine) -> Vec<Block> {
    let mut blocks = vec![Block::Item { number: decision.number, words: decision.scene.clone() }];
    let title = match decision.hands {
        Some(n) => format!("What the class chose, by {n} hands"),
        None => "What the class chose; hands were not counted".to_owned(),
    };
    let rows = decision.ways.iter().map(|way| row(way, decision.hands)).collect();
    blocks.push(Block::Charts(vec![Bars { title, scale: Scale::Share, rows, in_table: false }]));
    let taken = decision.ways.iter().filter(|way| way.taken);
    blocks.extend(
        taken.filter_map(|way| way.outcome.as_ref().map(|outcome| Block::Text(format!("What came of it: {outcome}")))),
    );
    let others: Vec<String> = decision.ways.iter().filter(|way| !way.taken).filter_map(not_taken).collect();
    if !others.is_empty() {
        blocks.push(Block::Text("Roads not taken".to_owned()));
        blocks.push(Block::List(others));
    }
    blocks.extend(decision.reading.clone().map(Block::Aside));
    blocks
}

fn row(way: &WayLine, hands: Option<u32>) -> BarRow {
    let fill = if way.taken { Fill::Solid } else { Fill::Light };
    let bar =
        way.hands.zip(hands).map(|(n, of)| Bar::new(words::part(f64::from(n), f64::from(of)), n.to_string(), fill));
    BarRow {
        team: None,
        mark: way.mark.to_string(),
        label: way.text.clone(),
        tag: way.taken.then_some("chosen"),
        bars: bar.into_iter().collect(),
    }
}

fn not_taken(way: &WayLine) -> Option<String> {
    way.outcome.as_ref().map(|outcome| format!("{}: {outcome}", way.mark))
}
