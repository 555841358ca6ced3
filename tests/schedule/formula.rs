//! FSRS-6 from its published formulas with the default parameters, in 64 bits: independent of the crate that the program
//! uses, and held to the numbers of the Python package in `tests/data/schedule/`.

/// The default parameters w0 to w20.
const W: [f64; 21] = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
    1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

/// Stability in days, and difficulty.
pub(crate) type Memory = (f64, f64);

/// The memory after a review with `grade` (1 to 4), `days` after the one before.
pub(crate) fn reviewed(before: Option<Memory>, days: i32, grade: usize) -> Memory {
    let Some((stability, difficulty)) = before else {
        return (W[grade - 1], first_difficulty(grade).clamp(1.0, 10.0));
    };
    let after = if days <= 0 {
        same_day(stability, grade)
    } else {
        let recall = recall(stability, days);
        if grade == 1 { forgotten(stability, difficulty, recall) } else { kept(stability, difficulty, recall, grade) }
    };
    (after.clamp(0.001, 36_500.0), next_difficulty(difficulty, grade))
}

/// Days until the chance of recall has fallen to 90 %, whole.
pub(crate) fn interval(stability: f64) -> f64 {
    let days = stability / factor() * (0.9_f64.powf(-1.0 / W[20]) - 1.0);
    days.round().clamp(1.0, 36_500.0)
}

fn factor() -> f64 {
    0.9_f64.powf(-1.0 / W[20]) - 1.0
}

fn recall(stability: f64, days: i32) -> f64 {
    (1.0 + factor() * f64::from(days) / stability).powf(-W[20])
}

#[expect(clippy::cast_precision_loss, reason = "a grade is 1 to 4")]
fn grade_value(grade: usize) -> f64 {
    grade as f64
}

fn same_day(stability: f64, grade: usize) -> f64 {
    let growth = (W[17] * (grade_value(grade) - 3.0 + W[18])).exp() * stability.powf(-W[19]);
    stability * if grade == 1 { growth } else { growth.max(1.0) }
}

fn forgotten(stability: f64, difficulty: f64, recall: f64) -> f64 {
    let long = W[11] * difficulty.powf(-W[12]) * ((stability + 1.0).powf(W[13]) - 1.0) * (W[14] * (1.0 - recall)).exp();
    long.min(stability / (W[17] * W[18]).exp())
}

fn kept(stability: f64, difficulty: f64, recall: f64, grade: usize) -> f64 {
    let by_grade = [1.0, W[15], 1.0, W[16]][grade - 1];
    let growth = W[8].exp() * (11.0 - difficulty) * stability.powf(-W[9]) * ((W[10] * (1.0 - recall)).exp() - 1.0);
    stability * (1.0 + growth * by_grade)
}

fn first_difficulty(grade: usize) -> f64 {
    W[4] - (W[5] * (grade_value(grade) - 1.0)).exp() + 1.0
}

fn next_difficulty(difficulty: f64, grade: usize) -> f64 {
    let moved = difficulty - W[6] * (grade_value(grade) - 3.0) * (10.0 - difficulty) / 9.0;
    (W[7] * first_difficulty(4) + (1.0 - W[7]) * moved).clamp(1.0, 10.0)
}
