//! Whether all on an axis stands where it belongs.

use proptest::prelude::*;

use super::*;

fn text(line: &Line<'_>) -> String {
    line.spans.iter().map(|it| &*it.text).collect()
}

/// The labels of an axis, each with its first column.
fn placed(line: &str) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut was_blank = true;
    for (column, letter) in line.chars().enumerate() {
        match found.last_mut() {
            Some((_, label)) if !was_blank && letter != ' ' => label.push(letter),
            _ if letter != ' ' => found.push((column, letter.to_string())),
            _ => (),
        }
        was_blank = letter == ' ';
    }
    found
}

#[test]
fn an_axis_begins_and_ends_at_round_amounts_with_labels_on_their_ticks() {
    let axis = Axis::over([22_000.0, 76_000.0].into_iter(), "GBP", (0, 64));
    assert_eq!(
        text(&axis.labels()).trim_end(),
        "£20k      £30k      £40k      £50k      £60k      £70k      £80k"
    );
    let scale = text(&axis.scale(&Signs::UNICODE));
    assert_eq!(scale.trim_start().chars().next(), Some('┼'));
    assert_eq!(scale.chars().last(), Some('┼'));
    assert_eq!(axis.column(50_000.0) - axis.column(40_000.0), axis.column(30_000.0) - 2);
}

#[test]
fn an_axis_over_one_amount_or_none_is_an_axis() {
    for amounts in [vec![], vec![0.0], vec![48.08], vec![417_345.0]] {
        let axis = Axis::over(amounts.iter().copied(), "INR", (3, 40));
        assert!(text(&axis.labels()).contains('₹'), "{amounts:?}");
        assert!(amounts.iter().all(|it| (3..43).contains(&axis.column(*it))), "{amounts:?}");
    }
}

proptest! {
    /// Every amount stands at its rounded place between the ends, and each label
    /// in the middle of its tick, whatever the room.
    #[test]
    fn nothing_is_drawn_outside_its_true_place(
        amounts in prop::collection::vec(1_u32..3_000_000, 1..12),
        left in 0_usize..30,
        columns in 20_usize..140,
        currency in prop::sample::select(vec!["GBP", "INR", "CAD", "SEK"]),
    ) {
        let amounts: Vec<f64> = amounts.into_iter().map(f64::from).collect();
        let axis = Axis::over(amounts.iter().copied(), currency, (left, columns));
        let (low, high) = (axis.low, axis.low + axis.step * f64::from(axis.count));
        prop_assert!(amounts.iter().all(|it| low <= *it && *it <= high * 1.000_001));
        for signs in [Signs::UNICODE, Signs::ASCII] {
            let scale = text(&axis.scale(&signs));
            let ticks: Vec<usize> = axis.ticks().map(|it| axis.column(it)).collect();
            prop_assert_eq!(words::width(&scale), axis.left + axis.columns);
            prop_assert!(words::width(&scale) <= left + columns);
            prop_assert_eq!(ticks.first(), Some(&axis.left));
            prop_assert_eq!(ticks.last(), Some(&(axis.left + axis.columns - 1)));
            for (start, label) in placed(&text(&axis.labels())) {
                let tick = start + words::width(&label) / 2;
                prop_assert!(ticks.contains(&tick), "{} at {} is on no tick", label, start);
                prop_assert_eq!(scale.chars().nth(tick).map(String::from), Some(signs.tick.to_owned()));
                prop_assert!(start >= left && start + words::width(&label) <= left + columns);
            }
        }
        for amount in amounts {
            let share = (amount - low) / (high - low);
            let place = number(axis.left) + share * number(axis.columns - 1);
            prop_assert!((number(axis.column(amount)) - place).abs() <= 0.5 + 1e-6);
        }
    }
}
