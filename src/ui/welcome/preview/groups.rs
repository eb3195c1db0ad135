//! What is said of groups of answers, of the three questions that help to choose, and of
//! what is known already.

use std::collections::BTreeSet;

use super::{super::figures::apply_in_short, Teller};
use crate::{
    catalog::SkillId,
    first::{INQUIRIES, builds_on},
    planner::StageKind,
    words,
};

/// What the three questions are.
pub(super) const UNSURE: &str = "Three short questions about what you like. From your answers come one to three roles that may suit you, each with its reasons; you choose.";

impl Teller<'_> {
    pub(super) fn later_steps(&mut self) {
        self.sheet.title("Later steps", "");
        self.sheet.text("Roles that ask for time in a post before them. Choose one if it is what you are after in the end: the plan leads there by way of a first job.");
    }

    pub(super) fn unsure(&mut self) {
        self.sheet.title("Three questions", "");
        self.sheet.gap();
        self.sheet.text(UNSURE);
        self.sheet.heading("They ask");
        for it in &INQUIRIES {
            self.sheet.bullet(self.sheet.brush.signs.bullet, it.question);
        }
    }

    pub(super) fn said(&mut self, at: usize) {
        let text = self.speaks_for(at);
        let given = self.welcome.guess().unwrap_or_default();
        let said = INQUIRIES.get(given.len()).and_then(|it| it.answers.get(at));
        let Some(said) = said else { return };
        let style = self.sheet.brush.theme.title_in_front();
        self.sheet.styled(said.said, style);
        self.sheet.gap();
        self.sheet.text(&text);
        for (id, _, words) in said.roles {
            if let Some(role) = self.app.catalog.find_role(id) {
                let name = self.app.catalog.role(role).name.to_string();
                self.sheet.gap();
                self.sheet.strong(&name);
                self.sheet.muted(&format!("its leaflet: \"{words}\""));
            }
        }
    }

    /// The roles that an answer speaks for.
    pub(super) fn speaks_for(&self, at: usize) -> String {
        let given = self.welcome.guess().unwrap_or_default();
        let said = INQUIRIES.get(given.len()).and_then(|it| it.answers.get(at));
        let roles = said.iter().flat_map(|it| it.roles);
        let names: Vec<&str> = roles
            .filter_map(|(id, ..)| self.app.catalog.find_role(id))
            .map(|id| &*self.app.catalog.role(id).name)
            .collect();
        format!("Speaks for: {}.", names.join(", "))
    }

    pub(super) fn bundle(&mut self, at: usize) {
        let Some(bundle) = self.welcome.known().bundles.get(at) else { return };
        let app = self.app;
        self.sheet
            .title(&words::stage_name(app.catalog, bundle.kind), &format!("stage {}", at + 1));
        if let StageKind::Project(id) = bundle.kind {
            self.sheet.gap();
            self.sheet.text(&app.catalog.project(id).summary);
        }
        // Where the group is open, its skills stand at the left already.
        if !self.welcome.is_open(at) {
            self.sheet.heading("What is learned for it");
        }
        let skills = bundle.skills.iter().filter(|_| !self.welcome.is_open(at));
        for id in skills.copied() {
            let known = self.welcome.known();
            let sign = if known.is_marked(id) {
                self.sheet.brush.signs.ticked
            } else {
                self.sheet.brush.signs.open
            };
            self.sheet.bullet(sign, &app.catalog.skill(id).name);
        }
        self.sheet.gap();
        self.marks();
    }

    pub(super) fn bundle_in_short(&mut self, at: usize) {
        let Some(bundle) = self.welcome.known().bundles.get(at) else { return };
        self.marks();
        if let StageKind::Project(id) = bundle.kind {
            self.sheet.text(&self.app.catalog.project(id).summary);
        }
    }

    pub(super) fn skill(&mut self, id: SkillId) {
        let app = self.app;
        let skill = app.catalog.skill(id);
        let aim = app.learner().aim(id);
        self.sheet.title(&skill.name, &words::hours(app.catalog.hours_to(id, aim)));
        self.sheet.muted(&format!("up to {}: {}", aim.word(), aim.meaning()));
        self.sheet.gap();
        self.sheet.text(&skill.summary);
        self.sheet.heading("You have it if you can");
        let climb = app.catalog.climb(app.catalog.climb_to(id, aim));
        for proof in climb.proofs.iter().filter_map(|it| skill.proof(*it)) {
            self.sheet.bullet(self.sheet.brush.signs.bullet, &proof.text);
        }
        let climbs = app.catalog.climbs_to(id, aim);
        let on = climbs.flat_map(|it| builds_on(app.catalog, app.catalog.climb(it)));
        // Several rungs may build on the same.
        let on: BTreeSet<SkillId> = on.collect();
        let on: Vec<SkillId> = on.into_iter().collect();
        if !on.is_empty() {
            self.sheet.heading("It builds on");
            self.sheet.text(&self.named(&on));
        }
        self.sheet.gap();
        self.marks();
    }

    /// What is marked so far, and what that comes to.
    pub(super) fn marks(&mut self) {
        let marked = self.welcome.known().count();
        let when = self
            .app
            .plan
            .as_ref()
            .and_then(|plan| apply_in_short(self.app, plan))
            .unwrap_or_default();
        let count = match marked {
            0 => "Nothing is marked.".to_owned(),
            _ => format!("{} marked.", words::count(marked, "skill", "skills")),
        };
        self.sheet.strong(&format!("{count} {when}"));
    }
}
