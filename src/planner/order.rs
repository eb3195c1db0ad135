//! In which order: of all that keep the needs, the one that disagrees least with
//! the teachers.
//!
//! Each pair has two prices, one for each order of the two; the price of an order
//! is the sum over all pairs (linear ordering under precedence, a Kemeny
//! consensus; NP-hard in general). Where there are few closed sets, as in a stage
//! of nine free units or twenty that mostly need each other, a dynamic program over
//! them is exact (Held and Karp 1962). Above, units are put one by one where they cost least until
//! nothing gets better; the sum of each pair's cheaper order is a bound that says
//! how far that can be from the best.
#![expect(clippy::indexing_slicing, reason = "places are below the number of units")]

use std::collections::HashMap;

/// Closed sets that the exact way may look at.
const SETS: usize = 600;
/// So many units that do not need each other have closed sets of that number.
const WIDE: usize = SETS.ilog2() as usize;

/// Closed sets of one size, each with what it costs at least and what comes last in it then.
type Level = HashMap<u64, (f64, usize)>;

/// Things to be put in order: what each needs, by place, and what it costs to put
/// one before another.
pub(super) struct Units {
    pub(super) needs: Vec<Vec<usize>>,
    /// `price[a][b]`: to put `a` before `b`.
    pub(super) price: Vec<Vec<f64>>,
}

/// An order, what it costs, and what no order can go below.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Ordered {
    pub(super) order: Vec<usize>,
    pub(super) cost: f64,
    pub(super) bound: f64,
}

impl Units {
    /// The cheapest order that keeps the needs, or one near it.
    pub(super) fn ordered(&self) -> Ordered {
        if let Some(order) = self.exactly() {
            let cost = self.cost(&order);
            return Ordered { order, cost, bound: cost };
        }
        let order = self.improved(self.greedily());
        let cost = self.cost(&order);
        Ordered { order, cost, bound: self.bound().min(cost) }
    }

    fn count(&self) -> usize {
        self.needs.len()
    }

    /// What an order costs.
    pub(super) fn cost(&self, order: &[usize]) -> f64 {
        let pairs = order.iter().enumerate().flat_map(|(at, one)| {
            order.iter().skip(at + 1).map(move |other| self.price[*one][*other])
        });
        pairs.sum()
    }

    /// What no order can go below: each pair in its cheaper order, or in the only one.
    fn bound(&self) -> f64 {
        let below: Vec<Vec<bool>> = (0..self.count()).map(|it| self.below(it)).collect();
        let price = |one: usize, other: usize| {
            let (there, back) = (self.price[one][other], self.price[other][one]);
            match (below[other][one], below[one][other]) {
                (true, _) => there,
                (_, true) => back,
                _ => there.min(back),
            }
        };
        let pairs = (0..self.count()).flat_map(|one| (0..one).map(move |other| (one, other)));
        pairs.map(|(one, other)| price(one, other)).sum()
    }

    /// By unit: whether this one needs it, directly or not.
    fn below(&self, unit: usize) -> Vec<bool> {
        let mut below = vec![false; self.count()];
        let mut pending = self.needs[unit].clone();
        while let Some(need) = pending.pop() {
            if !std::mem::replace(&mut below[need], true) {
                pending.extend(&self.needs[need]);
            }
        }
        below
    }

    /// What it costs to move a unit forward from one place to another; none if
    /// something in between needs to stay before it.
    pub(super) fn loss(&self, order: &[usize], from: usize, to: usize) -> Option<f64> {
        let unit = *order.get(from)?;
        let mut loss = 0.0;
        for other in order.get(to..from)? {
            if self.needs[unit].contains(other) {
                return None;
            }
            loss += self.price[unit][*other] - self.price[*other][unit];
        }
        Some(loss)
    }

    /// The units that can follow a closed set.
    fn free(needs: &[u64], set: u64) -> impl Iterator<Item = usize> {
        let is_free = move |(unit, own): &(usize, &u64)| set & (1 << unit) == 0 && *own & !set == 0;
        needs.iter().enumerate().filter(is_free).map(|(unit, _)| unit)
    }

    /// Whether there are few enough closed sets to look at all of them.
    fn is_small(&self, needs: &[u64]) -> bool {
        if self.widest() > WIDE {
            return false;
        }
        let mut level = vec![0_u64];
        let mut seen = 1;
        for _ in 0..self.count() {
            let next =
                level.iter().flat_map(|set| Self::free(needs, *set).map(|it| *set | 1 << it));
            let mut next: Vec<u64> = next.take(SETS * self.count()).collect();
            next.sort_unstable();
            next.dedup();
            seen += next.len();
            if seen > SETS {
                return false;
            }
            level = next;
        }
        true
    }

    /// The most units that stand equally high above those that need nothing, so that
    /// none of them needs another.
    fn widest(&self) -> usize {
        let mut heights: Vec<Option<usize>> = vec![None; self.count()];
        let mut wide = vec![0; self.count()];
        for unit in 0..self.count() {
            let mut pending = vec![unit];
            while let Some(unit) = pending.last().copied() {
                let open = self.needs[unit].iter().find(|it| heights[**it].is_none());
                if let Some(need) = open {
                    pending.push(*need);
                    continue;
                }
                pending.pop();
                if heights[unit].is_none() {
                    let below = self.needs[unit].iter().filter_map(|it| heights[*it]);
                    let height = below.max().map_or(0, |it| it + 1);
                    heights[unit] = Some(height);
                    wide[height] += 1;
                }
            }
        }
        wide.into_iter().max().unwrap_or(0)
    }

    /// By a dynamic program over the closed sets; none if there are too many.
    fn exactly(&self) -> Option<Vec<usize>> {
        let count = self.count();
        if count > 64 {
            return None;
        }
        let needs: Vec<u64> =
            self.needs.iter().map(|it| it.iter().fold(0, |set, need| set | 1 << need)).collect();
        if !self.is_small(&needs) {
            return None;
        }
        let mut levels: Vec<Level> = vec![Level::from([(0, (0.0, 0))])];
        for _ in 0..count {
            let next = self.level_behind(&needs, levels.last()?);
            levels.push(next);
        }
        let mut set = if count == 64 { u64::MAX } else { (1 << count) - 1 };
        let mut order = Vec::with_capacity(count);
        for level in levels.iter().skip(1).rev() {
            let (_, unit) = level.get(&set)?;
            order.push(*unit);
            set &= !(1 << unit);
        }
        order.reverse();
        Some(order)
    }

    /// The closed sets with one unit more, each in the cheapest way.
    fn level_behind(&self, needs: &[u64], level: &Level) -> Level {
        let mut next = Level::new();
        for (set, (cost, _)) in level {
            for unit in Self::free(needs, *set) {
                let behind = (0..self.count()).filter(|it| *it != unit && set & (1 << it) == 0);
                let cost = cost + behind.map(|it| self.price[unit][it]).sum::<f64>();
                let known = next.entry(set | 1 << unit).or_insert((f64::INFINITY, unit));
                // Of equals the first, whatever order the map is walked in.
                if (cost, unit) < *known {
                    *known = (cost, unit);
                }
            }
        }
        next
    }

    /// Always the one that disagrees least with standing before all that is left.
    fn greedily(&self) -> Vec<usize> {
        let count = self.count();
        let more = |unit: usize, it: usize| self.price[unit][it] - self.price[it][unit];
        let regret = |unit| (0..count).map(|it| more(unit, it)).sum();
        let mut regret: Vec<f64> = (0..count).map(regret).collect();
        let mut order = Vec::with_capacity(count);
        let mut left: Vec<usize> = (0..count).collect();
        let mut is_placed = vec![false; count];
        while !left.is_empty() {
            let free =
                left.iter().filter(|it| self.needs[**it].iter().all(|need| is_placed[*need]));
            let Some(next) = free.copied().min_by(|a, b| regret[*a].total_cmp(&regret[*b])) else {
                break;
            };
            is_placed[next] = true;
            order.push(next);
            left.retain(|it| *it != next);
            for unit in &left {
                regret[*unit] -= more(*unit, next);
            }
        }
        order
    }

    /// Takes units out and puts them where they cost least, until nothing gets better.
    fn improved(&self, mut order: Vec<usize>) -> Vec<usize> {
        const ENOUGH: usize = 12;
        for _ in 0..ENOUGH {
            let mut changed = false;
            for at in 0..order.len() {
                let (gain, to) = self.best_move(&order, at);
                if gain > 1e-9 {
                    let unit = order.remove(at);
                    order.insert(to, unit);
                    changed = true;
                }
            }
            if !changed {
                break;
            }
        }
        order
    }

    /// What is gained by moving what stands there, at best, and where to.
    fn best_move(&self, order: &[usize], at: usize) -> (f64, usize) {
        let unit = order[at];
        let mut best = (0.0, at);
        let mut gain = 0.0;
        for to in (0..at).rev() {
            let other = order[to];
            if self.needs[unit].contains(&other) {
                break;
            }
            gain += self.price[other][unit] - self.price[unit][other];
            if gain > best.0 + 1e-12 {
                best = (gain, to);
            }
        }
        gain = 0.0;
        for (to, other) in order.iter().enumerate().skip(at + 1) {
            if self.needs[*other].contains(&unit) {
                break;
            }
            gain += self.price[unit][*other] - self.price[*other][unit];
            if gain > best.0 + 1e-12 {
                best = (gain, to);
            }
        }
        best
    }
}

#[cfg(test)]
mod tests;
