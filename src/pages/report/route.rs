//! A scenario played by vote, element by element.

use crate::pages::{BarChart, BarRow, ChartBar, Element, Fill, Scale, words};
use crate::study::report::{DecisionLine, ScenarioReport, WayLine};

pub(super) fn elements(scenario: &ScenarioReport) -> Vec<Element> {
    let mut elements = vec![Element::Heading(scenario.title.clone())];
    elements.extend(scenario.lesson.as_ref().map(|lesson| Element::Facts(vec![("Lesson", words::lesson(lesson))])));
    if scenario.decisions.is_empty() {
        elements.push(Element::Text("Nothing was decided.".to_owned()));
    }
    elements.extend(scenario.decisions.iter().flat_map(decision));
    if let Some(ending) = &scenario.ending {
        elements.push(Element::Heading(format!("How it ended: {}", ending.title)));
        elements.extend(ending.text.clone().map(Element::Text));
    }
    elements
}

fn decision(decision: &DecisionLine) -> Vec<Element> {
    let mut elements = vec![Element::Item { number: decision.number, words: decision.scene.clone() }];
    let title = match decision.hands {
        Some(n) => format!("What the class chose, by {}", crate::course::wording::count(n, "hand")),
        None => "What the class chose; hands were not counted".to_owned(),
    };
    let rows = decision.ways.iter().map(|way| row(way, decision.hands)).collect();
    elements.push(Element::Charts(vec![BarChart {
        title,
        compares: false,
        scale: Scale::Share,
        rows,
        in_table: false,
    }]));
    let taken = decision.ways.iter().filter(|way| way.taken);
    elements
        .extend(taken.filter_map(|way| {
            way.outcome.as_ref().map(|outcome| Element::Text(format!("What came of it: {outcome}")))
        }));
    let others: Vec<String> = decision.ways.iter().filter(|way| !way.taken).filter_map(not_taken).collect();
    if !others.is_empty() {
        elements.push(Element::Text("Routes not taken".to_owned()));
        elements.push(Element::List(others));
    }
    elements.extend(decision.reading.clone().map(Element::Aside));
    elements
}

fn row(way: &WayLine, hands: Option<u32>) -> BarRow {
    let fill = if way.taken { Fill::Solid } else { Fill::Light };
    let bar = way
        .hands
        .zip(hands)
        .map(|(n, of)| ChartBar::new(words::part(f64::from(n), f64::from(of)), n.to_string(), fill));
    BarRow {
        team: None,
        mark: way.mark.to_string(),
        label: way.text.clone(),
        tag: way.taken.then(|| "chosen".to_owned()),
        bars: bar.into_iter().collect(),
    }
}

fn not_taken(way: &WayLine) -> Option<String> {
    way.outcome.as_ref().map(|outcome| format!("{}: {outcome}", way.mark))
}
