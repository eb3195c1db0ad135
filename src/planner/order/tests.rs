//! The order against brute force.
#![allow(
    clippy::allow_attributes,
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    reason = "small numbers"
)]

use super::*;

/// Sums in another order may differ by that much.
const ALMOST: f64 = 1e-9;

/// A small generator of pseudo-random numbers (Steele et al. 2014, `SplitMix64`), so that a
/// seed is all there is to a case.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut it = self.0;
        it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((it ^ (it >> 31)) % sides.max(1) as u64) as usize
    }

    /// Prices as of teachers: shares of which both of a pair together are at most 1,
    /// many of them nothing, and of few kinds, so that orders cost the same.
    fn prices(&mut self, count: usize) -> Vec<Vec<f64>> {
        let known = self.roll(100);
        let kinds = [3, 8, 1_000][self.roll(3)];
        let mut price = vec![vec![0.0; count]; count];
        let pairs = (0..count).flat_map(|one| (0..one).map(move |other| (one, other)));
        for (one, other) in pairs {
            if self.roll(100) < known {
                let there = self.roll(kinds + 1);
                let back = self.roll(kinds + 1 - there);
                price[one][other] = there as f64 / kinds as f64;
                price[other][one] = back as f64 / kinds as f64;
            }
        }
        price
    }

    /// Units whose needs have smaller places or larger ones, but never run in a ring.
    fn units(&mut self, count: usize, density: usize) -> Units {
        let mut places: Vec<usize> = (0..count).collect();
        for at in (1..count).rev() {
            places.swap(at, self.roll(at + 1));
        }
        let mut needs = vec![Vec::new(); count];
        for (at, one) in places.iter().enumerate() {
            needs[*one] =
                places[..at].iter().copied().filter(|_| self.roll(100) < density).collect();
        }
        Units { needs, price: self.prices(count) }
    }
}

/// The least cost of any order that keeps the needs.
fn least(units: &Units, done: &mut Vec<usize>) -> f64 {
    if done.len() == units.needs.len() {
        return price_of(units, done);
    }
    let mut best = f64::INFINITY;
    for unit in 0..units.needs.len() {
        let is_free = units.needs[unit].iter().all(|it| done.contains(it));
        if is_free && !done.contains(&unit) {
            done.push(unit);
            best = best.min(least(units, done));
            done.pop();
        }
    }
    best
}

/// What an order costs: for each pair, the price of the order that it has.
fn price_of(units: &Units, order: &[usize]) -> f64 {
    let mut sum = 0.0;
    for (at, one) in order.iter().enumerate() {
        for other in &order[at + 1..] {
            sum += units.price[*one][*other];
        }
    }
    sum
}

fn keeps_needs(units: &Units, order: &[usize]) -> bool {
    order
        .iter()
        .enumerate()
        .all(|(at, unit)| units.needs[*unit].iter().all(|need| order[..at].contains(need)))
}

/// All that holds of every answer.
#[track_caller]
fn check(units: &Units) -> Ordered {
    let ordered = units.ordered();
    let mut places = ordered.order.clone();
    places.sort_unstable();
    assert_eq!(places, (0..units.needs.len()).collect::<Vec<_>>(), "each once");
    assert!(keeps_needs(units, &ordered.order), "{:?} of {:?}", ordered.order, units.needs);
    assert!((ordered.cost - price_of(units, &ordered.order)).abs() < ALMOST);
    assert!(0.0 <= ordered.bound && ordered.bound <= ordered.cost, "{ordered:?}");
    assert_eq!(units.ordered(), ordered, "the same again");
    ordered
}

#[test]
fn up_to_seven_units_no_order_is_cheaper() {
    let mut dice = Dice(7);
    for case in 0..1_200 {
        let density = dice.roll(80);
        let units = dice.units(case % 8, density);
        let least = least(&units, &mut Vec::new());
        let ordered = check(&units);
        assert!((ordered.cost - least).abs() < ALMOST, "case {case}: {ordered:?}, least {least}");
        assert!((ordered.bound - least).abs() < ALMOST, "the bound is sharp: {ordered:?}");
        // What is done with more units is not far from it, and its bound holds.
        assert!(units.bound() <= least + ALMOST, "case {case}: {} of {least}", units.bound());
        let near = units.improved(units.greedily());
        assert!(keeps_needs(&units, &near) && least <= price_of(&units, &near) + ALMOST);
    }
}

#[test]
fn what_is_done_with_many_units_is_nearly_as_good_as_the_best() {
    let mut dice = Dice(17);
    let (mut found, mut best) = (0.0, 0.0);
    for _ in 0..300 {
        let density = dice.roll(60);
        let units = dice.units(9, density);
        let Some(order) = units.exactly() else { continue };
        best += price_of(&units, &order);
        found += price_of(&units, &units.improved(units.greedily()));
    }
    assert!(best <= found && found <= 1.02 * best, "{found} of {best}");
}

#[test]
fn two_long_chains_are_woven_as_well_as_they_can_be() {
    let mut dice = Dice(5);
    let length = 20;
    for _ in 0..5 {
        let mut needs: Vec<Vec<usize>> =
            (0..2 * length).map(|it: usize| it.checked_sub(1).into_iter().collect()).collect();
        needs[length].clear();
        let units = Units { needs, price: dice.prices(2 * length) };
        let ordered = check(&units);
        assert!((ordered.cost - ordered.bound).abs() < ALMOST, "many units, but few closed sets");
        assert!((ordered.cost - woven(&units, length)).abs() < ALMOST);
    }
}

/// The least cost of two chains, the second of which begins at `length`.
fn woven(units: &Units, length: usize) -> f64 {
    let count = units.needs.len();
    let mut least = vec![vec![f64::INFINITY; count - length + 1]; length + 1];
    least[0][0] = 0.0;
    for first in 0..=length {
        for second in 0..=count - length {
            let left = (first..length).chain(length + second..count);
            let before = |unit: usize| -> f64 {
                left.clone().filter(|it| *it != unit).map(|it| units.price[unit][it]).sum()
            };
            let so_far = least[first][second];
            if first < length {
                let next = &mut least[first + 1][second];
                *next = next.min(so_far + before(first));
            }
            if second < count - length {
                let next = &mut least[first][second + 1];
                *next = next.min(so_far + before(length + second));
            }
        }
    }
    least[length][count - length]
}

#[test]
fn with_many_units_no_single_move_makes_it_cheaper() {
    let mut dice = Dice(11);
    for case in 0..60 {
        let count = 30 + dice.roll(31);
        let density = dice.roll(12);
        let units = dice.units(count, density);
        let ordered = check(&units);
        for at in 0..count {
            for to in (0..count).filter(|to| *to != at) {
                let mut moved = ordered.order.clone();
                let unit = moved.remove(at);
                moved.insert(to, unit);
                if keeps_needs(&units, &moved) {
                    let cost = price_of(&units, &moved);
                    assert!(ordered.cost <= cost + ALMOST, "case {case}: {unit} to {to}: {cost}");
                }
            }
        }
    }
}

#[test]
fn where_teachers_say_nothing_a_hint_is_enough() {
    let mut dice = Dice(3);
    for count in [1, 6, 10, 40] {
        let needs =
            (0..count).map(|unit| (0..unit).filter(|_| dice.roll(100) < 10).collect()).collect();
        let hint = |one: usize, other: usize| if one > other { 1e-6 } else { 0.0 };
        let price =
            (0..count).map(|one| (0..count).map(|other| hint(one, other)).collect()).collect();
        assert_eq!(check(&Units { needs, price }).order, (0..count).collect::<Vec<_>>());
    }
}
