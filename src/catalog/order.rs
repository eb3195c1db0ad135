//! Learning order: whatever a skill needs stands before it.

use std::{cmp::Reverse, collections::BinaryHeap};

/// Things that need each other in a ring: the first needs the second and so
/// on, and the last needs the first. By their written places.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Ring(pub(super) Vec<usize>);

/// Sorts what stands at `0..needs.len()` so that each comes behind all it needs,
/// and otherwise keeps the written order (Kahn's algorithm with a heap,
/// O(n log n)). Answers with the written places in the new order.
#[expect(clippy::indexing_slicing, reason = "every place is below needs.len()")]
pub(super) fn in_learning_order(needs: &[Vec<usize>]) -> Result<Vec<usize>, Ring> {
    let mut needed_by = vec![Vec::new(); needs.len()];
    let mut open: Vec<usize> = needs.iter().map(Vec::len).collect();
    for (place, before) in needs.iter().enumerate() {
        for need in before {
            needed_by[*need].push(place);
        }
    }
    let free = open.iter().enumerate().filter(|(_, count)| **count == 0);
    let mut ready: BinaryHeap<_> = free.map(|(place, _)| Reverse(place)).collect();
    let mut order = Vec::with_capacity(needs.len());
    while let Some(Reverse(place)) = ready.pop() {
        order.push(place);
        for later in &needed_by[place] {
            open[*later] -= 1;
            if open[*later] == 0 {
                ready.push(Reverse(*later));
            }
        }
    }
    if order.len() == needs.len() { Ok(order) } else { Err(ring(needs, &open)) }
}

/// Follows needs that stay open until one comes by again.
#[expect(clippy::indexing_slicing, reason = "every place is below needs.len()")]
fn ring(needs: &[Vec<usize>], open: &[usize]) -> Ring {
    let mut walked: Vec<usize> = Vec::new();
    let mut next = open.iter().position(|count| *count > 0);
    while let Some(place) = next {
        if let Some(start) = walked.iter().position(|it| *it == place) {
            return Ring(walked.split_off(start));
        }
        walked.push(place);
        next = needs[place].iter().copied().find(|need| open[*need] > 0);
    }
    Ring(walked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(needs: &[&[usize]], expected: Result<&[usize], &[usize]>) {
        let needs: Vec<Vec<usize>> = needs.iter().map(|it| it.to_vec()).collect();
        let expected = expected.map(<[usize]>::to_vec).map_err(|ring| Ring(ring.to_vec()));
        assert_eq!(in_learning_order(&needs), expected);
    }

    #[test]
    fn each_comes_behind_what_it_needs_and_else_stays() {
        check(&[], Ok(&[]));
        check(&[&[], &[], &[]], Ok(&[0, 1, 2]));
        check(&[&[2], &[], &[]], Ok(&[1, 2, 0]));
        check(&[&[1], &[2], &[]], Ok(&[2, 1, 0]));
    }

    #[test]
    fn a_ring_is_named_without_what_only_hangs_on_it() {
        check(&[&[0]], Err(&[0]));
        check(&[&[], &[2], &[1]], Err(&[1, 2]));
        check(&[&[1], &[2], &[3], &[1]], Err(&[1, 2, 3]));
    }
}
