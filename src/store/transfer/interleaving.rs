//! The order of two logs made one.

use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

/// An event for its order: what tells it from others, and when it happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    pub identity: u64,
    pub at_ms: i64,
}

/// Where an event of the merged log comes from: its place in one log, in the other, or in both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    First(usize),
    Second(usize),
    Both(usize, usize),
}

/// Every event of both logs once. Events keep the order of their log; between two that both logs have, those of one alone
/// stand by their time. Where the logs disagree about what they have in common, which only a log edited by hand does, all
/// stand by their time.
pub(super) fn interleaved(first: &[Stamp], second: &[Stamp]) -> Vec<Origin> {
    let place: HashMap<u64, usize> = second.iter().enumerate().map(|(at, stamp)| (stamp.identity, at)).collect();
    let common: Vec<(usize, usize)> =
        first.iter().enumerate().filter_map(|(at, s)| Some((at, *place.get(&s.identity)?))).collect();
    if !common.is_sorted_by_key(|(_, at)| *at) {
        return by_time(first, second);
    }
    let (mut merged, mut one, mut other) = (Vec::with_capacity(first.len() + second.len()), 0, 0);
    for (in_first, in_second) in common {
        between(&mut merged, first, one..in_first, second, other..in_second);
        merged.push(Origin::Both(in_first, in_second));
        (one, other) = (in_first + 1, in_second + 1);
    }
    between(&mut merged, first, one..first.len(), second, other..second.len());
    merged
}

/// Two stretches without a common event.
fn between(
    merged: &mut Vec<Origin>,
    first: &[Stamp],
    mut one: std::ops::Range<usize>,
    second: &[Stamp],
    mut other: std::ops::Range<usize>,
) {
    while !one.is_empty() || !other.is_empty() {
        let is_first = match (first[..one.end].get(one.start), second[..other.end].get(other.start)) {
            (Some(a), Some(b)) => order(a, b).is_le(),
            (first, _) => first.is_some(),
        };
        let from = if is_first { one.next().map(Origin::First) } else { other.next().map(Origin::Second) };
        merged.extend(from);
    }
}

fn order(a: &Stamp, b: &Stamp) -> Ordering {
    (a.at_ms, a.identity).cmp(&(b.at_ms, b.identity))
}

fn by_time(first: &[Stamp], second: &[Stamp]) -> Vec<Origin> {
    let place: HashMap<u64, usize> = second.iter().enumerate().map(|(at, stamp)| (stamp.identity, at)).collect();
    let of_first = first.iter().enumerate().map(|(at, stamp)| {
        let origin = place.get(&stamp.identity).map_or(Origin::First(at), |&other| Origin::Both(at, other));
        (*stamp, origin)
    });
    let known: HashSet<u64> = first.iter().map(|stamp| stamp.identity).collect();
    let of_second = second.iter().enumerate().filter(|(_, stamp)| !known.contains(&stamp.identity));
    let mut all: Vec<(Stamp, Origin)> =
        of_first.chain(of_second.map(|(at, stamp)| (*stamp, Origin::Second(at)))).collect();
    all.sort_by(|(a, _), (b, _)| order(a, b));
    all.into_iter().map(|(_, origin)| origin).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn stamps(log: &[(u64, i64)]) -> Vec<Stamp> {
        log.iter().map(|&(identity, at_ms)| Stamp { identity, at_ms }).collect()
    }

    fn identities(first: &[Stamp], second: &[Stamp]) -> Vec<u64> {
        let identity = |origin: &Origin| match *origin {
            Origin::First(at) | Origin::Both(at, _) => first[at].identity,
            Origin::Second(at) => second[at].identity,
        };
        interleaved(first, second).iter().map(identity).collect()
    }

    #[test]
    fn a_clock_set_back_in_one_log_does_not_change_its_order() {
        let (one, other) = (stamps(&[(1, 100), (2, 50), (3, 60)]), stamps(&[(1, 100), (4, 55)]));
        assert_eq!(identities(&one, &other), [1, 2, 4, 3]);
    }

    proptest! {
        #[test]
        fn both_ways_are_the_same_and_nothing_is_lost_or_doubled(
            common in proptest::collection::vec((0..50_u64, 0..50_i64), 0..20),
            one in proptest::collection::vec((100..150_u64, 0..50_i64), 0..20),
            other in proptest::collection::vec((200..250_u64, 0..50_i64), 0..20),
            cut in 0..20_usize,
        ) {
            let once = |mut log: Vec<(u64, i64)>| {
                let mut seen = HashSet::new();
                log.retain(|(identity, _)| seen.insert(*identity));
                log
            };
            let common = once(common);
            let (before, after) = common.split_at(cut.min(common.len()));
            let log = |own: Vec<(u64, i64)>| stamps(&[before.to_vec(), once(own), after.to_vec()].concat());
            let (first, second) = (log(one), log(other));
            let merged = identities(&first, &second);
            prop_assert_eq!(&merged, &identities(&second, &first));
            let all: HashSet<u64> = first.iter().chain(&second).map(|s| s.identity).collect();
            prop_assert_eq!(merged.len(), all.len());
            prop_assert_eq!(identities(&first, &first), first.iter().map(|s| s.identity).collect::<Vec<_>>());
        }
    }
}
