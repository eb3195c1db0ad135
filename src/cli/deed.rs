//! From a command to the deeds it asks for.

use jiff::civil::Date;

use super::{
    Failure,
    line::{Dates, Depth, Do, Looks, Setting, SomeSkills},
    names,
    session::Session,
};
use crate::{
    catalog::{ClimbId, Rung, SkillId},
    deeds::Deed,
    planner::{self, Place},
    progress::{self, Item, Learner},
    words::amount::{self, Lean, Said},
};

impl Session {
    /// What a command asks to be done.
    pub(super) fn deeds(&self, command: Do) -> Result<Vec<Deed>, Failure> {
        let deed = match command {
            Do::Goal { role: Some(role) } => Deed::Aim(names::role(self.catalog, &role)?),
            Do::Goal { role: None } => Deed::GiveUp,
            Do::Prove { skill, proofs, undo } => return self.proofs(&skill, &proofs, undo),
            Do::Build { project, points, prove, undo } => {
                return self.points(&project, &points, prove, undo);
            }
            Do::Claim { skills, rung, undo } => return self.claims(&skills, rung.as_deref(), undo),
            Do::Skip(some) => return self.each(&some, Deed::Skip, Deed::TakeUp),
            Do::Reset { skill } => Deed::Reset(self.skill(&skill)?),
            Do::Follow { route, undo } => {
                let route = names::route(self.catalog, &route)?;
                if undo { Deed::Leave(route) } else { Deed::Follow(route) }
            }
            Do::Milestone { route, milestones, undo } => {
                return self.milestones(&route, &milestones, undo);
            }
            Do::Set(setting) => self.setting(setting)?,
            Do::Log { what, time, on } => self.log(&what, time.as_deref(), on.as_deref())?,
            Do::Correct { entry, time } => self.correct(&entry, time.as_deref())?,
            Do::Timer(timer) => return self.timer(timer),
            Do::Review { card, grade } => self.review(&card, grade)?,
            Do::Unreview { card, entry } => self.unreview(card.as_deref(), entry.as_deref())?,
            Do::Write(writing) => return self.writing(writing),
            Do::Pin { skill, place: None } => Deed::Pin(self.next_climb(&skill)?, Place::Here),
            Do::Pin { skill, place: Some(place) } => {
                let place = amount::count(&place).map_err(Failure::Misused)?;
                Deed::Pin(self.next_climb(&skill)?, Place::Number(place.saturating_sub(1)))
            }
            Do::Unpin { skill } => Deed::Unpin(self.pinned(&skill)?),
            Do::KeepPlan => Deed::KeepPlan,
            Do::ForgetPlan => Deed::ForgetPlan,
        };
        Ok(vec![deed])
    }

    pub(super) fn skill(&self, name: &str) -> Result<SkillId, Failure> {
        Ok(names::skill(self.catalog, name)?)
    }

    /// A skill, and its rung if that is named as well: `sql/working`.
    pub(super) fn skill_and_rung(&self, name: &str) -> Result<(SkillId, Option<Rung>), Failure> {
        let unknown = match names::skill(self.catalog, name) {
            Ok(id) => return Ok((id, None)),
            Err(unknown) => unknown,
        };
        let Some((skill, rung)) = name.split_once('/') else { return Err(unknown.into()) };
        let id = self.skill(skill)?;
        Ok((id, Some(names::rung_of(self.catalog, id, rung)?)))
    }

    /// The rung of a skill that is named, or else what comes next of it in the plan.
    pub(super) fn next_climb(&self, name: &str) -> Result<ClimbId, Failure> {
        let learner = Learner { catalog: self.catalog, progress: &self.progress };
        let (id, rung) = self.skill_and_rung(name)?;
        if let Some(rung) = rung {
            return Ok(self.catalog.climb_to(id, rung));
        }
        let plan = planner::plan(learner, self.today);
        let next = plan.steps_of_skill(learner, id).find_map(|it| match it.item {
            Item::Climb(climb) => Some(climb),
            Item::Project(_) => None,
        });
        Ok(next.unwrap_or_else(|| self.catalog.climb_to(id, learner.aim(id))))
    }

    /// The rung of a skill that is named, or else the one that is pinned.
    fn pinned(&self, name: &str) -> Result<ClimbId, Failure> {
        let (id, rung) = self.skill_and_rung(name)?;
        if let Some(rung) = rung {
            return Ok(self.catalog.climb_to(id, rung));
        }
        let mut pins = self.progress.pins().keys();
        let pinned = pins.find(|it| self.catalog.climb(**it).skill == id).copied();
        Ok(pinned.unwrap_or_else(|| self.catalog.climb_to(id, Rung::Working)))
    }

    fn claims(
        &self,
        skills: &[String],
        rung: Option<&str>,
        undo: bool,
    ) -> Result<Vec<Deed>, Failure> {
        let learner = Learner { catalog: self.catalog, progress: &self.progress };
        let deed = |name: &String| {
            let (id, own) = self.skill_and_rung(name)?;
            let rung = rung.map(|it| names::rung_of(self.catalog, id, it)).transpose()?;
            if let (Some(one), Some(other)) = (rung, own)
                && one != other
            {
                let text = format!("`{name}` and --rung {} say two things", one.word());
                return Err(Failure::Misused(text));
            }
            Ok(match rung.or(own) {
                _ if undo => Deed::Unclaim(id),
                Some(rung) => Deed::Claim(id, rung),
                None => Deed::Claim(id, learner.aim(id)),
            })
        };
        skills.iter().map(deed).collect()
    }

    fn points(
        &self,
        project: &str,
        points: &[String],
        prove: bool,
        undo: bool,
    ) -> Result<Vec<Deed>, Failure> {
        let id = names::project(self.catalog, project)?;
        let mut deeds = Vec::new();
        for name in points {
            let point = self.point(id, name)?;
            deeds.push(if undo { Deed::Unbuild(id, point) } else { Deed::Build(id, point) });
            let shown = self.catalog.project(id).point(point).into_iter().flat_map(|it| &it.shows);
            for it in shown.filter(|_| prove) {
                deeds.push(Deed::Tick(it.skill, it.proof));
            }
        }
        Ok(deeds)
    }

    pub(super) fn date(&self, lean: Lean, text: &str) -> Result<Date, Failure> {
        amount::date(self.today, lean, text).map_err(Failure::Misused)
    }

    fn each(
        &self,
        some: &SomeSkills,
        forth: fn(SkillId) -> Deed,
        back: fn(SkillId) -> Deed,
    ) -> Result<Vec<Deed>, Failure> {
        let deed = if some.undo { back } else { forth };
        some.skills.iter().map(|name| Ok(deed(self.skill(name)?))).collect()
    }

    fn proofs(&self, skill: &str, proofs: &[String], undo: bool) -> Result<Vec<Deed>, Failure> {
        let id = self.skill(skill)?;
        let deed = if undo { Deed::Untick } else { Deed::Tick };
        let proof = |name: &String| Ok(deed(id, self.proof(id, name)?));
        proofs.iter().map(proof).collect()
    }

    fn milestones(
        &self,
        route: &str,
        milestones: &[String],
        undo: bool,
    ) -> Result<Vec<Deed>, Failure> {
        let id = names::route(self.catalog, route)?;
        let known = self.catalog.route(id);
        let ids: Vec<&str> = known.milestones.iter().map(|it| &*it.id).collect();
        let what = format!("milestone of `{}`", known.id);
        let deed = if undo { Deed::Unreach } else { Deed::Reach };
        let milestone = |name: &String| {
            let milestone = names::part(&what, name, known.find_milestone(name), &ids)?;
            Ok(deed(id, milestone))
        };
        milestones.iter().map(milestone).collect()
    }

    fn setting(&self, setting: Setting) -> Result<Deed, Failure> {
        Ok(match setting {
            Setting::Region { region: Some(region), .. } => {
                Deed::Live(names::region(self.catalog, &region)?)
            }
            Setting::Region { region: None, .. } => Deed::LiveAnywhere,
            Setting::Hours { hours, .. } if hours.is_empty() => Deed::AssumeHours,
            Setting::Hours { hours, .. } => {
                match amount::week(&hours.join(" ")).map_err(Failure::Misused)? {
                    Said::Days(week) => Deed::Hours(week),
                    Said::Total(minutes) => {
                        let like = planner::hours_of_week(&self.progress);
                        Deed::Hours(planner::of_total(minutes, &like))
                    }
                }
            }
            Setting::Start { date, .. } if date.is_empty() => Deed::StartAtOnce,
            Setting::Start { date, .. } => Deed::Start(self.date(Lean::Future, &date.join(" "))?),
            Setting::Break { days, undo } => {
                let days = amount::days(self.today, &days.join(" ")).map_err(Failure::Misused)?;
                if undo { Deed::EndBreak(days.from) } else { Deed::Break(days.from, days.to) }
            }
            Setting::Pick { skill, undo } => {
                let id = self.skill(&skill)?;
                if undo { Deed::Unpick(id) } else { Deed::Pick(id) }
            }
            Setting::Depth { depth } => Deed::Deepen(match depth {
                Depth::Essential => progress::Depth::Essential,
                Depth::Important => progress::Depth::Important,
                Depth::Everything => progress::Depth::Everything,
            }),
            Setting::Experience { time, .. } if time.is_empty() => Deed::ForgetWork,
            Setting::Experience { time, .. } => {
                Deed::Worked(amount::months(&time.join(" ")).map_err(Failure::Misused)?)
            }
            Setting::Dates { dates: Dates::Shown } => Deed::ShowDates,
            Setting::Dates { dates: Dates::Hidden } => Deed::HideDates,
            Setting::Looks { looks: Looks::Shown } => Deed::ShowLooks,
            Setting::Looks { looks: Looks::Hidden } => Deed::HideLooks,
            Setting::Reviews { percent, .. } if percent.is_empty() => Deed::UsualReviews,
            Setting::Reviews { percent, .. } => {
                Deed::ShareReviews(amount::share(&percent.join(" ")).map_err(Failure::Misused)?)
            }
        })
    }
}
