//! Simulated weeks: what a retention costs, and how even the days are.

use super::*;
use crate::study::queue::DayCounts;
use crate::study::time::StudyDay;

const START: StudyDay = StudyDay(20_000);

fn limits() -> Limits {
    Limits { new_per_day: 20, reviews_per_day: 9999, ..Limits::default() }
}

fn studied(mut deck: SimulatedDeck, days: usize) -> Vec<DayCounts> {
    (0..days).map(|ahead| deck.study(day_after(START, ahead), limits())).collect()
}

fn from_nothing(scheduling: Settings, seed: u64) -> SimulatedDeck {
    SimulatedDeck::new(&[], 9999, scheduling, seed)
}

/// By how much the reviews of days 20 to 60 stand out from the seven days around them (root mean square).
fn unevenness(days: &[DayCounts]) -> f64 {
    let reviews: Vec<f64> = days.iter().map(|day| f64::from(day.reviews)).collect();
    let residual = |day: usize| reviews[day] - reviews[day - 3..=day + 3].iter().sum::<f64>() / 7.0;
    let squares: f64 = (20..=60).map(|day| residual(day).powi(2)).sum();
    (squares / 41.0).sqrt()
}

#[test]
fn balance_takes_a_third_of_the_unevenness_away_and_changes_no_workload() {
    let mut ratios = Vec::new();
    let (mut balanced, mut fuzzed) = (0, 0);
    for seed in 0..8 {
        let even = studied(from_nothing(Settings::default(), seed), 64);
        let uneven = studied(from_nothing(Settings::default(), seed).without_balance(), 64);
        ratios.push(unevenness(&even) / unevenness(&uneven));
        balanced += even.iter().map(|day| day.reviews).sum::<u32>();
        fuzzed += uneven.iter().map(|day| day.reviews).sum::<u32>();
    }
    ratios.sort_by(f64::total_cmp);
    let median = f64::midpoint(ratios[3], ratios[4]);
    assert!(median <= 0.7, "median {median}, all {ratios:?}");
    let more = f64::from(balanced) / f64::from(fuzzed);
    assert!((0.97..1.03).contains(&more), "{more} of the reviews without balance");
}

#[test]
fn more_retention_costs_more_reviews_and_what_is_set_is_marked() {
    let rules = ReviewRules { limits: limits(), ..ReviewRules::default() };
    let start = WorkloadStart { today: START, seen: Vec::new(), unseen: 300, rules };
    let all = workloads(&start, 91, &|| false).unwrap();
    assert_eq!(all.iter().map(|it| it.retention_percent).collect::<Vec<_>>(), [80, 83, 85, 87, 90, 91, 92, 95, 97]);
    assert!(all.iter().all(|it| it.is_set == (it.retention_percent == 91)));
    let month: Vec<f64> = all.iter().map(|it| it.reviews_a_day_over_30_days).collect();
    assert!(month.windows(2).all(|pair| pair[0] < pair[1] * 1.05) && month[0] * 1.5 < month[8], "{month:?}");
    assert_eq!(workloads(&start, 91, &|| false), Some(all), "the same cards give the same workload");
    assert_eq!(workloads(&start, 91, &|| true), None);
}

#[test]
fn easy_days_have_less() {
    let scheduling = Settings { easy_days: "Sat less, Sun none".parse().unwrap(), ..Settings::default() };
    let days = studied(from_nothing(scheduling, 1), 84);
    // The first day is a Friday.
    let on = |weekday: usize| -> u32 {
        (28..84).filter(|day| (day + 4) % 7 == weekday).map(|day| days[day].reviews + days[day].new).sum()
    };
    let usual = (0..5).map(on).sum::<u32>() / 5;
    assert!(on(6) * 20 < usual, "Sunday {} of {usual}", on(6));
    // Intervals of a day or two cannot be moved off it.
    assert!(on(5) * 5 < usual * 4, "Saturday {} of {usual}", on(5));
}

#[test]
fn no_interval_reaches_past_an_examination_and_all_is_as_before_after_it() {
    let scheduling = Settings { examination: Some(START.plus(60)), ..Settings::default() };
    let mut deck = from_nothing(scheduling, 2);
    for ahead in 0..60 {
        deck.study(day_after(START, ahead), limits());
        assert!(deck.due_days().all(|day| day <= START.plus(60)), "on day {ahead}");
    }
    for ahead in 60..64 {
        deck.study(day_after(START, ahead), limits());
    }
    assert!(deck.due_days().any(|day| day > START.plus(90)));
}
