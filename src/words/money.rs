//! Amounts of money.

/// An amount: `£20,000`, `C$48.08`. Pence are shown where there are any.
pub fn money(amount: f64, currency: &str) -> String {
    let hundredths = (amount * 100.0).round();
    let digits = format!("{:.0}", (hundredths / 100.0).trunc());
    let rest = hundredths % 100.0;
    let pence = if rest == 0.0 { String::new() } else { format!(".{rest:02.0}") };
    format!("{}{}{pence}", symbol(currency), grouped(&digits, currency))
}

/// An amount where there is little room: `£20k`, `₹4.2L`; in lakhs for rupees,
/// as is the custom there.
pub fn money_short(amount: f64, currency: &str) -> String {
    let symbol = symbol(currency);
    if amount < 1000.0 {
        return format!("{symbol}{}", trimmed(amount));
    }
    match currency {
        "INR" if amount >= 100_000.0 => format!("{symbol}{}L", trimmed(amount / 100_000.0)),
        _ => format!("{symbol}{}k", trimmed(amount / 1000.0)),
    }
}

/// A range of amounts in few letters: `£33k–103k`, `₹1.4L–8.9L`; one amount if both are it.
pub fn money_range(low: f64, high: f64, currency: &str) -> String {
    let (low, high) = (whole(low, currency), whole(high, currency));
    let sign = symbol(currency);
    if low == high { format!("{sign}{low}") } else { format!("{sign}{low}–{high}") }
}

/// An amount in thousands without decimals; in lakhs for rupees, with one.
fn whole(amount: f64, currency: &str) -> String {
    match currency {
        _ if amount < 1000.0 => format!("{amount:.0}"),
        "INR" if amount >= 100_000.0 => format!("{}L", trimmed(amount / 100_000.0)),
        _ => format!("{:.0}k", amount / 1000.0),
    }
}

/// A cost from least to most, where there is little room: `£0–30k`, `free`.
pub fn cost_in_all((low, high): (f64, f64), currency: &str) -> String {
    if high <= 0.0 { "free".to_owned() } else { money_range(low, high, currency) }
}

fn trimmed(number: f64) -> String {
    let text = format!("{number:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

fn symbol(currency: &str) -> &str {
    match currency {
        "GBP" => "£",
        "USD" => "$",
        "INR" => "₹",
        "CAD" => "C$",
        "EUR" => "€",
        other => other,
    }
}

/// Thousands apart; for rupees, thousands and then hundreds of thousands: `4,17,345`.
fn grouped(digits: &str, currency: &str) -> String {
    let is_break = |left: usize| match currency {
        "INR" => left == 3 || (left > 3 && left % 2 == 1),
        _ => left.is_multiple_of(3),
    };
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        let left = digits.len() - index;
        if index > 0 && is_break(left) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_as_in_their_country() {
        assert_eq!(money(20_000.0, "GBP"), "£20,000");
        assert_eq!(money(29.48, "USD"), "$29.48");
        assert_eq!(money(48.08, "CAD"), "C$48.08");
        assert_eq!(money(30.0, "CAD"), "C$30");
        assert_eq!(money(417_345.0, "INR"), "₹4,17,345");
        assert_eq!(money(137_000.0, "INR"), "₹1,37,000");
        assert_eq!(money(12_345_678.0, "INR"), "₹1,23,45,678");
        assert_eq!(money(950.0, "SEK"), "SEK950");
        assert_eq!(money(7.05, "GBP"), "£7.05");
    }

    #[test]
    fn ranges_are_short() {
        assert_eq!(money_range(32_835.0, 102_860.0, "GBP"), "£33k–103k");
        assert_eq!(money_range(56_914.0, 56_914.0, "GBP"), "£57k");
        assert_eq!(money_range(137_000.0, 887_000.0, "INR"), "₹1.4L–8.9L");
        assert_eq!(money_range(30.0, 76.92, "CAD"), "C$30–77");
    }

    #[test]
    fn a_cost_in_all_is_short() {
        assert_eq!(cost_in_all((0.0, 0.0), "GBP"), "free");
        assert_eq!(cost_in_all((0.0, 500.0), "GBP"), "£0–500");
        assert_eq!(cost_in_all((10_050.0, 50_600.0), "CAD"), "C$10k–51k");
        assert_eq!(cost_in_all((9_000.0, 20_000.0), "GBP"), "£9k–20k");
        assert_eq!(cost_in_all((9_000.0, 9_000.0), "CAD"), "C$9k");
    }

    #[test]
    fn short_amounts_keep_what_matters() {
        assert_eq!(money_short(20_000.0, "GBP"), "£20k");
        assert_eq!(money_short(132_270.0, "USD"), "$132.3k");
        assert_eq!(money_short(417_345.0, "INR"), "₹4.2L");
        assert_eq!(money_short(48.08, "CAD"), "C$48.1");
    }
}
