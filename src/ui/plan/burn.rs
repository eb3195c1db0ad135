//! The hours that are left, burned down: as planned, and between which lines eight of
//! ten such plans would run.

use jiff::civil::Date;
use ratatui::text::{Line, Span};

use super::super::brush::Brush;
use crate::{planner::Plan, words};

/// The columns of the hours at the left.
const HOURS: usize = 7;

/// Dots on a field of cells; those of the plan itself, and those of the band around it.
struct Field {
    columns: usize,
    lines: usize,
    cells: Vec<(u32, u32)>,
}

/// The hours left over the days to the end; nothing where there is no end.
pub(super) fn lines(
    plan: &Plan,
    brush: Brush<'_>,
    (columns, height): (usize, usize),
) -> Vec<Line<'static>> {
    let Ok(finish) = plan.finish else { return Vec::new() };
    let (columns, rows) = (columns.saturating_sub(HOURS), height.saturating_sub(2));
    let days = |date: Date| f64::from(words::days_between(plan.from, date).max(1));
    let (early, likely, late) = (days(finish.low), days(finish.likely), days(finish.high));
    if columns < 10 || rows < 2 {
        return Vec::new();
    }
    let left = left(plan);
    let mut field = Field { columns, lines: rows, cells: vec![(0, 0); columns * rows] };
    for (end, is_plan) in [(early, false), (late, false), (likely, true)] {
        // The same work in more or less time.
        field.draw(|share| at(&left, share * late / end), is_plan);
    }
    let title = Line::styled("HOURS LEFT, BURNED DOWN", brush.theme.heading());
    let all = words::hours_up(plan.minutes_left.likely);
    let labels = |row: usize| match row {
        0 => format!("{all} h"),
        row if row + 1 == rows => "0 h".to_owned(),
        row if row == rows / 2 && rows > 3 => format!("{} h", all / 2),
        _ => String::new(),
    };
    let drawn = (0..rows).map(|row| {
        let label = Span::styled(format!("{:>1$} ", labels(row), HOURS - 1), brush.theme.muted());
        std::iter::once(label).chain(field.row(row, brush)).collect()
    });
    let ends = [words::month_of(plan.from), words::month_of(finish.high)];
    let gap = " ".repeat(columns.saturating_sub(ends.iter().map(|it| words::width(it)).sum()));
    let [from, to] = ends;
    let axis = Line::styled(format!("{}{from}{gap}{to}", " ".repeat(HOURS)), brush.theme.muted());
    std::iter::once(title).chain(drawn).chain([axis]).collect()
}

/// The share of the work that is left at the end of each week.
fn left(plan: &Plan) -> Vec<f64> {
    let done =
        plan.weeks.iter().map(|week| week.sessions.iter().map(|it| f64::from(it.minutes)).sum());
    let done: Vec<f64> = done.collect();
    let all: f64 = done.iter().sum();
    let mut left = all;
    let behind = done.iter().map(|it| {
        left -= it;
        if all > 0.0 { (left / all).max(0.0) } else { 0.0 }
    });
    std::iter::once(1.0).chain(behind).collect()
}

/// The share left when such a share of the time is over.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a place among the weeks"
)]
fn at(left: &[f64], time: f64) -> Option<f64> {
    if !(0.0..=1.0).contains(&time) {
        return None;
    }
    let place = time * (left.len().saturating_sub(1)) as f64;
    let (week, part) = (place.floor() as usize, place.fract());
    let here = *left.get(week)?;
    let next = left.get(week + 1).copied().unwrap_or(here);
    Some(here + (next - here) * part)
}

impl Field {
    /// Draws a line: the height, from 0 to 1, over the width, from 0 to 1.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "dots are small numbers"
    )]
    fn draw(&mut self, height: impl Fn(f64) -> Option<f64>, is_plan: bool) {
        let (width, tall) = (self.columns * 2, self.lines * 4);
        for x in (0..width).filter(|it| is_plan || it % 3 == 0) {
            let Some(height) = height(x as f64 / (width - 1) as f64) else { continue };
            let y = ((1.0 - height) * (tall - 1) as f64).round() as usize;
            let dot = words::dot(x, y);
            if let Some(cell) = self.cells.get_mut(y / 4 * self.columns + x / 2) {
                if is_plan { cell.0 |= dot } else { cell.1 |= dot }
            }
        }
    }

    fn row(&self, row: usize, brush: Brush<'_>) -> Vec<Span<'static>> {
        let cells = self.cells.iter().skip(row * self.columns).take(self.columns);
        let cell = |(plan, band): &(u32, u32)| {
            let style = if *plan > 0 { brush.theme.accent() } else { brush.theme.muted() };
            let sign = match (brush.signs.is_plain, plan | band) {
                (_, 0) => ' ',
                (true, _) if *plan > 0 => '*',
                (true, _) => '.',
                (false, dots) => words::dotted(dots),
            };
            Span::styled(sign.to_string(), style)
        };
        cells.map(cell).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_falls_week_by_week() {
        let left = [1.0, 0.5, 0.5, 0.0];
        for (time, expected) in [(0.0, 1.0), (1.0 / 6.0, 0.75), (0.5, 0.5), (1.0, 0.0)] {
            assert!((at(&left, time).unwrap() - expected).abs() < 1e-9, "{time}");
        }
        assert_eq!((at(&left, 1.1), at(&left, -0.1), at(&[], 0.5)), (None, None, None));
    }

    #[test]
    fn a_falling_line_goes_from_the_top_to_the_bottom() {
        let mut field = Field { columns: 8, lines: 4, cells: vec![(0, 0); 32] };
        field.draw(|share| Some(1.0 - share), true);
        assert_eq!(field.cells[0].0 & words::dot(0, 0), words::dot(0, 0));
        assert_eq!(field.cells[31].0 & words::dot(1, 3), words::dot(1, 3));
        assert_eq!(field.cells[7].0 | field.cells[24].0, 0);
    }
}
