//! The order against brute force.
#![allow(
    clippy::allow_attributes,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::print_stdout,
    reason = "small numbers"
)]

use super::{inner, *};

/// A small generator of pseudo-random numbers (Steele et al. 2014, `SplitMix64`), so that a
/// seed is all there is to a case.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (it ^ (it >> 31)) % sides
    }

    /// As in a catalog: hours from 2 to 60; weights by importance, or by importance and hours.
    fn tasks(&mut self, count: usize) -> Vec<Task> {
        let density = self.roll(70);
        let by_hours = self.roll(2) == 0;
        (0..count)
            .map(|place| {
                let time = (2 + self.roll(59)) as f64;
                let importance = self.roll(4) as f64;
                let weight = if by_hours { importance * time } else { importance };
                let needs = (0..place).filter(|_| self.roll(100) < density).collect();
                Task { time, weight, area: self.roll(3) as usize, needs }
            })
            .collect()
    }
}

/// The least cost over all orders that keep the needs.
fn least(tasks: &[Task], done: &mut Vec<usize>) -> f64 {
    if done.len() == tasks.len() {
        return cost(tasks, done);
    }
    let mut best = f64::INFINITY;
    for place in 0..tasks.len() {
        let is_free = tasks[place].needs.iter().all(|it| done.contains(it));
        if is_free && !done.contains(&place) {
            done.push(place);
            best = best.min(least(tasks, done));
            done.pop();
        }
    }
    best
}

#[track_caller]
fn check_needs(tasks: &[Task], order: &[usize]) {
    let mut places = order.to_vec();
    places.sort_unstable();
    assert_eq!(places, (0..tasks.len()).collect::<Vec<_>>(), "each once");
    for (at, place) in order.iter().enumerate() {
        for need in &tasks[*place].needs {
            assert!(order[..at].contains(need), "{place} needs {need}: {order:?}");
        }
    }
}

/// How many times the least cost an order costs.
fn ratio(tasks: &[Task], order: &[usize]) -> f64 {
    check_needs(tasks, order);
    let least = least(tasks, &mut Vec::new());
    if least == 0.0 { 1.0 } else { cost(tasks, order) / least }
}

#[track_caller]
fn check(cases: usize, worst: f64, mean: f64, order: impl Fn(&[Task]) -> Vec<usize>) {
    let mut dice = Dice(7);
    let ratios: Vec<f64> = (0..cases)
        .map(|case| {
            let tasks = dice.tasks(1 + case % 8);
            ratio(&tasks, &order(&tasks))
        })
        .collect();
    let greatest = ratios.iter().copied().fold(0.0, f64::max);
    let average = ratios.iter().sum::<f64>() / cases as f64;
    println!("worst {greatest:.4}, mean {average:.5}");
    assert!(greatest <= worst && average <= mean, "worst {greatest}, mean {average}");
}

#[test]
fn up_to_eight_skills_the_order_is_as_good_as_the_best() {
    check(1_500, 1.02, 1.001, sequence);
}

#[test]
fn what_is_done_in_blocks_too_large_for_exactness_is_good_as_well() {
    check(1_500, 1.10, 1.01, inner::apart);
}

#[test]
fn with_fourteen_skills_it_is_nearly_as_good_as_the_best() {
    let mut dice = Dice(17);
    let ratios: Vec<f64> = (0..60)
        .map(|_| {
            let tasks = dice.tasks(14);
            let least = cost(&tasks, &inner::exact(&tasks));
            if least == 0.0 { 1.0 } else { cost(&tasks, &sequence(&tasks)) / least }
        })
        .collect();
    let greatest = ratios.iter().copied().fold(0.0, f64::max);
    println!("worst {greatest:.4}, mean {:.5}", ratios.iter().sum::<f64>() / 60.0);
    assert!(greatest <= 1.05, "{greatest}");
}

#[test]
fn every_graph_of_four_skills_is_ordered_best() {
    for edges in 0..64_u32 {
        for weights in 0..81_u32 {
            let digit = |place: u32| f64::from(weights / 3_u32.pow(place) % 3);
            let tasks: Vec<Task> = (0..4)
                .map(|place: u32| {
                    let first = place * place.saturating_sub(1) / 2;
                    let needs = (0..place).filter(|it| edges & (1 << (first + it)) != 0);
                    let needs = needs.map(|it| it as usize).collect();
                    let time = f64::from(place * 7 % 5 + 1);
                    Task { time, weight: digit(place), area: 0, needs }
                })
                .collect();
            let ratio = ratio(&tasks, &sequence(&tasks));
            assert!(ratio < 1.02, "{ratio}: {tasks:?}");
        }
    }
}

#[test]
fn equals_keep_an_area_together_and_the_authors_order() {
    let areas = [0, 1, 0, 1, 0];
    let task = |area| Task { time: 10.0, weight: 30.0, area, needs: Vec::new() };
    let tasks: Vec<Task> = areas.into_iter().map(task).collect();
    assert_eq!(sequence(&tasks), [0, 2, 4, 1, 3]);
}

#[test]
fn a_large_graph_keeps_its_needs() {
    let mut dice = Dice(11);
    for count in [40, 90, 150] {
        let mut tasks = dice.tasks(count);
        for task in &mut tasks {
            task.needs.retain(|_| dice.roll(20) == 0);
        }
        check_needs(&tasks, &sequence(&tasks));
    }
}
