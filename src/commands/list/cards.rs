//! How cards stand, beside what they are.

use std::collections::HashMap;

use serde_json::json;

use super::{Listed, standing};
use crate::cli::Global;
use crate::commands::environment;
use crate::course::Course;
use crate::course::model::Id;
use crate::study::card_list::{CardFilter, CardLine, confusable};

/// Adds front, back, state and day of each card, of its first side and of each side, and leaves those that `only` takes.
pub(super) fn add_standing(
    all: &mut Vec<Listed>,
    global: &Global,
    course: &Course,
    only: CardFilter,
) -> anyhow::Result<()> {
    let clock = environment::study_clock(global);
    let mut sides: HashMap<Id, Vec<CardLine>> = HashMap::new();
    for it in standing(global, course)?.card_list(course, clock.today())? {
        if only.takes(&it, &clock) {
            sides.entry(it.key.card.clone()).or_default().push(it);
        }
    }
    all.retain_mut(|listed| {
        let id = listed.value["id"].as_str().and_then(|id| Id::new(id).ok());
        let Some(sides) = id.as_ref().and_then(|id| sides.remove(id)) else { return false };
        let of_side = |it: &CardLine| {
            json!({
                "id": it.key.to_string(), "front": it.front, "back": it.back, "state": it.state_name(),
                "due": it.due_date(&clock), "lapses": it.state.lapses(), "leech": it.is_leech(), "hold": it.hold_name(),
            })
        };
        let values: Vec<serde_json::Value> = sides.iter().map(of_side).collect();
        for field in ["front", "back", "state", "due"] {
            listed.value[field] = values[0][field].clone();
        }
        listed.value["sides"] = values.into();
        let confused =
            if sides.iter().any(CardLine::is_leech) { confusable(course, &sides[0].key.card) } else { Vec::new() };
        let confused: Vec<&str> = confused.iter().map(|card| card.id.as_str()).collect();
        if only != CardFilter::All {
            let due = sides[0].due_date(&clock).map_or_else(|| "-".to_owned(), |date| date.to_string());
            let state = sides[0].hold_name().unwrap_or_else(|| sides[0].state_name());
            let lapses = format!("forgotten {}", sides.iter().map(|it| it.state.lapses()).max().unwrap_or(0));
            listed.cells = vec![sides[0].key.card.to_string(), state.to_owned(), due, lapses, sides[0].front.clone()];
            if !confused.is_empty() {
                listed.cells.push(format!("beside {}", confused.join(", ")));
            }
        }
        if !confused.is_empty() {
            listed.value["confused_with"] = confused.into();
        }
        true
    });
    Ok(())
}
