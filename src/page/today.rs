//! The page of today: where one stands, what to do next, what lies ahead.

use jiff::civil::Date;

use super::{Line, Page, Reader, Target, Tone, bar, writer::Writer};
use crate::{
    keys::{Action, Screen},
    planner::{self, NoFinish, Plan, Stage, StageKind},
    progress::{Day, Depth, Goal, Item, Learner, State},
    words,
};

/// How many steps are shown as the next ones.
const NEXT: usize = 3;
/// How many dates ahead are shown.
const AHEAD: usize = 5;
/// Below so many columns things stand below each other that else stand side by side.
const NARROW: usize = 60;
/// The columns of the hours left.
const LEFT: usize = 6;
/// The columns of a day of the week.
const DAY: usize = 8;

pub(super) fn page(reader: Reader<'_>) -> Page<'_> {
    let Some(goal) = reader.learner.progress.goal() else { return invitation(reader) };
    let role = reader.learner.catalog.role(goal.role);
    let aside = match goal.depth {
        Depth::Everything => String::new(),
        scope => format!("depth: {}", scope.word()),
    };
    let mut writer = Writer::new(reader, &role.name, aside);
    standing(&mut writer, goal);
    if let Some(plan) = reader.plan {
        finish(&mut writer, plan);
        stage(&mut writer, plan);
        next(&mut writer, plan);
        week(&mut writer);
        ahead(&mut writer, plan);
    }
    writer.finish()
}

/// What a learner without a goal sees.
fn invitation(reader: Reader<'_>) -> Page<'_> {
    let mut writer = Writer::new(reader, "Welcome", String::new());
    let text = "Here you will see each day where you stand, what to do next and when you will be ready. All it needs is a role to aim for.";
    writer.paragraph(text, Tone::Text);
    writer.gap();
    writer.item(Target::Welcome, |writer| {
        let lead = format!("{} ", writer.reader.signs.leads_to);
        writer.hanging(lead, Tone::Accent, "Answer a few short questions", Tone::Strong);
    });
    writer.gap();
    let [roles, skills, routes] = [Screen::Roles, Screen::Skills, Screen::Routes]
        .map(|screen| reader.keymap.named(Action::GoTo(screen)));
    let text = format!(
        "Or look around first: {roles} shows the roles, {skills} the skills, {routes} the education routes."
    );
    writer.paragraph(text, Tone::Muted);
    writer.finish()
}

fn standing(writer: &mut Writer<'_>, goal: Goal) {
    let Reader { learner, signs, .. } = writer.reader;
    let readiness = planner::readiness(learner, goal);
    let text = format!("  {}", words::percent(readiness.permille()));
    let mut line = bar(readiness, writer.columns.saturating_sub(words::width(&text)), signs);
    line.push(text, Tone::Strong);
    writer.line(line);
    let (proven, all) = (readiness.proven_permille(), readiness.permille());
    let parts = [
        (State::Proven, proven, "proven"),
        (State::Claimed, all - proven, "claimed"),
        (State::ToDo, 1000 - all, "open"),
    ];
    let is_narrow = writer.columns < NARROW;
    let mut line = Line::default();
    for (state, permille, word) in parts {
        line.push(format!("{} ", signs.state(state)), Tone::State(state));
        let word = if is_narrow { "" } else { word };
        let share = words::percent(permille);
        line.push(format!("{word} {share}   ").trim_start().to_owned(), Tone::Muted);
    }
    writer.line(line);
}

/// When all will be done, and what that rests on.
fn finish(writer: &mut Writer<'_>, plan: &Plan) {
    let progress = writer.reader.learner.progress;
    writer.gap();
    match (words::ready(progress, plan), plan.finish) {
        (Some(ready), _) if writer.columns < NARROW => {
            writer.line(Line::of(ready.around, Tone::Strong));
            writer.paragraph(ready.range, Tone::Text);
            ready.all.into_iter().for_each(|it| writer.paragraph(it, Tone::Muted));
        }
        (Some(ready), _) => {
            let mut line = Line::of(ready.around, Tone::Strong);
            line.push(format!("   {}", ready.range), Tone::Text);
            writer.line(line);
            ready.all.into_iter().for_each(|it| writer.paragraph(it, Tone::Muted));
        }
        (None, Err(NoFinish::Done)) => {
            writer.paragraph("All of it is done. Well done!", Tone::Strong);
        }
        (None, Err(reason)) => {
            writer.paragraph(sentence(words::no_finish(reason)), Tone::Strong);
        }
        (None, Ok(_)) => (),
    }
    if plan.steps.is_empty() {
        return;
    }
    writer.paragraph(format!("About {}.", words::amount_left(plan)), Tone::Text);
    if let Some(days) = plan.slip.filter(|_| !progress.hides_dates()) {
        writer.paragraph(sentence(&words::slip(days)), Tone::Text);
    }
    let moved = writer.reader.moved;
    if let Some(moved) = moved.filter(|_| !progress.hides_dates()) {
        writer.paragraph(sentence(&words::moved(writer.reader.today, moved)), Tone::Text);
    }
    if let Some(remark) = words::hours_assumed(plan) {
        writer.paragraph(sentence(remark), Tone::Muted);
    }
    writer.paragraph(sentence(&words::pace(plan)), Tone::Muted);
}

fn sentence(text: &str) -> String {
    format!("{}.", words::capitalised(text))
}

/// The stage that is under way, as a line of stations, and what will be built at its end.
fn stage(writer: &mut Writer<'_>, plan: &Plan) {
    let Some(now) = plan.current_stage() else { return };
    let Reader { learner, signs, .. } = writer.reader;
    let total = plan.stages.len();
    writer.heading_with("Your path", words::count(total, "stage to go", "stages to go"));
    let mut line = Line::default();
    let room = writer.columns.saturating_sub(2) / total.max(1);
    let between = signs.bar_rest.repeat(room.saturating_sub(1).clamp(1, 7));
    for (at, stage) in plan.stages.iter().enumerate() {
        let sign = match stage.kind {
            StageKind::Apply(_) => signs.milestone,
            StageKind::Post(..) => signs.bullet,
            _ if at == 0 => signs.state(State::Learning),
            _ => signs.state(State::ToDo),
        };
        let tone = if at == 0 { Tone::State(State::Learning) } else { Tone::Muted };
        if at > 0 {
            line.push(between.clone(), Tone::Muted);
        }
        line.push(sign, tone);
    }
    if line.width() <= writer.columns {
        writer.line(line);
    }
    let name = words::stage_name(learner.catalog, now.kind);
    let text = match (now.kind, when(learner, now)) {
        (StageKind::Project(_), Some(date)) => format!("Now on the way to {name}, built {date}."),
        (StageKind::Project(_), None) => format!("Now on the way to {name}."),
        (_, _) => format!("Now: {name}."),
    };
    match now.kind {
        StageKind::Project(id) => {
            writer.item(Target::Project(id), |writer| {
                writer.hanging(format!("{} ", signs.project), Tone::Accent, text, Tone::Text);
            });
        }
        _ => writer.paragraph(text, Tone::Text),
    }
}

/// When a stage is likely to be over: `around 8 Mar 2027`.
fn when(learner: Learner<'_>, stage: &Stage) -> Option<String> {
    let finish = stage.finish.filter(|_| !learner.progress.hides_dates())?;
    Some(format!("around {}", words::date(finish.likely)))
}

fn next(writer: &mut Writer<'_>, plan: &Plan) {
    let steps = plan.next(NEXT);
    if steps.is_empty() {
        return;
    }
    let Reader { learner, signs, .. } = writer.reader;
    writer.heading("Next");
    writer.first();
    for step in steps {
        let (target, state) = match step.item {
            Item::Climb(id) => {
                (Target::Skill(learner.catalog.climb(id).skill), learner.climb_state(id))
            }
            Item::Project(id) => (Target::Project(id), State::ToDo),
        };
        let name = words::item(learner.catalog, step.item);
        let lead = format!("{} ", signs.state(state));
        let left = words::hours_left(step.minutes);
        let reason = words::reason(learner.catalog, step.item, &step.reason);
        writer.item(target, |writer| {
            if writer.columns < NARROW {
                let text = format!("{name} · {left}");
                writer.hanging(lead, Tone::State(state), text, Tone::Strong);
                writer.hanging("  ", Tone::Text, reason, Tone::Muted);
                return;
            }
            let room = writer.columns.saturating_sub(LEFT + 2);
            let name = words::fitted(&name, room, signs.more);
            let mut line = Line::of(lead, Tone::State(state));
            let gap = " ".repeat(room.saturating_sub(words::width(&name)));
            line.push(format!("{name}{gap}"), Tone::Strong);
            line.push(format!("{left:>LEFT$}"), Tone::Text);
            writer.line(line);
            writer.hanging("  ", Tone::Text, reason, Tone::Muted);
        });
    }
}

/// The minutes of this week, done and planned, day by day.
fn week(writer: &mut Writer<'_>) {
    let Reader { learner: Learner { progress, .. }, today, .. } = writer.reader;
    let monday = planner::monday(today);
    let days: Vec<Date> =
        std::iter::successors(Some(monday), |date| date.tomorrow().ok()).take(7).collect();
    let done: u32 = days.iter().map(|date| progress.logged_on(*date)).sum();
    let planned: u32 = days.iter().map(|date| planner::minutes_on(progress, *date)).sum();
    let aside = format!("{} of {}", words::minutes(done), words::minutes(planned));
    writer.heading_with("This week", aside);
    let name = |date: &Date| words::capitalised(Day::of(*date).word());
    if writer.columns < 8 * DAY {
        for date in &days {
            let (done, planned) = (progress.logged_on(*date), planner::minutes_on(progress, *date));
            if done > 0 || planned > 0 {
                let tone = if *date == today { Tone::Strong } else { Tone::Text };
                let text = format!("{} of {}", words::minutes(done), words::minutes(planned));
                writer.hanging(format!("{}  ", name(date)), tone, text, Tone::Text);
            }
        }
        return;
    }
    let done: Vec<String> = days.iter().map(|date| short(progress.logged_on(*date))).collect();
    let planned: Vec<String> =
        days.iter().map(|date| short(planner::minutes_on(progress, *date))).collect();
    let names: Vec<String> = days.iter().map(name).collect();
    for (label, cells) in [("", names), ("done", done), ("planned", planned)] {
        let mut line = Line::of(format!("{label:DAY$}"), Tone::Muted);
        for (date, cell) in days.iter().zip(cells) {
            let tone = if *date == today { Tone::Strong } else { Tone::Text };
            line.push(format!("{cell:>DAY$}"), tone);
        }
        writer.line(line);
    }
}

/// Minutes where there is little room: `1:30`, `–`.
fn short(minutes: u32) -> String {
    if minutes == 0 { "–".to_owned() } else { format!("{}:{:02}", minutes / 60, minutes % 60) }
}

/// The milestones of followed routes and of the plan, by date.
fn ahead(writer: &mut Writer<'_>, plan: &Plan) {
    let Reader { learner, today, .. } = writer.reader;
    let ahead = planner::ahead(learner).into_iter().map(|it| {
        let route = learner.catalog.route(it.route);
        let text = format!("{}: {}", route.name, it.milestone.title);
        (it.date, text, Some(Target::Route(it.route)))
    });
    let mut dates: Vec<(Date, String, Option<Target>)> = ahead.collect();
    if !learner.progress.hides_dates() {
        let stages = plan.stages.iter().filter_map(|stage| {
            let name = words::stage_name(learner.catalog, stage.kind);
            let date = stage.finish.map(|it| it.likely)?;
            match stage.kind {
                StageKind::Project(id) => {
                    Some((date, format!("Built: {name}"), Some(Target::Project(id))))
                }
                StageKind::Apply(_) => Some((stage.start.unwrap_or(date), name, None)),
                StageKind::Post(..) | StageKind::Study(_) | StageKind::Wider => None,
            }
        });
        dates.extend(stages);
    }
    dates.sort_by_key(|(date, ..)| *date);
    if dates.is_empty() {
        return;
    }
    writer.heading("Ahead");
    for (date, text, target) in dates.into_iter().take(AHEAD) {
        let lead = format!("{:<13}", words::date_from(today, date));
        let write = |writer: &mut Writer<'_>| writer.hanging(lead, Tone::Muted, text, Tone::Text);
        match target {
            Some(target) => writer.item(target, write),
            None => write(writer),
        }
    }
}
