//! What each key does to the answer.

use super::{Act, Draft, Work};

impl Draft {
    pub fn act(&mut self, act: Act) {
        match &mut self.work {
            Work::Pick { n, at, .. } => pick(at, *n, act),
            Work::Mark { cursor, marked } => mark(cursor, marked, act),
            Work::Join { cursor, joined, partners } => join(cursor, joined, *partners, act),
            Work::Sort { cursor, sorted, lifted } => sort(cursor, sorted, lifted, act),
            Work::Type(_) => {}
        }
    }
}

fn step(cursor: usize, n: usize, act: Act) -> usize {
    match act {
        Act::Up => cursor.checked_sub(1).unwrap_or(n.saturating_sub(1)),
        Act::Down => (cursor + 1) % n.max(1),
        _ => cursor,
    }
}

fn pick(at: &mut Option<usize>, n: usize, act: Act) {
    match act {
        Act::Pick(i) if i < n => *at = Some(i),
        Act::Up => *at = Some(at.map_or(n.saturating_sub(1), |a| step(a, n, act))),
        Act::Down => *at = Some(at.map_or(0, |a| step(a, n, act))),
        _ => {}
    }
}

fn mark(cursor: &mut usize, marked: &mut [bool], act: Act) {
    let at = match act {
        Act::Pick(i) => i,
        Act::Toggle => *cursor,
        _ => {
            *cursor = step(*cursor, marked.len(), act);
            return;
        }
    };
    if let Some(mark) = marked.get_mut(at) {
        *mark = !*mark;
        *cursor = at;
    }
}

/// A partner joins one premise: joining it again moves it. The cursor goes on to the next premise without a partner.
fn join(cursor: &mut usize, joined: &mut [Option<usize>], partners: usize, act: Act) {
    match act {
        Act::Pick(partner) if partner < partners => {
            for slot in joined.iter_mut().filter(|s| **s == Some(partner)) {
                *slot = None;
            }
            joined[*cursor] = Some(partner);
            let n = joined.len();
            if let Some(next) = (1..n).map(|d| (*cursor + d) % n).find(|&i| joined[i].is_none()) {
                *cursor = next;
            }
        }
        Act::Clear => joined[*cursor] = None,
        _ => *cursor = step(*cursor, joined.len(), act),
    }
}

fn sort(cursor: &mut usize, sorted: &mut Vec<usize>, lifted: &mut bool, act: Act) {
    let n = sorted.len();
    match act {
        Act::Toggle => *lifted = !*lifted,
        Act::Pick(to) if to < n => carry(cursor, sorted, to),
        Act::CarryUp => carry(cursor, sorted, cursor.saturating_sub(1)),
        Act::CarryDown => carry(cursor, sorted, (*cursor + 1).min(n.saturating_sub(1))),
        Act::Up if *lifted => carry(cursor, sorted, cursor.saturating_sub(1)),
        Act::Down if *lifted => carry(cursor, sorted, (*cursor + 1).min(n.saturating_sub(1))),
        _ => *cursor = step(*cursor, n, act),
    }
}

fn carry(cursor: &mut usize, sorted: &mut Vec<usize>, to: usize) {
    if *cursor < sorted.len() {
        let event = sorted.remove(*cursor);
        sorted.insert(to.min(sorted.len()), event);
        *cursor = to;
    }
}
