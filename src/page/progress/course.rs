//! Readiness over time: as it was, as it was planned, and how it may go on.

use jiff::civil::Date;

use super::{
    super::{Line, Reader, Tone, calendar, writer::Writer},
    Ground,
    plot::{Pen, Plot},
};
use crate::{
    journal::{self, Reached},
    planner::Spread,
    words,
};

/// The columns of the shares at the left.
const LABEL: usize = 6;
/// The lines of the chart, and where there is room.
const HEIGHT: usize = 9;
const TALL: usize = 15;
/// From so many lines on there is room.
const ROOM: usize = 44;

/// The days that are drawn, and what is known of them.
struct Course {
    from: Date,
    to: Date,
    today: Date,
    dots: usize,
    past: Vec<Reached>,
    ahead: Option<Spread<Date>>,
}

pub(super) fn write(writer: &mut Writer<'_>, ground: &Ground) {
    let Reader { learner, today, plan, signs, .. } = writer.reader;
    let Some(goal) = learner.progress.goal() else { return };
    let columns = writer.columns.saturating_sub(LABEL);
    if columns < 12 || signs.are_words {
        return;
    }
    let hides = learner.progress.hides_dates();
    let ahead = plan.and_then(|it| it.finish.ok()).filter(|_| !hides);
    let first = ground.entries.last().map_or(today, |it| it.day);
    let kept = learner.progress.baseline().values().max().copied().filter(|_| !hides);
    let to = [ahead.map(|it| it.high), kept, Some(today)].into_iter().flatten().max();
    let to = to.unwrap_or(today);
    let past = (words::days_between(first, today).max(0), words::days_between(first, to).max(1));
    let samples = share(past.0, past.1, columns).max(2);
    let days = journal::spread_over(first, today, samples);
    let past = journal::reached(learner, goal, days);
    let course = Course { from: first, to, today, dots: 2 * columns, past, ahead };
    let height = if writer.reader.lines >= ROOM { TALL } else { HEIGHT };
    let mut plot = Plot::new(columns, height);
    course.draw_ahead(&mut plot);
    if kept.is_some() {
        course.draw_kept(&mut plot, writer.reader);
    }
    course.draw_past(&mut plot);
    let now = course.past.last().map(|it| it.readiness.permille());
    let aside = now.map(words::percent).unwrap_or_default();
    writer
        .heading_with(if ahead.is_some() { "Readiness and forecast" } else { "Readiness" }, aside);
    for at in 0..height {
        let label = match at {
            0 => "100 %",
            _ if at == height / 2 => "50 %",
            _ if at + 1 == height => "0 %",
            _ => "",
        };
        writer.line(plot.line(at, format!("{label:>width$} ", width = LABEL - 1), signs));
    }
    let months = calendar::line((first, to), columns);
    writer.line(Line::of(format!("{}{months}", " ".repeat(LABEL)), Tone::Muted));
    legend(writer, &course, kept.is_some());
}

/// The part of some columns that a part of the days takes.
fn share(part: i32, whole: i32, columns: usize) -> usize {
    let [part, whole] = [part, whole].map(|it| usize::try_from(it).unwrap_or(0));
    (columns * part).checked_div(whole).unwrap_or(0)
}

impl Course {
    /// The day at a column of dots, as a number of days from the first.
    fn at(&self, x: usize) -> f64 {
        let days = f64::from(words::days_between(self.from, self.to).max(1));
        let [x, last] = [x, self.dots.saturating_sub(1).max(1)]
            .map(|it| f64::from(u32::try_from(it).unwrap_or(0)));
        days * x / last
    }

    fn days(&self, date: Date) -> f64 {
        f64::from(words::days_between(self.from, date))
    }

    fn draw_past(&self, plot: &mut Plot) {
        let now = self.days(self.today);
        let at = |x: usize, of: fn(&Reached) -> u16| {
            let day = self.at(x);
            let is_past = day <= now || x == 0;
            let sample = self.past.iter().rfind(|it| self.days(it.day) <= day + 0.5);
            sample.filter(|_| is_past).map(|it| f64::from(of(it)) / 1000.0)
        };
        plot.draw(Pen::Claimed, 1, |x| {
            let all = at(x, |it| it.readiness.permille())?;
            let proven = at(x, |it| it.readiness.proven_permille())?;
            (all > proven).then_some(all)
        });
        plot.draw(Pen::Proven, 1, |x| at(x, |it| it.readiness.proven_permille()));
    }

    fn draw_ahead(&self, plot: &mut Plot) {
        let Some(Spread { low, likely, high }) = self.ahead else { return };
        let now = self.days(self.today);
        let reached =
            self.past.last().map_or(0.0, |it| f64::from(it.readiness.permille()) / 1000.0);
        let toward = |x: usize, end: Date| {
            let (day, end) = (self.at(x), self.days(end));
            let whole = (end - now).max(1.0);
            (day >= now).then(|| reached + (1.0 - reached) * ((day - now) / whole).min(1.0))
        };
        plot.shade(Pen::Band, |x| Some((toward(x, high)?, toward(x, low)?)));
        plot.draw(Pen::Likely, 1, |x| {
            toward(x, likely).filter(|_| self.at(x) <= self.days(likely) + 1.0)
        });
    }

    /// The kept plan, from what had been reached before its first day on.
    fn draw_kept(&self, plot: &mut Plot, reader: Reader<'_>) {
        let learner = reader.learner;
        let Some(goal) = learner.progress.goal() else { return };
        let Some(first) = learner.progress.baseline().values().min().copied() else { return };
        let begun = first.yesterday().unwrap_or(first);
        let before = journal::reached(learner, goal, std::iter::once(begun.min(self.today)));
        let before = before.first().map_or(0.0, |it| f64::from(it.readiness.permille()) / 1000.0);
        plot.draw(Pen::Kept, 3, |x| {
            let days = jiff::Span::new().try_days(whole(self.at(x))).ok()?;
            let day = self.from.checked_add(days).ok().filter(|it| *it >= begun)?;
            Some(before + (1.0 - before) * journal::kept_by(learner, day)?)
        });
    }
}

#[expect(clippy::cast_possible_truncation, reason = "days of a life")]
fn whole(days: f64) -> i64 {
    days.round() as i64
}

/// What the lines stand for.
fn legend(writer: &mut Writer<'_>, course: &Course, has_kept: bool) {
    let signs = writer.reader.signs;
    let has_claims = course.past.iter().any(|it| it.readiness.claimed > 0);
    let pens = [
        (Some(Pen::Proven), "proven"),
        (Some(Pen::Claimed).filter(|_| has_claims), "with claims"),
        (Some(Pen::Likely).filter(|_| course.ahead.is_some()), "likely"),
        (Some(Pen::Band).filter(|_| course.ahead.is_some()), "8 in 10"),
        (Some(Pen::Kept).filter(|_| has_kept), "kept plan"),
    ];
    let mut line = Line::of(" ".repeat(LABEL), Tone::Muted);
    for (pen, word) in pens.into_iter().filter_map(|(pen, word)| Some((pen?, word))) {
        let (sign, tone) = pen.sample(signs);
        let width = words::width(&sign) + 1 + words::width(word);
        if line.width() > LABEL && line.width() + width > writer.columns {
            let next = Line::of(" ".repeat(LABEL), Tone::Muted);
            writer.line(std::mem::replace(&mut line, next));
        }
        line.push(format!("{sign} "), tone);
        line.push(format!("{word}   "), Tone::Muted);
    }
    writer.line(line);
}
