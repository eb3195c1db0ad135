//! The question with what is typed, and its answers below.

use ratatui::{
    buffer::Buffer,
    layout::Rect,
    text::{Line, Span},
    widgets::Widget as _,
};

use super::super::{
    brush::{Brush, apart, below, inset},
    list::window,
};
use super::figures::amounts_short;
use crate::{
    app::{App, Entry, Hit, Welcome},
    catalog::{RoleId, SkillId},
    first::{Answer, FirstQuestion, INQUIRIES, pay_in},
    keys::{Action, Editing},
    planner::{self, Plan},
    words,
};

/// The columns of a role's pay, and of the time until one can apply.
const PAY: usize = 13;
const TIME: usize = 8;
/// The columns by which the further lines of an answer stand in.
const HANGING: usize = 2;
/// The least columns in which both stand beside a name.
const BOTH: usize = 50;

/// Paints the question and its answers.
pub(super) fn render(app: &App, welcome: &Welcome, brush: Brush<'_>, area: Rect, buf: &mut Buffer) {
    let entries = app.entries(welcome);
    let inner = inset(area, usize::from(area.width));
    let room = usize::from(inner.width);
    let mut lines = question(app, welcome, brush, room);
    if area.height >= 14 {
        lines.push(Line::default());
    }
    for (line, row) in lines.iter().zip(inner.rows()) {
        line.render(row, buf);
    }
    let rest = below(area, super::columns(lines.len()));
    let inner = below(inner, super::columns(lines.len()));
    if entries.is_empty() {
        for (line, row) in nothing(app, welcome, brush, room).into_iter().zip(inner.rows()) {
            line.render(row, buf);
        }
        return;
    }
    let cursor = app.cursor(welcome, &entries);
    let places: Vec<(usize, usize)> = entries
        .iter()
        .enumerate()
        .flat_map(|(at, entry)| (0..height(welcome, entry, room)).map(move |part| (at, part)))
        .collect();
    let chosen = places.iter().position(|(at, _)| *at == cursor).unwrap_or(0);
    let shown = window(chosen, places.len(), usize::from(rest.height));
    let visible = places.iter().copied().skip(shown.start).take(shown.len());
    for ((at, part), row) in visible.zip(rest.rows()) {
        let Some(entry) = entries.get(at) else { continue };
        brush.zone(row, Hit::Place(at));
        let inside = Rect { x: inner.x, width: inner.width, ..row };
        line(app, welcome, (entry, part), (brush, room)).render(inside, buf);
        if at == cursor {
            let marked =
                Rect { x: row.x + 1.min(row.width), width: row.width.saturating_sub(2), ..row };
            buf.set_style(marked.intersection(rest), brush.theme.selected());
            let bar = Rect { width: 1.min(row.width), ..row };
            Span::styled(brush.signs.selected, brush.theme.accent()).render(bar, buf);
        }
    }
    scrollbar(places.len(), (shown.start, shown.len()), brush, rest, buf);
}

/// Where in a list that is longer than its place one is.
fn scrollbar(
    len: usize,
    (start, shown): (usize, usize),
    brush: Brush<'_>,
    area: Rect,
    buf: &mut Buffer,
) {
    if shown >= len || area.width == 0 {
        return;
    }
    let height = usize::from(area.height);
    let thumb = (shown * height / len).max(1);
    let top = (start * height.saturating_sub(thumb)).div_ceil((len - shown).max(1));
    let x = area.right() - 1;
    for row in area.rows().skip(top).take(thumb) {
        Span::styled(brush.signs.thumb, brush.theme.muted())
            .render(Rect { x, width: 1, ..row }, buf);
    }
}

/// The question, what is typed to it, and how many answers there are.
fn question(app: &App, welcome: &Welcome, brush: Brush<'_>, room: usize) -> Vec<Line<'static>> {
    let inquiry = welcome.guess().map(|given| (given.len(), INQUIRIES.get(given.len())));
    let (text, aside) = match inquiry {
        Some((at, Some(it))) => {
            (it.question.to_owned(), format!("{} of {}", at + 1, INQUIRIES.len()))
        }
        Some((_, None)) => ("What your answers speak for".to_owned(), String::new()),
        None => (app.asked().question(welcome.question), place(app, welcome)),
    };
    let aside = Span::styled(aside, brush.theme.muted());
    let strong = brush.theme.strong();
    let field = if welcome.guess().is_some() { Vec::new() } else { field(welcome, brush) };
    let together = words::width(&text) + 4 + field.iter().map(Span::width).sum::<usize>();
    if together + aside.width() <= room {
        let mut spans = vec![Span::styled(text, strong), Span::raw("  ")];
        spans.extend(field);
        return vec![apart(spans, vec![aside], room)];
    }
    let question =
        words::wrap(&text, room).into_iter().map(|it| Line::styled(it.to_owned(), strong));
    let mut lines: Vec<Line<'static>> = question.collect();
    if !field.is_empty() {
        lines.push(apart(field, vec![aside], room));
    }
    lines
}

/// What is typed, with its caret.
fn field(welcome: &Welcome, brush: Brush<'_>) -> Vec<Span<'static>> {
    let spans = brush.field(welcome.parts()).into_iter();
    spans.map(|it| Span::styled(it.content.into_owned(), it.style)).collect()
}

/// Which of how many lines one can choose is marked.
fn place(app: &App, welcome: &Welcome) -> String {
    if welcome.question == FirstQuestion::Known {
        return words::count(welcome.known().count(), "skill marked", "skills marked");
    }
    let entries = app.entries(welcome);
    let all = entries.iter().filter(|it| it.is_selectable()).count();
    let cursor = app.cursor(welcome, &entries);
    let upto = entries.iter().take(cursor + 1).filter(|it| it.is_selectable()).count();
    if all == 0 { String::new() } else { format!("{upto} of {all}") }
}

/// Why there is nothing to choose, and what helps.
fn nothing(app: &App, welcome: &Welcome, brush: Brush<'_>, room: usize) -> Vec<Line<'static>> {
    let clear = app.world.keymap.named(Action::Edit(Editing::EraseLine));
    let text = match welcome.typed_week(&app.progress) {
        Some(Err(reason)) => format!("{}.\n{clear} clears it.", words::capitalised(&reason)),
        Some(Ok(_)) => String::new(),
        None => {
            let what = match welcome.question {
                FirstQuestion::Role => "role",
                FirstQuestion::Region => "place",
                FirstQuestion::Known => "skill of your path",
                FirstQuestion::Worked | FirstQuestion::Hours | FirstQuestion::Pick => "answer",
            };
            format!("No {what} goes by \"{}\".\n{clear} clears it.", welcome.text().trim())
        }
    };
    let lines = words::wrap(&text, room).into_iter();
    lines.map(|it| Line::styled(it.to_owned(), brush.theme.warning())).collect()
}

/// The lines of an entry: one, but for an answer that is a sentence.
fn height(welcome: &Welcome, entry: &Entry, room: usize) -> usize {
    match entry {
        Entry::Said(at) => sentence(welcome, *at, room).len().max(1),
        Entry::Gap
        | Entry::Title(_)
        | Entry::Answer(_)
        | Entry::LaterSteps
        | Entry::Unsure
        | Entry::Bundle(_)
        | Entry::Skill(_) => 1,
    }
}

/// An answer to one of the questions for those who are not sure.
fn sentence(welcome: &Welcome, at: usize, room: usize) -> Vec<&'static str> {
    let inquiry = welcome.guess().and_then(|given| INQUIRIES.get(given.len()));
    let said = inquiry.and_then(|it| it.answers.get(at)).map_or("", |it| it.said);
    words::wrap(said, room.saturating_sub(HANGING))
}

/// A line of an entry.
fn line(
    app: &App,
    welcome: &Welcome,
    (entry, part): (&Entry, usize),
    (brush, room): (Brush<'_>, usize),
) -> Line<'static> {
    let row = Row { brush, room };
    match entry {
        Entry::Gap => Line::default(),
        Entry::Title(text) => row.title(text, &caption(app, welcome, room)),
        Entry::Answer(answer) => row.answer(app, welcome, answer),
        Entry::LaterSteps => {
            let sign = row.fold(welcome.is_open(0) || welcome.is_typing());
            let later = app.catalog.roles().filter(|(_, it)| it.experience.is_some()).count();
            let aside =
                format!("{}, after time in a first job", words::count(later, "role", "roles"));
            row.of(&format!("{sign} Later steps"), &aside)
        }
        Entry::Unsure => row.of(
            &format!("{} I am not sure: three questions help me choose", brush.signs.leads_to),
            "",
        ),
        Entry::Said(at) => {
            let indent = if part == 0 { 0 } else { HANGING };
            let lines = sentence(welcome, *at, room);
            let text = lines.get(part).copied().unwrap_or_default();
            Line::raw(format!("{:indent$}{text}", ""))
        }
        Entry::Bundle(at) => row.bundle(app, welcome, *at),
        Entry::Skill(id) => row.skill(app, welcome, *id),
    }
}

/// What stands above the columns of the roles.
fn caption(app: &App, welcome: &Welcome, room: usize) -> String {
    if room < BOTH || welcome.guess().is_some_and(|it| it.len() < INQUIRIES.len()) {
        return String::new();
    }
    let week = planner::hours_of_week(&app.progress);
    let hours = words::minutes(week.values().sum());
    let region = app.own_region().map(|id| app.catalog.region(id).short.to_string());
    let pay = region.map(|it| format!("pay, {it}")).unwrap_or_default();
    format!("at {hours} a week {pay:>PAY$}")
}

/// How rows of the list are written.
struct Row<'a> {
    brush: Brush<'a>,
    room: usize,
}

impl Row<'_> {
    fn of(&self, text: &str, aside: &str) -> Line<'static> {
        let room = self.room.saturating_sub(1);
        let aside = if words::width(text) + words::width(aside) + 4 > room { "" } else { aside };
        let left = room.saturating_sub(words::width(aside) + 2);
        let text = words::fitted(text, left, self.brush.signs.more);
        let aside = Span::styled(aside.to_owned(), self.brush.theme.muted());
        apart(vec![Span::raw(text)], vec![aside], room)
    }

    /// With an amount and a month at the right, or with the month alone.
    fn of_either(&self, text: &str, amount: &str, month: &str) -> Line<'static> {
        let both = format!("{amount} {month:>10}");
        let has_room = words::width(text) + words::width(&both) + 4 < self.room;
        self.of(text, if has_room { &both } else { month })
    }

    fn title(&self, text: &str, aside: &str) -> Line<'static> {
        let mut line = self.of(&text.to_uppercase(), aside);
        if let Some(first) = line.spans.first_mut() {
            first.style = self.brush.theme.heading();
        }
        line
    }

    fn fold(&self, is_open: bool) -> &'static str {
        if is_open { self.brush.signs.unfolded } else { self.brush.signs.folded }
    }

    fn answer(&self, app: &App, welcome: &Welcome, answer: &Answer) -> Line<'static> {
        let plan = welcome.planned(answer);
        let when = plan.map(|it| until(app, it)).unwrap_or_default();
        let text = format!("  {}", answer.told(app.catalog));
        match answer {
            Answer::Role(id) => {
                let pay = if self.room < BOTH { String::new() } else { pay(app, *id) };
                let gap = if pay.is_empty() { String::new() } else { format!(" {pay:>PAY$}") };
                let columns =
                    if self.room < BOTH { when.clone() } else { format!("{when:>TIME$}{gap}") };
                self.of(&text, &columns)
            }
            Answer::Worked(_) => self.of(&text, &month(app, plan)),
            Answer::Region(id) => {
                let role = app.progress.goal().map(|it| it.role);
                let range = role.and_then(|role| pay_in(app.catalog, role, *id));
                let pay = range.map(|it| amounts_short(&it)).unwrap_or_default();
                self.of(&text, &pay)
            }
            Answer::Hours(week) => {
                let all = format!("{} a week", words::minutes(week.values().sum()));
                self.of_either(&text, &all, &month(app, plan))
            }
            Answer::Pick(id) => {
                let hours = words::hours(app.catalog.hours_to(*id, app.learner().aim(*id)));
                self.of_either(&text, &hours, &month(app, plan))
            }
        }
    }

    fn bundle(&self, app: &App, welcome: &Welcome, at: usize) -> Line<'static> {
        let Some(bundle) = welcome.known().bundles.get(at) else { return Line::default() };
        let sign = self.fold(welcome.is_open(at) || welcome.is_typing());
        let name = words::stage_name(app.catalog, bundle.kind);
        let marked = welcome.known().count_of(&bundle.skills);
        let count = format!("{marked} of {}", bundle.skills.len());
        let mut line = self.of(&format!("{sign} {}  {name}", at + 1), &count);
        if let Some(first) = line.spans.first_mut() {
            first.style = self.brush.theme.heading();
        }
        line
    }

    fn skill(&self, app: &App, welcome: &Welcome, id: SkillId) -> Line<'static> {
        let known = welcome.known();
        let sign =
            if known.is_marked(id) { self.brush.signs.ticked } else { self.brush.signs.open };
        let aside = if known.came_along(id) {
            "came along".to_owned()
        } else {
            words::hours(app.catalog.hours_to(id, app.learner().aim(id)))
        };
        self.of(&format!("    {sign} {}", app.catalog.skill(id).name), &aside)
    }
}

/// What a role is paid where the learner is.
fn pay(app: &App, role: RoleId) -> String {
    let region = app.own_region();
    let range = region.and_then(|region| pay_in(app.catalog, role, region));
    range.map(|it| amounts_short(&it)).unwrap_or_default()
}

/// How long it is until one can apply; where dates are hidden, how many hours that takes.
fn until(app: &App, plan: &Plan) -> String {
    match plan.apply {
        Ok(spread) if !app.progress.hides_dates() => {
            words::span_short(words::days_between(app.world.today, spread.likely))
        }
        Ok(_) => words::hours_left(plan.minutes_to_apply),
        Err(_) => String::new(),
    }
}

/// The month from which on one can apply; where dates are hidden, how many hours that takes.
fn month(app: &App, plan: Option<&Plan>) -> String {
    match plan.map(|it| (it.apply, it.minutes_to_apply)) {
        Some((Ok(spread), _)) if !app.progress.hides_dates() => words::month_of(spread.likely),
        Some((Ok(_), minutes)) => words::hours_left(minutes),
        Some((Err(_), _)) | None => String::new(),
    }
}
