//! From a command to the deeds it asks for.

use jiff::civil::Date;

use super::{
    Failure,
    line::{Dates, Depth, Do, Setting, SomeSkills},
    names,
    session::Session,
    system::nonce,
};
use crate::{
    catalog::SkillId,
    deeds::Deed,
    planner::{self, Place},
    progress::{self, EntryId},
    words::amount::{self, Lean, Said},
};

impl Session {
    /// What a command asks to be done.
    pub(super) fn deeds(&self, command: Do) -> Result<Vec<Deed>, Failure> {
        let deed = match command {
            Do::Goal { role: Some(role) } => Deed::Aim(names::role(self.catalog, &role)?),
            Do::Goal { role: None } => Deed::GiveUp,
            Do::Prove { skill, proofs, undo } => return self.proofs(&skill, &proofs, undo),
            Do::Claim(some) => return self.each(&some, Deed::Claim, Deed::Unclaim),
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
            Do::Log { skill, time, on } => self.log(&skill, time.as_deref(), on.as_deref())?,
            Do::Pin { skill, place: None } => Deed::Pin(self.skill(&skill)?, Place::Here),
            Do::Pin { skill, place: Some(place) } => {
                let place = usize::try_from(place.saturating_sub(1)).unwrap_or(usize::MAX);
                Deed::Pin(self.skill(&skill)?, Place::Number(place))
            }
            Do::Unpin { skill } => Deed::Unpin(self.skill(&skill)?),
            Do::KeepPlan => Deed::KeepPlan,
            Do::ForgetPlan => Deed::ForgetPlan,
        };
        Ok(vec![deed])
    }

    pub(super) fn skill(&self, name: &str) -> Result<SkillId, Failure> {
        Ok(names::skill(self.catalog, name)?)
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
        let known = self.catalog.skill(id);
        let ids: Vec<&str> = known.proofs.iter().map(|it| &*it.id).collect();
        let what = format!("proof of `{}`", known.id);
        let deed = if undo { Deed::Untick } else { Deed::Tick };
        let proof = |name: &String| {
            let proof = names::part(&what, name, known.find_proof(name), &ids)?;
            Ok(deed(id, proof))
        };
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
            Setting::Dates { dates: Dates::Shown } => Deed::ShowDates,
            Setting::Dates { dates: Dates::Hidden } => Deed::HideDates,
        })
    }

    fn log(&self, skill: &str, time: Option<&str>, on: Option<&str>) -> Result<Deed, Failure> {
        let id = self.skill(skill)?;
        let on = match on {
            Some(on) => self.date(Lean::Past, on)?,
            None => self.today,
        };
        let Some(time) = time else { return Ok(Deed::Unlog(id, on)) };
        let minutes = amount::minutes(time).map_err(Failure::Misused)?;
        // Letters that no other entry has: 32 bits of the system's randomness.
        let entry = EntryId::new(on, &format!("{:08x}", nonce()));
        Ok(Deed::Log(id, entry, minutes))
    }
}
