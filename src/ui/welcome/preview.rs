//! What an answer would mean: the sheet beside the answers, and the few lines below them.

mod groups;

use ratatui::{
    style::Style,
    text::{Line, Span},
};

use super::{
    super::brush::Brush,
    figures::{amount, amounts, apply, apply_in_short, first_project, pay, source},
    sheet::Sheet,
};
use crate::{
    app::{App, Entry, Welcome},
    catalog::{RegionId, Role, RoleId, SkillId, Topic},
    first::{
        Answer, FirstQuestion, asked_for, called_for_by, leads_to, pay_in, proposals, taught_first,
    },
    planner::{Plan, StageKind},
    progress::Week,
    words,
};

/// The columns of the sheet, at the most.
pub(super) const WIDEST: usize = 90;

/// As many other names, or skills, are named; the rest is counted.
const NAMED: usize = 6;

/// The sheet beside the answers.
pub(super) fn whole(
    app: &App,
    welcome: &Welcome,
    brush: Brush<'_>,
    (room, height): (usize, usize),
) -> Vec<Line<'static>> {
    let mut teller = Teller { app, welcome, sheet: Sheet::new(brush, (room, height)) };
    match app.entry(welcome) {
        Some(Entry::Answer(answer)) => teller.answer(&answer),
        Some(Entry::LaterSteps) => teller.later_steps(),
        Some(Entry::Unsure) => teller.unsure(),
        Some(Entry::Said(at)) => teller.said(at),
        Some(Entry::Bundle(at)) => teller.bundle(at),
        Some(Entry::Skill(id)) => teller.skill(id),
        Some(Entry::Gap | Entry::Title(_)) | None => (),
    }
    teller.sheet.finish()
}

/// The same in a few lines.
pub(super) fn brief(
    app: &App,
    welcome: &Welcome,
    brush: Brush<'_>,
    (room, height): (usize, usize),
) -> Vec<Line<'static>> {
    let mut teller = Teller { app, welcome, sheet: Sheet::new(brush, (room, height)) };
    teller.in_short();
    teller.sheet.finish()
}

struct Teller<'a> {
    app: &'a App,
    welcome: &'a Welcome,
    sheet: Sheet<'a>,
}

impl Teller<'_> {
    fn in_short(&mut self) {
        match self.app.entry(self.welcome) {
            Some(Entry::Answer(answer)) => self.answer_in_short(&answer),
            Some(Entry::LaterSteps) => self.later_steps(),
            Some(Entry::Unsure) => self.sheet.text(groups::UNSURE),
            Some(Entry::Said(at)) => self.sheet.text(&self.speaks_for(at)),
            Some(Entry::Bundle(at)) => self.bundle_in_short(at),
            Some(Entry::Skill(id)) => {
                self.marks();
                self.sheet.text(&self.app.catalog.skill(id).summary);
            }
            Some(Entry::Gap | Entry::Title(_)) | None => (),
        }
    }

    fn answer_in_short(&mut self, answer: &Answer) {
        let app = self.app;
        let planned = self.welcome.planned(answer);
        let planned = planned.and_then(|plan| apply_in_short(app, plan));
        match answer {
            Answer::Role(id) => {
                let amount = self.welcome.planned(answer).map(|it| amount(app, it));
                let range = app.own_region().and_then(|it| pay_in(app.catalog, *id, it));
                let pay = range.map(|it| amounts(&it));
                let parts: Vec<String> = [amount, pay].into_iter().flatten().collect();
                self.sheet.strong(&parts.join(" · "));
                self.sheet.text(&app.catalog.role(*id).summary);
            }
            Answer::Region(id) => self.region(*id),
            Answer::Pick(id) => {
                self.sheet.strong(&planned.unwrap_or_default());
                self.sheet.text(&app.catalog.skill(*id).summary);
            }
            Answer::Worked(_) => self.sheet.strong(&planned.unwrap_or_default()),
            Answer::Hours(_) => {
                self.sheet.strong(&planned.unwrap_or_default());
                self.compared(answer);
            }
        }
    }

    fn answer(&mut self, answer: &Answer) {
        match answer {
            Answer::Role(id) => self.role(*id, answer),
            Answer::Worked(_) => {
                self.sheet.title(&answer.told(self.app.catalog), "");
                self.applying(answer);
                self.path(answer);
            }
            Answer::Region(id) => {
                self.sheet.title(&self.app.catalog.region(*id).name, "");
                self.region(*id);
            }
            Answer::Hours(week) => self.hours(week, answer),
            Answer::Pick(id) => self.pick(*id, answer),
        }
    }

    fn role(&mut self, id: RoleId, answer: &Answer) {
        let app = self.app;
        let role = app.catalog.role(id);
        self.sheet.title(&role.name, "");
        let also: Vec<&str> = role.also.iter().take(NAMED).map(|it| &**it).collect();
        if !also.is_empty() {
            self.sheet.muted(&format!("also: {}", also.join(", ")));
        }
        self.sheet.gap();
        self.sheet.text(&role.summary);
        self.why(id);
        self.path(answer);
        if let Some(pay) = app.own_region().and_then(|it| pay(app, id, it)) {
            self.sheet.heading("Pay");
            self.sheet.text(&pay);
        }
        self.passage(role, Topic::Traits, "You may like it if this sounds like you");
        self.passage(role, Topic::Day, "A day");
    }

    /// Why it was proposed, if it was.
    fn why(&mut self, id: RoleId) {
        let Some(given) = self.welcome.guess() else { return };
        let all = proposals(self.app.catalog, given);
        let Some(proposal) = all.iter().find(|it| it.role == id) else { return };
        self.sheet.heading("Why");
        for (said, words) in &proposal.reasons {
            let text = format!("{said}: its leaflet says of those it suits \"{words}\".");
            self.sheet.bullet(self.sheet.brush.signs.bullet, &text);
        }
    }

    /// What the role itself says on a topic, as far as that is one paragraph.
    fn passage(&mut self, role: &Role, topic: Topic, title: &str) {
        let own = role.passages.iter().find(|(it, _)| *it == topic);
        // Less than a few lines of it would say nothing.
        if let Some(first) = own.and_then(|(_, it)| it.first()).filter(|_| self.sheet.left() > 5) {
            self.sheet.heading(title);
            self.sheet.text(&first.text);
        }
    }

    /// The path as a line of stages with their hours, and what they lead to.
    fn path(&mut self, answer: &Answer) {
        let Some(plan) = self.welcome.planned(answer) else { return };
        let catalog = self.app.catalog;
        self.sheet.heading("The path");
        self.line_of_stages(plan);
        let stages = plan.stages.iter().filter(|it| it.kind != StageKind::Wider);
        let names: Vec<String> = stages.map(|it| words::stage_name(catalog, it.kind)).collect();
        self.sheet.muted(&names.join(&format!(" {} ", self.sheet.brush.signs.leads_to)));
        self.sheet.gap();
        self.sheet.strong(&amount(self.app, plan));
        if let Some(text) = apply(self.app, plan) {
            self.sheet.text(&text);
        }
        if let Some(text) = first_project(self.app, plan) {
            self.sheet.text(&text);
        }
    }

    fn line_of_stages(&mut self, plan: &Plan) {
        let (signs, theme) = (self.sheet.brush.signs, self.sheet.brush.theme);
        let stages: Vec<_> = plan.stages.iter().filter(|it| it.kind != StageKind::Wider).collect();
        let Some(between) = stages.len().checked_sub(1).filter(|it| *it > 0) else { return };
        let step = (self.sheet.room.saturating_sub(6) / between).min(10);
        if step < 3 {
            return;
        }
        let (mut nodes, mut hours) = (Vec::new(), Vec::new());
        for (at, stage) in stages.iter().enumerate() {
            let (sign, style) = match stage.kind {
                StageKind::Apply(_) => (signs.milestone, theme.accent()),
                StageKind::Post(..) => (signs.project, theme.accent()),
                StageKind::Project(_) | StageKind::Study(_) | StageKind::Wider => {
                    (signs.point, Style::new())
                }
            };
            nodes.push(Span::styled(sign, style));
            let rule = if at < between { step.saturating_sub(words::width(sign)) } else { 0 };
            nodes.push(Span::styled(signs.bar_rest.repeat(rule), theme.muted()));
            let amount =
                if stage.minutes > 0 { words::hours_left(stage.minutes) } else { String::new() };
            hours.push(format!("{amount:<step$}"));
        }
        self.sheet.lines.push(Line::from(nodes));
        if step >= 6 {
            let hours = hours.concat().trim_end().to_owned();
            self.sheet.lines.push(Line::styled(hours, theme.muted()));
        }
    }

    fn applying(&mut self, answer: &Answer) {
        let Some(plan) = self.welcome.planned(answer) else { return };
        self.sheet.gap();
        match apply(self.app, plan) {
            Some(text) => self.sheet.strong(&text),
            None => self.sheet.strong(&amount(self.app, plan)),
        }
    }

    fn region(&mut self, id: RegionId) {
        let app = self.app;
        let region = app.catalog.region(id);
        let role = app.progress.goal().map(|it| it.role);
        if let Some(role) = role {
            let name = &app.catalog.role(role).name;
            match pay_in(app.catalog, role, id) {
                Some(range) => {
                    self.sheet.strong(&format!("{name}: {}", amounts(&range)));
                    self.sheet.muted(&source(&range));
                }
                None => self.sheet.text(&format!("No source gives pay for {name} here.")),
            }
        }
        let routes = app.catalog.routes().filter(|(_, it)| it.region == id).count();
        self.sheet.gap();
        self.sheet.text(&format!(
            "{} from here, and pay in {}.",
            words::count(routes, "education route", "education routes"),
            region.currency
        ));
        if let Some(role) = role {
            let here = app.catalog.outlooks().iter();
            if let Some(outlook) =
                here.filter(|it| it.region == id).find(|it| it.roles.contains(&role))
            {
                self.sheet.heading("Outlook");
                self.sheet.text(&outlook.text);
                self.sheet.muted(&format!("{}, for {}", outlook.source, outlook.years));
            }
        }
    }

    fn hours(&mut self, week: &Week, answer: &Answer) {
        let all = format!("{} a week", words::minutes(week.values().sum()));
        self.sheet.title(&words::week(week), &all);
        self.applying(answer);
        self.compared(answer);
        self.path(answer);
    }

    /// How the date compares with that of the answers beside it.
    fn compared(&mut self, answer: &Answer) {
        let app = self.app;
        if app.progress.hides_dates() {
            return;
        }
        let date = |it: &Answer| Some(self.welcome.planned(it)?.apply.ok()?.likely);
        let all = app.asked().answers(FirstQuestion::Hours);
        let Some(own) = date(answer) else { return };
        let total = |it: &Answer| match it {
            Answer::Hours(week) => week.values().sum::<u32>(),
            _ => 0,
        };
        let fewer = all.iter().rev().find(|it| total(it) < total(answer));
        let more = all.iter().find(|it| total(it) > total(answer));
        let lines: Vec<String> = [fewer, more]
            .into_iter()
            .flatten()
            .filter_map(|other| {
                let apart = words::days_between(own, date(other)?);
                let way = if apart < 0 { "later" } else { "earlier" };
                let hours = words::minutes(total(other));
                Some(format!("{} {way} than with {hours} a week.", words::days(apart)))
            })
            .collect();
        for line in lines {
            self.sheet.text(&words::capitalised(&line));
        }
    }

    fn pick(&mut self, id: SkillId, answer: &Answer) {
        let app = self.app;
        let skill = app.catalog.skill(id);
        let hours = words::hours(app.catalog.hours_to(id, app.learner().aim(id)));
        self.sheet.title(&skill.name, &hours);
        self.sheet.gap();
        self.sheet.text(&skill.summary);
        self.applying(answer);
        self.decided(answer);
        self.who_uses(id);
        self.leads(id);
    }

    /// What is planned for the other choices with this answer.
    fn decided(&mut self, answer: &Answer) {
        let Some(plan) = self.welcome.planned(answer) else { return };
        let Answer::Pick(own) = answer else { return };
        let others = plan.choices.iter().filter(|it| it.wanted_by.is_none() && it.taken != *own);
        let names: Vec<&str> = others.map(|it| &*self.app.catalog.skill(it.taken).name).collect();
        if !names.is_empty() {
            self.sheet.text(&format!("It decides this as well: {}.", names.join(", ")));
        }
    }

    fn who_uses(&mut self, id: SkillId) {
        let app = self.app;
        let (Some(goal), Some(choice)) = (app.progress.goal(), app.asked().choice()) else {
            return;
        };
        self.sheet.heading("Who uses it");
        let count = |id| taught_first(app.catalog, &choice.members, id);
        let (first, all) = count(id);
        if choice.taken == id && !choice.is_picked {
            let is_first = choice.members.iter().all(|it| count(*it).0 <= first) && first > 0;
            let why =
                if is_first { ": more teachers begin with it than with any other" } else { "" };
            self.sheet.text(&format!("It is taken unless you choose another{why}."));
        }
        self.sheet.text(&format!(
            "{first} of {all} published curricula that teach one of these begin with it."
        ));
        let role = app.catalog.role(goal.role);
        if let Some(share) = asked_for(app.catalog, goal.role, id).and_then(|it| it.share) {
            let count = role.technologies_source.as_ref().map_or("", |it| &*it.source);
            self.sheet.text(&format!("{share} of 100 advertisements ask for it ({count})."));
        }
        let roles = called_for_by(app.catalog, id);
        self.sheet.text(&format!("{} of {} roles call for it.", roles, app.catalog.roles().len()));
    }

    fn leads(&mut self, id: SkillId) {
        let skills = leads_to(self.app.catalog, id);
        if !skills.is_empty() {
            self.sheet.heading("Where it leads");
            self.sheet.text(&self.named(&skills));
        }
    }

    fn named(&self, skills: &[SkillId]) -> String {
        let mut names: Vec<String> = skills
            .iter()
            .take(NAMED)
            .map(|it| self.app.catalog.skill(*it).name.to_string())
            .collect();
        if skills.len() > NAMED {
            names.push(format!("{} more", skills.len() - NAMED));
        }
        names.join(", ")
    }
}
