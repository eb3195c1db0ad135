//! The page of today: where one stands, what to do next, what lies ahead.

use jiff::civil::Date;

use super::{Line, Page, Reader, Target, Tone, bar, writer::Writer};
use crate::{
    catalog::Importance,
    keys::{self, Action, Screen},
    planner::{self, NoFinish, Plan},
    progress::{Day, Depth, Goal, Learner, State},
    words,
};

/// How many steps are shown as the next ones.
const NEXT: usize = 3;
/// How many dates ahead are shown.
const AHEAD: usize = 5;
/// Below so many columns things stand below each other that else stand side by side.
const NARROW: usize = 60;
/// The columns of a skill's name.
const NAME: usize = 33;
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
        writer.hanging(lead, Tone::Accent, "Answer five short questions", Tone::Strong);
    });
    writer.gap();
    let [roles, skills, routes] = [Screen::Roles, Screen::Skills, Screen::Routes]
        .map(|screen| keys::named(Action::GoTo(screen)));
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
        }
        (Some(ready), _) => {
            let mut line = Line::of(ready.around, Tone::Strong);
            line.push(format!("   {}", ready.range), Tone::Text);
            writer.line(line);
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
    let skills = words::count(plan.steps.len(), "skill", "skills");
    writer.paragraph(format!("About {} in {skills}.", words::amount_left(plan)), Tone::Text);
    if let Some(days) = plan.slip.filter(|_| !progress.hides_dates()) {
        writer.paragraph(sentence(&words::slip(days)), Tone::Text);
    }
    if let Some(remark) = words::hours_assumed(plan) {
        writer.paragraph(sentence(remark), Tone::Muted);
    }
    writer.paragraph(sentence(&words::pace(plan)), Tone::Muted);
}

fn sentence(text: &str) -> String {
    format!("{}.", words::capitalised(text))
}

fn next(writer: &mut Writer<'_>, plan: &Plan) {
    let steps = plan.next(NEXT);
    if steps.is_empty() {
        return;
    }
    let Reader { learner, signs, .. } = writer.reader;
    writer.heading("Next");
    for step in steps {
        let skill = learner.catalog.skill(step.skill);
        let state = learner.state(step.skill);
        let lead = format!("{} ", signs.state(state));
        let left = words::hours_left(step.minutes);
        let reason = words::reason(learner.catalog, step.skill, &step.reason);
        writer.item(Target::Skill(step.skill), |writer| {
            if writer.columns < NARROW {
                let text = format!("{} · {left}", skill.name);
                writer.hanging(lead, Tone::State(state), text, Tone::Strong);
                writer.hanging("  ", Tone::Text, reason, Tone::Muted);
                return;
            }
            let name = words::fitted(&skill.name, NAME - 1, signs.more);
            let mut line = Line::of(lead, Tone::State(state));
            line.push(format!("{name:<NAME$}"), Tone::Strong);
            line.push(format!("{left:>5}   "), Tone::Text);
            let room = writer.columns.saturating_sub(line.width());
            line.push(words::fitted(&reason, room, signs.more), Tone::Muted);
            writer.line(line);
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
        let half = plan.steps.get(plan.steps.len() / 2).and_then(|step| step.finish);
        dates.extend(half.map(|date| (date, "Half of the skills left are done".to_owned(), None)));
        let essential = plan.steps.iter().filter(|it| it.importance == Some(Importance::Essential));
        let last = essential.filter_map(|step| step.finish).max();
        dates.extend(last.map(|date| (date, "Every essential skill is done".to_owned(), None)));
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
