//! The plan: how much there is, when it is done, and a row for each skill with
//! its weeks; where there is no room for weeks, with its dates.

mod burn;
mod detail;
mod head;
mod weeks;

use jiff::civil::Date;
use ratatui::{
    buffer::Buffer,
    layout::{Constraint, Layout, Rect},
    text::{Line, Span},
    widgets::Widget as _,
};

use self::weeks::Weeks;
use super::{
    brush::{Brush, MARGIN, apart, below, columns, inset},
    list,
};
use crate::{
    app::{App, Hit, PlanRow, project_state},
    catalog::Rhythm,
    planner::{Plan, Stage, Step},
    progress::{Item, State},
    words,
};

/// The columns of the hours left.
const HOURS: usize = 6;
/// The columns of the days of slip.
const SLIP: usize = 14;
/// The columns of two dates.
const DATES: usize = 26;
/// The columns of one date where there is little room.
const FINISH: usize = 10;
/// The least columns of a skill's name that leave room for its rung.
const LEAST: usize = 16;
/// The least columns in which there is room for weeks.
const WIDE: usize = 64;
/// The least columns in which there is room for the slip as well.
const WITH_SLIP: usize = 88;
/// The lines of what is under the cursor and of the hours burned down.
const DETAIL: u16 = 11;

/// Paints the plan.
pub(super) fn render(app: &App, brush: Brush<'_>, area: Rect, buf: &mut Buffer) {
    let Some(plan) = app.shown_plan() else { return };
    let inner = Rect {
        x: area.x + MARGIN.min(area.width),
        width: area.width.saturating_sub(MARGIN + 1),
        ..area
    };
    let mut head = head::lines(app, plan, brush, inner);
    // What is tried stands where else there is nothing, so that the list stays where it is.
    if app.shape().is_roomy && app.planning.trial.is_none() {
        head.push(Line::default());
    }
    for (line, row) in head.iter().zip(inner.rows()) {
        line.render(row, buf);
    }
    let rest = below(area, columns(head.len()));
    if plan.steps.is_empty() {
        return list::render_empty(&head::invitation(app, plan), brush, rest, buf);
    }
    let below = match (rest.height, inner.width) {
        (24.., 90..) => DETAIL,
        (12.., 60..) => 2,
        _ => 0,
    };
    let [list, detail] =
        rest.layout(&Layout::vertical([Constraint::Fill(1), Constraint::Length(below)]));
    Table::new(app, plan, brush, usize::from(inner.width)).render(list, buf);
    if below > 0 {
        render_detail(app, plan, brush, detail, buf);
    }
}

/// Paints what is under the cursor, and where there is room the hours burned down.
fn render_detail(app: &App, plan: &Plan, brush: Brush<'_>, area: Rect, buf: &mut Buffer) {
    brush.rule(Rect { height: 1.min(area.height), ..area }, buf);
    let inner = below(inset(area, usize::from(area.width)), 1);
    if area.height < DETAIL {
        return detail::line(app, plan, brush, usize::from(inner.width)).render(inner, buf);
    }
    let [left, middle, right] = inner.layout(&Layout::horizontal([
        Constraint::Fill(1),
        Constraint::Length(3),
        Constraint::Fill(1),
    ]));
    let size = (usize::from(left.width), usize::from(left.height));
    let has_dates = !app.progress.hides_dates();
    let chart = if has_dates { burn::lines(plan, brush, size) } else { Vec::new() };
    for (line, row) in chart.iter().zip(left.rows()) {
        line.render(row, buf);
    }
    for row in middle.rows() {
        let row = Rect { x: row.x + 1, width: 1, ..row }.intersection(row);
        Span::styled(brush.signs.divider, brush.theme.muted()).render(row, buf);
    }
    let size = (usize::from(right.width), usize::from(right.height));
    let lines = detail::lines(app, plan, brush, size);
    for (line, row) in lines.iter().zip(right.rows()) {
        line.render(row, buf);
    }
}

/// What stands to the right of names and hours.
enum Rest<'a> {
    Weeks(Weeks<'a>),
    Dates,
    Finish,
    Nothing,
}

/// The list: what its lines have in common.
struct Table<'a> {
    app: &'a App,
    brush: Brush<'a>,
    rows: Vec<PlanRow<'a>>,
    selected: Option<usize>,
    name: usize,
    slip: usize,
    room: usize,
    rest: Rest<'a>,
}

impl<'a> Table<'a> {
    fn new(app: &'a App, plan: &'a Plan, brush: Brush<'a>, room: usize) -> Self {
        let progress = app.shown_learner().progress;
        let selected = app.planned_item();
        let rows = app.plan_rows();
        let stage = app.planned_stage().map(|(at, _)| at);
        let is_selected = |it: &PlanRow<'_>| match it {
            PlanRow::Step(it) => Some(it.item) == selected,
            PlanRow::Stage(at, _) => Some(*at) == stage,
            PlanRow::Milestone(_) => false,
        };
        let has_dates = !progress.hides_dates();
        let has_slip = has_dates && room >= WITH_SLIP && !progress.baseline().is_empty();
        let slip = if has_slip { SLIP } else { 0 };
        let lead = words::width(brush.signs.to_do) + 1;
        let fixed = lead + words::width(brush.signs.pinned) + 1 + HOURS + slip;
        let left = room.saturating_sub(fixed);
        let (name, rest) = if has_dates && room >= WIDE && plan.finish.is_ok() {
            let name = (left * 2 / 5).clamp(LEAST + 8, 44);
            let step = app.planned_step();
            (
                name,
                Rest::Weeks(Weeks::new(
                    plan,
                    step,
                    (progress, app.planning.zoom),
                    brush,
                    left.saturating_sub(name + 2),
                )),
            )
        } else if has_dates && plan.steps.iter().any(|it| it.finish.is_some()) {
            match room {
                WIDE.. => (left.saturating_sub(DATES), Rest::Dates),
                _ => (left.saturating_sub(FINISH), Rest::Finish),
            }
        } else {
            (left, Rest::Nothing)
        };
        let selected = rows.iter().position(is_selected);
        Self { app, brush, rows, selected, name, slip, room, rest }
    }

    /// The columns of sign, name, pin, hours and slip.
    fn left(&self) -> usize {
        let signs = words::width(self.brush.signs.to_do) + words::width(self.brush.signs.pinned);
        signs + 2 + self.name + HOURS + self.slip
    }

    fn render(&self, area: Rect, buf: &mut Buffer) {
        let titles = self.titles();
        let titles = titles.iter().take(if area.height < 4 { 0 } else { titles.len() });
        let head = columns(titles.len());
        let below = below(area, head);
        for (title, row) in titles.zip(area.rows()) {
            title.render(self.indented(row), buf);
        }
        let at = self.selected.unwrap_or(0);
        let shown = list::window(at, self.rows.len(), usize::from(below.height));
        let visible = self.rows.iter().enumerate().skip(shown.start).take(shown.len());
        for ((index, row), line) in visible.zip(below.rows()) {
            self.line(row).render(self.indented(line), buf);
            self.brush.zone(line, Hit::Place(index));
            if Some(index) == self.selected {
                self.mark(line, buf);
            }
        }
    }

    fn indented(&self, row: Rect) -> Rect {
        let x = row.x + MARGIN.min(row.width);
        Rect { x, width: columns(self.room), ..row }.intersection(row)
    }

    /// Marks the row under the cursor, but for its weeks: bars turned over are none.
    fn mark(&self, row: Rect, buf: &mut Buffer) {
        let theme = self.brush.theme;
        let width = match self.rest {
            Rest::Weeks(_) => self.left(),
            _ => self.room,
        };
        let marked = Rect { x: row.x + 1, width: columns(width + 2), ..row };
        let has_keys = self.app.overlay.is_none();
        let style = if has_keys { theme.selected() } else { theme.selected_behind() };
        buf.set_style(marked.intersection(row), style);
        let bar = Rect { width: 1.min(row.width), ..row };
        Span::styled(self.brush.signs.selected, theme.accent()).render(bar, buf);
    }

    /// What the columns are, and the months and weeks.
    fn titles(&self) -> Vec<Line<'a>> {
        let slip = if self.slip > 0 { "slip" } else { "" };
        let signs = self.left() - HOURS - self.slip;
        let left = format!("{:signs$}{:>HOURS$}{slip:>2$}", "skill and rung", "left", self.slip);
        let left = Span::styled(left, self.brush.theme.muted());
        let right = match &self.rest {
            Rest::Weeks(weeks) if self.app.shape().is_roomy => {
                let lead = Span::raw(" ".repeat(self.left() + 2));
                let months = Span::styled(weeks.months(), self.brush.theme.heading());
                let days = Span::styled(format!("  {}", weeks.days()), self.brush.theme.muted());
                return vec![Line::from(vec![lead, months]), Line::from(vec![left, days])];
            }
            Rest::Weeks(weeks) => {
                let months = Span::styled(weeks.months(), self.brush.theme.heading());
                return vec![Line::from(vec![left, Span::raw("  "), months])];
            }
            Rest::Dates => "from – to",
            Rest::Finish => "done",
            Rest::Nothing => "",
        };
        let right = Span::styled(right, self.brush.theme.muted());
        vec![apart(vec![left], vec![right], self.room)]
    }

    fn line(&self, row: &PlanRow<'a>) -> Line<'a> {
        match row {
            PlanRow::Stage(at, stage) => self.stage(*at, stage),
            PlanRow::Step(step) => self.step(step),
            PlanRow::Milestone(it) => {
                let route = &self.app.catalog.route(it.route).name;
                self.milestone(it.date, &format!("{} · {route}", it.milestone.title))
            }
        }
    }

    fn step(&self, step: &Step) -> Line<'a> {
        let Self { app, brush, slip, .. } = self;
        let theme = brush.theme;
        let (state, sign) = self.signed(step.item);
        let [name, rung] = self.named(step);
        let pin = if step.is_pinned { brush.signs.pinned } else { " " };
        let hours = match step.rhythm {
            Rhythm::Job => "job".to_owned(),
            Rhythm::Block | Rhythm::Alongside | Rhythm::Applying => words::hours_left(step.minutes),
        };
        let lead = words::width(brush.signs.to_do) + 1;
        let mut left = vec![
            Span::styled(format!("{sign:<lead$}"), theme.state(state)),
            name,
            rung,
            Span::styled(format!(" {pin}"), theme.accent()),
            Span::styled(format!("{hours:>HOURS$}"), theme.muted()),
        ];
        if *slip > 0 {
            let text = step.slip.map_or(String::new(), words::moved_short);
            left.push(Span::styled(format!("{text:>slip$}"), theme.muted()));
        }
        let (start, finish) = (step.start.as_ref(), step.finish.as_ref());
        let dates = match (&self.rest, start.zip(finish)) {
            (Rest::Weeks(weeks), Some((start, finish))) => {
                let is_selected = Some(step.item) == app.planned_item();
                let style = match state {
                    _ if is_selected => theme.accent(),
                    State::Learning => theme.state(state),
                    _ => theme.planned(),
                };
                left.push(Span::raw("  "));
                left.extend(weeks.bar(*start, *finish, style));
                return Line::from(left);
            }
            (Rest::Dates, Some((start, finish))) => words::dates(*start, *finish),
            (Rest::Finish, Some((_, finish))) => self.short(*finish),
            _ => String::new(),
        };
        apart(left, vec![Span::raw(dates)], self.room)
    }

    /// How far one is with an item, and the sign before it.
    fn signed(&self, item: Item) -> (State, &'static str) {
        let learner = self.app.learner();
        match item {
            Item::Climb(id) => {
                let state = learner.climb_state(id);
                (state, self.brush.signs.state(state))
            }
            Item::Project(id) => (project_state(learner, id), self.brush.signs.project),
        }
    }

    /// What a step is called: a skill with its rung at the right, or a project.
    fn named(&self, step: &Step) -> [Span<'a>; 2] {
        let more = self.brush.signs.more;
        let (name, rung, short) = match step.item {
            Item::Project(id) => {
                let name = format!("Build: {}", self.app.catalog.project(id).name);
                (name, String::new(), "")
            }
            Item::Climb(id) => {
                let climb = self.app.catalog.climb(id);
                let mark = if step.rhythm == Rhythm::Alongside { "beside, " } else { "" };
                let name = self.app.catalog.skill(climb.skill).name.to_string();
                (name, format!("  {mark}{}", climb.rung.word()), climb.rung.short())
            }
        };
        let has_room = self.name >= words::width(&rung) + LEAST;
        let rung = if has_room { rung } else { format!(" {short}").trim_end().to_owned() };
        let room = self.name.saturating_sub(words::width(&rung));
        let name = words::fitted(&name, room, more);
        let gap = " ".repeat(room.saturating_sub(words::width(&name)));
        [Span::raw(format!("{name}{gap}")), Span::styled(rung, self.brush.theme.muted())]
    }

    /// The title of a stage: its number and name, the hours left, and when it is.
    fn stage(&self, at: usize, stage: &Stage) -> Line<'a> {
        let theme = self.brush.theme;
        let room = self.left() - HOURS - self.slip;
        let name = words::stage_name(self.app.catalog, stage.kind).to_uppercase();
        let share = self.share(stage);
        let number = self.app.stage_number(at, stage);
        let left = room.saturating_sub(words::width(&share));
        let name = words::fitted(&format!("{number:<2} {name}"), left, self.brush.signs.more);
        let gap = " ".repeat(left.saturating_sub(words::width(&name)));
        let hours = match stage.minutes {
            0 => String::new(),
            minutes => words::hours_left(minutes),
        };
        let slip = self.slip;
        let mut left = vec![
            Span::styled(format!("{name}{gap}"), theme.heading()),
            Span::styled(share, theme.muted()),
            Span::styled(format!("{hours:>HOURS$}{:slip$}", ""), theme.muted()),
        ];
        let finish = stage.finish.map(|it| it.likely);
        let start = stage.start.or(finish);
        let dates = match (&self.rest, start.zip(finish)) {
            (Rest::Weeks(weeks), Some((start, finish))) => {
                left.push(Span::raw("  "));
                left.extend(weeks.span(start, finish.max(start), theme.muted()));
                return Line::from(left);
            }
            (Rest::Dates, Some((start, finish))) => words::dates(start, finish.max(start)),
            (Rest::Finish, Some((_, finish))) => self.short(finish),
            _ => String::new(),
        };
        apart(left, vec![Span::styled(dates, theme.muted())], self.room)
    }

    /// How much of a stage is done, with all of it: ` 4/7`; nothing where that is not known.
    fn share(&self, stage: &Stage) -> String {
        let share = self.app.stage_share(stage);
        share.map_or(String::new(), |it| format!(" {}/{}", it.done(), it.all))
    }

    fn milestone(&self, date: Date, text: &str) -> Line<'a> {
        let theme = self.brush.theme;
        let lead = words::width(self.brush.signs.to_do) + 1;
        let sign = format!("{:<lead$}", self.brush.signs.milestone);
        let room = self.left() - lead;
        let name = words::fitted(text, room, self.brush.signs.more);
        let gap = " ".repeat(room.saturating_sub(words::width(&name)));
        let mut left = vec![Span::styled(sign, theme.accent()), Span::raw(format!("{name}{gap}"))];
        let date = match &self.rest {
            Rest::Weeks(weeks) => {
                left.push(Span::raw("  "));
                left.extend(weeks.point(date));
                return Line::from(left);
            }
            Rest::Dates => words::date(date),
            Rest::Finish => self.short(date),
            Rest::Nothing => String::new(),
        };
        apart(left, vec![Span::raw(date)], self.room)
    }

    /// A date where there is little room: `14 Mar`, and in other years `Mar 2028`.
    fn short(&self, date: Date) -> String {
        if date.year() == self.app.world.today.year() {
            format!("{} {}", date.day(), words::month(date))
        } else {
            format!("{} {}", words::month(date), date.year())
        }
    }
}
