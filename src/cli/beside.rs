//! Comparing on the command line, and the way to a skill.

use super::{Failure, names, session::Session};
use crate::{
    catalog::{ClimbId, RoleId, RouteId},
    page::{Compared, Comparison, MOST_ROLES, Subject},
    planner,
    report::{json, text},
};

impl Session {
    /// What is still missing before a skill, or before a rung of it.
    pub(super) fn way(&self, name: &str) -> Result<String, Failure> {
        let (learner, today) = (self.learner(), self.today);
        let climb = self.climb(name)?;
        let toward = planner::toward(learner, climb, today);
        Ok(self.say(|| text::way(learner, climb, &toward), || json::way(learner, climb, &toward)))
    }

    /// The rung that is meant, or else the one that is aimed for.
    fn climb(&self, name: &str) -> Result<ClimbId, Failure> {
        let (skill, rung) = name.split_once('/').map_or((name, None), |(a, b)| (a, Some(b)));
        let id = names::skill(self.catalog, skill)?;
        let rung = match rung {
            Some(word) => names::rung_of(self.catalog, id, word)?,
            None => self.learner().aim(id),
        };
        Ok(self.catalog.climb_to(id, rung))
    }

    /// Roles beside each other, or routes; whichever the first name is of.
    pub(super) fn compare(&self, ids: &[String]) -> Result<String, Failure> {
        let (learner, today) = (self.learner(), self.today);
        let is_route = |name: &String| names::route(self.catalog, name).is_ok();
        let of = if ids.first().is_some_and(is_route) {
            let routes: Result<Vec<RouteId>, _> =
                ids.iter().map(|name| names::route(self.catalog, name)).collect();
            Compared::of_routes(&routes?)
        } else {
            let roles: Result<Vec<RoleId>, _> =
                ids.iter().map(|name| names::role(self.catalog, name)).collect();
            let roles = roles?;
            if roles.len() > MOST_ROLES {
                let text = "three roles can stand beside each other, and not more";
                return Err(Failure::Misused(text.to_owned()));
            }
            Compared::of_roles(&roles)
        };
        let page = || self.page(Subject::Compare(Comparison { of, only_differences: false }));
        Ok(match of {
            Compared::Roles(_) => self.say(page, || {
                let roles = of.roles();
                json::roles_compared(learner, &planner::compare_roles(learner, today, &roles))
            }),
            Compared::Routes(_) => self.say(page, || {
                let routes = of.routes();
                json::routes_compared(learner, &planner::compare_routes(learner, today, &routes))
            }),
        })
    }
}
